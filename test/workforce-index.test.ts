import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import {
  WorkforceRecordCreateDocument,
  WorkforceRecordUpdateDocument,
} from '../clients/typescript/src/generated/graphql.js';
import { dumpOf } from './support/dump.js';
import { startHub, UNBOUNDED, type TestHub } from './support/hub.js';
import { idOfUnit, type Headers } from './support/people.js';
import { approve, castOf, handedIn, now, TODAY, type Cast } from './support/reporting.js';

const OLD = 'code: "67", kind: PROVINCE, on: "2024-12-31"';

const INDEX = `year asOf knownAt hypothetical points maximumPoints index withheld edition { code version }
  components { code state points maximumPoints withheld
    inputs { name state value withheld expired assumed records { id } } }`;

let hub: TestHub;
let cast: Cast;
let former: string;
beforeAll(async () => {
  hub = await startHub({ from: 'demo', now, limits: UNBOUNDED });
  cast = await castOf(hub);
  former = await idOfUnit(hub, '67', '2024-12-31');
});
afterAll(() => hub.close());

/** The index of Đắk Nông, or what is asked of it. */
async function indexOf(asked: string, fields = INDEX, who: Headers = {}): Promise<any> {
  const { unit } = await hub.data(
    `{ unit: administrativeUnit(${OLD}) { index: workforceIndex(${asked}) { ${fields} } } }`,
    {},
    who,
  );
  return unit.index;
}

/** All of a connection of an index, page by page. */
async function allOf(asked: string, connection: string, fields: string): Promise<any[]> {
  const found: any[] = [];
  for (let after: string | null = null, more = true; more;) {
    const index = await indexOf(
      asked,
      `${connection}(first: 100${after ? `, after: "${after}"` : ''}) {
        nodes { ${fields} } pageInfo { hasNextPage endCursor } }`,
    );
    found.push(...index[connection].nodes);
    ({ endCursor: after, hasNextPage: more } = index[connection].pageInfo);
  }
  return found;
}

const codesIn = ({ components }: any, state: string) =>
  components.filter((each: any) => each.state === state).map(({ code }: any) => code);
const tenThousandths = (points: number) => Math.round(points * 10_000);
const sumOf = (points: readonly number[]) =>
  points.reduce((sum, each) => sum + tenThousandths(each), 0);

describe('the index of 2021', () => {
  test('tells what is not there from what nobody counted, with the reasons of the report', async () => {
    const index = await indexOf(
      'year: 2021',
      `${INDEX} components { notes { source } }
      published { value rank ofHowMany note source }`,
    );

    expect(index).toMatchObject({
      asOf: '2021-12-31',
      edition: { code: 'workforce-2022-illustrative', version: 1 },
      points: 10.4,
      maximumPoints: 100,
      index: 0.104,
      withheld: null,
      hypothetical: false,
    });
    expect(codesIn(index, 'ZERO')).toEqual(['1', '2', '3', '4', '5']);
    expect(codesIn(index, 'NOT_COUNTED')).toEqual(['7', '9', '11', '12', '13']);
    expect(codesIn(index, 'SCORED')).toEqual(['6', '8', '10']);
    const reasons = (code: string) =>
      index.components
        .find((each: any) => each.code === code)
        .notes.map(({ source }: any) => source)
        .join();
    expect(reasons('1')).toContain('năm 2021 chưa có tổ công nghệ số cộng đồng');
    expect(reasons('4')).toContain('chưa được giao nhiệm vụ');
    expect(reasons('5')).toContain('chưa có bộ phận về chuyển đổi số');
    expect(reasons('11')).toContain('chưa thống kê được số người học được đào tạo');
    expect(index.published).toMatchObject({ value: 0.0538, rank: 58, ofHowMany: 63 });
    expect(index.published.note).toContain('Of 13 component indicators');
    expect(index.published.note).toContain('could not count students trained');
  });

  test('says what counting alone would have brought, at the most and at the least', async () => {
    const gaps = await allOf(
      'year: 2021',
      'gaps',
      'key kind components rank tied leastPoints mostPoints owner institution { id } cure { input value }',
    );

    const registry = gaps.filter(({ institution }) => institution === null);
    expect(
      registry
        .filter(({ kind }) => kind === 'NOT_COUNTED')
        .map(({ components, leastPoints, mostPoints }) => [components, leastPoints, mostPoints]),
    ).toEqual([
      [['7'], 0, 8],
      [['11'], 0, 8],
      [['9'], 0, 6],
    ]);
    expect(registry.filter(({ kind }) => kind === 'NOT_DONE').map(({ key }) => key)).toEqual([
      ...['1', '2', '4', '5', '3', '10', '8', '6'].map((code) => `component:${code}`),
    ]);
    const of = (wanted: string) => gaps.find(({ key }) => key === wanted);
    expect(of('component:1')).toMatchObject({
      leastPoints: 10,
      mostPoints: 10,
      owner: 'Department of Information and Communications',
      cure: [{ input: 'communesWithTeam', value: 71 }],
    });
    expect(of('component:11').owner).toBe('Department of Education and Training');
    // Every school and college that had not reported; counting them might bring nothing.
    const institutions = gaps.filter(({ institution }) => institution !== null);
    expect(institutions.length).toBeGreaterThan(100);
    for (const gap of institutions)
      expect(gap).toMatchObject({ kind: 'NOT_REPORTED', leastPoints: 0, cure: [] });
    // Sorted by what they bring, ties on one place.
    for (const [index, gap] of gaps.entries()) {
      const above = gaps.filter(
        (other) =>
          other.mostPoints > gap.mostPoints ||
          (other.mostPoints === gap.mostPoints && other.leastPoints > gap.leastPoints),
      );
      expect(gap.rank).toBe(above.length + 1);
      expect(gap.rank).toBeLessThanOrEqual(index + 1);
      const same = gaps.filter(({ rank }) => rank === gap.rank);
      expect(gap.tied).toBe(same.length > 1);
    }
  });
});

