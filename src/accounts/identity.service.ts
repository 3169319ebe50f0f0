import { sql } from 'kysely';
import type { IssuerClaims } from '../auth/issuer-claims.js';
import { trailOf, type Event } from '../changes/change.service.js';
import { databaseOf, type Database, type EntityManager } from '../database/orm.js';
import { firstOf } from '../shared/required.js';
import { searchable } from '../shared/text.js';
import { accountEvent, insertGrants, type NewAccount } from './account.service.js';

/** Somebody whom an issuer knows; the e-mail is no part of it, because it may pass to another person. */
export type Identity = Pick<IssuerClaims, 'issuer' | 'subject'>;

/**
 * The account of somebody whom an issuer knows; null when there is none. Until the transaction ends,
 * nobody else finds out or decides whose account it is.
 */
export async function lockIdentity(
  database: Database,
  { issuer, subject }: Identity,
): Promise<number | null> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`${issuer} ${subject}`}, 0))`.execute(
    database,
  );
  const { rows } = await sql<{ accountId: number }>`
    select account_id as "accountId" from account_identity
    where issuer = ${issuer} and subject = ${subject}`.execute(database);
  return rows[0]?.accountId ?? null;
}

/** Lets somebody sign in to an account through an issuer. The identity must be locked, and nobody's. */
export async function linkIdentity(
  database: Database,
  accountId: number,
  { issuer, subject }: Identity,
  at: Date,
): Promise<Event> {
  await sql`
    insert into account_identity (account_id, issuer, subject, linked_at)
    values (${accountId}, ${issuer}, ${subject}, ${at})`.execute(database);
  return accountEvent(accountId, null, { issuer, subject });
}

/** Adds an account for somebody whom an issuer has verified. The identity must be locked, and nobody's. */
export async function insertIssuerAccount(
  em: EntityManager,
  { issuer, subject, name: given }: Identity & Pick<IssuerClaims, 'name'>,
  grants: NewAccount['grants'],
  at: Date,
): Promise<Event & { subjectId: number }> {
  const name = given ?? subject;
  const database = databaseOf(em);
  const added = await sql<{ id: number }>`
    insert into account (name, search_name, issuer, created_at)
    values (${name}, ${searchable(name)}, ${issuer}, ${at}) returning id`.execute(database);
  const { id } = firstOf(added.rows);
  await linkIdentity(database, id, { issuer, subject }, at);
  const told = await insertGrants(em, id, grants);
  const duties = told.length > 0 ? { grants: told } : {};
  return accountEvent(id, null, { name, issuer, subject, ...duties });
}

/**
 * Adds an account without roles for a person whose token a program sent; does nothing when there is one.
 * @param address the network address of the request.
 */
export async function recordIssuerAccount(
  em: EntityManager,
  claims: IssuerClaims,
  address: string,
  now: Date,
): Promise<void> {
  await em.fork().transactional(async (within) => {
    const database = databaseOf(within);
    if ((await lockIdentity(database, claims)) !== null) return;
    const event = await insertIssuerAccount(within, claims, [], now);
    const author = { accountId: null, name: claims.issuer, address };
    await trailOf(author, 'sign-in', [event], now).execute(database);
  });
}
