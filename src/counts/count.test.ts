import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { addDays } from '../shared/dates.js';
import { InstitutionKind } from '../vocabulary/institution.enums.js';
import { cellsOf, keyOf, stepsOf, subtract, sum, type Cell } from './count.js';
import { definition, indicatorsWith } from '../indicators/indicator.fixture.js';
import { PILLARS } from '../indicators/indicator.js';
import { observe } from './observe.js';
import type { InstitutionFacts, PeriodFact, RevisionFact } from './facts.js';
import type { FrameworkFact, Rules } from './rules.js';

/** The pillars and all four, one for schools alone, and what is made of it and a pillar. */
const INDICATORS = indicatorsWith(
  definition('OWN', {
    group: 'GENERAL_EDUCATION',
    kinds: ['PRIMARY_SCHOOL', 'MULTI_LEVEL_SCHOOL'],
  }),
  definition('BOTH', { parts: ['OWN', PILLARS[0]!] }),
);
const DECIDED = [...PILLARS, 'OWN'];

const moment = fc.integer({ min: 0, max: 20 });
const date = fc.integer({ min: 0, max: 40 }).map((days) => addDays('2024-01-01', days));
const stage = fc.constantFrom('NOT_STARTED' as const, 'IN_PROGRESS' as const, 'COMPLETED' as const);
const unitOrNone = fc.option(fc.integer({ min: 1, max: 3 }), { freq: 6 });

/** Spans one after another: every date but the first begins a new one, and some are left out. */
const periods: fc.Arbitrary<PeriodFact[]> = fc
  .tuple(
    fc.uniqueArray(date, { minLength: 1, maxLength: 4 }),
    fc.constantFrom(...Object.values(InstitutionKind)),
    fc.array(fc.tuple(unitOrNone, fc.boolean(), moment, fc.option(moment)), {
      minLength: 5,
      maxLength: 5,
    }),
    fc.boolean(),
  )
  .map(([cuts, kind, choices, fromTheStart]) => {
    const starts = [null, ...cuts.sort()];
    const spans = starts.map((validFrom, index): PeriodFact & { kept: boolean } => {
      const [unitId, kept, recordedAt, supersededAt] = choices[index]!;
      const next = starts[index + 1];
      return {
        unitId,
        kind,
        settled: unitId !== null,
        validFrom,
        validTo: next ? addDays(next, -1) : null,
        recordedAt,
        supersededAt: supersededAt !== null && supersededAt > recordedAt ? supersededAt : null,
        kept: index === 0 ? fromTheStart : kept,
      };
    });
    return spans.filter(({ kept }) => kept).map(({ kept: _, ...span }) => span);
  });

const revision = fc
  .record({
    round: fc.integer({ min: 1, max: 3 }),
    number: fc.integer({ min: 1, max: 3 }),
    submittedAt: moment,
    decision: fc.constantFrom('APPROVED', 'APPROVED', 'RETURNED', 'WITHDRAWN', null),
    wait: moment,
    stages: fc.array(fc.option(stage), { minLength: 5, maxLength: 5 }),
  })
  .map(({ round, number, submittedAt, decision, wait, stages }): RevisionFact => ({
    id: round * 10 + number,
    updateId: round,
    roundId: round,
    referenceDate: addDays('2024-01-01', round * 10),
    number,
    submittedAt,
    decision: decision,
    decidedAt: decision === null ? null : submittedAt + wait,
    results: Object.fromEntries(
      stages.flatMap((each, index) =>
        each === null ? [] : [[DECIDED[index]!, { stage: each, points: 0, maxPoints: 0 }]],
      ),
    ),
  }));
const facts: fc.Arbitrary<InstitutionFacts> = fc.record({
  id: fc.constant(1),
  illustrative: fc.boolean(),
  periods,
  revisions: fc.uniqueArray(revision, { selector: ({ id }) => id, maxLength: 6 }),
});

const kinds = fc.subarray(Object.values(InstitutionKind)).map((some) => new Set(some));
const frameworks: fc.Arbitrary<FrameworkFact[]> = fc.uniqueArray(
  fc
    .tuple(
      fc.constantFrom('one', 'two'),
      date,
      fc.option(fc.nat({ max: 20 })),
      fc.array(kinds, { minLength: 5, maxLength: 5 }),
    )
    .map(([code, validFrom, days, sets]) => ({
      id: 1,
      code,
      validFrom,
      validTo: days === null ? null : addDays(validFrom, days),
      decides: Object.fromEntries(DECIDED.map((indicator, index) => [indicator, sets[index]!])),
    })),
  { selector: ({ validFrom }) => validFrom, maxLength: 4 },
);
const anyRules = frameworks.map((some): Rules => ({ indicators: INDICATORS, frameworks: some }));

