import { sql } from 'kysely';
import { OperatorError } from '../shared/errors.js';
import { firstOf } from '../shared/required.js';
import { addressesIn } from './addresses.js';
import { databaseOf, type EntityManager, type Orm } from './orm.js';

/** Where the role that serves may do less than read, insert, update and delete. */
const LESS: Readonly<Record<string, string>> = {
  audit_event: 'select, insert',
  approval_taken_back: 'select, insert',
  // Of what one publication tells of a node, the strongest stays.
  published_change: 'select, insert, update (kind)',
  // What became of a mail is written into its row.
  mail_message: 'select, insert, update',
  mikro_orm_migrations: 'select',
};

/** The name in the address of the role that serves. */
export function roleOf(serviceUrl: string): string {
  return decodeURIComponent(new URL(firstOf(addressesIn(serviceUrl))).username);
}

/**
 * Grants the role that serves what it needs of the tables, and takes back what it does not; harmless when it
 * is so. It owns nothing, so it cannot change a table, nor switch off a trigger that keeps what is final.
 * Call it as the owner of the tables. A role that is not there gets nothing, nor one that may do everything.
 */
export async function grantService(em: EntityManager, role: string): Promise<void> {
  const database = databaseOf(em);
  const { rows } = await sql<{ schema: string }>`
    select current_schema() as schema from pg_roles where rolname = ${role} and not rolsuper
      and not pg_has_role(oid, (select relowner from pg_class
        where oid = 'mikro_orm_migrations'::regclass), 'member')`.execute(database);
  const [found] = rows;
  if (!found) return;
  const [schema, to] = [sql.ref(found.schema), sql.ref(role)];
  const all = sql`in schema ${schema}`;
  await sql`grant usage on schema ${schema} to ${to}`.execute(database);
  await sql`grant select, insert, update, delete on all tables ${all} to ${to}`.execute(database);
  await sql`grant usage, select on all sequences ${all} to ${to}`.execute(database);
  for (const [table, privileges] of Object.entries(LESS)) {
    await sql`revoke all on ${sql.table(table)} from ${to}`.execute(database);
    await sql`grant ${sql.raw(privileges)} on ${sql.table(table)} to ${to}`.execute(database);
  }
}

/**
 * Whether the role that serves is held by what is below the hub: it owns no table and is no superuser.
 * @throws OperatorError DATABASE_NOT_MIGRATED where it finds no tables that it may read.
 */
export async function isHeld(orm: Orm): Promise<boolean> {
  const { rows } = await sql<{ held: boolean | null }>`
    select not exists (
        select from pg_roles where rolname = current_user and (rolsuper or rolbypassrls))
      and not pg_has_role(relowner, 'member') as held
    from pg_class where oid = to_regclass('audit_event') and has_table_privilege(oid, 'select')`.execute(
    databaseOf(orm.em.fork()),
  );
  if (rows.length === 0) throw notMigrated();
  return firstOf(rows).held ?? false;
}

/** Who serves cannot make tables. */
export function notMigrated(): OperatorError {
  return new OperatorError(
    'DATABASE_NOT_MIGRATED',
    'The role of DATABASE_URL does not own the tables of the hub, and they are missing, older than this hub, or not granted to it. Set HUB_MIGRATE_DATABASE_URL to the same database with the role that owns them, or run “hub migrate” so; see “The roles of the database” in docs/operations.md.',
  );
}
