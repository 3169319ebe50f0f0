import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { verifyCounts } from '../src/counts/rebuild.service.js';
import { startHub, type TestHub } from './support/hub.js';
import { idOfInstitution } from './support/people.js';
import { castOf, now, SCHOOL, type Cast } from './support/reporting.js';
import { AS_OF, lineOfWalk, NEW, OLD, walk } from './support/walk.js';

const LINES = `lines {
  group pillar institutions completed reported inReview notReported notApplicable percent
  targets { target { year percent } gapPoints institutionsToGo standing }
}`;

let hub: TestHub;
let cast: Cast;
beforeAll(async () => {
  hub = await startHub({ from: 'demo', now });
  cast = await castOf(hub);
});
afterAll(() => hub.close());

/** The same institutions, as the assumptions have them. */
function assuming(institutions: any[], assumptions: any[]): any[] {
  return institutions.map((each) => ({
    ...each,
    pillars: each.pillars.map((status: any) => {
      const about = assumptions.find(
        ({ institution, pillars }) =>
          institution === each.id &&
          (pillars?.includes(status.pillar) ?? status.observation !== 'NOT_APPLICABLE'),
      );
      if (!about) return status;
      const { completed = true } = about;
      const other = status.stage === 'COMPLETED' ? 'IN_PROGRESS' : status.stage;
      return {
        ...status,
        observation: 'REPORTED',
        stage: completed ? 'COMPLETED' : (other ?? 'IN_PROGRESS'),
      };
    }),
  }));
}

