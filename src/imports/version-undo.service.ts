import { sql } from 'kysely';
import { databaseOf, type EntityManager } from '../database/orm.js';
import type { Problem } from '../shared/csv.js';
import type { ImportRunRow, KeptRow } from './import-run.queries.js';
import { changedSince } from './obstacle.queries.js';

/** The tables whose rows are superseded, with the columns that say something. */
const COLUMNS = {
  institution_succession: [
    'predecessor_id',
    'successor_id',
    'kind',
    'effective_on',
    'legal_document',
  ],
  campus: ['institution_id', 'system', 'code', 'name', 'unit_id', 'valid_from', 'valid_to'],
};

/**
 * Supersedes what an import recorded, and records again what it superseded. What was known in between
 * stays known. A row that an undone correction had superseded counts as the one that was imported.
 * @returns the rows that were corrected since; then nothing may be committed.
 */
export async function undoVersions(
  table: keyof typeof COLUMNS,
  em: EntityManager,
  rows: readonly KeptRow[],
  run: ImportRunRow,
  at: Date,
): Promise<Problem[]> {
  const database = databaseOf(em);
  const imported = sql`${run.at}::timestamptz`;
  const now = sql`${at.toISOString()}::timestamptz`;
  const columns = sql.join(COLUMNS[table].map((name) => sql.ref(name)));
  const of = (alias: string) =>
    sql`row(${sql.join(COLUMNS[table].map((name) => sql.ref(`${alias}.${name}`)))})`;
  const found = await sql<{ id: number; presentId: number | null }>`
    select mine.id, present.id as "presentId" from ${sql.table(table)} as mine
    left join ${sql.table(table)} as present on present.superseded_at is null
      and ${of('present')} is not distinct from ${of('mine')}
    where mine.recorded_at = ${imported}`.execute(database);
  const corrected = found.rows.flatMap(({ id, presentId }) => (presentId === null ? [id] : []));
  if (corrected.length > 0)
    return changedSince(
      database,
      rows.filter(({ subjectId }) => corrected.includes(subjectId)),
      run,
    );
  await sql`
    update ${sql.table(table)} set superseded_at = ${now}
    where id = any(${found.rows.map(({ presentId }) => presentId)}::int[])`.execute(database);
  await sql`
    insert into ${sql.table(table)} (${columns}, recorded_at)
    select ${columns}, ${now} from ${sql.table(table)}
    where superseded_at = ${imported}`.execute(database);
  return [];
}
