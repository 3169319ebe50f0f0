import { sql } from 'kysely';
import type { Database } from '../database/orm.js';
import { perRequest } from '../reads/loader.js';
import type { Context } from '../request/context.js';

export interface ContactRow {
  email: string | null;
  telephone: string | null;
  version: number;
}

/** What an institution has before anything is recorded. */
export const NO_CONTACT: ContactRow = { email: null, telephone: null, version: 0 };

export async function contactsOf(
  database: Database,
  ids: readonly number[],
): Promise<Map<number, ContactRow>> {
  const { rows } = await sql<ContactRow & { id: number }>`
    select institution_id as id, email, telephone, version from institution_contact
    where superseded_at is null and institution_id = any(${[...ids]}::int[])`.execute(database);
  return new Map(rows.map(({ id, ...contact }) => [id, contact]));
}

export const loadContact = perRequest(
  'institution contact',
  ({ database }: Context, ids: readonly number[]) => contactsOf(database, ids),
);
