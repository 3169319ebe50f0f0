import { createServer } from 'node:http';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test } from '@jest/globals';
import { run, type Running } from './support/command.js';
import { cloneDatabase } from './support/hub.js';

interface Span {
  traceId: string;
  spanId: string;
  parentSpanId?: string;
  name: string;
  attributes: { key: string; value: { stringValue?: string; intValue?: number } }[];
  status: { code?: number };
}

const cleanup: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const each of cleanup.splice(0).reverse()) await each();
});

/** What collects traces, as OpenTelemetry's collector does, and the spans that came. */
async function collector(status = 200) {
  const spans: Span[] = [];
  let service: unknown;
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const { resourceSpans } = JSON.parse(Buffer.concat(chunks).toString());
      for (const { resource, scopeSpans } of resourceSpans) {
        service = resource.attributes.find(({ key }: { key: string }) => key === 'service.name')
          .value.stringValue;
        for (const scope of scopeSpans) spans.push(...scope.spans);
      }
      response.writeHead(status, { 'content-type': 'application/json' }).end('{}');
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  cleanup.push(async () => {
    server.closeAllConnections();
    server.close();
  });
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}`, spans, service: () => service };
}

/** A hub on a demo of its own, and where it answers. */
async function hubWith(environment: Record<string, string>) {
  const folder = await mkdtemp(join(tmpdir(), 'edu-dx-hub-traces-'));
  const running = run('main', [], {
    ...{ PORT: '0', HUB_DATA_DIR: folder, DATABASE_URL: await cloneDatabase('demo') },
    ...environment,
  });
  cleanup.push(
    () => rm(folder, { recursive: true }),
    () => stop(running),
  );
  const out = await running.saying('/health/ready');
  return { running, address: /(http:\S+)\/graphql/.exec(out)![1]! };
}

async function stop({ process, finished }: Running) {
  process.kill('SIGTERM');
  return finished;
}

const ask = (address: string, body: object, headers: Record<string, string> = {}) =>
  fetch(`${address}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'accept-language': 'en', ...headers },
    body: JSON.stringify(body),
  });

const factsOf = ({ attributes }: Span) =>
  Object.fromEntries(
    attributes.map(({ key, value }) => [key, value.stringValue ?? Number(value.intValue)]),
  );

const UNITS =
  'query Units($name: String!) { administrativeUnits(first: 1, filter: { search: $name }) { nodes { name } } }';

test('a request, its operation and its statements are a trace, without any value of them', async () => {
  const { url, spans, service } = await collector();
  const { running, address } = await hubWith({
    OTEL_EXPORTER_OTLP_ENDPOINT: url,
    HUB_TRUST_PROXY: '127.0.0.1',
  });
  const traceparent = '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01';
  const answer = await ask(
    address,
    { query: UNITS, variables: { name: 'Gia Nghĩa' } },
    { traceparent },
  );
  const { data } = (await answer.json()) as { data: { administrativeUnits: { nodes: unknown[] } } };
  expect(data.administrativeUnits.nodes).toHaveLength(1);
  await stop(running);

  const trace = spans.filter(({ traceId }) => traceId === '0af7651916cd43dd8448eb211c80319c');
  const [request] = trace.filter(({ name }) => name === 'POST /graphql');
  expect(request!.parentSpanId).toBe('b7ad6b7169203331');
  expect(factsOf(request!)).toEqual({
    'http.request.method': 'POST',
    'http.route': '/graphql',
    'http.response.status_code': 200,
    'hub.request.id': answer.headers.get('x-request-id'),
  });
  const [operation] = trace.filter(({ parentSpanId }) => parentSpanId === request!.spanId);
  expect(factsOf(operation!)).toEqual({
    'graphql.operation.name': 'other',
    'graphql.operation.type': 'query',
  });
  const statements = trace.filter(({ parentSpanId }) => parentSpanId === operation!.spanId);
  expect(statements.length).toBeGreaterThan(0);
  for (const each of statements)
    expect(factsOf(each)).toMatchObject({ 'db.system.name': 'postgresql' });
  expect(
    statements.some((each) => /administrative_unit/.test(String(factsOf(each)['db.query.text']))),
  ).toBe(true);
  expect(JSON.stringify(spans)).not.toContain('Gia Ngh');
  expect(service()).toBe('edu-dx-hub');
});

test('a trace tells the code of an error, and goes on from nobody who is not trusted', async () => {
  const { url, spans } = await collector();
  const { running, address } = await hubWith({ OTEL_EXPORTER_OTLP_ENDPOINT: url });
  const traceparent = '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01';
  await ask(address, { query: '{ nothing }' }, { traceparent });
  await fetch(`${address}/health/live`);
  await stop(running);

  expect(spans.map(factsOf).find((facts) => 'error.type' in facts)).toMatchObject({
    'error.type': 'GRAPHQL_VALIDATION_FAILED',
  });
  expect(spans.map(({ traceId }) => traceId)).not.toContain('0af7651916cd43dd8448eb211c80319c');
  expect(spans.filter(({ name }) => name.includes('health'))).toEqual([]);
});

test('a collector that is away changes no answer, and is told of once', async () => {
  const { running, address } = await hubWith({
    OTEL_EXPORTER_OTLP_ENDPOINT: 'http://127.0.0.1:1',
    OTEL_BSP_SCHEDULE_DELAY: '50',
    OTEL_EXPORTER_OTLP_TIMEOUT: '200',
  });
  for (let one = 0; one < 3; one += 1) {
    expect((await ask(address, { query: '{ __typename }' })).status).toBe(200);
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
  const { err, status } = await stop(running);

  expect(err.match(/traces cannot be sent/g)).toHaveLength(1);
  expect(status).toBe(0);
});
