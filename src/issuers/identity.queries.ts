import { sql } from 'kysely';
import { perRequest } from '../reads/loader.js';

export interface IdentityRow {
  accountId: number;
  issuer: string;
  linkedAt: string;
}

/** The issuers that know each account, in the order in which they were linked. */
export const loadIdentitiesOf = perRequest(
  'identities of account',
  async ({ database }, accountIds: readonly number[]): Promise<Map<number, IdentityRow[]>> => {
    const { rows } = await sql<IdentityRow>`
      select account_id as "accountId", issuer, linked_at as "linkedAt" from account_identity
      where account_id = any(${[...accountIds]}::int[]) order by linked_at, id`.execute(database);
    return Map.groupBy(rows, (row) => row.accountId);
  },
);
