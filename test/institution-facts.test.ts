import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { verifyCounts } from '../src/counts/rebuild.service.js';
import { publish } from '../src/database/publish.js';
import {
  institutionsBuiltOn,
  undoInstitutions,
} from '../src/institutions/institution-undo.service.js';
import { databaseOf } from '../src/database/orm.js';
import { importInstitutions } from '../src/institutions/institution.import.js';
import type { InstitutionImportOptions } from '../src/institutions/institution-row.js';
import { importUnits } from '../src/units/unit.import.js';
import { csv } from './support/files.js';
import { startHub, type TestHub } from './support/hub.js';

let hub: TestHub;
beforeAll(async () => {
  hub = await startHub({ now: () => new Date('2026-11-23T00:00:00Z') });
  await publish(hub.em, (em) =>
    importUnits(
      em,
      csv(
        'kind,code,name,parent_code,valid_from,valid_to',
        'PROVINCE,67,Tỉnh Cũ,,,2025-06-30',
        'COMMUNE,24611,Phường Nghĩa Đức,67,,2025-06-30',
        'COMMUNE,24846,Xã Cũ,67,,2025-06-30',
        'PROVINCE,68,Tỉnh,,2000-01-01,',
        ...['31', '32', '33', '34', '35'].map(
          (code) => `COMMUNE,000${code},Xã ${code},68,2000-01-01,`,
        ),
      ),
    ),
  );
});
afterAll(() => hub.close());

/** Imports rows below a header, as somebody would; the moment at which it became known comes too. */
async function take(header: string, rows: string[], options: InstitutionImportOptions = {}) {
  let at = new Date(0);
  const imported = await publish(hub.em, (em, knownAt) => {
    at = knownAt;
    return importInstitutions(em, csv(header, ...rows), knownAt, {
      ...options,
      // Its schools have one name in one commune.
      acceptLikelyDuplicates: true,
    });
  });
  return { ...imported, at, changes: [...imported.rows].flatMap(({ changes }) => changes) };
}

async function refusals(header: string, rows: string[], options: InstitutionImportOptions = {}) {
  const { problems } = await take(header, rows, options).then(
    () => ({ problems: [] }),
    (error: unknown) => error as { problems: any[] },
  );
  return problems.map(({ row, column, value, code, text }) => {
    expect(text.vi).toEqual(expect.any(String));
    return { row, column, value, code };
  });
}

const REGISTER = 'system,code,name,kind,levels,ownership,unit_code,opened_on';
const FULL = `${REGISTER},closed_on,special_status,source_status`;
const school = (code: string, rest: string, unit = '00031', name = 'Trường Tiểu học Lý Tự Trọng') =>
  `T,${code},${name},PRIMARY_SCHOOL,PRIMARY,PUBLIC,${unit},${rest}`;

const named = async (on: string, search: string) => {
  const { institutions } = await hub.data(
    `query ($on: LocalDate, $search: String) {
      institutions(first: 5, filter: { on: $on, search: $search }) { nodes { name } } }`,
    { on, search },
  );
  return institutions.nodes.map(({ name }: any) => name);
};