describe('a report under assumptions', () => {
  /** Some of every kind: completed, not completed, in review, silent; of both groups. */
  function someOf(institutions: any[]): any[] {
    const pick = (count: number, fits: (status: any) => boolean) =>
      institutions.filter(({ pillars }) => fits(pillars[0])).slice(0, count);
    const done = pick(2, ({ stage }) => stage === 'COMPLETED');
    const open = pick(3, ({ stage }) => stage === 'IN_PROGRESS');
    const waiting = pick(2, ({ observation }) => /IN_REVIEW|RETURNED/.test(observation));
    const silent = pick(3, ({ observation }) => observation === 'NOT_REPORTED');
    const colleges = institutions
      .filter(({ group }) => group === 'COLLEGE_AND_VOCATIONAL')
      .slice(-2);
    expect([done, open, waiting, silent, colleges].map(({ length }) => length)).toEqual([
      2, 3, 2, 3, 2,
    ]);
    return [
      { institution: done[0].id },
      { institution: done[1].id, pillars: ['DIGITAL_GOVERNANCE'], completed: false },
      { institution: open[0].id },
      { institution: open[1].id, pillars: ['DIGITAL_GOVERNANCE', 'STANDARDIZED_DATA'] },
      { institution: open[2].id, completed: false },
      { institution: waiting[0].id },
      { institution: waiting[1].id, pillars: ['DIGITAL_OPERATIONS'] },
      { institution: silent[0].id },
      { institution: silent[1].id, pillars: ['DIGITAL_GOVERNANCE'] },
      { institution: silent[2].id, completed: false },
      ...colleges.map(({ id }) => ({ institution: id })),
    ];
  }

  test.each([
    ['on the borders of then', OLD, 'AS_REPORTED', null],
    ['restated on the borders of now', NEW, 'CURRENT_UNITS', null],
    ['as was known earlier', OLD, 'AS_REPORTED', '2024-08-01T00:00:00Z'],
  ])('counts %s what a walk with the assumptions counts', async (_name, unit, basis, knownAt) => {
    const institutions = await walk(hub, knownAt);
    const assume = someOf(institutions);

    const { administrativeUnit } = await hub.data(
      `query ($asOf: LocalDate!, $knownAt: DateTime, $basis: BoundaryBasis!, $assume: [ProgressAssumptionInput!]) {
        administrativeUnit(${unit}) {
          real: progress(asOf: $asOf, knownAt: $knownAt, basis: $basis) { hypothetical ${LINES} }
          assumed: progress(asOf: $asOf, knownAt: $knownAt, basis: $basis, assume: $assume) {
            hypothetical ${LINES}
          }
        } }`,
      { asOf: AS_OF, knownAt, basis, assume },
    );

    const { real, assumed } = administrativeUnit;
    const expected = assuming(institutions, assume);
    expect([real.hypothetical, assumed.hypothetical]).toEqual([false, true]);
    for (const [index, line] of assumed.lines.entries()) {
      expect(real.lines[index]).toMatchObject(lineOfWalk(institutions, line));
      expect(line).toMatchObject(lineOfWalk(expected, line));
      expect(line.percent).toBeCloseTo((line.completed / line.institutions) * 100, 9);
      for (const { target, gapPoints, institutionsToGo } of line.targets) {
        const needed = Math.ceil((target.percent * line.institutions) / 100);
        expect(gapPoints).toBeCloseTo(target.percent - line.percent, 9);
        expect(institutionsToGo).toBe(Math.max(0, needed - line.completed));
      }
    }
    expect(assumed.lines).not.toEqual(real.lines);
  });

  test('says so: what it assumes, a warning, and extensions.data; a real one says that it is real', async () => {
    const id = await idOfInstitution(hub, SCHOOL);
    const ask = (assume: object[] | null) =>
      hub.ask(
        `query ($asOf: LocalDate!, $assume: [ProgressAssumptionInput!]) {
          administrativeUnit(${OLD}) { progress(asOf: $asOf, assume: $assume) {
            hypothetical
            assumptions { institution { code } pillars completed }
            warnings { code institutions message }
          } } }`,
        { asOf: AS_OF, assume },
      );

    const assumed = await ask([
      { institution: id, pillars: ['DIGITAL_OPERATIONS', 'DIGITAL_GOVERNANCE'] },
      { institution: id, pillars: ['STANDARDIZED_DATA'], completed: false },
    ]);
    const left = await ask([{ institution: id }]);
    const [real, none] = [await ask(null), await ask([])];

    expect(assumed.errors).toEqual([]);
    expect(assumed.extensions.data.hypothetical).toBe(true);
    expect(assumed.data.administrativeUnit.progress).toMatchObject({
      hypothetical: true,
      assumptions: [
        {
          institution: { code: SCHOOL },
          pillars: ['DIGITAL_OPERATIONS', 'DIGITAL_GOVERNANCE'],
          completed: true,
        },
        { institution: { code: SCHOOL }, pillars: ['STANDARDIZED_DATA'], completed: false },
      ],
    });
    expect(assumed.data.administrativeUnit.progress.warnings[0]).toEqual({
      code: 'HYPOTHETICAL',
      institutions: 1,
      message:
        'These figures are hypothetical, not real: 1 institution(s) are counted as assumptions says.',
    });
    expect(left.data.administrativeUnit.progress.assumptions[0].pillars).toHaveLength(4);
    for (const { data, extensions } of [real, none]) {
      expect(extensions.data.hypothetical).toBe(false);
      expect(data.administrativeUnit.progress).toMatchObject({
        hypothetical: false,
        assumptions: [],
      });
      const codes = data.administrativeUnit.progress.warnings.map(({ code }: any) => code);
      expect(codes).not.toContain('HYPOTHETICAL');
    }
  });

  test('is never stored: the roll-up and the revision of the data stay', async () => {
    const id = await idOfInstitution(hub, SCHOOL);
    const real = `{ administrativeUnit(${OLD}) { progress(asOf: "${AS_OF}") { ${LINES} } } }`;
    const before = await hub.ask(real);

    await hub.data(
      `query ($assume: [ProgressAssumptionInput!]) { administrativeUnit(${OLD}) {
        progress(asOf: "${AS_OF}", assume: $assume) { ${LINES} } } }`,
      { assume: [{ institution: id }] },
    );

    expect(await hub.ask(real)).toEqual(before);
    expect(await verifyCounts(hub.em)).toEqual([]);
  });

  test('of a series assumes the same on every date, and leaves the past of each as it was', async () => {
    const silent = (await walk(hub)).filter(
      ({ pillars }) => pillars[0].observation === 'NOT_REPORTED',
    );
    const assume = silent.slice(0, 4).map(({ id }) => ({ institution: id }));
    const series = `groups: [GENERAL_EDUCATION], pillars: [DIGITAL_GOVERNANCE]`;

    const { administrativeUnit } = await hub.data(
      `query ($assume: [ProgressAssumptionInput!], $on: [LocalDate!]) { administrativeUnit(${OLD}) {
        real: progressSeries(on: $on, ${series}) { lines { completed targets { pacePerYear } } }
        assumed: progressSeries(on: $on, ${series}, assume: $assume) {
          hypothetical lines { institutions completed percent targets { pacePerYear } } }
        baseline: progress(asOf: "2022-05-31", ${series}) { lines { percent } }
      } }`,
      { assume, on: ['2023-12-31', AS_OF] },
    );

    const { real, assumed, baseline } = administrativeUnit;
    const years = [579, 945].map((days) => days / 365.25);
    for (const [index, { hypothetical, lines }] of assumed.entries()) {
      expect(hypothetical).toBe(true);
      expect(lines[0].completed).toBe(real[index].lines[0].completed + 4);
      const pace = (lines[0].percent - baseline.lines[0].percent) / years[index]!;
      expect(lines[0].targets[0].pacePerYear).toBeCloseTo(pace, 9);
    }
  });
});