test('for 2022 the same query shows the teams, the officers and the classes scored', async () => {
  const { components } = await indexOf('year: 2022');

  expect(
    components.slice(0, 11).map(({ code, state, points }: any) => [code, state, points]),
  ).toEqual([
    ['1', 'SCORED', 10],
    ['2', 'SCORED', 10],
    ['3', 'NOT_COUNTED', 0],
    // What was counted for 2021 is good no longer.
    ['4', 'NOT_COUNTED', 0],
    ['5', 'NOT_COUNTED', 0],
    ['6', 'SCORED', 7.1429],
    ['7', 'NOT_COUNTED', 0],
    ['8', 'SCORED', 4],
    ['9', 'SCORED', 6],
    ['10', 'NOT_COUNTED', 0],
    ['11', 'NOT_COUNTED', 0],
  ]);
  const expired = components
    .flatMap(({ inputs }: any) => inputs)
    .filter(({ expired }: any) => expired)
    .map(({ name }: any) => name);
  expect(expired).toEqual(
    expect.arrayContaining(['duty', 'unit', 'communeMembersTrained', 'officialsTrained']),
  );
  const gaps = await allOf('year: 2022', 'gaps', 'kind components institution { id }');
  const kinds = gaps.filter(({ institution }) => institution === null);
  expect(kinds.filter(({ kind }) => kind === 'EXPIRED').flatMap((gap) => gap.components)).toEqual(
    expect.arrayContaining(['4', '5', '10']),
  );
});

test.each([2021, 2022, 2024])(
  'every point of %i is in the ledger, which names records and updates that there are',
  async (year) => {
    const { points, components } = await indexOf(`year: ${year}`);

    expect(sumOf(components.map((each: any) => each.points ?? 0))).toBe(tenThousandths(points));
    for (const [position, component] of components.entries()) {
      const entries: any[] = [];
      for (let after = '', more = true; more;) {
        const index = await indexOf(
          `year: ${year}`,
          `components { ledger(first: 100${after}) { nodes { points input assumed
            record { id source } update { id state institution { id } } institution { id } }
            pageInfo { hasNextPage endCursor } } }`,
        );
        const { nodes, pageInfo } = index.components[position].ledger;
        entries.push(...nodes);
        more = pageInfo.hasNextPage && component.state === 'SCORED';
        after = `, after: "${pageInfo.endCursor}"`;
      }
      expect(sumOf(entries.map((entry) => entry.points))).toBe(
        tenThousandths(component.points ?? 0),
      );
      for (const entry of entries) {
        expect(entry.assumed).toBe(false);
        if (entry.institution) {
          expect(entry.update).toMatchObject({ institution: entry.institution });
          expect(entry.record).toBeNull();
        } else expect(entry.record.source).not.toBe('');
      }
      expect(entries.length > 0).toBe(component.state === 'SCORED');
    }
  },
);

