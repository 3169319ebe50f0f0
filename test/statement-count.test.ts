import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import {
  ReviewQueueDocument,
  StatusUpdateApproveDocument,
  StatusUpdateApproveManyDocument,
} from '../clients/typescript/src/generated/graphql.js';
import {
  bringFramework,
  callRound,
  departmentOf,
  newSchool,
  ownFramework,
  type Department,
} from './support/department.js';
import { startHub, UNBOUNDED, type TestHub } from './support/hub.js';
import {
  approve,
  castOf,
  now,
  save,
  submit,
  type Cast,
  type Outcome,
} from './support/reporting.js';

const SIZES = [1, 10, 50];
/** Of the communes of today the demo has no more. */
const SIZES_TODAY = [1, 10, 28];

let hub: TestHub;
let cast: Cast;
beforeAll(async () => {
  hub = await startHub({ from: 'demo', now, limits: UNBOUNDED });
  cast = await castOf(hub);
});
afterAll(() => hub.close());

/** How many statements a question sends at each size; the sizes must have been reached. */
async function countAt(
  query: string,
  variables: (size: number) => object,
  rowsOf: (data: any) => unknown[],
  sizes = SIZES,
  who = {},
): Promise<number[]> {
  const counts: number[] = [];
  for (const size of sizes) {
    let data: any;
    counts.push(
      await hub.countStatements(async () => {
        data = await hub.data(query, variables(size), who);
      }),
    );
    expect(rowsOf(data).length).toBe(size);
  }
  return counts;
}

/** Every size takes the same number of statements, and no more than the bound. */
function expectConstant(counts: number[], bound: number): void {
  expect(counts).toEqual(counts.map(() => counts[0]));
  expect(counts[0]).toBeLessThanOrEqual(bound);
}

describe('the number of SQL statements does not grow with the number of rows', () => {
  test('of institutions with their units, pillars, codes, locations and updates', async () => {
    const counts = await countAt(
      `query ($first: Int!) {
        institutions(first: $first, orderBy: CODE, filter: { kinds: [LOWER_SECONDARY_SCHOOL] }) {
          nodes {
            name
            unit { name parent { name } }
            pillars { pillar stage update { revision round { code } } }
            codes { code }
            locations { unit { name } }
            statusUpdates(first: 2) { nodes { revision } }
          }
          totalCount
        }
      }`,
      (first) => ({ first }),
      ({ institutions }) => institutions.nodes,
    );

    expectConstant(counts, 15);
  });

  test.each([
    ['AS_REPORTED', '2025-06-30', SIZES],
    ['CURRENT_UNITS', '2025-06-30', SIZES],
    ['AS_REPORTED', null, SIZES_TODAY],
    ['CURRENT_UNITS', null, SIZES_TODAY],
  ])(
    'of communes with what came before and after, is in and is under them, and their progress %s on %p',
    async (basis, on, sizes) => {
      const counts = await countAt(
        `query ($first: Int!, $basis: BoundaryBasis!, $on: LocalDate) {
          administrativeUnits(first: $first, orderBy: CODE, filter: { kind: COMMUNE, on: $on }) {
            nodes {
              name
              parent { name }
              predecessors { predecessor { name } }
              successors { successor { name } }
              children(first: 3) { nodes { name } totalCount }
              institutions(first: 2) { nodes { name } totalCount }
              progress(basis: $basis) {
                lines { completed targets { standing target { plan { document } } } }
                warnings { code }
              }
            }
            totalCount
          }
        }`,
        (first) => ({ first, basis, on }),
        ({ administrativeUnits }) => administrativeUnits.nodes,
        sizes,
      );

      expectConstant(counts, 20);
    },
  );

  test('of progress as it was known at an earlier moment', async () => {
    const counts = await countAt(
      `query ($first: Int!) {
        administrativeUnits(first: $first, filter: { kind: COMMUNE, on: "2025-06-30" }) {
          nodes { progress(knownAt: "2024-07-01T00:00:00Z") { lines { completed } warnings { code } } }
        }
      }`,
      (first) => ({ first }),
      ({ administrativeUnits }) => administrativeUnits.nodes,
    );

    expectConstant(counts, 14);
  });

  test.each(['Institution', 'AdministrativeUnit', 'StatusUpdate'])(
    'of nodes of the type %s',
    async (type) => {
      const { institutions, administrativeUnits, statusUpdates } = await hub.data(`{
        institutions(first: 50) { nodes { id } }
        administrativeUnits(first: 50, filter: { on: "2025-06-30" }) { nodes { id } }
        statusUpdates(first: 50) { nodes { id } }
      }`);
      const lists: Record<string, any> = {
        Institution: institutions,
        AdministrativeUnit: administrativeUnits,
        StatusUpdate: statusUpdates,
      };
      const ids: string[] = lists[type].nodes.map(({ id }: any) => id);

      const counts = await countAt(
        'query ($ids: [ID!]!) { nodes(ids: $ids) { id } }',
        (size) => ({ ids: ids.slice(0, size) }),
        ({ nodes }) => nodes.filter((node: unknown) => node !== null),
      );

      expectConstant(counts, 2);
    },
  );

  test('of rounds with their frameworks and units', async () => {
    const count = async (first: number) =>
      hub.countStatements(() =>
        hub.data(
          `query ($first: Int!) { reportingRounds(first: $first) {
            nodes { name unit { name } framework { code } } totalCount } }`,
          { first },
        ),
      );

    expectConstant([await count(1), await count(2), await count(4)], 5);
  });

  test('of updates with their institutions, rounds and results', async () => {
    const counts = await countAt(
      `query ($first: Int!) { statusUpdates(first: $first) {
        nodes { institution { name unit { name } } round { code } pillars { stage } } totalCount } }`,
      (first) => ({ first }),
      ({ statusUpdates }) => statusUpdates.nodes,
    );

    expectConstant(counts, 8);
  });
});

