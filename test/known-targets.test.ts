import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { startHub, UNBOUNDED, type TestHub } from './support/hub.js';
import { migrateAgain, olderDemo } from './support/older-demo.js';
import { idOfUnit, signIn, type Headers } from './support/people.js';
import { changePlan, lastMoment } from './support/planning.js';
import { now, TODAY } from './support/reporting.js';

/** The end of the province of the plan, and a target of it. */
const ON = '2025-06-30';
const WANTED = {
  group: 'GENERAL_EDUCATION',
  pillar: null,
  year: 2025,
  sourceStatus: 'ILLUSTRATIVE',
};

let hub: TestHub;
let planner: Headers;
let plan: any;
/** Moments between the changes of the story. */
const moments: string[] = [];
beforeAll(async () => {
  hub = await startHub({ from: await olderDemo(), now, limits: UNBOUNDED });
  planner = await signIn(hub, { role: 'PLANNER', unit: await idOfUnit(hub, '68', TODAY) });
  const { plans } = await hub.data('{ plans(first: 10) { nodes { id document version } } }');
  plan = plans.nodes.find(({ document }: any) => document === 'MINH-HOA-01');
  const changes = [
    () => change('targetSet', { plan: plan.id, ...WANTED, percent: 75 }),
    () => change('planUpdate', { id: plan.id, titleEn: 'The plan as it was amended' }),
    () => change('targetSet', { plan: plan.id, ...WANTED, year: 2026, percent: 80 }),
    async () => {
      const [target] = (await line()).targets;
      await change('targetRemove', { id: target.target.id });
    },
  ];
  for (const each of changes) {
    moments.push(await moment());
    await each();
  }
  moments.push(await moment());
});
afterAll(() => hub.close());

const change = (name: Parameters<typeof changePlan>[3], input: object, of = plan.id) =>
  changePlan(hub, planner, of, name, input);
const moment = () => lastMoment(hub);

const TARGETS = `targets { gapPoints institutionsToGo expectedPercent standing
  target { id year percent plan { id document title version } } }`;

/** The line of all four pillars of schools. */
async function line(knownAt?: string): Promise<any> {
  const { administrativeUnit } = await hub.data(
    `query ($knownAt: DateTime) { administrativeUnit(code: "67", kind: PROVINCE, on: "${ON}") {
      progress(asOf: "${ON}", knownAt: $knownAt, groups: [GENERAL_EDUCATION]) {
        lines { pillar percent completed institutions ${TARGETS} } } } }`,
    { knownAt },
  );
  return oursOf(administrativeUnit.progress.lines.at(-1));
}

/** A line with the targets of the plan of the story alone. */
const oursOf = (found: any) => ({
  ...found,
  targets: found.targets.filter(({ target }: any) => target.plan.document === 'MINH-HOA-01'),
});

const told = ({ targets }: any) =>
  targets.map(({ target }: any) => [target.year, target.percent, target.plan.title]);

const TITLE =
  'Illustrative plan: digital transformation of education in Đắk Nông to 2025, orientation 2030';
const AMENDED = 'The plan as it was amended';

