import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { addAccount } from '../src/accounts/account.service.js';
import { checkPassword } from '../src/auth/password.js';
import { SIGN_IN_LIMITS } from '../src/auth/sign-in-limits.js';
import { readConfig } from '../src/config.js';
import { UNLIMITED } from '../src/execution/limits/rate-limits.js';
import { startHub, type TestHub } from './support/hub.js';

const PASSWORD = 'một mật khẩu đủ dài';
const WRONG = 'not the password';
const PROXY = ['127.0.0.1'];

let hub: TestHub;
let hash: string;
let time: Date;
beforeAll(async () => {
  const rateLimits = { ...UNLIMITED, signIns: SIGN_IN_LIMITS };
  hub = await startHub({ now: () => time, trustProxy: PROXY, rateLimits });
  time = new Date('2026-11-23T02:00:00Z');
  const email = 'first@example.edu.vn';
  await addAccount(hub.em, { name: 'Một', email, password: PASSWORD, grants: [] }, time);
  const [row] = await hub.em.execute<[{ hash: string }]>(
    'select password_hash as hash from account',
  );
  hash = row.hash;
});
beforeEach(() => {
  time = new Date('2026-11-23T02:00:00Z');
});
afterAll(() => hub.close());

const later = (minutes: number) => (time = new Date(time.getTime() + minutes * 60_000));

let accounts = 0;

/** An account of its own for a test. */
async function somebody(on = hub): Promise<{ id: number; email: string }> {
  accounts += 1;
  const email = `${accounts}@example.edu.vn`;
  const [row] = await on.em.execute<[{ id: number }]>(
    `insert into account (name, search_name, email, password_hash, created_at)
     values (?, ?, ?, ?, ?) returning id`,
    [email, email, email, hash, time],
  );
  return { id: row.id, email };
}

const START = `mutation ($email: String!, $password: String!) {
  sessionStart(input: { email: $email, password: $password }) { accessToken userErrors { code message } }
}`;

/** What an attempt from an address gave: IN, WRONG_CREDENTIALS or an error with its status. */
async function attempt(email: string, password: string, address: string, on = hub) {
  const { status, data, errors } = await on.ask(
    START,
    { email, password },
    { 'x-forwarded-for': address },
  );
  if (!data) return `${status} ${errors[0]!.extensions.code}`;
  const { accessToken, userErrors } = data.sessionStart;
  return accessToken === null ? userErrors[0].code : 'IN';
}

/** So many wrong passwords from an address, one after another. */
async function fail(email: string, times: number, address: string, on = hub): Promise<void> {
  for (let failed = 0; failed < times; failed += 1) await attempt(email, WRONG, address, on);
}

/** An address that no other test uses. */
let addresses = 0;
const anAddress = () => `10.0.${Math.floor((addresses += 1) / 250)}.${addresses % 250}`;

/** Puts wrong passwords of many addresses on record, as if they had come one by one. */
async function failedFrom(id: number, list: { address: string; times: number }[]): Promise<void> {
  for (const { address, times } of list)
    await hub.em.execute(
      `insert into sign_in_failure (account_id, address, known, failed_at)
       select ?, ?, false, ?::timestamptz from generate_series(1, ?)`,
      [id, address, time, times],
    );
}

const lockedUntil = async (id: number) => {
  const [row] = await hub.em.execute<[{ at: Date | null }]>(
    'select locked_until as at from account where id = ?',
    [id],
  );
  return row.at && new Date(row.at).toISOString();
};

const locks = (id: number) =>
  hub.em.execute(
    `select address, after from audit_event
     where action = 'accountLock' and subject_id = ? order by id`,
    [id],
  );

