import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { StatusUpdateAnswerInput } from '../clients/typescript/src/generated/graphql.js';
import {
  bringFramework,
  callRound,
  departmentOf,
  EXAMPLES,
  newSchool,
  report,
  type Department,
} from './support/department.js';
import { csv } from './support/files.js';
import { startHub, UNBOUNDED, type TestHub } from './support/hub.js';
import { bring } from './support/imports.js';
import type { Headers } from './support/people.js';
import { lastMoment } from './support/planning.js';
import { now, TODAY } from './support/reporting.js';

const CODE = 'example-two-groups';

let hub: TestHub;
let department: Department;
let planner: Headers;
beforeAll(async () => {
  hub = await startHub({ now, limits: UNBOUNDED });
  department = await departmentOf(hub);
  ({ planner } = department);
});
afterAll(() => hub.close());

const ask = (variables: object, who = planner): Promise<any> =>
  hub.ask(
    `query ($unit: ID, $framework: ID!, $asOf: LocalDate, $knownAt: DateTime, $kinds: [InstitutionKind!]) {
      report: criterionFigures(unit: $unit, framework: $framework, asOf: $asOf, knownAt: $knownAt, kinds: $kinds) {
        institutions reported otherVersion notReported coveragePercent framework { version }
        criteria(first: 50) { totalCount nodes { criterion { code } institutions asked answered unanswered
          doesNotApply applies met metPercent options { code name institutions } withheld { part reason }
          points { institutions unknown withoutPoints least lowerQuartile median upperQuartile greatest
            bins { institutions } withheld { part reason } } } } } }`,
    { unit: department.province, framework: CODE, ...variables },
    who,
  );
const reportOf = async (variables: object = {}, who = planner) =>
  (await ask(variables, who)).data.report;
/** A criterion as one line, so that a table of them can be read. */
async function table(variables: object = {}, who = planner): Promise<string[]> {
  const { criteria } = await reportOf(variables, who);
  return criteria.nodes.map((each: any) => {
    const { criterion, institutions, asked, answered, unanswered, doesNotApply, met, applies } =
      each;
    const options = each.options
      ?.map(({ code, institutions: of }: any) => `${code}=${of}`)
      .join(' ');
    return `${criterion.code}: ${asked} of ${institutions}, ${answered}+${unanswered}+${doesNotApply}, met ${met}/${applies}, ${options}`;
  });
}
const codeOf = async (variables: object) =>
  (await ask(variables)).errors[0].extensions.code as string;

type Answers = Record<string, Partial<StatusUpdateAnswerInput>>;
const given = (answers: Answers) =>
  Object.entries(answers).map(([question, answer]) => ({ question, ...answer }));

/** Answers of an upper-secondary school. */
const answers = (changed: Answers = {}) =>
  given({
    'online-teaching-plan': { value: 1 },
    'teachers-trained': { value: 30, total: 40 },
    'digital-materials': { value: 20 },
    'steering-team': { value: 1 },
    'school-records': { value: 2 },
    'cashless-fees': { value: 1 },
    ...changed,
  });
const nothing = { doesNotApply: { reason: 'Trường không thu phí' } };

test('a hub without a framework says so', async () => {
  const { errors } = await ask({});
  expect(errors[0]!.extensions).toMatchObject({ code: 'FRAMEWORK_UNKNOWN', argument: 'framework' });
  expect(errors[0]!.message).toContain('frameworkPublish');
});