test('a province takes as many statements as a commune', async () => {
  const count = (unit: string) =>
    hub.countStatements(() =>
      hub.data(
        `{ administrativeUnit(${unit}, on: "2024-12-31") { progress {
          lines { completed targets { standing target { plan { document } } } } warnings { code }
        } } }`,
      ),
    );

  const province = await count('code: "67"');
  const district = await count('code: "660"');
  const commune = await count('code: "24611"');

  expect([district, commune]).toEqual([province, province]);
});

describe('what would be, and who is near, takes as many statements', () => {
  const NEAREST = `nearest(first: $first) { rank institution { name unit { name } }
    pillars { pointsToThreshold unmet { criterion { code } value } } }`;

  test.each([
    ['the public', () => ({}), 19],
    ['a planner', () => cast.planner, 24],
  ])(
    'for one institution as for 50, for one line as for ten, asked by %s',
    async (_name, who, bound) => {
      const counts = await countAt(
        `query ($first: Int!) { administrativeUnit(code: "67", on: "2024-12-31") {
        progress(pillars: [DIGITAL_OPERATIONS], groups: [GENERAL_EDUCATION]) { lines { ${NEAREST} } } } }`,
        (first) => ({ first }),
        ({ administrativeUnit }) => administrativeUnit.progress.lines[0].nearest,
        SIZES,
        who(),
      );
      const tenLines = await countAt(
        `query ($first: Int!) { administrativeUnit(code: "67", on: "2024-12-31") {
        progress { lines { ${NEAREST} } } } }`,
        (first) => ({ first }),
        ({ administrativeUnit }) => administrativeUnit.progress.lines[0].nearest,
        SIZES,
        who(),
      );

      expectConstant([...counts, ...tenLines], bound);
    },
  );

  test('for one commune as for 50', async () => {
    const counts = await countAt(
      `query ($size: Int!, $first: Int!) {
        administrativeUnits(first: $size, orderBy: CODE, filter: { kind: COMMUNE, on: "2025-06-30" }) {
          nodes { progress { lines { ${NEAREST.replace('criterion { code } ', '')} } } } } }`,
      (size) => ({ size, first: 3 }),
      ({ administrativeUnits }) => administrativeUnits.nodes,
      SIZES,
      cast.planner,
    );

    expectConstant(counts, 24);
  });

  test('for one assumption as for 50', async () => {
    const { institutions } = await hub.data(
      `{ institutions(first: 50, orderBy: CODE, filter: { kinds: [PRIMARY_SCHOOL] }) { nodes { id } } }`,
    );
    const counts = await countAt(
      `query ($assume: [ProgressAssumptionInput!]) { administrativeUnit(code: "68") {
        progress(assume: $assume) { lines { completed } assumptions { institution { name } } } } }`,
      (size) => ({
        assume: institutions.nodes.slice(0, size).map(({ id }: any) => ({ institution: id })),
      }),
      ({ administrativeUnit }) => administrativeUnit.progress.assumptions,
    );

    expectConstant(counts, 14);
  });
});

