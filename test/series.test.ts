import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import {
  PlannerProvincesSeriesDocument,
  RoundArrivalsDocument,
  SchoolPillarsSeriesDocument,
} from '../clients/typescript/src/generated/graphql.js';
import { addDays, dateInVietnam } from '../src/shared/dates.js';
import { startHub, type TestHub } from './support/hub.js';
import { demoPeople, type Headers } from './support/people.js';
import {
  approve,
  castOf,
  giveBack,
  handedIn,
  now,
  SCHOOL,
  TODAY,
  type Cast,
} from './support/reporting.js';

let hub: TestHub;
let cast: Cast;
let planner: Headers;
/** The open round, and that of 2025. */
let open: string;
let past: string;
beforeAll(async () => {
  hub = await startHub({ from: 'demo', now });
  cast = await castOf(hub);
  planner = (await demoPeople(hub))['planner']!.headers;
  // One report is approved today, one was returned, and one waits.
  const waits = await castOf(hub, 'DN-THPT-08');
  await handedIn(hub, waits);
  const returned = await castOf(hub, 'DN-THPT-05');
  const { id, version } = await handedIn(hub, returned);
  await giveBack(hub, returned.reviewer, {
    id,
    version,
    reasons: [{ criterion: 'G1', reason: 'Thiếu minh chứng' }],
  });
  const approved = await handedIn(hub, cast);
  await approve(hub, cast.reviewer, { id: approved.id, version: approved.version });
  const { reportingRounds } = await hub.data(
    '{ reportingRounds(first: 50) { nodes { id code unit { code } } } }',
  );
  open = cast.round;
  past = reportingRounds.nodes.find(
    ({ code, unit }: any) => code.includes('2025') && unit.code === '67',
  ).id;
});
afterAll(() => hub.close());

const DATES = ['2022-12-31', '2023-12-31', '2024-05-31', '2024-12-31', '2025-06-30'];
const PILLARS = [
  'DIGITAL_GOVERNANCE',
  'DIGITAL_OPERATIONS',
  'STANDARDIZED_DATA',
  'OPEN_LEARNING_RESOURCES',
];