const counter = fc.integer({ min: -3, max: 3 });
const cells: fc.Arbitrary<Cell[]> = fc.array(
  fc.record({
    unitId: fc.integer({ min: 1, max: 2 }),
    group: fc.constantFrom('GENERAL_EDUCATION' as const, 'COLLEGE_AND_VOCATIONAL' as const),
    segment: fc.constantFrom('', 'COLLEGE/PUBLIC//COLLEGE'),
    subject: fc.constantFrom(...PILLARS.slice(0, 2)),
    roundId: fc.integer({ min: 0, max: 1 }),
    institutions: counter,
    illustrative: counter,
    completed: counter,
    reported: counter,
    inReview: counter,
    notApplicable: counter,
  }),
  { maxLength: 12 },
);
const sorted = (some: Cell[]) => [...some].sort((a, b) => keyOf(a).localeCompare(keyOf(b)));

describe('laws', () => {
  test('the steps up to any date add up to the cells on that date, whatever was known', () => {
    fc.assert(
      fc.property(
        facts,
        anyRules,
        fc.oneof(moment, fc.constant(Infinity)),
        fc.oneof(date, fc.constantFrom('0001-01-01', '2023-12-31', '9999-12-31')),
        (institution, rules, knownAt, asOf) => {
          const steps = stepsOf(institution, rules, knownAt)
            .filter(({ effectiveOn }) => effectiveOn <= asOf)
            .map(({ effectiveOn: _, ...cell }) => cell);
          const observed = observe(institution, rules, asOf, knownAt);

          expect(sorted(sum<Cell>(steps))).toEqual(
            sorted(sum(cellsOf(institution, observed, INDICATORS))),
          );
        },
      ),
      { numRuns: 1000 },
    );
  });

  test('an institution counts once in each indicator of its group: in the denominator or as not applicable', () => {
    fc.assert(
      fc.property(facts, anyRules, date, (institution, rules, asOf) => {
        const observed = observe(institution, rules, asOf, Infinity);
        const found = cellsOf(institution, observed, INDICATORS);
        for (const { code: subject, group } of INDICATORS) {
          const of = found.filter((cell) => cell.subject === subject);
          const total = (
            name: 'institutions' | 'notApplicable' | 'reported' | 'inReview' | 'completed',
          ) => of.reduce((added, cell) => added + cell[name], 0);

          const counted = found.some((cell) => group === null || cell.group === group);
          expect(total('institutions') + total('notApplicable')).toBe(counted ? 1 : 0);
          expect(total('reported') + total('inReview')).toBeLessThanOrEqual(total('institutions'));
          expect(total('completed')).toBeLessThanOrEqual(total('reported'));
        }
      }),
    );
  });

  test('a sum does not depend on the order and has no empty or repeated cells', () => {
    fc.assert(
      fc.property(cells, (some) => {
        const total = sum(some);

        expect(sorted(sum([...some].reverse()))).toEqual(sorted(total));
        expect(sum(total)).toEqual(total);
        expect(new Set(total.map(keyOf)).size).toBe(total.length);
      }),
    );
  });

  test('what is subtracted and added again gives what was there', () => {
    fc.assert(
      fc.property(cells, cells, (after, before) => {
        expect(sorted(sum([...before, ...subtract(after, before)]))).toEqual(sorted(sum(after)));
        expect(subtract(after, after)).toEqual([]);
      }),
    );
  });

  test('adding up changes nothing that it is given', () => {
    fc.assert(
      fc.property(cells, cells, (after, before) => {
        const copies = structuredClone([after, before]);
        subtract(after, before);

        expect([after, before]).toEqual(copies);
      }),
    );
  });
});