test('the life of a framework, from the first report to its next version', async () => {
  const small = await bringFramework(department, EXAMPLES.small);
  const forms = await bringFramework(department, EXAMPLES.forms);
  const round = await callRound(department, [small, forms], { referenceDate: '2026-06-30' });

  const schools: { code: string; institution: string; school: Headers; update: string }[] = [];
  const changes: Answers[] = [
    { 'lms-name': { text: 'Moodle' } },
    { 'cashless-fees': nothing, 'school-records': { value: 0 } },
    { 'cashless-fees': { value: 0 }, 'digital-materials': { value: 0 } },
    { 'teachers-trained': { value: 40, total: 40 }, 'school-records': { value: 1 } },
  ];
  for (const changed of changes) {
    const school = await newSchool(department, 'UPPER_SECONDARY_SCHOOL');
    schools.push({ ...school, update: await report(department, school, round, answers(changed)) });
  }
  const primary = await newSchool(department, 'PRIMARY_SCHOOL');
  const college = await newSchool(department, 'COLLEGE');
  await report(
    department,
    college,
    round,
    given({
      platform: { choice: 'rented' },
      courses: { value: 12 },
      plan: { value: 1 },
      staff: { value: 5, total: 10 },
    }),
  );

  // Four of five have reported; the kinds of the criterion of fees do not include primary schools.
  expect(await table()).toEqual([
    '1.1: 4 of 5, 4+0+0, met 4/4, YES=4 NO=0',
    '1.2: 4 of 5, 4+0+0, met 1/4, ',
    '1.3: 4 of 5, 4+0+0, met 3/4, ',
    '1.4: 4 of 5, 1+3+0, met null/4, ',
    '2.1: 4 of 5, 4+0+0, met 4/4, YES=4 NO=0',
    '2.2: 4 of 5, 4+0+0, met 2/4, 0=1 1=1 2=2',
    '2.3: 4 of 4, 3+0+1, met 2/3, YES=2 NO=1',
  ]);
  const { criteria } = await reportOf();
  const points = Object.fromEntries(
    criteria.nodes.map(({ criterion, points: of }: any) => [criterion.code, of]),
  );
  // Bands of a count: 0, 25, 25 and 25 of 40 points. What is asked without points has none.
  expect(points['1.3']).toMatchObject({
    ...{ institutions: 4, unknown: 1, withoutPoints: 0 },
    ...{ least: 0, lowerQuartile: 0, median: 62.5, upperQuartile: 62.5, greatest: 62.5 },
    bins: [1, 0, 0, 0, 0, 0, 3, 0, 0, 0].map((institutions) => ({ institutions })),
  });
  expect(points['2.3']).toMatchObject({ institutions: 3, unknown: 0, withoutPoints: 1 });
  expect([points['1.1'], points['1.4']]).toEqual([null, null]);

  // The round asked two frameworks, and each counts those whom it asks.
  expect(await table({ framework: forms })).toEqual([
    'A.1.1: 1 of 1, 1+0+0, met 0/1, none=0 rented=1 own=0',
    'A.2.1: 1 of 1, 1+0+0, met 1/1, ',
    'A.2.2: 1 of 1, 1+0+0, met 1/1, YES=1 NO=0',
    'B.1: 1 of 1, 1+0+0, met 1/1, ',
  ]);

  await unknown();
  await kinds();
  await fewAndEnough();
  await takenBack();
  await closedAndMoved();
  await nextVersion();

  async function kinds() {
    const none = await reportOf({ kinds: ['PRESCHOOL'] });
    expect(none).toMatchObject({ institutions: 0, coveragePercent: null });
    expect(none.criteria.totalCount).toBe(0);
    const primaries = await table({ kinds: ['PRIMARY_SCHOOL'] });
    expect(primaries).toHaveLength(6);
    expect(primaries[0]).toBe('1.1: 0 of 1, 0+0+0, met 0/0, YES=0 NO=0');
  }

  async function fewAndEnough() {
    // Four tell nothing to the public, of the province or of the country …
    for (const unit of [department.province, null]) {
      const { criteria: seen, reported } = await reportOf({ unit }, {});
      expect(reported).toBe(4);
      for (const { asked, answered, met, options, withheld } of seen.nodes) {
        expect([asked, answered, met]).toEqual([4, null, null]);
        expect(options === null || options.length === 0).toBe(true);
        expect(withheld[0]).toEqual({ part: 'ANSWERS', reason: 'FEW_INSTITUTIONS' });
      }
    }
    // … and five where they are alike, or as many as that.
    const fifth = await newSchool(department, 'UPPER_SECONDARY_SCHOOL');
    await report(department, fifth, round, answers());
    for (const unit of [department.province, null])
      expect(await table({ unit }, {})).toEqual([
        '1.1: 5 of 6, 5+0+0, met 5/5, YES=5 NO=0',
        '1.2: 5 of 6, null+null+null, met null/null, ',
        '1.3: 5 of 6, null+null+null, met null/null, ',
        '1.4: 5 of 6, null+null+null, met null/null, ',
        '2.1: 5 of 6, 5+0+0, met 5/5, YES=5 NO=0',
        '2.2: 5 of 6, null+null+null, met null/null, undefined',
        '2.3: 5 of 5, null+null+null, met null/null, undefined',
      ]);
  }

  async function takenBack() {
    const knownAt = await lastMoment(hub);
    const [first] = schools;
    const { node } = await hub.data(
      'query ($id: ID!) { node(id: $id) { ... on StatusUpdate { version } } }',
      { id: first!.update },
      department.reviewer,
    );
    await hub.data(
      `mutation ($input: StatusUpdateTakeBackInput!) { statusUpdateTakeBack(input: $input) { userErrors { code } } }`,
      { input: { id: first!.update, version: node.version, reason: 'Duyệt nhầm trường' } },
      department.reviewer,
    );
    expect((await table())[3]).toBe('1.4: 4 of 6, 0+4+0, met null/4, ');
    expect((await table({ knownAt }))[3]).toBe('1.4: 5 of 6, 1+4+0, met null/5, ');
    const [seen] = (await reportOf({ knownAt }, {})).criteria.nodes;
    expect(seen).toMatchObject({ asked: 5, met: null });
    expect(seen.withheld[0]).toEqual({ part: 'ANSWERS', reason: 'INSPECTORS_ONLY' });
  }

  async function closedAndMoved() {
    await bring(
      hub,
      'UNITS',
      csv('kind,code,name,parent_code', 'PROVINCE,02,Tỉnh Khác,', 'COMMUNE,00002,Xã Hai,02'),
    );
    const [, second, third] = schools;
    const row = ({ code }: { code: string }, rest: string) =>
      `HUB,${code},Trường ${code},UPPER_SECONDARY_SCHOOL,UPPER_SECONDARY,PUBLIC,${rest}`;
    await bring(
      hub,
      'INSTITUTIONS',
      csv(
        'system,code,name,kind,levels,ownership,unit_code,changed_on,closed_on',
        row(second!, '00001,,2026-10-31'),
        row(third!, '00002,2026-11-01,'),
      ),
    );
    expect((await table({ asOf: '2026-10-31' }))[0]).toMatch('1.1: 4 of 6');
    expect((await table({ asOf: '2026-11-01' }))[0]).toMatch('1.1: 2 of 4');
    // Who has moved takes its answers along.
    expect((await table({ unit: null, asOf: '2026-11-01' }))[0]).toMatch('1.1: 3 of 5');
    expect((await table({ asOf: '2026-06-29' }))[0]).toMatch('1.1: 0 of 6');
  }

  async function nextVersion() {
    const file = JSON.parse(EXAMPLES.small);
    const second = await bringFramework(
      department,
      JSON.stringify({ ...file, version: 2, validFrom: '2026-11-10', newIndicators: [] }),
    );
    // Nobody has answered the new version yet, and of the old one all is as it was.
    expect(await reportOf()).toMatchObject({
      ...{ framework: { version: 2 }, institutions: 4, reported: 0, otherVersion: 2 },
      ...{ notReported: 2, coveragePercent: 0 },
    });
    expect(await reportOf({ framework: small })).toMatchObject({ reported: 2, otherVersion: 0 });

    const next = await callRound(department, [second], { referenceDate: '2026-11-15' });
    await report(
      department,
      primary,
      next,
      answers().filter(({ question }) => question !== 'cashless-fees'),
    );
    await report(department, schools[3]!, next, answers());
    expect(await reportOf()).toMatchObject({ reported: 2, otherVersion: 1, notReported: 1 });
    expect(await reportOf({ framework: small })).toMatchObject({ reported: 1, otherVersion: 2 });
    expect(await reportOf({ framework: small, asOf: '2026-11-14' })).toMatchObject({ reported: 2 });
  }

  async function unknown() {
    expect(await codeOf({ framework: 'none' })).toBe('FRAMEWORK_UNKNOWN');
    expect(await codeOf({ asOf: '2025-12-31' })).toBe('FRAMEWORK_NOT_IN_FORCE');
    expect((await ask({ unit: 'bm9uZQ' })).data).toEqual({ report: null });
    const { errors } = await hub.ask(
      `query ($unit: ID) { criterionFigures(unit: $unit, framework: "${CODE}", asOf: "${TODAY}") {
        criteria(first: 5, codes: ["1.1", "9.9"]) { totalCount } } }`,
      { unit: department.province },
      planner,
    );
    expect(errors[0]!.extensions).toMatchObject({ code: 'CRITERION_UNKNOWN', argument: 'codes' });
  }
});
