import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { dumpOf } from './support/dump.js';
import { startHub, type TestHub } from './support/hub.js';
import { signIn, idOfUnit, type Headers } from './support/people.js';
import { now } from './support/reporting.js';

let hub: TestHub;
let planner: Headers;
beforeAll(async () => {
  hub = await startHub({ from: 'demo', now });
  planner = await signIn(hub, { role: 'PLANNER', unit: await idOfUnit(hub, '68', '2026-11-23') });
});
afterAll(() => hub.close());

const INDEX = `query ($year: Int!, $assume: [IndexAssumption!], $asOf: LocalDate, $after: String) {
  administrativeUnit(code: "67", on: "2022-12-31") {
    workforceIndex(year: $year, assume: $assume, asOf: $asOf) {
      asOf points maximumPoints index withheld hypothetical
      edition { code version sourceStatus }
      published { value rank ofHowMany note sourceStatus }
      components {
        code name state points withheld
        notes { source sourceStatus }
        inputs { name state value withheld expired assumed }
        ledger(first: 100) { totalCount nodes { points input record { id } update { id } } }
      }
      gaps(first: 100, after: $after) {
        totalCount
        nodes { key kind rank tied components leastPoints mostPoints owner institution { name }
          cure { input value } }
        pageInfo { hasNextPage endCursor }
      }
    }
  }
}`;

async function indexOf(variables: object, who: Headers = {}): Promise<any> {
  const { administrativeUnit } = await hub.data(INDEX, variables, who);
  return administrativeUnit.workforceIndex;
}

const codesIn = (index: any, state: string) =>
  index.components.filter((each: any) => each.state === state).map(({ code }: any) => code);

/** Points have four decimals; in whole ten-thousandths their sums are exact. */
const units = (points: number) => Math.round(points * 10_000);

describe('2021, as the report tells it', () => {
  test('tells five real zeros from five that nobody counted, with the reasons', async () => {
    const index = await indexOf({ year: 2021 });

    expect(codesIn(index, 'ZERO')).toEqual(['1', '2', '3', '4', '5']);
    expect(codesIn(index, 'NOT_COUNTED')).toEqual(['7', '9', '11', '12', '13']);
    expect(codesIn(index, 'SCORED')).toEqual(['6', '8', '10']);
    const noteOf = (code: string) =>
      index.components.find((each: any) => each.code === code).notes[0].source;
    expect(noteOf('1')).toBe(
      'Báo cáo của tỉnh Đắk Nông ngày 29/09/2022: năm 2021 chưa có tổ công nghệ số cộng đồng',
    );
    expect(noteOf('11')).toBe(
      'Báo cáo của tỉnh Đắk Nông ngày 29/09/2022: tỉnh chưa thống kê được số người học được đào tạo',
    );
    expect(index).toMatchObject({
      asOf: '2021-12-31',
      maximumPoints: 100,
      hypothetical: false,
      edition: { code: 'workforce-2022-illustrative', version: 1, sourceStatus: 'ILLUSTRATIVE' },
      published: { value: 0.0538, rank: 58, ofHowMany: 63, sourceStatus: 'CONFIRMED' },
    });
    expect(index.published.note).toMatch(/^Of 13 component indicators, 1 was below average/);
  });

  test('says what counting alone would have brought, and what was really not done', async () => {
    const { gaps } = await indexOf({ year: 2021 });
    const of = (key: string) => gaps.nodes.find((gap: any) => gap.key === key);

    expect(of('component:1')).toMatchObject({
      kind: 'NOT_DONE',
      leastPoints: 10,
      mostPoints: 10,
      owner: 'Department of Information and Communications',
      cure: [{ input: 'communesWithTeam', value: 71 }],
    });
    expect(of('component:11')).toMatchObject({
      kind: 'NOT_COUNTED',
      leastPoints: 0,
      mostPoints: 8,
      owner: 'Department of Education and Training',
    });
    expect(gaps.nodes.filter(({ kind }: any) => kind === 'NOT_REPORTED').length).toBeGreaterThan(
      80,
    );
    const places = gaps.nodes.map(({ rank }: any) => rank);
    expect(places).toEqual(places.toSorted((a: number, b: number) => a - b));
  });
});

test('2022 shows the teams, the officers and the classes scored', async () => {
  const index = await indexOf({ year: 2022 });

  const points = Object.fromEntries(index.components.map((each: any) => [each.code, each.points]));
  expect(points).toMatchObject({ '1': 10, '2': 10, '8': 4, '9': 6 });
  expect(index.components[5]).toMatchObject({ code: '6', state: 'SCORED' });
  expect(codesIn(index, 'NOT_COUNTED')).toEqual(['3', '4', '5', '7', '10', '11']);
  const seen = await indexOf({ year: 2022 }, planner);
  // 25 of 28 officers have a university degree: 8 × 25 ÷ 28.
  expect(seen.components[5]).toMatchObject({ points: 7.1429, withheld: null });
});

