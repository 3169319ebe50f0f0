import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { DatabaseSync } from 'node:sqlite';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { startHub, type TestHub } from './support/hub.js';
import { approve, castOf, handedIn, now, TODAY } from './support/reporting.js';

const run = promisify(execFile);

let hub: TestHub;
let address: string;
let folder: string;
let copy: string;
beforeAll(async () => {
  hub = await startHub({ from: 'demo', now });
  address = await hub.server.listen({ host: '127.0.0.1', port: 0 });
  folder = await mkdtemp(join(tmpdir(), 'hub-sqlite-'));
  copy = join(folder, 'hub.sqlite');
});
afterAll(async () => {
  await hub.close();
  await rm(folder, { recursive: true });
});

/** What the script says, run as cron runs it, without the settings of the tests. */
async function copied(from: string): Promise<string> {
  const command = ['--no-warnings', 'clients/sqlite/copy.js', copy, from, 'unit=68'];
  const { stdout } = await run(process.execPath, command, { env: {} });
  return stdout.trim();
}

/** The rows of the copy, as a reader of it has them. */
function read(statement: string): Record<string, unknown>[] {
  const database = new DatabaseSync(copy, { readOnly: true });
  try {
    return database
      .prepare(statement)
      .all()
      .map((row) => ({ ...row }));
  } finally {
    database.close();
  }
}

const all = () =>
  ['copied', 'progress', 'institutions'].map((table) => read(`select * from ${table}`));

/** The units and institutions of the graph, in the shape of the copy. */
async function ofTheGraph() {
  const { province } = await hub.data(`{ province: administrativeUnit(code: "68") { id } }`);
  const LINE = 'progress { asOf lines { group pillar institutions completed reported percent } }';
  const pages = async (field: string, filter: string, wanted: string) => {
    const found: any[] = [];
    for (let after: string | null = null, more = true; more;) {
      const { page }: any = await hub.data(
        `query ($unit: ID!, $after: String) { page: ${field}(first: 25, after: $after, filter: ${filter}) {
          pageInfo { hasNextPage endCursor } nodes { ${wanted} } } }`,
        { unit: province.id, after },
      );
      found.push(...page.nodes);
      ({ hasNextPage: more, endCursor: after } = page.pageInfo);
    }
    return found;
  };
  const { unit } = await hub.data(
    `query ($id: ID!) { unit: node(id: $id) { ... on AdministrativeUnit { id ${LINE} } } }`,
    { id: province.id },
  );
  const below = await pages('administrativeUnits', '{ under: $unit }', `id ${LINE}`);
  const progress = [unit, ...below].flatMap(({ id, progress: { asOf, lines } }: any) =>
    lines.map((line: any) => ({
      unit_id: id,
      as_of: asOf,
      group: line.group,
      pillar: line.pillar ?? 'ALL_FOUR',
      denominator: line.institutions,
      numerator: line.completed,
      reported: line.reported,
      percent: line.percent,
    })),
  );
  const walked = await pages(
    'institutions',
    '{ unit: $unit }',
    'id code name pillars { pillar stage }',
  );
  const institutions = walked.map(({ id, code, name, pillars }: any) => ({
    id,
    code,
    name,
    stage: pillars.find(({ pillar }: any) => pillar === 'DIGITAL_GOVERNANCE').stage,
  }));
  return { progress, institutions };
}

const sorted = (rows: object[]) => rows.map((row) => JSON.stringify(row)).sort();

async function expectTheGraph(): Promise<void> {
  const { progress, institutions } = await ofTheGraph();
  expect(progress.length).toBeGreaterThan(100);
  expect(
    sorted(
      read(
        'select unit_id, as_of, "group", pillar, denominator, numerator, reported, percent from progress',
      ),
    ),
  ).toEqual(sorted(progress));
  expect(institutions.length).toBeGreaterThan(100);
  expect(
    sorted(read('select id, code, name, digital_governance_stage as stage from institutions')),
  ).toEqual(sorted(institutions));
}

/** Publishes a report of a school. */
async function reportOf(school: string): Promise<void> {
  const cast = await castOf(hub, school);
  const { id, version } = await handedIn(hub, cast);
  await approve(hub, cast.reviewer, { id, version });
}

/** A way to the hub that breaks off in the middle of the second file. */
async function breakingWay(): Promise<{ server: Server; from: string }> {
  const server = createServer((request, response) => {
    const answer = async () => {
      const whole = await fetch(address + request.url!);
      const body = Buffer.from(await whole.arrayBuffer());
      const etag = whole.headers.get('etag')!;
      response.writeHead(whole.status, { etag, 'transfer-encoding': 'chunked' });
      if (!request.url!.includes('institutions')) return response.end(body);
      // At the end of a line, where nothing but the way of sending tells that there was more.
      const half = body.subarray(0, body.indexOf('\n', body.length / 2) + 1);
      response.write(half, () => response.destroy());
    };
    void answer();
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return { server, from: `http://127.0.0.1:${(server.address() as AddressInfo).port}` };
}

test('a copy in SQLite equals the graph, and a second run finds nothing to do', async () => {
  expect(await copied(address)).toMatch(/^Copied revision \d+\.$/);
  await expectTheGraph();
  expect(read('select distinct as_of from copied')).toEqual([{ as_of: TODAY }]);
  // Codes keep their zeros, and nobody’s figure has become 0.
  expect(read(`select distinct typeof(unit_code) as type from progress`)).toEqual([
    { type: 'text' },
  ]);
  expect(read('select count(*) as n from progress where denominator = 0 and percent = 0')).toEqual([
    { n: 0 },
  ]);

  const before = all();
  expect(await copied(address)).toBe('Nothing has changed.');
  expect(all()).toEqual(before);
});

test('after a publication the next run brings the copy up to the graph', async () => {
  const before = all();
  await reportOf('DN-THPT-01');

  expect(await copied(address)).toMatch(/^Copied/);
  expect(all()).not.toEqual(before);
  await expectTheGraph();
});

test('a download that breaks in the middle, or a hub that is down, leaves the old copy whole', async () => {
  const before = all();
  await reportOf('DN-THPT-08');
  const { server, from } = await breakingWay();

  await expect(copied(from)).rejects.toMatchObject({
    code: 1,
    stderr: expect.stringContaining('terminated'),
  });
  expect(all()).toEqual(before);

  server.close();
  await once(server, 'close');
  await expect(copied(from)).rejects.toMatchObject({
    code: 1,
    stderr: expect.stringContaining('ECONNREFUSED'),
  });
  expect(all()).toEqual(before);

  await copied(address);
  await expectTheGraph();
}, 120_000);