describe('the series of several units', () => {
  const provinces = (variables: object) =>
    hub.data(PlannerProvincesSeriesDocument.toString(), variables);

  test('of all provinces of a date before July 2025, in one request, is what each alone has', async () => {
    const { administrativeUnits } = await provinces({ unitsOn: '2025-06-30', on: DATES });

    expect(administrativeUnits.nodes).toHaveLength(administrativeUnits.totalCount);
    expect(administrativeUnits.nodes.map(({ code }: any) => code)).toContain('67');
    for (const { id, progressSeries } of administrativeUnits.nodes) {
      expect(progressSeries).toHaveLength(DATES.length);
      for (const [index, on] of DATES.entries()) {
        const { node } = await hub.data(
          `query ($id: ID!, $on: LocalDate) { node(id: $id) { ... on AdministrativeUnit { progress(asOf: $on) {
            asOf lines { group pillar indicator { code } institutions completed reported percent upperPercent
              targets { target { id year percent } standing gapPoints } } } } } }`,
          { id, on },
        );
        expect(progressSeries[index]).toEqual(node.progress);
      }
    }
  });

  test('counts the institutions that a walk finds, one by one', async () => {
    const { administrativeUnits } = await provinces({
      unitsOn: '2025-06-30',
      on: ['2024-12-31'],
      groups: ['GENERAL_EDUCATION'],
      pillars: ['STANDARDIZED_DATA'],
    });
    for (const { id, progressSeries } of administrativeUnits.nodes) {
      let [institutions, completed, reported] = [0, 0, 0];
      for (let cursor: string | null = null, more = true; more;) {
        const { walked }: any = await hub.data(
          `query ($unit: ID!, $cursor: String) { walked: institutions(first: 100, after: $cursor, orderBy: ID,
            filter: { unit: $unit, on: "2024-12-31", group: GENERAL_EDUCATION }) {
            pageInfo { hasNextPage endCursor }
            nodes { pillars(asOf: "2024-12-31") { pillar observation stage } } } }`,
          { unit: id, cursor },
        );
        for (const { pillars } of walked.nodes) {
          const status = pillars.find(({ pillar }: any) => pillar === 'STANDARDIZED_DATA');
          if (status.observation === 'NOT_APPLICABLE') continue;
          institutions += 1;
          if (status.observation === 'REPORTED') reported += 1;
          if (status.stage === 'COMPLETED') completed += 1;
        }
        ({ hasNextPage: more, endCursor: cursor } = walked.pageInfo);
      }
      expect(progressSeries[0].lines).toMatchObject([{ institutions, completed, reported }]);
    }
  });

  test('by month has the last day of each, as far as the unit reaches', async () => {
    const series = async (variables: object) => {
      const { administrativeUnits } = await provinces({ ...variables, groups: [] });
      return administrativeUnits.nodes.map(({ code, progressSeries }: any) => [
        code,
        progressSeries.map(({ asOf }: any) => asOf),
      ]);
    };

    expect(await series({ months: 3, until: '2025-12-15' })).toContainEqual([
      '68',
      ['2025-10-31', '2025-11-30', '2025-12-15'],
    ]);
    // The province of today began in July 2025, and that of then ended the day before.
    expect(await series({ months: 4, until: '2025-09-15' })).toContainEqual([
      '68',
      ['2025-07-31', '2025-08-31', '2025-09-15'],
    ]);
    expect(await series({ months: 3, until: '2025-08-31', unitsOn: '2025-06-30' })).toContainEqual([
      '67',
      ['2025-06-30'],
    ]);
    expect(await series({ months: 2, unitsOn: '2025-06-30' })).toContainEqual([
      '67',
      ['2025-05-31', '2025-06-30'],
    ]);
    expect(await series({ months: 1 })).toContainEqual(['68', [TODAY]]);
  });

  test('of units at any tier under another, and of those with given ids', async () => {
    const { province, districts } = await hub.data(`{
      province: administrativeUnit(code: "67", on: "2025-06-30") { id children(first: 100) { nodes { id } } }
      districts: administrativeUnits(first: 100, filter: { kind: DISTRICT, on: "2025-06-30" }) { totalCount }
    }`);
    const communes = new Set<string>();
    for (const { id } of province.children.nodes) {
      const { node } = await hub.data(
        'query ($id: ID!) { node(id: $id) { ... on AdministrativeUnit { children(first: 100) { nodes { id } } } } }',
        { id },
      );
      for (const child of node.children.nodes) communes.add(child.id);
    }
    const under = { unitsOn: '2025-06-30', under: province.id, on: [], first: 100 };

    const found = await provinces({ ...under, kind: 'COMMUNE' });
    const between = await provinces({ ...under, kind: 'DISTRICT' });
    const named = await provinces({
      unitsOn: '2025-06-30',
      ids: [province.id, [...communes][0], cast.institution, 'nothing'],
      on: [],
    });

    expect(found.administrativeUnits.totalCount).toBe(communes.size);
    for (const { id } of found.administrativeUnits.nodes) expect(communes).toContain(id);
    expect(between.administrativeUnits.totalCount).toBe(districts.totalCount);
    expect(named.administrativeUnits.nodes.map(({ id }: any) => id)).toEqual([province.id]);
  });

  test('takes a number of statements that does not grow with the units or the dates', async () => {
    const statements = (first: number, on: string[]) =>
      hub.countStatements(() => provinces({ unitsOn: '2025-06-30', kind: 'COMMUNE', first, on }));

    expect(await statements(60, DATES)).toBe(await statements(1, DATES.slice(0, 1)));
  });

  test('has sixty dates at most, of a unit and of an institution', async () => {
    const days = Array.from({ length: 60 }, (_, day) =>
      new Date(Date.UTC(2025, 6, 1 + day)).toISOString().slice(0, 10),
    );
    for (const dates of ['months: 60', `on: ${JSON.stringify(days)}`]) {
      const { institution, administrativeUnit } = await hub.data(
        `{ institution(code: "${SCHOOL}") { indicatorSeries(${dates}) { asOf } }
           administrativeUnit(code: "68") { progressSeries(${dates}) { asOf } } }`,
      );
      // Months before the unit are left out, those that are named cannot be.
      const { length } = administrativeUnit.progressSeries;
      expect(institution.indicatorSeries).toHaveLength(60);
      expect(length).toBe(dates.startsWith('on') ? 60 : 17);
    }
  });

  test.each([
    ['on: ["2025-12-31"], months: 2', 'INVALID_SERIES'],
    ['until: "2025-12-31"', 'INVALID_SERIES'],
    ['months: 0', 'TOO_MANY_DATES'],
    ['months: 61', 'TOO_MANY_DATES'],
  ])('cannot be of %s', async (dates, code) => {
    const unit = await hub.ask(
      `{ administrativeUnit(code: "68") { progressSeries(${dates}) { asOf } } }`,
    );
    const school = await hub.ask(
      `{ institution(code: "${SCHOOL}") { indicatorSeries(${dates}) { asOf } } }`,
    );

    expect(unit.errors[0]?.extensions.code).toBe(code);
    expect(school.errors[0]?.extensions.code).toBe(code);
  });
});

