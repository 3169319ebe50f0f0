import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { createClient, type Client } from 'graphql-sse';
import { STREAMS_OF_ADDRESS, STREAMS_OF_SENDER } from '../src/http/stream.routes.js';
import { sceneOf, UPDATES, type Scene } from './support/access-scene.js';
import { record } from './support/access-targets.js';
import { mutationOf } from './support/everything.js';
import { UnitProgressChangedDocument } from '../clients/typescript/src/generated/graphql.js';
import { startHub, type TestHub } from './support/hub.js';
import { approve, now } from './support/reporting.js';

let hub: TestHub;
let scene: Scene;
let url: string;
beforeAll(async () => {
  hub = await startHub({ from: 'demo', now });
  scene = await sceneOf(hub);
  url = `${await hub.server.listen({ port: 0 })}/graphql/stream`;
});
afterAll(() => hub.close());

const QUERY = UnitProgressChangedDocument.toString();

function client(headers: Record<string, string> = {}): Client {
  return createClient({ url, headers: { 'accept-language': 'en', ...headers }, retryAttempts: 0 });
}

const follow = (who: Client, query = QUERY, variables: object = { unit: scene.province }) =>
  who.iterate<any>({ query, variables: variables as Record<string, unknown> });

async function send(body: object, headers: Record<string, string> = {}) {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'accept-language': 'en', ...headers },
    body: JSON.stringify(body),
  });
  const { errors } = (await response.json()) as any;
  return [response.status, errors[0].extensions.code];
}

test('a unit is told at once, and again when an approval moved its figures, and not in between', async () => {
  const { id, version } = await UPDATES.submitted(scene);
  const stream = follow(client());
  const first = await stream.next();

  // It is published, and changes nothing of what is asked.
  await record(scene);
  const second = stream.next();
  await approve(hub, scene.headers.reviewer, { id, version });
  const told = (await second).value.data;

  const { administrativeUnit } = await hub.data(
    `{ administrativeUnit(code: "68") { progress { lines { group pillar institutions completed inReview percent } } } }`,
  );
  expect(first.value.data.unitProgressChanged.id).toBe(scene.province);
  expect(told).not.toEqual(first.value.data);
  expect(told.unitProgressChanged.progress.lines).toEqual(administrativeUnit.progress.lines);
  await stream.return!();
});

test('a viewer who signed out is told so, and nothing more', async () => {
  const stream = follow(client(scene.headers.nobody));
  await stream.next();

  await hub.data(mutationOf('sessionEndAll'), {}, scene.headers.nobody);
  await record(scene);

  expect((await stream.next()).value.errors).toMatchObject([
    { extensions: { code: 'UNAUTHENTICATED' } },
  ]);
  expect((await stream.next()).done).toBe(true);
});

test('a question that cannot be answered is refused once, in the words of the graph', async () => {
  const query = `subscription ($unit: ID!) { unitProgressChanged(unit: $unit) {
    progress(asOf: "1990-01-01") { asOf } } }`;
  const stream = follow(client(), query);

  const { value } = await stream.next();

  expect(value.errors).toMatchObject([{ extensions: { code: 'OUTSIDE_UNIT_SPAN' } }]);
  expect((await stream.next()).done).toBe(true);
});

test('what is no subscription, no GraphQL or of a forged token is refused', async () => {
  const forged = { authorization: 'Bearer eyJhbGciOiJub25lIn0.e30.' };
  expect(await send({ query: '{ viewer { name } }' })).toEqual([400, 'STREAM_ONLY']);
  expect(await send({ query: 'subscription { unitProgressChanged { id } }' })).toEqual([
    400,
    'GRAPHQL_VALIDATION_FAILED',
  ]);
  expect(await send({ query: 'subscription {' })).toEqual([400, 'GRAPHQL_PARSE_FAILED']);
  expect(await send({ query: QUERY, variables: { unit: 'x' } }, forged)).toEqual([
    401,
    'UNAUTHENTICATED',
  ]);
});

/** A stream that is open; that others are closed comes to the hub a moment later. */
async function opened(headers?: Record<string, string>) {
  for (;;) {
    const stream = follow(client(headers));
    if (await stream.next().catch(() => null)) return stream;
  }
}

/** As many streams as one sender may have. */
const allOf = (headers?: Record<string, string>) =>
  Promise.all(Array.from({ length: STREAMS_OF_SENDER }, () => opened(headers)));

/** A key of its own. */
async function key(): Promise<Record<string, string>> {
  const { apiKeyCreate } = await hub.data(
    `mutation { apiKeyCreate(input: { name: "Bảng", scopes: [READ_PUBLIC] }) { secret } }`,
    {},
    scene.headers.operator,
  );
  return { 'x-api-key': apiKeyCreate.secret };
}

const ONE_MORE = { query: QUERY, variables: { unit: 'x' } };

test('one account has so many streams and no more, until one is closed, and others of its address as many', async () => {
  const { planner, reviewer } = scene.headers;
  const streams = await allOf(planner);

  expect(await send(ONE_MORE, planner)).toEqual([503, 'TOO_MANY_STREAMS']);
  const others = [...(await allOf(reviewer)), ...(await allOf())];
  expect(await send(ONE_MORE, reviewer)).toEqual([503, 'TOO_MANY_STREAMS']);
  expect(await send(ONE_MORE)).toEqual([503, 'TOO_MANY_STREAMS']);

  await streams.pop()!.return!();
  streams.push(await opened(planner));
  expect(await send(ONE_MORE, planner)).toEqual([503, 'TOO_MANY_STREAMS']);
  await Promise.all([...streams, ...others].map((stream) => stream.return!()));
});

test('one address has so many streams of all its senders and no more, until one is closed', async () => {
  const streams = [];
  for (let open = 0; open < STREAMS_OF_ADDRESS; open += STREAMS_OF_SENDER)
    streams.push(...(await allOf(await key())));
  const another = await key();

  expect(await send(ONE_MORE, another)).toEqual([503, 'TOO_MANY_STREAMS']);

  await streams.pop()!.return!();
  streams.push(await opened(another));
  expect(await send(ONE_MORE, another)).toEqual([503, 'TOO_MANY_STREAMS']);
  await Promise.all(streams.map((stream) => stream.return!()));
});

test('a question that is refused takes no place of its sender', async () => {
  const sender = await key();
  for (let refused = 0; refused <= STREAMS_OF_SENDER; refused += 1)
    expect(await send({ query: QUERY, variables: { unit: {} } }, sender)).toEqual([
      400,
      'BAD_USER_INPUT',
    ]);

  const stream = await opened(sender);
  await stream.return!();
});

test('a hub that shuts down ends its streams and does not wait for them', async () => {
  const other = await startHub({ from: 'empty', now });
  const address = await other.server.listen({ port: 0 });
  const stream = createClient({ url: `${address}/graphql/stream`, retryAttempts: 0 }).iterate<any>({
    query: QUERY,
    variables: { unit: 'x' },
  });
  expect((await stream.next()).value.data).toEqual({ unitProgressChanged: null });
  const ended = stream.next();

  await other.close();

  expect((await ended).done).toBe(true);
});
