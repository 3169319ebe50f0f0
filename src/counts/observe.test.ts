import { describe, expect, test } from '@jest/globals';
import type { InstitutionKind } from '../vocabulary/institution.enums.js';
import type { Decision } from '../vocabulary/status-update.enums.js';
import { definition, indicatorsWith } from '../indicators/indicator.fixture.js';
import { PILLARS } from '../indicators/indicator.js';
import { observe } from './observe.js';
import type { InstitutionFacts, PeriodFact, RevisionFact } from './facts.js';
import { frameworksInForce, type FrameworkFact, type Rules } from './rules.js';
import { wholeState } from './whole-state.js';

const COMPLETED = { stage: 'COMPLETED' as const, points: 10, maxPoints: 10 };
const [PILLAR] = PILLARS;
const RULES: Rules = { indicators: indicatorsWith(), frameworks: [] };

const period = (changes: Partial<PeriodFact> = {}): PeriodFact => ({
  unitId: 1,
  kind: 'PRIMARY_SCHOOL',
  settled: true,
  validFrom: null,
  validTo: null,
  recordedAt: 0,
  supersededAt: null,
  ...changes,
});

let nextId = 1;
/** A revision of the update of a year's round, whose reference date is the end of May. */
const revision = (
  year: number,
  number: number,
  submittedAt: number,
  decision: Decision | null = null,
  decidedAt: number | null = decision && submittedAt,
): RevisionFact => ({
  id: nextId++,
  updateId: year,
  roundId: year,
  referenceDate: `${year}-05-31`,
  number,
  submittedAt,
  decision,
  decidedAt,
  results: { [PILLAR!]: COMPLETED },
});
const facts = (...revisions: RevisionFact[]): InstitutionFacts => ({
  id: 1,
  illustrative: false,
  periods: [period()],
  revisions,
});

/** The update that counts, and the one that is pending, by round and number. */
function seen(of: InstitutionFacts, asOf: string, knownAt: number) {
  const { reported, pending } = observe(of, RULES, asOf, knownAt).states.get(PILLAR!)!;
  const name = (each: RevisionFact) => `${each.roundId}/${each.number}`;
  return {
    approved: reported && name(reported.revision),
    pending: pending && `${name(pending.revision)} ${pending.returned ? 'RETURNED' : 'IN_REVIEW'}`,
  };
}

describe('as of a date, known at a moment,', () => {
  // 2023 approved at 10 and corrected at 30; 2024 submitted at 40, approved at 50.
  const story = facts(
    revision(2023, 1, 5, 'APPROVED', 10),
    revision(2023, 2, 20, 'APPROVED', 30),
    revision(2024, 1, 40, 'APPROVED', 50),
  );

  test.each([
    ['2024-12-31', 4, null, null],
    ['2024-12-31', 5, null, '2023/1 IN_REVIEW'],
    ['2024-12-31', 9, null, '2023/1 IN_REVIEW'],
    ['2024-12-31', 10, '2023/1', null],
    ['2024-12-31', 20, '2023/1', '2023/2 IN_REVIEW'],
    ['2024-12-31', 29, '2023/1', '2023/2 IN_REVIEW'],
    ['2024-12-31', 30, '2023/2', null],
    ['2024-12-31', 40, '2023/2', '2024/1 IN_REVIEW'],
    ['2024-12-31', 50, '2024/1', null],
    ['2024-12-31', Infinity, '2024/1', null],
    ['2024-05-31', Infinity, '2024/1', null],
    ['2024-05-30', Infinity, '2023/2', null],
    ['2023-05-31', Infinity, '2023/2', null],
    ['2023-05-31', 29, '2023/1', '2023/2 IN_REVIEW'],
    ['2023-05-30', Infinity, null, null],
  ])('%s at %d: %s counts and %s is pending', (asOf, knownAt, approved, pending) => {
    expect(seen(story, asOf, knownAt)).toEqual({ approved, pending });
  });

  test('a later round wins over a later approval', () => {
    const late = facts(revision(2023, 1, 90, 'APPROVED', 99), revision(2024, 1, 1, 'APPROVED', 2));

    expect(seen(late, '2024-12-31', Infinity).approved).toBe('2024/1');
  });

  test('the order in which facts are read does not matter', () => {
    const backward = facts(...[...story.revisions].reverse());

    for (const knownAt of [4, 5, 10, 20, 30, 40, 50])
      expect(seen(backward, '2024-12-31', knownAt)).toEqual(seen(story, '2024-12-31', knownAt));
  });
});

