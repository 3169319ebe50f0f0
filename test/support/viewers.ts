import { rowIdOf } from '../../src/graphql/node.js';
import type { NewAccount } from '../../src/accounts/account.service.js';
import type { TestHub } from './hub.js';
import { idOfInstitution, idOfUnit, person, type Headers, type Person } from './people.js';
import { TODAY } from './reporting.js';

/** Everybody whom the access tables ask, in the order of their columns. */
export const VIEWERS = [
  'anonymous',
  'nobody',
  'school',
  'otherSchool',
  'reviewer',
  'reviewerElsewhere',
  'reviewerOfOtherKinds',
  'reviewerBefore',
  'reviewerToCome',
  'planner',
  'plannerElsewhere',
  'operator',
] as const;
export type Who = (typeof VIEWERS)[number];

/** Those who see what the school handed in. */
export const INSPECTORS: readonly Who[] = ['school', 'reviewer', 'planner'];

/** Another school of the demo of the same kind, and a commune that neither of them is in. */
export const OTHER_SCHOOL = 'DN-THPT-02';
const COMMUNE = '24611';

/** The viewers with their accounts; nobody has one for anonymous requests. */
export interface Viewers {
  people: Record<Exclude<Who, 'anonymous'>, Person>;
  headers: Record<Who, Headers>;
}

/** What an account of a viewer is called: found nowhere else. */
export const nameOf = (who: Who) => `Tên riêng của ${who}.`;

/** Somebody new for each viewer of the demo, signed in; `own` is the code of the school. */
export async function viewersOf(hub: TestHub, own: string): Promise<Viewers> {
  const unit = async (code: string) =>
    rowIdOf('AdministrativeUnit', await idOfUnit(hub, code, TODAY));
  const school = async (code: string) => rowIdOf('Institution', await idOfInstitution(hub, code));
  const [province, commune] = [await unit('68'), await unit(COMMUNE)];
  const inProvince = { role: 'REVIEWER' as const, unitId: province };
  const grants: Record<Exclude<Who, 'anonymous'>, NewAccount['grants']> = {
    nobody: [],
    school: [{ role: 'SCHOOL_ADMIN', institutionId: await school(own) }],
    otherSchool: [{ role: 'SCHOOL_ADMIN', institutionId: await school(OTHER_SCHOOL) }],
    reviewer: [inProvince],
    reviewerElsewhere: [{ role: 'REVIEWER', unitId: commune }],
    reviewerOfOtherKinds: [{ ...inProvince, kinds: ['PRIMARY_SCHOOL'] }],
    reviewerBefore: [{ ...inProvince, validTo: '2026-11-22' }],
    reviewerToCome: [{ ...inProvince, validFrom: '2026-11-24' }],
    planner: [{ role: 'PLANNER', unitId: province }],
    plannerElsewhere: [{ role: 'PLANNER', unitId: commune }],
    operator: [{ role: 'OPERATOR' }],
  };
  const entries = Object.entries(grants).map(
    async ([who, held]) => [who, await person(hub, held, nameOf(who as Who))] as const,
  );
  const people = Object.fromEntries(await Promise.all(entries)) as Viewers['people'];
  const signedIn = Object.entries(people).map(([who, { headers }]) => [who, headers]);
  return {
    people,
    headers: { anonymous: {}, ...Object.fromEntries(signedIn) } as Viewers['headers'],
  };
}

/** A row of a table: a letter for each viewer in order, with its meaning. */
export function rowOf<Meaning>(
  row: string,
  meanings: Record<string, Meaning>,
): Record<Who, Meaning> {
  const letters = row.split(/\s+/);
  if (letters.length !== VIEWERS.length) throw new Error(`“${row}” is no row for all viewers`);
  const cells = VIEWERS.map((who, index) => {
    const letter = letters[index]!;
    if (!(letter in meanings)) throw new Error(`“${letter}” in “${row}” means nothing`);
    return [who, meanings[letter]];
  });
  return Object.fromEntries(cells) as Record<Who, Meaning>;
}
