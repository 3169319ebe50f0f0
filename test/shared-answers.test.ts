import { afterAll, beforeAll, expect, test } from '@jest/globals';
import {
  bringFramework,
  callRound,
  departmentOf,
  newSchool,
  ownFramework,
  report,
  type Department,
} from './support/department.js';
import { startHub, type TestHub } from './support/hub.js';
import { now, save } from './support/reporting.js';
import { reference, referenceText } from './support/reference-frameworks.js';

let hub: TestHub;
let department: Department;
let fourPillar: string;
let decision: string;
beforeAll(async () => {
  hub = await startHub({ now });
  department = await departmentOf(hub);
  fourPillar = await bringFramework(department, referenceText('four-pillar.json'));
  decision = await bringFramework(department, referenceText('decision-4725-unconfirmed.json'));
});
afterAll(() => hub.close());

const KIND = 'PRIMARY_SCHOOL';
/** What both sets ask. */
const SHARED = ['O5', 'O7'];

/** Answers to all questions of both sets, as high as they go, with those to the shared ones. */
function answersWith(shared: number) {
  const questions = ['four-pillar.json', 'decision-4725-unconfirmed.json'].flatMap((name) => {
    const { criteria, questions: asked, kinds } = reference(name);
    const codes = criteria
      .filter((each) => (each.kinds ?? kinds).includes(KIND))
      .map(({ question }) => question);
    return asked.filter(({ code }) => codes.includes(code));
  });
  const byCode = new Map(questions.map((question) => [question.code, question]));
  return [...byCode.values()].map(({ code, answer }) => {
    const question = code;
    if (SHARED.includes(code)) return { question, value: shared };
    if (answer.kind === 'SHARE') return { question, value: 40, total: 40 };
    if (answer.kind === 'COUNT') return { question, value: 50 };
    if (answer.kind === 'TEXT') return { question, text: 'Có' };
    if (answer.kind === 'LEVEL')
      return { question, value: Math.max(...answer.levels.map(({ level }) => level)) };
    return { question, value: 1 };
  });
}

async function resultOf(shared: number) {
  const school = await newSchool(department, KIND);
  const round = await callRound(department, [fourPillar, decision]);
  const id = await report(department, school, round, answersWith(shared));
  const { node, institution } = await hub.data(
    `query ($id: ID!, $code: String!) {
      node(id: $id) { ... on StatusUpdate { approvedRevision {
        frameworks { framework { code } sections { code points } }
        entries { criterion { question { code } } criteria { code framework { code } } } } } }
      institution(code: $code) { pillars { pillar points stage } } }`,
    { id, code: school.code },
    school.school,
  );
  const { frameworks, entries } = node.approvedRevision;
  const sections = (code: string) =>
    frameworks.find((each: any) => each.framework.code === code).sections;
  return { sections, entries, pillars: institution.pillars };
}

test('one answer changes its points under Decision 4725 and its pillar in the same approval, and is asked once', async () => {
  const [without, withBoth] = [await resultOf(0), await resultOf(1)];

  for (const { entries } of [without, withBoth])
    for (const code of SHARED) {
      const asked = entries.filter(({ criterion }: any) => criterion.question.code === code);
      expect(asked).toHaveLength(1);
      const codes = asked[0].criteria.map(({ framework }: any) => framework.code).sort();
      expect(codes).toEqual(['decision-4725-unconfirmed', 'four-pillar']);
    }
  const gained = (of: (result: typeof without) => any[]) => {
    const [before, after] = [of(without), of(withBoth)];
    return after.reduce((total, { points }, index) => total + points - before[index].points, 0);
  };
  expect(gained(({ sections }) => sections('decision-4725-unconfirmed'))).toBeGreaterThan(0);
  expect(gained(({ pillars }) => pillars)).toBeGreaterThan(0);
  const operations = ({ pillars }: typeof without) =>
    pillars.find(({ pillar }: any) => pillar === 'DIGITAL_OPERATIONS').points;
  expect(operations(withBoth)).toBeGreaterThan(operations(without));
});

test('a round of another framework changes no figure of the four pillars', async () => {
  const figures = async () => {
    const { administrativeUnit } = await hub.data(
      `{ administrativeUnit(code: "01") { progress { lines {
        group pillar institutions completed reported inReview notReported carriedForward percent } } } }`,
    );
    return administrativeUnit.progress.lines;
  };
  const school = await newSchool(department, KIND);
  const before = await figures();

  const other = await bringFramework(department, ownFramework('a-set-of-its-own'));
  const round = await callRound(department, [other], { dueOn: '2026-11-20' });
  expect(await figures()).toEqual(before);
  await report(department, school, round, [
    ...['online-teaching-plan', 'steering-team'].map((question) => ({ question, value: 1 })),
    { question: 'teachers-trained', value: 40, total: 40 },
    { question: 'digital-materials', value: 50 },
    { question: 'school-records', value: 2 },
  ]);

  expect(await figures()).toEqual(before);
  const { institution } = await hub.data(
    'query ($code: String!) { institution(code: $code) { indicators { indicator { code } stage } } }',
    { code: school.code },
  );
  expect(institution.indicators).toContainEqual({
    ...{ indicator: { code: 'a-set-of-its-own-level-2' }, stage: 'COMPLETED' },
  });
});

test('a number that two frameworks of a round have is told with the framework', async () => {
  const other = await bringFramework(department, ownFramework('numbered-alike'));
  const { institution, school } = await newSchool(department, KIND);
  const problemsIn = async (frameworks: string[]) => {
    const round = await callRound(department, frameworks);
    const wrong = [{ question: 'online-teaching-plan', value: 2 }];
    const { refusals } = await save(hub, school, { institution, round, answers: wrong });
    const { update } = await save(hub, school, { institution, round, answers: [] });
    const { node } = await hub.data(
      `query ($id: ID!) { node(id: $id) { ... on StatusUpdate {
        submissionProblems { field message } } } }`,
      { id: update!.id },
      school,
    );
    return {
      refused: refusals.map(({ message }) => message),
      missing: node.submissionProblems.map(({ message }: any) => message),
    };
  };

  const alone = await problemsIn([other]);
  const both = await problemsIn([decision, other]);

  expect(alone.refused).toEqual(['Criterion 1.1: 2 is not from 0 to 1.']);
  expect(alone.missing).toContain('Criterion 1.1: there is no answer.');
  expect(both.refused).toEqual(['Criterion 1.1 of “Example of two groups”: 2 is not from 0 to 1.']);
  expect(new Set(both.missing).size).toBe(both.missing.length);
  const decisionName = reference('decision-4725-unconfirmed.json').name.en;
  for (const name of ['Example of two groups', decisionName])
    expect(both.missing).toContain(`Criterion 1.1 of “${name}”: there is no answer.`);
  // Only one of the two has this number.
  expect(both.missing).toContain('Criterion 1.3.1: there is no answer.');
});