describe('wrong passwords', () => {
  test('from one address do not keep the account out at another one', async () => {
    const { id, email } = await somebody();
    const [here, there] = [anAddress(), anAddress()];

    await fail(email, 5, here);

    expect(await attempt(email, PASSWORD, here)).toBe('WRONG_CREDENTIALS');
    expect(await attempt(email, PASSWORD, there)).toBe('IN');
    expect(await lockedUntil(id)).toBe('2026-11-23T02:15:00.000Z');
    expect(await locks(id)).toEqual([
      { address: here, after: { lockedUntil: '2026-11-23T02:15:00.000Z' } },
    ]);
    later(15);
    expect(await attempt(email, PASSWORD, here)).toBe('IN');
  });

  test('of a whole IPv6 network are those of one address', async () => {
    const { email } = await somebody();

    for (const host of [1, 2, 3, 4, 5]) await fail(email, 1, `2001:db8:0:7::${host}`);

    expect(await attempt(email, PASSWORD, '2001:db8:0:7::6')).toBe('WRONG_CREDENTIALS');
    expect(await attempt(email, PASSWORD, '2001:db8:0:8::6')).toBe('IN');
  });

  test('of one new address end after twenty a day, and keep no other out', async () => {
    const { id, email } = await somebody();
    const [here, there] = [anAddress(), anAddress()];

    for (let quarter = 0; quarter < 5; quarter += 1) {
      await fail(email, 5, here);
      later(15);
    }
    const [{ counted }] = await hub.em.execute<[{ counted: number }]>(
      'select count(*)::int as counted from sign_in_failure where account_id = ?',
      [id],
    );

    expect(counted).toBe(20);
    expect(await attempt(email, PASSWORD, here)).toBe('WRONG_CREDENTIALS');
    expect(await attempt(email, PASSWORD, there)).toBe('IN');
    later(24 * 60);
    expect(await attempt(email, PASSWORD, here)).toBe('IN');
  });

  test('of many new addresses shut out new ones, and never one that the account knows', async () => {
    const { id, email } = await somebody();
    const [usual, last] = [anAddress(), anAddress()];
    expect(await attempt(email, PASSWORD, usual)).toBe('IN');
    const others = Array.from({ length: 25 }, () => ({ address: anAddress(), times: 4 }));
    await failedFrom(id, [...others.slice(0, 24), { address: last, times: 3 }]);

    await fail(email, 1, last);

    expect(await attempt(email, PASSWORD, anAddress())).toBe('WRONG_CREDENTIALS');
    expect(await attempt(email, PASSWORD, usual)).toBe('IN');
    expect(await locks(id)).toEqual([
      {
        address: last,
        after: { lockedUntil: '2026-11-24T02:00:00.000Z', for: 'NEW_ADDRESSES' },
      },
    ]);
    later(24 * 60);
    expect(await attempt(email, PASSWORD, anAddress())).toBe('IN');
  });

  test('of one customer with many IPv6 networks keep out none but its own', async () => {
    const { id, email } = await somebody();

    for (let network = 1; network <= 25; network += 1)
      await fail(email, 1, `2001:db8:77:${network}::1`);
    const [{ counted }] = await hub.em.execute<[{ counted: number }]>(
      'select count(*)::int as counted from sign_in_failure where account_id = ?',
      [id],
    );

    expect(counted).toBe(20);
    expect(await attempt(email, PASSWORD, '2001:db8:77:99::1')).toBe('WRONG_CREDENTIALS');
    expect(await attempt(email, PASSWORD, '2001:db8:78:1::1')).toBe('IN');
  });

  test('are refused in the same words whether the account waits, is there or not', async () => {
    const { email } = await somebody();
    const address = anAddress();
    const ask = async (who: string, password: string) => {
      const { status, data } = await hub.ask(
        START,
        { email: who, password },
        { 'x-forwarded-for': address },
      );
      return { status, data };
    };

    const first = await ask(email, WRONG);
    await fail(email, 4, address);
    const waiting = await ask(email, PASSWORD);
    const unknown = await ask('nobody@example.edu.vn', PASSWORD);

    expect(first.data!.sessionStart.userErrors).toHaveLength(1);
    expect(waiting).toEqual(first);
    expect(unknown).toEqual(first);
  });
});

