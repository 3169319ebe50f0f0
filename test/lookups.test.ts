import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import {
  InstitutionsByCodeDocument,
  UnitsByCodeDocument,
} from '../clients/typescript/src/generated/graphql.js';
import { publish } from '../src/database/publish.js';
import { importInstitutions } from '../src/institutions/institution.import.js';
import { csv } from './support/files.js';
import { startHub, type TestHub } from './support/hub.js';

const TODAY = '2026-11-23';

let hub: TestHub;
/** Every code that is recorded, of any institution and campus. */
let everyCode: string[];
beforeAll(async () => {
  hub = await startHub({ from: 'demo', now: () => new Date(`${TODAY}T03:00:00Z`) });
  const header =
    'system,code,name,kind,levels,ownership,unit_code,opened_on,closed_on,code_from,replaces_code';
  const school = (system: string, code: string, name: string, rest: string) =>
    `${system},${code},${name},PRIMARY_SCHOOL,PRIMARY,PUBLIC,24611,${rest}`;
  await publish(hub.em.fork(), (em, knownAt) =>
    importInstitutions(
      em,
      csv(
        header,
        school('A', 'TWICE', 'Trường của A', '2025-09-05,,,'),
        school('B', 'TWICE', 'Trường của B', '2025-09-05,,,'),
        school('A', 'FORMER', 'Trường đổi mã', '2025-09-05,,,'),
        school('A', 'CLOSED', 'Trường đã đóng', '2025-09-05,2026-05-31,,'),
      ),
      knownAt,
      { acceptLikelyDuplicates: true },
    ),
  );
  await publish(hub.em.fork(), (em, knownAt) =>
    importInstitutions(
      em,
      csv(header, school('A', 'PRESENT', 'Trường đổi mã', '2025-09-05,,2026-01-15,FORMER')),
      knownAt,
      { acceptLikelyDuplicates: true },
    ),
  );
  const rows = await hub.em
    .fork()
    .execute<{ code: string }[]>(
      'select code from institution_code union select code from campus order by code',
    );
  everyCode = rows.map(({ code }) => code);
});
afterAll(() => hub.close());

const institutionsBy = async (codes: string[], more: object = {}) => {
  const { institutionsByCode } = await hub.data(InstitutionsByCodeDocument.toString(), {
    codes,
    ...more,
  });
  return institutionsByCode as any[];
};

const unitsBy = async (codes: string[], more: object = {}) => {
  const { administrativeUnitsByCode } = await hub.data(UnitsByCodeDocument.toString(), {
    codes,
    ...more,
  });
  return administrativeUnitsByCode as any[];
};

describe('institutions are found by many codes at once', () => {
  test('in the order of the codes, with a row for each: found, not found, ambiguous', async () => {
    const found = await institutionsBy([
      'TWICE',
      'nothing has this code',
      'CLOSED',
      'FORMER',
      'PRESENT',
      'FORMER',
    ]);

    expect(
      found.map(({ code, outcome, institution, candidates }) => [
        code,
        outcome,
        institution?.name ?? null,
        candidates.map(({ name }: any) => name),
      ]),
    ).toEqual([
      ['TWICE', 'AMBIGUOUS', null, ['Trường của A', 'Trường của B']],
      ['nothing has this code', 'NOT_FOUND', null, []],
      ['CLOSED', 'FOUND', 'Trường đã đóng', []],
      ['FORMER', 'FOUND', 'Trường đổi mã', []],
      ['PRESENT', 'FOUND', 'Trường đổi mã', []],
      ['FORMER', 'FOUND', 'Trường đổi mã', []],
    ]);
  });

  test('of one system, and on a date', async () => {
    const [inB] = await institutionsBy(['TWICE'], { system: 'B' });
    const then = await institutionsBy(['FORMER', 'PRESENT', 'CLOSED'], { on: '2025-12-31' });

    expect([inB.outcome, inB.institution.name]).toEqual(['FOUND', 'Trường của B']);
    expect(then.map(({ outcome }) => outcome)).toEqual(['FOUND', 'NOT_FOUND', 'FOUND']);
  });

  test.each([undefined, TODAY, '2025-12-31', '2019-12-31'])(
    'as one code finds one, for every code that is recorded, on %s',
    async (on) => {
      const codes = everyCode.slice(-250);
      const found = await institutionsBy(codes, { on });

      const alone = [];
      for (const code of codes) {
        const { data, errors } = await hub.ask(
          'query ($code: String!, $on: LocalDate) { institution(code: $code, on: $on) { id } }',
          { code, on },
        );
        const ambiguous = errors[0]?.extensions.code === 'AMBIGUOUS_CODE';
        const { id = null } = data?.institution ?? {};
        alone.push([code, ambiguous ? 'AMBIGUOUS' : id === null ? 'NOT_FOUND' : 'FOUND', id]);
      }

      expect(
        found.map(({ code, outcome, institution }) => [code, outcome, institution?.id ?? null]),
      ).toEqual(alone);
      expect(codes).toHaveLength(250);
    },
  );
});

