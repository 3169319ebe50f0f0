import { expect, test } from '@jest/globals';
import { UpdateState } from '../vocabulary/status-update.enums.js';
import { lockOf } from './lock.js';

const STATES = [null, ...Object.values(UpdateState)];

/** Why answers are locked, by phase and state; “open” where they are not. */
const LOCKS = `
  state      PLANNED       OPEN             CLOSED
  null       NOT_OPEN_YET  open             CLOSED
  DRAFT      NOT_OPEN_YET  open             CLOSED
  SUBMITTED  NOT_OPEN_YET  IN_REVIEW        IN_REVIEW
  RETURNED   NOT_OPEN_YET  open             CLOSED
  APPROVED   NOT_OPEN_YET  ALREADY_DECIDED  ALREADY_DECIDED
  WITHDRAWN  NOT_OPEN_YET  open             CLOSED`;

test('answers are locked by the phase of the round and the state of the update', () => {
  const [, ...rows] = LOCKS.trim()
    .split('\n')
    .map((line) => line.trim().split(/\s+/));

  const locks = STATES.map((state) => [
    String(state),
    ...(['PLANNED', 'OPEN', 'CLOSED'] as const).map((phase) => lockOf({ phase, state }) ?? 'open'),
  ]);

  expect(locks).toEqual(rows);
});
