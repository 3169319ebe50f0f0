import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { FigurePart } from './distribution.enums.js';
import { placeAmong, shownOfWhole, shownParts, type Piece } from './few-institutions.js';
import { binOf, spreadOf } from './spread.js';

/** Answers that are told apart: what each part of the figures says of them, and their percentage. */
const ANSWERS = [
  { answers: 'not met', option: 'level 0', percent: 3 },
  { answers: 'met', option: 'level 2', percent: 96 },
  { answers: 'not met', option: 'level 1', percent: 7 },
  { answers: 'does not apply', option: '', percent: null },
] as const;
type Answer = (typeof ANSWERS)[number];

/** How many institutions gave each of the first answers. */
type Counts = readonly number[];

function piecesOf(counts: Counts, province = 0, all = counts): Piece[] {
  const { quartiles } = spreadIn(all);
  return counts.map((count, at) => {
    const { answers, option, percent } = ANSWERS[at] as Answer;
    const keys = {
      ANSWERS: answers,
      OPTIONS: option,
      POINTS: percent === null ? '' : String(binOf(percent)),
      QUARTILES: percent === null ? '' : placeAmong(percent, quartiles),
    };
    return { count, province, keys };
  });
}

function spreadIn(counts: Counts) {
  return spreadOf(
    counts.flatMap((count, at) => {
      const { percent } = ANSWERS[at] as Answer;
      return percent === null ? [] : [{ percent, count }];
    }),
  );
}

/** The counts that a part has, by what it tells apart. */
function cellsOf(counts: Counts, part: FigurePart): Record<string, number> {
  const cells: Record<string, number> = {};
  for (const { count, keys } of piecesOf(counts)) {
    const key = keys[part] ?? '';
    cells[key] = (cells[key] ?? 0) + count;
  }
  return cells;
}

/** All that is shown of counts. */
function outputOf(counts: Counts, shown: ReadonlySet<FigurePart>): string {
  const parts = [...shown].map((part) =>
    part === 'QUARTILES' ? [part, spreadIn(counts).quartiles] : [part, cellsOf(counts, part)],
  );
  return JSON.stringify(parts);
}

/** All ways in which so many institutions may answer. */
function waysOf(institutions: number, answers: number): Counts[] {
  if (answers === 1) return [[institutions]];
  return Array.from({ length: institutions + 1 }, (_, count) =>
    waysOf(institutions - count, answers - 1).map((rest) => [count, ...rest]),
  ).flat();
}

const added = (all: readonly Counts[]): Counts =>
  (all[0] ?? []).map((_, at) => all.reduce((sum, counts) => sum + (counts[at] ?? 0), 0));

const PARTS = ['ANSWERS', 'OPTIONS', 'POINTS'] as const;

/** The small counts that somebody who knows the rule and all that is shown can be sure of. */
function certain(worlds: readonly (readonly Counts[])[], fewest: number): string[] {
  const [first = []] = worlds;
  return first.flatMap((_, at) =>
    PARTS.flatMap((part) => {
      const known = new Map<string, Set<number>>();
      for (const world of worlds)
        for (const [cell, count] of Object.entries(cellsOf(world[at] ?? [], part)))
          known.set(cell, (known.get(cell) ?? new Set()).add(count));
      return [...known]
        .filter(([, counts]) => counts.size === 1 && [...counts].every(isSmall))
        .map(([cell]) => `${at} ${part} ${cell}`);
    }),
  );
  function isSmall(count: number): boolean {
    return count > 0 && count < fewest;
  }
}

