import { expect, test } from '@jest/globals';
import { contradictionsIn, isLongClosed, type Succession } from './succession-order.js';

const IDS = ['A', 'B', 'C', 'D'];

/** As “A MERGED B 2025”. */
function succession(said: string): Succession {
  const [giver = '', kind, taker = '', year] = said.split(' ');
  return {
    predecessorId: IDS.indexOf(giver),
    successorId: IDS.indexOf(taker),
    kind: kind === 'MERGED' ? 'MERGED' : 'SPLIT',
    effectiveOn: `${year}-07-01`,
  };
}

const told = (...said: string[]) =>
  contradictionsIn(said.map(succession)).map(
    ({ kind, institutionId, between }) => `${kind} ${IDS[institutionId]} ${between.length}`,
  );

test.each([
  ['merged, and taking over after it', ['A MERGED B 2024', 'C MERGED A 2025'], ['ENDED A 0']],
  ['merged, and taking over on the day', ['A MERGED B 2024', 'C SPLIT A 2024'], ['ENDED A 0']],
  ['merged into each other', ['A MERGED B 2024', 'B MERGED A 2024'], ['ENDED B 0', 'ENDED A 0']],
  ['merged in a circle', ['A MERGED B 2023', 'B MERGED C 2024', 'C MERGED A 2025'], ['ENDED A 0']],
  ['split from each other', ['A SPLIT B 2024', 'B SPLIT A 2025'], ['CIRCLE A 0']],
  [
    'split from each other on one day',
    ['A SPLIT B 2024', 'B SPLIT A 2024'],
    ['CIRCLE B 0', 'CIRCLE A 0'],
  ],
  [
    'split in a circle of several',
    ['A SPLIT B 2021', 'B SPLIT C 2022', 'C MERGED D 2023', 'D SPLIT A 2024'],
    ['CIRCLE A 2'],
  ],
])('%s is a contradiction', (_name, successions, expected) => {
  expect(told(...successions)).toEqual(expected);
});

test.each([
  ['taking over, and merged later', ['A MERGED B 2024', 'B MERGED C 2025']],
  ['several merged into one', ['A MERGED C 2024', 'B MERGED C 2024']],
  ['shared out among several', ['A MERGED B 2024', 'A MERGED C 2024']],
  ['split off, and merged back later', ['A SPLIT B 2020', 'B MERGED A 2025']],
  [
    'split off, and merged back over another',
    ['A SPLIT B 2020', 'B MERGED C 2022', 'C MERGED A 2025'],
  ],
  ['giving a part away, and taking another over', ['A SPLIT B 2020', 'C MERGED A 2025']],
])('%s is none', (_name, successions) => {
  expect(told(...successions)).toEqual([]);
});

test.each([
  [null, '2026-07-01', false],
  ['2026-06-30', '2026-07-01', false],
  ['2025-07-01', '2026-07-01', false],
  ['2025-06-30', '2026-07-01', true],
  ['2023-02-28', '2024-02-29', true],
  ['2023-03-01', '2024-02-29', false],
])('closed on %p and giving on %p: long closed %p', (closedOn, effectiveOn, expected) => {
  expect(isLongClosed(closedOn, effectiveOn)).toBe(expected);
});