describe('what a register leaves out', () => {
  const KNOWN = `query ($code: String!, $on: LocalDate) { institution(code: $code, on: $on) {
    name openedOn closedOn specialStatus sourceStatus } }`;

  test('stays: closing, opening, special status and source status', async () => {
    await take(FULL, [
      school('71', '2005-09-05,2024-08-31,,CONFIRMED'),
      school('72', '2023-09-05,,ETHNIC_BOARDING,UNCONFIRMED'),
    ]);
    const before = [await hub.data(KNOWN, { code: '71' }), await hub.data(KNOWN, { code: '72' })];

    const { changed, rows } = await take('system,code,name,kind,levels,ownership,unit_code', [
      school('71', '').slice(0, -1),
      school('72', '').slice(0, -1),
    ]);

    expect({ changed, outcomes: [...rows].map(({ outcome }) => outcome) }).toEqual({
      changed: false,
      outcomes: ['UNCHANGED', 'UNCHANGED'],
    });
    expect([await hub.data(KNOWN, { code: '71' }), await hub.data(KNOWN, { code: '72' })]).toEqual(
      before,
    );
    expect(before[0].institution).toMatchObject({ openedOn: '2005-09-05', closedOn: '2024-08-31' });
    expect(before[1].institution).toMatchObject({
      specialStatus: 'ETHNIC_BOARDING',
      sourceStatus: 'UNCONFIRMED',
    });
  });

  test('need not be repeated of a school that is known, but is needed of a new one', async () => {
    await take(REGISTER, [school('73', '2005-09-05')]);

    const { changes } = await take('system,code,ownership', ['T,73,PRIVATE']);

    expect(changes).toEqual([
      { column: 'ownership', before: 'PUBLIC', after: 'PRIVATE', since: null, corrected: true },
    ]);
    expect(await refusals('system,code,ownership', ['T,74,PRIVATE'])).toEqual(
      ['name', 'kind', 'levels', 'unit_code'].map((column) => ({
        ...{ row: 2, column, value: null, code: 'COLUMN_MISSING' },
      })),
    );
  });

  test('is not what is left empty: that empties, but opens a closed school only when that is meant', async () => {
    await take(FULL, [school('75', '2005-09-05,2024-08-31,ETHNIC_BOARDING,UNCONFIRMED')]);

    const emptied = await take('system,code,special_status,source_status', ['T,75,,']);
    const asked = await refusals('system,code,closed_on', ['T,75,']);
    const opened = await take('system,code,closed_on', ['T,75,'], { reopen: true });

    expect(emptied.changes).toEqual([
      {
        column: 'special_status',
        before: 'ETHNIC_BOARDING',
        after: null,
        since: null,
        corrected: true,
      },
    ]);
    expect(asked).toEqual([{ row: 2, column: 'closed_on', value: null, code: 'WOULD_REOPEN' }]);
    expect(opened.changes).toMatchObject([{ before: '2024-08-31', after: null }]);
    expect((await hub.data(KNOWN, { code: '75' })).institution).toMatchObject({
      closedOn: null,
      specialStatus: null,
      sourceStatus: 'UNCONFIRMED',
    });
  });
});

describe('a name that was corrected', () => {
  test('is none that the school had: it is found by the right one only, and what was known stays readable', async () => {
    const wrong = 'Trường Tiểu học Hoàng Vân Thụ';
    const right = 'Trường Tiểu học Hoàng Văn Thụ Mới';
    const before = await take(REGISTER, [school('82', '2005-09-05', '00031', wrong)]);
    expect(await named('2025-09-01', 'hoang van thu')).toEqual([wrong]);
    await take('system,code,name', [`T,82,${right}`]);
    expect(await named('2025-09-01', 'van thu moi')).toEqual([right]);
    // Back to a name without the word: the one with it was never its name.
    await take('system,code,name', [`T,82,${wrong}`]);

    expect(await named('2025-09-01', 'van thu moi')).toEqual([]);
    expect(await named('2025-09-01', 'hoang van thu')).toEqual([wrong]);
    const { institution } = await hub.data(
      `query ($at: DateTime) { institution(code: "82") { periods(knownAt: $at) { name } } }`,
      { at: before.at },
    );
    expect(institution.periods).toEqual([{ name: wrong }]);
  });

  test('is none that a unit had', async () => {
    const unit = async (name: string) =>
      publish(hub.em.fork(), (em) =>
        importUnits(
          em,
          csv(
            'kind,code,name,parent_code,valid_from,valid_to',
            `COMMUNE,00035,${name},68,2000-01-01,`,
          ),
        ),
      );
    const found = async (search: string) => {
      const { administrativeUnits } = await hub.data(
        'query ($search: String) { administrativeUnits(first: 5, filter: { search: $search }) { nodes { code } } }',
        { search },
      );
      return administrativeUnits.nodes.map(({ code }: any) => code);
    };
    await unit('Xã Viết Sai');
    expect(await found('viet sai')).toEqual(['00035']);
    await unit('Xã Viết Đúng');

    expect([await found('viet sai'), await found('viet dung')]).toEqual([[], ['00035']]);
  });
});