describe('asked for what was known before a revision', () => {
  test('a target that was raised from 40 to 75 is still 40, with the gap and standing of then', async () => {
    const before = await line(moments[0]);
    const after = await line(moments[1]);
    const [then, later] = [before.targets[0], after.targets[0]];

    expect(then.target).toMatchObject({ year: 2025, percent: 40 });
    expect(then.gapPoints).toBeCloseTo(40 - before.percent, 9);
    expect(then.institutionsToGo).toBe(
      Math.ceil((before.institutions * 40) / 100) - before.completed,
    );
    expect(later.target).toMatchObject({ year: 2025, percent: 75 });
    expect(later.gapPoints).toBeCloseTo(75 - after.percent, 9);
    expect(later.expectedPercent).toBeGreaterThan(then.expectedPercent);
  });

  test('each change is known from its moment on, of the plan as well', async () => {
    const answers = [];
    for (const each of moments) answers.push(told(await line(each)));

    expect(answers).toEqual([
      [
        [2025, 40, TITLE],
        [2030, 90, TITLE],
      ],
      [
        [2025, 75, TITLE],
        [2030, 90, TITLE],
      ],
      [
        [2025, 75, AMENDED],
        [2030, 90, AMENDED],
      ],
      [
        [2025, 75, AMENDED],
        [2026, 80, AMENDED],
        [2030, 90, AMENDED],
      ],
      [
        [2026, 80, AMENDED],
        [2030, 90, AMENDED],
      ],
    ]);
    expect(told(await line())).toEqual(answers.at(-1));
  });

  test('several moments in one request each have their own', async () => {
    const { administrativeUnit } = await hub.data(`{
      administrativeUnit(code: "67", kind: PROVINCE, on: "${ON}") {
        ${moments.map((each, index) => `at${index}: progressSeries(on: ["2024-12-31", "${ON}"], knownAt: "${each}") { lines { ${TARGETS} } }`).join('\n')} } }`);

    for (const [index, each] of moments.entries()) {
      const series = administrativeUnit[`at${index}`];
      expect(series).toHaveLength(2);
      expect(oursOf(series[1].lines[4]).targets).toEqual((await line(each)).targets);
      expect(told(oursOf(series[0].lines[4]))).toEqual(told(oursOf(series[1].lines[4])));
    }
  });

  test('a target was not there before it was set, and the demo’s were before its first report', async () => {
    expect(told(await line('2022-04-01T00:00:00Z'))).toEqual([
      [2025, 40, TITLE],
      [2030, 90, TITLE],
    ]);
    expect((await line('2022-02-01T00:00:00Z')).targets).toEqual([]);
  });

  test('downloads say the same as the graph', async () => {
    const path = `/exports/progress.jsonl?asOf=${ON}&unit=67&kind=PROVINCE&only=PROVINCE`;
    const record = async (knownAt: string) => {
      const { body } = await hub.server.inject(`${path}&knownAt=${knownAt}`);
      const records = body
        .trim()
        .split('\n')
        .map((each) => JSON.parse(each));
      return records.find(
        (each) => `${each.group} ${each.pillar}` === 'GENERAL_EDUCATION ALL_FOUR',
      );
    };
    const now = await hub.server.inject(path);

    const then = await record(moments[0]!);
    expect(then).toMatchObject({ target_2025_percent: 40, known_at: moments[0] });
    expect(then).not.toHaveProperty('target_2026_percent');
    expect(then.target_2025_gap_points).toBe((await line(moments[0])).targets[0].gapPoints);
    expect(await record(moments[3]!)).toMatchObject({
      target_2025_percent: 75,
      target_2026_percent: 80,
    });
    const future = await hub.server.inject(`${path}&knownAt=2099-01-01T00:00:00Z`);
    const withMoment = now.body.replaceAll(
      '"target_2025_percent"',
      `"known_at":"${await moment()}","target_2025_percent"`,
    );
    expect(future.body).toBe(withMoment);
    expect((await hub.server.inject(`${path}&knownAt=yesterday`)).json()).toMatchObject({
      code: 'PARAMETERS_INVALID',
    });
  });
});

test('whatever is changed later, nothing moves that was known before', async () => {
  const groups = ['GENERAL_EDUCATION', 'COLLEGE_AND_VOCATIONAL'];
  const pillars = [null, 'DIGITAL_GOVERNANCE', 'STANDARDIZED_DATA'];
  const changes = fc.array(
    fc.record({
      kind: fc.constantFrom('set', 'set', 'remove', 'rename'),
      group: fc.constantFrom(...groups),
      pillar: fc.constantFrom(...pillars),
      year: fc.constantFrom(2025, 2028, 2030),
      percent: fc.integer({ min: 1, max: 10_000 }).map((hundredths) => hundredths / 100),
    }),
    { minLength: 15, maxLength: 15 },
  );
  const { plans } = await hub.data(
    'mutation ($input: PlanCreateInput!) { plans: planCreate(input: $input) { plan { id } } }',
    {
      input: {
        document: 'KH-01',
        titleVi: 'Kế hoạch',
        titleEn: 'Plan',
        issuer: 'UBND',
        unit: await idOfUnit(hub, '67', ON),
        sourceStatus: 'ILLUSTRATIVE',
      },
    },
    planner,
  );
  const { id } = plans.plan;
  const act = async ({ kind, group, pillar, year, percent }: any) => {
    if (kind === 'rename') return change('planUpdate', { id, titleEn: `Plan of ${percent}` }, id);
    if (kind === 'set') {
      const wanted = { group, pillar, year, percent, sourceStatus: 'ILLUSTRATIVE' };
      return change('targetSet', { plan: id, ...wanted }, id);
    }
    const { node } = await hub.data(
      'query ($id: ID!) { node(id: $id) { ... on Plan { targets { id } } } }',
      { id },
    );
    if (node.targets.length > 0) await change('targetRemove', { id: node.targets[0].id }, id);
  };
  const known: [string, unknown][] = [];
  for (const each of fc.sample(changes, { seed: 20261129, numRuns: 1 })[0]!) {
    known.push([await moment(), await answers()]);
    await act(each);
  }
  known.push([await moment(), await answers()]);

  expect(new Set(known.map(([, answer]) => JSON.stringify(answer))).size).toBeGreaterThan(8);
  for (const [knownAt, answer] of known) expect(await answers(knownAt)).toEqual(answer);
});

