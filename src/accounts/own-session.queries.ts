import { sql } from 'kysely';
import type { Viewer } from '../auth/viewer.js';
import type { Database } from '../database/orm.js';

/** One sign-in of the viewer that is open. */
export interface OwnSessionRow {
  /** The family of its tokens. */
  id: string;
  /** The issuer through which it began; null for a password. */
  issuer: string | null;
  /** From where its last token was asked for; null for one from before addresses were kept. */
  address: string | null;
  lastUsedAt: string;
  expiresAt: string;
}

/** The sign-ins of an account that are open, the last used first. */
export async function ownSessions(
  database: Database,
  { accountId }: Viewer,
  now: Date,
): Promise<OwnSessionRow[]> {
  const { rows } = await sql<OwnSessionRow>`
    select newest.* from (
      select distinct on (family) family as id, issuer, address, created_at as "lastUsedAt",
        expires_at as "expiresAt"
      from account_session
      where account_id = ${accountId} and used_at is null and ended_at is null
        and expires_at > ${now}
      order by family, account_session.id desc) as newest
    order by "lastUsedAt" desc, id`.execute(database);
  return rows;
}
