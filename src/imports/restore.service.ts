import { sql } from 'kysely';
import { databaseOf, type EntityManager } from '../database/orm.js';
import type { Problem } from '../shared/csv.js';
import { searchable } from '../shared/text.js';
import type { ColumnChange } from '../vocabulary/imported-row.js';
import type { ImportRunRow, KeptRow } from './import-run.queries.js';
import { changedSince, referencesTo } from './obstacle.queries.js';

/** The tables without versions: the columns of a file have the same names there. */
export const PLAIN_TABLES = {
  UNITS: 'administrative_unit',
  SUCCESSIONS: 'unit_succession',
  PUBLISHED_INDEX: 'published_index',
} as const;

/**
 * Gives the rows of a table the values that they had before an import, and removes those that it
 * created. Rows that are no longer as the import left them stay, and so does everything that it
 * created while anything refers to it.
 * @returns what stays, with the reason.
 */
export async function restoreRows(
  em: EntityManager,
  table: (typeof PLAIN_TABLES)[keyof typeof PLAIN_TABLES],
  rows: readonly KeptRow[],
  run: ImportRunRow,
): Promise<Problem[]> {
  const database = databaseOf(em);
  const asImported = await idsAsImported(em, table, rows);
  const kept = rows.filter(({ subjectId }) => asImported.has(subjectId));
  const changed = rows.filter(({ subjectId }) => !asImported.has(subjectId));
  const created = kept.filter(({ outcome }) => outcome === 'CREATED');
  const references = await referencesTo(database, table, created);
  if (references.length === 0 && changed.length === 0)
    await remove(
      em,
      table,
      created.map(({ subjectId }) => subjectId),
    );
  await restore(
    em,
    table,
    kept.filter(({ outcome }) => outcome === 'UPDATED'),
  );
  return [...(await changedSince(database, changed, run)), ...references];
}

/** The rows that are as the import left them. */
async function idsAsImported(
  em: EntityManager,
  table: string,
  rows: readonly KeptRow[],
): Promise<Set<number>> {
  const found = await sql<{ id: number }>`
    select present.id from ${sql.table(table)} as present
    join unnest(${rows.map(({ subjectId }) => subjectId)}::int[],
      ${rows.map(({ changes }) => imageOf(changes, 'after'))}::jsonb[]) as imported(id, image)
      on imported.id = present.id
    where to_jsonb(jsonb_populate_record(present, image)) = to_jsonb(present)`.execute(
    databaseOf(em),
  );
  return new Set(found.rows.map(({ id }) => id));
}

async function restore(em: EntityManager, table: string, rows: readonly KeptRow[]): Promise<void> {
  const names = [
    ...new Set(rows.flatMap(({ changes }) => Object.keys(columnsOf(changes, 'before')))),
  ];
  if (names.length === 0) return;
  const set = names.map(
    (name) =>
      sql`${sql.ref(name)} = (jsonb_populate_record(present, earlier.image)).${sql.ref(name)}`,
  );
  await sql`
    update ${sql.table(table)} as present set ${sql.join(set)}
    from unnest(${rows.map(({ subjectId }) => subjectId)}::int[],
      ${rows.map(({ changes }) => imageOf(changes, 'before'))}::jsonb[]) as earlier(id, image)
    where earlier.id = present.id`.execute(databaseOf(em));
}

async function remove(em: EntityManager, table: string, ids: readonly number[]): Promise<void> {
  const database = databaseOf(em);
  if (ids.length === 0) return;
  // Nothing is counted in them any more, or an institution would refer to them.
  if (table === PLAIN_TABLES.UNITS)
    for (const counts of ['progress_count', 'segment_count'])
      await sql`delete from ${sql.table(counts)} where unit_id = any(${[...ids]}::int[])`.execute(
        database,
      );
  await sql`delete from ${sql.table(table)} where id = any(${[...ids]}::int[])`.execute(database);
}

function imageOf(changes: readonly ColumnChange[], side: 'before' | 'after'): string {
  return JSON.stringify(columnsOf(changes, side));
}

/** What a name is found by follows from it. */
function columnsOf(changes: readonly ColumnChange[], side: 'before' | 'after') {
  const columns = Object.fromEntries(changes.map((change) => [change.column, change[side]]));
  const { name } = columns;
  return name == null ? columns : { ...columns, search_name: searchable(name) };
}
