import { afterAll, beforeAll, expect, test } from '@jest/globals';
import pg from 'pg';
import { Hosts } from '../src/database/host-client.js';
import type * as preparing from '../src/database/preparing-client.js';
import { startHub, type TestHub } from './support/hub.js';
import { now } from './support/reporting.js';

let hub: TestHub;
beforeAll(async () => {
  hub = await startHub({ from: 'demo', now });
});
afterAll(() => hub.close());

const LINES = {
  counts: 'group pillar institutions completed reported',
  carried: 'carriedForward',
  targets: 'targets { standing gapPoints pacePerYear target { year percent } }',
};
const province = (report: string, fragments = '') =>
  hub.data<any>(`{ administrativeUnit(code: "67", on: "2024-12-31") {
    progress(asOf: "2024-12-31") { ${report} } } } ${fragments}`);

test('a part of a report says the same, whatever else is asked for', async () => {
  const all = await province(
    `lines { ${Object.values(LINES).join(' ')} } warnings { code message }`,
  );
  const whole = all.administrativeUnit.progress;
  expect(whole.lines.some((line: any) => line.targets.some((each: any) => each.pacePerYear))).toBe(
    true,
  );
  expect(whole.lines.some((line: any) => line.carriedForward > 0)).toBe(true);
  expect(whole.warnings.length).toBeGreaterThan(1);

  for (const part of Object.values(LINES)) {
    const alone = await province(`lines { ${part} }`);
    for (const [index, line] of alone.administrativeUnit.progress.lines.entries())
      expect(whole.lines[index]).toMatchObject(line);
  }
  const warned = await province('warnings { code message }');
  expect(warned.administrativeUnit.progress.warnings).toEqual(whole.warnings);
});

test('what fragments and other names ask for is read as well', async () => {
  const plain = await province(`lines { ${LINES.targets} }`);
  const named = await province(
    'first: lines { pillar } ...Report',
    `fragment Report on ProgressReport { second: lines { ... on ProgressLine { ...Line } } }
     fragment Line on ProgressLine { ${LINES.targets} }`,
  );
  expect(named.administrativeUnit.progress.second).toEqual(plain.administrativeUnit.progress.lines);
});

test('the pillars of an institution are the same with and without their observation', async () => {
  const ask = (fields: string) =>
    hub.data<any>(`{ institutions(first: 30, orderBy: CODE) { nodes { pillars { ${fields} } } } }`);
  const whole = (await ask('pillar observation stage points maxPoints')).institutions.nodes;
  const parts = (await ask('pillar stage points maxPoints')).institutions.nodes;
  expect(whole).toMatchObject(parts);
  expect(whole.flatMap((each: any) => each.pillars.map((p: any) => p.observation))).toContain(
    'REPORTED',
  );
});

test.each(['2023-12-31', '2024-12-31', '2025-12-31', null])(
  'the pillars of institutions on %p are the same read as of now and as of a moment to come',
  async (asOf) => {
    const { institutions } = await hub.data<any>(
      `query ($asOf: LocalDate) { institutions(first: 100, filter: { on: $asOf }) { nodes {
        now: pillars(asOf: $asOf) { ...All }
        later: pillars(asOf: $asOf, knownAt: "2099-01-01T00:00:00Z") { ...All } } } }
      fragment All on PillarStatus { pillar observation stage points maxPoints asOf revision }`,
      { asOf },
    );
    expect(institutions.nodes.length).toBeGreaterThan(50);
    for (const each of institutions.nodes) expect(each.now).toEqual(each.later);
  },
);

test('what is kept of units is what another hub has published', async () => {
  const name = async () =>
    (await hub.data<any>('{ institutions(first: 1) { nodes { unit { name } } } }')).institutions
      .nodes[0].unit.name;
  const before = await name();
  await hub.em.execute(`update administrative_unit set name = 'Xã ' || name`);
  expect(await name()).toBe(before);
  await hub.em.execute('update publication set revision = revision + 1');
  expect(await name()).toBe(`Xã ${before}`);
});

test('a code that cannot be stored spoils the answer of nobody else', async () => {
  const question =
    'query ($code: String!) { administrativeUnit(code: $code, on: "2024-12-31") { code } }';
  const [good, bad] = await Promise.all(
    ['67', 'a\u0000'].map((code) => hub.ask<any>(question, { code })),
  );
  expect(good!.data.administrativeUnit.code).toBe('67');
  expect(bad!.errors[0]!.extensions.code).toBe('BAD_USER_INPUT');
});

test('a statement is prepared once it is sent often, and answers as before', async () => {
  // The hub prepares 150 texts at most, and has sent others before: this is one that has not.
  const alone = new URL('../src/database/preparing-client.ts?alone', import.meta.url).href;
  const { PreparingClient } = (await import(alone)) as typeof preparing;
  const client = new PreparingClient(new Hosts(hub.databaseUrl));
  await client.connect();
  try {
    const text = 'select $1::int + 1 as next';
    for (const value of [1, 2, 3, 4, 5])
      expect((await client.query<{ next: number }>(text, [value])).rows).toEqual([
        { next: value + 1 },
      ]);
    const prepared = await client.query<{ statement: string }>(
      'select statement from pg_prepared_statements',
    );
    expect(prepared.rows).toEqual([{ statement: text }]);
    await expect(client.query('select $1::int / 0', [1])).rejects.toThrow(pg.DatabaseError);
    expect((await client.query<{ next: number }>(text, [7])).rows).toEqual([{ next: 8 }]);
  } finally {
    await client.end();
  }
});
