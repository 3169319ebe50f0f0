import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { sql } from 'kysely';
import { databaseOf } from '../src/database/orm.js';
import { askTheFirst } from './support/asking.js';
import { startHub, type TestHub } from './support/hub.js';
import { now } from './support/reporting.js';

let hub: TestHub;
beforeAll(async () => {
  hub = await startHub({ from: 'demo', now });
});
afterAll(() => hub.close());

const LINES = `lines { group pillar institutions completed reported percent
  targets { target { year } standing gapPoints institutionsToGo pacePerYear requiredPacePerYear expectedPercent } }`;

const linesOfProvince = (on: string, progress: string) =>
  hub
    .data(
      `{ administrativeUnit(code: "67", kind: PROVINCE, on: "${on}") { progress(${progress}) { ${LINES} } } }`,
    )
    .then(({ administrativeUnit }) => administrativeUnit.progress.lines as any[]);

describe('a round that nobody has answered is no point of the trend', () => {
  const NO_TREND = {
    standing: 'NO_TREND',
    pacePerYear: null,
    requiredPacePerYear: null,
    expectedPercent: null,
  };
  const standings = (lines: any[]) =>
    lines.flatMap(({ targets }) =>
      targets.map(({ standing, pacePerYear, requiredPacePerYear, expectedPercent }: any) => ({
        standing,
        pacePerYear,
        requiredPacePerYear,
        expectedPercent,
      })),
    );

  test('by what was known when the second round had no approval yet', async () => {
    const lines = await linesOfProvince(
      '2024-12-31',
      'asOf: "2023-12-31", knownAt: "2023-05-01T00:00:00Z"',
    );

    expect(lines.filter(({ reported }) => reported > 0)).toHaveLength(10);
    expect(standings(lines)).toEqual(Array.from({ length: 20 }, () => NO_TREND));
  });

  test('by the counts of now', async () => {
    const asked = 'asOf: "2022-12-31"';
    const before = await linesOfProvince('2024-12-31', asked);
    await sql`
      insert into reporting_round (unit_id, code, name_vi, name_en, opens_on, due_on,
        reference_date, closes_on, source_status, version)
      select unit_id, '2022-9', name_vi, name_en, '2022-09-01', '2022-09-30',
        '2022-09-30', '2022-10-15', source_status, 1
      from reporting_round where code = '2022'`.execute(databaseOf(hub.em));
    await askTheFirst(hub.em);

    expect(await linesOfProvince('2024-12-31', asked)).toEqual(before);
    expect(standings(before)).toEqual(Array.from({ length: 20 }, () => NO_TREND));
  });

  test('and two rounds that were answered still make one', async () => {
    const lines = await linesOfProvince('2024-12-31', 'asOf: "2023-12-31"');

    for (const { standing, pacePerYear } of lines.flatMap(({ targets }) => targets)) {
      expect(standing).not.toBe('NO_TREND');
      expect(pacePerYear).toEqual(expect.any(Number));
    }
  });
});

test('nobody is judged without institutions or without a report, also after the due date', async () => {
  const { administrativeUnits } = await hub.data(`{
    administrativeUnits(first: 100, filter: { kind: COMMUNE }) {
      nodes { progress(asOf: "2031-01-01") { standingMethod { version } ${LINES} } } } }`);
  const lines = administrativeUnits.nodes.flatMap(({ progress }: any) => {
    expect(progress.standingMethod.version).toBe(2);
    return progress.lines;
  });
  const empty = lines.filter(({ institutions }: any) => institutions === 0);
  const silent = lines.filter(
    ({ institutions, reported }: any) => institutions > 0 && reported === 0,
  );
  const reported = lines.filter((line: any) => line.reported > 0);

  expect(empty.length).toBeGreaterThan(0);
  expect(silent.length).toBeGreaterThan(0);
  expect(reported.length).toBeGreaterThan(0);
  const nothing = {
    standing: 'NO_DATA',
    gapPoints: null,
    pacePerYear: null,
    requiredPacePerYear: null,
    expectedPercent: null,
  };
  for (const { targets } of [...empty, ...silent]) {
    expect(targets).toHaveLength(1);
    expect(targets[0]).toMatchObject(nothing);
  }
  expect(
    new Set(reported.flatMap(({ targets }: any) => targets.map(({ standing }: any) => standing))),
  ).toContain('MISSED');
});

test('an export says the same of them: no gap, and no target missed', async () => {
  const { body } = await hub.server.inject('/exports/progress.jsonl?asOf=2031-01-01&only=COMMUNE');
  const records = body
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
  const without = records.filter(({ reported }) => reported === 0);

  expect(without.length).toBeGreaterThan(0);
  for (const record of without)
    expect(record).toMatchObject({
      target_2030_standing: 'NO_DATA',
      target_2030_gap_points: null,
      target_2030_pace_per_year: null,
    });
});
