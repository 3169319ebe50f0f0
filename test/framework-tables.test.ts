import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { StatusUpdateAnswerInput } from '../clients/typescript/src/generated/graphql.js';
import type { InstitutionKind } from '../src/vocabulary/institution.enums.js';
import {
  bringFramework,
  callRound,
  departmentOf,
  EXAMPLES,
  newSchool,
  report,
  type Department,
} from './support/department.js';
import { startHub, type TestHub } from './support/hub.js';
import { now, save, submit } from './support/reporting.js';

let hub: TestHub;
let department: Department;
let rounds: Record<'small' | 'forms', string>;
beforeAll(async () => {
  hub = await startHub({ now });
  department = await departmentOf(hub);
  const [small, forms] = [
    await bringFramework(department, EXAMPLES.small),
    await bringFramework(department, EXAMPLES.forms),
  ];
  rounds = {
    small: await callRound(department, [small]),
    forms: await callRound(department, [forms]),
  };
});
afterAll(() => hub.close());

type Answer = Partial<StatusUpdateAnswerInput>;
const yes = { value: 1 };
const no = { value: 0 };
const value = (given: number) => ({ value: given });
const share = (part: number, total: number) => ({ value: part, total });
const nothing = { doesNotApply: { reason: 'Trường không thu phí' } };
const choice = (code: string) => ({ choice: code });

/** What a report comes to: its sections, its level, and the stage of each indicator. */
async function resultOf(
  round: string,
  kind: InstitutionKind,
  answers: Record<string, Answer | null>,
) {
  const school = await newSchool(department, kind);
  const given = Object.entries(answers).flatMap(([question, answer]) =>
    answer ? [{ question, ...answer }] : [],
  );
  const id = await report(department, school, round, given);
  const { node, institution } = await hub.data(
    `query ($id: ID!, $code: String!) {
      node(id: $id) { ... on StatusUpdate { approvedRevision { frameworks {
        level sections { code points maxPoints level unmet } } } } }
      institution(code: $code) { indicators { indicator { code } stage points maxPoints } } }`,
    { id, code: school.code },
  );
  const [{ level, sections }] = node.approvedRevision.frameworks;
  const said = sections.map(
    ({ code, points, maxPoints, level: reached, unmet }: any) =>
      `${code}: ${points} of ${maxPoints}, ${[`level ${reached}`, ...unmet].join(', ')}`,
  );
  const stages = Object.fromEntries(
    institution.indicators.map(({ indicator, stage }: any) => [indicator.code, stage]),
  );
  return { level, sections: said, stages };
}

