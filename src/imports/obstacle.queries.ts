import { sql } from 'kysely';
import type { Database } from '../database/orm.js';
import type { Problem } from '../shared/csv.js';
import { importedAgainText, obstacle, changedSinceText, referredText } from './obstacle.js';
import type { ImportRunRow, KeptRow } from './import-run.queries.js';

/** Later imports that changed the same subjects and hold. */
export async function laterImports(database: Database, run: ImportRunRow): Promise<Problem[]> {
  const found = await sql<KeptRow & { id: number; file: string | null; at: string }>`
    select distinct mine.row, mine.subject, later.id, later.file, later.at
    from import_row as mine
    join import_row as other on other.subject_type = mine.subject_type
      and other.subject_id = mine.subject_id
    join import_run as later on later.id = other.run_id
    where mine.run_id = ${run.id} and later.id > ${run.id} and later.undone_at is null
    order by mine.row, later.id`.execute(database);
  return found.rows.map((row) => obstacle(row, 'IMPORTED_AGAIN', importedAgainText(row)));
}

/** Says of each row who changed its subject after the import. */
export async function changedSince(
  database: Database,
  rows: readonly KeptRow[],
  run: ImportRunRow,
): Promise<Problem[]> {
  if (rows.length === 0) return [];
  const found = await sql<{ id: number; who: string; action: string; at: string }>`
    select subject_id as id, account_name as who, action, at from audit_event
    where subject_type = ${rows[0]!.subjectType} and at > ${run.at}::timestamptz
      and subject_id = any(${rows.map(({ subjectId }) => subjectId)}::int[])
    order by audit_event.id`.execute(database);
  const changes = Map.groupBy(found.rows, ({ id }) => id);
  return rows.map((row) =>
    obstacle(row, 'CHANGED_SINCE', changedSinceText(changes.get(row.subjectId) ?? [])),
  );
}

/** Counts are derived, and go with what they count. */
const DERIVED = ['progress_count'];

/**
 * What refers to created rows of a table, by every foreign key that there is. What was created by
 * the same import does not count.
 * @param except tables whose rows do not count.
 */
export async function referencesTo(
  database: Database,
  table: string,
  rows: readonly KeptRow[],
  except: readonly string[] = DERIVED,
): Promise<Problem[]> {
  if (rows.length === 0) return [];
  const ids = rows.map(({ subjectId }) => subjectId);
  const keys = await sql<{ table: string; column: string }>`
    select key.conrelid::regclass::text as "table", attribute.attname as "column"
    from pg_constraint as key join pg_attribute as attribute
      on attribute.attrelid = key.conrelid and attribute.attnum = key.conkey[1]
    where key.contype = 'f' and key.confrelid = ${table}::regclass
    order by 1, 2`.execute(database);
  const counted: { table: string; id: number; count: number }[] = [];
  for (const key of keys.rows.filter((each) => !except.includes(each.table))) {
    const own = key.table === table ? sql`and not id = any(${ids}::int[])` : sql``;
    const found = await sql<{ id: number; count: number }>`
      select ${sql.ref(key.column)} as id, count(*)::int as count from ${sql.table(key.table)}
      where ${sql.ref(key.column)} = any(${ids}::int[]) ${own} group by 1`.execute(database);
    counted.push(...found.rows.map((row) => ({ table: key.table, ...row })));
  }
  const bySubject = Map.groupBy(counted, ({ id }) => id);
  return rows.flatMap((row) => {
    const byTable = Map.groupBy(bySubject.get(row.subjectId) ?? [], (each) => each.table);
    return [...byTable].map(([name, counts]) => {
      const total = counts.reduce((sum, { count }) => sum + count, 0);
      return obstacle(row, 'REFERRED_TO', referredText(name, total));
    });
  });
}
