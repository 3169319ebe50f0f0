import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { verifyCounts } from '../src/counts/rebuild.service.js';
import { publish } from '../src/database/publish.js';
import { importInstitutions } from '../src/institutions/institution.import.js';
import { ImportError } from '../src/shared/csv.js';
import { importUnits } from '../src/units/unit.import.js';
import { csv } from './support/files.js';
import { startHub, type TestHub } from './support/hub.js';

const TODAY = '2026-11-23';
const COLUMNS =
  'system,code,name,kind,levels,ownership,unit_code,opened_on,closed_on,code_from,replaces_code';

let hub: TestHub;
beforeAll(async () => {
  hub = await startHub({ now: () => new Date(`${TODAY}T03:00:00Z`) });
  await publish(hub.em, (em) =>
    importUnits(
      em,
      csv(
        'kind,code,name,parent_code',
        'PROVINCE,68,Tỉnh Lâm Đồng,',
        'COMMUNE,24611,Phường Bắc Gia Nghĩa,68',
        'COMMUNE,24664,Xã Đức Lập,68',
      ),
    ),
  );
});
afterAll(() => hub.close());

const bring = (header: string, ...rows: string[]) =>
  publish(hub.em, (em, knownAt) =>
    importInstitutions(em, csv(header, ...rows), knownAt, { acceptLikelyDuplicates: true }),
  );

/** A primary school as a row of a file. */
const school = (
  system: string,
  code: string,
  name: string,
  { opened = '2025-09-05', closed = '', from = '', replaces = '', unit = '24611' } = {},
) =>
  `${system},${code},${name},PRIMARY_SCHOOL,PRIMARY,PUBLIC,${unit},${opened},${closed},${from},${replaces}`;

const take = (...rows: string[]) => bring(COLUMNS, ...rows);

/** The problems of a refused file; the hub is as before. */
async function refused(file: Promise<unknown>) {
  const thrown = file.catch((error: unknown) => error);
  const [{ revision }] = await hub.em.execute<[{ revision: number }]>(
    'select revision from publication',
  );
  const error = await thrown;
  expect(error).toBeInstanceOf(ImportError);
  expect(await hub.em.execute('select revision from publication')).toEqual([{ revision }]);
  return (error as ImportError).problems.map(({ row, column, value, code, text }) => ({
    ...{ row, column, value, code },
    text: text.en,
  }));
}

const CODES = 'id name codes { system code validFrom validTo }';
const byCode = async (code: string, rest = '') => {
  const { institution } = await hub.data(
    `{ institution(code: "${code}"${rest}) { ${CODES} code } }`,
  );
  return institution;
};

describe('a school with codes of two systems', () => {
  const HEADER = 'system,code,other_code,name,kind,levels,ownership,unit_code,opened_on,changed_on';
  const row = (system: string, code: string, other: string, name: string, changed = '') =>
    `${system},${code},${other},${name},PRIMARY_SCHOOL,PRIMARY,PUBLIC,24611,2025-09-05,${changed}`;

  test('has a row for each in one file, and is one school; likeness asks only where nothing joins them', async () => {
    const codes = [row('A', 'A-1', '', 'Trường Hai Hệ'), row('B', 'B-1', 'A-1', 'Trường Hai Hệ')];
    const unjoined = [row('A', 'A-2', '', 'Trường Hai Số'), row('B', 'B-2', '', 'Trường Hai Số')];

    const created = await bring(HEADER, ...codes);
    const again = await bring(HEADER, ...codes.toReversed());
    const problems = await refused(
      publish(hub.em, (em, knownAt) => importInstitutions(em, csv(HEADER, ...unjoined), knownAt)),
    );

    expect([created.created, created.updated, again.changed]).toEqual([1, 0, false]);
    expect([...created.rows].map(({ outcome, changes }) => [outcome, changes.at(-1)])).toEqual([
      ['CREATED', expect.anything()],
      ['UPDATED', { column: 'code', before: null, after: 'B-1', since: null }],
    ]);
    const [first, second] = [await byCode('A-1'), await byCode('B-1')];
    expect(second.id).toBe(first.id);
    expect(first.codes.map(({ code }: { code: string }) => code).sort()).toEqual(['A-1', 'B-1']);
    expect(problems).toMatchObject([
      { row: 3, code: 'LIKELY_DUPLICATE', text: expect.stringContaining('name it in other_code') },
    ]);
  });

  test('may change in the row of the second code on a day of its own', async () => {
    await bring(
      HEADER,
      row('A', 'A-3', '', 'Trường Tên Cũ'),
      row('B', 'B-3', 'A-3', 'Trường Tên Mới', '2026-01-01'),
    );

    const { then, now } = await hub.data(`{
      then: institution(code: "A-3", on: "2025-12-31") { name }
      now: institution(code: "B-3") { name codes { code } }
    }`);
    expect([then.name, now.name, now.codes.length]).toEqual(['Trường Tên Cũ', 'Trường Tên Mới', 2]);
  });
});

