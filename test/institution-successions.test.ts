import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { verifyCounts } from '../src/counts/rebuild.service.js';
import { publish } from '../src/database/publish.js';
import { importInstitutionSuccessions } from '../src/institution-successions/institution-succession.import.js';
import { importCampuses } from '../src/institutions/campus.import.js';
import { importInstitutions } from '../src/institutions/institution.import.js';
import { ImportError } from '../src/shared/csv.js';
import { importUnits } from '../src/units/unit.import.js';
import { importSuccessions } from '../src/units/succession.import.js';
import { changesAfter, newestCursor } from './support/change-feed.js';
import { csv } from './support/files.js';
import { startHub, type TestHub } from './support/hub.js';

const TODAY = '2026-11-23';

let hub: TestHub;
const moment = new Date(`${TODAY}T03:00:00Z`);
beforeAll(async () => {
  hub = await startHub({ now: () => moment });
  await publish(hub.em, (em) =>
    importUnits(
      em,
      csv(
        'kind,code,name,parent_code,valid_from,valid_to',
        'PROVINCE,67,Tỉnh Đắk Nông,,,2025-06-30',
        'COMMUNE,24617,Phường Nghĩa Tân,67,,2025-06-30',
        'PROVINCE,68,Tỉnh Lâm Đồng,,2025-07-01,',
        'COMMUNE,24611,Phường Bắc Gia Nghĩa,68,2025-07-01,',
        'COMMUNE,24664,Xã Đức Lập,68,2025-07-01,',
      ),
    ),
  );
  await publish(hub.em, (em) =>
    importSuccessions(
      em,
      csv(
        'kind,predecessor_code,successor_code,effective_on,extent',
        'PROVINCE,67,68,2025-07-01,WHOLE',
        'COMMUNE,24617,24611,2025-07-01,WHOLE',
      ),
    ),
  );
});
afterAll(() => hub.close());

const unitOn = (day: string) => (day < '2025-07-01' ? '24617' : '24611');

/** Schools of one commune: code, name, first and last day. */
const schools = (...rows: [string, string, string?, string?][]) =>
  publish(hub.em, (em, knownAt) =>
    importInstitutions(
      em,
      csv(
        'system,code,name,kind,levels,ownership,unit_code,opened_on,closed_on',
        ...rows.map(
          ([code, name, opened = '2025-07-01', closed = '']) =>
            `MOET,${code},${name},PRIMARY_SCHOOL,PRIMARY,PUBLIC,${unitOn(opened)},${opened},${closed}`,
        ),
      ),
      knownAt,
    ),
  );

const HEADER = 'predecessor_code,successor_code,effective_on,kind,legal_document';
const succeed = (...rows: string[]) =>
  publish(hub.em, (em, knownAt) => importInstitutionSuccessions(em, csv(HEADER, ...rows), knownAt));

const campuses = (header: string, ...rows: string[]) =>
  publish(hub.em, (em, knownAt) => importCampuses(em, csv(header, ...rows), knownAt));

async function refused(file: Promise<unknown>) {
  const error: unknown = await file.catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(ImportError);
  return (error as ImportError).problems.map(({ row, column, code, text }) => [
    ...[row, column, code, text.en],
  ]);
}

const SUCCESSIONS = `{
  predecessors { predecessor { code name } kind effectiveOn legalDocument }
  successors { successor { code name } kind effectiveOn legalDocument }
}`;

