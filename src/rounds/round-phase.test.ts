import { expect, test } from '@jest/globals';
import { phaseOf } from './round-phase.js';

const round = { opensOn: '2026-10-24', closesOn: '2027-01-07', closedAt: null as string | null };

test.each([
  ['the day before it opens', '2026-10-23', 'PLANNED'],
  ['its first day', '2026-10-24', 'OPEN'],
  ['its last day', '2027-01-07', 'OPEN'],
  ['the day after its last', '2027-01-08', 'CLOSED'],
])('on %s a round is as its dates say', (_day, today, phase) => {
  expect(phaseOf(round, today)).toBe(phase);
});

test.each(['2026-10-23', '2026-11-23', '2027-01-08'])(
  'a round that was closed by hand is CLOSED whatever its dates say, also on %s',
  (today) => {
    expect(phaseOf({ ...round, closedAt: '2026-11-01T00:00:00Z' }, today)).toBe('CLOSED');
  },
);

test('a round of one day is open on it', () => {
  const day = { opensOn: '2026-10-24', closesOn: '2026-10-24', closedAt: null };

  expect(['2026-10-23', '2026-10-24', '2026-10-25'].map((today) => phaseOf(day, today))).toEqual([
    'PLANNED',
    'OPEN',
    'CLOSED',
  ]);
});