describe('units are found by many codes at once', () => {
  test('in the order of the codes, on the date that is asked for', async () => {
    const now = await unitsBy(['68', '67', '660']);
    const then = await unitsBy(['68', '67', '660'], { on: '2025-06-30' });

    const shown = (rows: any[]) =>
      rows.map(({ code, outcome, administrativeUnit: unit }) => [code, outcome, unit?.name]);
    expect(shown(now)).toEqual([
      ['68', 'FOUND', 'Tỉnh Lâm Đồng'],
      ['67', 'NOT_FOUND', undefined],
      ['660', 'NOT_FOUND', undefined],
    ]);
    expect(shown(then)).toEqual([
      ['68', 'FOUND', 'Tỉnh Lâm Đồng'],
      ['67', 'FOUND', 'Tỉnh Đắk Nông'],
      ['660', 'FOUND', 'Thành phố Gia Nghĩa'],
    ]);
  });

  test('by the tier, where several have the code', async () => {
    await publish(hub.em.fork(), async (em) => {
      await em.execute(
        "update administrative_unit set code = '68' where code = '24611' and valid_to is null",
      );
      return { changed: true };
    });

    const [any] = await unitsBy(['68']);
    const [commune] = await unitsBy(['68'], { kind: 'COMMUNE' });

    expect([any.outcome, any.administrativeUnit]).toEqual(['AMBIGUOUS', null]);
    expect(any.candidates.map(({ kind }: any) => kind)).toEqual(['COMMUNE', 'PROVINCE']);
    expect([commune.outcome, commune.administrativeUnit.kind]).toEqual(['FOUND', 'COMMUNE']);
    await publish(hub.em.fork(), async (em) => {
      await em.execute(
        "update administrative_unit set code = '24611' where code = '68' and kind = 'COMMUNE'",
      );
      return { changed: true };
    });
  });
});

test('250 codes take one statement for the codes, and a list of 251 is too long', async () => {
  const ask = (codes: string[]) =>
    hub.ask(
      'query ($codes: [String!]!) { institutionsByCode(codes: $codes) { outcome institution { name } } }',
      { codes },
    );
  const statements = async (count: number) =>
    hub.countStatements(async () => {
      const { data } = await ask(everyCode.slice(0, count));
      expect(data!.institutionsByCode).toHaveLength(count);
    });

  expect(await statements(250)).toBe(await statements(1));
  const { status, errors } = await ask(Array.from({ length: 251 }, () => 'X'));
  expect([status, errors[0]!.extensions.code]).toEqual([400, 'LIST_TOO_LONG']);
});

test('250 codes of units are taken, and a list of 251 is too long', async () => {
  const ask = (count: number) =>
    hub.ask('query ($codes: [String!]!) { administrativeUnitsByCode(codes: $codes) { outcome } }', {
      codes: Array.from({ length: count }, () => '68'),
    });
  const [most, more] = [await ask(250), await ask(251)];

  expect([most.status, most.errors, most.data.administrativeUnitsByCode.length]).toEqual([
    200,
    [],
    250,
  ]);
  expect([more.status, more.errors[0]!.extensions.code]).toEqual([400, 'LIST_TOO_LONG']);
});

describe('a search finds', () => {
  const unitsNamed = async (search: string, on?: string) => {
    const { administrativeUnits } = await hub.data(
      `query ($search: String!, $on: LocalDate) {
        administrativeUnits(first: 100, filter: { search: $search, on: $on }) { nodes { name } } }`,
      { search, on },
    );
    return administrativeUnits.nodes.map(({ name }: any) => name);
  };

  test('a unit by its code, exactly', async () => {
    expect(await unitsNamed('68')).toEqual(['Tỉnh Lâm Đồng']);
    expect(await unitsNamed(' 660 ', '2025-06-30')).toEqual(['Thành phố Gia Nghĩa']);
  });

  test('a unit by a former name or code, where it took over the whole', async () => {
    expect(await unitsNamed('dak nong')).toEqual(['Tỉnh Lâm Đồng']);
    expect(await unitsNamed('67')).toEqual(['Tỉnh Lâm Đồng']);
    expect(await unitsNamed('dak nong', '2025-06-30')).toEqual(['Tỉnh Đắk Nông']);
  });

  test('an institution by a former code', async () => {
    const { institutions } = await hub.data(
      '{ institutions(first: 5, filter: { search: "FORMER" }) { nodes { code name } } }',
    );

    expect(institutions.nodes).toEqual([{ code: 'PRESENT', name: 'Trường đổi mã' }]);
  });
});
