import { addAccount } from '../../src/accounts/account.service.js';
import type { Role } from '../../src/accounts/account.enums.js';
import { Grant } from '../../src/accounts/grant.entity.js';
import { fromGlobalId } from '../../src/graphql/node.js';
import type { InstitutionKind } from '../../src/institutions/institution.enums.js';
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

const PASSWORD = 'một mật khẩu đủ dài';

/**
 * Somebody new with these roles, signed in. The token is good for fifteen minutes of the hub's time.
 * @param name as the audit trail and conflicts tell it.
 */
export async function signIn(
  hub: TestHub,
  duties: Duty | readonly Duty[] = [],
  name = 'Người thử',
): Promise<Headers> {
  const email = `${crypto.randomUUID()}@example.edu.vn`;
  const account = { name, email, password: PASSWORD, grants: [] };
  const id = await addAccount(hub.em, account, new Date('2026-01-01T00:00:00Z'));
  await hub.em.fork().insertMany(
    Grant,
    [duties].flat().map(({ unit, institution, ...duty }) => ({
      ...duty,
      account: id,
      unit: unit === undefined ? null : fromGlobalId('AdministrativeUnit', unit),
      institution: institution === undefined ? null : fromGlobalId('Institution', institution),
    })),
  );
  const { sessionStart } = await hub.data(
    `mutation ($email: String!, $password: String!) {
      sessionStart(input: { email: $email, password: $password }) { accessToken } }`,
    { email, password: PASSWORD },
  );
  return { authorization: `Bearer ${sessionStart.accessToken}` };
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