describe('a school that was merged into another one', () => {
  beforeAll(() =>
    schools(['M-1', 'Tiểu học Cũ', '2025-07-01', '2026-06-30'], ['M-2', 'Tiểu học Mới']),
  );

  test('is found by its old code and name, and shows what took its place', async () => {
    const cursor = await newestCursor(hub);
    const file = ['M-1,M-2,2026-07-01,MERGED,12/QĐ-UBND'];
    const first = await succeed(...file);
    const again = await succeed(...file);

    expect(first).toMatchObject({ created: 1, updated: 0, notes: [] });
    expect(again).toMatchObject({ created: 0, updated: 0, changed: false });
    const succession = { kind: 'MERGED', effectiveOn: '2026-07-01', legalDocument: '12/QĐ-UBND' };
    const { old, fresh, byName, byCode, operating } = await hub.data(`{
      old: institution(code: "M-1") { id name closedOn ... on Institution ${SUCCESSIONS} }
      fresh: institution(code: "M-2") { id ... on Institution ${SUCCESSIONS} }
      byName: institutions(first: 5, filter: { search: "tieu hoc cu", includeClosed: true }) {
        nodes { code successors { successor { name } } } totalCount
      }
      byCode: institutions(first: 5, filter: { search: "M-1", includeClosed: true }) { nodes { name } }
      operating: institutions(first: 5, filter: { search: "tieu hoc cu" }) { totalCount }
    }`);
    expect(old).toMatchObject({
      name: 'Tiểu học Cũ',
      closedOn: '2026-06-30',
      predecessors: [],
      successors: [{ successor: { code: 'M-2', name: 'Tiểu học Mới' }, ...succession }],
    });
    expect(fresh).toMatchObject({
      predecessors: [{ predecessor: { code: 'M-1', name: 'Tiểu học Cũ' }, ...succession }],
      successors: [],
    });
    expect(byName).toEqual({
      nodes: [{ code: 'M-1', successors: [{ successor: { name: 'Tiểu học Mới' } }] }],
      totalCount: 1,
    });
    expect(byCode.nodes).toEqual([{ name: 'Tiểu học Cũ' }]);
    expect(operating.totalCount).toBe(0);
    const told = (await changesAfter(hub, cursor)).map(({ kind, nodeId }) => [kind, nodeId]);
    expect(told.sort()).toEqual(
      [
        ['UPDATED', fresh.id],
        ['UPDATED', old.id],
      ].sort(),
    );
  });

  test('keeps its own history: figures of before stay its own, and count it no more after', async () => {
    const on = async (date: string) => {
      const { unit } = await hub.data(
        `query ($date: LocalDate!) { unit: administrativeUnit(code: "24611") {
          progress(asOf: $date, pillars: [DIGITAL_GOVERNANCE]) { lines { institutions } } } }`,
        { date },
      );
      return unit.progress.lines[0].institutions;
    };

    expect((await on('2026-06-30')) - (await on('2026-07-01'))).toBe(1);
    expect(await verifyCounts(hub.em)).toEqual([]);
  });

  test('is told when it has not been closed, and is recorded all the same', async () => {
    await schools(
      ['O-1', 'Tiểu học Chưa đóng'],
      ['O-2', 'Tiểu học Đóng muộn', '2025-07-01', '2026-12-31'],
    );

    const { created, notes } = await succeed(
      'O-1,M-2,2026-09-01,MERGED,',
      'O-2,M-2,2026-09-01,MERGED,',
    );

    expect(created).toBe(2);
    expect(notes).toEqual([
      'row 2: “Tiểu học Chưa đóng” (MOET O-1) was merged on 2026-09-01 but is still open, and is counted until then; import its closed_on, 2026-08-31 if it was open to the end',
      'row 3: “Tiểu học Đóng muộn” (MOET O-2) was merged on 2026-09-01 but closes only on 2026-12-31, and is counted until then; import its closed_on, 2026-08-31 if it was open to the end',
    ]);
  });

  test('is known with its succession only since that was recorded, and corrections keep what was known', async () => {
    await schools(['K-1', 'Tiểu học Biết sau', '2025-07-01', '2026-06-30']);
    const known = async (knownAt?: string) => {
      const { institution } = await hub.data(
        `query ($knownAt: DateTime) { institution(code: "K-1") {
          successors(knownAt: $knownAt) { effectiveOn legalDocument } } }`,
        { knownAt },
      );
      return institution.successors;
    };
    const now = async () => (await hub.ask('{ __typename }')).extensions.data.publishedAt;
    const before = await now();
    await succeed('K-1,M-2,2026-07-01,MERGED,A');
    const between = await now();
    const corrected = await succeed('K-1,M-2,2026-08-01,MERGED,');

    expect(corrected).toMatchObject({ created: 0, updated: 1 });
    expect([...corrected.rows][0]!.changes).toEqual([
      { column: 'effective_on', before: '2026-07-01', after: '2026-08-01' },
      { column: 'legal_document', before: 'A', after: null },
    ]);
    expect(await known(before)).toEqual([]);
    expect(await known(between)).toEqual([{ effectiveOn: '2026-07-01', legalDocument: 'A' }]);
    expect(await known()).toEqual([{ effectiveOn: '2026-08-01', legalDocument: null }]);
  });
});

