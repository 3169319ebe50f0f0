import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { startHub, type TestHub } from './support/hub.js';

let hub: TestHub;
beforeAll(async () => {
  hub = await startHub({ from: 'demo', now: () => new Date('2026-11-23T00:00:00Z') });
});
afterAll(() => hub.close());

const LINES = `lines {
  group pillar institutions completed reported inReview notReported carriedForward notApplicable
  percent percentOfReported upperPercent coveragePercent
  targets { target { year percent } gapPoints institutionsToGo pacePerYear requiredPacePerYear expectedPercent standing }
}`;

/** Every institution of a unit on a date, with its pillars, page by page. */
async function walk(unit: { code: string; on: string }, asOf: string): Promise<any[]> {
  const found: any[] = [];
  for (let after: string | null = null, more = true; more;) {
    const { unit: page }: any = await hub.data(
      `query ($code: String!, $on: LocalDate!, $asOf: LocalDate!, $after: String) {
        unit: administrativeUnit(code: $code, kind: PROVINCE, on: $on) {
          institutions(on: $asOf, first: 100, after: $after) {
            nodes { group pillars(asOf: $asOf) { pillar observation stage } }
            pageInfo { hasNextPage endCursor }
          }
        }
      }`,
      { ...unit, asOf, after },
    );
    found.push(...page.institutions.nodes);
    ({ endCursor: after, hasNextPage: more } = page.institutions.pageInfo);
  }
  return found;
}

test('the planner’s question is answered in one request, and a walk over the institutions gives the same counts', async () => {
  const { administrativeUnit } = await hub.data(`{
    administrativeUnit(code: "67", on: "2024-12-31") {
      name
      children(first: 10) { totalCount }
      progress(asOf: "2024-12-31") { ${LINES} warnings { code } }
    }
  }`);
  const institutions = await walk({ code: '67', on: '2024-12-31' }, '2024-12-31');

  expect(administrativeUnit).toMatchObject({ name: 'Tỉnh Đắk Nông', children: { totalCount: 8 } });
  expect(administrativeUnit.progress.lines).toHaveLength(10);
  for (const line of administrativeUnit.progress.lines) {
    const statuses = institutions
      .filter(({ group }) => group === line.group)
      .map(({ pillars }) => {
        const applicable = pillars.filter(
          ({ observation }: any) => observation !== 'NOT_APPLICABLE',
        );
        return line.pillar === null
          ? {
              observation: applicable[0].observation,
              completed: applicable.every(({ stage }: any) => stage === 'COMPLETED'),
            }
          : pillars
              .filter(({ pillar }: any) => pillar === line.pillar)
              .map(({ observation, stage }: any) => ({
                observation,
                completed: stage === 'COMPLETED',
              }))[0];
      });
    const count = (...observations: string[]) =>
      statuses.filter(({ observation }) => observations.includes(observation)).length;
    expect(line).toMatchObject({
      institutions: statuses.length - count('NOT_APPLICABLE'),
      completed: statuses.filter(({ completed }) => completed).length,
      reported: count('REPORTED'),
      inReview: count('IN_REVIEW', 'RETURNED'),
      notReported: count('NOT_REPORTED', 'NOT_YET_DUE'),
      notApplicable: count('NOT_APPLICABLE'),
    });
  }
});

test('the three states add up, and the four percentages follow from the counts', async () => {
  const { administrativeUnit } = await hub.data(
    `{ administrativeUnit(code: "67", on: "2024-12-31") { progress(asOf: "2024-12-31") { ${LINES} } } }`,
  );

  for (const line of administrativeUnit.progress.lines) {
    const { institutions, completed, reported, inReview, notReported } = line;
    expect(reported + inReview + notReported).toBe(institutions);
    expect(line.percent).toBeCloseTo((completed / institutions) * 100, 9);
    expect(line.upperPercent).toBeCloseTo(
      ((completed + inReview + notReported) / institutions) * 100,
      9,
    );
    expect(line.percentOfReported).toBeCloseTo((completed / reported) * 100, 9);
    expect(line.coveragePercent).toBeCloseTo((reported / institutions) * 100, 9);
    for (const { target, gapPoints, institutionsToGo } of line.targets) {
      expect(gapPoints).toBeCloseTo(target.percent - line.percent, 9);
      expect(institutionsToGo).toBe(
        Math.max(0, Math.ceil((target.percent * institutions) / 100) - completed),
      );
    }
  }
});