test('many dates of one unit take as many statements as one', async () => {
  const count = (on: string[]) =>
    hub.countStatements(() =>
      hub.data(
        `query ($on: [LocalDate!]!) { administrativeUnit(code: "67", on: "2024-12-31") {
          progressSeries(on: $on) { lines { completed } } } }`,
        { on },
      ),
    );

  const one = await count(['2024-12-31']);
  const twelve = await count(Array.from({ length: 12 }, (_, month) => `2024-12-${10 + month}`));

  expect(twelve).toBe(one);
});

test('the queue of a reviewer takes as many statements for 50 updates as for one', async () => {
  const counts = await countAt(
    ReviewQueueDocument.toString(),
    (first) => ({ first }),
    ({ statusUpdates }) => statusUpdates.nodes,
    SIZES,
    cast.reviewer,
  );

  expectConstant(counts, 11);
});

describe('an approval takes at most twelve SQL statements, from the token to the answer', () => {
  const waiting = async (first: number): Promise<{ id: string; version: number }[]> => {
    const { statusUpdates } = await hub.data(
      ReviewQueueDocument.toString(),
      { first },
      cast.reviewer,
    );
    return statusUpdates.nodes.map(({ id, version }: any) => ({ id, version }));
  };

  test.each([
    ['as it is', {}],
    ['with a key', { idempotencyKey: 'phê duyệt' }],
    ['with changed values', { changes: [{ criterion: 'G1', value: 0, reason: 'Chưa ký' }] }],
    [
      'with changed values and a key',
      { changes: [{ criterion: 'G1', value: 0, reason: 'Chưa ký' }], idempotencyKey: 'sửa' },
    ],
  ])('%s', async (_name, options) => {
    const [update] = await waiting(1);
    let answer: any;

    const count = await hub.countStatements(async () => {
      answer = await hub.data(
        StatusUpdateApproveDocument.toString(),
        { input: { ...update, ...options } },
        cast.reviewer,
      );
    });

    expect(answer.statusUpdateApprove).toMatchObject({ userErrors: [], statusUpdate: {} });
    expect(count).toBeLessThanOrEqual(12);
  });

  test.each([1, 10, 30])('of %d at once', async (size) => {
    const updates = await waiting(size);
    let answer: any;

    const count = await hub.countStatements(async () => {
      answer = await hub.data(
        StatusUpdateApproveManyDocument.toString(),
        { input: { updates } },
        cast.reviewer,
      );
    });

    const { results } = answer.statusUpdateApproveMany;
    expect(results.filter(({ statusUpdate }: any) => statusUpdate).length).toBe(size);
    expect(count).toBeLessThanOrEqual(12);
  });
});

describe('what a round asks of institutions takes as many statements', () => {
  const round = async () => {
    const { reportingRounds } = await hub.data(
      '{ reportingRounds(first: 50) { nodes { id code } } }',
    );
    return reportingRounds.nodes.find(({ code }: any) => code === '2024').id;
  };

  test('for 50 of the list of who is late as for one, with their updates', async () => {
    const id = await round();
    const counts = await countAt(
      `query ($id: ID!, $first: Int!) { node(id: $id) { ... on ReportingRound {
        phase canOpen canExtend canClose
        participations(first: $first, orderBy: LATEST, filter: { notBegun: false }) {
          totalCount
          nodes { daysLate lockReason institution { name } round { code } unit { name } update { revision } }
        } } } }`,
      (first) => ({ first, id }),
      ({ node }) => node.participations.nodes,
      SIZES,
      cast.planner,
    );

    expectConstant(counts, 9);
  });

  // Asked with the list, its reading of units would meet that of the list in one statement, or miss it, by chance.
  test('for how complete it is, in however many units', async () => {
    const id = await round();
    const count = await hub.countStatements(async () => {
      const { node } = await hub.data(
        `query ($id: ID!) { node(id: $id) { ... on ReportingRound {
          completeness { total { called } lines { unit { name } counts { overdue } } } } } }`,
        { id },
        cast.planner,
      );
      expect(node.completeness.lines.length).toBeGreaterThan(1);
    });

    expect(count).toBeLessThanOrEqual(6);
  });

  test('for the rounds of 50 schools as for those of one', async () => {
    const counts = await countAt(
      `query ($first: Int!) { institutions(first: $first, orderBy: CODE, filter: { kinds: [LOWER_SECONDARY_SCHOOL] }) { nodes {
        participations(first: 5) { totalCount nodes { lockReason round { name } update { revision } } } } } }`,
      (first) => ({ first }),
      ({ institutions }) => institutions.nodes,
      SIZES,
      cast.planner,
    );

    expectConstant(counts, 9);
  });

  test('for the completeness of four rounds as for that of one', async () => {
    const count = async (first: number) =>
      hub.countStatements(() =>
        hub.data(
          `query ($first: Int!) { reportingRounds(first: $first) { nodes {
            canClose completeness { unit { name } total { called } lines { unit { name } } } } } }`,
          { first },
          cast.planner,
        ),
      );

    expectConstant([await count(1), await count(2), await count(5)], 7);
  });
});

