import { describe, expect, test } from '@jest/globals';
import { grantProblems, sameOnSomeDay, type GrantFacts } from './grant.js';

const REVIEWER: GrantFacts = {
  role: 'REVIEWER',
  unitId: 1,
  institutionId: null,
  kinds: null,
  validFrom: null,
  validTo: null,
};

describe('the shape of a grant', () => {
  test.each<[string, Partial<GrantFacts>, [string, string][]]>([
    ['a duty for all kinds without end', {}, []],
    ['a duty for some kinds and days', { kinds: ['COLLEGE'], validFrom: '2026-01-01' }, []],
    ['one day', { validFrom: '2026-01-01', validTo: '2026-01-01' }, []],
    ['a duty nowhere', { unitId: null }, [['UNIT_MISSING', 'unit']]],
    ['a duty for no kind', { kinds: [] }, [['LIST_EMPTY', 'kinds']]],
    [
      'a day before the first',
      { validFrom: '2026-01-02', validTo: '2026-01-01' },
      [['DATES_OUT_OF_ORDER', 'validTo']],
    ],
    ['a year that was mistyped', { validTo: '2926-12-31' }, [['DATE_OUT_OF_RANGE', 'validTo']]],
    ['a planner', { role: 'PLANNER' }, []],
    [
      'a planner with kinds, even none',
      { role: 'PLANNER', kinds: [] },
      [['NOT_FOR_ROLE', 'kinds']],
    ],
    ['an operator', { role: 'OPERATOR', unitId: null }, []],
    ['an operator of a unit', { role: 'OPERATOR' }, [['NOT_FOR_ROLE', 'unit']]],
    [
      'a school administrator of a unit',
      { role: 'SCHOOL_ADMIN' },
      [
        ['NOT_FOR_ROLE', 'unit'],
        ['INSTITUTION_MISSING', 'institution'],
      ],
    ],
    ['a reviewer of an institution', { institutionId: 1 }, [['NOT_FOR_ROLE', 'institution']]],
  ])('%s', (_, change, expected) => {
    const problems = grantProblems({ ...REVIEWER, ...change }, ['grants', '0']);

    expect(problems.map(({ code, field }) => [code, field])).toEqual(
      expected.map(([code, field]) => [code, ['grants', '0', field]]),
    );
  });
});

describe('two grants are the same on some day', () => {
  const span = (validFrom: string | null, validTo: string | null) => ({ validFrom, validTo });
  test.each<[string, Partial<GrantFacts>, Partial<GrantFacts>, boolean]>([
    ['without bounds', {}, {}, true],
    ['that meet on a day', span(null, '2026-06-30'), span('2026-06-30', null), true],
    ['one after the other', span(null, '2026-06-30'), span('2026-07-01', null), false],
    [
      'one within the other',
      span('2026-01-01', '2026-12-31'),
      span('2026-06-01', '2026-06-30'),
      true,
    ],
    [
      'for the same kinds in another order',
      { kinds: ['COLLEGE', 'UNIVERSITY'] },
      { kinds: ['UNIVERSITY', 'COLLEGE', 'COLLEGE'] },
      true,
    ],
    ['for other kinds', { kinds: ['COLLEGE'] }, { kinds: ['UNIVERSITY'] }, false],
    ['for all kinds and for some', {}, { kinds: ['COLLEGE'] }, false],
    ['in other units', {}, { unitId: 2 }, false],
    ['of other roles', {}, { role: 'PLANNER' }, false],
  ])('%s', (_, one, other, expected) => {
    const [first, second] = [
      { ...REVIEWER, ...one },
      { ...REVIEWER, ...other },
    ];

    expect(sameOnSomeDay(first, second)).toBe(expected);
    expect(sameOnSomeDay(second, first)).toBe(expected);
  });
});
