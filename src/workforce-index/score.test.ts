import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { assume } from './assumption.js';
import type { Edition, EditionComponent, EditionInput } from './edition.js';
import { gapsOf, ranked, type GapInstitution } from './gaps.js';
import { apportion, proportion } from './points.js';
import { scoreIndex, weighted, type FoundInput, type Inputs } from './score.js';

const text = { vi: 'x', en: 'x' };

function editionOf(inputs: Edition['inputs'], components: Partial<EditionComponent>[]): Edition {
  const filled = components.map((component, index): EditionComponent => ({
    code: String(index + 1),
    name: text,
    measures: text,
    owner: text,
    source: 'x',
    sourceStatus: 'ILLUSTRATIVE',
    maximumPoints: 10,
    formula: { kind: 'YES_NO', value: Object.keys(inputs)[0]! },
    ...component,
  }));
  return {
    code: 'test',
    version: 1,
    name: text,
    firstYear: 2022,
    lastYear: null,
    unitKinds: ['PROVINCE'],
    maximumPoints: filled.reduce((sum, each) => sum + each.maximumPoints, 0),
    source: 'x',
    sourceStatus: 'ILLUSTRATIVE',
    inputs,
    components: filled,
  };
}

const registry: EditionInput = { from: 'REGISTRY', quantity: 'TEAM_UNITS' };

function counted(...values: number[]): FoundInput {
  return {
    state: 'COUNTED',
    value: values.reduce((sum, value) => sum + value, 0),
    contributions: values.map((value, index) => ({
      value,
      from: { recordId: index + 1, versionId: index + 1 },
    })),
  };
}

const NOT_COUNTED: FoundInput = { state: 'NOT_COUNTED', value: 0, contributions: [] };
const NOT_APPLICABLE: FoundInput = { state: 'NOT_APPLICABLE', value: 0, contributions: [] };

describe('a share', () => {
  const edition = editionOf({ part: registry, whole: registry }, [
    { formula: { kind: 'SHARE', part: 'part', whole: 'whole' } },
  ]);
  const score = (part: FoundInput, whole: FoundInput) =>
    scoreIndex(
      edition,
      new Map([
        ['part', part],
        ['whole', whole],
      ]),
    ).components[0]!;

  test('earns points in proportion, and its ledger divides them among the records', () => {
    const { state, points, ledger } = score(counted(20, 5, 3), counted(84));

    expect([state, points]).toEqual(['SCORED', 33_333]);
    expect(ledger.map((entry) => entry.points)).toEqual([23_809, 5952, 3572]);
  });

  test.each([
    ['counted, and nothing is there', counted(0), counted(71), 'ZERO'],
    ['a share of nothing', counted(0), counted(0), 'ZERO'],
    ['nobody counted the part', NOT_COUNTED, counted(71), 'NOT_COUNTED'],
    ['nobody counted the whole', counted(5), NOT_COUNTED, 'NOT_COUNTED'],
    ['there is nothing it could apply to', NOT_APPLICABLE, NOT_APPLICABLE, 'NOT_APPLICABLE'],
  ])('is no number when %s', (_name, part, whole, state) => {
    expect(score(part, whole)).toMatchObject({ state, points: 0, ledger: [] });
  });
});

test.each([
  [0, 0],
  [1, 20_000],
  [3, 40_000],
  [4, 60_000],
  [400, 60_000],
])('steps: %d earn %d ten-thousandths', (value, points) => {
  const steps = [
    { atLeast: 1, points: 2 },
    { atLeast: 2, points: 4 },
    { atLeast: 4, points: 6 },
  ];
  const edition = editionOf({ classes: registry }, [
    { maximumPoints: 6, formula: { kind: 'STEPS', value: 'classes', steps } },
  ]);

  expect(scoreIndex(edition, new Map([['classes', counted(value)]])).points).toBe(points);
});

test('what does not apply is outside the maximum, and the index is of the rest', () => {
  const edition = editionOf({ yes: registry, none: registry }, [
    { maximumPoints: 30, formula: { kind: 'YES_NO', value: 'yes' } },
    { maximumPoints: 10, formula: { kind: 'YES_NO', value: 'none' } },
    { maximumPoints: 60, formula: { kind: 'SHARE', part: 'yes', whole: 'yes' } },
  ]);

  const score = scoreIndex(
    edition,
    new Map([
      ['yes', counted(1)],
      ['none', NOT_APPLICABLE],
    ]),
  );

  expect(score).toMatchObject({ points: 900_000, maximum: 900_000, index: 10_000 });
});

