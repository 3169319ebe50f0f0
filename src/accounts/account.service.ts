import { sql } from 'kysely';
import { COMMAND_LINE, trailOf, type Author, type Event } from '../changes/change.service.js';
import { hashPassword } from '../auth/password.js';
import { insertRows } from '../database/insert-rows.js';
import { databaseOf, type EntityManager } from '../database/orm.js';
import { toGlobalId } from '../graphql/global-id.js';
import { OperatorError } from '../shared/errors.js';
import { searchable } from '../shared/text.js';
import type { Role } from './account.enums.js';
import { accountProblems, identificationTaken, normalIdentification } from './account-input.js';
import type { GrantFacts } from './grant.js';
import { Grant } from './grant.entity.js';

export interface NewAccount {
  name: string;
  /** Null for somebody who signs in with a name. */
  email?: string | null;
  signInName?: string | null;
  /** Null for somebody who is invited to set the first one. */
  password: string | null;
  /** Whether the owner has to change the password; left out means no. */
  passwordChangeRequired?: boolean;
  grants: readonly ({ role: Role } & Partial<GrantFacts>)[];
}

/**
 * Adds an account that signs in with a password, with its audit entry, in one transaction.
 * @param by the author and the name of the command.
 * @throws OperatorError ACCOUNT_INVALID with all problems, ACCOUNT_EXISTS.
 */
export async function addAccount(
  em: EntityManager,
  account: NewAccount,
  now: Date,
  by: { author: Author; action: string } = { author: COMMAND_LINE, action: 'user add' },
): Promise<number> {
  const identification = normalIdentification(account);
  const problems = accountProblems({ ...account, ...identification }).map(({ text }) => text.en);
  if (problems.length > 0)
    throw new OperatorError(
      'ACCOUNT_INVALID',
      `The account cannot be added. ${problems.join(' ')}`,
    );
  return em.fork().transactional(async (within) => {
    const event = await insertAccount(within, account, now);
    if (!event)
      throw new OperatorError('ACCOUNT_EXISTS', identificationTaken(identification).text.en);
    await trailOf(by.author, by.action, [event], now).execute(databaseOf(within));
    return event.subjectId;
  });
}

/**
 * Inserts an account whose input was checked, with its grants. Call it inside a transaction.
 * @returns the audit entry, or null when the e-mail or the name is taken.
 */
export async function insertAccount(
  em: EntityManager,
  account: NewAccount,
  at: Date,
): Promise<(Event & { subjectId: number }) | null> {
  const name = account.name.trim();
  const { email, signInName } = normalIdentification(account);
  const passwordHash = account.password === null ? null : await hashPassword(account.password);
  const added = await sql<{ id: number }>`
    insert into account (name, search_name, email, sign_in_name, password_hash,
      password_change_required, created_at)
    values (${name}, ${searchable(`${name} ${email ?? signInName}`)}, ${email}, ${signInName},
      ${passwordHash}, ${account.passwordChangeRequired ?? false}, ${at})
    on conflict do nothing returning id`.execute(databaseOf(em));
  const id = added.rows[0]?.id;
  if (id === undefined) return null;
  const grants = await insertGrants(em, id, account.grants);
  const who = email === null ? { signInName } : { email };
  return accountEvent(id, null, { name, ...who, grants });
}

/** Gives a new account its grants. @returns them as the audit trail tells them. */
export async function insertGrants(
  em: EntityManager,
  account: number,
  given: NewAccount['grants'],
): Promise<object[]> {
  const grants = given.map((grant) => ({ ...NOWHERE, ...grant }));
  await insertRows(
    em,
    Grant,
    grants.map((grant) => grantRow(account, grant)),
  );
  return grants.map(grantTold);
}

const NOWHERE = { unitId: null, institutionId: null, kinds: null, validFrom: null, validTo: null };

export function grantRow(account: number, { unitId, institutionId, kinds, ...rest }: GrantFacts) {
  return {
    account,
    unit: unitId,
    institution: institutionId,
    kinds: kinds && [...new Set(kinds)],
    ...rest,
  };
}

/** The audit trail shows grants with the ids of the graph. */
export function grantTold({ role, unitId, institutionId, kinds, ...span }: GrantFacts): object {
  return {
    role,
    unit: unitId && toGlobalId('AdministrativeUnit', unitId),
    institution: institutionId && toGlobalId('Institution', institutionId),
    kinds,
    validFrom: span.validFrom,
    validTo: span.validTo,
  };
}

/** An audit entry about an account. It concerns no unit, so only operators see it. */
export function accountEvent(
  subjectId: number,
  before: object | null,
  after: object | null,
): Event & { subjectId: number } {
  return { subjectType: 'Account', subjectId, before, after };
}