describe('which index', () => {
  test('is the edition for the kind of unit and the year, or the one that is named', async () => {
    expect(await indexOf('year: 2020')).toBeNull();
    expect(await indexOf('year: 2026, asOf: "2024-12-31"')).toBeNull();
    expect(await indexOf('year: 2022, edition: "nothing"')).toBeNull();
    const named = await indexOf('year: 2022, edition: "commune-2026"', 'edition { code }');
    expect(named.edition.code).toBe('commune-2026');
    const { unit } = await hub.data(
      `{ unit: administrativeUnit(code: "24611", on: "${TODAY}") {
        a: workforceIndex(year: 2026) { edition { code } asOf } b: workforceIndex(year: 2025) { year } } }`,
    );
    expect(unit).toEqual({ a: { edition: { code: 'commune-2026' }, asOf: TODAY }, b: null });
  });

  test('is refused for a date on which there was no unit', async () => {
    const { errors } = await hub.ask(
      `{ administrativeUnit(${OLD}) { workforceIndex(year: 2025, asOf: "2025-07-01") { points } } }`,
    );
    expect(errors.map(({ extensions }) => extensions.code)).toEqual(['OUTSIDE_UNIT_SPAN']);
  });
});

describe('what was known', () => {
  const momentNow = async () => (await hub.ask('{ __typename }')).extensions.data.publishedAt;

  test('of a record that was corrected later is read as it was', async () => {
    const create = (counts: object[]) =>
      hub.data(
        WorkforceRecordCreateDocument.toString(),
        {
          input: {
            unit: former,
            kind: 'TRAINED_PEOPLE',
            audience: 'STUDENTS',
            validFrom: '2023-06-30',
            counts,
            source: 'Công văn 5',
            sourceStatus: 'CONFIRMED',
          },
        },
        cast.planner,
      );
    const counts = (trained: number) => [
      { quantity: 'TRAINED', value: trained },
      { quantity: 'TO_BE_TRAINED', value: 1000 },
    ];
    const before = await momentNow();
    const { workforceRecordCreate } = await create(counts(100));
    const first = await momentNow();
    const { workforceRecordUpdate } = await hub.data(
      WorkforceRecordUpdateDocument.toString(),
      {
        input: {
          id: workforceRecordCreate.workforceRecord.id,
          version: 1,
          validFrom: '2023-06-30',
          counts: counts(250),
          source: 'Công văn 6',
          sourceStatus: 'CONFIRMED',
        },
      },
      cast.planner,
    );
    expect(workforceRecordUpdate.userErrors).toEqual([]);
    const studentsAt = async (knownAt?: string, asOf = '2023-12-31') => {
      const known = knownAt ? `, knownAt: "${knownAt}"` : '';
      const { components } = await indexOf(`year: 2023, asOf: "${asOf}"${known}`);
      const { state, points } = components.find(({ code }: any) => code === '11');
      return [state, points];
    };

    expect(await studentsAt(before)).toEqual(['NOT_COUNTED', 0]);
    expect(await studentsAt(first)).toEqual(['SCORED', 1.6]);
    expect(await studentsAt()).toEqual(['SCORED', 4]);
    expect(await studentsAt(undefined, '2023-06-29')).toEqual(['NOT_COUNTED', 0]);
  });

  test('of an approval counts from its moment on', async () => {
    const province = `{ unit: administrativeUnit(code: "68", on: "${TODAY}") {`;
    const edition = 'year: 2026, edition: "workforce-2022-illustrative"';
    const schools = async (knownAt: string | null) => {
      const known = knownAt ? `, knownAt: "${knownAt}"` : '';
      const { unit } = await hub.data(
        `${province} workforceIndex(${edition}, asOf: "2026-12-31"${known}) {
          components { code inputs { name value } } } } }`,
      );
      return unit.workforceIndex.components
        .find(({ code }: any) => code === '12')
        .inputs.find(({ name }: any) => name === 'schoolsCompleted').value;
    };
    const { id, version } = await handedIn(hub, cast);
    const before = await momentNow();
    const counted = await schools(null);

    const { update } = await approve(hub, cast.reviewer, { id, version });

    expect(update).toMatchObject({ state: 'APPROVED' });
    expect(await schools(null)).toBe(counted + 1);
    expect(await schools(before)).toBe(counted);
  });
});