test('a component without points weighs down by its weight, not by its maximum', () => {
  const edition = editionOf({ yes: registry, no: registry }, [
    { maximumPoints: 10, weight: 3, formula: { kind: 'YES_NO', value: 'yes' } },
    { maximumPoints: 90, weight: 1, formula: { kind: 'YES_NO', value: 'no' } },
  ]);

  const { index } = scoreIndex(
    edition,
    new Map([
      ['yes', counted(1)],
      ['no', counted(0)],
    ]),
  );

  expect(index).toBe(7500);
});

test('a composite is the weighted mean of its parts: PDTI = Σ(weight × index) ÷ 1000', () => {
  const weights = [100, 100, 100, 100, 100, 200, 150, 150];
  const daNang = [10_000, 9000, 8253, 8487, 7578, 8575, 7836, 5197];

  const parts = daNang.map((value, index) => ({ weight: weights[index]!, value, whole: 10_000 }));

  expect(weighted(parts)).toBe(8002);
});

describe('what would bring points', () => {
  const inputs: Edition['inputs'] = {
    communes: registry,
    teams: registry,
    duty: registry,
    schools: { from: 'PROGRESS', count: 'INSTITUTIONS', group: 'GENERAL_EDUCATION' },
    completed: { from: 'PROGRESS', count: 'COMPLETED', group: 'GENERAL_EDUCATION' },
  };
  const edition = editionOf(inputs, [
    { formula: { kind: 'SHARE', part: 'teams', whole: 'communes' } },
    { maximumPoints: 8, formula: { kind: 'YES_NO', value: 'duty' } },
    { maximumPoints: 6, formula: { kind: 'SHARE', part: 'completed', whole: 'schools' } },
  ]);
  const institution = (id: number, observation: GapInstitution['observation']): GapInstitution => ({
    id,
    name: `Trường ${id}`,
    group: 'GENERAL_EDUCATION',
    completed: false,
    observation,
  });

  test('tells what nobody counted, what is out of date, and what is not done apart, with who must act', () => {
    const gaps = gapsOf(
      edition,
      new Map([
        ['communes', counted(71)],
        ['teams', counted(60)],
        ['duty', NOT_COUNTED],
        ['schools', counted(1, 1, 1)],
        ['completed', counted(1)],
      ]),
      [institution(1, 'RETURNED'), institution(2, 'REPORTED')],
      new Set(['duty']),
    );

    expect(ranked(gaps)).toMatchObject([
      { kind: 'EXPIRED', components: ['2'], least: 0, most: 80_000, rank: 1 },
      { kind: 'NOT_DONE', institutionId: 2, least: 20_000, most: 20_000, rank: 2 },
      { kind: 'RETURNED', institutionId: 1, least: 0, most: 20_000, rank: 3 },
      { kind: 'NOT_DONE', components: ['1'], least: 15_493, most: 15_493, rank: 4 },
    ]);
  });

  test('an institution that is the first to report brings a count where there was none', () => {
    const gaps = gapsOf(
      edition,
      new Map([
        ['communes', counted(71)],
        ['teams', counted(71)],
        ['duty', counted(1)],
        ['schools', counted(1, 1)],
        ['completed', NOT_COUNTED],
      ]),
      [institution(1, 'NOT_REPORTED'), institution(2, 'NOT_REPORTED')],
      new Set(),
    );

    expect(ranked(gaps)).toMatchObject([
      { key: 'institution:1', kind: 'NOT_REPORTED', least: 0, most: 30_000, rank: 1 },
      { key: 'institution:2', kind: 'NOT_REPORTED', least: 0, most: 30_000, rank: 1 },
    ]);
  });
});

