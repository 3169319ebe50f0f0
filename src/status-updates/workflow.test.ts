import { describe, expect, test } from '@jest/globals';
import { RoundPhase } from '../vocabulary/round.enums.js';
import { UpdateState } from '../vocabulary/status-update.enums.js';
import { lockOfUpdate, outOfTurn, type Action, type Standing } from './workflow.js';

const STATES = [null, ...Object.values(UpdateState)];
const PHASES = Object.values(RoundPhase);
const BOTH = [true, false];

/**
 * Who may do what when, for an institution that the round calls, with a draft, handed in by somebody
 * else: “ok”, or the code of the refusal.
 */
const TURNS = `
  action    phase      null             DRAFT            SUBMITTED        RETURNED         APPROVED         WITHDRAWN
  save      PLANNED    NOT_OPEN_YET     NOT_OPEN_YET     NOT_OPEN_YET     NOT_OPEN_YET     NOT_OPEN_YET     NOT_OPEN_YET
  save      OPEN       ok               ok               IN_REVIEW        ok               ALREADY_DECIDED  ok
  save      CLOSED     CLOSED           CLOSED           IN_REVIEW        CLOSED           ALREADY_DECIDED  CLOSED
  save      WITHDRAWN  ROUND_WITHDRAWN  ROUND_WITHDRAWN  ROUND_WITHDRAWN  ROUND_WITHDRAWN  ROUND_WITHDRAWN  ROUND_WITHDRAWN
  submit    PLANNED    NOT_OPEN_YET     NOT_OPEN_YET     NOT_OPEN_YET     NOT_OPEN_YET     NOT_OPEN_YET     NOT_OPEN_YET
  submit    OPEN       ok               ok               IN_REVIEW        ok               ALREADY_DECIDED  ok
  submit    CLOSED     CLOSED           CLOSED           IN_REVIEW        CLOSED           ALREADY_DECIDED  CLOSED
  submit    WITHDRAWN  ROUND_WITHDRAWN  ROUND_WITHDRAWN  ROUND_WITHDRAWN  ROUND_WITHDRAWN  ROUND_WITHDRAWN  ROUND_WITHDRAWN
  withdraw  PLANNED    NOT_IN_REVIEW    NOT_IN_REVIEW    ok               NOT_IN_REVIEW    NOT_IN_REVIEW    NOT_IN_REVIEW
  withdraw  OPEN       NOT_IN_REVIEW    NOT_IN_REVIEW    ok               NOT_IN_REVIEW    NOT_IN_REVIEW    NOT_IN_REVIEW
  withdraw  CLOSED     NOT_IN_REVIEW    NOT_IN_REVIEW    CLOSED           NOT_IN_REVIEW    NOT_IN_REVIEW    NOT_IN_REVIEW
  withdraw  WITHDRAWN  ROUND_WITHDRAWN  ROUND_WITHDRAWN  ROUND_WITHDRAWN  ROUND_WITHDRAWN  ROUND_WITHDRAWN  ROUND_WITHDRAWN
  return    PLANNED    NOT_IN_REVIEW    NOT_IN_REVIEW    ok               NOT_IN_REVIEW    NOT_IN_REVIEW    NOT_IN_REVIEW
  return    OPEN       NOT_IN_REVIEW    NOT_IN_REVIEW    ok               NOT_IN_REVIEW    NOT_IN_REVIEW    NOT_IN_REVIEW
  return    CLOSED     NOT_IN_REVIEW    NOT_IN_REVIEW    ok               NOT_IN_REVIEW    NOT_IN_REVIEW    NOT_IN_REVIEW
  return    WITHDRAWN  ROUND_WITHDRAWN  ROUND_WITHDRAWN  ROUND_WITHDRAWN  ROUND_WITHDRAWN  ROUND_WITHDRAWN  ROUND_WITHDRAWN
  approve   PLANNED    NOT_IN_REVIEW    NOT_IN_REVIEW    ok               NOT_IN_REVIEW    NOT_IN_REVIEW    NOT_IN_REVIEW
  approve   OPEN       NOT_IN_REVIEW    NOT_IN_REVIEW    ok               NOT_IN_REVIEW    NOT_IN_REVIEW    NOT_IN_REVIEW
  approve   CLOSED     NOT_IN_REVIEW    NOT_IN_REVIEW    ok               NOT_IN_REVIEW    NOT_IN_REVIEW    NOT_IN_REVIEW
  approve   WITHDRAWN  ROUND_WITHDRAWN  ROUND_WITHDRAWN  ROUND_WITHDRAWN  ROUND_WITHDRAWN  ROUND_WITHDRAWN  ROUND_WITHDRAWN
  correct   PLANNED    NOT_APPROVED     NOT_APPROVED     NOT_APPROVED     NOT_APPROVED     ok               NOT_APPROVED
  correct   OPEN       NOT_APPROVED     NOT_APPROVED     NOT_APPROVED     NOT_APPROVED     ok               NOT_APPROVED
  correct   CLOSED     NOT_APPROVED     NOT_APPROVED     NOT_APPROVED     NOT_APPROVED     ok               NOT_APPROVED
  correct   WITHDRAWN  ROUND_WITHDRAWN  ROUND_WITHDRAWN  ROUND_WITHDRAWN  ROUND_WITHDRAWN  ROUND_WITHDRAWN  ROUND_WITHDRAWN
  takeBack  PLANNED    NOT_APPROVED     NOT_APPROVED     NOT_APPROVED     NOT_APPROVED     ok               NOT_APPROVED
  takeBack  OPEN       NOT_APPROVED     NOT_APPROVED     NOT_APPROVED     NOT_APPROVED     ok               NOT_APPROVED
  takeBack  CLOSED     NOT_APPROVED     NOT_APPROVED     NOT_APPROVED     NOT_APPROVED     ok               NOT_APPROVED
  takeBack  WITHDRAWN  ROUND_WITHDRAWN  ROUND_WITHDRAWN  ROUND_WITHDRAWN  ROUND_WITHDRAWN  ROUND_WITHDRAWN  ROUND_WITHDRAWN
  reopen    PLANNED    NOT_APPROVED     NOT_APPROVED     NOT_APPROVED     NOT_APPROVED     ok               NOT_APPROVED
  reopen    OPEN       NOT_APPROVED     NOT_APPROVED     NOT_APPROVED     NOT_APPROVED     ok               NOT_APPROVED
  reopen    CLOSED     NOT_APPROVED     NOT_APPROVED     NOT_APPROVED     NOT_APPROVED     CLOSED           NOT_APPROVED
  reopen    WITHDRAWN  ROUND_WITHDRAWN  ROUND_WITHDRAWN  ROUND_WITHDRAWN  ROUND_WITHDRAWN  ROUND_WITHDRAWN  ROUND_WITHDRAWN`;

