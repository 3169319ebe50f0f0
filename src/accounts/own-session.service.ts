import { sql } from 'kysely';
import { requireViewer } from '../auth/require-viewer.js';
import { change, refused, type Answer } from '../changes/change.service.js';
import { databaseOf } from '../database/orm.js';
import { notFound } from '../graphql/input-check.js';
import type { Context } from '../request/context.js';
import { accountEvent } from './account.service.js';
import type { Keyed } from './operate.service.js';

/** Ends one of the viewer's own sessions. @returns its family. */
export function endOwnSession(
  context: Context,
  input: Keyed & { session: string },
): Promise<Answer<string>> {
  const { accountId } = requireViewer(context.viewer);
  const request = { action: 'accountSessionEnd', input, publishes: false };
  return change(context, request, async (em, at) => {
    const database = databaseOf(em);
    // A refresh comes before or after, and goes on with nothing that has ended.
    await sql`select from account where id = ${accountId} for update`.execute(database);
    const { numAffectedRows } = await sql`
      update account_session set ended_at = ${at}
      where account_id = ${accountId} and family::text = ${input.session} and ended_at is null`.execute(
      database,
    );
    if (!numAffectedRows) return refused([notFound('session')]);
    return {
      value: input.session,
      refusals: [],
      events: [accountEvent(accountId, null, null)],
    };
  });
}
