import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { startHub, type TestHub } from './support/hub.js';

let hub: TestHub;
beforeAll(async () => {
  hub = await startHub({ from: 'demo', now: () => new Date('2026-11-23T00:00:00Z') });
});
afterAll(() => hub.close());

test('a code names the unit that had it on the date, and null when none had', async () => {
  const { then, now, gone } = await hub.data(`{
    then: administrativeUnit(code: "24611", on: "2024-01-01") { name }
    now: administrativeUnit(code: "24611") { name }
    gone: administrativeUnit(code: "67", on: "2026-01-01") { name }
  }`);

  expect(then.name).toBe('Phường Nghĩa Đức');
  expect(now.name).toBe('Phường Bắc Gia Nghĩa');
  expect(gone).toBeNull();
});

test('on its last day a unit exists, and on its first day its successor does', async () => {
  const { last, first } = await hub.data(`{
    last: administrativeUnit(code: "68", on: "2025-06-30") { name validFrom validTo legalDocument }
    first: administrativeUnit(code: "68", on: "2025-07-01") { name validFrom validTo legalDocument }
  }`);

  expect(last).toEqual({
    name: 'Tỉnh Lâm Đồng',
    validFrom: null,
    validTo: '2025-06-30',
    legalDocument: null,
  });
  expect(first).toEqual({
    name: 'Tỉnh Lâm Đồng',
    validFrom: '2025-07-01',
    validTo: null,
    legalDocument: '202/2025/QH15',
  });
});

test('a unit knows its parent, its children and what came before and after it', async () => {
  const { unit } = await hub.data(`{
    unit: administrativeUnit(code: "24611", on: "2024-01-01") {
      kind
      parent { name parent { name parent { name } } }
      predecessors { effectiveOn }
      successors { extent effectiveOn successor { code name validFrom parent { name } } }
      children(first: 1) { totalCount nodes { name } }
    }
  }`);

  expect(unit).toEqual({
    kind: 'COMMUNE',
    parent: { name: 'Thành phố Gia Nghĩa', parent: { name: 'Tỉnh Đắk Nông', parent: null } },
    predecessors: [],
    successors: [
      {
        extent: 'WHOLE',
        effectiveOn: '2025-07-01',
        successor: {
          code: '24611',
          name: 'Phường Bắc Gia Nghĩa',
          validFrom: '2025-07-01',
          parent: { name: 'Tỉnh Lâm Đồng' },
        },
      },
    ],
    children: { totalCount: 0, nodes: [] },
  });
});

test('the 71 communes of Đắk Nông lead to 28', async () => {
  const { province } = await hub.data(`{
    province: administrativeUnit(code: "67", on: "2024-01-01") {
      children(first: 10) {
        totalCount
        nodes { children(first: 30) { nodes { code successors { extent successor { id } } } } }
      }
    }
  }`);
  const communes = province.children.nodes.flatMap((district: any) => district.children.nodes);
  const successors = communes.flatMap((commune: any) => commune.successors);

  expect(province.children.totalCount).toBe(8);
  expect(communes).toHaveLength(71);
  expect(successors.every(({ extent }: any) => extent === 'WHOLE')).toBe(true);
  expect(new Set(successors.map(({ successor }: any) => successor.id)).size).toBe(28);
});

test.each([
  ['Đắk Nông', ['Tỉnh Đắk Nông']],
  ['Đăk Nông', ['Tỉnh Đắk Nông']],
  ['dak nong', ['Tỉnh Đắk Nông']],
  ['TỈNH ĐẮK', ['Tỉnh Đắk Nông']],
  ["đăk r'lấp", ["Huyện Đắk R'Lấp"]],
  ['dak rlap', ["Huyện Đắk R'Lấp"]],
  ['no such place', []],
  ['%', []],
])('a search for “%s” finds names whatever their marks and case', async (search, names) => {
  const { administrativeUnits } = await hub.data(
    `query ($search: String!) {
      administrativeUnits(first: 10, filter: { search: $search, on: "2024-01-01" }) { nodes { kind name } }
    }`,
    { search },
  );
  const above = administrativeUnits.nodes.filter(({ kind }: any) => kind !== 'COMMUNE');

  expect(above.map(({ name }: any) => name)).toEqual(names);
});

test('units are listed by kind, parent and date', async () => {
  const { province } = await hub.data(`{ province: administrativeUnit(code: "68") { id } }`);

  const { today, before } = await hub.data(
    `query ($parent: ID!) {
      today: administrativeUnits(first: 1, filter: { kind: COMMUNE, parent: $parent }) { totalCount }
      before: administrativeUnits(first: 1, filter: { kind: DISTRICT, on: "2025-06-30" }) { totalCount }
    }`,
    { parent: province.id },
  );

  expect(today.totalCount).toBe(28);
  expect(before.totalCount).toBe(8);
});

test('paging forward and backward meets every unit once, in opposite orders', async () => {
  const forward: string[] = [];
  const backward: string[] = [];
  for (let after: string | null = null, more = true; more;) {
    const { page }: any = await hub.data(
      `query ($after: String) { page: administrativeUnits(first: 7, after: $after, filter: { on: "2024-01-01" }) {
        nodes { id } pageInfo { hasNextPage hasPreviousPage endCursor } } }`,
      { after },
    );
    expect(page.pageInfo.hasPreviousPage).toBe(after !== null);
    forward.push(...page.nodes.map(({ id }: any) => id));
    ({ endCursor: after, hasNextPage: more } = page.pageInfo);
  }
  for (let before: string | null = null, more = true; more;) {
    const { page }: any = await hub.data(
      `query ($before: String) { page: administrativeUnits(last: 7, before: $before, filter: { on: "2024-01-01" }) {
        nodes { id } pageInfo { hasPreviousPage startCursor } } }`,
      { before },
    );
    backward.unshift(...page.nodes.map(({ id }: any) => id));
    ({ startCursor: before, hasPreviousPage: more } = page.pageInfo);
  }

  expect(forward).toHaveLength(3 + 8 + 71);
  expect(new Set(forward).size).toBe(forward.length);
  expect(backward).toEqual(forward);
});

test('a code of several kinds is refused until a kind is given', async () => {
  await hub.em.execute(
    `with added as (select nextval('administrative_unit_id_seq')::int as id)
     insert into administrative_unit (id, kind, code, name, search_name, path, valid_from)
     select id, 'COMMUNE', '68', 'Xã Trùng Mã', 'xa trung ma', array[id], '2025-07-01' from added`,
  );

  const both = await hub.ask(`{ administrativeUnit(code: "68") { name } }`);
  const one = await hub.data(`{ administrativeUnit(code: "68", kind: COMMUNE) { name } }`);

  expect(both.errors[0]).toMatchObject({
    message: 'On 2026-11-23 code 68 names several units (COMMUNE, PROVINCE). Give kind as well.',
    extensions: { code: 'AMBIGUOUS_CODE', kinds: ['COMMUNE', 'PROVINCE'] },
  });
  expect(one.administrativeUnit.name).toBe('Xã Trùng Mã');
  await hub.em.execute(`delete from administrative_unit where name = 'Xã Trùng Mã'`);
});
