import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  mayInspect,
  mayInspectAll,
  mayKeepPlan,
  mayOperate,
  mayPlan,
  mayReport,
  mayReview,
  type Place,
} from './policy.js';
import type { Viewer, ViewerGrant } from './viewer.js';

/** A primary school in commune 11 of province 1. */
const PLACE: Place = { institutionId: 7, kind: 'PRIMARY_SCHOOL', unitPath: [1, 11] };

const grant = (role: string, rest: Partial<ViewerGrant> = {}): ViewerGrant => ({
  id: 1,
  role,
  unitId: rest.unitIds?.[0] ?? null,
  unitIds: [],
  institutionId: null,
  kinds: null,
  validFrom: null,
  validTo: null,
  ...rest,
});
const planner = (...unitIds: number[]) => grant('PLANNER', { unitIds });
const reviewer = (unitIds: number[], kinds: string[] | null = null) =>
  grant('REVIEWER', { unitIds, kinds });
const schoolAdmin = (institutionId: number) => grant('SCHOOL_ADMIN', { institutionId });

const viewerWith = (...grants: ViewerGrant[]): Viewer => ({
  accountId: 1,
  name: 'Cô Hoa',
  email: null,
  signInName: null,
  family: null,
  passwordChangeRequired: false,
  secondFactorRequired: false,
  granted: [],
  grants,
});

/** What a viewer may do at a place, by name. */
function rightsAt(viewer: Viewer | null, place: Place): string[] {
  return Object.entries({
    operate: mayOperate(viewer),
    plan: mayPlan(viewer, place.unitPath),
    review: mayReview(viewer, place),
    report: mayReport(viewer, place.institutionId),
    inspect: mayInspect(viewer, place),
  }).flatMap(([name, may]) => (may ? [name] : []));
}

test.each<[string, Viewer | null, string[]]>([
  ['anonymous', null, []],
  ['signed in without a role', viewerWith(), []],
  ['an operator', viewerWith(grant('OPERATOR')), ['operate']],
  ['a planner of its province', viewerWith(planner(1)), ['plan', 'inspect']],
  ['a planner of its commune', viewerWith(planner(11)), ['plan', 'inspect']],
  ['a planner of another province', viewerWith(planner(2)), []],
  ['a planner of another commune of the province', viewerWith(planner(12)), []],
  [
    'a planner of what took over its province whole',
    viewerWith(planner(3, 1)),
    ['plan', 'inspect'],
  ],
  ['a planner of no unit', viewerWith(planner()), []],
  ['a reviewer of its province', viewerWith(reviewer([1])), ['review', 'inspect']],
  ['a reviewer of its commune', viewerWith(reviewer([11])), ['review', 'inspect']],
  ['a reviewer of another province', viewerWith(reviewer([2])), []],
  [
    'a reviewer of what took over its commune whole',
    viewerWith(reviewer([31, 11])),
    ['review', 'inspect'],
  ],
  [
    'a reviewer of its kind among others',
    viewerWith(reviewer([1], ['COLLEGE', PLACE.kind])),
    ['review', 'inspect'],
  ],
  ['a reviewer of other kinds', viewerWith(reviewer([1], ['COLLEGE'])), []],
  ['a reviewer of no kind', viewerWith(reviewer([1], [])), []],
  ['a reviewer of its kind elsewhere', viewerWith(reviewer([2], [PLACE.kind])), []],
  ['its own administrator', viewerWith(schoolAdmin(7)), ['report', 'inspect']],
  ['the administrator of another school', viewerWith(schoolAdmin(8)), []],
  ['the administrator of a school numbered as its province', viewerWith(schoolAdmin(1)), []],
  ['a planner whose unit is numbered as the school', viewerWith(planner(7)), []],
  [
    'a duty for its unit and one for its kind, neither for both',
    viewerWith(reviewer([1], ['COLLEGE']), reviewer([2], [PLACE.kind])),
    [],
  ],
  [
    'its administrator who reviews there as well',
    viewerWith(schoolAdmin(7), reviewer([1])),
    ['review', 'report', 'inspect'],
  ],
  [
    'an unknown role with everything',
    viewerWith(grant('ADMIN', { unitIds: [1], institutionId: 7 })),
    [],
  ],
  [
    'a school administrator whose grant names a unit',
    viewerWith(grant('SCHOOL_ADMIN', { unitIds: [1], institutionId: 8 })),
    [],
  ],
])('%s may do exactly what the role gives', (_who, viewer, rights) => {
  expect(rightsAt(viewer, PLACE)).toEqual(rights);
});

