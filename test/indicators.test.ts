import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { changeRules } from '../src/counts/progress-count.service.js';
import { verifyCounts } from '../src/counts/rebuild.service.js';
import { publish } from '../src/database/publish.js';
import { recordIndicators } from '../src/indicators/indicator.service.js';
import { startHub, UNBOUNDED, type TestHub } from './support/hub.js';
import { idOfUnit, signIn, type Headers } from './support/people.js';
import { OWN_INDICATOR } from './support/own-indicator.js';
import { lastMoment } from './support/planning.js';
import { reference } from './support/reference-frameworks.js';
import { now, TODAY } from './support/reporting.js';
import { AS_OF, OLD } from './support/walk.js';

const { code: OWN, parts: PARTS } = OWN_INDICATOR;
const COUNTS =
  'institutions completed reported inReview notReported carriedForward notApplicable percent';

let hub: TestHub;
let before: any;
let knownBefore: string;
beforeAll(async () => {
  hub = await startHub({ from: 'demo', now, limits: UNBOUNDED });
  before = await report('', 'group pillar');
  knownBefore = await lastMoment(hub);
  await publish(hub.em, async (em) => {
    await changeRules(em, () => recordIndicators(em, [OWN_INDICATOR]));
    return { changed: true };
  });
});
afterAll(() => hub.close());

/** The report of the old province with these arguments. */
async function report(options: string, about = 'group pillar indicator { code }'): Promise<any> {
  const { unit } = await hub.data(
    `{ unit: administrativeUnit(${OLD}) { progress(asOf: "${AS_OF}" ${options}) {
      lines { ${about} ${COUNTS} } warnings { code } } } }`,
  );
  return unit.progress;
}

/** The status in all indicators of every school of the old province. */
async function schools(options = ''): Promise<any[]> {
  const found: any[] = [];
  for (let after: string | null = null, more = true; more;) {
    const { unit }: any = await hub.data(
      `query ($after: String) { unit: administrativeUnit(${OLD}) {
        institutions(on: "${AS_OF}", first: 100, after: $after) {
          nodes { code group indicators(asOf: "${AS_OF}" ${options}) {
            indicator { code } observation stage points maxPoints asOf revision update { id } } }
          pageInfo { hasNextPage endCursor } } } }`,
      { after },
    );
    found.push(...unit.institutions.nodes);
    ({ endCursor: after, hasNextPage: more } = unit.institutions.pageInfo);
  }
  return found;
}

const inIndicator = (school: any, code: string) =>
  school.indicators.find(({ indicator }: any) => indicator.code === code);

/** What the further frameworks of the demo decide. */
const OF_SETS = ['decision-4725-unconfirmed.json', 'vocational-illustrative.json'].flatMap((name) =>
  reference(name).newIndicators.map(({ code, name: { vi } }) => [code, vi]),
);

