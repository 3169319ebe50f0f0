import { databaseOf, type EntityManager } from '../database/orm.js';
import { publish, readPublication } from '../database/publish.js';
import { tellFigures, tellFiguresEverywhere } from '../database/tell-figures.js';
import { addDays, type LocalDate } from '../shared/dates.js';
import { changesBetween, type DayChange } from './day-changes.queries.js';

const EVERYTHING: DayChange[] = [{ nodeType: null, rowId: null }];

/**
 * Publishes what today changes against the day that was published last: once over all hubs on the
 * database, and after a stop all missed days in one publication, because a change says of a node only
 * that it has to be read again. Nothing is published when nothing changed.
 */
export async function publishDay(em: EntityManager, today: LocalDate): Promise<void> {
  const database = databaseOf(em.fork());
  const { day, revision } = await readPublication(database);
  // The clocks of hubs differ. A day that is further ahead was that of a clock that was wrong.
  if (day !== null && (day === today || day === addDays(today, 1))) return;
  const told = await changesSince(em, { day, revision }, today);
  if (told.length === 0) {
    await moveTo(em, today, day);
    return;
  }
  await publish(em, async (within, _at, state) => {
    // Another hub was first. What was published meanwhile was told by itself.
    if (state.day !== day) return { changed: false };
    for (const [nodeType, nodes] of Map.groupBy(told, (change) => change.nodeType))
      if (nodeType === null) await tellFiguresEverywhere(within);
      else
        await tellFigures(
          within,
          nodeType,
          nodes.flatMap(({ rowId }) => rowId ?? []),
        );
    await moveTo(within, today, day);
    return { changed: true };
  });
}

/** Copies that were kept before days were published may be wrong anywhere. */
async function changesSince(
  em: EntityManager,
  { day, revision }: { day: LocalDate | null; revision: number },
  today: LocalDate,
): Promise<DayChange[]> {
  if (day === null) return revision === 0 ? [] : EVERYTHING;
  const [first, last] = day < today ? [day, today] : [today, day];
  return changesBetween(databaseOf(em.fork()), first, last);
}

async function moveTo(em: EntityManager, today: LocalDate, from: LocalDate | null): Promise<void> {
  await databaseOf(em)
    .updateTable('publication')
    .set({ day: today })
    .where('id', '=', 1)
    .where('day', 'is not distinct from', from)
    .execute();
}
