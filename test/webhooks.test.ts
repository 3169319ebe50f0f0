import { createHmac, randomBytes } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { pino } from 'pino';
import { Webhook } from 'standardwebhooks';
import { databaseOf } from '../src/database/orm.js';
import { openOrm } from '../src/tables.js';
import { fromGlobalId } from '../src/graphql/node.js';
import { takeDue } from '../src/webhooks/delivery.service.js';
import { startDeliveries } from '../src/webhooks/delivery-loop.service.js';
import { sealSecret, standardSecret } from '../src/webhooks/secret.js';
import { roundOf, sceneOf, type Scene } from './support/access-scene.js';
import { changesAfter, newestCursor } from './support/change-feed.js';
import { dumpOf } from './support/dump.js';
import { startHub, TOKEN_SECRET, type TestHub } from './support/hub.js';
import { receiver, type Received, type Receiver } from './support/receiver.js';
import { now } from './support/reporting.js';

let hub: TestHub;
let scene: Scene;
beforeAll(async () => {
  hub = await startHub({ from: 'demo', now });
  scene = await sceneOf(hub);
});
afterAll(() => hub.close());

/** What a test started; each cleans up after itself. */
const cleanup: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const each of cleanup.splice(0).reverse()) await each();
  await hub.em.fork().execute('delete from webhook');
});

async function listen(answer?: (number: number) => number | null): Promise<Receiver> {
  const made = await receiver(answer);
  cleanup.push(made.close);
  return made;
}

function send(allowPrivate = true, orm = hub.orm): () => Promise<void> {
  const sender = { hubSecret: TOKEN_SECRET, allowPrivate };
  const stop = startDeliveries(orm, pino({ level: 'silent' }), sender, 20);
  cleanup.push(stop);
  return stop;
}

interface Made {
  id: string;
  version: number;
  secret: string;
}

const FIELDS =
  'id version url description cursor failures lastFailure failingSince deliveredAt disabledReason';

async function mutate(name: string, input: object): Promise<any> {
  const type = `${name[0]!.toUpperCase()}${name.slice(1)}Input`;
  const secret = /Create|Update/.test(name) ? 'secret' : '';
  const data = await hub.data(
    `mutation ($input: ${type}!) { result: ${name}(input: $input) {
      webhook { ${FIELDS} } ${secret} userErrors { code field } } }`,
    { input },
    scene.headers.operator,
  );
  return data.result;
}

async function added(url: string, input: object = {}): Promise<Made> {
  const { webhook, secret } = await mutate('webhookCreate', {
    url,
    description: 'Bảng điều khiển của tỉnh',
    ...input,
  });
  return { id: webhook.id, version: webhook.version, secret };
}

async function read({ id }: { id: string }): Promise<any> {
  const { node } = await hub.data(
    `query ($id: ID!) { node(id: $id) { ... on Webhook { ${FIELDS} } } }`,
    { id },
    scene.headers.operator,
  );
  return node;
}