test('the time of a refusal does not show whether the account exists', async () => {
  const leastDecision = 400;
  const other = await startHub({
    trustProxy: PROXY,
    rateLimits: { ...UNLIMITED, signIns: SIGN_IN_LIMITS, leastDecision },
  });
  try {
    const { email } = await somebody(other);
    await other.em.execute(
      'create table commit_of_failure (waits text); grant insert on commit_of_failure to public',
    );
    await other.em.execute(
      `create function note_commit() returns trigger language plpgsql as $$ begin
         insert into commit_of_failure values (current_setting('synchronous_commit'));
         return null; end $$`,
    );
    await other.em.execute(
      `create trigger note_commit after insert on sign_in_failure
       for each row execute function note_commit()`,
    );
    const timeOf = async (who: string) => {
      const begun = performance.now();
      expect(await attempt(who, WRONG, '192.0.2.1', other)).toBe('WRONG_CREDENTIALS');
      return performance.now() - begun;
    };

    // A timer may end a moment early by another clock.
    expect(await timeOf(email)).toBeGreaterThan(leastDecision - 5);
    expect(await timeOf('nobody@example.edu.vn')).toBeGreaterThan(leastDecision - 5);

    expect(await other.em.execute('select waits from commit_of_failure')).toEqual([
      { waits: 'off' },
    ]);
  } finally {
    await other.close();
  }
});

describe('right passwords', () => {
  test('are free: no number of them makes an address wait', async () => {
    const two = { ...SIGN_IN_LIMITS, ofPair: 2, ofAddress: 2 };
    const other = await startHub({
      now: () => time,
      trustProxy: PROXY,
      rateLimits: { ...UNLIMITED, signIns: two },
    });
    try {
      const outcomes = [];
      for (let index = 0; index < 6; index += 1) {
        const { email } = await somebody(other);
        outcomes.push(await attempt(email, PASSWORD, '192.0.2.1', other));
      }
      expect(outcomes).toEqual(Array(6).fill('IN'));
    } finally {
      await other.close();
    }
  });

  test('end what their address did wrong before', async () => {
    const { email } = await somebody();
    const address = anAddress();

    for (let round = 0; round < 3; round += 1) {
      await fail(email, 4, address);
      expect(await attempt(email, PASSWORD, address)).toBe('IN');
    }
  });
});

test('an address that fails at many accounts waits, however its attempts are sent', async () => {
  const four = { ...SIGN_IN_LIMITS, ofAddress: 4 };
  const other = await startHub({ trustProxy: PROXY, rateLimits: { ...UNLIMITED, signIns: four } });
  try {
    const from = (address: string) => ({ 'x-forwarded-for': address });
    const named = (names: string[]) =>
      `mutation { ${names.map((name) => `${name}: sessionStart(input: { email: "${name}@example.edu.vn", password: "x" }) { userErrors { code } }`).join(' ')} }`;

    const three = await other.ask(named(['a', 'b', 'c']), {}, from('192.0.2.1'));
    const two = await other.ask(named(['d', 'e']), {}, from('192.0.2.1'));
    const one = await other.ask(named(['d']), {}, from('192.0.2.1'));
    const refusedAt = await other.countStatements(async () => {
      const refused = await other.server.inject({
        method: 'POST',
        url: '/graphql',
        headers: from('192.0.2.1'),
        payload: { query: named(['e']) },
      });
      expect(refused.statusCode).toBe(429);
      expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0);
    });
    const elsewhere = await other.ask(named(['e']), {}, from('192.0.2.2'));

    expect([three.status, three.data!.c.userErrors]).toEqual([
      200,
      [{ code: 'WRONG_CREDENTIALS' }],
    ]);
    expect([two.status, two.errors[0]!.extensions.code]).toEqual([429, 'TOO_MANY_SIGN_INS']);
    // What was refused was not counted.
    expect(one.status).toBe(200);
    expect(refusedAt).toBe(0);
    expect(elsewhere.status).toBe(200);
  } finally {
    await other.close();
  }
});

