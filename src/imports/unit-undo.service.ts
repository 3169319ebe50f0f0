import { sql } from 'kysely';
import { databaseOf, type Database, type EntityManager } from '../database/orm.js';
import { relocateInstitutions } from '../institutions/relocation.service.js';
import { tellTakenOver } from '../rounds/round-reach.queries.js';
import type { Problem } from '../shared/csv.js';
import type { ImportRunRow, KeptRow } from './import-run.queries.js';
import { obstacle } from './obstacle.js';
import { PLAIN_TABLES, restoreRows } from './restore.service.js';
import { unfitUnits } from './unit-fit.queries.js';

/** Undoes an import of units; institutions follow. */
export async function undoUnits(
  em: EntityManager,
  rows: readonly KeptRow[],
  run: ImportRunRow,
  at: Date,
): Promise<Problem[]> {
  const refused = await restoreRows(em, PLAIN_TABLES.UNITS, rows, run);
  const ended = rows.filter(
    ({ outcome, changes }) =>
      outcome === 'UPDATED' && changes.some(({ column }) => column === 'valid_to'),
  );
  const unfit = await unfitUnits(databaseOf(em), ended, rows);
  const problems = [...refused, ...unfit];
  if (problems.length === 0)
    await relocateInstitutions(
      em,
      ended.map(({ subjectId }) => subjectId),
      at,
    );
  return problems;
}

/** Undoes an import of successions; institutions go back to where they were. */
export async function undoSuccessions(
  em: EntityManager,
  rows: readonly KeptRow[],
  run: ImportRunRow,
  at: Date,
): Promise<Problem[]> {
  const database = databaseOf(em);
  const ids = rows.map(({ subjectId }) => subjectId);
  const { rows: sides } = await sql<{ predecessorId: number; successorId: number }>`
    select predecessor_id as "predecessorId", successor_id as "successorId" from unit_succession
    where id = any(${ids}::int[])`.execute(database);
  const rested = await reportsOn(database, rows, run);
  const refused = await restoreRows(em, PLAIN_TABLES.SUCCESSIONS, rows, run);
  const problems = [...rested, ...refused, ...(await severalWholes(database, rows))];
  if (problems.length > 0) return problems;
  const predecessors = new Set(sides.map(({ predecessorId }) => predecessorId));
  await relocateInstitutions(em, [...predecessors], at);
  await tellTakenOver(
    em,
    sides.map(({ successorId }) => successorId),
  );
  return [];
}

/** Predecessors that would be taken whole although they have several successors. */
async function severalWholes(database: Database, rows: readonly KeptRow[]): Promise<Problem[]> {
  const found = await sql<{ id: number }>`
    select mine.id from unit_succession as mine
    where mine.id = any(${rows.map(({ subjectId }) => subjectId)}::int[])
      and exists (select from unit_succession as other
        where other.predecessor_id = mine.predecessor_id and other.id <> mine.id
          and 'WHOLE' in (mine.extent, other.extent))`.execute(database);
  const unfit = new Set(found.rows.map(({ id }) => id));
  return rows
    .filter(({ subjectId }) => unfit.has(subjectId))
    .map((row) =>
      obstacle(row, 'LEFT_UNFIT', {
        vi: 'đơn vị trước còn có đơn vị kế thừa khác, nên không thể được kế thừa toàn bộ',
        en: 'the predecessor has other successors, so none can take it whole',
      }),
    );
}

/** Reports in rounds that called an institution only because it had followed its unit. */
async function reportsOn(
  database: Database,
  rows: readonly KeptRow[],
  run: ImportRunRow,
): Promise<Problem[]> {
  const found = await sql<{ id: number; count: number }>`
    select succession.id, count(distinct report.id)::int as count
    from unit_succession as succession
    join institution_period as period on period.unit_id = succession.successor_id
      and period.origin = 'SUCCESSION' and period.recorded_at = ${run.at}::timestamptz
    join administrative_unit as unit on unit.id = period.unit_id
    join administrative_unit as predecessor on predecessor.id = succession.predecessor_id
    join status_update as report on report.institution_id = period.institution_id
    join reporting_round as round on round.id = report.round_id and round.unit_id = any(unit.path)
      and not round.unit_id = any(predecessor.path)
      and daterange(period.valid_from, period.valid_to, '[]') @> round.reference_date
    where succession.id = any(${rows.map(({ subjectId }) => subjectId)}::int[])
    group by succession.id`.execute(database);
  const counts = new Map(found.rows.map(({ id, count }) => [id, count]));
  return rows.flatMap((row) => {
    const count = counts.get(row.subjectId);
    if (count === undefined) return [];
    return obstacle(row, 'REFERRED_TO', {
      vi: `${count} báo cáo thuộc các đợt gọi cơ sở theo kế thừa này`,
      en: `${count} reports are in rounds that called institutions by it`,
    });
  });
}