describe('every row of the table of two groups', () => {
  const QUESTIONS = [
    'online-teaching-plan',
    'teachers-trained',
    'digital-materials',
    'steering-team',
    'school-records',
    'cashless-fees',
  ];
  type Row = [InstitutionKind, (Answer | null)[], string[], number, string[]];
  const [UPPER, PRIMARY] = ['UPPER_SECONDARY_SCHOOL', 'PRIMARY_SCHOOL'] as const;
  const [C, I, N] = ['COMPLETED', 'IN_PROGRESS', 'NOT_STARTED'];

  // 1.1, 1.2, 1.3, 2.1, 2.2, 2.3; the sections; the level; what it decides, in order.
  test.each<Row>([
    [
      UPPER,
      [yes, share(30, 40), value(20), yes, value(1), yes],
      ['1: 70 of 100, level 2', '2: 60 of 90, level 2'],
      2,
      [C, C, C],
    ],
    [
      UPPER,
      [yes, share(40, 40), value(19), yes, value(2), no],
      ['1: 70 of 100, level 2', '2: 60 of 90, level 2'],
      2,
      [I, C, C],
    ],
    [
      UPPER,
      [no, share(40, 40), value(50), yes, value(2), yes],
      ['1: 100 of 100, level 1, 1.1', '2: 90 of 90, level 3'],
      1,
      [I, C, I],
    ],
    [
      UPPER,
      [yes, share(39, 60), value(10), yes, value(1), nothing],
      ['1: 49 of 100, level 1', '2: 30 of 60, level 1'],
      1,
      [I, I, I],
    ],
    [
      UPPER,
      [yes, share(35, 60), value(50), yes, value(2), no],
      ['1: 75 of 100, level 2', '2: 60 of 90, level 2'],
      2,
      [C, C, C],
    ],
    [
      UPPER,
      [yes, share(71, 120), value(50), yes, value(2), yes],
      ['1: 75.5 of 100, level 3', '2: 90 of 90, level 3'],
      3,
      [C, C, C],
    ],
    [
      PRIMARY,
      [yes, share(20, 40), value(25), no, value(2), null],
      ['1: 55 of 100, level 2', '2: 60 of 60, level 1, 2.1'],
      1,
      [C, I, I],
    ],
    [
      PRIMARY,
      [no, share(0, 0), value(0), no, value(0), null],
      ['1: 0 of 100, level 1, 1.1', '2: 0 of 60, level 1, 2.1'],
      1,
      [N, N, N],
    ],
  ])('%s: %j', async (kind, answers, sections, level, stages) => {
    const given = Object.fromEntries(answers.map((each, index) => [QUESTIONS[index]!, each]));

    const result = await resultOf(rounds.small, kind, given);

    expect([result.sections, result.level]).toEqual([sections, level]);
    expect(result.stages).toMatchObject({
      OPEN_LEARNING_RESOURCES: stages[0],
      DIGITAL_GOVERNANCE: stages[1],
      'example-level-2': stages[2],
    });
  });

  test('1.1 is not handed in without evidence, and 1.4 without an answer', async () => {
    const { institution, school } = await newSchool(department, PRIMARY);
    const answers = [
      { question: 'online-teaching-plan', value: 1 },
      { question: 'teachers-trained', value: 20, total: 40 },
      { question: 'digital-materials', value: 25 },
      { question: 'steering-team', value: 1 },
      { question: 'school-records', value: 2 },
    ];
    const { update } = await save(hub, school, { institution, round: rounds.small, answers });
    const { refusals } = await submit(hub, school, { id: update!.id, version: update!.version });

    expect(refusals.map(({ code }) => code)).toEqual(['EVIDENCE_MISSING']);
  });
});

describe('every row of the table of every form', () => {
  type Row = [string, number, Answer, Answer, string[], number, string[]];

  // A.1.1, A.2.1, A.2.2, B.1; the sections; the level; the operations, ready, whole.
  test.each<Row>([
    [
      ...(['rented', 10, yes, share(40, 50)] as const),
      ['A: 40 of 50, level 3', 'B: 50 of 50, level 3'],
      3,
      ['COMPLETED', 'COMPLETED', 'COMPLETED'],
    ],
    [
      ...(['none', 9, yes, share(25, 50)] as const),
      ['A: 10 of 50, level 1', 'B: 20 of 50, level 2'],
      2,
      ['IN_PROGRESS', 'COMPLETED', 'IN_PROGRESS'],
    ],
    [
      ...(['own', 12, no, share(24, 50)] as const),
      ['A: 50 of 50, level 1, A.2.2', 'B: 0 of 50, level 1'],
      1,
      ['COMPLETED', 'NOT_STARTED', 'IN_PROGRESS'],
    ],
    [
      ...(['own', 0, yes, share(40, 50)] as const),
      ['A: 20 of 50, level 2', 'B: 50 of 50, level 3'],
      2,
      ['IN_PROGRESS', 'COMPLETED', 'IN_PROGRESS'],
    ],
  ])('%s, %d, %j, %j', async (platform, courses, second, teachers, sections, level, stages) => {
    const file = JSON.parse(EXAMPLES.forms);
    const questionOf = (code: string) =>
      file.criteria.find((each: { code: string }) => each.code === code).question;

    const result = await resultOf(rounds.forms, 'COLLEGE', {
      [questionOf('A.1.1')]: choice(platform),
      [questionOf('A.2.1')]: value(courses),
      [questionOf('A.2.2')]: second,
      [questionOf('B.1')]: teachers,
    });

    const top = result.sections.filter((said: string) => /^[AB]:/.test(said));
    expect([top, result.level]).toEqual([sections, level]);
    expect(result.stages).toMatchObject({
      DIGITAL_OPERATIONS: stages[0],
      'forms-ready': stages[1],
      'forms-whole': stages[2],
    });
  });
});