describe('one institution', () => {
  const PRIMARY: InstitutionFacts = {
    id: 1,
    illustrative: true,
    periods: [
      {
        unitId: 7,
        kind: 'PRIMARY_SCHOOL',
        settled: true,
        validFrom: null,
        validTo: '2024-12-31',
        recordedAt: 0,
        supersededAt: null,
      },
    ],
    revisions: [],
  };
  const update = (changes: Partial<RevisionFact>): RevisionFact => ({
    id: 1,
    updateId: 1,
    roundId: 5,
    referenceDate: '2024-05-31',
    number: 1,
    submittedAt: 1,
    decision: 'APPROVED',
    decidedAt: 2,
    results: {},
    ...changes,
  });
  const of = (some: Partial<InstitutionFacts>, decided: FrameworkFact[] = []) =>
    stepsOf({ ...PRIMARY, ...some }, { indicators: INDICATORS, frameworks: decided });
  const completed = { stage: 'COMPLETED' as const, points: 1, maxPoints: 1 };
  const short = (steps: ReturnType<typeof of>, subject: string) =>
    steps
      .filter((step) => step.subject === subject)
      .map(
        ({
          effectiveOn,
          roundId,
          institutions,
          reported,
          completed: done,
          inReview,
          notApplicable,
        }) =>
          [effectiveOn, roundId, institutions, reported, done, inReview, notApplicable].join(' '),
      );

  test('begins before our records and ends the day after its last', () => {
    expect(short(of({}), 'ALL_FOUR')).toEqual([
      '0001-01-01 0 1 0 0 0 0',
      '2025-01-01 0 -1 0 0 0 0',
    ]);
  });

  test('is reported from the reference date of the approved round, and completed with every pillar', () => {
    const results = Object.fromEntries(PILLARS.map((pillar) => [pillar, completed]));
    const steps = of({ revisions: [update({ results })] });

    for (const subject of [...PILLARS, 'ALL_FOUR'])
      expect(short(steps, subject)).toEqual([
        '0001-01-01 0 1 0 0 0 0',
        '2024-05-31 5 0 1 1 0 0',
        '2025-01-01 0 -1 0 0 0 0',
        '2025-01-01 5 0 -1 -1 0 0',
      ]);
  });

  test('is not reported in all four when one pillar is missing', () => {
    const results = Object.fromEntries(PILLARS.slice(1).map((pillar) => [pillar, completed]));
    const steps = of({ revisions: [update({ results })] });

    expect(short(steps, PILLARS[0]!)).toEqual([
      '0001-01-01 0 1 0 0 0 0',
      '2025-01-01 0 -1 0 0 0 0',
    ]);
    expect(short(steps, PILLARS[1]!)[1]).toBe('2024-05-31 5 0 1 1 0 0');
    expect(short(steps, 'ALL_FOUR')).toEqual(short(steps, PILLARS[0]!));
  });

  test('is in review from the reference date of the round', () => {
    const results = { [PILLARS[0]!]: completed };
    const steps = of({ revisions: [update({ decision: null, decidedAt: null, results })] });

    expect(short(steps, 'ALL_FOUR')[1]).toBe('2024-05-31 0 0 0 0 1 0');
    expect(short(steps, PILLARS[0]!)[1]).toBe('2024-05-31 0 0 0 0 1 0');
    expect(short(steps, PILLARS[1]!)).toHaveLength(2);
  });

  test('moves out of the denominator where a framework leaves out its kind', () => {
    const steps = of({}, [
      {
        id: 1,
        code: 'one',
        validFrom: '2024-03-01',
        validTo: '2024-03-31',
        decides: Object.fromEntries(PILLARS.map((pillar) => [pillar, new Set(['COLLEGE'])])),
      },
    ]);

    expect(short(steps, 'ALL_FOUR')).toEqual([
      '0001-01-01 0 1 0 0 0 0',
      '2024-03-01 0 -1 0 0 0 1',
      '2024-04-01 0 1 0 0 0 -1',
      '2025-01-01 0 -1 0 0 0 0',
    ]);
  });

  describe('in an indicator of its own,', () => {
    const decides = { OWN: new Set(['PRIMARY_SCHOOL' as const]) };
    const levels = { id: 2, code: 'two', validFrom: '2024-02-01', validTo: null, decides };
    const kind = (changed: InstitutionKind) => [{ ...PRIMARY.periods[0]!, kind: changed }];

    test('is not applicable before a framework decides it, and counted from its first day on', () => {
      expect(short(of({}, [levels]), 'OWN')).toEqual([
        '0001-01-01 0 0 0 0 0 1',
        '2024-02-01 0 1 0 0 0 -1',
        '2025-01-01 0 -1 0 0 0 0',
      ]);
    });

    test('is not applicable as another kind of the group, and in no line of the other group', () => {
      expect(short(of({ periods: kind('MULTI_LEVEL_SCHOOL') }, [levels]), 'OWN')).toEqual([
        '0001-01-01 0 0 0 0 0 1',
        '2025-01-01 0 0 0 0 0 -1',
      ]);
      expect(short(of({ periods: kind('UPPER_SECONDARY_SCHOOL') }, [levels]), 'OWN')).toEqual([
        '0001-01-01 0 0 0 0 0 1',
        '2025-01-01 0 0 0 0 0 -1',
      ]);
      expect(short(of({ periods: kind('COLLEGE') }, [levels]), 'OWN')).toEqual([]);
    });

    test('changes no figure of a pillar by its round', () => {
      const results = Object.fromEntries(PILLARS.map((pillar) => [pillar, completed]));
      const own = { OWN: completed };
      const later = { id: 2, updateId: 2, roundId: 6, referenceDate: '2024-06-30', results: own };
      const revisions = [update({ results }), update(later)];
      const steps = of({ revisions }, [levels]);
      const without = of({ revisions: revisions.slice(0, 1) }, [levels]);

      for (const subject of [...PILLARS, 'ALL_FOUR'])
        expect(short(steps, subject)).toEqual(short(without, subject));
      expect(short(steps, 'OWN')).toContain('2024-06-30 6 0 1 1 0 0');
      expect(short(steps, 'BOTH')).toContain('2024-06-30 5 0 1 1 0 0');
    });
  });

  test.each([
    ['a university', { kind: 'UNIVERSITY' as const }],
    ['a preschool', { kind: 'PRESCHOOL' as const }],
    ['a special school', { kind: 'SPECIAL_SCHOOL' as const }],
    ['one of which not even the province is known', { unitId: null, settled: false }],
  ])('%s is not counted', (_who, changes) => {
    expect(of({ periods: [{ ...PRIMARY.periods[0]!, ...changes }] })).toEqual([]);
  });
});