describe('a renamed school', () => {
  const OLD = 'Trường Tiểu học Lê Lợi';
  const NEW = 'Trường Tiểu học Trần Quốc Toản';
  const header = 'system,code,name,kind,levels,ownership,unit_code,located_from,opened_on';
  const renamed = `T,81,${NEW},PRIMARY_SCHOOL,PRIMARY,PUBLIC,00031,2025-09-01,2005-09-05`;

  test('has its old name on old dates, and is found by both', async () => {
    const before = await take(REGISTER, [school('81', '2005-09-05', '00031', OLD)]);
    const change = await take(header, [renamed]);
    const again = await take(header, [renamed]);

    expect(change.changes).toEqual([
      { column: 'name', before: OLD, after: NEW, since: '2025-09-01', corrected: false },
    ]);
    expect(again.changed).toBe(false);
    for (const search of ['le loi', 'tran quoc toan']) {
      expect(await named('2025-08-31', search)).toEqual([OLD]);
      expect(await named('2025-09-01', search)).toEqual([NEW]);
    }
    const { then, now } = await hub.data(
      `query ($at: DateTime) {
        then: institution(code: "81", on: "2024-01-01") { name periods(knownAt: $at) { validFrom validTo name } }
        now: institution(code: "81") { name unit { code } locations { validFrom validTo }
          periods { validFrom validTo name recordedAt } } }`,
      { at: before.at },
    );
    expect(then).toEqual({
      name: OLD,
      periods: [{ validFrom: '2005-09-05', validTo: null, name: OLD }],
    });
    expect(now).toEqual({
      name: NEW,
      unit: { code: '00031' },
      // It did not move.
      locations: [{ validFrom: '2005-09-05', validTo: null }],
      periods: [
        ...[{ validFrom: '2005-09-05', validTo: '2025-08-31', name: OLD }],
        ...[{ validFrom: '2025-09-01', validTo: null, name: NEW }],
      ].map((period) => ({ ...period, recordedAt: change.at.toISOString() })),
    });
  });

  test('without a day was always misspelt, and with --from is renamed then', async () => {
    await take(REGISTER, [
      school('82', '2005-09-05', '00031', 'Trường Một'),
      school('83', '2005-09-05', '00031', 'Trường Một'),
    ]);

    const corrected = await take('system,code,name', ['T,82,Trường Hai']);
    const changed = await take('system,code,name', ['T,83,Trường Hai'], { from: '2026-01-01' });

    expect(corrected.changes).toMatchObject([{ since: null, corrected: true }]);
    expect(changed.changes).toMatchObject([{ since: '2026-01-01', corrected: false }]);
    expect(await named('2020-01-01', 'truong mot')).toEqual(['Trường Một']);
    expect(await named('2020-01-01', 'truong hai')).toEqual(['Trường Hai', 'Trường Một']);
  });

  test('corrected later has only its present span corrected', async () => {
    const row = (day: string, name: string) =>
      `T,84,${day},${name},PRIMARY_SCHOOL,PRIMARY,PUBLIC,00031,2000-09-05`;
    await take('system,code,changed_on,name,kind,levels,ownership,unit_code,opened_on', [
      row('2010-01-01', 'Trường 1'),
      row('', 'Trường 0'),
    ]);

    const { changes } = await take('system,code,name', ['T,84,Trường Số Hai Mươi']);

    expect(changes).toEqual([
      {
        column: 'name',
        before: 'Trường 1',
        after: 'Trường Số Hai Mươi',
        since: '2010-01-01',
        corrected: true,
      },
    ]);
    expect(await named('2009-12-31', 'so hai muoi')).toEqual(['Trường 0']);
  });
});