/** What the graph says of all targets of the province, but for the ids. */
async function answers(knownAt?: string): Promise<unknown> {
  const { administrativeUnit } = await hub.data(
    `query ($knownAt: DateTime) { administrativeUnit(code: "67", kind: PROVINCE, on: "${ON}") {
      progress(asOf: "${ON}", knownAt: $knownAt) {
        lines { targets { gapPoints institutionsToGo expectedPercent requiredPacePerYear standing
          target { group pillar year dueOn percent plan { title version } } } }
        warnings { code } } } }`,
    { knownAt },
  );
  return administrativeUnit.progress;
}

describe('what a plan was', () => {
  const VERSIONS = `versions(first: 10) { totalCount nodes { id title version recordedAt supersededAt canUpdate
    targets { id group pillar year percent plan { id } } } }`;
  const versions = async () => {
    const { node } = await hub.data(
      `query ($id: ID!) { node(id: $id) { ... on Plan { id ${VERSIONS} } } }`,
      { id: plan.id },
      planner,
    );
    return node.versions;
  };

  test('is readable with the targets of then, version by version', async () => {
    const { totalCount, nodes } = await versions();
    const ofAllFour = nodes.map(({ targets }: any) =>
      targets
        .filter(({ group, pillar }: any) => group === 'GENERAL_EDUCATION' && pillar === null)
        .map(({ year, percent }: any) => [year, percent]),
    );

    expect(totalCount).toBe(5);
    expect(nodes.map(({ version, title }: any) => [version, title])).toEqual([
      [5, AMENDED],
      [4, AMENDED],
      [3, AMENDED],
      [2, TITLE],
      [1, TITLE],
    ]);
    expect(ofAllFour).toEqual([
      [
        [2026, 80],
        [2030, 90],
      ],
      [
        [2025, 75],
        [2026, 80],
        [2030, 90],
      ],
      [
        [2025, 75],
        [2030, 90],
      ],
      [
        [2025, 75],
        [2030, 90],
      ],
      [
        [2025, 40],
        [2030, 90],
      ],
    ]);
    expect(nodes.map(({ canUpdate }: any) => canUpdate)).toEqual([
      true,
      false,
      false,
      false,
      false,
    ]);
    for (const [index, each] of nodes.entries())
      expect(each.supersededAt).toBe(index === 0 ? null : nodes[index - 1].recordedAt);
    expect(nodes[4].recordedAt).toBe('2022-03-01T00:00:00.000Z');
  });

  test('has ids of its own, which find it and can change nothing', async () => {
    const { nodes } = await versions();
    const former = nodes[3];
    const target = former.targets.find(({ year, pillar }: any) => year === 2025 && pillar === null);
    const found = await hub.data(
      `query ($ids: [ID!]!) { nodes(ids: $ids) { id ... on Plan { title version } ... on Target { percent plan { id } } } }`,
      { ids: [former.id, target.id] },
    );
    const refused = await hub.data(
      `mutation ($input: TargetRemoveInput!) { targetRemove(input: $input) { plan { id } userErrors { code } } }`,
      { input: { id: target.id, version: 5 } },
      planner,
    );
    const ids = nodes.map(({ id }: any) => id);

    expect(ids[0]).toBe(plan.id);
    expect(new Set(ids).size).toBe(5);
    expect(former.targets.every((each: any) => each.plan.id === former.id)).toBe(true);
    expect(found.nodes).toEqual([
      { id: former.id, title: TITLE, version: 2 },
      { id: target.id, percent: 75, plan: { id: former.id } },
    ]);
    expect(refused.targetRemove).toEqual({ plan: null, userErrors: [{ code: 'NOT_FOUND' }] });
  });

  test('is the plan itself while nothing has changed', async () => {
    const now = await line();
    const known = await line(moments[4]);

    expect(known.targets).toEqual(now.targets);
    for (const { target } of now.targets) expect(target.plan.id).toBe(plan.id);
  });

  test('cannot be written over, not even by SQL', async () => {
    for (const statement of [
      `update row_version set content = '{}'`,
      `update row_version set superseded_at = null`,
      'delete from row_version',
      'truncate row_version',
    ])
      await expect(hub.em.execute(statement)).rejects.toThrow('the versions of a row only grow');
  });

  test('is taken from the audit trail where it was not kept yet', async () => {
    const kept = () =>
      hub.em.execute(`
        select version.of_table, version.row_id, version.superseded_at, known.percent, known.year, known.indicator,
          known."group", known.due_on, known.source_status, known.plan_id,
          version.content ->> 'title_en' as title, version.content ->> 'version' as version,
          case when version.recorded_at > '2026-01-01' then version.recorded_at end as recorded_at
        from row_version as version, jsonb_populate_record(null::target, version.content) as known
        order by version.of_table, version.row_id, recorded_at nulls first`);
    const before = await kept();
    await migrateAgain(hub, '20261130400000-row-versions');

    expect(before.length).toBeGreaterThan(30);
    expect(await kept()).toEqual(before);
  });
});
