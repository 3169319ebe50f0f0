import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { cellsOf, COUNTERS, keyOf, sum, totalOf, type Cell } from '../counts/count.js';
import type { IndicatorState, ObservedInstitution } from '../counts/observe.js';
import { wholeState } from '../counts/whole-state.js';
import { indicatorsWith } from '../indicators/indicator.fixture.js';
import { PILLARS } from '../indicators/indicator.js';
import type { Pillar } from '../vocabulary/framework.enums.js';
import { groupOf, InstitutionKind } from '../vocabulary/institution.enums.js';
import {
  assumedCells,
  assumedOf,
  checkAssumptions,
  withAssumed,
  type AssumedInstitution,
  type AssumptionRow,
  type StatedAssumption,
} from './assume.js';

const INDICATORS = indicatorsWith();

/** The states of the four pillars. */
const statesOf = (stateOf: (pillar: Pillar) => Partial<IndicatorState>) =>
  new Map(
    PILLARS.map((pillar): [string, IndicatorState] => [
      pillar,
      { applies: false, reported: null, pending: null, ...stateOf(pillar) },
    ]),
  );

const FOUR_STAGES = fc.tuple(
  ...PILLARS.map(() =>
    fc.constantFrom('NOT_STARTED' as const, 'IN_PROGRESS' as const, 'COMPLETED' as const, null),
  ),
);

/** Institutions of one unit, operating, in any state that the records can give. */
const institutions: fc.Arbitrary<ObservedInstitution[]> = fc
  .array(
    fc.record({
      kind: fc.constantFrom(...Object.values(InstitutionKind).filter((kind) => groupOf(kind))),
      applicable: fc.subarray(PILLARS, { minLength: 1 }),
      stages: fc.option(FOUR_STAGES),
      pending: fc.boolean(),
      illustrative: fc.boolean(),
      roundId: fc.integer({ min: 1, max: 3 }),
    }),
    { minLength: 1, maxLength: 8 },
  )
  .map((all) =>
    all.map(({ kind, applicable, stages, pending, illustrative, roundId }, index) => {
      const revision = {
        id: index,
        updateId: index,
        roundId,
        referenceDate: '2024-05-31',
        number: 1,
        submittedAt: 0,
        decision: null,
        decidedAt: null,
        results: {},
      };
      const states = statesOf((pillar) => {
        const stage = stages?.[PILLARS.indexOf(pillar)];
        return {
          applies: applicable.includes(pillar),
          reported: stage ? { result: { stage, points: 5, maxPoints: 10 }, revision } : null,
          pending: pending ? { revision, returned: false } : null,
        };
      });
      return {
        facts: { id: index + 1, illustrative, periods: [], revisions: [] },
        observed: {
          period: {
            unitId: 1,
            kind,
            settled: true,
            validFrom: null,
            validTo: null,
            recordedAt: 0,
            supersededAt: null,
          },
          states,
        },
      };
    }),
  );

const appliesTo = ({ states }: ObservedInstitution['observed']) =>
  PILLARS.filter((pillar) => states.get(pillar)?.applies);

/** Institutions with something assumed of some of them, free of contradictions. */
const assumed = institutions.chain((all) =>
  fc.record({
    all: fc.constant(all),
    assumptions: fc
      .tuple(
        ...all.map(({ facts, observed }) =>
          fc.subarray(appliesTo(observed)).chain((pillars) =>
            fc.tuple(...pillars.map(() => fc.boolean())).map((choices) =>
              pillars.map((pillar, index): AssumptionRow => ({
                institutionId: facts.id,
                indicators: [pillar],
                completed: choices[index]!,
              })),
            ),
          ),
        ),
      )
      .map((each) => each.flat()),
  }),
);

const countsOf = (all: readonly ObservedInstitution[]) =>
  sum(all.flatMap(({ facts, observed }) => cellsOf(facts, observed, INDICATORS)));
const under = (all: readonly ObservedInstitution[], assumptions: readonly AssumptionRow[]) =>
  sum([...countsOf(all), ...assumedCells(all, assumedOf(assumptions), INDICATORS)]);
