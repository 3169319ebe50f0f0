import { sql, type Expression } from 'kysely';
import type { ApiKeyScope } from '../auth/api-key.js';
import { mayOperate } from '../auth/policy.js';
import type { Database } from '../database/orm.js';
import { perRequest } from '../reads/loader.js';
import type { Context } from '../request/context.js';

export interface ApiKeyRow {
  id: number;
  name: string;
  scopes: ApiKeyScope[];
  createdAt: string;
  expiresAt: string;
  revokedAt: string | null;
  lastUsedAt: string | null;
  version: number;
}

/** Without the secret itself, which is not stored. */
export interface ApiKeySecretRow {
  apiKeyId: number;
  prefix: string;
  createdAt: string;
  goodUntil: string | null;
  lastUsedAt: string | null;
}

export const TOLD_SECRETS = 10;

function apiKeys(database: Database) {
  return database.selectFrom('api_key').select([
    'api_key.id',
    'api_key.name',
    sql<ApiKeyScope[]>`api_key.scopes`.as('scopes'),
    sql<string>`api_key.created_at`.as('createdAt'),
    sql<string>`api_key.expires_at`.as('expiresAt'),
    sql<string | null>`api_key.revoked_at`.as('revokedAt'),
    sql<string | null>`(select max(secret.last_used_at) from api_key_secret as secret
        where secret.api_key_id = api_key.id)`.as('lastUsedAt'),
    'api_key.version',
  ]);
}

const loadAnyKey = perRequest(
  'api key',
  async ({ database }, ids: readonly number[]): Promise<Map<number, ApiKeyRow>> => {
    const rows = await apiKeys(database)
      .where('api_key.id', 'in', [...ids])
      .execute();
    return new Map(rows.map((row) => [row.id, row]));
  },
);

/** One key by row id, batched; null unless the viewer is an operator. */
export async function loadApiKey(context: Context, id: number): Promise<ApiKeyRow | null> {
  if (!mayOperate(context.viewer)) return null;
  return loadAnyKey(context, id);
}

/**
 * The rows of a list of keys; none unless the viewer is an operator.
 * @param prefix only the key that has a secret with this prefix.
 */
export function apiKeyRows(
  { database, viewer }: Context,
  prefix: string | null,
): Expression<ApiKeyRow> {
  const query = apiKeys(database).where(sql<boolean>`${mayOperate(viewer)}::boolean`);
  return prefix === null
    ? query
    : query.where(sql<boolean>`api_key.id = (
        select api_key_id from api_key_secret where prefix = ${prefix})`);
}

export const loadSecrets = perRequest(
  'secrets of api key',
  ({ database }, ids: readonly number[]) => secretsOf(database, ids),
);

async function secretsOf(
  database: Database,
  keyIds: readonly number[],
): Promise<Map<number, ApiKeySecretRow[]>> {
  const found = await sql<ApiKeySecretRow>`
    select secret.* from unnest(${[...keyIds]}::int[]) as key(id)
    cross join lateral (
      select api_key_id as "apiKeyId", prefix, created_at as "createdAt",
        good_until as "goodUntil", last_used_at as "lastUsedAt"
      from api_key_secret where api_key_id = key.id order by id desc limit ${TOLD_SECRETS}
    ) as secret`.execute(database);
  return Map.groupBy(found.rows, (row) => row.apiKeyId);
}

export interface FoundSecret {
  id: number;
  goodUntil: string | null;
  lastUsedAt: string | null;
  keyId: number;
  name: string;
  scopes: ApiKeyScope[];
  expiresAt: string;
  revokedAt: string | null;
}

export async function secretByHash(database: Database, hash: string): Promise<FoundSecret | null> {
  const found = await sql<FoundSecret>`
    select secret.id, secret.good_until as "goodUntil", secret.last_used_at as "lastUsedAt",
      api_key.id as "keyId", api_key.name, api_key.scopes, api_key.expires_at as "expiresAt",
      api_key.revoked_at as "revokedAt"
    from api_key_secret as secret join api_key on api_key.id = secret.api_key_id
    where secret.hash = ${hash}`.execute(database);
  return found.rows[0] ?? null;
}

export interface ListedKey extends ApiKeyRow {
  /** Of the newest secret. */
  prefix: string;
  state: 'good' | 'expired' | 'revoked';
}

export async function allApiKeys(database: Database, now: Date): Promise<ListedKey[]> {
  const rows = await apiKeys(database)
    .select(
      sql<string>`(select prefix from api_key_secret as secret
        where secret.api_key_id = api_key.id order by secret.id desc limit 1)`.as('prefix'),
    )
    .orderBy('api_key.id', 'desc')
    .execute();
  return rows.map((row) => {
    const ended = new Date(row.expiresAt) <= now ? 'expired' : 'good';
    return { ...row, state: row.revokedAt === null ? ended : 'revoked' };
  });
}