test('a kind that changes for 2026 leaves the figures of 2024 and what was known of them', async () => {
  await take(REGISTER, [
    'T,91,Trung tâm GDTX Mẫu,CONTINUING_EDUCATION_CENTRE,CONTINUING,PUBLIC,00032,2005-09-05',
  ]);
  const { at } = await take(`${REGISTER},located_from`, [
    'T,91,Trường Trung học nghề Mẫu,VOCATIONAL_SECONDARY_SCHOOL,VOCATIONAL,PUBLIC,00032,2005-09-05,2026-01-01',
  ]);
  const figures = async (asOf: string, knownAt: Date | null = null) => {
    const { administrativeUnit: unit } = await hub.data(
      `query ($asOf: LocalDate, $knownAt: DateTime) { administrativeUnit(code: "00032") {
        progress(asOf: $asOf, knownAt: $knownAt, pillars: [DIGITAL_GOVERNANCE]) {
          lines { group pillar institutions counted(figure: INSTITUTIONS, first: 2) { nodes { name group } } } } } }`,
      { asOf, knownAt },
    );
    return unit.progress.lines
      .filter(({ pillar, institutions }: any) => pillar !== null && institutions > 0)
      .map(({ group, institutions, counted }: any) => [group, institutions, ...counted.nodes]);
  };
  const before = [
    'GENERAL_EDUCATION',
    1,
    { name: 'Trung tâm GDTX Mẫu', group: 'GENERAL_EDUCATION' },
  ];
  const after = [
    'COLLEGE_AND_VOCATIONAL',
    1,
    { name: 'Trường Trung học nghề Mẫu', group: 'COLLEGE_AND_VOCATIONAL' },
  ];

  expect(await figures('2024-12-31')).toEqual([before]);
  expect(await figures('2025-12-31')).toEqual([before]);
  expect(await figures('2026-01-01')).toEqual([after]);
  expect(await figures('2026-01-01', new Date(at.getTime() - 1))).toEqual([before]);
  expect(await verifyCounts(hub.em)).toEqual([]);
});

describe('a school that moved', () => {
  const header = 'system,code,name,kind,levels,ownership,unit_code,located_from,opened_on';
  const row = (unit: string, from: string) =>
    `T,24,Trường Chuyển Xã,PRIMARY_SCHOOL,PRIMARY,PUBLIC,${unit},${from},2001-09-05`;
  const where = async () => {
    const { institution } = await hub.data(
      '{ institution(code: "24") { locations { unit { code } validFrom } } }',
    );
    return institution.locations.map(({ unit, validFrom }: any) => `${unit.code} ${validFrom}`);
  };

  test('stays moved on its day, whatever later registers without a day say', async () => {
    await take(header, [row('00033', '')]);
    await take(header, [row('00034', '2026-09-01')]);

    const later = await take(header, [row('00034', '')]);
    const shorter = await take('system,code,unit_code', ['T,24,00034']);

    expect([later.changed, shorter.changed]).toEqual([false, false]);
    expect(await where()).toEqual(['00033 2001-09-05', '00034 2026-09-01']);
  });

  test('by mistake is corrected since that day', async () => {
    const { changes } = await take(header, [row('00035', '')]);

    expect(changes).toEqual([
      {
        column: 'unit_code',
        before: '00034',
        after: '00035',
        since: '2026-09-01',
        corrected: true,
      },
    ]);
    expect(await where()).toEqual(['00033 2001-09-05', '00035 2026-09-01']);
    expect(await verifyCounts(hub.em)).toEqual([]);
  });
});

