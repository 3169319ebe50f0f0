import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { differenceOf, dumpOf } from './support/dump.js';
import { startHub, type TestHub } from './support/hub.js';
import { PASSWORD, person, type Person } from './support/people.js';
import { now } from './support/reporting.js';

let hub: TestHub;
let somebody: Person;
/** The cookie of the sign-in, as browsers send it. */
let cookie: string;
let attributes: string;
beforeAll(async () => {
  hub = await startHub({ now });
  somebody = await person(hub, [{ role: 'OPERATOR' }]);
});
beforeEach(async () => {
  const answer = await hub.ask(
    `mutation ($email: String!, $password: String!) {
      sessionStart(input: { email: $email, password: $password }) { userErrors { code } } }`,
    { email: somebody.email, password: PASSWORD },
  );
  [cookie, attributes] = answer.cookie!.split(/; (.*)/, 2) as [string, string];
});
afterAll(() => hub.close());

const REFRESH = 'mutation { sessionRefresh { accessToken userErrors { code } } }';
const BODY = JSON.stringify({ query: REFRESH });
const SITE = { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' };

test('the cookie goes to the graph alone, to no script and to no other site', () => {
  expect(attributes).toBe(
    'Max-Age=1209600; Path=/graphql; Expires=Mon, 07 Dec 2026 03:00:00 GMT; HttpOnly; SameSite=Strict',
  );
});

describe('what another site can make a browser send does nothing', () => {
  const encoded = encodeURIComponent(REFRESH);
  const boundary = 'x';
  const part = (name: string, value: string) =>
    `--${boundary}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`;
  test.each<[string, object]>([
    ['a link', { method: 'GET', url: `/graphql?query=${encoded}` }],
    [
      'a link that says it is JSON',
      {
        method: 'GET',
        url: `/graphql?query=${encoded}`,
        headers: { 'content-type': 'application/json' },
      },
    ],
    [
      'a form of fields',
      {
        method: 'POST',
        url: '/graphql',
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
        payload: `query=${encoded}`,
      },
    ],
    [
      'a form of plain text',
      { method: 'POST', url: '/graphql', headers: { 'content-type': 'text/plain' }, payload: BODY },
    ],
    [
      'plain text that also says JSON',
      {
        method: 'POST',
        url: '/graphql',
        headers: { 'content-type': 'text/plain; application/json' },
        payload: BODY,
      },
    ],
    [
      'a form of parts',
      {
        method: 'POST',
        url: '/graphql',
        headers: { 'content-type': `multipart/form-data; boundary=${boundary}` },
        payload: `${part('operations', BODY)}${part('map', '{}')}--${boundary}--\r\n`,
      },
    ],
    ['a body of no type', { method: 'POST', url: '/graphql', payload: Buffer.from(BODY) }],
    [
      'a form whose address holds the question',
      {
        method: 'POST',
        url: `/graphql?query=${encoded}`,
        headers: { 'content-type': 'text/plain' },
        payload: '',
      },
    ],
  ])('%s', async (_what, request: any) => {
    const before = await dumpOf(hub);

    const response = await hub.server.inject({
      ...request,
      headers: { ...request.headers, ...SITE, cookie },
    });

    expect(response.statusCode).toBeGreaterThanOrEqual(400);
    expect(response.statusCode).toBeLessThan(500);
    expect(response.body).not.toContain('accessToken":"');
    expect(response.headers['set-cookie']).toBe(undefined);
    expect(response.headers['access-control-allow-origin']).toBe(undefined);
    expect(differenceOf(before, await dumpOf(hub))).toEqual([]);
  });

  test('asking beforehand whether JSON may be sent is not answered with yes', async () => {
    const response = await hub.server.inject({
      method: 'OPTIONS',
      url: '/graphql',
      headers: {
        ...SITE,
        'access-control-request-method': 'POST',
        'access-control-request-headers': 'content-type',
      },
    });

    expect(Object.keys(response.headers).filter((name) => /^access-control/.test(name))).toEqual(
      [],
    );
  });

  test('while the same JSON from the hub’s own pages refreshes the sign-in', async () => {
    const { data } = await hub.ask(REFRESH, {}, { cookie });

    expect(data.sessionRefresh.userErrors).toEqual([]);
    expect(data.sessionRefresh.accessToken).toEqual(expect.any(String));
  });
});

test('no change is made by GET, whoever asks for it and however it is typed', async () => {
  const query = encodeURIComponent(
    'mutation { accountCreate(input: { name: "A", email: "a@example.edu.vn", password: "một mật khẩu đủ dài" }) { account { id } } }',
  );
  const before = await dumpOf(hub);

  const response = await hub.server.inject({
    method: 'GET',
    url: `/graphql?query=${query}`,
    headers: { ...somebody.headers, 'content-type': 'application/json' },
  });

  expect(response.statusCode).toBe(405);
  expect(differenceOf(before, await dumpOf(hub))).toEqual([]);
});