test('targets of 2025 and 2030 hold for a province, its districts and its communes', async () => {
  const { province, commune } = await hub.data(`{
    province: administrativeUnit(code: "67", on: "2024-12-31") { progress { lines { targets { target { year sourceStatus plan { document } } } } } }
    commune: administrativeUnit(code: "24611", on: "2024-12-31") { progress { lines { targets { target { year sourceStatus plan { document } } } } } }
  }`);

  for (const { progress } of [province, commune])
    for (const { targets } of progress.lines)
      expect(targets.map(({ target }: any) => target)).toEqual(
        [2025, 2030].map((year) => ({
          year,
          sourceStatus: 'ILLUSTRATIVE',
          plan: { document: 'MINH-HOA-01' },
        })),
      );
});

test('today’s province counts yesterday’s when it is asked on its own borders', async () => {
  const { old, restated } = await hub.data(`{
    old: administrativeUnit(code: "67", on: "2024-12-31") { progress(asOf: "2024-12-31") { lines { institutions completed reported inReview } } }
    restated: administrativeUnit(code: "68", on: "2026-01-01") {
      progress(asOf: "2024-12-31", basis: CURRENT_UNITS) { basis lines { institutions completed reported inReview } }
    }
  }`);

  expect(restated.progress.basis).toBe('CURRENT_UNITS');
  expect(restated.progress.lines).toEqual(old.progress.lines);
  expect(old.progress.lines[0].institutions).toBeGreaterThan(300);
});

test('after the last round the figures are carried forward', async () => {
  const { administrativeUnit } = await hub.data(
    `{ administrativeUnit(code: "68") { progress(basis: CURRENT_UNITS) { asOf lines { reported carriedForward } } } }`,
  );
  const { asOf, lines } = administrativeUnit.progress;

  expect(asOf).toBe('2026-11-23');
  expect(
    lines.every(
      ({ reported, carriedForward }: any) => carriedForward > 0 && carriedForward < reported,
    ),
  ).toBe(true);
});

test('a date outside the unit’s span is refused, and the message names who to ask', async () => {
  const late = await hub.ask(
    `{ administrativeUnit(code: "67", on: "2025-01-01") { progress(asOf: "2025-07-01") { asOf } } }`,
  );
  const early = await hub.ask(
    `{ administrativeUnit(code: "68", on: "2026-01-01") { progress(asOf: "2025-06-30") { asOf } } }`,
    {},
    { 'accept-language': 'vi' },
  );

  expect(late.errors[0]).toMatchObject({
    message:
      'Tỉnh Đắk Nông (PROVINCE 67) ended on 2025-06-30, before 2025-07-01. Its successor: Tỉnh Lâm Đồng (PROVINCE 68); ask that unit instead.',
    path: ['administrativeUnit', 'progress'],
    extensions: { code: 'OUTSIDE_UNIT_SPAN', validFrom: null, validTo: '2025-06-30' },
  });
  expect(early.errors[0]!.message).toBe(
    'Tỉnh Lâm Đồng (PROVINCE 68) bắt đầu ngày 2025-07-01, sau ngày 2025-06-30. Hãy hỏi đơn vị tiền thân (Tỉnh Bình Thuận (PROVINCE 60), Tỉnh Đắk Nông (PROVINCE 67), Tỉnh Lâm Đồng (PROVINCE 68)), hoặc dùng basis: CURRENT_UNITS để tính lại theo địa giới hiện nay.',
  );
});

test('the date defaults to today, or to the last day of a unit that has ended', async () => {
  const { ended, alive } = await hub.data(`{
    ended: administrativeUnit(code: "67", on: "2024-01-01") { progress { asOf } }
    alive: administrativeUnit(code: "68") { progress { asOf knownAt } }
  }`);

  expect(ended.progress.asOf).toBe('2025-06-30');
  expect(alive.progress.asOf).toBe('2026-11-23');
  expect(Date.parse(alive.progress.knownAt)).toBeGreaterThanOrEqual(Date.parse('2026-11-23'));
});

