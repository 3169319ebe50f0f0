import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { startHub, type TestHub } from './support/hub.js';
import { now } from './support/reporting.js';

const AS_OF = '2025-06-30';

let hub: TestHub;
beforeAll(async () => {
  hub = await startHub({ from: 'demo', now });
});
afterAll(() => hub.close());

/** The results of the institutions of Đắk Nông under frameworks, with their kind. */
async function results(): Promise<any[]> {
  const found: any[] = [];
  for (let after: string | null = null; ;) {
    const { administrativeUnit }: any = await hub.data(
      `query ($after: String) { administrativeUnit(code: "67", kind: PROVINCE, on: "${AS_OF}") {
        institutions(on: "${AS_OF}", first: 100, after: $after) {
          pageInfo { hasNextPage endCursor }
          nodes { code kind group frameworkResults(asOf: "${AS_OF}") {
            asOf result { level framework { code sourceStatus } sections { code points maxPoints level } } } } } } }`,
      { after },
    );
    const { nodes, pageInfo }: any = administrativeUnit.institutions;
    found.push(...nodes);
    if (!pageInfo.hasNextPage) return found;
    after = pageInfo.endCursor;
  }
}

const codesOf = (all: any[]) =>
  [...new Set(all.flatMap(({ frameworkResults: of }) => of.map(framework)))].sort();
const framework = ({ result }: any): string => result.framework.code;

test('the round of 2025 asks all reference frameworks together, the other rounds the four pillars', async () => {
  const { reportingRounds } = await hub.data(
    `{ reportingRounds(first: 20) { nodes { code frameworks { code sourceStatus } } } }`,
  );
  const asked = Object.fromEntries(
    reportingRounds.nodes.map(({ code, frameworks }: any) => [
      code,
      frameworks.map((each: any) => `${each.code} ${each.sourceStatus}`),
    ]),
  );

  expect(asked).toEqual({
    '2022': ['four-pillar ILLUSTRATIVE'],
    '2023': ['four-pillar ILLUSTRATIVE'],
    '2024': ['four-pillar ILLUSTRATIVE'],
    '2025': [
      'four-pillar ILLUSTRATIVE',
      'decision-4725-unconfirmed UNCONFIRMED',
      'vocational-illustrative ILLUSTRATIVE',
    ],
    '2026-11': ['four-pillar ILLUSTRATIVE'],
  });
});

test('schools have levels of Decision 4725, colleges and vocational institutions those of their own set', async () => {
  const all = await results();
  const reported = all.filter(({ frameworkResults }) => frameworkResults.length > 0);
  const [schools, vocational] = ['GENERAL_EDUCATION', 'COLLEGE_AND_VOCATIONAL'].map((group) =>
    reported.filter((each) => each.group === group),
  );
  const newest = (code: string, within: any[]) =>
    within
      .flatMap(({ frameworkResults }) => frameworkResults)
      .filter((each) => framework(each) === code);

  expect(codesOf(schools!)).toEqual(['decision-4725-unconfirmed', 'four-pillar']);
  expect(codesOf(vocational!)).toEqual(['four-pillar', 'vocational-illustrative']);
  for (const [code, within] of [
    ['decision-4725-unconfirmed', schools!],
    ['vocational-illustrative', vocational!],
  ] as const) {
    const levels = newest(code, within).map(({ asOf, result }) => {
      expect(asOf).toBe('2025-05-31');
      return result.level;
    });
    // Not all are alike, and nobody is at a level that the set does not have.
    expect(new Set(levels).size).toBeGreaterThan(1);
    for (const level of levels) expect([1, 2, 3]).toContain(level);
  }
  expect(newest('decision-4725-unconfirmed', schools!).length).toBeGreaterThan(100);
});

test('a question that two of the frameworks ask has one answer, and earns points in both', async () => {
  const rows = await hub.em.fork().execute(
    `select question.code as question, framework.code as kept_under, count(*)::int as answers,
       count(distinct entry.revision_id)::int as reports
     from status_update_entry as entry
     join criterion on criterion.id = entry.criterion_id
     join question on question.id = criterion.question_id
     join framework on framework.id = criterion.framework_id
     join status_update_revision as revision on revision.id = entry.revision_id
     join status_update on status_update.id = revision.update_id
     join reporting_round as round on round.id = status_update.round_id
     where round.code = '2025' and question.code in ('O5', 'O7', 'D1', 'D4', 'G5')
     group by 1, 2 order by 1, 2`,
  );

  expect(rows.map(({ question, kept_under }: any) => [question, kept_under])).toEqual(
    ['D1', 'D4', 'G5', 'O5', 'O7'].map((question) => [question, 'four-pillar']),
  );
  for (const { answers, reports } of rows as any[]) expect(answers).toBe(reports);
});

test('every row of the file of levels says how sure its framework is', async () => {
  const { body } = await hub.server.inject({
    url: `/exports/levels.jsonl?asOf=${AS_OF}&unit=67`,
  });
  const rows = body
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
  const told = new Set(rows.map((row) => `${row.framework} ${row.source_status}`));

  expect([...told].sort()).toEqual([
    'decision-4725-unconfirmed UNCONFIRMED',
    'four-pillar ILLUSTRATIVE',
    'vocational-illustrative ILLUSTRATIVE',
  ]);
});

test('the indicators of Decision 4725 and of the vocational set have figures of their own', async () => {
  const { administrativeUnit } = await hub.data(
    `{ administrativeUnit(code: "67", kind: PROVINCE, on: "${AS_OF}") {
      progress(asOf: "${AS_OF}", indicators: ["decision-4725-level-2", "vocational-level-2", "ALL_FOUR"]) {
        lines { group indicator { code } institutions completed reported } } } }`,
  );
  const { lines } = administrativeUnit.progress;
  const lineOf = (group: string, code: string) =>
    lines.find((line: any) => line.group === group && line.indicator.code === code);

  for (const [group, code] of [
    ['GENERAL_EDUCATION', 'decision-4725-level-2'],
    ['COLLEGE_AND_VOCATIONAL', 'vocational-level-2'],
  ] as const) {
    const [line, four] = [lineOf(group, code), lineOf(group, 'ALL_FOUR')];
    // Only the round of 2025 asked, so fewer have reported than on the four pillars.
    expect(line.institutions).toBe(four.institutions);
    expect(line.reported).toBeGreaterThan(0);
    expect(line.reported).toBeLessThan(four.reported);
    expect(line.completed).toBeGreaterThan(0);
    expect(line.completed).toBeLessThan(line.reported);
  }
});
