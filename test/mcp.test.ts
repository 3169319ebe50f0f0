import { readdirSync, readFileSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client, StreamableHTTPClientTransport } from '@modelcontextprotocol/client';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { parse } from 'graphql';
import { PUBLIC_DOCUMENTS } from '../src/mcp/tools.js';
import { startHub, type TestHub } from './support/hub.js';
import { demoPeople } from './support/people.js';
import { now } from './support/reporting.js';

let hub: TestHub;
let address: URL;
let client: Client;
beforeAll(async () => {
  hub = await startHub({ from: 'demo', now });
  address = new URL('/mcp', await hub.server.listen({ host: '127.0.0.1', port: 0 }));
  client = await connected();
});
afterAll(async () => {
  await client.close();
  await hub.close();
});

async function connected(headers: Record<string, string> = {}): Promise<Client> {
  const made = new Client({ name: 'a test', version: '1.0.0' });
  const requestInit = { headers: { 'accept-language': 'en', ...headers } };
  await made.connect(new StreamableHTTPClientTransport(address, { requestInit }));
  return made;
}

const FOLDER = new URL('../schema/operations/', import.meta.url);
const documents = new Map(
  readdirSync(FOLDER).map((file): [string, string] => [
    file.replace('.graphql', ''),
    readFileSync(new URL(file, FOLDER), 'utf8'),
  ]),
);

/** Calls a tool, and gives what it says as data. */
async function call(name: string, variables: object, by = client): Promise<any> {
  const { structuredContent, content, isError } = await by.callTool({
    name,
    arguments: { ...variables },
  });
  expect(JSON.parse((content as { text: string }[])[0]!.text)).toEqual(structuredContent ?? null);
  return { ...(structuredContent as object), isError: isError ?? false };
}

test('an assistant is told how to read figures, and finds every public document as a tool that only reads', async () => {
  expect(client.getInstructions()).toContain('unknown, not zero');

  const { tools } = await client.listTools();

  const named = [...documents.values()].flatMap((text) =>
    parse(text).definitions.flatMap((each) =>
      'name' in each && each.name && PUBLIC_DOCUMENTS.has(each.name.value) ? [each.name.value] : [],
    ),
  );
  expect(named.sort()).toEqual([...PUBLIC_DOCUMENTS].sort());
  expect(tools).toHaveLength(PUBLIC_DOCUMENTS.size);
  expect(tools.every(({ annotations }) => annotations?.readOnlyHint)).toBe(true);
  expect(tools.filter(({ name }) => !documents.has(name))).toEqual([]);
  expect(
    tools.filter(({ description }) => !/^(A|An|Anybody) .{30,}[.?]$/.test(description ?? '')),
  ).toEqual([]);
});

test('a tool says of each variable what it means, which values it takes, and whether it is needed', async () => {
  const { tools } = await client.listTools();

  const tool = tools.find(({ name }) => name === 'planner-progress')!;

  expect(tool.inputSchema).toMatchObject({
    type: 'object',
    required: ['code'],
    additionalProperties: false,
    properties: {
      code: { type: 'string', description: expect.stringMatching(/./) },
      kind: { enum: expect.arrayContaining(['PROVINCE', 'COMMUNE']), default: 'PROVINCE' },
      asOf: { type: 'string', format: 'date' },
    },
  });
});

test('a tool answers what the graph answers, with numerator, denominator, coverage, date and source', async () => {
  const variables = { code: '68', asOf: '2026-11-30' };
  const asked = await hub.ask(documents.get('planner-progress')!, variables);

  const { data, source, isError } = await call('planner-progress', variables);

  expect(isError).toBe(false);
  expect(data).toEqual(asked.data);
  expect(source).toMatchObject({
    document: 'planner-progress',
    variables,
    ...asked.extensions.data,
  });
  const { progress } = data.administrativeUnit;
  expect(progress.asOf).toBe('2026-11-30');
  for (const line of progress.lines)
    expect(Object.keys(line)).toEqual(
      expect.arrayContaining(['completed', 'institutions', 'percent', 'coveragePercent']),
    );
});