test('contradictions are refused with their row, and nothing is recorded', async () => {
  await take(FULL, [school('95', '2005-09-05,2024-08-31,,')]);
  const before = await hub.em.fork().execute('select * from institution_fact order by id');

  const problems = await refusals('system,code,changed_on,located_from,name,opened_on', [
    'T,95,2024-09-01,,Trường Sau,2005-09-05',
    'T,95,2004-01-01,,Trường Trước,2005-09-05',
    'T,95,2004-01-01,,Trường Trước,2006-09-05',
    'T,96,2020-01-01,2020-01-02,Trường,',
  ]);

  expect(problems).toEqual([
    { row: 2, column: 'code', value: '95', code: 'ROWS_CONTRADICT' },
    { row: 2, column: 'changed_on', value: '2024-09-01', code: 'AFTER_CLOSING' },
    { row: 3, column: 'changed_on', value: '2004-01-01', code: 'BEFORE_OPENING' },
    { row: 4, column: 'code', value: '95', code: 'CODE_TWICE' },
    { row: 4, column: 'code', value: '95', code: 'ROWS_CONTRADICT' },
    { row: 4, column: 'changed_on', value: '2004-01-01', code: 'BEFORE_OPENING' },
    { row: 5, column: 'changed_on', value: '2020-01-01', code: 'DAYS_DIFFER' },
    ...['kind', 'levels', 'ownership', 'unit_code'].map((column) => ({
      ...{ row: 5, column, value: null, code: 'COLUMN_MISSING' },
    })),
  ]);
  expect(await hub.em.fork().execute('select * from institution_fact order by id')).toEqual(before);
});

describe('an import that is taken back', () => {
  const KNOWN = `query ($at: DateTime) {
    old: institution(code: "97") { name kind periods { validFrom name } then: periods(knownAt: $at) { name } }
    fresh: institution(code: "98") { name }
    unit: administrativeUnit(code: "00035") {
      progress(asOf: "2026-01-01", pillars: [DIGITAL_GOVERNANCE]) { lines { group institutions } }
      then: progress(asOf: "2026-01-01", knownAt: $at, pillars: [DIGITAL_GOVERNANCE]) { lines { institutions } }
      institutions(first: 5) { nodes { code } } } }`;
  const known = async (at: Date | null) => hub.data(KNOWN, { at });

  test('leaves what was known before it, and what was known in between', async () => {
    await take(REGISTER, [school('97', '2005-09-05', '00035')]);
    const before = await known(null);
    const { at } = await take(`${REGISTER},changed_on`, [
      'T,97,Trường Nghề,COLLEGE,COLLEGE,PUBLIC,00034,2005-09-05,2020-01-01',
      school('98', '2005-09-05,', '00035', 'Trường Mới'),
    ]);
    const between = await known(null);

    expect(await institutionsBuiltOn(databaseOf(hub.em.fork()), at)).toEqual([]);
    await publish(hub.em, async (em, knownAt) => {
      expect(await undoInstitutions(em, at, knownAt)).toHaveLength(2);
      return { changed: true };
    });

    const { old, fresh, unit } = await known(at);
    const now = await known(null);
    expect(now).toEqual(before);
    expect(between.fresh).toEqual({ name: 'Trường Mới' });
    expect(fresh).toBeNull();
    expect(old.then.map(({ name }: any) => name)).toEqual([
      'Trường Tiểu học Lý Tự Trọng',
      'Trường Nghề',
    ]);
    expect(unit.then.lines).toEqual(
      between.unit.progress.lines.map(({ institutions }: any) => ({ institutions })),
    );
    expect(await verifyCounts(hub.em)).toEqual([]);
    const again = await take(REGISTER, [school('98', '2005-09-05', '00035', 'Trường Mới')]);
    expect(again).toMatchObject({ created: 1, updated: 0 });
    expect(await known(null)).toMatchObject({ fresh: { name: 'Trường Mới' } });
  });

  test('is one on which nothing was built', async () => {
    await take(REGISTER, [school('99', '2005-09-05', '00035')]);
    const { at } = await take('system,code,changed_on,name', ['T,99,2020-01-01,Trường Hai']);
    await take('system,code,changed_on,name', ['T,99,2021-01-01,Trường Ba']);

    expect(await institutionsBuiltOn(databaseOf(hub.em.fork()), at)).toHaveLength(1);
  });
});
