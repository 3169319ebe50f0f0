import { Writable } from 'node:stream';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { createLogger } from '../src/start/logger.js';
import { school, startUpload } from './support/evidence.js';
import { startHub, type TestHub } from './support/hub.js';
import { idOfUnit, PASSWORD, person } from './support/people.js';
import { listenOnPort, openRaw, request } from './support/raw-connection.js';
import { now, TODAY } from './support/reporting.js';

const IN_QUERY = 'bí-mật-trong-địa-chỉ'.normalize('NFC');
const FORGED = 'eyJhbGciOiJub25lIn0.eyJzdWIiOiJuZ8aw4budaSBs4bqhIn0.forged';
const WRONG = 'mật khẩu gõ nhầm vào ô';

let hub: TestHub;
let port: number;
let log = '';
/** Every secret that was sent or answered, by what it is. */
const secrets: Record<string, string> = { query: IN_QUERY, FORGED, PASSWORD, WRONG };

beforeAll(async () => {
  const destination = new Writable({
    write: (line: Buffer, _encoding, done) => {
      log += line.toString();
      done();
    },
  });
  const logger = createLogger({ logLevel: 'trace' }, destination);
  hub = await startHub({ from: 'demo', logger, now });
  port = await listenOnPort(hub.server);
});
afterAll(() => hub.close());

const START = `mutation ($email: String!, $password: String!) {
  sessionStart(input: { email: $email, password: $password }) { accessToken } }`;

/** Sends bytes, and waits until the hub has answered or closed. */
async function send(bytes: string): Promise<string> {
  const one = await openRaw(port);
  one.socket.write(bytes);
  const answer = await one.saying('\r\n\r\n').catch(() => '');
  one.socket.destroy();
  return answer;
}

async function signIn(): Promise<Record<string, string>> {
  const member = await person(hub, [{ role: 'OPERATOR' }], 'Người vận hành');
  const { data, cookie } = await hub.ask(START, { email: member.email, password: PASSWORD });
  await hub.ask(START, { email: member.email, password: WRONG });
  secrets['access token'] = data.sessionStart.accessToken;
  secrets['refresh token'] = /hub_refresh=([^;]+)/.exec(cookie!)![1]!;
  const headers = { authorization: `Bearer ${secrets['access token']}` };
  await hub.ask('mutation { sessionRefresh { accessToken } }', {}, { cookie: cookie! });
  await hub.ask('{ viewer { name } }', {}, headers);
  await hub.ask('{ viewer { name } }', {}, { authorization: `Bearer ${FORGED}` });
  return headers;
}

async function makeSecrets(headers: Record<string, string>): Promise<void> {
  const { webhookCreate } = await hub.data(
    `mutation { webhookCreate(input: {
      url: "https://hook.example/path?token=${IN_QUERY}", description: "x" }) { secret } }`,
    {},
    headers,
  );
  secrets['webhook secret'] = webhookCreate.secret;
  const { apiKeyCreate } = await hub.data(
    `mutation { apiKeyCreate(input: { name: "x", scopes: [READ_PUBLIC] }) { secret } }`,
    {},
    headers,
  );
  secrets['API key'] = apiKeyCreate.secret;
  await hub.ask('{ frameworks { code } }', {}, { 'x-api-key': apiKeyCreate.secret });
  await hub.ask('{ frameworks { code } }', {}, { 'x-api-key': `${apiKeyCreate.secret}0` });
}

const METHODS = ['PUT', 'GET', 'HEAD', 'POST', 'DELETE', 'PATCH', 'OPTIONS', 'PROPFIND'];

test('no request leaves a secret in the log, whatever becomes of it', async () => {
  const headers = await signIn();
  await makeSecrets(headers);
  const { upload } = await startUpload(hub, await school(hub));
  secrets['upload token'] = upload.address.split('/').at(-1);
  for (const method of METHODS)
    for (const path of [
      upload.address,
      `${upload.address}/more`,
      `${upload.address}${'x'.repeat(200)}`,
    ])
      await send(request(method, path, method === 'PUT' ? 'x' : null, { connection: 'close' }));
  const broken = upload.address.replace('uploads/', 'uploads/%zz');
  await send(request('PUT', broken));

  const unit = await idOfUnit(hub, '68', TODAY);
  const hidden = `token=${encodeURIComponent(IN_QUERY)}&plain=${secrets['webhook secret']}`;
  const subscription = new URLSearchParams({
    query: 'subscription ($unit: ID!) { unitProgressChanged(unit: $unit) { code } }',
    variables: JSON.stringify({ unit }),
  });
  for (const path of [
    '/graphql?query={__typename}&',
    `/graphql/stream?${subscription.toString()}&`,
    '/exports/progress.csv?',
    '/health/ready?',
    '/evidence/none?',
    '/nowhere?',
    '/?',
  ])
    await send(request('GET', path + hidden));
  // What is no HTTP comes to the log with all its bytes.
  await send(request('GET', `/graphql?${hidden}`).replace('HTTP/1.1', 'HTTP/9.9'));
  await send(request('PUT', upload.address).replace('host: hub', `ho st: ${FORGED}`));

  for (const [what, secret] of Object.entries(secrets)) {
    expect(`${what}: ${secret.length > 8}`).toBe(`${what}: true`);
    for (const form of [secret, encodeURIComponent(secret), JSON.stringify(secret).slice(1, -1)])
      expect(log.includes(form) ? `${what} is in the log` : null).toBeNull();
  }
  const routes = log
    .split('\n')
    .filter((line) => line.includes('"incoming request"'))
    .map((line) => JSON.parse(line).req);
  expect(routes).toContainEqual({
    method: 'PUT',
    route: '/evidence/uploads/:token',
    remoteAddress: '127.0.0.1',
  });
  expect(routes).toContainEqual({ method: 'GET', route: null, remoteAddress: '127.0.0.1' });
  expect(routes.length).toBeGreaterThan(30);
  expect(log).toContain('"res":{"statusCode":404}');
});

test('an error of the database tells its kind, and none of the values', async () => {
  const { email } = await person(hub, [{ role: 'OPERATOR' }], 'Người khác');
  const [row] = await hub.em.execute('select password_hash from account where email = ?', [email]);
  await hub.em.execute(
    `alter table account_session add constraint nobody_signs_in check (false) not valid`,
  );
  const { errors } = await hub.ask(START, { email, password: PASSWORD });
  await hub.em.execute('alter table account_session drop constraint nobody_signs_in');

  expect(errors[0]!.extensions.code).toBe('INTERNAL_SERVER_ERROR');
  const line = log.split('\n').find((each) => each.includes('a request failed'))!;
  expect(JSON.parse(line).err).toMatchObject({
    code: '23514',
    message: expect.stringContaining('nobody_signs_in'),
    stack: expect.any(String),
  });
  expect(line).not.toMatch(/Failing row contains \(/);
  expect(line).not.toContain(row!['password_hash']);
  expect(line).not.toContain(PASSWORD);
});