describe('every tool', () => {
  test.each([...documents].filter(([name]) => PUBLIC_DOCUMENTS.has(pascal(name))))(
    '%s that gives percentages gives their numerators, denominators, coverage and date as well',
    (_name, text) => {
      const fields = new Set(text.replaceAll(/^#.*$/gm, '').match(/\b[a-z][A-Za-z]+\b/g));
      const isFigure = fields.has('percent') && (fields.has('lines') || fields.has('line'));
      const missing = [
        ['completed'],
        ['institutions'],
        ['coveragePercent', 'reported'],
        ['asOf', 'from'],
      ].filter((names) => !names.some((name) => fields.has(name)));
      expect(isFigure ? missing : []).toEqual([]);
    },
  );
});

function pascal(name: string): string {
  return name.replace(/(^|-)([a-z])/g, (_match, _dash, letter: string) => letter.toUpperCase());
}

test('what is wrong with a question comes as the result, in the sender’s language, with what to do', async () => {
  const inVietnamese = await connected({ 'accept-language': 'vi' });

  const unknown = await call('planner-progress', { code: '68', asOf: 'yesterday' });
  const said = await call('planner-progress', { code: '68', asOf: 'hôm qua' }, inVietnamese);
  const missing = await client.callTool({ name: 'status-update-approve', arguments: {} });

  expect(unknown).toMatchObject({ isError: true, data: null });
  expect(unknown.errors[0].message).toContain('asOf');
  expect(said.errors[0].code).toBe(unknown.errors[0].code);
  expect(missing).toMatchObject({ isError: true });
  await inVietnamese.close();
});

test('a hub that shows nothing to the public answers who signed in, and tells others to', async () => {
  const closed = await startHub({ from: 'demo', now, publicRead: false });
  const planner = (await demoPeople(closed))['planner']!.headers;
  const place = new URL('/mcp', await closed.server.listen({ host: '127.0.0.1', port: 0 }));
  const stranger = new Client({ name: 'a test', version: '1.0.0' });
  await stranger.connect(new StreamableHTTPClientTransport(place));

  const known = new Client({ name: 'a test', version: '1.0.0' });
  await known.connect(
    new StreamableHTTPClientTransport(place, { requestInit: { headers: planner } }),
  );

  const { isError, errors } = await call('rounds', {}, stranger);
  const { data } = await call('rounds', {}, known);

  expect(data.reportingRounds.nodes.length).toBeGreaterThan(0);
  expect(isError).toBe(true);
  expect(errors[0].code).toBe('PUBLIC_READ_OFF');
  await Promise.all([stranger.close(), known.close()]);
  await closed.close();
});

test('an assistant has the limits of the graph: each question costs what it costs there', async () => {
  const strict = await startHub({
    from: 'demo',
    now,
    rateLimits: { points: 3, signIns: null, databaseUrl: undefined },
  });
  const place = new URL('/mcp', await strict.server.listen({ host: '127.0.0.1', port: 0 }));
  const asking = new Client({ name: 'a test', version: '1.0.0' });
  await asking.connect(new StreamableHTTPClientTransport(place));

  const { errors, retryAfterSeconds } = await call('rounds', {}, asking);

  expect(errors[0].code).toBe('RATE_LIMITED');
  expect(retryAfterSeconds).toBeGreaterThan(0);
  await asking.close();
  await strict.close();
});

test('an argument that a tool does not have is told, and not passed over', async () => {
  const { isError, content } = await client.callTool({
    name: 'planner-progress',
    arguments: { code: '68', as_of: '2025-12-31' },
  });

  expect(isError).toBe(true);
  expect((content as { text: string }[])[0]?.text).toContain('takes no as_of. Its arguments are');
});

test('a key opens as much in either header, and a wrong one nothing', async () => {
  const closed = await startHub({ sharing: hub.databaseUrl, now, publicRead: false });
  const place = new URL('/mcp', await closed.server.listen({ host: '127.0.0.1', port: 0 }));
  const { operator } = await demoPeople(hub);
  const { apiKeyCreate } = await hub.data(
    'mutation { apiKeyCreate(input: { name: "Trợ lý", scopes: [READ_PUBLIC] }) { secret } }',
    {},
    operator?.headers,
  );
  const asked = async (headers: Record<string, string>) => {
    const by = new Client({ name: 'a test', version: '1.0.0' });
    await by.connect(new StreamableHTTPClientTransport(place, { requestInit: { headers } }));
    const { isError, errors } = await call('rounds', {}, by);
    await by.close();
    return isError ? errors[0].code : 'answered';
  };
  const key = apiKeyCreate.secret;

  expect(await asked({ 'x-api-key': key })).toBe('answered');
  expect(await asked({ authorization: `Bearer ${key}` })).toBe('answered');
  expect(await asked({ 'x-api-key': `${key}0` })).toBe('KEY_UNKNOWN');
  expect(await asked({})).toBe('PUBLIC_READ_OFF');
  await closed.close();
});

test('listening is refused with the method that there is, with a console too', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'edu-dx-hub-console-'));
  await writeFile(join(folder, 'index.html'), '<!doctype html>');
  const withConsole = await startHub({ sharing: hub.databaseUrl, now, consoleFolder: folder });

  for (const method of ['GET', 'HEAD'] as const) {
    const { statusCode, headers } = await withConsole.server.inject({ method, url: '/mcp' });
    expect([statusCode, headers.allow]).toEqual([405, 'POST, OPTIONS']);
  }
  expect((await withConsole.server.inject('/nowhere')).statusCode).toBe(404);
  await withConsole.close();
  await rm(folder, { recursive: true });
});

test('pages of other origins are refused, unless the operator named them', async () => {
  const from = (origin: string, on = hub) =>
    on.server.inject({
      method: 'POST',
      url: '/mcp',
      headers: {
        origin,
        host: 'hub.example',
        'content-type': 'application/json',
        accept: 'application/json, text/event-stream',
      },
      payload: { jsonrpc: '2.0', id: 1, method: 'tools/list', params: {} },
    });
  const open = await startHub({ from: 'demo', now, corsOrigins: ['https://one.example'] });

  const statuses = [
    await from('https://two.example'),
    await from('https://hub.example'),
    await from('https://one.example', open),
    await from('https://two.example', open),
  ].map(({ statusCode }) => statusCode);

  expect(statuses).toEqual([403, 200, 200, 403]);
  await open.close();
});

test('what is not of the protocol is refused in its form, and nothing is left listening', async () => {
  const post = (payload: string, type = 'application/json') =>
    hub.server.inject({
      method: 'POST',
      url: '/mcp',
      headers: { 'content-type': type, accept: 'application/json, text/event-stream' },
      payload,
    });

  const answers = {
    noJson: await post('{'),
    otherType: await post('<a/>', 'application/xml'),
    get: await hub.server.inject({ method: 'GET', url: '/mcp' }),
    removed: await hub.server.inject({ method: 'DELETE', url: '/mcp' }),
  };

  expect(answers.noJson.statusCode).toBe(400);
  expect(answers.noJson.json()).toMatchObject({ jsonrpc: '2.0', error: { code: -32700 } });
  expect(answers.otherType.statusCode).toBe(415);
  expect([answers.get.statusCode, answers.get.headers.allow]).toEqual([405, 'POST, OPTIONS']);
  expect(answers.removed.statusCode).toBe(405);
});
