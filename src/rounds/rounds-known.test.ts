import { expect, test } from '@jest/globals';
import type { RecordedRound } from './round.queries.js';
import { roundsKnownAt } from './rounds-known.js';

const round = (id: number, changes: Partial<RecordedRound> = {}): RecordedRound => ({
  id,
  frameworkIds: [1],
  unitId: 1,
  code: String(id),
  nameVi: '',
  nameEn: '',
  opensOn: '2026-01-01',
  dueOn: '2026-02-01',
  referenceDate: '2026-01-01',
  closesOn: '2026-03-01',
  closedAt: null,
  returnDays: 14,
  withdrawnAt: null,
  withdrawalReason: null,
  version: 1,
  sourceStatus: 'CONFIRMED',
  recordedAt: null,
  before: [],
  ...changes,
});
const dates = (dueOn: string, supersededAt: number) => ({
  opensOn: '2025-01-01',
  dueOn,
  referenceDate: '2025-01-01',
  closesOn: '2025-12-31',
  supersededAt,
});
const seen = (rounds: RecordedRound[], knownAt: number) =>
  roundsKnownAt(rounds, knownAt).map(({ id, dueOn }) => [id, dueOn]);

test('a round is known from the moment of its record on, and always without one', () => {
  const rounds = [round(1), round(2, { recordedAt: 100 })];

  expect(seen(rounds, 99)).toEqual([[1, '2026-02-01']]);
  expect(seen(rounds, 100)).toHaveLength(2);
});

test('a withdrawn round is known until then', () => {
  const rounds = [round(1, { withdrawnAt: new Date(100).toISOString() })];

  expect(seen(rounds, 99)).toHaveLength(1);
  expect(seen(rounds, 100)).toEqual([]);
  expect(seen(rounds, Infinity)).toEqual([]);
});

test('mended dates are known from their moment on, and those before until it', () => {
  const mended = round(1, { before: [dates('2025-05-01', 100), dates('2025-06-01', 200)] });
  const moments = [0, 99, 100, 199, 200, Infinity];

  expect(moments.map((moment) => seen([mended], moment)[0]![1])).toEqual([
    '2025-05-01',
    '2025-05-01',
    '2025-06-01',
    '2025-06-01',
    '2026-02-01',
    '2026-02-01',
  ]);
});

test('the order is that of the dates of then', () => {
  const rounds = [
    round(1, { before: [{ ...dates('2027-05-01', 100), referenceDate: '2027-01-01' }] }),
    round(2, { referenceDate: '2026-06-01' }),
  ];

  expect(seen(rounds, 50).map(([id]) => id)).toEqual([2, 1]);
  expect(seen(rounds, 100).map(([id]) => id)).toEqual([1, 2]);
});