test('a school that was split off knows of which one, and that one stays open', async () => {
  await schools(['S-1', 'Tiểu học Gốc'], ['S-2', 'Tiểu học Tách', '2026-09-01']);
  await publish(hub.em, (em, knownAt) =>
    importInstitutionSuccessions(
      em,
      csv(
        'predecessor_system,predecessor_code,successor_system,successor_code,effective_on,kind',
        'MOET,S-1,MOET,S-2,01/09/2026,SPLIT',
      ),
      knownAt,
    ),
  );

  const { institution } = await hub.data(`{ institution(code: "S-2") {
    predecessors { kind legalDocument predecessor { name closedOn } } } }`);
  expect(institution.predecessors).toEqual([
    {
      kind: 'SPLIT',
      legalDocument: null,
      predecessor: { name: 'Tiểu học Gốc', closedOn: null },
    },
  ]);
});

test('a file of successions is refused with every problem at once', async () => {
  await schools(['P-1', 'Trường A'], ['P-2', 'Trường B', '2026-09-01']);

  const problems = await refused(
    succeed(
      'NO,P-2,2026-09-01,MERGED,',
      'P-1,P-2,2026-08-01,MERGED,',
      'P-1,P-1,2026-09-01,SPLIT,',
      'P-1,P-2,2026-09-01,JOINED,',
      'P-1,P-2,,MERGED,',
      'P-1,P-2,2026-09-01,SPLIT,',
      'P-1,P-2,2026-09-01,SPLIT,',
    ),
  );

  expect(problems).toEqual([
    [
      ...[2, 'predecessor_code', 'CODE_UNKNOWN'],
      'is no code of any institution; import the institutions first',
    ],
    [
      ...[3, 'successor_code', 'CODE_NOT_IN_USE'],
      'was not in use on 2026-08-01, but is a code of “Trường B” (MOET from 2026-09-01); correct the code or the day',
    ],
    [
      ...[4, 'successor_code', 'SUCCESSION_OF_ITSELF'],
      'is a code of the institution in predecessor_code itself; write that of the other one',
    ],
    [5, 'kind', 'NAME_UNKNOWN', 'is none of Merged (MERGED), Split off (SPLIT)'],
    [6, 'effective_on', 'TEXT_MISSING', 'is empty; it is needed'],
    [
      ...[8, 'successor_code', 'SUCCESSION_TWICE'],
      'row 7 has this succession already; keep one of them',
    ],
  ]);
  const { institution } = await hub.data(
    `{ institution(code: "P-1") { successors { kind } predecessors { kind } } }`,
  );
  expect(institution).toEqual({ successors: [], predecessors: [] });
});

