import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { auditServer, type AuditResult } from 'graphql-http';
import { startHub, type TestHub } from './support/hub.js';

let hub: TestHub;
let results: AuditResult[];
beforeAll(async () => {
  hub = await startHub();
  const address = await hub.server.listen({ host: '127.0.0.1', port: 0 });
  results = await auditServer({ url: `${address}/graphql`, fetchFn: fetch });
});
afterAll(() => hub.close());

test('the audits of graphql-http find no error, and docs/errors.md lists all that does not pass, with nothing left over', async () => {
  const [, section] = (await readFile('docs/errors.md', 'utf8')).split('\n## GraphQL over HTTP\n');
  const listed = [...section!.split('\n## ')[0]!.matchAll(/^\| `([0-9A-F]{4})` /gm)];
  const failing = results.filter(({ status }) => status !== 'ok');

  expect(results).toHaveLength(61);
  expect(failing.map(({ id, status }) => `${status} ${id}`).sort()).toEqual(
    listed.map(([, id]) => `warn ${id}`).sort(),
  );
});

test.each([
  ['a form’s text', { 'content-type': 'text/plain' }],
  ['a form', { 'content-type': 'application/x-www-form-urlencoded' }],
  ['a form with files', { 'content-type': 'multipart/form-data; boundary=x' }],
  ['a body of no type', {}],
])('%s, which any page can make a browser send, is no question', async (_, headers) => {
  const { statusCode, body } = await hub.server.inject({
    method: 'POST',
    url: '/graphql',
    headers,
    payload: Buffer.from('{ "query": "{ __typename }" }'),
  });

  expect([statusCode, JSON.parse(body).errors[0].extensions.code]).toEqual([
    415,
    'REQUEST_UNREADABLE',
  ]);
});

test('a GET changes nothing', async () => {
  const mutation = 'mutation { sessionRefresh { userErrors { code } } }';
  const { statusCode, headers } = await hub.server.inject({
    url: `/graphql?query=${encodeURIComponent(mutation)}`,
  });

  expect([statusCode, headers.allow]).toEqual([405, 'POST']);
});
