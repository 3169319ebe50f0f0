import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { verifyCounts } from '../src/counts/rebuild.service.js';
import { publish } from '../src/database/publish.js';
import { importInstitutions } from '../src/institutions/institution.import.js';
import { relocateInstitutions } from '../src/institutions/relocation.service.js';
import { importSuccessions } from '../src/units/succession.import.js';
import { importUnits } from '../src/units/unit.import.js';
import { csv } from './support/files.js';
import { startHub, type TestHub } from './support/hub.js';

let hub: TestHub;
beforeEach(async () => {
  hub = await startHub({ now: () => new Date('2026-11-23T00:00:00Z') });
  await publish(hub.em, (em) => importUnits(em, UNITS));
});
afterEach(() => hub.close());

/** Two old communes: one goes whole into a new one, the other is split between both new ones. */
const UNITS = csv(
  'kind,code,name,parent_code,valid_from,valid_to',
  'PROVINCE,01,Tỉnh Cũ,,,2025-06-30',
  'COMMUNE,00001,Xã Nguyên,01,,2025-06-30',
  'COMMUNE,00002,Xã Chia,01,,2025-06-30',
  'PROVINCE,01,Tỉnh Mới,,2025-07-01,',
  'COMMUNE,00001,Xã Mới Một,01,2025-07-01,',
  'COMMUNE,00003,Xã Mới Hai,01,2025-07-01,',
);
const SUCCESSIONS = csv(
  'kind,predecessor_code,successor_code,effective_on,extent',
  'PROVINCE,01,01,01/07/2025,WHOLE',
  'COMMUNE,00001,00001,01/07/2025,WHOLE',
  'COMMUNE,00002,00001,01/07/2025,PART',
  'COMMUNE,00002,00003,01/07/2025,PART',
);
const HEADER =
  'system,code,name,kind,levels,ownership,unit_code,located_from,opened_on,closed_on,code_from,replaces_code';

const bring = (...rows: string[]) =>
  publish(hub.em, (em, knownAt) => importInstitutions(em, csv(HEADER, ...rows), knownAt));

const succeed = () =>
  publish(hub.em, async (em, knownAt) => {
    const recorded = await importSuccessions(em, SUCCESSIONS);
    return { ...recorded, ...(await relocateInstitutions(em, recorded.succeeded, knownAt)) };
  });

const school = (code: string, unit: string, rest = ',,,,') =>
  `MOET,${code},Trường ${code},PRIMARY_SCHOOL,PRIMARY,PUBLIC,${unit},${rest}`;

const LOCATIONS = `query ($code: String!) { institution(code: $code) {
  unit { name }
  locations { unit { name } settled origin validFrom validTo candidates { name } }
} }`;

