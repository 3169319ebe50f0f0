import { sql } from 'kysely';
import {
  accountProblems,
  identificationTaken,
  normalIdentification,
  type Identification,
} from '../accounts/account-input.js';
import { insertAccount } from '../accounts/account.service.js';
import { grantListProblems } from '../accounts/grant-check.queries.js';
import type { GrantFacts } from '../accounts/grant.js';
import { NO_DUTY } from '../accounts/beyond-rights.js';
import { dutiesBeyond } from '../accounts/kept-accounts.queries.js';
import { keepAccounts, type Keyed } from '../accounts/operate.service.js';
import { mayOperate } from '../auth/policy.js';
import { refused, type Answer } from '../changes/change.service.js';
import { databaseOf, type Database } from '../database/orm.js';
import type { Refusal } from '../graphql/user-error.js';
import type { Context } from '../request/context.js';
import { invite, type Invited } from './invite.service.js';

interface NewAccountRequest {
  name: string;
  email?: string | null;
  signInName?: string | null;
  password?: string | null;
  grants: readonly GrantFacts[];
  input: Keyed;
}

/** Adds an account; without a password its owner is invited in the same transaction. */
export function createAccount(
  context: Context,
  request: NewAccountRequest,
): Promise<Answer<Invited>> {
  return keepAccounts(context, 'accountCreate', request.input, async (em, at) => {
    const identification = normalIdentification(request);
    const password = request.password ?? null;
    const account = { ...request, ...identification, password };
    const database = databaseOf(em);
    const problems = [
      ...accountProblems(account),
      ...((await isTaken(database, identification)) ? [identificationTaken(identification)] : []),
      ...(await grantListProblems(database, request.grants)),
      ...(await beyondRights(database, context, request.grants)),
    ];
    if (problems.length > 0) return refused(problems);
    const passwordChangeRequired = password !== null;
    const event = await insertAccount(em, { ...account, passwordChangeRequired }, at);
    if (!event) return refused([identificationTaken(identification)]);
    const id = event.subjectId;
    if (password !== null) return { value: { id, seed: null }, refusals: [], events: [event] };
    const invited = await invite(context, em, [id], { byMail: true, at });
    return {
      value: { id, seed: invited[0]?.seed ?? null },
      refusals: [],
      events: [event, ...invited.map((each) => each.event)],
    };
  });
}

/** @returns what of the duties the viewer may not give. */
async function beyondRights(
  database: Database,
  context: Context,
  grants: readonly GrantFacts[],
): Promise<Refusal[]> {
  if (grants.length === 0 && !mayOperate(context.viewer)) return [NO_DUTY];
  return dutiesBeyond(database, context, grants, (index) => ['grants', String(index)]);
}

async function isTaken(
  database: Database,
  { email, signInName }: Identification,
): Promise<boolean> {
  const { rows } = await sql`
    select from account where email = ${email} or sign_in_name = ${signInName}`.execute(database);
  return rows.length > 0;
}