describe('an indicator of the hub’s own', () => {
  test('is listed after those that every hub has, with its name in the language of the request', async () => {
    const ask = (language: string) =>
      hub.data(
        '{ indicators { code name group kinds pillar parts { code } } }',
        {},
        { 'accept-language': language },
      );

    const [vi, en] = [await ask('vi'), await ask('en')];

    expect(vi.indicators.map(({ code, name }: any) => [code, name])).toEqual([
      ['DIGITAL_GOVERNANCE', 'Mô hình quản trị số'],
      ['DIGITAL_OPERATIONS', 'Hoạt động số'],
      ['STANDARDIZED_DATA', 'Chuẩn hoá dữ liệu số'],
      ['OPEN_LEARNING_RESOURCES', 'Kho học liệu số mở'],
      ['ALL_FOUR', 'Cả bốn trụ cột'],
      ...OF_SETS,
      [OWN, 'Hai trụ cột đầu'],
    ]);
    expect(en.indicators[0]).toEqual({
      code: 'DIGITAL_GOVERNANCE',
      name: 'Digital governance',
      group: null,
      kinds: null,
      pillar: 'DIGITAL_GOVERNANCE',
      parts: [],
    });
    expect(en.indicators.at(-1)).toEqual({
      code: OWN,
      name: 'The first two pillars',
      group: 'GENERAL_EDUCATION',
      kinds: null,
      pillar: null,
      parts: PARTS.map((code) => ({ code })),
    });
  });

  test('adds no line to a report that does not name it, and changes none', async () => {
    const { lines, warnings } = await report('');

    expect(lines.map(({ indicator: _, ...line }: any) => line)).toEqual(before.lines);
    expect(warnings).toEqual(before.warnings);
    expect(lines.slice(0, 5).map(({ indicator }: any) => indicator.code)).toEqual([
      'DIGITAL_GOVERNANCE',
      'DIGITAL_OPERATIONS',
      'STANDARDIZED_DATA',
      'OPEN_LEARNING_RESOURCES',
      'ALL_FOUR',
    ]);
  });

  test('has a line in its group, beside the pillars that are named', async () => {
    const { lines } = await report(`pillars: [STANDARDIZED_DATA], indicators: ["${OWN}"]`);

    expect(
      lines.map(({ group, pillar, indicator }: any) => [group, pillar, indicator.code]),
    ).toEqual([
      ['GENERAL_EDUCATION', 'STANDARDIZED_DATA', 'STANDARDIZED_DATA'],
      ['GENERAL_EDUCATION', null, OWN],
      ['COLLEGE_AND_VOCATIONAL', 'STANDARDIZED_DATA', 'STANDARDIZED_DATA'],
    ]);
  });

  test('has a line after those that are asked for where all of the hub’s own are', async () => {
    const codesOf = ({ lines }: any) =>
      lines
        .filter(({ group }: any) => group === 'GENERAL_EDUCATION')
        .map(({ indicator }: any) => indicator.code);
    const { indicators } = await hub.data('{ indicators { code group } }');
    const own = indicators
      .filter(({ group }: any) => group === 'GENERAL_EDUCATION')
      .map(({ code }: any) => code);
    const common = codesOf(await report(''));
    const whole = await report('own: true');

    expect(own).toContain(OWN);
    expect(codesOf(whole)).toEqual([...common, ...own]);
    expect(whole.lines.slice(0, 5)).toEqual((await report('')).lines.slice(0, 5));
    expect(codesOf(await report('own: true, pillars: [STANDARDIZED_DATA]'))).toEqual([
      'STANDARDIZED_DATA',
      ...own,
    ]);
    const named = await report(`indicators: ["${OWN}"]`);
    expect(named.lines).toHaveLength(1);
    expect(whole.lines).toContainEqual(named.lines[0]);
    expect(codesOf(await report(`own: true, indicators: ["${OWN}"]`))).toEqual(own);
  });

  test.each([
    ['now', ''],
    ['as was known before anybody had it', 'KNOWN'],
  ])('counts the schools whose status says so, %s', async (_when, known) => {
    const options = known && `, knownAt: "${knownBefore}"`;
    const { lines } = await report(`indicators: ["${OWN}"] ${options}`);
    const states = (await schools(options))
      .filter(({ group }) => group === 'GENERAL_EDUCATION')
      .map((school) => inIndicator(school, OWN));
    const count = (...observations: string[]) =>
      states.filter(({ observation }) => observations.includes(observation)).length;

    expect(lines).toMatchObject([
      {
        institutions: states.length - count('NOT_APPLICABLE'),
        reported: count('REPORTED'),
        inReview: count('IN_REVIEW', 'RETURNED'),
        notReported: count('NOT_REPORTED', 'NOT_YET_DUE'),
        notApplicable: count('NOT_APPLICABLE'),
        completed: states.filter(({ stage }) => stage === 'COMPLETED').length,
      },
    ]);
    expect(lines[0].completed).toBeGreaterThan(0);
    expect(lines[0].completed).toBeLessThan(lines[0].reported);
  });

  test('has the status of its parts, and no points of its own', async () => {
    for (const school of await schools()) {
      const own = inIndicator(school, OWN);
      if (school.group !== 'GENERAL_EDUCATION') {
        expect(own).toBeUndefined();
        continue;
      }
      const parts = PARTS.map((code) => inIndicator(school, code));
      const [part] = parts;
      const isIn = (stage: string) => parts.every((each) => each.stage === stage);
      const mixed = part.stage && 'IN_PROGRESS';
      expect(own).toEqual({
        ...part,
        indicator: { code: OWN },
        stage: isIn('COMPLETED') ? 'COMPLETED' : isIn('NOT_STARTED') ? 'NOT_STARTED' : mixed,
        points: null,
        maxPoints: null,
      });
    }
  });

  test('lists what a figure of its line counts, and who is nearest to it', async () => {
    const { unit } = await hub.data(
      `{ unit: administrativeUnit(${OLD}) { progress(asOf: "${AS_OF}", indicators: ["${OWN}"]) { lines {
        completed counted(figure: COMPLETED, first: 1) { totalCount }
        nearest(first: 3) { missingPoints pillars { pillar pointsToThreshold }
          indicators { indicator { code } stage points pointsToThreshold } } } } } }`,
    );
    const [line] = unit.progress.lines;

    expect(line.counted.totalCount).toBe(line.completed);
    expect(line.nearest).toHaveLength(3);
    for (const { pillars, indicators, missingPoints } of line.nearest) {
      expect(indicators.map(({ indicator }: any) => indicator.code)).toEqual(
        pillars.map(({ pillar }: any) => pillar),
      );
      expect(PARTS).toEqual(expect.arrayContaining(pillars.map(({ pillar }: any) => pillar)));
      expect(missingPoints).toBeCloseTo(
        indicators.reduce((sum: number, each: any) => sum + each.pointsToThreshold, 0),
        9,
      );
    }
  });

  test('may be assumed: its parts that apply are then completed', async () => {
    const { unit } = await hub.data(
      `{ unit: administrativeUnit(${OLD}) { progress(asOf: "${AS_OF}", indicators: ["${OWN}"]) {
        lines { completed counted(figure: NOT_REPORTED, first: 1) { nodes { id } } } } } }`,
    );
    const [line] = unit.progress.lines;
    const [{ id }] = line.counted.nodes;

    const assumed = await hub.data(
      `query ($id: ID!) { unit: administrativeUnit(${OLD}) {
        progress(asOf: "${AS_OF}", indicators: ["${OWN}"],
          assume: [{ institution: $id, indicators: ["${OWN}"] }]) {
          assumptions { pillars indicators { code } } lines { completed } } } }`,
      { id },
    );

    expect(assumed.unit.progress).toEqual({
      assumptions: [{ pillars: PARTS, indicators: PARTS.map((code) => ({ code })) }],
      lines: [{ completed: line.completed + 1 }],
    });
  });

  test('that the hub does not have is refused', async () => {
    const { data, errors } = await hub.ask(
      `{ unit: administrativeUnit(${OLD}) { code progress(indicators: ["none"]) { asOf } } }`,
    );

    expect(data).toEqual({ unit: { code: '67', progress: null } });
    expect(errors).toMatchObject([
      { extensions: { code: 'INDICATOR_UNKNOWN', argument: 'indicators' } },
    ]);
  });

  test('is in the roll-up as a recount counts it', async () => {
    expect(await verifyCounts(hub.em)).toEqual([]);
  });

  describe('as the subject of a target', () => {
    let planner: Headers;
    let plan: any;
    const WANTED = {
      group: 'GENERAL_EDUCATION',
      year: 2025,
      percent: 70,
      sourceStatus: 'ILLUSTRATIVE',
    };
    beforeAll(async () => {
      planner = await signIn(hub, { role: 'PLANNER', unit: await idOfUnit(hub, '68', TODAY) });
      const { plans } = await hub.data('{ plans(first: 10) { nodes { id document } } }');
      plan = plans.nodes.find(({ document }: any) => document === 'MINH-HOA-01').id;
    });

    async function set(changes: object): Promise<any> {
      const { node } = await hub.data(
        'query ($id: ID!) { node(id: $id) { ... on Plan { version } } }',
        { id: plan },
      );
      const input = { plan, version: node.version, ...WANTED, ...changes };
      const { targetSet } = await hub.data(
        `mutation ($input: TargetSetInput!) { targetSet(input: $input) {
          target { id group pillar indicator { code } percent } userErrors { code field } } }`,
        { input },
        planner,
      );
      return targetSet;
    }
    const standings = async () => {
      const { unit } = await hub.data(
        `{ unit: administrativeUnit(${OLD}) { progress(asOf: "${AS_OF}", indicators: ["${OWN}"]) {
          lines { percent targets { gapPoints target { id } } } } } }`,
      );
      return unit.progress.lines[0];
    };

    test.each([
      [{ indicator: 'none' }, 'INDICATOR_UNKNOWN', 'indicator'],
      [{ indicator: OWN, group: 'COLLEGE_AND_VOCATIONAL' }, 'INDICATOR_OF_OTHER_GROUP', 'group'],
      [{ indicator: OWN, pillar: 'STANDARDIZED_DATA' }, 'PILLAR_AND_INDICATOR', 'indicator'],
    ])('%j is refused with %s', async (changes, code, field) => {
      expect(await set(changes)).toEqual({ target: null, userErrors: [{ code, field: [field] }] });
    });

    test('it is compared with its line, and one of all four stays beside it', async () => {
      const { target } = await set({ indicator: OWN });
      const line = await standings();

      expect(target).toMatchObject({ pillar: null, indicator: { code: OWN }, percent: 70 });
      expect(line.targets).toEqual([
        { gapPoints: expect.closeTo(70 - line.percent, 9), target: { id: target.id } },
      ]);
      const { node } = await hub.data(
        'query ($id: ID!) { node(id: $id) { ... on Plan { targets { year group indicator { code } pillar } } } }',
        { id: plan },
      );
      const wanted = node.targets.filter(
        ({ year, group }: any) => year === 2025 && group === 'GENERAL_EDUCATION',
      );
      expect(wanted.map(({ indicator }: any) => indicator.code).sort()).toEqual(
        [...new Set(before.lines.map(({ pillar }: any) => pillar ?? 'ALL_FOUR')), OWN].sort(),
      );
    });

    test('a pillar may be named as an indicator, and is the same target', async () => {
      const { target: byPillar } = await set({ pillar: 'STANDARDIZED_DATA', percent: 61 });
      const { target: byIndicator } = await set({ indicator: 'STANDARDIZED_DATA', percent: 62 });

      expect(byIndicator).toEqual({ ...byPillar, percent: 62 });
    });
  });
});