test('every number says what it counts, also which institutions', async () => {
  const index = await indexOf(
    'year: 2021',
    'components { code inputs { name quantity tier audience group completed } }',
  );
  const inputs = index.components.flatMap((each: any) => each.inputs);
  const named = (wanted: string) => inputs.find(({ name }: any) => name === wanted);

  const nothing = { quantity: null, tier: null, audience: null, group: null, completed: false };
  const schools = { ...nothing, group: 'GENERAL_EDUCATION' };
  expect(named('schools')).toEqual({ ...schools, name: 'schools' });
  expect(named('schoolsCompleted')).toEqual({
    ...schools,
    name: 'schoolsCompleted',
    completed: true,
  });
  expect(named('communesWithTeam')).toEqual({
    ...nothing,
    name: 'communesWithTeam',
    quantity: 'UNITS_WITH_TEAM',
    tier: 'COMMUNE',
  });
  expect(named('members')).toEqual({ ...nothing, name: 'members' });
});

describe('the index of a unit above others', () => {
  test('adds up what those below have counted, once each of them has', async () => {
    const district = await idOfUnit(hub, '667', '2024-12-31');
    const { unit } = await hub.data(
      `{ unit: administrativeUnit(code: "667", on: "2024-12-31") {
        children(first: 50) { nodes { id } } } }`,
    );
    const communes: string[] = unit.children.nodes.map(({ id }: any) => id);
    const count = (id: string, members: number, trained: number) =>
      hub.data(
        WorkforceRecordCreateDocument.toString(),
        {
          input: {
            unit: id,
            kind: 'COMMUNITY_TEAMS',
            tier: 'COMMUNE',
            validFrom: '2024-03-01',
            validTo: '2024-12-30',
            counts: [
              { quantity: 'TEAM_MEMBERS', value: members },
              { quantity: 'TEAM_MEMBERS_TRAINED', value: trained },
            ],
            source: 'Báo cáo xã',
            sourceStatus: 'CONFIRMED',
          },
        },
        cast.planner,
      );
    const component = async (asOf: string) => {
      const { node } = await hub.data(
        `query ($id: ID!) { node(id: $id) { ... on AdministrativeUnit {
          workforceIndex(year: 2024, edition: "commune-2026", asOf: "${asOf}") { components {
            code state points inputs { name state value expired records { id } } } } } } }`,
        { id: district },
      );
      return node.workforceIndex.components.at(-1);
    };

    for (const commune of communes.slice(1)) await count(commune, 10, 5);
    expect(await component('2024-06-30')).toMatchObject({ state: 'NOT_COUNTED', points: 0 });

    await count(communes[0]!, 20, 20);
    const members = 10 * (communes.length - 1) + 20;
    const trained = 5 * (communes.length - 1) + 20;
    expect(await component('2024-06-30')).toMatchObject({
      state: 'SCORED',
      points: Math.round((100_000 * trained) / members) / 10_000,
      inputs: [
        { name: 'membersTrained', value: trained, records: { length: communes.length } },
        { name: 'members', value: members },
      ],
    });
    // The day after the last one it has expired.
    expect(await component('2024-12-31')).toMatchObject({
      state: 'NOT_COUNTED',
      inputs: [{ expired: true }, { expired: true }],
    });
  });

  test('does not ask for institutions where there are none', async () => {
    const { unit } = await hub.data(
      `{ unit: administrativeUnit(code: "60", on: "2024-12-31") { workforceIndex(year: 2024) {
        maximumPoints components { code state points } } } }`,
    );

    expect(codesIn(unit.workforceIndex, 'NOT_APPLICABLE')).toEqual(['12', '13']);
    expect(unit.workforceIndex.maximumPoints).toBe(86);
    expect(unit.workforceIndex.components.at(-1).points).toBeNull();
  });
});