const sorted = (cells: readonly Cell[]) =>
  cells.toSorted((a, b) => keyOf(a).localeCompare(keyOf(b)));
const totals = (cells: readonly Cell[], subject: Cell['subject']) =>
  totalOf(cells.filter((cell) => cell.subject === subject));

/** What is recorded of the institutions, stated as assumptions. */
const recorded = (all: readonly ObservedInstitution[]): AssumptionRow[] =>
  all.flatMap(({ facts, observed }) =>
    appliesTo(observed).flatMap((pillar) => {
      const stage = observed.states.get(pillar)?.reported?.result.stage;
      return stage
        ? [{ institutionId: facts.id, indicators: [pillar], completed: stage === 'COMPLETED' }]
        : [];
    }),
  );

describe('laws', () => {
  test('assuming what is already so changes nothing', () => {
    fc.assert(
      fc.property(institutions, (all) => {
        expect(assumedCells(all, assumedOf(recorded(all)), INDICATORS)).toEqual([]);
      }),
    );
  });

  test('assuming that institutions complete raises completed by those that had not', () => {
    fc.assert(
      fc.property(institutions, fc.nat({ max: 8 }), (all, count) => {
        const chosen = all.slice(0, count);
        const assumptions = chosen.map(({ facts, observed }) => ({
          institutionId: facts.id,
          indicators: appliesTo(observed),
          completed: true,
        }));

        const before = countsOf(all);
        const after = under(all, assumptions);

        for (const indicator of INDICATORS) {
          const { code: subject } = indicator;
          const open = chosen.filter(({ observed }) => {
            const { applies, completed } = wholeState(observed, indicator);
            return applies && !completed;
          });
          expect(totals(after, subject).completed).toBe(
            totals(before, subject).completed + open.length,
          );
        }
      }),
    );
  });

  test('the order of assumptions does not matter, nor whether one is there twice', () => {
    fc.assert(
      fc.property(
        assumed.chain(({ all, assumptions }) =>
          fc.record({
            all: fc.constant(all),
            assumptions: fc.constant(assumptions),
            shuffled: fc.shuffledSubarray(assumptions, {
              minLength: assumptions.length,
              maxLength: assumptions.length,
            }),
          }),
        ),
        ({ all, assumptions, shuffled }) => {
          const straight = sorted(under(all, assumptions));

          expect(sorted(under(all, shuffled))).toEqual(straight);
          expect(sorted(under(all, [...assumptions, ...shuffled]))).toEqual(straight);
        },
      ),
    );
  });

  test('the difference leads to what a count of the institutions as assumed gives', () => {
    fc.assert(
      fc.property(assumed, ({ all, assumptions }) => {
        const of = assumedOf(assumptions);
        const hypothetical = all.map(({ facts, observed }) => {
          const about = of.get(facts.id);
          return { facts, observed: about ? withAssumed(observed, about) : observed };
        });

        expect(sorted(under(all, assumptions))).toEqual(sorted(countsOf(hypothetical)));
      }),
    );
  });

  test('no count falls below nothing, the denominators stay, and the three states fit in them', () => {
    fc.assert(
      fc.property(assumed, ({ all, assumptions }) => {
        const before = countsOf(all);
        const after = under(all, assumptions);

        for (const { code: subject } of INDICATORS) {
          const counts = totals(after, subject);
          const { institutions: whole, notApplicable, illustrative } = totals(before, subject);
          for (const counter of COUNTERS) expect(counts[counter]).toBeGreaterThanOrEqual(0);
          expect(counts).toMatchObject({ institutions: whole, notApplicable, illustrative });
          expect(counts.completed).toBeLessThanOrEqual(counts.reported);
          expect(counts.reported + counts.inReview).toBeLessThanOrEqual(whole);
        }
      }),
    );
  });
});

