import { Writable } from 'node:stream';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { SIGN_IN_LIMITS } from '../src/auth/sign-in-limits.js';
import { createLogger } from '../src/start/logger.js';
import { startHub, type TestHub } from './support/hub.js';
import { metricsOf } from './support/metrics.js';
import { PASSWORD, person } from './support/people.js';
import { castOf, now } from './support/reporting.js';

let hub: TestHub;
let log = '';

beforeAll(async () => {
  const destination = new Writable({
    write: (line: Buffer, _encoding, done) => {
      log += line.toString();
      done();
    },
  });
  // The level that a hub has unless it is said.
  const logger = createLogger({ logLevel: 'warn' }, destination);
  const rateLimits = { points: 0, signIns: SIGN_IN_LIMITS, databaseUrl: undefined };
  hub = await startHub({ from: 'demo', logger, now, rateLimits, databaseLimits: { slow: 200 } });
});
afterAll(() => hub.close());
beforeEach(() => {
  log = '';
});

/** The lines of the log, without the time and the process. */
const lines = () =>
  log
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line));

const START = `mutation ($email: String!, $password: String!) {
  sessionStart(input: { email: $email, password: $password }) { accessToken } }`;

test('wrong passwords and the wait that follows are told, with the account and no e-mail', async () => {
  const { email } = await person(hub, [], 'Nguyễn Văn Quên');
  for (let times = 0; times < SIGN_IN_LIMITS.ofPair; times += 1)
    await hub.ask(START, { email, password: 'sai mật khẩu rồi' });
  await hub.ask(START, { email: 'nobody@example.edu.vn', password: 'sai mật khẩu rồi' });
  await hub.ask(START, { email, password: PASSWORD });

  const told = lines();
  const events = told.map(({ event }) => event);
  expect(events).toEqual([
    ...Array.from({ length: SIGN_IN_LIMITS.ofPair - 1 }, () => 'sign-in-failed'),
    'sign-in-locked',
    'sign-in-failed',
    'sign-in-failed',
    'sign-in-failed',
  ]);
  expect(told.at(-2)!.account).toBeNull();
  expect(told[0]).toEqual({
    level: 40,
    time: expect.any(Number),
    pid: expect.any(Number),
    hostname: expect.any(String),
    requestId: expect.stringMatching(/^[\da-f-]{18}$/),
    event: 'sign-in-failed',
    address: '127.0.0.1',
    account: expect.any(Number),
    msg: 'security',
  });
  expect(told[SIGN_IN_LIMITS.ofPair - 1]).toMatchObject({
    account: told[0].account,
    for: 'THIS_ADDRESS',
    until: expect.stringMatching(/Z$/),
  });
  for (const secret of [email, 'nobody@example', 'sai mật khẩu', PASSWORD, 'Quên'])
    expect(log).not.toContain(secret);
  const { of } = await metricsOf(hub);
  expect(of('hub_security_events_total{event="sign-in-locked"}')).toBe(1);
});

describe('a refusal is told:', () => {
  test('of what an account may not do', async () => {
    const { school } = await castOf(hub);
    await hub.ask(
      'mutation { apiKeyCreate(input: { name: "x", scopes: [READ_PUBLIC] }) { secret } }',
      {},
      school,
    );

    expect(lines()).toMatchObject([
      {
        event: 'access-refused',
        code: 'FORBIDDEN',
        operation: 'other',
        account: expect.any(Number),
      },
    ]);
  });

  test('of a key that is none, and of one that is used for something else', async () => {
    const operator = await person(hub, [{ role: 'OPERATOR' }], 'Người vận hành');
    const { apiKeyCreate } = await hub.data(
      'mutation { apiKeyCreate(input: { name: "x", scopes: [READ_PUBLIC] }) { secret } }',
      {},
      operator.headers,
    );
    const key = { 'x-api-key': apiKeyCreate.secret };
    await hub.ask('{ frameworks { code } }', {}, { 'x-api-key': `${apiKeyCreate.secret}0` });
    await hub.ask('mutation { sessionEnd { userErrors { code } } }', {}, key);

    expect(lines()).toMatchObject([
      { event: 'key-refused', code: 'KEY_UNKNOWN' },
      {
        event: 'key-misused',
        code: 'KEY_READ_ONLY',
        keyPrefix: expect.stringMatching(/^edh_[\da-f]{8}$/),
      },
    ]);
    expect(log).not.toContain(apiKeyCreate.secret);
  });
});

test('a download of what is not public is told', async () => {
  const { planner } = await castOf(hub);
  const ask = (headers: Record<string, string>) =>
    hub.server.inject({ url: '/exports/trail.csv?unit=68', headers });
  expect((await ask(planner)).statusCode).toBe(200);
  await hub.server.inject({ url: '/exports/institutions.csv?unit=67&kind=PROVINCE' });

  expect(lines().map(({ event, file }) => [event, file])).toEqual([
    ['draft-exported', 'trail.csv'],
  ]);
});

test('a flood of refusals leaves a bounded number of lines, and is counted as a whole', async () => {
  const before = (await metricsOf(hub)).of('hub_security_events_total{event="key-refused"}') ?? 0;
  for (let times = 0; times < 100; times += 1)
    await hub.ask('{ frameworks { code } }', {}, { 'x-api-key': 'edh_none' });

  expect(lines().length).toBeLessThanOrEqual(60);
  const { of } = await metricsOf(hub);
  expect(of('hub_security_events_total{event="key-refused"}')! - before).toBe(100);
});

test('a slow statement is told with its operation and request, without its values', async () => {
  await hub.em.execute(
    `create or replace function slowly(text) returns text language sql as 'select $1 from pg_sleep(0.3)'`,
  );
  await hub.em.execute('alter table plan rename to plan_table');
  await hub.em.execute(
    `create view plan as select * from plan_table where slowly('bí mật') = 'bí mật';
     grant select on plan to public`,
  );
  const { headers } = await hub.server.inject({
    method: 'POST',
    url: '/graphql',
    payload: { query: '{ plans(first: 7) { nodes { id } } }' },
  });
  await hub.em.execute('drop view plan');
  await hub.em.execute('alter table plan_table rename to plan');

  const slow = lines().filter(({ msg }) => msg === 'a statement took long');
  expect(slow.length).toBeGreaterThan(0);
  expect(slow[0]).toMatchObject({
    level: 40,
    operation: 'other',
    requestId: headers['x-request-id'],
    statement: expect.stringContaining('plan'),
    milliseconds: expect.any(Number),
  });
  expect((await metricsOf(hub)).of('hub_slow_statements_total')).toBeGreaterThan(0);
});