/** Reads a webhook until it is so. */
async function until(webhook: Made, so: (row: any) => boolean): Promise<any> {
  for (;;) {
    const row = await read(webhook);
    if (so(row)) return row;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

const idsOf = (received: Received[]) => received.map(({ headers }) => headers['webhook-id']);

/** The signature of the scheme that is deprecated until 2027-11-29. */
function deprecatedSignature(secret: string, { headers, body }: Received): string {
  const stamped = `${headers['hub-timestamp']}.${body}`;
  return `sha256=${createHmac('sha256', secret).update(stamped).digest('hex')}`;
}

const cursorsOf = (received: Received[]) =>
  received.flatMap(({ told }) => told.changes.map(({ cursor }) => cursor));

describe('operators', () => {
  test('get the secret once; the database holds none that can be used', async () => {
    const input = {
      url: 'https://example.edu.vn/hook',
      description: 'Bảng điều khiển',
      idempotencyKey: crypto.randomUUID(),
    };

    const first = await mutate('webhookCreate', input);
    const again = await mutate('webhookCreate', input);

    expect(first).toMatchObject({ secret: expect.stringMatching(/^whsec_/), userErrors: [] });
    expect(again).toEqual({ ...first, secret: null });
    const dump = await dumpOf(hub);
    expect(dump).toContain('https://example.edu.vn/hook');
    expect(dump).not.toContain(first.secret);
    expect(dump).not.toContain(first.secret.slice('whsec_'.length));
  });

  test('are told of all that is wrong', async () => {
    const { webhook, userErrors } = await mutate('webhookCreate', {
      url: 'ftp://example.edu.vn',
      description: ' ',
    });

    expect(webhook).toBeNull();
    expect(userErrors).toEqual([
      { code: 'URL_UNFIT', field: ['url'] },
      { code: 'TEXT_MISSING', field: ['description'] },
    ]);
  });

  test('see a conflict when another one was faster', async () => {
    const made = await added('https://example.edu.vn/hook');
    const input = { id: made.id, version: made.version };

    await mutate('webhookUpdate', { ...input, description: 'Của Sở' });
    const late = await mutate('webhookDisable', input);

    expect(late).toEqual({ webhook: null, userErrors: [{ code: 'CONFLICT', field: ['version'] }] });
  });
});

describe('a delivery', () => {
  test('is signed, and tells in order what the feed tells', async () => {
    const { url, received, got } = await listen();
    const made = await added(url);
    const start = await newestCursor(hub);
    await roundOf(scene);
    await roundOf(scene);

    send();
    await got(1);
    const row = await until(made, ({ deliveredAt }) => deliveredAt !== null);

    const told = await changesAfter(hub, start);
    const { headers, body } = received[0]!;
    expect(JSON.parse(body)).toEqual({
      id: headers['hub-delivery'],
      cursor: told.at(-1)!.cursor,
      changes: told.map((each) => ({ ...each, at: expect.any(String) })),
    });
    expect(new Webhook(made.secret).verify(body, headers)).toEqual(JSON.parse(body));
    expect(headers['webhook-id']).toBe(headers['hub-delivery']);
    expect(headers['webhook-timestamp']).toBe(headers['hub-timestamp']);
    expect(headers['hub-signature']).toBe(deprecatedSignature(made.secret, received[0]!));
    expect(Math.abs(Number(headers['hub-timestamp']) - Date.now() / 1000)).toBeLessThan(60);
    expect(row).toMatchObject({ cursor: told.at(-1)!.cursor, failures: 0, lastFailure: null });
  });

  test('that is not taken comes again as it was, before anything later', async () => {
    const { url, received, got } = await listen((number) => (number < 2 ? 500 : 200));
    const made = await added(url);
    const start = await newestCursor(hub);
    await roundOf(scene);

    send();
    await got(1);
    const failed = await until(made, ({ failures }) => failures === 1);
    await roundOf(scene);
    await got(4);

    expect(failed).toMatchObject({ lastFailure: 'HTTP 500', failingSince: expect.any(String) });
    expect(received.map(({ told }) => told.id)).toEqual([
      received[0]!.told.id,
      received[0]!.told.id,
      received[0]!.told.id,
      received[3]!.told.id,
    ]);
    expect(received[3]!.told.id).not.toBe(received[0]!.told.id);
    expect(idsOf(received)).toEqual(received.map(({ told }) => told.id));
    for (const { body, headers } of received) new Webhook(made.secret).verify(body, headers);
    const told = await changesAfter(hub, start);
    expect(cursorsOf(received.slice(2))).toEqual(told.map(({ cursor }) => cursor));
  });

  test('is not led elsewhere by a redirect', async () => {
    const { url, received } = await listen(() => 302);
    const made = await added(url);
    await roundOf(scene);

    send();
    const row = await until(made, ({ failures }) => failures === 1);

    expect(row.lastFailure).toBe('HTTP 302');
    expect(received).toHaveLength(1);
  });

  test.each(['127.0.0.1', 'localhost', '[::1]', '[::ffff:127.0.0.1]', '2130706433'])(
    'never goes to %s unless that is allowed',
    async (host) => {
      const { url, received } = await listen();
      const made = await added(url.replace('127.0.0.1', host));
      await roundOf(scene);

      send(false);
      const row = await until(made, ({ failures }) => failures === 1);

      expect(row.lastFailure).toBe('ADDRESS_NOT_PUBLIC');
      expect(received).toEqual([]);
    },
  );
});

test('a receiver that never answers holds up nobody else', async () => {
  const dead = await listen(() => null);
  const living = await listen();
  await added(dead.url);
  await added(living.url);
  await roundOf(scene);

  send();
  await Promise.all([dead.got(1), living.got(1)]);
  await roundOf(scene);
  await living.got(2);

  expect(dead.received).toHaveLength(1);
});

test('a delivery that the hub breaks off as it stops is no failure, and the next hub makes it', async () => {
  const { url, received, got } = await listen((number) => (number === 0 ? null : 204));
  const made = await added(url);
  await roundOf(scene);
  const cut = new AbortController();
  const sender = { hubSecret: TOKEN_SECRET, allowPrivate: true, cut: cut.signal };
  const stop = startDeliveries(hub.orm, pino({ level: 'silent' }), sender, 20);
  await got(1);

  const stopped = stop();
  cut.abort();
  await stopped;
  const left = await read(made);
  send();
  await got(2);

  expect([left.failures, left.lastFailure]).toEqual([0, null]);
  expect(received[1]!.told.id).toBe(received[0]!.told.id);
});

test('a replay sends everything after its cursor again, in deliveries of their own', async () => {
  const { url, received, got } = await listen();
  const made = await added(url);
  const start = await newestCursor(hub);
  await roundOf(scene);
  send();
  await got(1);
  await until(made, ({ deliveredAt }) => deliveredAt !== null);

  const { webhook } = await mutate('webhookReplay', { ...pick(made), after: start });
  await got(2);

  expect(webhook.cursor).toBe(start);
  expect(cursorsOf([received[1]!])).toEqual(cursorsOf([received[0]!]));
  expect(received[1]!.told.id).not.toBe(received[0]!.told.id);
});

const pick = ({ id, version }: Made) => ({ id, version });

test('two hubs share the work: 500 changes come once each, and in order', async () => {
  const { url, received } = await listen();
  const { changes } = await hub.data('{ changes(first: 100) { pageInfo { endCursor } } }');
  const made = await added(url, { after: changes.pageInfo.endCursor });
  const other = await openOrm(hub.databaseUrl);
  cleanup.push(() => other.close(true));

  send();
  send(true, other);
  const newest = await newestCursor(hub);
  await until(made, ({ cursor }) => cursor === newest);

  const told = await changesAfter(hub, changes.pageInfo.endCursor);
  expect(told.length).toBeGreaterThan(500);
  expect(cursorsOf(received)).toEqual(told.map(({ cursor }) => cursor));
});

test('what a hub had taken when it was killed is sent by another, as it was', async () => {
  const { url, received, got } = await listen();
  const made = await added(url);
  await roundOf(scene);
  const [taken] = await takeDue(databaseOf(hub.em.fork()), 1);
  expect(await takeDue(databaseOf(hub.em.fork()), 1)).toEqual([]);
  await roundOf(scene);

  send();
  // The time that the killed one had for it is over.
  await hub.em
    .fork()
    .execute(`update webhook set taken_until = clock_timestamp() - interval '1 second'`);
  await got(2);

  const row = fromGlobalId('Webhook', made.id);
  expect(received[0]!.told.id).toBe(`${row}-0-${taken!.position}-${taken!.pendingTo}`);
});

test('a webhook is disabled after five days of failures, and taken up where it stopped', async () => {
  let status = 503;
  const { url, received, got } = await listen(() => status);
  const made = await added(url);
  await roundOf(scene);
  const stop = send();
  await until(made, ({ failures }) => failures === 1);
  await stop();
  await hub.em
    .fork()
    .execute(
      `update webhook set failing_since = clock_timestamp() - interval '5 days', next_attempt_at = now()`,
    );

  send();
  const given = await until(made, ({ disabledReason }) => disabledReason !== null);
  const tried = received.length;
  status = 200;
  await mutate('webhookUpdate', { ...pick(made), enable: true });
  await got(tried + 1);

  expect(given).toMatchObject({ disabledReason: 'FAILING', lastFailure: 'HTTP 503' });
  expect(received.at(-1)!.told.id).toBe(received[0]!.told.id);
  expect(await until(made, ({ deliveredAt }) => deliveredAt !== null)).toMatchObject({
    disabledReason: null,
    failures: 0,
  });
});

test('one that an operator disabled gets nothing', async () => {
  const [stopped, other] = [await listen(), await listen()];
  const made = await added(stopped.url);
  await added(other.url);
  await mutate('webhookDisable', pick(made));
  await roundOf(scene);

  send();
  await other.got(1);

  expect(stopped.received).toEqual([]);
  expect(await read(made)).toMatchObject({ disabledReason: 'OPERATOR' });
});

test('a secret that was renewed signs, and the one before does not', async () => {
  const { url, received, got } = await listen();
  const made = await added(url);
  const { secret } = await mutate('webhookUpdate', { ...pick(made), renewSecret: true });
  await roundOf(scene);

  send();
  await got(1);

  const [delivery] = received as [Received];
  const { headers, body } = delivery;
  expect(secret).not.toBe(made.secret);
  expect(headers['hub-signature']).toBe(deprecatedSignature(secret, delivery));
  expect(headers['hub-signature']).not.toBe(deprecatedSignature(made.secret, delivery));
  expect(new Webhook(secret).verify(body, headers)).toEqual(delivery.told);
  expect(() => new Webhook(made.secret).verify(body, headers)).toThrow('No matching signature');
});

test('a secret of before signs as Standard Webhooks has it, and as it did', async () => {
  const { url, received, got } = await listen();
  await added(url);
  const old = `whsec_-_${randomBytes(32).toString('base64url').slice(2)}`;
  await hub.em
    .fork()
    .execute('update webhook set sealed_secret = ?', [sealSecret(old, TOKEN_SECRET)]);
  await roundOf(scene);

  send();
  await got(1);

  const [delivery] = received as [Received];
  const { headers, body } = delivery;
  expect(new Webhook(standardSecret(old)).verify(body, headers)).toEqual(delivery.told);
  expect(headers['hub-signature']).toBe(deprecatedSignature(old, delivery));
});

test('what one change tells two webhooks comes in deliveries with ids of their own', async () => {
  const [one, other] = [await listen(), await listen()];
  await added(one.url);
  await added(other.url);
  await roundOf(scene);

  send();
  await Promise.all([one.got(1), other.got(1)]);

  expect(cursorsOf(one.received)).toEqual(cursorsOf(other.received));
  expect(idsOf(one.received)).not.toEqual(idsOf(other.received));
});