describe('what was handed in and not approved', () => {
  test.each<[string, RevisionFact[], number, string | null]>([
    [
      'is pending before its decision is known',
      [revision(2024, 1, 5, 'RETURNED', 10)],
      9,
      '2024/1 IN_REVIEW',
    ],
    [
      'stays pending when it was returned',
      [revision(2024, 1, 5, 'RETURNED', 10)],
      10,
      '2024/1 RETURNED',
    ],
    [
      'is pending again when handed in again',
      [revision(2024, 1, 5, 'RETURNED', 10), revision(2024, 2, 20)],
      20,
      '2024/2 IN_REVIEW',
    ],
    ['is gone when it was withdrawn', [revision(2024, 1, 5, 'WITHDRAWN', 10)], 10, null],
    [
      'was there until it was withdrawn',
      [revision(2024, 1, 5, 'WITHDRAWN', 10)],
      9,
      '2024/1 IN_REVIEW',
    ],
    [
      'is gone when the newest revision was withdrawn',
      [revision(2024, 1, 5, 'RETURNED', 10), revision(2024, 2, 20, 'WITHDRAWN', 30)],
      30,
      null,
    ],
    [
      'of the newest round is the one',
      [revision(2023, 1, 5), revision(2024, 1, 5, 'RETURNED', 6)],
      9,
      '2024/1 RETURNED',
    ],
    [
      'of an older round is left when the newer was withdrawn',
      [revision(2023, 1, 5), revision(2024, 1, 5, 'WITHDRAWN', 6)],
      9,
      '2023/1 IN_REVIEW',
    ],
    ['of a round after the date is none', [revision(2025, 1, 5)], 9, null],
  ])('%s', (_sentence, revisions, knownAt, pending) => {
    expect(seen(facts(...revisions), '2024-12-31', knownAt)).toEqual({ approved: null, pending });
  });
});

describe('an institution is', () => {
  const at = (periods: PeriodFact[], asOf: string, knownAt = Infinity) =>
    observe({ ...facts(), periods }, RULES, asOf, knownAt).period?.unitId ?? null;

  test('where its period of the date says, on its first and its last day too', () => {
    const moved = [
      period({ unitId: 1, validFrom: '2020-09-05', validTo: '2023-12-31' }),
      period({ unitId: 2, validFrom: '2024-01-01', validTo: '2024-06-30' }),
    ];

    expect(at(moved, '2020-09-04')).toBeNull();
    expect(at(moved, '2020-09-05')).toBe(1);
    expect(at(moved, '2023-12-31')).toBe(1);
    expect(at(moved, '2024-01-01')).toBe(2);
    expect(at(moved, '2024-06-30')).toBe(2);
    expect(at(moved, '2024-07-01')).toBeNull();
  });

  test('where it was known to be at the moment', () => {
    const corrected = [
      period({ unitId: 1, recordedAt: 10, supersededAt: 20 }),
      period({ unitId: 2, recordedAt: 20 }),
    ];

    expect(at(corrected, '2024-01-01', 9)).toBeNull();
    expect(at(corrected, '2024-01-01', 10)).toBe(1);
    expect(at(corrected, '2024-01-01', 19)).toBe(1);
    expect(at(corrected, '2024-01-01', 20)).toBe(2);
    expect(at(corrected, '2024-01-01')).toBe(2);
  });
});

/** The codes of the indicators that apply. */
function appliesIn(of: InstitutionFacts, rules: Rules, asOf: string) {
  const { states } = observe(of, rules, asOf, Infinity);
  return [...states].flatMap(([code, { applies }]) => (applies ? [code] : []));
}

describe('the pillars that apply', () => {
  const framework = (
    id: number,
    validFrom: string,
    validTo: string | null,
    ...kinds: InstitutionKind[]
  ): FrameworkFact => ({
    id,
    code: 'one',
    validFrom,
    validTo,
    decides: Object.fromEntries(
      PILLARS.map((pillar, index) => [pillar, new Set(index < 3 ? kinds : ['UNIVERSITY'])]),
    ),
  });
  const FIRST = framework(1, '2022-01-01', '2024-12-31', 'PRIMARY_SCHOOL');
  const SECOND = framework(2, '2024-01-01', null, 'COLLEGE');
  const applicable = (asOf: string, ...frameworks: FrameworkFact[]) =>
    appliesIn(facts(), { ...RULES, frameworks }, asOf);

  test('are those of its kind in the framework in force on the date', () => {
    expect(applicable('2023-12-31', FIRST, SECOND)).toEqual(PILLARS.slice(0, 3));
    expect(applicable('2024-01-01', FIRST, SECOND)).toEqual([]);
  });

  test('are all four before any framework', () => {
    expect(applicable('2021-12-31', FIRST, SECOND)).toEqual(PILLARS);
    expect(applicable('2024-01-01')).toEqual(PILLARS);
  });

  test('are none when it is not operating', () => {
    const closed = { ...facts(), periods: [] };
    const rules = { ...RULES, frameworks: [FIRST] };

    expect(observe(closed, rules, '2023-01-01', Infinity).period).toBeNull();
    expect(appliesIn(closed, rules, '2023-01-01')).toEqual([]);
  });

  test('of two versions that cover a date, the one that began last is in force', () => {
    for (const frameworks of [
      [FIRST, SECOND],
      [SECOND, FIRST],
    ]) {
      expect(frameworksInForce(frameworks, '2021-12-31', Infinity)).toEqual([]);
      expect(frameworksInForce(frameworks, '2022-01-01', Infinity)).toEqual([FIRST]);
      expect(frameworksInForce(frameworks, '2023-12-31', Infinity)).toEqual([FIRST]);
      expect(frameworksInForce(frameworks, '2024-01-01', Infinity)).toEqual([SECOND]);
      expect(frameworksInForce(frameworks, '2025-01-01', Infinity)).toEqual([SECOND]);
    }
  });
});

