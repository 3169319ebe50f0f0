import { sql } from 'kysely';
import { perRequest } from '../reads/loader.js';

export interface FactorRow {
  accountId: number;
  recoveryCodesLeft: number;
}

/** The second factors that are confirmed, of each account that has one. */
export const loadFactor = perRequest(
  'second factor',
  async ({ database }, accountIds: readonly number[]): Promise<Map<number, FactorRow>> => {
    const { rows } = await sql<FactorRow>`
      select account_id as "accountId", (select count(*)::int from recovery_code as code
        where code.account_id = factor.account_id and used_at is null) as "recoveryCodesLeft"
      from second_factor as factor
      where account_id = any(${[...accountIds]}::int[]) and secret is not null`.execute(database);
    return new Map(rows.map((row) => [row.accountId, row]));
  },
);