describe('a form of 60 questions takes as many statements as one of 20,', () => {
  const QUESTIONS = [20, 60];
  let ownHub: TestHub;
  let department: Department;
  beforeAll(async () => {
    ownHub = await startHub({ now });
    department = await departmentOf(ownHub);
  });
  afterAll(() => ownHub.close());

  /** The example with so many questions, of every form that it has. */
  const framework = (questions: number) => {
    const file = JSON.parse(ownFramework(`set-${questions}`));
    const numbers = Array.from({ length: questions }, (_, index) => index);
    const modelOf = (index: number) => file.questions[index % file.questions.length];
    return JSON.stringify({
      ...file,
      questions: numbers.map((index) => ({ ...modelOf(index), code: `q${questions}-${index}` })),
      criteria: numbers.map((index) => ({
        code: `c${index}`,
        section: `${1 + (index % 2)}`,
        question: `q${questions}-${index}`,
        ...POINTS[modelOf(index).answer.kind],
      })),
      sections: file.sections.map((section: object) => ({
        ...section,
        gapReason: { vi: 'Thử', en: 'A test' },
      })),
    });
  };
  const POINTS: Record<string, object> = {
    YES_NO: { points: { rule: 'ALL', maximum: 20 } },
    LEVEL: { points: { rule: 'ALL', maximum: 20 } },
    SHARE: { points: { rule: 'PROPORTION', maximum: 20 } },
  };
  const answersTo = (content: string, value: number) =>
    JSON.parse(content).questions.map(({ code, answer: { kind } }: any) => ({
      question: code,
      ...(kind === 'TEXT' ? { text: `Moodle ${value}` } : { value }),
      ...(kind === 'SHARE' && { total: 40 }),
    }));

  test('to begin it, save it again, hand it in, approve it with changes, and begin the next one with its answers', async () => {
    const counts: Record<string, number[]> = {};
    for (const size of QUESTIONS) {
      const content = framework(size);
      const id = await bringFramework(department, content);
      const round = await callRound(department, [id]);
      const { institution, school } = await newSchool(department, 'UPPER_SECONDARY_SCHOOL');
      const counted = async (name: string, work: () => Promise<Outcome>) => {
        let outcome: Outcome | undefined;
        const count = await ownHub.countStatements(async () => {
          outcome = await work();
        });
        expect(outcome!.refusals).toEqual([]);
        (counts[name] ??= []).push(count);
        return outcome!.update!;
      };
      const saves = (name: string, value: number, where: string, version?: number) =>
        counted(name, () =>
          save(ownHub, school, {
            ...{ institution, round: where, answers: answersTo(content, value) },
            ...(version !== undefined && { version }),
          }),
        );

      const begun = await saves('first save', 1, round);
      const { id: update, version } = await saves('next save', 0, round, begun.version);
      const handedIn = await counted('submit', () =>
        submit(ownHub, school, { id: update, version }),
      );
      const changes = answersTo(content, 1)
        .filter(({ text }: any) => text === undefined)
        .map((each: object) => ({ ...each, reason: 'Đã kiểm tra' }));
      await counted('approve', () =>
        approve(ownHub, department.reviewer, {
          ...{ id: update, version: handedIn.version, changes },
        }),
      );
      const later = await callRound(department, [id], { referenceDate: '2026-11-15' });
      await saves('prefilled', 1, later);
    }

    const bounds = { 'first save': 13, 'next save': 10, submit: 14, approve: 12, prefilled: 13 };
    expect(Object.keys(counts)).toEqual(Object.keys(bounds));
    for (const [name, bound] of Object.entries(bounds)) expectConstant(counts[name]!, bound);
  });
});