/** Any edition of ours, with anything found for it. */
const story = fc
  .record({
    leaves: fc.array(
      fc.oneof(
        {
          weight: 4,
          arbitrary: fc
            .array(fc.nat(500), { minLength: 1, maxLength: 5 })
            .map((values) => counted(...values)),
        },
        fc.constant(NOT_COUNTED),
        fc.constant(NOT_APPLICABLE),
      ),
      { minLength: 2, maxLength: 8 },
    ),
    components: fc.array(
      fc.record({
        kind: fc.constantFrom('SHARE', 'CAPPED_SHARE', 'YES_NO', 'STEPS', 'SUM_SHARE', 'PROGRESS'),
        part: fc.nat(),
        whole: fc.nat(),
        target: fc.integer({ min: 1, max: 100 }),
        maximumPoints: fc.integer({ min: 1, max: 400_000 }).map((units) => units / 10_000),
      }),
      { minLength: 1, maxLength: 8 },
    ),
    members: fc.array(fc.record({ completed: fc.boolean(), reported: fc.boolean() }), {
      maxLength: 6,
    }),
  })
  .map(({ leaves, components, members }) => {
    const names = leaves.map((_leaf, index) => `leaf${index}`);
    const pick = (index: number) => names[index % names.length]!;
    const inputs: Edition['inputs'] = {
      ...Object.fromEntries(names.map((name) => [name, registry])),
      sum: { from: 'SUM', of: [names[0]!, names[1]!] },
      members: { from: 'PROGRESS', count: 'INSTITUTIONS', group: 'GENERAL_EDUCATION' },
      done: { from: 'PROGRESS', count: 'COMPLETED', group: 'GENERAL_EDUCATION' },
    };
    const formulaOf = ({
      kind,
      part,
      whole,
      target,
      maximumPoints,
    }: (typeof components)[number]): EditionComponent['formula'] => {
      switch (kind) {
        case 'SHARE':
          return { kind, part: pick(part), whole: pick(whole) };
        case 'CAPPED_SHARE':
          return { kind, part: pick(part), whole: pick(whole), target };
        case 'YES_NO':
          return { kind, value: pick(part) };
        case 'STEPS':
          return {
            kind,
            value: pick(part),
            steps: [{ atLeast: 1 + (whole % 300), points: maximumPoints }],
          };
        case 'SUM_SHARE':
          return { kind: 'SHARE', part: 'sum', whole: pick(whole) };
        default:
          return { kind: 'SHARE', part: 'done', whole: 'members' };
      }
    };
    const edition = editionOf(
      inputs,
      components.map((each) => ({ maximumPoints: each.maximumPoints, formula: formulaOf(each) })),
    );
    const institutions = members.map(({ completed, reported }, id): GapInstitution => ({
      id,
      name: `Trường ${id}`,
      group: 'GENERAL_EDUCATION',
      completed: completed && reported,
      observation: reported ? 'REPORTED' : 'NOT_REPORTED',
    }));
    const done = institutions.filter((each) => each.completed).length;
    const found: Inputs = new Map<string, FoundInput>([
      ...names.map((name, index) => [name, leaves[index]!] as const),
      ['members', members.length === 0 ? NOT_APPLICABLE : counted(members.length)],
      [
        'done',
        members.length === 0
          ? NOT_APPLICABLE
          : institutions.some(({ observation }) => observation === 'REPORTED')
            ? counted(
                ...institutions.filter((each) => each.completed).map(() => 1),
                ...(done === 0 ? [0] : []),
              )
            : NOT_COUNTED,
      ],
    ]);
    return { edition, found, institutions };
  });

test('in every edition, ledgers add up to their components, and components to the whole', () => {
  fc.assert(
    fc.property(story, ({ edition, found }) => {
      const score = scoreIndex(edition, found);

      for (const { points, ledger, component, state } of score.components) {
        expect(ledger.reduce((sum, entry) => sum + entry.points, 0)).toBe(points);
        expect(points).toBeLessThanOrEqual(Math.round(component.maximumPoints * 10_000));
        expect(state === 'SCORED').toBe(points > 0);
      }
      const sum = score.components.reduce((added, { points }) => added + points, 0);
      expect(score.points).toBe(sum);
    }),
    { numRuns: 500 },
  );
});

test('in every edition, a gap’s cure brings exactly the points that were promised', () => {
  fc.assert(
    fc.property(story, ({ edition, found, institutions }) => {
      const now = scoreIndex(edition, found).points;

      for (const { cure, most, least } of gapsOf(edition, found, institutions, new Set())) {
        const then = scoreIndex(edition, assume(edition, found, institutions, cure)).points;
        expect(then - now).toBe(most);
        expect(least).toBeLessThanOrEqual(most);
      }
    }),
    { numRuns: 500 },
  );
});

test('in every edition that has no short sums, what is not full has a gap', () => {
  fc.assert(
    fc.property(story, ({ edition, found, institutions }) => {
      const gaps = gapsOf(edition, found, institutions, new Set());
      const named = new Set(gaps.flatMap(({ components }) => components));

      for (const { component, points, state } of scoreIndex(edition, found).components)
        if (component.formula.kind === 'YES_NO' && state !== 'NOT_APPLICABLE' && points === 0)
          expect(named).toContain(component.code);
    }),
    { numRuns: 300 },
  );
});

test('shares lose and gain nothing when they are divided', () => {
  fc.assert(
    fc.property(
      fc.nat(10_000_000),
      fc.array(fc.nat(100_000), { minLength: 1 }),
      (total, weights) => {
        const shares = apportion(total, weights);
        const isNothing = weights.every((weight) => weight === 0);

        expect(shares.reduce((sum, share) => sum + share, 0)).toBe(isNothing ? 0 : total);
      },
    ),
  );
});

test('a proportion of large numbers is exact, with halves rounded up', () => {
  expect(proportion(1_000_000, 1, 3)).toBe(333_333);
  expect(proportion(1, 1, 2)).toBe(1);
  expect(proportion(10_000_000, 999_999_999, 1_000_000_000)).toBe(10_000_000);
});