describe('a temporary code', () => {
  test('that a code of another system replaces leaves one school with two codes, not two schools', async () => {
    const first = await take(school('TAM-10', 'T-1', 'Trường mới chưa có mã'));
    const official = school('MOET-10', '0000000001', 'Trường mới chưa có mã', {
      from: '2026-01-15',
      replaces: 'T-1',
    });
    const second = await take(official);
    const again = await take(official);

    expect([first.created, second.created, second.updated, again.changed]).toEqual([
      1,
      0,
      1,
      false,
    ]);
    const found = await byCode('0000000001');
    expect(found).toMatchObject({
      code: '0000000001',
      codes: [
        { system: 'MOET-10', code: '0000000001', validFrom: '2026-01-15', validTo: null },
        { system: 'TAM-10', code: 'T-1', validFrom: '2025-09-05', validTo: '2026-01-14' },
      ],
    });
    // The old code still leads to it, also when its file comes again.
    expect((await byCode('T-1')).id).toBe(found.id);
    expect(await byCode('T-1', `, on: "${TODAY}"`)).toBeNull();
    expect((await take(school('TAM-10', 'T-1', 'Trường mới chưa có mã'))).changed).toBe(false);
    expect(await byCode('0000000001')).toEqual(found);
  });

  test('may stand in one file with the code that replaces it, in any order, new or known', async () => {
    const rows = (school1: string) => [
      school('MOET-11', `${school1}-B`, school1, { from: '2026-01-15', replaces: `${school1}-A` }),
      school('TAM-11', `${school1}-A`, school1),
    ];

    const first = await take(...rows('Hai mã một'));
    const again = await take(...rows('Hai mã một'));
    await take(rows('Hai mã hai')[1]!);
    const known = await take(...rows('Hai mã hai').reverse());

    expect([first.created, first.updated, again.changed]).toEqual([1, 0, false]);
    expect([known.created, known.updated]).toEqual([0, 1]);
    for (const name of ['Hai mã một', 'Hai mã hai'])
      expect(await byCode(`${name}-B`)).toMatchObject({
        ...{ name, code: `${name}-B` },
        codes: [
          { system: 'MOET-11', code: `${name}-B`, validFrom: '2026-01-15', validTo: null },
          { system: 'TAM-11', code: `${name}-A`, validFrom: '2025-09-05', validTo: '2026-01-14' },
        ],
      });
    expect(await verifyCounts(hub.em)).toEqual([]);
  });

  test('that nobody has is refused, instead of a new school and a code that is forgotten', async () => {
    const file = take(
      school('TAM-10', 'T-9', 'Trường mã không có', { from: '2026-01-15', replaces: 'KHONG-CO' }),
    );

    expect(await refused(file)).toEqual([
      {
        row: 2,
        column: 'replaces_code',
        value: 'KHONG-CO',
        code: 'CODE_UNKNOWN',
        text: 'is no code of the system TAM-10, nor of any other; check it, or leave it empty for a new institution',
      },
    ]);
    expect(await byCode('T-9')).toBeNull();
  });

  test('that several systems have is refused, until the row names the system', async () => {
    await take(
      school('A-10', 'S-1', 'Trường của A'),
      school('B-10', 'S-1', 'Trường của B', { unit: '24664' }),
    );
    const official = { from: '2026-01-15', replaces: 'S-1' };

    const problems = await refused(take(school('MOET-10', '2', 'Trường của B', official)));
    const { updated } = await bring(
      `${COLUMNS},replaces_system`,
      `${school('MOET-10', '2', 'Trường của B', { ...official, unit: '24664' })},B-10`,
    );

    expect(problems).toMatchObject([
      {
        column: 'replaces_code',
        code: 'CODE_AMBIGUOUS',
        text: 'is a code in several systems: “Trường của A” (A-10 from 2025-09-05), “Trường của B” (B-10 from 2025-09-05); name the system in replaces_system',
      },
    ]);
    expect(updated).toBe(1);
    expect(await byCode('2')).toMatchObject({ name: 'Trường của B' });
  });

  test('is not replaced by a code that another school holds', async () => {
    await take(
      school('MOET-10', 'H-1', 'Trường có mã'),
      school('TAM-10', 'H-T', 'Trường mã tạm', { unit: '24664' }),
    );

    const problems = await refused(
      take(school('MOET-10', 'H-1', 'Trường mã tạm', { from: '2026-01-15', replaces: 'H-T' })),
    );

    expect(problems).toMatchObject([
      {
        column: 'code',
        value: 'H-1',
        code: 'CODE_TAKEN',
        text: expect.stringContaining('“Trường có mã” (MOET-10 from 2025-09-05)'),
      },
    ]);
  });

  test('stays when a code of another system is put beside it', async () => {
    await take(school('MOET-10', 'N-1', 'Trường hai mã'));
    const beside = `ADMISSIONS-68,045,Trường hai mã,PRIMARY_SCHOOL,PRIMARY,PUBLIC,24611,2025-09-05,,N-1`;
    const header =
      'system,code,name,kind,levels,ownership,unit_code,opened_on,closed_on,other_code';

    const { created, updated } = await bring(header, beside);
    const again = await bring(header, beside);

    expect([created, updated, again.changed]).toEqual([0, 1, false]);
    expect(await byCode('045')).toMatchObject({
      code: 'N-1',
      codes: [
        { system: 'ADMISSIONS-68', code: '045', validTo: null },
        { system: 'MOET-10', code: 'N-1', validTo: null },
      ],
    });
  });
});