describe('assumptions', () => {
  test.each([2021, 2022, 2024])(
    'that close a gap of %i bring exactly what the gap said, for every gap',
    async (year) => {
      const { points } = await indexOf(`year: ${year}`);
      const gaps = await allOf(`year: ${year}`, 'gaps', 'key mostPoints');
      expect(gaps.length).toBeGreaterThan(5);

      for (let start = 0; start < gaps.length; start += 50) {
        const some = gaps.slice(start, start + 50);
        const { unit } = await hub.data(
          `{ unit: administrativeUnit(${OLD}) { ${some
            .map(
              ({ key }, index) =>
                `g${index}: workforceIndex(year: ${year}, assume: [{ gap: "${key}" }]) { points hypothetical }`,
            )
            .join('\n')} } }`,
        );
        for (const [index, { key, mostPoints }] of some.entries()) {
          const assumed = unit[`g${index}`];
          expect([key, tenThousandths(assumed.points), assumed.hypothetical]).toEqual([
            key,
            tenThousandths(points) + tenThousandths(mostPoints),
            true,
          ]);
        }
      }
    },
    60_000,
  );

  test('of every kind are marked, stand in the ledger, and store nothing', async () => {
    const [school] = await allOf('year: 2024', 'gaps', 'institution { id } mostPoints').then(
      (gaps) => gaps.filter(({ institution }) => institution !== null),
    );
    const assume = `[{ gap: "component:4" }, { input: "officersFullTime", value: 14 },
      { institution: "${school.institution.id}" }]`;
    const asked = `{ unit: administrativeUnit(${OLD}) {
      real: workforceIndex(year: 2024) { hypothetical points }
      assumed: workforceIndex(year: 2024, assume: ${assume}) { hypothetical points
        components { code points inputs { name value assumed }
          ledger(first: 1) { nodes { assumed record { id } update { id } institution { id } } } } } } }`;
    const before = await dumpOf(hub);

    const answer = await hub.ask(asked);

    expect(await dumpOf(hub)).toBe(before);
    expect(answer.extensions.data.hypothetical).toBe(true);
    const { real, assumed } = answer.data.unit;
    expect([real.hypothetical, assumed.hypothetical]).toEqual([false, true]);
    expect(tenThousandths(assumed.points)).toBe(
      tenThousandths(real.points) + sumOf([8, 4, school.mostPoints]),
    );
    const seventh = assumed.components.find(({ code }: any) => code === '7');
    expect(seventh).toMatchObject({
      points: 4,
      inputs: [
        { name: 'officersFullTime', value: 14, assumed: true },
        { name: 'officers', value: 28, assumed: false },
      ],
      ledger: { nodes: [{ assumed: true, record: null, update: null, institution: null }] },
    });
    const again = await hub.ask(
      `{ administrativeUnit(${OLD}) { workforceIndex(year: 2024) { points } } }`,
    );
    expect(again.extensions.data.hypothetical).toBe(false);
    expect(again.data.administrativeUnit.workforceIndex.points).toBe(real.points);
  });

  test.each([
    [
      'en',
      'assume has 8 mistake(s), see problems; the first: This index has no gap “component:99”',
    ],
    ['vi', 'Có 8 chỗ sai trong assume (xem problems); chỗ đầu tiên: Chỉ số này không có'],
  ])('that cannot be made are refused all at once, in %s', async (language, message) => {
    const { data, errors } = await hub.ask(
      `{ administrativeUnit(${OLD}) { workforceIndex(year: 2021, assume: [
        { gap: "component:99" }, { gap: "component:1" }, { input: "members", value: 3 },
        { input: "nothing", value: 3 }, { input: "duty", value: -1 }, { input: "duty" }, {},
        { gap: "component:1", input: "duty", value: 1 }, { institution: "${former}" },
      ]) { points } } }`,
      {},
      { 'accept-language': language },
    );

    expect(data).toEqual({ administrativeUnit: { workforceIndex: null } });
    expect(errors).toHaveLength(1);
    const { extensions } = errors[0]! as any;
    expect(extensions).toMatchObject({ code: 'ASSUMPTION_REFUSED', argument: 'assume' });
    expect(errors[0]!.message).toContain(message);
    expect(extensions.problems.map(({ code, field }: any) => `${field.join('.')} ${code}`)).toEqual(
      [
        'assume.0.gap NOT_FOUND',
        'assume.2.input NOT_FOUND',
        'assume.3.input NOT_FOUND',
        'assume.4.value VALUE_OUT_OF_RANGE',
        'assume.5.gap NOT_ONE_ASSUMPTION',
        'assume.6.gap NOT_ONE_ASSUMPTION',
        'assume.7.gap NOT_ONE_ASSUMPTION',
        'assume.8.institution NOT_IN_UNIT',
      ],
    );
  });

  test('are at most 250', async () => {
    const { errors } = await hub.ask(
      `query ($assume: [IndexAssumption!]) { administrativeUnit(${OLD}) {
        workforceIndex(year: 2021, assume: $assume) { points } } }`,
      { assume: Array.from({ length: 251 }, () => ({ gap: 'component:1' })) },
    );
    expect(errors.map(({ extensions }) => extensions.code)).toEqual(['LIST_TOO_LONG']);
  });
});