describe('the series of an institution', () => {
  const series = async (variables: object, headers: Headers = {}) => {
    const { institution } = await hub.data(
      SchoolPillarsSeriesDocument.toString(),
      variables,
      headers,
    );
    return institution.indicatorSeries as any[];
  };

  test.each([SCHOOL, 'DN-THPT-05', 'DN-THPT-08'])(
    'of %s has every round that called it, and on each what it had on that date',
    async (code) => {
      const points = await series({ code, indicators: PILLARS });
      const { institution } = await hub.data(
        `{ institution(code: "${code}") { participations(first: 50) { nodes { round { id referenceDate } } } } }`,
        {},
        planner,
      );
      const called = institution.participations.nodes
        .map(({ round }: any) => [round.id, round.referenceDate])
        .sort(([, a]: any, [, b]: any) => (a < b ? -1 : 1));

      expect(points.map(({ round, asOf }) => [round.id, asOf])).toEqual(called);
      expect(points.length).toBeGreaterThan(4);
      for (const { asOf, indicators } of points) {
        const alone = await hub.data(
          `query ($code: String!, $on: LocalDate) { institution(code: $code) { pillars(asOf: $on) {
            pillar observation stage points maxPoints asOf revision update { id round { id code } } } } }`,
          { code, on: asOf },
        );
        expect(
          indicators.map(({ indicator, ...status }: any) => ({
            pillar: indicator.code,
            ...status,
          })),
        ).toEqual(alone.institution.pillars);
      }
    },
  );

  test('says of which round the report that counts is, and why there is none', async () => {
    const points = await series({ code: SCHOOL, indicators: ['STANDARDIZED_DATA'] });

    for (const { asOf, indicators } of points)
      for (const { observation, stage, points: earned, update, asOf: of } of indicators)
        if (observation === 'REPORTED') {
          expect([typeof stage, typeof earned]).toEqual(['string', 'number']);
          expect(update.round.code).toMatch(/\d/);
          expect(of <= asOf).toBe(true);
        } else expect([stage, earned, update]).toEqual([null, null, null]);
  });

  test('on dates and by month has no rounds, and all its indicators unless some are named', async () => {
    const all = await series({ code: SCHOOL, on: ['2024-12-31'] });
    const months = await series({ code: SCHOOL, months: 2, indicators: ['ALL_FOUR'] });
    const { institution } = await hub.data(
      `{ institution(code: "${SCHOOL}") { indicators(asOf: "2024-12-31") { indicator { code } stage } } }`,
    );

    expect(all).toMatchObject([{ asOf: '2024-12-31', round: null }]);
    expect(all[0].indicators.map(({ indicator, stage }: any) => [indicator.code, stage])).toEqual(
      institution.indicators.map(({ indicator, stage }: any) => [indicator.code, stage]),
    );
    expect(months.map(({ asOf, indicators }) => [asOf, indicators.length])).toEqual([
      ['2026-10-31', 1],
      [TODAY, 1],
    ]);
  });

  test('shows the public a returned report as in review, as the single status does', async () => {
    const last = async (headers: Headers) => {
      const points = await series(
        { code: 'DN-THPT-05', on: [TODAY], indicators: PILLARS },
        headers,
      );
      return new Set(points[0].indicators.map(({ observation }: any) => observation));
    };
    const single = async (headers: Headers) => {
      const { institution } = await hub.data(
        '{ institution(code: "DN-THPT-05") { pillars { observation } } }',
        {},
        headers,
      );
      return new Set(institution.pillars.map(({ observation }: any) => observation));
    };

    expect(await last({})).toEqual(await single({}));
    expect(await last(planner)).toEqual(await single(planner));
  });

  test('as known at a moment has what the single status has', async () => {
    const knownAt = '2024-01-01T00:00:00Z';
    const { institution } = await hub.data(
      `query ($knownAt: DateTime) { institution(code: "${SCHOOL}") {
        indicatorSeries(on: ["2024-12-31"], knownAt: $knownAt) { indicators { observation stage points } }
        indicators(asOf: "2024-12-31", knownAt: $knownAt) { observation stage points } } }`,
      { knownAt },
    );

    expect(institution.indicatorSeries[0].indicators).toEqual(institution.indicators);
  });
});

