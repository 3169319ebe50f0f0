import { expect, test } from '@jest/globals';
import type { InstitutionFacts, RevisionFact } from '../counts/facts.js';
import { withDecision, withSubmission } from './revision-facts.js';
import type { IndicatorScore } from './score.js';

const AT = new Date('2026-11-23T03:00:00.123Z');
const ROUND = {
  id: 3,
  opensOn: '2026-10-24',
  dueOn: '2026-12-24',
  closesOn: '2027-01-07',
  closedAt: null,
  returnDays: 14,
  referenceDate: '2026-10-24',
};
const fact = (id: number, changes: Partial<RevisionFact> = {}): RevisionFact => ({
  id,
  updateId: 1,
  roundId: 3,
  referenceDate: '2026-10-24',
  number: 1,
  submittedAt: 1000,
  decision: null,
  decidedAt: null,
  results: { STANDARDIZED_DATA: { stage: 'COMPLETED', points: 9, maxPoints: 10 } },
  ...changes,
});
const facts = (...revisions: RevisionFact[]): InstitutionFacts => ({
  id: 7,
  illustrative: false,
  periods: [],
  revisions,
});
const RESULTS: IndicatorScore[] = [
  { indicator: 'DIGITAL_GOVERNANCE', stage: 'IN_PROGRESS', points: 8.4, maxPoints: 10 },
];
const AS_FACT = { DIGITAL_GOVERNANCE: { stage: 'IN_PROGRESS', points: 8.4, maxPoints: 10 } };

test('what is handed in is known from that moment on, undecided', () => {
  const before = facts(fact(1));

  const after = withSubmission(
    before,
    { updateId: 2, round: ROUND },
    { id: 9, number: 4, at: AT, results: RESULTS },
  );

  expect(after).toEqual(
    facts(
      fact(1),
      fact(9, { updateId: 2, number: 4, submittedAt: AT.getTime(), results: AS_FACT as never }),
    ),
  );
  expect(before).toEqual(facts(fact(1)));
});

test('a correction is handed in and approved at the same moment', () => {
  const { revisions } = withSubmission(
    facts(),
    { updateId: 2, round: ROUND },
    { id: 9, number: 4, at: AT, results: [], decision: 'APPROVED' },
  );

  expect(revisions).toEqual([
    fact(9, {
      updateId: 2,
      number: 4,
      submittedAt: AT.getTime(),
      decision: 'APPROVED',
      decidedAt: AT.getTime(),
      results: {},
    }),
  ]);
});

test('decisions change their own revisions only; the results only where a reviewer changed values', () => {
  const before = facts(fact(1), fact(2), fact(3));

  const after = withDecision(before, [
    { id: 2, decision: 'RETURNED', at: AT },
    { id: 3, decision: 'APPROVED', at: AT, results: RESULTS },
    { id: 99, decision: 'APPROVED', at: AT },
  ]);

  expect(after).toEqual(
    facts(
      fact(1),
      fact(2, { decision: 'RETURNED', decidedAt: AT.getTime() }),
      fact(3, { decision: 'APPROVED', decidedAt: AT.getTime(), results: AS_FACT as never }),
    ),
  );
  expect(before).toEqual(facts(fact(1), fact(2), fact(3)));
});