test('planners see what the public does not', async () => {
  const commune = await idOfUnit(hub, '24611', TODAY);
  const made = await hub.data(
    WorkforceRecordCreateDocument.toString(),
    {
      input: {
        unit: commune,
        kind: 'IT_OFFICERS',
        tier: 'COMMUNE',
        validFrom: '2026-02-01',
        counts: [
          { quantity: 'OFFICERS', value: 2 },
          { quantity: 'OFFICERS_FULL_TIME', value: 1 },
        ],
        source: 'Báo cáo xã',
        sourceStatus: 'CONFIRMED',
      },
    },
    cast.planner,
  );
  expect(made.workforceRecordCreate.userErrors).toEqual([]);
  const read = async (who: Headers) => {
    const { unit } = await hub.data(
      `{ unit: administrativeUnit(code: "24611", on: "${TODAY}") { workforceIndex(year: 2026) {
        points index withheld components { state points withheld inputs { value withheld }
          ledger(first: 5) { totalCount } }
        gaps(first: 10) { nodes { key kind mostPoints cure { input value } } } } } }`,
      {},
      who,
    );
    return unit.workforceIndex;
  };

  const [seen, shown] = [await read(cast.planner), await read({})];

  expect(seen).toMatchObject({ points: 40, index: 0.4, withheld: null });
  expect(seen.components.slice(0, 2)).toMatchObject([
    { state: 'SCORED', points: 30, ledger: { totalCount: 1 } },
    { state: 'SCORED', points: 10, inputs: [{ value: 1 }, { value: 2 }] },
  ]);
  expect(shown).toMatchObject({ points: null, index: null, withheld: 'WOULD_REVEAL' });
  expect(shown.components.slice(0, 2)).toMatchObject([
    { state: 'WITHHELD', points: null, withheld: 'WOULD_REVEAL', ledger: { totalCount: 0 } },
    {
      state: 'WITHHELD',
      points: null,
      inputs: [
        { value: null, withheld: 'SMALL_COUNT' },
        { value: null, withheld: 'SMALL_COUNT' },
      ],
    },
  ]);
  const keys = ({ gaps }: any) => gaps.nodes.map(({ key }: any) => key);
  expect(keys(seen)).toContain('component:2');
  expect(keys(shown)).toEqual(keys(seen).filter((key: string) => key !== 'component:2'));
});

describe('the number of SQL statements', () => {
  const asked = `workforceIndex(year: 2026) { points components { points inputs { records { counts { value } } }
    ledger(first: 20) { nodes { record { counts { value } } update { id } institution { name } } } notes { source } }
    gaps(first: 20) { nodes { institution { name } } } published { value } }`;

  test('does not grow with the units', async () => {
    const count = (first: number) =>
      hub.countStatements(() =>
        hub.data(
          `query ($first: Int!) { administrativeUnits(first: $first, orderBy: CODE, filter: { kind: COMMUNE }) {
            nodes { ${asked} } } }`,
          { first },
        ),
      );
    const counts = [await count(2), await count(10), await count(28)];

    expect(counts).toEqual(counts.map(() => counts[0]));
    expect(counts[0]).toBeLessThanOrEqual(25);
  });

  test('does not grow with the assumptions that are tried', async () => {
    const count = (tried: number) =>
      hub.countStatements(() =>
        hub.data(
          `{ administrativeUnit(${OLD}) { ${Array.from(
            { length: tried },
            (_, index) =>
              `i${index}: workforceIndex(year: 2024, assume: [{ input: "duty", value: ${index} }]) { points }`,
          ).join('\n')} } }`,
        ),
      );

    expect(await count(20)).toBe(await count(1));
  });
});