test('attempts that are let in at once and fail are stopped at the limit', async () => {
  const three = { ...SIGN_IN_LIMITS, ofAddress: 3 };
  const other = await startHub({ trustProxy: PROXY, rateLimits: { ...UNLIMITED, signIns: three } });
  try {
    const outcomes = await Promise.all(
      Array.from({ length: 12 }, (_, index) =>
        attempt(`${index}@nowhere.example`, WRONG, '192.0.2.1', other),
      ),
    );

    expect(outcomes.sort()).toEqual([
      ...Array<string>(9).fill('429 TOO_MANY_SIGN_INS'),
      ...Array<string>(3).fill('WRONG_CREDENTIALS'),
    ]);
  } finally {
    await other.close();
  }
});

test('whoever finds the line for checking passwords full is told to come again', async () => {
  const { email } = await somebody();
  const address = anAddress();
  let letGo = (): void => undefined;
  const held = new Promise<void>((resolve) => (letGo = resolve));
  const givenUp = async () => {
    await held;
    throw new Error('given up');
  };
  // Two are at work, and one address may have half of the line.
  const ahead = Array.from({ length: 102 }, (_, index) =>
    checkPassword(null, '', { sender: address, subject: `${index}@nowhere.example` }, givenUp),
  );

  const refused = await hub.server.inject({
    method: 'POST',
    url: '/graphql',
    headers: { 'x-forwarded-for': address },
    payload: { query: START, variables: { email, password: PASSWORD } },
  });
  const waiting = attempt(email, PASSWORD, anAddress());
  letGo();
  const outcomes = await Promise.allSettled(ahead);

  expect([refused.statusCode, refused.headers['retry-after']]).toEqual([503, '5']);
  expect(refused.json().errors[0].extensions.code).toBe('OVERLOADED');
  expect(outcomes.every(({ status }) => status === 'rejected')).toBe(true);
  expect(await waiting).toBe('IN');
  expect(await attempt(email, PASSWORD, address)).toBe('IN');
});

test.each([true, false])(
  'of one e-mail ten attempts wait, whether there is such an account: %s',
  async (exists) => {
    const email = exists ? (await somebody()).email : 'nobody.waits@example.edu.vn';
    let letGo = (): void => undefined;
    const held = new Promise<void>((resolve) => (letGo = resolve));
    const givenUp = async () => {
      await held;
      throw new Error('given up');
    };
    // Two are at work, and ten wait, each of another address.
    const ahead = Array.from({ length: 12 }, () =>
      checkPassword(null, '', { sender: anAddress(), subject: email }, givenUp),
    );

    const refused = await attempt(` ${email.toUpperCase()}`, PASSWORD, anAddress());
    const other = attempt((await somebody()).email, PASSWORD, anAddress());
    letGo();
    await Promise.allSettled(ahead);

    expect(refused).toBe('503 OVERLOADED');
    expect(await other).toBe('IN');
    expect(await attempt(email, PASSWORD, anAddress())).toBe(exists ? 'IN' : 'WRONG_CREDENTIALS');
  },
);

test('an account that signs in without end keeps its newest sessions and addresses', async () => {
  const { id, email } = await somebody();
  await hub.em.execute(
    `insert into account_session (account_id, family, token_hash, created_at, expires_at, used_at)
     select ?, gen_random_uuid(), 'a token ' || number, ?::timestamptz,
       ?::timestamptz + interval '1 day', case when number % 12 > 0 then ?::timestamptz end
     from generate_series(1, 2520) as number`,
    [id, time, time, time],
  );
  await hub.em.execute(
    `insert into account_address (account_id, address, signed_in_at)
     select ?, '10.9.0.' || number, ?::timestamptz - number * interval '1 minute'
     from generate_series(1, 60) as number`,
    [id, time],
  );

  const here = anAddress();
  expect(await attempt(email, PASSWORD, here)).toBe('IN');

  const sessions = await hub.em.execute(
    `select used_at is null as open, count(*)::int as kept,
       min(substr(token_hash, 9)::int) filter (where token_hash like 'a token %') as oldest
     from account_session where account_id = ? group by 1 order by 1`,
    [id],
  );
  const [addresses] = await hub.em.execute(
    `select count(*)::int as kept, bool_or(address = ?) as here,
       max(substr(address, 8)::int) filter (where address like '10.9.0.%') as oldest
     from account_address where account_id = ?`,
    [here, id],
  );
  expect(sessions).toEqual([
    { open: false, kept: 2000, oldest: 339 },
    { open: true, kept: 200, oldest: 144 },
  ]);
  expect(addresses).toEqual({ kept: 50, here: true, oldest: 49 });
});

