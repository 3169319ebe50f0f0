import { sql } from 'kysely';
import { databaseOf, type Database, type EntityManager } from '../database/orm.js';
import type { Problem } from '../shared/csv.js';
import type { ImportRunRow, KeptRow } from './import-run.queries.js';
import { changedSince } from './obstacle.queries.js';
import { importedAgainText, obstacle } from './obstacle.js';

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
  if (corrected.length > 0) return correctedSince(table, database, rows, run, corrected);
  await sql`
    update ${sql.table(table)} set superseded_at = ${now}
    where id = any(${found.rows.map(({ presentId }) => presentId)}::int[])`.execute(database);
  await sql`
    insert into ${sql.table(table)} (${columns}, recorded_at)
    select ${columns}, ${now} from ${sql.table(table)}
    where superseded_at = ${imported}`.execute(database);
  return [];
}

/** What identifies a row of such a table through all its versions. */
const IDENTITY = {
  institution_succession: ['predecessor_id', 'successor_id', 'kind'],
  campus: ['institution_id', 'system', 'code'],
};

/** Says of each row which later import corrected it, or at least that it is no longer the same. */
async function correctedSince(
  table: keyof typeof COLUMNS,
  database: Database,
  rows: readonly KeptRow[],
  run: ImportRunRow,
  corrected: readonly number[],
): Promise<Problem[]> {
  const same = IDENTITY[table].map(
    (name) => sql`${sql.ref(`other.${name}`)} is not distinct from ${sql.ref(`mine.${name}`)}`,
  );
  const later = await sql<{ subjectId: number; id: number; file: string | null; at: string }>`
    select mine.id as "subjectId", later.id, later.file, later.at
    from ${sql.table(table)} as mine join ${sql.table(table)} as other on ${sql.join(same, sql` and `)}
    join import_row as its on its.subject_id = other.id and its.subject_type = ${rows[0]?.subjectType ?? ''}
    join import_run as later on later.id = its.run_id
    where mine.id = any(${[...corrected]}::int[]) and later.id > ${run.id} and later.undone_at is null
    order by later.id`.execute(database);
  const bySubject = Map.groupBy(later.rows, ({ subjectId }) => subjectId);
  const named = rows.flatMap((row) =>
    (bySubject.get(row.subjectId) ?? []).map((each) =>
      obstacle(row, 'IMPORTED_AGAIN', importedAgainText(each)),
    ),
  );
  const unnamed = rows.filter(
    ({ subjectId }) => corrected.includes(subjectId) && !bySubject.has(subjectId),
  );
  return [...named, ...(await changedSince(database, unnamed, run))];
}
