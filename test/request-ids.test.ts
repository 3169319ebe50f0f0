import { Writable } from 'node:stream';
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { createLogger } from '../src/start/logger.js';
import { startHub, type TestHub } from './support/hub.js';

let hub: TestHub;
let log = '';

beforeAll(async () => {
  const destination = new Writable({
    write: (line: Buffer, _encoding, done) => {
      log += line.toString();
      done();
    },
  });
  const logger = createLogger({ logLevel: 'info' }, destination);
  hub = await startHub({ from: 'demo', logger, trustProxy: ['127.0.0.0/8', '::1'] });
});
afterAll(() => hub.close());
beforeEach(() => {
  log = '';
});

async function idOf(headers: Record<string, string>, remoteAddress = '127.0.0.1') {
  const answer = await hub.server.inject({ url: '/health/live', headers, remoteAddress });
  return answer.headers['x-request-id'];
}

test('an answer says the id of its request, and each has its own', async () => {
  const ids = [await idOf({}), await idOf({})];

  expect(new Set(ids).size).toBe(2);
  for (const id of ids) expect(id).toMatch(/^[\da-f]{8}-[\da-f]{4}-[\da-f]{4}$/);
});

test('the id that a trusted proxy gave is kept, when it is well formed', async () => {
  const given = (id: string) => ({ 'x-request-id': id });

  expect(await idOf(given('proxy-1.of_2'))).toBe('proxy-1.of_2');
  expect(await idOf(given('proxy-1.of_2'), '::1')).toBe('proxy-1.of_2');
  expect(await idOf(given('proxy-1.of_2'), '::ffff:127.0.0.1')).toBe('proxy-1.of_2');
  expect(await idOf(given('proxy-1.of_2'), '192.0.2.7')).not.toBe('proxy-1.of_2');
  for (const id of ['short', 'a b c d e f', '{"level":60}', 'ă'.repeat(9), 'x'.repeat(65)])
    expect(await idOf(given(id))).not.toBe(id);
});

test('every line about a request has its id, also of what is done deep inside', async () => {
  await hub.em.execute('alter table plan rename to hidden');
  const answer = await hub.server.inject({
    method: 'POST',
    url: '/graphql',
    headers: { 'x-request-id': 'quoted-by-a-user', 'accept-language': 'vi' },
    payload: { query: '{ plans(first: 1) { nodes { id } } }' },
  });
  await hub.em.execute('alter table hidden rename to plan');

  const lines = log
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
  expect(lines.map(({ msg, requestId }) => [msg, requestId])).toEqual([
    ['incoming request', 'quoted-by-a-user'],
    ['a request failed', 'quoted-by-a-user'],
    ['request completed', 'quoted-by-a-user'],
  ]);
  // No line has it twice.
  expect(log.match(/"requestId"/g)).toHaveLength(lines.length);
  expect(answer.json().errors[0]).toMatchObject({
    message: expect.stringContaining('mã yêu cầu quoted-by-a-user'),
    extensions: { code: 'INTERNAL_SERVER_ERROR', requestId: 'quoted-by-a-user' },
  });
  expect(answer.headers['x-request-id']).toBe('quoted-by-a-user');
});

test('a download that fails says its id as well', async () => {
  await hub.em.execute('alter table administrative_unit rename to hidden');
  const answer = await hub.server.inject({ url: '/exports/progress.csv?unit=67' });
  await hub.em.execute('alter table hidden rename to administrative_unit');

  expect([answer.statusCode, answer.json().requestId]).toEqual([
    500,
    answer.headers['x-request-id'],
  ]);
});

test('what the hub does by itself is about no request', async () => {
  hub.server.log.info('by itself');

  expect(log).not.toContain('requestId');
});
