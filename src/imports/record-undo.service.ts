import type { Event } from '../changes/change.service.js';
import { databaseOf, type EntityManager } from '../database/orm.js';
import type { Problem } from '../shared/csv.js';
import { undoRecords } from '../workforce-registry/record-undo.service.js';
import type { ImportRunRow, KeptRow } from './import-run.queries.js';
import { changedSince } from './obstacle.queries.js';
import { obstacle } from './obstacle.js';

/** Undoes an import of counts: the records get a further version, or are removed. */
export async function undoWorkforce(
  em: EntityManager,
  rows: readonly KeptRow[],
  run: ImportRunRow,
  at: Date,
): Promise<{ obstacles: Problem[]; trails: Map<number, Event> }> {
  const ids = rows.map(({ subjectId }) => subjectId);
  const reason = `Hoàn tác lần nhập ${run.id} – import ${run.id} undone`;
  const { changed, overlapping, events } = await undoRecords(em, ids, new Date(run.at), {
    at,
    reason,
  });
  const among = (wanted: readonly number[]) =>
    rows.filter(({ subjectId }) => wanted.includes(subjectId));
  const obstacles = [
    ...(await changedSince(databaseOf(em), among(changed), run)),
    ...among(overlapping).map((row) =>
      obstacle(row, 'LEFT_UNFIT', {
        vi: 'một số đếm ghi sau đó có chung một số ngày',
        en: 'a record made since has some of the same days',
      }),
    ),
  ];
  return { obstacles, trails: new Map(events.map((event) => [event.subjectId, event])) };
}
