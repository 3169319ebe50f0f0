import { createServer, type Server } from 'node:http';
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { decodeJwt, exportJWK, generateKeyPair, SignJWT } from 'jose';
import Provider from 'oidc-provider';
import { Issuer } from '../src/auth/issuer.js';
import { startHub, type TestHub } from './support/hub.js';

const HUB = 'https://hub.example.edu.vn';
const WHO = '{ viewer { name email grants { role } } }';

let provider: Provider;
let http: Server;
let url: string;
let hub: TestHub;

/** A real issuer on the loopback, which gives tokens to two clients. */
beforeAll(async () => {
  http = createServer((request, response) => void provider.callback()(request, response));
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(http.address() as { port: number }).port}`;
  const { privateKey } = await generateKeyPair('RS256', { extractable: true });
  provider = new Provider(url, {
    jwks: { keys: [{ ...(await exportJWK(privateKey)), alg: 'RS256', use: 'sig', kid: 'first' }] },
    clients: ['planner', 'teacher'].map((client_id) => ({
      client_id,
      client_secret: 'secret-of-a-client',
      grant_types: ['client_credentials'],
      redirect_uris: [],
      response_types: [],
    })),
    features: {
      devInteractions: { enabled: false },
      clientCredentials: { enabled: true },
      resourceIndicators: {
        enabled: true,
        getResourceServerInfo: (_context, resource) => ({
          audience: resource,
          scope: 'read',
          accessTokenFormat: 'jwt',
          accessTokenTTL: 600,
          jwt: { sign: { alg: 'RS256' } },
        }),
      },
    },
  });
  hub = await startHub({ from: 'demo', issuer: new Issuer(url, HUB) });
});
beforeEach(() => hub.em.execute('delete from account_grant; delete from account'));
afterAll(async () => {
  await hub.close();
  http.closeAllConnections();
  await new Promise((resolve) => http.close(resolve));
});

/** A token as the issuer gives it to a client, for a hub. */
async function tokenFor(client: string, resource = HUB): Promise<string> {
  const response = await fetch(`${url}/token`, {
    method: 'POST',
    headers: {
      authorization: `Basic ${Buffer.from(`${client}:secret-of-a-client`).toString('base64')}`,
    },
    body: new URLSearchParams({ grant_type: 'client_credentials', resource, scope: 'read' }),
  });
  return ((await response.json()) as { access_token: string }).access_token;
}

const ask = (token: string) => hub.ask<any>(WHO, {}, { authorization: `Bearer ${token}` });

test('a token of the issuer is taken, and its subject has one account from then on, on record and without roles', async () => {
  const [first, second, other] = [
    await tokenFor('planner'),
    await tokenFor('planner'),
    await tokenFor('teacher'),
  ];

  const answers = await Promise.all([first, second, first, other].map(ask));

  expect(answers.map(({ data }) => data.viewer)).toEqual(
    ['planner', 'planner', 'planner', 'teacher'].map((name) => ({ name, email: null, grants: [] })),
  );
  const accounts = await hub.em.execute(
    'select issuer, subject from account_identity order by subject',
  );
  expect(accounts).toEqual([
    { issuer: url, subject: 'planner' },
    { issuer: url, subject: 'teacher' },
  ]);
  const events = await hub.em.execute(
    `select action, account_id, account_name, address, after from audit_event
      where action = 'sign-in' order by after->>'subject'`,
  );
  expect(events).toEqual(
    ['planner', 'teacher'].map((subject) => ({
      action: 'sign-in',
      account_id: null,
      account_name: url,
      address: '127.0.0.1',
      after: { name: subject, issuer: url, subject },
    })),
  );
});

test('roles that the hub gives to the account of a subject hold', async () => {
  const token = await tokenFor('planner');
  await ask(token);
  await hub.em.execute(
    `insert into account_grant (account_id, role) select id, 'OPERATOR' from account`,
  );

  const { data } = await ask(token);

  expect(data.viewer.grants).toEqual([{ role: 'OPERATOR' }]);
});

test('a token for another audience is refused', async () => {
  expect((await ask(await tokenFor('planner', 'https://another.example'))).status).toBe(401);
});

test('a token that claims to be of the issuer but has another key is refused', async () => {
  const claims = decodeJwt(await tokenFor('planner'));
  const { privateKey } = await generateKeyPair('RS256');
  for (const kid of ['first', 'unknown', undefined]) {
    const forged = await new SignJWT(claims)
      .setProtectedHeader({ alg: 'RS256', ...(kid && { kid }) })
      .sign(privateKey);
    expect((await ask(forged)).status).toBe(401);
  }
});

test('a token signed with the public key as a secret is refused', async () => {
  const claims = decodeJwt(await tokenFor('planner'));
  const { keys } = (await (await fetch(`${url}/jwks`)).json()) as { keys: { n: string }[] };
  const forged = await new SignJWT(claims)
    .setProtectedHeader({ alg: 'HS256' })
    .sign(new TextEncoder().encode(keys[0]!.n));

  expect((await ask(forged)).status).toBe(401);
});

test('an expired token is refused', async () => {
  const late = await startHub({
    from: 'demo',
    issuer: new Issuer(url, HUB),
    now: () => new Date(Date.now() + 11 * 60_000),
  });

  expect(
    (await late.ask(WHO, {}, { authorization: `Bearer ${await tokenFor('planner')}` })).status,
  ).toBe(401);
  await late.close();
});

test('tokens signed with a key that the issuer has changed to are taken', async () => {
  const rotated = await rotatingIssuer();
  const other = await startHub({ from: 'demo', issuer: new Issuer(rotated.url, HUB, 0) });
  const status = async (kid: string) =>
    (await other.ask(WHO, {}, { authorization: `Bearer ${await rotated.sign(kid)}` })).status;

  expect(await status('old')).toBe(200);
  rotated.publish('new');
  expect(await status('new')).toBe(200);
  expect(rotated.fetches()).toBe(2);
  expect(await status('new')).toBe(200);
  expect(rotated.fetches()).toBe(2);

  await other.close();
  rotated.close();
});

test('while the issuer does not answer its tokens are refused, and taken when it is back', async () => {
  const rotated = await rotatingIssuer();
  const other = await startHub({ from: 'demo', issuer: new Issuer(rotated.url, HUB, 0) });
  const token = await rotated.sign('old');
  const status = async () =>
    (await other.ask(WHO, {}, { authorization: `Bearer ${token}` })).status;

  rotated.answer(false);
  expect(await status()).toBe(401);
  rotated.answer(true);
  expect(await status()).toBe(200);

  await other.close();
  rotated.close();
});

/** An issuer of two keys that publishes one at a time. */
async function rotatingIssuer() {
  const keys = {
    old: await generateKeyPair('ES256', { extractable: true }),
    new: await generateKeyPair('ES256', { extractable: true }),
  };
  let published: 'old' | 'new' = 'old';
  let answers = true;
  let fetches = 0;
  const server = createServer((request, response) => {
    void (async () => {
      if (!answers) return response.writeHead(503).end();
      const issuer = `http://${request.headers.host}`;
      if (request.url === '/jwks') fetches += 1;
      const body =
        request.url === '/jwks'
          ? {
              keys: [
                { ...(await exportJWK(keys[published].publicKey)), kid: published, alg: 'ES256' },
              ],
            }
          : { issuer, jwks_uri: `${issuer}/jwks` };
      response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(body));
    })();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = `http://127.0.0.1:${(server.address() as { port: number }).port}`;
  return {
    url: address,
    sign: (kid: string) =>
      new SignJWT({})
        .setProtectedHeader({ alg: 'ES256', kid })
        .setIssuer(address)
        .setAudience(HUB)
        .setSubject('someone')
        .setExpirationTime('5m')
        .sign(keys[kid as 'old' | 'new'].privateKey),
    publish: (kid: 'old' | 'new') => (published = kid),
    answer: (yes: boolean) => (answers = yes),
    fetches: () => fetches,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}
