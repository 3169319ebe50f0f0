import { sql } from 'kysely';
import { requireViewer } from '../auth/require-viewer.js';
import { change, refused, type Answer, type Done } from '../changes/change.service.js';
import { databaseOf, type Database } from '../database/orm.js';
import { notFound } from '../graphql/input-check.js';
import type { Context } from '../request/context.js';
import { firstOf } from '../shared/required.js';
import { searchable } from '../shared/text.js';
import { nameProblems } from './account-input.js';
import { accountEvent } from './account.service.js';
import { lockAccount } from './administration.service.js';
import { alreadySo, keepAccounts, type Changed, type Keyed } from './operate.service.js';

/** Gives an account another name to be shown by; entries of the trail keep the one of then. */
export function renameAccount(
  context: Context,
  { accountId, name, input }: { accountId: number | null; name: string; input: Keyed },
): Promise<Answer<Changed>> {
  return keepAccounts(context, 'accountRename', input, async (em) => {
    const account = await lockAccount(em, context, accountId);
    const problems = [...(account ? [] : [notFound('account')]), ...nameProblems(name)];
    if (!account || problems.length > 0) return refused(problems);
    return rename(databaseOf(em), account.id, name);
  });
}

/** Gives the viewer's own account another name. */
export function changeOwnName(
  context: Context,
  input: Keyed & { name: string },
): Promise<Answer<Changed>> {
  const { accountId } = requireViewer(context.viewer);
  const request = { action: 'accountNameChange', input, publishes: false };
  return change(context, request, async (em) => {
    const problems = nameProblems(input.name);
    if (problems.length > 0) return refused(problems);
    const database = databaseOf(em);
    await sql`select from account where id = ${accountId} for update`.execute(database);
    return rename(database, accountId, input.name);
  });
}

/** Call it under the lock of the account. */
async function rename(database: Database, id: number, given: string): Promise<Done<Changed>> {
  const name = given.trim();
  const { rows } = await sql<{ name: string; signInName: string }>`
    select name, coalesce(email, sign_in_name, '') as "signInName" from account
    where id = ${id}`.execute(database);
  const before = firstOf(rows);
  if (before.name === name) return alreadySo(id);
  const searchName = searchable(`${name} ${before.signInName}`.trim());
  await sql`
    update account set name = ${name}, search_name = ${searchName} where id = ${id}`.execute(
    database,
  );
  const events = [accountEvent(id, { name: before.name }, { name })];
  return { value: { id }, refusals: [], events };
}