describe('when units are succeeded', () => {
  test('an institution follows a unit that was taken whole by itself', async () => {
    await bring(school('A', '00001'));

    const { moved, unsettled } = await succeed();

    const { institution } = await hub.data(LOCATIONS, { code: 'A' });
    expect({ moved, unsettled }).toEqual({ moved: 1, unsettled: 0 });
    expect(institution.unit.name).toBe('Xã Mới Một');
    expect(institution.locations).toEqual([
      {
        unit: { name: 'Xã Nguyên' },
        settled: true,
        origin: 'RECORDED',
        validFrom: null,
        validTo: '2025-06-30',
        candidates: [],
      },
      {
        unit: { name: 'Xã Mới Một' },
        settled: true,
        origin: 'SUCCESSION',
        validFrom: '2025-07-01',
        validTo: null,
        candidates: [],
      },
    ]);
    expect(await verifyCounts(hub.em)).toEqual([]);
  });

  test('an institution of a unit that was split waits, in the province, for a person to settle it', async () => {
    await bring(school('B', '00002'), school('A', '00001'));
    await succeed();

    const waiting = await hub.data(
      `{ institutions(first: 5, filter: { settled: false }) { nodes { code } totalCount } }`,
    );
    const { institution } = await hub.data(LOCATIONS, { code: 'B' });
    expect(waiting.institutions).toEqual({ nodes: [{ code: 'B' }], totalCount: 1 });
    expect(institution.unit.name).toBe('Tỉnh Mới');
    expect(institution.locations[1]).toMatchObject({
      settled: false,
      candidates: [{ name: 'Xã Mới Một' }, { name: 'Xã Mới Hai' }],
    });

    await bring(school('B', '00003', '01/07/2025,,,,'));

    const settled = await hub.data(LOCATIONS, { code: 'B' });
    expect(settled.institution.unit.name).toBe('Xã Mới Hai');
    const after = await hub.data(
      `{ institutions(first: 5, filter: { settled: false }) { totalCount } }`,
    );
    expect(after.institutions.totalCount).toBe(0);
    expect(await verifyCounts(hub.em)).toEqual([]);
  });

  test('the province counts an unsettled institution, its communes do not, and both say so', async () => {
    await bring(school('B', '00002'));
    await succeed();

    const { province, candidate } = await hub.data(`{
      province: administrativeUnit(code: "01") { progress(pillars: [DIGITAL_GOVERNANCE]) { lines { institutions } warnings { code institutions } } }
      candidate: administrativeUnit(code: "00003") { progress(pillars: [DIGITAL_GOVERNANCE]) { lines { institutions } warnings { code institutions } } }
    }`);

    expect(province.progress.lines[0].institutions).toBe(1);
    expect(candidate.progress.lines[0].institutions).toBe(0);
    for (const { progress } of [province, candidate])
      expect(progress.warnings).toContainEqual({ code: 'UNSETTLED_LOCATION', institutions: 1 });
  });

  test('restating warns of the predecessors that came in part', async () => {
    await bring(school('B', '00002'), school('A', '00001'));
    await succeed();

    const { commune } = await hub.data(`{ commune: administrativeUnit(code: "00001") {
      progress(basis: CURRENT_UNITS, asOf: "2025-01-01", pillars: [DIGITAL_GOVERNANCE]) {
        lines { institutions } warnings { code units { name } }
      } } }`);

    expect(commune.progress.lines[0].institutions).toBe(1);
    expect(commune.progress.warnings).toContainEqual({
      code: 'PART_SUCCESSION',
      units: [{ name: 'Xã Chia' }],
    });
  });

  test('an institution recorded later with its old commune follows as well', async () => {
    await succeed();

    await bring(school('A', '00001', ',1990-09-05,,,'));

    const { institution } = await hub.data(LOCATIONS, { code: 'A' });
    expect(institution.unit.name).toBe('Xã Mới Một');
  });
});

