import { sql, type RawBuilder } from 'kysely';
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

/** What people know a row by that refers to a subject, where they know it by anything. */
const NAME_OF: Record<string, RawBuilder<string>> = {
  account_grant: sql`(select account.name from account where account.id = account_id)`,
  administrative_unit: sql`code || ' ' || name`,
  campus: sql`system || ' ' || code || ' ' || name`,
  institution_succession: sql`(select code from institution where id = predecessor_id) || ' → '
    || (select code from institution where id = successor_id)`,
  participation_exception: sql`(select name_vi from reporting_round as round where round.id = round_id)`,
  plan: sql`title_vi`,
  published_index: sql`index_code || ' ' || year`,
  reporting_round: sql`name_vi`,
  status_update: sql`(select name_vi from reporting_round as round where round.id = round_id)`,
  unit_succession: sql`(select code from administrative_unit where id = predecessor_id) || ' → '
    || (select code from administrative_unit where id = successor_id)`,
};

interface Referring {
  table: string;
  id: number;
  count: number;
  /** Null where nobody knows the rows by a name. */
  names: (string | null)[];
}

/**
 * What refers to created rows of a table, by every foreign key that there is. What was created by
 * the same import does not count.
 * @param options.except tables whose rows do not count.
 * @param options.holding only what holds rests on the rows; they stay, as what was known.
 */
export async function referencesTo(
  database: Database,
  table: string,
  rows: readonly KeptRow[],
  { except = DERIVED, holding = false }: { except?: readonly string[]; holding?: boolean } = {},
): Promise<Problem[]> {
  if (rows.length === 0) return [];
  const ids = rows.map(({ subjectId }) => subjectId);
  const keys = await sql<{ table: string; column: string }>`
    select key.conrelid::regclass::text as "table", attribute.attname as "column"
    from pg_constraint as key join pg_attribute as attribute
      on attribute.attrelid = key.conrelid and attribute.attnum = key.conkey[1]
    where key.contype = 'f' and key.confrelid = ${table}::regclass
    order by 1, 2`.execute(database);
  const referring: Referring[] = [];
  for (const key of keys.rows.filter((each) => !except.includes(each.table))) {
    const own = key.table === table ? sql`and not id = any(${ids}::int[])` : sql``;
    // Not every table supersedes its rows.
    const holds = holding ? sql`and to_jsonb(referring) ->> 'superseded_at' is null` : sql``;
    const found = await sql<Omit<Referring, 'table'>>`
      select ${sql.ref(key.column)} as id, count(*)::int as count,
        array_agg(distinct ${NAME_OF[key.table] ?? sql`null::text`}) as names
      from ${sql.table(key.table)} as referring
      where ${sql.ref(key.column)} = any(${ids}::int[]) ${own} ${holds} group by 1`.execute(
      database,
    );
    referring.push(...found.rows.map((row) => ({ table: key.table, ...row })));
  }
  const bySubject = Map.groupBy(referring, ({ id }) => id);
  return rows.flatMap((row) => {
    const byTable = Map.groupBy(bySubject.get(row.subjectId) ?? [], (each) => each.table);
    return [...byTable].map(([name, found]) => {
      const total = found.reduce((sum, { count }) => sum + count, 0);
      const names = found.flatMap((each) => each.names.filter((known) => known !== null));
      return obstacle(row, 'REFERRED_TO', referredText(name, total, names));
    });
  });
}