describe('a school without a code', () => {
  const HEADER = 'system,code,name,kind,levels,ownership,unit_code,opened_on';
  const row = (name: string, unit = '24611', opened = '2025-09-05') =>
    `TAM-10,,${name},PRIMARY_SCHOOL,PRIMARY,PUBLIC,${unit},${opened}`;

  test('gets a code of this hub, and is known again by name, commune and opening day', async () => {
    const first = await bring(HEADER, row('Trường chưa có mã'));
    const again = await bring(HEADER, row('Trường chưa có mã'));
    const others = await bring(
      HEADER,
      row('Trường chưa có mã', '24664'),
      row('Trường chưa có mã', '24611', '2026-09-05'),
    );

    expect(first.created).toBe(1);
    expect(first.notes).toEqual([
      '1 institution(s) without a code got one of the hub: HUB-000001 Trường chưa có mã',
    ]);
    expect(again).toMatchObject({ created: 0, notes: [] });
    expect(others.created).toBe(2);
    expect(await byCode('HUB-000001', ', system: "HUB"')).toMatchObject({
      name: 'Trường chưa có mã',
      codes: [{ system: 'HUB', code: 'HUB-000001', validFrom: '2025-09-05', validTo: null }],
    });
    expect((await byCode('HUB-000003')).codes[0].validFrom).toBe('2026-09-05');
  });

  test('keeps the code of the hub in its history once it gets an official one', async () => {
    const { notes } = await bring(HEADER, row('Trường sắp có mã'));
    const given = /HUB-\d+/.exec(notes[0]!)![0];
    await take(
      school('MOET-10', 'OFF-1', 'Trường sắp có mã', { from: '2026-01-15', replaces: given }),
    );

    // The file without codes still finds it.
    expect((await bring(HEADER, row('Trường sắp có mã'))).changed).toBe(false);
    expect(await byCode(given)).toMatchObject({
      code: 'OFF-1',
      codes: [
        { system: 'HUB', code: given, validTo: '2026-01-14' },
        { system: 'MOET-10', code: 'OFF-1', validFrom: '2026-01-15' },
      ],
    });
  });

  test('is asked for its code when several schools of the name opened there on that day', async () => {
    await take(school('MOET-10', 'E-1', 'Trường trùng'), school('MOET-10', 'E-2', 'Trường trùng'));

    expect(await refused(bring(HEADER, row('Trường trùng')))).toEqual([
      {
        row: 2,
        column: 'code',
        value: null,
        code: 'CODE_AMBIGUOUS',
        text: 'is empty, and several institutions have this name, commune and opening day: E-1 (MOET-10), E-2 (MOET-10); give the code',
      },
    ]);
  });
});

describe('a code of a school that has closed', () => {
  const OLD = school('T11', '7', 'Trường cũ đã giải thể', {
    opened: '2001-09-05',
    closed: '2020-08-31',
  });
  const NEW = school('T11', '7', 'Trường mới nhận mã cũ', { opened: '2022-09-05' });

  test('makes another school when it is given again, and the closed one keeps its history', async () => {
    await take(OLD);
    const before = await byCode('7');
    const reused = await take(NEW);

    expect(reused).toMatchObject({ created: 1, updated: 0 });
    const [then, between, now] = [
      await byCode('7', ', on: "2010-01-01"'),
      await byCode('7', ', on: "2021-01-01"'),
      await byCode('7'),
    ];
    expect(then).toEqual(before);
    expect(then.codes).toEqual([
      { system: 'T11', code: '7', validFrom: '2001-09-05', validTo: '2020-08-31' },
    ]);
    expect(between).toBeNull();
    expect(now).toMatchObject({
      name: 'Trường mới nhận mã cũ',
      codes: [{ system: 'T11', code: '7', validFrom: '2022-09-05', validTo: null }],
    });
    expect((await take(OLD)).changed).toBe(false);
    expect((await take(NEW)).changed).toBe(false);
    expect(await verifyCounts(hub.em)).toEqual([]);
  });

  test('does the same in one file, in either order', async () => {
    const [old, fresh] = [OLD.replace('T11,7', 'T11,8'), NEW.replace('T11,7', 'T11,8')];

    expect(await take(fresh, old)).toMatchObject({ created: 2 });
    expect(await take(old, fresh)).toMatchObject({ changed: false });
    expect(await byCode('8')).toMatchObject({ name: 'Trường mới nhận mã cũ' });
  });

  test('still leads to it when nobody has taken it over', async () => {
    await take(OLD.replace('T11,7', 'T11,9'));

    expect(await byCode('9')).toMatchObject({ name: 'Trường cũ đã giải thể', code: '9' });
  });
});