describe('an institution', () => {
  test('is found by any of its codes on the dates they were in use', async () => {
    await bring(school('OLD', '00001'));
    await bring('MOET,NEW,Trường OLD,PRIMARY_SCHOOL,PRIMARY,PUBLIC,00001,,,,2024-01-01,OLD');

    const { before, after, stale, present } = await hub.data(`{
      before: institution(code: "OLD", on: "2023-12-31") { id }
      after: institution(code: "NEW", on: "2024-01-01") { id code codes { system code validFrom validTo } }
      stale: institution(code: "OLD", on: "2024-01-01") { id }
      present: institution(code: "NEW", system: "ADMISSIONS", on: "2024-01-01") { id }
    }`);

    expect(before.id).toBe(after.id);
    expect(stale).toBeNull();
    expect(present).toBeNull();
    expect(after).toMatchObject({
      code: 'NEW',
      codes: [
        { system: 'MOET', code: 'OLD', validFrom: null, validTo: '2023-12-31' },
        { system: 'MOET', code: 'NEW', validFrom: '2024-01-01', validTo: null },
      ],
    });
  });

  test('keeps its own record when its old code is given to another one', async () => {
    await bring(school('A', '00001'));
    await bring('MOET,B,Trường A,PRIMARY_SCHOOL,PRIMARY,PUBLIC,00001,,,,2024-01-01,A');

    const { created, updated } = await bring(school('A', '00001', ',2025-01-01,,,'));
    const again = await bring(school('A', '00001', ',2025-01-01,,,'));

    const { renamed, fresh } = await hub.data(`{
      renamed: institution(code: "B", on: "2025-02-01") { id name }
      fresh: institution(code: "A", on: "2025-02-01") { id openedOn }
    }`);
    expect({ created, updated, again: again.changed }).toEqual({
      created: 1,
      updated: 0,
      again: false,
    });
    expect(renamed.name).toBe('Trường A');
    expect(fresh).toMatchObject({ openedOn: '2025-01-01' });
    expect(fresh.id).not.toBe(renamed.id);
  });

  test.each([
    ['known', true],
    ['new', false],
  ])('that is %s cannot be described by two codes in one file differently', async (_, known) => {
    if (known) await bring(school('OLD', '00001'));

    const both = bring(
      school('OLD', '00001'),
      'MOET,NEW,Trường OLD,PRIMARY_SCHOOL,PRIMARY,PUBLIC,00002,,,,2024-01-01,OLD',
    );

    await expect(both).rejects.toMatchObject({
      problems: [
        {
          row: 3,
          column: 'unit_code',
          value: '00002',
          code: 'INSTITUTION_TWICE',
          text: {
            en: 'row 2 is about the same institution and says something else; write the same, or give the day of the change in changed_on',
          },
        },
      ],
    });
  });

  test('is not told from another by a code that both have', async () => {
    await bring(
      school('X', '00001'),
      `ADMISSIONS,X,Trường khác,PRIMARY_SCHOOL,PRIMARY,PUBLIC,00002,,,,,`,
    );

    const both = await hub.ask(`{ institution(code: "X", on: "2024-01-01") { name } }`);
    const one = await hub.data(
      `{ institution(code: "X", system: "ADMISSIONS", on: "2024-01-01") { name } }`,
    );

    expect(both.errors[0]).toMatchObject({
      message:
        'On 2024-01-01 code X names several institutions: Trường X (MOET), Trường khác (ADMISSIONS). Give system, or use institutions with a filter.',
      extensions: { code: 'AMBIGUOUS_CODE', systems: ['MOET', 'ADMISSIONS'] },
    });
    expect(one.institution.name).toBe('Trường khác');
  });

  test('counts from its opening to its closing', async () => {
    await bring(school('A', '00001', ',2020-09-05,2024-05-31,,'));
    const counted = async (on: string) => {
      const { unit } = await hub.data(
        `query ($on: LocalDate!) { unit: administrativeUnit(code: "01", on: "2025-01-01") {
          progress(asOf: $on, pillars: [DIGITAL_GOVERNANCE]) { lines { institutions } }
          institutions(on: $on, first: 1) { totalCount }
        } }`,
        { on },
      );
      return [unit.progress.lines[0].institutions, unit.institutions.totalCount];
    };

    expect(await counted('2020-09-04')).toEqual([0, 0]);
    expect(await counted('2020-09-05')).toEqual([1, 1]);
    expect(await counted('2024-05-31')).toEqual([1, 1]);
    expect(await counted('2024-06-01')).toEqual([0, 0]);
  });

  test('that is a university is in no group and in no denominator', async () => {
    await bring('MOET,U,Trường Đại học,UNIVERSITY,UNIVERSITY,PUBLIC,00001,,,,,');

    const { institution, unit } = await hub.data(`{
      institution(code: "U", on: "2024-01-01") { group unit(on: "2024-01-01") { name } }
      unit: administrativeUnit(code: "01", on: "2024-01-01") { progress { lines { institutions notApplicable } } }
    }`);

    expect(institution).toEqual({ group: null, unit: { name: 'Xã Nguyên' } });
    expect(
      unit.progress.lines.every((line: any) => line.institutions + line.notApplicable === 0),
    ).toBe(true);
  });

  test('is listed by kind, group, level, ownership, status and name', async () => {
    await bring(
      school('A', '00001'),
      'MOET,B,THPT Chuyên Đăk Mil,UPPER_SECONDARY_SCHOOL,UPPER_SECONDARY,PRIVATE,00001,,,,,',
      'MOET,C,Phổ thông Hoà Bình,MULTI_LEVEL_SCHOOL,LOWER_SECONDARY|UPPER_SECONDARY,PUBLIC,00002,,,,,',
      'MOET,D,Cao đẳng,COLLEGE,COLLEGE VOCATIONAL,PUBLIC,00002,,,,,',
    );
    const codes = async (filter: string) => {
      const { institutions } = await hub.data(
        `{ institutions(first: 10, orderBy: CODE, filter: { on: "2024-01-01", ${filter} }) { nodes { code } } }`,
      );
      return institutions.nodes.map(({ code }: any) => code).join('');
    };

    expect(await codes('')).toBe('ABCD');
    expect(await codes('kinds: [PRIMARY_SCHOOL, COLLEGE]')).toBe('AD');
    expect(await codes('kinds: []')).toBe('');
    expect(await codes('group: GENERAL_EDUCATION')).toBe('ABC');
    expect(await codes('levels: [UPPER_SECONDARY]')).toBe('BC');
    expect(await codes('ownership: PRIVATE')).toBe('B');
    expect(await codes('specialStatus: ETHNIC_BOARDING')).toBe('');
    expect(await codes('search: "đắk mil"')).toBe('B');
    expect(await codes('search: "hòa binh"')).toBe('C');
  });
});