describe('successions that cannot all be so', () => {
  const names = ['X-1', 'X-2', 'X-3', 'X-4'];
  beforeAll(() => schools(...names.map((code): [string, string] => [code, `Trường ${code}`])));
  const recorded = async () => {
    const { institutions } = await hub.data(
      `{ institutions(first: 100, filter: { search: "X-" }) { nodes { code successors { effectiveOn } } } }`,
    );
    return institutions.nodes.flatMap(({ code, successors }: any) =>
      successors.map(({ effectiveOn }: any) => `${code} ${effectiveOn}`),
    );
  };
  const ended = (name: string, gave: string, took: string) =>
    `cannot be so: “Trường ${name}” was merged into another institution on ${gave} and would still take over from one on ${took}; correct one of the two`;

  test('in one file are all refused at once, each in its last row', async () => {
    const problems = await refused(
      succeed(
        'X-1,X-2,2026-07-01,MERGED,',
        'X-2,X-1,2026-07-01,MERGED,',
        'X-3,X-4,2026-08-01,SPLIT,',
        'X-4,X-3,2026-09-01,SPLIT,',
      ),
    );

    expect(problems).toEqual([
      [
        ...[3, 'effective_on', 'SUCCESSION_CONTRADICTED'],
        ended('X-2', '2026-07-01', '2026-07-01 (row 2)'),
      ],
      [
        ...[3, 'effective_on', 'SUCCESSION_CONTRADICTED'],
        ended('X-1', '2026-07-01 (row 2)', '2026-07-01'),
      ],
      [
        ...[5, 'effective_on', 'SUCCESSION_CONTRADICTED'],
        'cannot be so: “Trường X-3” would be split off on 2026-09-01 from what came from it, over others or not, on 2026-08-01 (row 4); correct one of the two',
      ],
    ]);
    expect(await recorded()).toEqual([]);
  });

  test('with what is recorded are refused, until that is corrected or in the right order', async () => {
    await succeed('X-1,X-2,2026-07-01,MERGED,', 'X-3,X-4,2026-07-01,SPLIT,');
    const [told] = await refused(succeed('X-3,X-1,2026-08-01,SPLIT,'));

    expect(told).toEqual([
      ...[2, 'effective_on', 'SUCCESSION_CONTRADICTED'],
      ended('X-1', '2026-07-01 (recorded)', '2026-08-01'),
    ]);
    // What was split off comes back later; and a row may correct the one that it would contradict.
    await succeed('X-4,X-3,2026-09-01,MERGED,');
    await succeed('X-3,X-1,2026-08-01,SPLIT,', 'X-1,X-2,2026-08-02,MERGED,');
    expect((await recorded()).sort()).toEqual([
      'X-1 2026-08-02',
      'X-3 2026-07-01',
      'X-3 2026-08-01',
      'X-4 2026-09-01',
    ]);
  });

  test('are those of a school that had long been closed', async () => {
    await schools(
      ['L-1', 'Trường đóng lâu', '2025-07-01', '2025-08-31'],
      ['L-2', 'Trường mới đóng', '2025-07-01', '2025-09-01'],
    );

    const problems = await refused(
      succeed('L-1,X-2,2026-09-01,MERGED,', 'L-2,X-2,2026-09-01,MERGED,'),
    );

    expect(problems).toEqual([
      [
        ...[2, 'predecessor_code', 'PREDECESSOR_LONG_CLOSED'],
        'is a code of “Trường đóng lâu”, which closed on 2025-08-31, more than a year before it was taken over; correct the code, the day, or the closing of the institution',
      ],
    ]);
  });
});