const [heading, ...rows] = TURNS.trim()
  .split('\n')
  .map((line) => line.trim().split(/\s+/));

/** What the table says, and how it changes with what is not in it. */
function expected(action: string, standing: Standing, inTable: string): string {
  if (inTable === 'ROUND_WITHDRAWN') return inTable;
  const writes = action === 'save' || action === 'submit';
  if (writes && !standing.called) return 'NOT_CALLED';
  if (inTable !== 'ok') return inTable;
  if (action === 'submit' && !standing.hasDraft) return 'NOTHING_TO_SUBMIT';
  const decides = ['return', 'approve', 'correct', 'takeBack'].includes(action);
  return decides && standing.ownSubmission ? 'OWN_SUBMISSION' : 'ok';
}

test('the table names every state, action and phase', () => {
  expect(heading).toEqual(['action', 'phase', ...STATES.map(String)]);
  expect(rows.map(([action, phase]) => `${action} ${phase}`)).toEqual(
    ['save', 'submit', 'withdraw', 'return', 'approve', 'correct', 'takeBack', 'reopen'].flatMap(
      (action) => PHASES.map((phase) => `${action} ${phase}`),
    ),
  );
});

test.each(rows.map(([action, phase, ...codes]) => ({ action, phase, codes })))(
  '$action in a $phase round is in turn as the table says, whatever else is so',
  ({ action, phase, codes }) => {
    const combinations = STATES.flatMap((state, index) =>
      BOTH.flatMap((hasDraft) =>
        BOTH.flatMap((ownSubmission) =>
          BOTH.map((called) => {
            const standing = { phase, state, hasDraft, ownSubmission, called } as Standing;
            return { standing, inTable: codes[index]! };
          }),
        ),
      ),
    );

    expect(combinations).toHaveLength(48);
    for (const { standing, inTable } of combinations) {
      const refusal = outOfTurn(action as Action, standing);
      expect({ standing, code: refusal?.code ?? 'ok' }).toEqual({
        standing,
        code: expected(action!, standing, inTable),
      });
    }
  },
);

/** An update that waits for a decision in an open round. */
const IN_REVIEW: Standing = {
  phase: 'OPEN',
  called: true,
  state: 'SUBMITTED',
  hasDraft: false,
  ownSubmission: false,
};

describe('for example', () => {
  test('decisions may come after the round has closed, but the institution is out of it', () => {
    const late: Standing = { ...IN_REVIEW, phase: 'CLOSED' };

    expect(outOfTurn('approve', late)).toBeNull();
    expect(outOfTurn('return', late)).toBeNull();
    expect(outOfTurn('withdraw', late)).toMatchObject({ code: 'CLOSED', field: ['id'] });
  });

  test('what came back is mended with a save before it can be handed in again', () => {
    const returned: Standing = { ...IN_REVIEW, state: 'RETURNED' };

    expect(outOfTurn('submit', returned)?.code).toBe('NOTHING_TO_SUBMIT');
    expect(outOfTurn('submit', { ...returned, hasDraft: true })).toBeNull();
  });

  test('whoever handed it in may take it back but not decide on it', () => {
    const own: Standing = { ...IN_REVIEW, ownSubmission: true };

    expect(outOfTurn('approve', own)?.code).toBe('OWN_SUBMISSION');
    expect(outOfTurn('withdraw', own)).toBeNull();
  });
});

test('every refusal says what to do in Vietnamese and in English', () => {
  const refusals = rows.flatMap(([action, phase]) =>
    STATES.flatMap((state) =>
      BOTH.flatMap((yes) => {
        const standing = { phase, state, hasDraft: !yes, ownSubmission: yes, called: true };
        return outOfTurn(action as Action, standing as Standing) ?? [];
      }),
    ),
  );

  expect(refusals.length).toBeGreaterThan(100);
  for (const { text } of refusals) {
    expect(text.vi).toMatch(/\.$/);
    expect(text.en).toMatch(/\.$/);
    expect(text.vi).not.toBe(text.en);
  }
});

test('the lock of an institution that the round does not call says so before all else', () => {
  expect(lockOfUpdate({ ...IN_REVIEW, called: false, phase: 'PLANNED' })).toBe('NOT_CALLED');
  expect(lockOfUpdate(IN_REVIEW)).toBe('IN_REVIEW');
  expect(lockOfUpdate({ ...IN_REVIEW, state: null })).toBeNull();
});
