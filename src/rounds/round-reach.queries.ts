import { sql, type Expression, type RawBuilder } from 'kysely';
import { databaseOf, type EntityManager } from '../database/orm.js';
import { tellFigures } from '../database/tell-figures.js';
import type { LocalDate } from '../shared/dates.js';
import type { RoundRow } from './round.queries.js';

/**
 * The SQL query of the units that rounds of some units reach, the other way round than
 * `roundsReaching`: the units themselves, those under them, and what took any of these over whole.
 * @param callers the ids of the units that call the rounds.
 */
export function unitsReachedBy(callers: Expression<unknown>) {
  return withTakers(sql`
    select unit.id from administrative_unit as unit where unit.path && array(${callers})`);
}

/** The SQL query of some units, and of those that took any of these over whole. */
function withTakers(unitIds: Expression<unknown>) {
  return sql<{ id: number }>`
    with recursive reached as (
      select units.id from (${unitIds}) as units(id)
      union
      select succession.successor_id
      from reached join unit_succession as succession
        on succession.predecessor_id = reached.id and succession.extent = 'WHOLE'
    ) select id from reached`;
}

/** The SQL query of the units among some that have reports, of which some may be carried forward. */
export function unitsWithReports(unitIds: Expression<unknown>) {
  return sql<{ id: number }>`
    select reached.id from (${unitIds}) as reached
    where exists (select from progress_count where unit_id = reached.id and reported <> 0)`;
}

/** The SQL query of the institutions that are, were or will be in some units. */
export function institutionsIn(unitIds: Expression<unknown>) {
  return sql<{ id: number }>`
    select distinct institution_id as id from institution_period
    where superseded_at is null and unit_id in (select id from (${unitIds}) as place)`;
}

type Dates = Pick<RoundRow, 'unitId' | 'dueOn' | 'referenceDate'>;

/**
 * Tells the outbox that figures of everything that a round reaches may have changed, if the round is
 * due, before or after its change: institutions then owe a report or no longer do, and reports are
 * carried forward or no longer are.
 * @param before null for a new round.
 * @param after null for one that there is no longer.
 */
export async function tellReached(
  em: EntityManager,
  before: Dates | null,
  after: Dates | null,
  today: LocalDate,
): Promise<void> {
  const same = before?.dueOn === after?.dueOn && before?.referenceDate === after?.referenceDate;
  const round = [before, after].find((each) => each && each.dueOn <= today);
  if (same || !round) return;
  const reached = unitsReachedBy(sql`select ${round.unitId}::int`);
  await tellNodesOf(em, unitsWithReports(reached), institutionsIn(reached));
}

/**
 * Tells the outbox that figures may have changed of units that took others over whole, or no longer
 * do: rounds that the others called reach them and their institutions, or no longer do.
 */
export async function tellTakenOver(em: EntityManager, takerIds: readonly number[]): Promise<void> {
  const reached = withTakers(sql`select unnest(${[...takerIds]}::int[])`);
  await tellNodesOf(em, reached, institutionsIn(reached));
}

type Ids = RawBuilder<{ id: number }>;

async function tellNodesOf(em: EntityManager, units: Ids, institutions: Ids): Promise<void> {
  for (const [nodeType, nodes] of [
    ['AdministrativeUnit', units],
    ['Institution', institutions],
  ] as const) {
    const { rows } = await nodes.execute(databaseOf(em));
    await tellFigures(
      em,
      nodeType,
      rows.map(({ id }) => id),
    );
  }
}