describe('how the reports of a round came in', () => {
  const arrivalsOf = async (variables: object, headers: Headers = planner) => {
    const { node } = await hub.data(RoundArrivalsDocument.toString(), variables, headers);
    return node;
  };

  /** All days, page by page: how many there are depends on the clock. */
  async function daysOf(variables: object): Promise<any[]> {
    const days: any[] = [];
    for (let cursor: string | null = null, more = true; more;) {
      const { arrivals } = await arrivalsOf({ ...variables, after: cursor });
      days.push(...arrivals.days.nodes);
      ({ hasNextPage: more, endCursor: cursor } = arrivals.days.pageInfo);
    }
    return days;
  }

  /** What a walk over the participations and their revisions finds: the day of each step of each institution. */
  async function walked(round: string, unit?: string) {
    const steps = { submitted: [] as string[], returned: [] as string[], approved: [] as string[] };
    let called = 0;
    for (let cursor: string | null = null, more = true; more;) {
      const { node }: any = await hub.data(
        `query ($round: ID!, $cursor: String, $unit: ID) { node(id: $round) { ... on ReportingRound {
          participations(first: 100, after: $cursor, filter: { unit: $unit }) { pageInfo { hasNextPage endCursor }
            nodes { submittedAt update { revisions { decision decidedAt takenBack { at } } } } } } } }`,
        { round, cursor, unit },
        planner,
      );
      for (const { submittedAt, update } of node.participations.nodes) {
        called += 1;
        const day = (moment: string) => dateInVietnam(new Date(moment));
        if (submittedAt) steps.submitted.push(day(submittedAt));
        const decided = (decision: string) =>
          (update?.revisions ?? [])
            .filter((each: any) => each.decision === decision && !each.takenBack)
            .map((each: any) => day(each.decidedAt))
            .sort()[0];
        if (decided('RETURNED')) steps.returned.push(decided('RETURNED'));
        if (decided('APPROVED')) steps.approved.push(decided('APPROVED'));
      }
      ({ hasNextPage: more, endCursor: cursor } = node.participations.pageInfo);
    }
    return { called, steps };
  }

  test.each([
    ['the open round', () => open],
    ['a round that is over', () => past],
  ])('%s: each day is what a walk over the institutions finds', async (_what, round) => {
    const { arrivals } = await arrivalsOf({ round: round() });
    const { called, steps } = await walked(round());

    expect(arrivals.called).toBe(called);
    expect(called).toBeGreaterThan(50);
    expect(steps.submitted.length).toBeGreaterThan(0);
    const days = await daysOf({ round: round() });
    expect(days).toHaveLength(arrivals.days.totalCount);
    days.forEach((day, index) => {
      expect(day.date).toBe(addDays(days[0].date, index));
      for (const step of ['submitted', 'returned', 'approved'] as const) {
        expect(day[step]).toBe(steps[step].filter((each) => each === day.date).length);
        expect(day[`${step}SoFar`]).toBe(steps[step].filter((each) => each <= day.date).length);
      }
    });
    const { submittedSoFar, approvedSoFar } = days.at(-1);
    expect([submittedSoFar, approvedSoFar]).toEqual([
      steps.submitted.length,
      steps.approved.length,
    ]);
  });

  test('the days reach from the opening to today at least', async () => {
    const { opensOn, arrivals } = await arrivalsOf({ round: open });
    const dates = arrivals.days.nodes.map(({ date }: any) => date);

    expect(dates).toEqual(expect.arrayContaining([opensOn, TODAY]));
  });

  test('of a unit counts its institutions only, and the units below add up', async () => {
    const { node } = await hub.data(
      `query ($round: ID!) { node(id: $round) { ... on ReportingRound { unit { id children(first: 100) { nodes { id } } }
        completeness { total { called } lines { unit { id } counts { called } } } } } }`,
      { round: open },
      planner,
    );
    const whole = (await arrivalsOf({ round: open })).arrivals;
    expect(whole.called).toBe(node.completeness.total.called);
    const [commune] = node.unit.children.nodes;
    const part = (await arrivalsOf({ round: open, unit: commune.id })).arrivals;
    const { called, steps } = await walked(open, commune.id);

    const days = await daysOf({ round: open, unit: commune.id });

    expect([part.called, days.at(-1).submittedSoFar]).toEqual([called, steps.submitted.length]);
    expect((await arrivalsOf({ round: open, unit: 'nothing' })).arrivals).toBeNull();
  });

  test.each([
    ['nobody who is signed in', () => ({})],
    ['a school', () => cast.school],
    ['a reviewer', () => cast.reviewer],
    ['a planner', () => planner],
  ])('%s sees of it what they see of completeness', async (_who, headers) => {
    const { arrivals } = await arrivalsOf({ round: open }, headers());
    const { node } = await hub.data(
      'query ($round: ID!) { node(id: $round) { ... on ReportingRound { completeness { total { called } } } } }',
      { round: open },
      headers(),
    );

    expect(arrivals?.called ?? null).toBe(node.completeness?.total.called ?? null);
  });
});