describe('with two frameworks at once,', () => {
  const LEVEL = 'LEVEL_2';
  const PRIMARY = new Set<InstitutionKind>(['PRIMARY_SCHOOL']);
  const indicators = indicatorsWith(
    definition(LEVEL, { group: 'GENERAL_EDUCATION' }),
    definition('BOTH', { parts: ['ALL_FOUR', LEVEL] }),
  );
  const PILLAR_SET: FrameworkFact = {
    id: 1,
    code: 'four-pillar',
    validFrom: '2020-01-01',
    validTo: null,
    decides: Object.fromEntries(PILLARS.map((pillar) => [pillar, PRIMARY])),
  };
  const OWN_SET: FrameworkFact = {
    id: 2,
    code: 'levels',
    validFrom: '2022-01-01',
    validTo: null,
    decides: { [LEVEL]: PRIMARY },
  };
  const rules: Rules = { indicators, frameworks: [PILLAR_SET, OWN_SET] };
  const fourPillars = Object.fromEntries(PILLARS.map((pillar) => [pillar, COMPLETED]));
  const ofPillars = { ...revision(2023, 1, 5, 'APPROVED'), results: fourPillars };
  const ofLevel = { ...revision(2024, 1, 15, 'APPROVED'), results: { [LEVEL]: COMPLETED } };
  const whole = (code: string, asOf: string, ...revisions: RevisionFact[]) =>
    wholeState(
      observe(facts(...revisions), rules, asOf, Infinity),
      indicators.find((each) => each.code === code)!,
    );

  test('a later round of the other framework takes the place of nothing', () => {
    const { states } = observe(facts(ofPillars, ofLevel), rules, '2024-12-31', Infinity);

    for (const pillar of PILLARS) expect(states.get(pillar)!.reported!.revision).toBe(ofPillars);
    expect(states.get(LEVEL)!.reported!.revision).toBe(ofLevel);
  });

  test('what is pending of the other framework is pending for its own indicators alone', () => {
    const pending = { ...ofLevel, decision: null, decidedAt: null };
    const { states } = observe(facts(pending), rules, '2024-12-31', Infinity);

    expect(states.get(LEVEL)!.pending).toEqual({ revision: pending, returned: false });
    for (const pillar of PILLARS) expect(states.get(pillar)!.pending).toBeNull();
  });

  test('both are in force, and each decides what applies of its own', () => {
    const school = facts();
    const vocational = { ...school, periods: [period({ kind: 'VOCATIONAL_CENTRE' })] };

    expect(appliesIn(school, rules, '2021-12-31')).toEqual(PILLARS);
    expect(appliesIn(school, rules, '2022-01-01')).toEqual([...PILLARS, LEVEL]);
    expect(appliesIn(vocational, rules, '2022-01-01')).toEqual([]);
  });

  test('a framework that decides no pillar leaves the pillars as they are without one', () => {
    const alone = { ...rules, frameworks: [OWN_SET] };

    expect(appliesIn(facts(), alone, '2021-12-31')).toEqual(PILLARS);
    expect(appliesIn(facts(), alone, '2022-01-01')).toEqual([...PILLARS, LEVEL]);
  });

  test('an indicator made of others takes each part from its own revision, and is as old as the oldest', () => {
    expect(whole('BOTH', '2024-12-31', ofPillars, ofLevel)).toEqual({
      applies: true,
      reported: ofPillars,
      completed: true,
      pending: null,
    });
  });

  test('it is reported when every part is, and in review for a part that is missing', () => {
    const pending = { ...ofLevel, decision: null, decidedAt: null };
    const again = { ...revision(2025, 1, 25), results: fourPillars };

    expect(whole('BOTH', '2025-12-31', ofPillars)).toEqual({
      applies: true,
      reported: null,
      completed: false,
      pending: null,
    });
    expect(whole('BOTH', '2025-12-31', ofPillars, again).pending).toBeNull();
    expect(whole('BOTH', '2025-12-31', ofPillars, pending).pending).toEqual({
      revision: pending,
      returned: false,
    });
  });

  test('it is not completed when one part is not', () => {
    const started = { ...COMPLETED, stage: 'IN_PROGRESS' as const };
    const short = { ...ofLevel, results: { [LEVEL]: started } };

    expect(whole('BOTH', '2024-12-31', ofPillars, short)).toMatchObject({
      reported: ofPillars,
      completed: false,
    });
  });

  test('a part that does not apply is not asked for', () => {
    expect(
      whole('BOTH', '2021-12-31', { ...ofPillars, referenceDate: '2021-05-31' }),
    ).toMatchObject({
      completed: true,
    });
  });
});
