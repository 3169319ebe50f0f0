import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { startHub, type TestHub } from './support/hub.js';
import { now } from './support/reporting.js';

let hub: TestHub;
let open: TestHub;
let address: string;
let openAddress: string;
beforeAll(async () => {
  hub = await startHub({ from: 'demo', now });
  open = await startHub({ sharing: hub.databaseUrl, now, corsOrigins: ['*'] });
  address = await hub.server.listen({ host: '127.0.0.1', port: 0 });
  openAddress = await open.server.listen({ host: '127.0.0.1', port: 0 });
});
afterAll(async () => {
  await open.close();
  await hub.close();
});

interface Told {
  status: number;
  headers: Record<string, unknown>;
  body: string;
}

/** What any method is answered with; fetch sends only some of them. */
function send(method: string, url: string, headers = {}, body = ''): Promise<Told> {
  return new Promise((resolve, reject) => {
    const sent = request(
      url,
      {
        method,
        headers: {
          'accept-language': 'en',
          ...(body !== '' && { 'content-length': Buffer.byteLength(body) }),
          ...headers,
        },
      },
      (answer) => {
        const parts: Buffer[] = [];
        answer.on('data', (part: Buffer) => parts.push(part));
        answer.on('end', () =>
          resolve({
            status: answer.statusCode ?? 0,
            headers: answer.headers,
            body: Buffer.concat(parts).toString(),
          }),
        );
      },
    );
    sent.on('error', reject);
    sent.end(body);
  });
}

const FILE = '/exports/progress.csv?asOf=2024-12-31&unit=67';

describe('a program that asks before it fetches a file', () => {
  test('is told by HEAD what GET would tell, without the file', async () => {
    const [head, whole] = [
      await send('HEAD', `${address}${FILE}`),
      await send('GET', `${address}${FILE}`),
    ];

    const names = ['content-type', 'content-disposition', 'etag', 'cache-control', 'vary'];
    expect([head.status, head.body]).toEqual([200, '']);
    for (const name of names) {
      expect(head.headers[name]).toBeDefined();
      expect(head.headers[name]).toBe(whole.headers[name]);
    }
  });

  test('is told by OPTIONS which methods there are, with and without other origins', async () => {
    for (const at of [address, openAddress])
      for (const [path, allow] of [
        [FILE, 'GET, HEAD, OPTIONS'],
        ['/exports/frameworks/four-pillar-1.json', 'GET, HEAD, OPTIONS'],
        ['/graphql', 'GET, HEAD, POST, OPTIONS'],
        ['/schema.graphql', 'GET, HEAD, OPTIONS'],
        ['/evidence/uploads/x', 'PUT, OPTIONS'],
      ]) {
        const { status, headers, body } = await send('OPTIONS', `${at}${path}`);
        expect([path, status, headers['allow'], body]).toEqual([path, 204, allow, '']);
      }
  });

  test('and one of a page elsewhere is let in, or not, as before', async () => {
    const asking = { origin: 'https://d.example', 'access-control-request-method': 'GET' };
    const [closed, letIn] = [
      await send('OPTIONS', `${address}${FILE}`, asking),
      await send('OPTIONS', `${openAddress}${FILE}`, asking),
    ];

    expect(closed.headers['access-control-allow-origin']).toBeUndefined();
    expect(letIn.headers).toMatchObject({
      'access-control-allow-origin': '*',
      'access-control-allow-methods': 'GET, POST, PUT',
    });
  });

  test.each(['POST', 'PUT', 'DELETE', 'PATCH', 'PROPFIND', 'LOCK'])(
    'is told that %s is no method of a file, and which are',
    async (method) => {
      const type = { 'content-type': 'application/xml' };
      for (const at of [address, openAddress]) {
        const { status, headers, body } = await send(method, `${at}${FILE}`, type, '<x/>');
        expect([status, headers['allow']]).toEqual([405, 'GET, HEAD, OPTIONS']);
        expect(headers['content-type']).toBe('application/problem+json; charset=utf-8');
        expect(JSON.parse(body)).toMatchObject({
          status: 405,
          code: 'METHOD_NOT_ALLOWED',
          message: `This address does not take ${method}. Use GET, HEAD.`,
        });
      }
    },
  );

  test('is told the same at every address, in its form', async () => {
    for (const path of ['/health/ready', '/schema.graphql', '/graphiql', '/evidence/x'])
      expect([path, (await send('DELETE', `${address}${path}`)).status]).toEqual([path, 405]);
    const graph = await send('DELETE', `${address}/graphql`);
    expect([graph.status, graph.headers['allow']]).toEqual([405, 'GET, HEAD, POST, OPTIONS']);
    expect(JSON.parse(graph.body).errors[0].extensions.code).toBe('METHOD_NOT_ALLOWED');
  });

  test('is told that an address is unknown, whatever the method', async () => {
    for (const method of ['GET', 'DELETE', 'OPTIONS']) {
      const { status, headers, body } = await send(method, `${address}/exports/nothing.csv`);
      expect([method, status, headers['allow'], headers['cache-control']]).toEqual([
        method,
        404,
        undefined,
        'no-store',
      ]);
      expect(JSON.parse(body).code).toBe('ADDRESS_UNKNOWN');
    }
  });
});