test('a hub without a rate limit limits no sign-ins', async () => {
  const { rateLimit, signInLimits } = readConfig({ HUB_RATE_LIMIT: '0' });
  const other = await startHub({
    trustProxy: PROXY,
    rateLimits: { points: rateLimit, signIns: signInLimits, databaseUrl: undefined },
  });
  try {
    const { email } = await somebody(other);

    await fail(email, 6, '192.0.2.1', other);

    expect(signInLimits).toBeNull();
    expect(await attempt(email, PASSWORD, '192.0.2.1', other)).toBe('IN');
  } finally {
    await other.close();
  }
});

test('the settings say how many failures are taken', () => {
  expect(readConfig({}).signInLimits).toEqual({ ofPair: 5, ofAccount: 100, ofAddress: 300 });
  expect(
    readConfig({
      HUB_SIGN_IN_FAILURES: '3',
      HUB_SIGN_IN_FAILURES_OF_ACCOUNT: '50',
      HUB_SIGN_IN_FAILURES_OF_ADDRESS: '1000',
    }).signInLimits,
  ).toEqual({ ofPair: 3, ofAccount: 50, ofAddress: 1000 });
  expect(() => readConfig({ HUB_SIGN_IN_FAILURES: '0' })).toThrow(
    'HUB_SIGN_IN_FAILURES: must be a whole number from 1 to 1000000',
  );
});

test('a limit that one address alone would reach is refused with all other problems', () => {
  const problem =
    'HUB_SIGN_IN_FAILURES_OF_ACCOUNT: must be at least 5 times HUB_SIGN_IN_FAILURES: else few addresses shut out all that are new to an account';
  const read =
    (ofPair: string, ofAccount: string, others = {}) =>
    () =>
      readConfig({
        HUB_SIGN_IN_FAILURES: ofPair,
        HUB_SIGN_IN_FAILURES_OF_ACCOUNT: ofAccount,
        ...others,
      });

  expect(read('10', '49')).toThrow(problem);
  expect(read('10', '49', { PORT: 'x' })).toThrow(problem);
  expect(read('10', '49', { PORT: 'x' })).toThrow('PORT: must be');
  expect(read('30', '')).toThrow(problem);
  expect(read('10', '50')().signInLimits).toMatchObject({ ofPair: 10, ofAccount: 50 });
  // Nothing is limited then.
  expect(read('10', '49', { HUB_RATE_LIMIT: '0' })().signInLimits).toBeNull();
  expect(read('x', '49')).not.toThrow(problem);
});

test('two hubs on one database make the same address wait', async () => {
  const other = await startHub({
    sharing: hub.databaseUrl,
    now: () => time,
    trustProxy: PROXY,
    rateLimits: { ...UNLIMITED, signIns: SIGN_IN_LIMITS },
  });
  try {
    const { email } = await somebody();
    const address = anAddress();

    await fail(email, 3, address);
    await fail(email, 2, address, other);

    expect(await attempt(email, PASSWORD, address)).toBe('WRONG_CREDENTIALS');
    expect(await attempt(email, PASSWORD, address, other)).toBe('WRONG_CREDENTIALS');
    expect(await attempt(email, PASSWORD, anAddress(), other)).toBe('IN');
  } finally {
    await other.close();
  }
});