describe('a campus', () => {
  const COLUMNS = 'institution_code,code,name,unit_code,valid_from,valid_to';
  beforeAll(() => schools(['C-1', 'Tiểu học Nhiều điểm', '2001-09-05'], ['C-2', 'Tiểu học Khác']));

  test('is a site of its institution: not counted, and its code finds the institution', async () => {
    const counted = async () => {
      const { unit } = await hub.data(`{ unit: administrativeUnit(code: "68") {
        progress(pillars: [DIGITAL_GOVERNANCE]) { lines { institutions } }
        institutions(first: 1) { totalCount } } }`);
      return [unit.progress.lines[0].institutions, unit.institutions.totalCount];
    };
    const before = await counted();
    const file = [
      'C-1,C-1A,Điểm trường Bản Xa,24664,2025-09-05,',
      'C-1,C-1B,Điểm cũ,24617,2010-09-05,',
    ];

    const first = await campuses(COLUMNS, ...file);
    const again = await campuses(COLUMNS, ...file);

    expect(first.created).toBe(2);
    expect(again.changed).toBe(false);
    expect(await counted()).toEqual(before);
    const { institution, then, listed } = await hub.data(`{
      institution(code: "C-1A") {
        code
        campuses { system code name validFrom validTo unit { name } old: unit(on: "2020-01-01") { name } }
        then: campuses(on: "2024-01-01") { code }
      }
      then: institution(code: "C-1A", on: "2024-01-01") { code }
      listed: institutions(first: 5, filter: { search: "C-1A" }) { nodes { code } }
    }`);
    expect(institution).toEqual({
      code: 'C-1',
      campuses: [
        {
          ...{ system: 'MOET', code: 'C-1B', name: 'Điểm cũ' },
          ...{ validFrom: '2010-09-05', validTo: null },
          unit: { name: 'Phường Bắc Gia Nghĩa' },
          old: { name: 'Phường Nghĩa Tân' },
        },
        {
          ...{ system: 'MOET', code: 'C-1A', name: 'Điểm trường Bản Xa' },
          ...{ validFrom: '2025-09-05', validTo: null },
          unit: { name: 'Xã Đức Lập' },
          old: { name: 'Xã Đức Lập' },
        },
      ],
      then: [{ code: 'C-1B' }],
    });
    expect(then).toBeNull();
    expect(listed.nodes).toEqual([{ code: 'C-1' }]);
  });

  test('keeps what a file leaves out, and may become a school of its own with its code', async () => {
    await campuses(COLUMNS, 'C-1,C-1D,Điểm trường Tách,24664,2025-09-05,');
    const taken = await refused(schools(['C-1D', 'Tiểu học Điểm tách', '2026-09-01']));

    const ended = await campuses('institution_code,code,valid_to', 'C-1,C-1D,2026-08-31');
    const { created } = await schools(['C-1D', 'Tiểu học Điểm tách', '2026-09-01']);

    expect(taken).toMatchObject([[2, 'code', 'CODE_TAKEN', expect.any(String)]]);
    expect([...ended.rows][0]!.changes).toEqual([
      { column: 'valid_to', before: null, after: '2026-08-31' },
    ]);
    expect(created).toBe(1);
    const { now, before } = await hub.data(`{
      now: institution(code: "C-1D") { name }
      before: institution(code: "C-1D", on: "2026-08-31") { name }
    }`);
    expect([now.name, before.name]).toEqual(['Tiểu học Điểm tách', 'Tiểu học Nhiều điểm']);
  });

  test('is refused with every problem at once', async () => {
    const problems = await refused(
      campuses(
        COLUMNS,
        'NO,X-1,Điểm,24611,,',
        'C-1,C-2,Điểm,24611,,',
        'C-1,X-2,,24611,2025-09-05,2025-09-04',
        'C-1,X-3,Điểm,99999,,',
        'C-1,X-4,Điểm,24611,,2000-01-01',
        'C-1,X-5,Điểm,24611,,',
        'C-1,X-5,Điểm,24611,,',
      ),
    );

    expect(problems.map(([row, column, code]) => [row, column, code])).toEqual([
      [2, 'institution_code', 'CODE_UNKNOWN'],
      [3, 'code', 'CODE_TAKEN'],
      [4, 'valid_to', 'DATES_REVERSED'],
      [4, 'name', 'TEXT_MISSING'],
      [5, 'unit_code', 'UNIT_UNKNOWN'],
      [6, 'institution_code', 'CODE_NOT_IN_USE'],
      [8, 'code', 'CODE_TWICE'],
    ]);
  });
});

test('the number of SQL statements for successions and campuses does not grow', async () => {
  const counts: number[] = [];
  for (const first of [1, 10])
    counts.push(
      await hub.countStatements(() =>
        hub.data(
          `query ($first: Int!) { institutions(first: $first, filter: { includeClosed: true }) { nodes {
            name
            predecessors { predecessor { name } }
            successors { successor { name } }
            campuses { name unit { name } }
          } } }`,
          { first },
        ),
      ),
    );

  expect(counts[1]).toBeLessThanOrEqual(10);
  expect(counts[0]).toBeLessThanOrEqual(counts[1]!);
});