test('where nobody knows even the province, only the institution itself has rights', () => {
  const place = { ...PLACE, unitPath: [] };

  expect(rightsAt(viewerWith(planner(1), reviewer([1])), place)).toEqual([]);
  expect(rightsAt(viewerWith(schoolAdmin(7)), place)).toEqual(['report', 'inspect']);
});

test('plans of a unit are for its planners, those of the whole country for operators', () => {
  const keeps = (viewer: Viewer | null) => [
    mayKeepPlan(viewer, PLACE.unitPath),
    mayKeepPlan(viewer, null),
  ];

  expect(keeps(null)).toEqual([false, false]);
  expect(keeps(viewerWith(planner(1)))).toEqual([true, false]);
  expect(keeps(viewerWith(planner(2)))).toEqual([false, false]);
  expect(keeps(viewerWith(grant('OPERATOR')))).toEqual([false, true]);
  expect(keeps(viewerWith(reviewer([1]), schoolAdmin(7)))).toEqual([false, false]);
});

describe('laws', () => {
  const id = fc.integer({ min: 1, max: 4 });
  const kind = fc.constantFrom('PRIMARY_SCHOOL', 'COLLEGE', 'UNIVERSITY');
  const anyGrant = fc.record({
    role: fc.constantFrom('OPERATOR', 'PLANNER', 'REVIEWER', 'SCHOOL_ADMIN'),
    unitIds: fc.array(id, { maxLength: 3 }),
    institutionId: fc.option(id),
    kinds: fc.option(fc.array(kind, { maxLength: 2 })),
  });
  const grants = fc.array(
    anyGrant.map(({ role, ...rest }) => grant(role, rest)),
    { maxLength: 4 },
  );
  const anyPlace = fc.record({ institutionId: id, kind, unitPath: fc.array(id, { maxLength: 3 }) });

  test('roles add up: together they give what each gives, and nothing else', () => {
    fc.assert(
      fc.property(grants, anyPlace, (some, place) => {
        const each = some.flatMap((one) => rightsAt(viewerWith(one), place));

        expect(new Set(rightsAt(viewerWith(...some), place))).toEqual(new Set(each));
      }),
    );
  });

  test('whoever reports, reviews or plans may inspect, and nobody else', () => {
    fc.assert(
      fc.property(grants, anyPlace, (some, place) => {
        const rights = rightsAt(viewerWith(...some), place);

        expect(rights.includes('inspect')).toBe(
          ['report', 'review', 'plan'].some((right) => rights.includes(right)),
        );
      }),
    );
  });
});

describe('all updates of a commune are seen', () => {
  const [PRIMARY, COLLEGE] = ['PRIMARY_SCHOOL', 'COLLEGE'];
  test.each<[string, Viewer | null, string[], boolean]>([
    ['by nobody who is not signed in', null, [PRIMARY], false],
    ['by no operator', viewerWith(grant('OPERATOR')), [PRIMARY], false],
    ['by no school of it', viewerWith(schoolAdmin(7)), [PRIMARY], false],
    ['by a planner of its province', viewerWith(planner(1)), [PRIMARY, COLLEGE], true],
    ['by no planner elsewhere', viewerWith(planner(2)), [PRIMARY], false],
    ['by a reviewer of all kinds', viewerWith(reviewer([1])), [PRIMARY, COLLEGE], true],
    ['by a reviewer of the kinds', viewerWith(reviewer([1], [PRIMARY])), [PRIMARY], true],
    ['by none of other kinds', viewerWith(reviewer([1], [PRIMARY])), [PRIMARY, COLLEGE], false],
    [
      'by one who reviews them by several grants',
      viewerWith(reviewer([1], [PRIMARY]), reviewer([11], [COLLEGE])),
      [PRIMARY, COLLEGE],
      true,
    ],
    ['by no reviewer where there is nothing to see', viewerWith(reviewer([1])), [], false],
  ])('%s', (_who, viewer, kinds, sees) => {
    expect(mayInspectAll(viewer, [1, 11], kinds)).toBe(sees);
  });

  test('of a province by nobody of one of its communes', () => {
    expect(mayInspectAll(viewerWith(planner(11), reviewer([11])), [1], ['COLLEGE'])).toBe(false);
  });
});