describe('assumptions that cannot be made are refused', () => {
  const QUERY = `query ($unit: String!, $on: LocalDate!, $assume: [ProgressAssumptionInput!]) {
    administrativeUnit(code: $unit, on: $on) { progress(asOf: $on, assume: $assume) { hypothetical } } }`;
  const ask = (assume: object[], unit = '67', language = 'en') =>
    hub.ask(QUERY, { unit, on: AS_OF, assume }, { 'accept-language': language });
  const idOf = async (where: string): Promise<string> => {
    const { institutions } = await hub.data(
      `{ institutions(first: 1, ${where}) { nodes { id } } }`,
    );
    return institutions.nodes[0].id;
  };

  test('all at once, each with its place, a code and a sentence in both languages', async () => {
    const [school, centre] = [
      await idOfInstitution(hub, SCHOOL),
      await idOf('filter: { on: "2024-12-31", kinds: [VOCATIONAL_CENTRE] }'),
    ];
    const gone =
      await hub.data(`{ institutions(first: 100, filter: { on: "2024-07-31", kinds: [LOWER_SECONDARY_SCHOOL] }) {
      nodes { id closedOn } } }`);
    const shut = gone.institutions.nodes.find(({ closedOn }: any) => closedOn === '2024-07-31').id;
    const assume = [
      { institution: 'nonsense' },
      { institution: cast.province },
      { institution: Buffer.from('Institution:999999').toString('base64url') },
      { institution: shut },
      { institution: centre, pillars: ['OPEN_LEARNING_RESOURCES'] },
      { institution: school, pillars: [] },
      { institution: school, pillars: ['STANDARDIZED_DATA'] },
      { institution: school, completed: false },
    ];
    const english = await ask(assume);
    const vietnamese = await ask(assume, '67', 'vi');

    expect(english.errors).toHaveLength(1);
    expect(english.errors[0]!.message).toBe(
      'assume has 7 mistake(s), see problems; the first: assume[0]: no institution has this id.',
    );
    const { code, argument, problems } = english.errors[0]!.extensions as any;
    expect({ code, argument }).toEqual({ code: 'ASSUMPTION_REFUSED', argument: 'assume' });
    expect(problems.map(({ code, field }: any) => [code, field.join('.')])).toEqual([
      ['NOT_FOUND', 'assume.0.institution'],
      ['NOT_FOUND', 'assume.1.institution'],
      ['NOT_FOUND', 'assume.2.institution'],
      ['NOT_OPERATING', 'assume.3.institution'],
      ['PILLAR_NOT_APPLICABLE', 'assume.4.pillars'],
      ['PILLARS_MISSING', 'assume.5.pillars'],
      ['CONTRADICTION', 'assume.7.completed'],
    ]);
    expect((vietnamese.errors[0]!.extensions as any).problems[0].message).toBe(
      'assume[0]: không có cơ sở nào mang id này.',
    );
  });

  test('when the institution is in another unit', async () => {
    const elsewhere = await idOf(
      'filter: { on: "2024-12-31", settled: true, kinds: [PRIMARY_SCHOOL] }, orderBy: CODE',
    );
    const { node } = await hub.data(
      `query ($id: ID!) { node(id: $id) { ... on Institution { unit(on: "${AS_OF}") { code } } } }`,
      { id: elsewhere },
    );
    const { administrativeUnits } = await hub.data(
      `{ administrativeUnits(first: 100, filter: { kind: COMMUNE, on: "${AS_OF}" }) { nodes { code } } }`,
    );
    const other = administrativeUnits.nodes.find(({ code }: any) => code !== node.unit.code);

    const [there, here] = [
      await ask([{ institution: elsewhere }], other.code),
      await ask([{ institution: elsewhere }], node.unit.code),
    ];

    expect((there.errors[0]!.extensions as any).problems).toMatchObject([
      { code: 'NOT_IN_UNIT', field: ['assume', '0', 'institution'] },
    ]);
    expect(here.errors).toEqual([]);
  });

  test('when there are more than 250', async () => {
    const school = await idOfInstitution(hub, SCHOOL);
    const many = (length: number) => Array.from({ length }, () => ({ institution: school }));

    const [most, more] = [await ask(many(250)), await ask(many(251))];

    expect(most.errors).toEqual([]);
    expect(more.errors).toMatchObject([
      {
        message: 'assume has 251 items; at most 250 are taken. Split it over several requests.',
        extensions: { code: 'LIST_TOO_LONG', argument: 'assume' },
      },
    ]);
  });

  test('and the other reports of the answer stand', async () => {
    const { data, errors } = await hub.ask(`{
      wrong: administrativeUnit(${OLD}) { progress(asOf: "${AS_OF}", assume: [{ institution: "x" }]) { asOf } }
      right: administrativeUnit(${OLD}) { progress(asOf: "${AS_OF}") { asOf } }
    }`);

    expect(errors).toMatchObject([{ extensions: { code: 'ASSUMPTION_REFUSED' } }]);
    expect(data).toEqual({ wrong: { progress: null }, right: { progress: { asOf: AS_OF } } });
  });
});
