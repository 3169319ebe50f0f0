import { sql } from 'kysely';
import type { IssuerClaims } from '../auth/issuer.js';
import { hashPassword, passwordProblem } from '../auth/password.js';
import { databaseOf, type EntityManager } from '../database/orm.js';
import { OperatorError } from '../shared/errors.js';
import type { Role } from './account.enums.js';
import { Grant } from './grant.entity.js';

const EMAIL = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;

export interface NewAccount {
  name: string;
  email: string;
  password: string;
  grants: { role: Role; unitId?: number; institutionId?: number }[];
}

/**
 * Adds an account that signs in with a password.
 * @throws OperatorError ACCOUNT_INVALID with everything that is wrong, ACCOUNT_EXISTS.
 */
export async function addAccount(
  em: EntityManager,
  account: NewAccount,
  now: Date,
): Promise<number> {
  const email = account.email.trim().toLowerCase();
  const problems = [
    ...(account.name.trim() === '' ? ['the name is empty'] : []),
    ...(EMAIL.test(email) ? [] : [`“${account.email}” is not an e-mail address`]),
    ...[passwordProblem(account.password)].flatMap((problem) =>
      problem ? [problem.en.replace(/\.$/, '')] : [],
    ),
  ];
  if (problems.length > 0)
    throw new OperatorError(
      'ACCOUNT_INVALID',
      `The account cannot be added: ${problems.join('; ')}.`,
    );
  const passwordHash = await hashPassword(account.password);
  return em.fork().transactional(async (within) => {
    const added = await sql<{ id: number }>`
      insert into account (name, email, password_hash, created_at)
      values (${account.name.trim()}, ${email}, ${passwordHash}, ${now})
      on conflict (email) do nothing returning id`.execute(databaseOf(within));
    const id = added.rows[0]?.id;
    if (id === undefined)
      throw new OperatorError(
        'ACCOUNT_EXISTS',
        `There is an account with the e-mail ${email} already.`,
      );
    for (const { role, unitId, institutionId } of account.grants)
      await within.insert(Grant, {
        account: id,
        role,
        unit: unitId ?? null,
        institution: institutionId ?? null,
      });
    return id;
  });
}

/** Adds the account of somebody whom an issuer vouches for, without roles; harmless when it is there. */
export async function recordIssuerAccount(
  em: EntityManager,
  { issuer, subject, name }: IssuerClaims,
  now: Date,
): Promise<void> {
  // Not the e-mail: an issuer may hand one to another person, and it must not open an account here.
  await sql`
    insert into account (name, issuer, subject, created_at)
    values (${name ?? subject}, ${issuer}, ${subject}, ${now})
    on conflict (issuer, subject) do nothing`.execute(databaseOf(em.fork()));
}