test.each([2021, 2022, 2024])(
  'in %d every ledger adds up to its component, and the components to the whole',
  async (year) => {
    const index = await indexOf({ year }, planner);

    for (const { points, ledger, state } of index.components) {
      expect(ledger.totalCount).toBe(ledger.nodes.length);
      const sum = ledger.nodes.reduce((all: number, entry: any) => all + units(entry.points), 0);
      expect(sum).toBe(units(points));
      expect(state === 'SCORED').toBe(points > 0);
      for (const { record, update } of ledger.nodes) expect(record ?? update).not.toBeNull();
    }
    const sum = index.components.reduce((all: number, each: any) => all + units(each.points), 0);
    expect(sum).toBe(units(index.points));
  },
);

describe('assumptions', () => {
  test('a gap’s cure brings exactly the points that were promised, and nothing is stored', async () => {
    const before = await dumpOf(hub);

    for (const year of [2021, 2022]) {
      const real = await indexOf({ year }, planner);
      const some = real.gaps.nodes.filter(
        ({ key }: any, place: number) => key.startsWith('component') || place % 25 === 0,
      );
      expect(some.length).toBeGreaterThan(5);
      for (const { key, mostPoints } of some) {
        const then = await indexOf({ year, assume: [{ gap: key }] }, planner);
        expect(units(then.points) - units(real.points)).toBe(units(mostPoints));
        expect(then.hypothetical).toBe(true);
      }
    }

    expect(await dumpOf(hub)).toEqual(before);
  });

  test('mark the whole answer', async () => {
    const { extensions } = await hub.ask(INDEX, {
      year: 2021,
      assume: [{ input: 'duty', value: 1 }],
    });

    expect(extensions.data).toMatchObject({ hypothetical: true });
  });

  test.each(['vi', 'en'])('that cannot be made are told all at once (%s)', async (language) => {
    const assume = [
      { gap: 'component:99' },
      { input: 'members', value: 1 },
      { input: 'duty', value: -1 },
      { institution: 'nothing' },
      {},
      { gap: 'component:1', input: 'duty', value: 1 },
    ];

    const { errors } = await hub.ask(
      INDEX,
      { year: 2021, assume },
      { 'accept-language': language },
    );

    expect(errors).toHaveLength(1);
    expect(errors[0]!.extensions.code).toBe('ASSUMPTION_REFUSED');
    for (const place of assume.keys()) expect(errors[0]!.message).toContain(`assume.${place}`);
    expect(errors[0]!.message).toMatch(language === 'vi' ? /^Không thể giả định/ : /^This cannot/);
  });
});

test('an edition that nobody recorded is null, and a commune of 2026 has its own', async () => {
  const { administrativeUnit } = await hub.data(`{
    administrativeUnit(code: "24611", kind: COMMUNE) {
      other: workforceIndex(year: 2026, edition: "none") { points }
      own: workforceIndex(year: 2026) { points index edition { code } components { state } }
    }
  }`);

  expect(administrativeUnit.other).toBeNull();
  expect(administrativeUnit.own).toMatchObject({
    points: 0,
    index: 0,
    edition: { code: 'commune-2026' },
  });
  expect(new Set(administrativeUnit.own.components.map(({ state }: any) => state))).toEqual(
    new Set(['NOT_COUNTED']),
  );
});

test('the sum of the units below counts when all of them have counted', async () => {
  const officials = (code: string, counts: string) =>
    hub.data(
      `mutation ($unit: ID!) { workforceRecordCreate(input: { unit: $unit, kind: TRAINED_PEOPLE,
        audience: OFFICIALS, validFrom: "2026-10-01", source: "Báo cáo xã", sourceStatus: CONFIRMED,
        counts: [${counts}] }) { userErrors { code } workforceRecord { id } } }`,
      { unit: code },
      planner,
    );
  const { administrativeUnits } = await hub.data(
    `{ administrativeUnits(first: 100, filter: { kind: COMMUNE }) { nodes { id } } }`,
  );
  const communes: string[] = administrativeUnits.nodes.map(({ id }: any) => id);
  const trained = async () => {
    const { administrativeUnit } = await hub.data(
      `{ administrativeUnit(code: "68") { workforceIndex(year: 2026, edition: "commune-2026") {
        components { code state points inputs { name value state } } } } }`,
      {},
      planner,
    );
    return administrativeUnit.workforceIndex.components[2];
  };

  for (const id of communes.slice(1))
    await officials(id, '{ quantity: TRAINED, value: 10 }, { quantity: TO_BE_TRAINED, value: 40 }');
  expect(await trained()).toMatchObject({ state: 'NOT_COUNTED', points: 0 });

  await officials(
    communes[0]!,
    '{ quantity: TRAINED, value: 0 }, { quantity: TO_BE_TRAINED, value: 40 }',
  );
  const count = communes.length;
  expect(await trained()).toMatchObject({
    state: 'SCORED',
    inputs: [
      { name: 'officialsTrained', value: 10 * (count - 1) },
      { name: 'officials', value: 40 * count },
    ],
  });
});