describe('what is shown of one set of institutions', () => {
  test('has everything where all counts are large, and nothing of answers where one is small', () => {
    expect([...shownParts(piecesOf([5, 5, 20, 0]))]).toEqual([
      'ANSWERS',
      'OPTIONS',
      'POINTS',
      'QUARTILES',
    ]);
    expect([...shownParts(piecesOf([5, 5, 20, 4]))]).toEqual([]);
    expect([...shownParts(piecesOf([4, 0, 0, 0]))]).toEqual([]);
  });

  test('has everything of nobody, because that is no secret', () => {
    expect(shownParts(piecesOf([0, 0, 0, 0])).has('ANSWERS')).toBe(true);
  });

  test('withholds what is left of all when almost all meet it', () => {
    expect([...shownParts(piecesOf([4, 96, 0, 0]))]).toEqual([]);
    expect(shownParts(piecesOf([5, 95, 0, 0])).has('ANSWERS')).toBe(true);
  });

  test('shows whether it is met where a level is chosen by few, without the levels', () => {
    const shown = shownParts(piecesOf([3, 20, 5, 0]));
    // The levels that few chose are in one bin, of which enough are told.
    expect([...shown]).toEqual(['ANSWERS', 'POINTS']);
  });

  test('withholds quartiles that cut a bin so that few are left of it', () => {
    const keys = (bin: string, place: string) => ({ ANSWERS: '', POINTS: bin, QUARTILES: place });
    const pieces = [
      { count: 5, province: 0, keys: keys('0', '-1') },
      { count: 1, province: 0, keys: keys('0', '1') },
      { count: 14, province: 0, keys: keys('9', '1') },
    ];
    expect([...shownParts(pieces)]).toEqual(['ANSWERS', 'OPTIONS', 'POINTS']);
  });

  test.each([3, 5])('no small count is certain to who knows the rule, below %i', (fewest) => {
    for (let institutions = 0; institutions <= 14; institutions += 1) {
      const worlds = Map.groupBy(waysOf(institutions, 4), (counts) =>
        outputOf(counts, shownParts(piecesOf(counts), fewest)),
      );
      for (const alike of worlds.values())
        expect(
          certain(
            alike.map((counts) => [counts]),
            fewest,
          ),
        ).toEqual([]);
    }
  });

  test('all that can be calculated from shown counts is none or enough', () => {
    const some = fc.array(fc.nat({ max: 12 }), { minLength: 4, maxLength: 4 });
    fc.assert(
      fc.property(
        some,
        fc.array(fc.integer({ min: -2, max: 2 }), { maxLength: 12 }),
        (counts, by) => {
          const shown = shownParts(piecesOf(counts));
          const cells = [...shown].flatMap((part) => {
            const byKey = Map.groupBy(piecesOf(counts), ({ keys }) => keys[part] ?? '');
            return [...byKey.values()].map((pieces) => pieces.map((piece) => piece.keys));
          });
          // A sum of shown counts, each taken so many times, counts some pieces once and others not at all …
          const times = piecesOf(counts).map(({ keys }) =>
            cells.reduce(
              (sum, inside, at) =>
                inside.some((each) => JSON.stringify(each) === JSON.stringify(keys))
                  ? sum + (by[at] ?? 0)
                  : sum,
              0,
            ),
          );
          fc.pre(times.every((each) => each === 0 || each === 1));
          const total = counts.reduce((sum, count, at) => sum + count * (times[at] ?? 0), 0);
          // … and then it is of enough institutions.
          expect(total === 0 || total >= 5).toBe(true);
        },
      ),
    );
  });
});

describe('what is shown of the country beside its provinces', () => {
  const shownIn = (world: readonly Counts[], fewest: number) => {
    const all = added(world);
    const whole = world.flatMap((counts, province) => piecesOf(counts, province, all));
    const provinces = new Map(world.map((counts, province) => [province, piecesOf(counts)]));
    return shownOfWhole(whole, provinces, fewest);
  };

  test('tells nothing of a province that alone withholds', () => {
    expect([
      ...shownIn(
        [
          [3, 20, 0, 0],
          [6, 20, 0, 0],
        ],
        5,
      ),
    ]).toEqual([]);
    expect(
      shownIn(
        [
          [5, 20, 0, 0],
          [6, 20, 0, 0],
        ],
        5,
      ).has('ANSWERS'),
    ).toBe(true);
  });

  test('tells of several that withhold together, unless they are all alike', () => {
    const others: Counts = [6, 20, 0, 0];
    // Of ten that may be four and six, five and five, or six and four …
    expect(shownIn([[20, 4, 0, 0], [4, 20, 0, 0], others], 5).has('ANSWERS')).toBe(true);
    // … and of seven there are too few ways.
    expect(shownIn([[4, 20, 0, 0], [3, 20, 0, 0], others], 5).has('ANSWERS')).toBe(false);
    expect(shownIn([[0, 2, 0, 0], [0, 4, 0, 0], others], 5).has('ANSWERS')).toBe(false);
  });

  test.each([
    [[3, 4], 4],
    [[7, 6], 3],
    [[2, 3, 5], 3],
    [[1, 7, 4], 3],
    [[4, 4, 4], 2],
    [[6, 2, 6], 2],
  ])('no small count of %p is certain to who knows the rule', (sizes, answers) => {
    const fewest = 3;
    const ways = sizes
      .map((size) => waysOf(size, answers))
      .reduce<Counts[][]>(
        (worlds, own) => worlds.flatMap((world) => own.map((counts) => [...world, counts])),
        [[]],
      );
    const told = Map.groupBy(ways, (world) =>
      JSON.stringify([
        world.map((counts) => outputOf(counts, shownParts(piecesOf(counts), fewest))),
        outputOf(added(world), shownIn(world, fewest)),
      ]),
    );
    for (const alike of told.values()) expect(certain(alike, fewest)).toEqual([]);
  });
});
