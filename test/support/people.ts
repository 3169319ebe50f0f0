import { seedDemoAccounts } from '../../seeds/demo/accounts.js';
import { addAccount, type NewAccount } from '../../src/accounts/account.service.js';
import type { Role } from '../../src/accounts/account.enums.js';
import { rowIdOf, toGlobalId } from '../../src/graphql/node.js';
import type { InstitutionKind } from '../../src/vocabulary/institution.enums.js';
import type { LocalDate } from '../../src/shared/dates.js';
import type { TestHub } from './hub.js';

/** A role as tests say it: ids of the graph, spans only where they matter. */
export interface Duty {
  role: Role;
  /** The id of a planner's or reviewer's unit. */
  unit?: string;
  /** The id of a school administrator's institution. */
  institution?: string;
  kinds?: InstitutionKind[];
  validFrom?: LocalDate;
  validTo?: LocalDate;
}

/** What tells the hub who is asking; the third argument of `hub.ask` and `hub.data`. */
export type Headers = Record<string, string>;

/** What everybody in the tests signs in with. */
export const PASSWORD = 'một mật khẩu đủ dài';

/** Somebody who has an account and has signed in. */
export interface Person {
  accountId: number;
  /** The id of the account in the graph. */
  id: string;
  email: string;
  headers: Headers;
}

/** When the accounts of tests were made. */
const MADE = new Date('2026-01-01T00:00:00Z');

/**
 * Somebody new with these roles, signed in. The token is good for fifteen minutes of the hub's time.
 * @param name as the audit trail and conflicts tell it.
 */
export async function person(
  hub: TestHub,
  grants: NewAccount['grants'],
  name = 'Người thử',
): Promise<Person> {
  const email = `${crypto.randomUUID()}@example.edu.vn`;
  const id = await addAccount(hub.em, { name, email, password: PASSWORD, grants }, MADE);
  return signedIn(hub, id, email);
}

/** The same with ids of the graph, for tests that need only the headers. */
export async function signIn(
  hub: TestHub,
  duties: Duty | readonly Duty[] = [],
  name?: string,
): Promise<Headers> {
  const grants = [duties].flat().map(({ unit, institution, ...duty }) => ({
    ...duty,
    unitId: rowIdOf('AdministrativeUnit', unit),
    institutionId: rowIdOf('Institution', institution),
  }));
  return (await person(hub, grants, name)).headers;
}

/** The accounts of the demo, by what stands before the @ of their e-mail, signed in. */
export async function demoPeople(hub: TestHub): Promise<Record<string, Person>> {
  await seedDemoAccounts(hub.em, PASSWORD, MADE);
  const rows = await hub.em.execute<{ id: number; email: string }[]>(
    `select id, email from account where email like '%@demo.example'`,
  );
  const people = rows.map(
    async ({ id, email }) => [email.split('@')[0]!, await signedIn(hub, id, email)] as const,
  );
  return Object.fromEntries(await Promise.all(people));
}

async function signedIn(hub: TestHub, accountId: number, email: string): Promise<Person> {
  const { sessionStart } = await hub.data(
    `mutation ($email: String!, $password: String!) {
      sessionStart(input: { email: $email, password: $password }) { accessToken } }`,
    { email, password: PASSWORD },
  );
  const headers = { authorization: `Bearer ${sessionStart.accessToken}` };
  return { accountId, id: toGlobalId('Account', accountId), email, headers };
}

/** The id of the unit that a code named on a date. */
export async function idOfUnit(hub: TestHub, code: string, on: LocalDate): Promise<string> {
  const { administrativeUnit } = await hub.data(
    'query ($code: String!, $on: LocalDate!) { administrativeUnit(code: $code, on: $on) { id } }',
    { code, on },
  );
  return administrativeUnit.id;
}

/** The id of the institution that has a code today. */
export async function idOfInstitution(hub: TestHub, code: string): Promise<string> {
  const { institution } = await hub.data(
    'query ($code: String!) { institution(code: $code) { id } }',
    { code },
  );
  return institution.id;
}