describe('what cannot be assumed is told, all at once', () => {
  const institution = (
    id: number,
    options: Partial<AssumedInstitution> = {},
  ): AssumedInstitution => {
    const period = {
      unitId: 1,
      kind: 'VOCATIONAL_CENTRE' as const,
      settled: true,
      validFrom: null,
      validTo: null,
      recordedAt: 0,
      supersededAt: null,
    };
    const states = statesOf((pillar) => ({ applies: pillar !== PILLARS[3] }));
    const observed = { period, states };
    const facts = { id, illustrative: false, periods: [], revisions: [] };
    return { facts, observed, inside: true, ...options };
  };
  const counted = institution(1);
  const known = new Map<number, AssumedInstitution>(
    [
      counted,
      institution(2, { observed: { period: null, states: statesOf(() => ({})) } }),
      institution(3, { inside: false }),
      institution(4, {
        observed: {
          ...counted.observed,
          period: { ...counted.observed.period!, kind: 'UNIVERSITY' },
        },
      }),
    ].map((each) => [each.facts.id, each]),
  );
  const assumption = (
    institutionId: number | null,
    pillars: StatedAssumption['pillars'] = null,
    completed = true,
  ): StatedAssumption => ({ institutionId, pillars, indicators: null, completed });
  const told = (...stated: StatedAssumption[]) =>
    checkAssumptions(stated, known, INDICATORS).problems.map(({ code, field }) => [
      code,
      field!.join('.'),
    ]);

  test('each with its place and its code', () => {
    expect(
      told(
        assumption(null),
        assumption(99),
        assumption(2),
        assumption(3),
        assumption(4),
        assumption(1, []),
        assumption(1, ['OPEN_LEARNING_RESOURCES']),
      ),
    ).toEqual([
      ['NOT_FOUND', 'assume.0.institution'],
      ['NOT_FOUND', 'assume.1.institution'],
      ['NOT_OPERATING', 'assume.2.institution'],
      ['NOT_IN_UNIT', 'assume.3.institution'],
      ['NOT_COUNTED', 'assume.4.institution'],
      ['PILLARS_MISSING', 'assume.5.pillars'],
      ['PILLAR_NOT_APPLICABLE', 'assume.6.pillars'],
    ]);
  });

  test('a contradiction names the one that it contradicts', () => {
    const { problems } = checkAssumptions(
      [assumption(1), assumption(1, ['DIGITAL_OPERATIONS'], false)],
      known,
      INDICATORS,
    );

    expect(problems).toEqual([
      {
        code: 'CONTRADICTION',
        field: ['assume', '1', 'completed'],
        text: {
          vi: 'assume[1]: trái với assume[0] về trụ cột DIGITAL_OPERATIONS.',
          en: 'assume[1]: it contradicts assume[0] on the pillar DIGITAL_OPERATIONS.',
        },
      },
    ]);
  });

  test('the same twice is no contradiction, and pillars left out are those that apply', () => {
    const twice = [assumption(1), assumption(1, ['DIGITAL_OPERATIONS'])];

    expect(checkAssumptions(twice, known, INDICATORS)).toEqual({
      problems: [],
      assumptions: [
        { institutionId: 1, indicators: PILLARS.slice(0, 3), completed: true },
        { institutionId: 1, indicators: ['DIGITAL_OPERATIONS'], completed: true },
      ],
    });
  });

  test('an indicator that is made of others stands for its parts that apply', () => {
    const stated = { ...assumption(1), indicators: ['ALL_FOUR'] };

    expect(checkAssumptions([stated], known, INDICATORS)).toEqual({
      problems: [],
      assumptions: [{ institutionId: 1, indicators: PILLARS.slice(0, 3), completed: true }],
    });
  });

  test('an indicator that the hub does not have, or that does not apply, is refused', () => {
    const about = (...indicators: string[]) => ({ ...assumption(1), indicators });

    expect(told(about('NONE'), about('OPEN_LEARNING_RESOURCES'), about())).toEqual([
      ['INDICATOR_UNKNOWN', 'assume.0.indicators'],
      ['INDICATOR_NOT_APPLICABLE', 'assume.1.indicators'],
      ['PILLARS_MISSING', 'assume.2.pillars'],
    ]);
  });
});