test('crawlers and browsers find what they ask every site for', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'hub-console-'));
  await writeFile(join(folder, 'index.html'), '<!doctype html><title>x</title>');
  await writeFile(join(folder, 'icon.svg'), '<svg xmlns="http://www.w3.org/2000/svg"/>');
  const other = await startHub({ sharing: hub.databaseUrl, now, consoleFolder: folder });
  const at = await other.server.listen({ host: '127.0.0.1', port: 0 });
  const [robots, without, icon] = [
    await fetch(`${at}/robots.txt`),
    await fetch(`${address}/favicon.ico`),
    await fetch(`${at}/favicon.ico`),
  ];

  expect([robots.status, robots.headers.get('content-type')]).toEqual([
    200,
    expect.stringContaining('text/plain'),
  ]);
  const text = await robots.text();
  expect(text).toMatch(/^User-agent: \*\n/);
  for (const path of ['/graphql', '/exports/']) expect(text).toContain(`Disallow: ${path}\n`);
  expect(without.status).toBe(204);
  expect([icon.status, icon.headers.get('content-type')]).toEqual([200, 'image/svg+xml']);
  await other.close();
  await rm(folder, { recursive: true });
});

describe('the graph', () => {
  const QUERY = encodeURIComponent('{ administrativeUnit(code: "68") { code } }');

  test('takes parameters that are empty as if they were left out', async () => {
    const left = await send('GET', `${address}/graphql?query=${QUERY}`);
    const empty = await send(
      'GET',
      `${address}/graphql?query=${QUERY}&operationName=&variables=&extensions=`,
    );

    expect(JSON.parse(left.body).data).toEqual({ administrativeUnit: { code: '68' } });
    expect([empty.status, empty.body]).toEqual([200, left.body]);
    expect(empty.headers['etag']).toBe(left.headers['etag']);
  });

  test('still refuses parameters that are given and wrong, and an empty query', async () => {
    const wrong = await send('GET', `${address}/graphql?query=${QUERY}&variables=x&extensions=`);
    const nothing = await send('GET', `${address}/graphql?query=&variables=`);

    expect([wrong.status, nothing.status]).toEqual([400, 400]);
  });

  test('keeps an answer under one name, however its parameters were left out', async () => {
    const keeping = await startHub({ sharing: hub.databaseUrl, now, cacheMegabytes: 1 });
    const ask = (rest: string) => keeping.server.inject({ url: `/graphql?query=${QUERY}${rest}` });

    const first = await ask('&operationName=&variables=');
    // By now it is kept: what was asked later is answered.
    await ask('&operationName=&variables=&extensions=');
    const count = await keeping.countStatements(async () => void (await ask('')), {
      keeping: true,
    });

    expect(first.statusCode).toBe(200);
    // Only the state of the data is read again.
    expect(count).toBe(1);
    await keeping.close();
  });

  test('refuses a subscription, with the address that takes it', async () => {
    const query = 'subscription { unitProgressChanged(unit: "x") { name } }';
    for (const language of ['en', 'vi'])
      for (const accept of [
        'application/json',
        'application/graphql-response+json',
        'text/event-stream',
      ]) {
        const { status, headers, body } = await send(
          'POST',
          `${address}/graphql`,
          { 'content-type': 'application/json', accept, 'accept-language': language },
          JSON.stringify({ query }),
        );
        const { data, errors } = JSON.parse(body);
        expect([status, data, headers['cache-control']]).toEqual([
          400,
          undefined,
          'private, no-store',
        ]);
        expect(errors).toHaveLength(1);
        expect(errors[0].extensions).toEqual({
          code: 'SUBSCRIPTION_ELSEWHERE',
          address: '/graphql/stream',
        });
        expect(errors[0].message).toContain('/graphql/stream');
      }
  });
});

describe('what stands between', () => {
  test('passes events of a stream on at once, if it is nginx', async () => {
    const { unit } = await hub.data('{ unit: administrativeUnit(code: "68") { id } }');
    const query = `subscription { unitProgressChanged(unit: "${unit.id}") { name } }`;
    const leave = new AbortController();
    const stream = await fetch(`${address}/graphql/stream`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query }),
      signal: leave.signal,
    });

    expect(stream.headers.get('content-type')).toContain('text/event-stream');
    expect(stream.headers.get('x-accel-buffering')).toBe('no');
    leave.abort();
  });

  test('keeps neither how the hub is nor why it refused', async () => {
    for (const [path, status] of [
      ['/health/live', 200],
      ['/health/ready', 200],
      ['/nothing', 404],
      ['/exports/progress.csv?asOf=x', 400],
      ['/graphql?query=%7B', 400],
      ['/evidence/x', 404],
      ['/graphql/stream', 400],
    ] as const) {
      const told = await send('GET', `${address}${path}`);
      expect([path, told.status]).toEqual([path, status]);
      expect(told.headers['cache-control']).toContain('no-store');
    }
  });
});
