import { sql } from 'kysely';
import type { Database } from '../database/orm.js';
import { perRequest } from '../reads/loader.js';
import type { Context } from '../request/context.js';
import { loadAccount } from './account.queries.js';
import type { GrantFacts } from './grant.js';

export interface GrantRow extends GrantFacts {
  id: number;
  accountId: number;
}

export const GRANT_COLUMNS = sql`id, account_id as "accountId", role, unit_id as "unitId",
  institution_id as "institutionId", kinds, valid_from as "validFrom", valid_to as "validTo"`;

/** All grants of each account, past, present and future, in the order in which they were given. */
export async function grantsOf(
  database: Database,
  accountIds: readonly number[],
): Promise<Map<number, GrantRow[]>> {
  const found = await sql<GrantRow>`
    select ${GRANT_COLUMNS} from account_grant
    where account_id = any(${[...accountIds]}::int[]) order by id`.execute(database);
  return Map.groupBy(found.rows, (row) => row.accountId);
}

export const loadGrantsOf = perRequest(
  'grants of account',
  ({ database }, accountIds: readonly number[]) => grantsOf(database, accountIds),
);

const loadAnyGrant = perRequest('grant', async ({ database }, ids: readonly number[]) => {
  const found = await sql<GrantRow>`
    select ${GRANT_COLUMNS} from account_grant where id = any(${[...ids]}::int[])`.execute(
    database,
  );
  return new Map(found.rows.map((row) => [row.id, row]));
});

/** One grant by row id, batched; null unless the viewer has it or keeps its account. */
export async function loadGrant(context: Context, id: number): Promise<GrantRow | null> {
  const { viewer } = context;
  if (!viewer) return null;
  const grant = await loadAnyGrant(context, id);
  if (!grant || grant.accountId === viewer.accountId) return grant;
  return (await loadAccount(context, grant.accountId)) && grant;
}
