import { expect, test } from '@jest/globals';
import { OperatorError } from '../shared/errors.js';
import type { Postmaster } from './postmaster.js';
import { Supervision, type Clock } from './supervision.js';

const seconds = 1000;
const server: Postmaster = { pid: 1, port: 5432 };
const killed = 'LOG:  database system is ready to accept connections\n';
const full = new OperatorError(
  'DATA_DIRECTORY_FULL',
  'The disk is full (PostgreSQL did not start in /data. It said: …)',
  { cause: new Error('It said:\nFATAL:  could not write lock file: No space left on device') },
);

/**
 * A server under supervision in a time of its own, up to the end of what happens to it.
 * @param ranFor for how long the server runs each time until it ends.
 * @param starts what comes of each attempt to start it; the rest succeeds.
 */
async function story(ranFor: number[], starts: (Error | null)[] = []) {
  let now = 0;
  const pauses: number[] = [];
  const told: string[] = [];
  const problems: (string | null)[] = [];
  const patiences: number[] = [];
  let givenUp: OperatorError | null = null;
  const clock: Clock = {
    now: () => now,
    pause: async (milliseconds) => {
      pauses.push(milliseconds / seconds);
      now += milliseconds;
    },
  };
  await new Promise<void>((resolve) => {
    const supervision: Supervision = new Supervision(
      server,
      {
        directory: '/data',
        patienceMilliseconds: 300 * seconds,
        tell: (line) => told.push(line),
        giveUp: (error) => {
          givenUp = error;
          resolve();
        },
        untilEnded: async () => {
          const time = ranFor.shift();
          // The constructor returns before anything is asked of it.
          await Promise.resolve();
          problems.push(supervision.problem);
          if (time === undefined) {
            supervision.expectEnd();
            resolve();
          } else now += time;
          return killed;
        },
        bringBack: async ({ patienceMilliseconds }) => {
          patiences.push(patienceMilliseconds / seconds);
          problems.push(supervision.problem);
          const failure = starts.shift();
          if (failure) throw failure;
          return server;
        },
      },
      clock,
    );
  });
  return { pauses, patiences, told, problems, givenUp: givenUp as OperatorError | null, now };
}

test('the first end is followed by a start at once, quick ones by growing pauses', async () => {
  const { pauses } = await story([0, 1, 1, 1, 1, 1, 1, 1].map((time) => time * seconds));
  expect(pauses).toEqual([0, 1, 2, 4, 8, 15, 30, 30]);
});

test('each attempt may last longer than the one before, for a recovery begins anew with each', async () => {
  const { patiences } = await story([0], [full, full, full, full, full]);
  expect(patiences).toEqual([60, 120, 240, 480, 600, 600]);
});

test('after a server has run well, the pauses begin anew', async () => {
  const { pauses } = await story([0, 1, 29, 30, 1].map((time) => time * seconds));
  expect(pauses).toEqual([0, 1, 2, 0, 1]);
});

test('a server that does not start is told once a minute, and by ready all the time', async () => {
  const { told, problems, givenUp } = await story([0], [full, full, full, full, full, full, full]);
  expect(told).toEqual([
    'PostgreSQL has ended by itself, saying nothing; it is being brought back',
    'PostgreSQL is away for 60 s now: DATA_DIRECTORY_FULL, could not write lock file: No space left on device',
    'PostgreSQL is back after 90 s',
  ]);
  expect(problems.slice(0, 3)).toEqual([
    null,
    'the embedded PostgreSQL is being brought back: it ended, saying nothing',
    'the embedded PostgreSQL is being brought back: could not write lock file: No space left on device',
  ]);
  expect(problems.at(-1)).toBeNull();
  expect(givenUp).toBeNull();
});

test('a server that ends again and again is told twice in the first minute, then once a minute', async () => {
  const { told, now } = await story(Array.from({ length: 8 }, () => seconds));
  expect(now).toBe(98 * seconds);
  expect(told).toEqual([
    'PostgreSQL has ended by itself, saying nothing; it is being brought back',
    'PostgreSQL is back after 0 s',
    'PostgreSQL has ended by itself again, 8 times in all, saying nothing; it is being brought back',
  ]);
});

test('what cannot be brought back in time is given up with the reason', async () => {
  const { givenUp, now } = await story(
    [0],
    Array.from({ length: 30 }, () => full),
  );
  expect(now).toBe(300 * seconds);
  expect(givenUp).toMatchObject({
    code: 'EMBEDDED_POSTGRES_LOST',
    message: expect.stringContaining(
      'of /data has ended and could not be brought back within 300 s: DATA_DIRECTORY_FULL, could not write lock file: No space left on device',
    ),
  });
});

test('a server that never runs well is given up, although each start succeeds', async () => {
  const { givenUp } = await story(Array.from({ length: 60 }, () => 5 * seconds));
  expect(givenUp?.message).toContain('it ends again and again');
});

test('a port that stays taken is given up soon, for a new start takes another', async () => {
  const taken = new OperatorError('EMBEDDED_POSTGRES_PORT_TAKEN', 'The port is taken.');
  const { givenUp, now } = await story([0], [taken, full, taken, taken, taken, taken]);
  expect(now).toBe(15 * seconds);
  expect(givenUp?.message).toContain('EMBEDDED_POSTGRES_PORT_TAKEN, The port is taken.');
});

test('a server that cannot be looked at is left alone and looked at again, told once', async () => {
  const told: string[] = [];
  const pauses: number[] = [];
  let looks = 0;
  await new Promise<void>((resolve) => {
    const supervision = new Supervision(
      server,
      {
        directory: '/data',
        patienceMilliseconds: 300 * seconds,
        tell: (line) => told.push(line),
        giveUp: ({ code }) => told.push(code),
        untilEnded: async () => {
          looks += 1;
          await Promise.resolve();
          if (looks <= 3) throw new Error('EMFILE: too many open files');
          supervision.expectEnd();
          resolve();
          return '';
        },
        bringBack: async () => {
          told.push('start');
          return server;
        },
      },
      {
        now: () => 0,
        pause: async (milliseconds) => {
          pauses.push(milliseconds);
        },
      },
    );
  });
  expect(pauses).toEqual([500, 500, 500]);
  expect(told).toEqual(['PostgreSQL cannot be watched, trying again: EMFILE: too many open files']);
});

test('a server that ends while the hub stops is left so', async () => {
  let ended = () => {};
  const starts: string[] = [];
  const supervision = new Supervision(server, {
    directory: '/data',
    patienceMilliseconds: 0,
    tell: (line) => starts.push(line),
    giveUp: ({ code }) => starts.push(code),
    untilEnded: () => new Promise((resolve) => (ended = () => resolve(killed))),
    bringBack: async () => {
      starts.push('start');
      return server;
    },
  });
  supervision.expectEnd();
  ended();
  expect(await supervision.end()).toBe(server);
  expect(starts).toEqual([]);
});