test('today is the date in Vietnam', async () => {
  const late = await startHub({ from: 'demo', now: () => new Date('2026-11-23T17:00:00Z') });

  const { administrativeUnit } = await late.data(
    `{ administrativeUnit(code: "68") { progress { asOf } } }`,
  );

  expect(administrativeUnit.progress.asOf).toBe('2026-11-24');
  await late.close();
});

test('a series answers the dates asked for, or the reference dates of the rounds', async () => {
  const { administrativeUnit } = await hub.data(`{
    administrativeUnit(code: "67", on: "2024-12-31") {
      rounds: progressSeries { asOf lines { pillar reported } }
      asked: progressSeries(on: ["2024-12-31", "2022-01-01"]) { asOf lines { pillar reported } }
      one: progress(asOf: "2024-12-31") { lines { pillar reported } }
    }
  }`);
  const { rounds, asked, one } = administrativeUnit;

  expect(rounds.map(({ asOf }: any) => asOf)).toEqual([
    '2022-05-31',
    '2023-05-31',
    '2024-05-31',
    '2025-05-31',
  ]);
  const reported = rounds.map(({ lines }: any) => lines[0].reported);
  expect([...reported].sort((a, b) => a - b)).toEqual(reported);
  expect(new Set(reported).size).toBe(4);
  expect(asked.map(({ asOf }: any) => asOf)).toEqual(['2024-12-31', '2022-01-01']);
  expect(asked[0].lines).toEqual(one.lines);
  expect(asked[1].lines.every((line: any) => line.reported === 0)).toBe(true);
});

test('what was known before the first approval is nothing, and the missing are not zeros', async () => {
  const { administrativeUnit } = await hub.data(
    `{ administrativeUnit(code: "67", on: "2024-12-31") { progress(asOf: "2024-12-31", knownAt: "2022-04-01T00:00:00Z") { lines { institutions reported inReview notReported percent percentOfReported upperPercent coveragePercent targets { standing } } } } }`,
  );

  for (const line of administrativeUnit.progress.lines)
    expect(line).toMatchObject({
      reported: 0,
      inReview: 0,
      notReported: line.institutions,
      percent: 0,
      percentOfReported: null,
      upperPercent: 100,
      coveragePercent: 0,
      targets: [{ standing: 'NO_DATA' }, { standing: 'NO_DATA' }],
    });
});

test('a unit in which nobody is counted has no percentage', async () => {
  const { administrativeUnit } = await hub.data(
    `{ administrativeUnit(code: "60", on: "2024-12-31") { progress { lines { institutions percent upperPercent targets { gapPoints } } } } }`,
  );

  expect(administrativeUnit.progress.lines[0]).toEqual({
    institutions: 0,
    percent: null,
    upperPercent: null,
    targets: [],
  });
});

test('lines can be limited to groups and pillars', async () => {
  const { administrativeUnit } = await hub.data(
    `{ administrativeUnit(code: "68") { progress(groups: [COLLEGE_AND_VOCATIONAL], pillars: [STANDARDIZED_DATA]) { lines { group pillar } } } }`,
  );

  expect(administrativeUnit.progress.lines).toEqual([
    { group: 'COLLEGE_AND_VOCATIONAL', pillar: 'STANDARDIZED_DATA' },
  ]);
});

test('every answer says that the demo is illustrative, and so do the warnings', async () => {
  const answer = await hub.ask(
    `{ administrativeUnit(code: "67", on: "2024-12-31") { progress { standingMethod { id version } warnings { code group institutions message } } } }`,
  );
  const { progress } = answer.data.administrativeUnit;

  expect(answer.extensions.data).toMatchObject({ revision: 1, licence: null, illustrative: true });
  expect(progress.standingMethod).toEqual({ id: 'linear-pace', version: 2 });
  expect(progress.warnings.map(({ code, group }: any) => [code, group])).toEqual([
    ['UNSETTLED_LOCATION', null],
    ['LOW_COVERAGE', 'GENERAL_EDUCATION'],
    ['LOW_COVERAGE', 'COLLEGE_AND_VOCATIONAL'],
    ['ILLUSTRATIVE_TARGET', null],
    ['ILLUSTRATIVE_DATA', null],
  ]);
});
