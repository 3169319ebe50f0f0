import { readFile, rm, mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { toGlobalId } from '../src/graphql/node.js';
import { command } from './support/command.js';
import { csv } from './support/files.js';
import { startHub, type TestHub } from './support/hub.js';
import { bring, holding, undo } from './support/imports.js';
import { signIn, type Headers } from './support/people.js';

let hub: TestHub;
let planner: Headers;
let operator: Headers;
let folder: string;
beforeAll(async () => {
  hub = await startHub({ from: 'demo', now: () => new Date('2026-11-29T02:00:00Z') });
  const { unit } = await hub.data('{ unit: administrativeUnit(code: "68") { id } }');
  planner = await signIn(hub, { role: 'PLANNER', unit: unit.id }, PLANNER);
  operator = await signIn(hub, { role: 'OPERATOR' });
  folder = await mkdtemp(join(tmpdir(), 'hub-undo-'));
});
afterAll(async () => {
  await hub.close();
  await rm(folder, { recursive: true });
});

const PLANNER = 'Chị Lan';
const UNITS = 'kind,code,name,name_en,parent_code,valid_from,valid_to,legal_document';
const SUCCESSIONS = 'kind,predecessor_code,successor_code,effective_on,extent,legal_document';
const RECORDS = 'unit_kind,unit_code,kind,valid_from,valid_to,source,agency,has_unit,note';
const RESULTS = 'unit_kind,unit_code,year,index_code,value,source,source_status,rank,of_how_many';

/** At least one row. */
function rows<Row>(statement: string): Promise<[Row, ...Row[]]> {
  return hub.em.fork().execute<[Row, ...Row[]]>(statement);
}

/** The figures of both provinces on dates before and after 2025-07-01. */
async function figures(): Promise<unknown> {
  return hub.data(`{
    then: administrativeUnit(code: "67", on: "2024-12-31") { name nameEn validTo
      successors { effectiveOn extent legalDocument successor { code name } }
      progress(asOf: "2024-12-31") { lines { institutions completed reported percent } } }
    now: administrativeUnit(code: "68", on: "2026-01-01") { name nameEn
      predecessors { effectiveOn extent predecessor { code name } }
      progress(asOf: "2026-01-01") { lines { institutions completed reported percent } }
      restated: progress(asOf: "2025-12-31", basis: CURRENT_UNITS) { lines { institutions reported } }
      workforce { allRecords(first: 100) { nodes { kind validFrom validTo source counts { quantity value } } } } }
  }`);
}

/** Imports a file, then undoes it: everything that holds is as before, and no count is off. */
async function thereAndBack(kind: Parameters<typeof bring>[1], content: Uint8Array): Promise<void> {
  const before = [await holding(hub), await figures()];
  const { id } = await bring(hub, kind, content, { acceptCrossing: true });
  expect(await holding(hub)).not.toEqual(before[0]);

  expect(await undo(hub, id!)).toEqual([]);

  expect([await holding(hub), await figures()]).toEqual(before);
}

test('units: what was renamed, ended and created is as before, and institutions are where they were', async () => {
  await thereAndBack(
    'UNITS',
    csv(
      UNITS,
      'PROVINCE,67,Tỉnh Đắc Nông,Dak Nong,,,2025-06-30,9/NQ',
      'PROVINCE,96,Tỉnh Mới,New,,2026-01-01,,',
      'DISTRICT,960,Huyện Mới,,96,2026-01-01,,',
      'COMMUNE,96001,Xã Mới,,960,2026-01-01,,',
    ),
  );
});

test('institutions: what was renamed, moved, closed and created is as before', async () => {
  await thereAndBack(
    'INSTITUTIONS',
    csv(
      'system,code,changed_on,name,kind,levels,ownership,unit_code,opened_on,closed_on',
      'HUB,DN-THPT-01,2026-01-01,THPT Tên Mới,MULTI_LEVEL_SCHOOL,PRIMARY,PRIVATE,24664,,2026-10-31',
      'HUB,MOI-01,,Trường Mới,PRIMARY_SCHOOL,PRIMARY,PUBLIC,24664,2025-09-05,',
    ),
  );
  const { gone } = await hub.data('{ gone: institution(code: "MOI-01") { name } }');
  expect(gone).toBeNull();
});

test('institutions: codes that were given and replaced are as before', async () => {
  await thereAndBack(
    'INSTITUTIONS',
    csv(
      'system,code,code_from,replaces_code,other_code',
      'MOET,67000101,2026-01-01,DN-THPT-03,',
      'MOET,67000102,,,DN-THPT-04',
    ),
  );
  const { before, after } = await hub.data(`{
    before: institution(code: "DN-THPT-03") { code codes { code validTo } }
    after: institution(code: "67000101") { name }
  }`);
  expect(before).toEqual({ code: 'DN-THPT-03', codes: [{ code: 'DN-THPT-03', validTo: null }] });
  expect(after).toBeNull();
});

test('successions of institutions and campuses: what was recorded and corrected is as before', async () => {
  const header = 'predecessor_code,successor_code,effective_on,kind,legal_document';
  await bring(
    hub,
    'INSTITUTION_SUCCESSIONS',
    csv(header, 'DN-THPT-03,DN-THPT-04,2026-01-01,SPLIT,A'),
  );
  await thereAndBack(
    'INSTITUTION_SUCCESSIONS',
    csv(
      header,
      'DN-THPT-03,DN-THPT-04,2026-02-01,SPLIT,',
      'DN-THPT-05,DN-THPT-04,2026-02-01,SPLIT,',
    ),
  );
  const campus = 'institution_code,code,name,unit_code,valid_from';
  const first = await bring(hub, 'CAMPUSES', csv(campus, 'DN-THPT-03,P-1,Một,24664,2026-01-01'));
  const second = await bring(hub, 'CAMPUSES', csv(campus, 'DN-THPT-03,P-1,Hai,24664,2026-01-01'));

  expect(await undo(hub, first.id!)).toEqual([
    expect.stringMatching(new RegExp(`^2 IMPORTED_AGAIN import ${second.id} \\(CAMPUSES.csv\\)`)),
  ]);
  expect(await undo(hub, second.id!)).toEqual([]);
  expect(await undo(hub, first.id!)).toEqual([]);
  const { institution } = await hub.data(
    `{ institution(code: "DN-THPT-03") { successors { effectiveOn legalDocument } campuses { name } } }`,
  );
  expect(institution).toEqual({
    successors: [{ effectiveOn: '2026-01-01', legalDocument: 'A' }],
    campuses: [],
  });
});

test('institutions: an import is undone only while no later one changed the same school', async () => {
  const header = 'system,code,changed_on,name';
  const first = await bring(hub, 'INSTITUTIONS', csv(header, 'HUB,DN-THPT-02,2025-01-01,Một'));
  const second = await bring(hub, 'INSTITUTIONS', csv(header, 'HUB,DN-THPT-02,2026-01-01,Hai'));

  expect(await undo(hub, first.id!)).toEqual([
    expect.stringMatching(/^2 IMPORTED_AGAIN import \d+/),
    expect.stringMatching(/^2 CHANGED_SINCE was changed since: command line \(import INSTITUTIONS/),
  ]);
  expect(await undo(hub, second.id!)).toEqual([]);
});

test('a commune that is ended and succeeded takes its institutions with it, and back again', async () => {
  const [{ code, name }] = await rows<{ code: string; name: string }>(
    `select unit.code, unit.name from administrative_unit as unit
     join institution_period as period on period.unit_id = unit.id and superseded_at is null
     where unit.kind = 'COMMUNE' and unit.valid_to is null and period.valid_to is null
     order by unit.code limit 1`,
  );
  const before = [await holding(hub), await figures()];

  const units = await bring(
    hub,
    'UNITS',
    csv(
      UNITS,
      `COMMUNE,${code},${name},,68,2025-07-01,2026-06-30,`,
      `COMMUNE,97001,Xã Kế Thừa,,68,2026-07-01,,`,
    ),
  );
  const successions = await bring(
    hub,
    'SUCCESSIONS',
    csv(SUCCESSIONS, `COMMUNE,${code},97001,2026-07-01,WHOLE,`),
  );

  expect(await undo(hub, units.id!)).toEqual([
    expect.stringMatching(/^3 REFERRED_TO \d+ periods of institutions refer to it$/),
    `3 REFERRED_TO 1 successions refer to it: ${code} → 97001`,
  ]);
  expect(await undo(hub, successions.id!)).toEqual([]);
  // What was known in between stays, and with it the unit in which it was.
  expect(await undo(hub, units.id!)).toEqual([
    expect.stringMatching(/^3 REFERRED_TO \d+ periods of institutions refer to it$/),
  ]);
  const ended = await bring(
    hub,
    'UNITS',
    csv('kind,code,valid_from,valid_to', `COMMUNE,${code},2025-07-01,`),
  );
  expect(ended).toMatchObject({ updated: 1 });
  expect(await figures()).toEqual(before[1]);
});

test('published results and editions', async () => {
  await thereAndBack(
    'PUBLISHED_INDEX',
    csv(
      RESULTS,
      'PROVINCE,67,2021,DTI/HUMAN_RESOURCES,0.1111,Bộ,CONFIRMED,57,63',
      'PROVINCE,67,2020,DTI,0.2222,Bộ,CONFIRMED,,',
    ),
  );
  const edition = JSON.parse(
    await readFile('seeds/reference/index-editions/workforce-2022-illustrative.json', 'utf8'),
  );
  const next = new TextEncoder().encode(JSON.stringify({ ...edition, version: 9 }));
  await thereAndBack('INDEX_EDITION', next);
  // The version is free again, also for another text.
  const other = { ...edition, version: 9, source: 'Một nguồn khác' };
  await thereAndBack('INDEX_EDITION', new TextEncoder().encode(JSON.stringify(other)));
});

test('counts get a version with what they were, and new ones are removed', async () => {
  await bring(
    hub,
    'WORKFORCE',
    csv(RECORDS, 'PROVINCE,68,MANDATES,2026-01-01,2026-06-30,Báo cáo,Sở A,1,Ghi chú'),
  );

  await thereAndBack(
    'WORKFORCE',
    csv(
      RECORDS,
      'PROVINCE,68,MANDATES,2026-01-01,,Báo cáo khác,Sở A,0,',
      'PROVINCE,68,MANDATES,2026-01-01,,Báo cáo,Sở B,1,',
    ),
  );
});

test('a later import of the same subject is named, and has to be undone first', async () => {
  const file = (name: string) => csv('kind,code,valid_from,name', `PROVINCE,68,2025-07-01,${name}`);
  const first = await bring(hub, 'UNITS', file('Tỉnh A'));
  const second = await bring(hub, 'UNITS', file('Tỉnh B'));

  const refused = await undo(hub, first.id!);

  expect(refused).toEqual([
    expect.stringMatching(
      new RegExp(
        `^2 IMPORTED_AGAIN import ${second.id} \\(UNITS.csv\\), .* changed it again; undo that one first$`,
      ),
    ),
    expect.stringMatching(/^2 CHANGED_SINCE was changed since: command line \(import UNITS, /),
  ]);
  expect(await undo(hub, second.id!)).toEqual([]);
  expect(await undo(hub, first.id!)).toEqual([]);
});

test('all that rests on a created unit is told at once, and nothing is changed', async () => {
  const units = await bring(hub, 'UNITS', csv(UNITS, 'PROVINCE,98,Tỉnh Khác,,,2026-01-01,,'));
  await bring(hub, 'UNITS', csv(UNITS, 'COMMUNE,98001,Xã Khác,,98,2026-01-01,,'));
  await bring(hub, 'WORKFORCE', csv(RECORDS, 'PROVINCE,98,MANDATES,2026-02-01,,Báo cáo,Sở,1,'));
  await bring(hub, 'PUBLISHED_INDEX', csv(RESULTS, 'PROVINCE,98,2026,DTI,0.5,Bộ,CONFIRMED,,'));
  const before = await holding(hub);

  const refused = await undo(hub, units.id!);

  expect(refused).toEqual([
    '2 REFERRED_TO 1 units under it refer to it: 98001 Xã Khác',
    '2 REFERRED_TO 2 entries of the audit trail refer to it',
    '2 REFERRED_TO 1 published results refer to it: DTI 2026',
    '2 REFERRED_TO 1 workforce records refer to it',
  ]);
  expect(await holding(hub)).toEqual(before);
});

test('a count that somebody changed since is named with its author', async () => {
  const { id } = await bring(
    hub,
    'WORKFORCE',
    csv(RECORDS, 'PROVINCE,68,MANDATES,2026-03-01,,Báo cáo,Sở C,1,'),
  );
  const [{ row }] = await rows<{ row: number }>(
    `select subject_id as row from import_row where run_id = ${id}`,
  );
  await hub.data(
    `mutation ($input: WorkforceRecordUpdateInput!) {
      workforceRecordUpdate(input: $input) { userErrors { message } } }`,
    {
      input: {
        ...{ id: toGlobalId('WorkforceRecord', row), version: 1, validFrom: '2026-03-01' },
        ...{
          source: 'Sửa',
          sourceStatus: 'CONFIRMED',
          counts: [{ quantity: 'HAS_UNIT', value: 0 }],
        },
      },
    },
    planner,
  );

  expect(await undo(hub, id!)).toEqual([
    expect.stringMatching(
      new RegExp(`^2 CHANGED_SINCE was changed since: ${PLANNER} \\(workforceRecordUpdate, `),
    ),
  ]);
});

test('what was known between import and undo stays readable', async () => {
  const records = (knownAt: string) =>
    hub.data(
      `query ($knownAt: DateTime!) { unit: administrativeUnit(code: "68", on: "2026-06-01") {
        workforce(asOf: "2026-06-01", knownAt: $knownAt) { records(first: 100, kind: MANDATES) { nodes { agency } } } } }`,
      { knownAt },
    );
  const { id } = await bring(
    hub,
    'WORKFORCE',
    csv(RECORDS, 'PROVINCE,68,MANDATES,2026-05-01,,Báo cáo,Sở D,1,'),
  );
  const [{ at }] = await rows<{ at: string }>('select published_at as at from publication');
  await undo(hub, id!);

  const agencies = async (knownAt: string) =>
    JSON.stringify(await records(knownAt)).includes('Sở D');

  expect(await agencies(new Date(at).toISOString())).toBe(true);
  const [{ at: later }] = await rows<{ at: string }>('select published_at as at from publication');
  expect(await agencies(new Date(later).toISOString())).toBe(false);
});

const SCHOOLS = 'system,code,name,kind,levels,ownership,unit_code,opened_on';

test('institutions: what was changed holds again, and new ones are in no answer and free their code', async () => {
  const school = (code: string, name: string) =>
    `THỬ,${code},${name},PRIMARY_SCHOOL,PRIMARY,PUBLIC,24611,2020-09-05`;
  const first = await bring(hub, 'INSTITUTIONS', csv(SCHOOLS, school('T1', 'Trường Một')));
  const before = [await holding(hub), await figures()];

  const second = await bring(
    hub,
    'INSTITUTIONS',
    csv(SCHOOLS, school('T1', 'Trường Khác'), school('T2', 'Trường Hai')),
  );
  const third = await bring(hub, 'INSTITUTIONS', csv('system,code,closed_on', 'THỬ,T1,2026-05-31'));

  expect(await undo(hub, second.id!)).toEqual([
    expect.stringMatching(new RegExp(`^2 IMPORTED_AGAIN import ${third.id} `)),
    expect.stringMatching(/^2 CHANGED_SINCE was changed since: command line/),
  ]);
  expect(await undo(hub, third.id!)).toEqual([]);
  expect(await undo(hub, second.id!)).toEqual([]);
  expect([await holding(hub), await figures()]).toEqual(before);
  const { gone } = await hub.data('{ gone: institution(code: "T2") { name } }');
  expect(gone).toBeNull();
  expect(await undo(hub, first.id!)).toEqual([]);
});

test('an institution with an account stays, and the account is named', async () => {
  const { id } = await bring(
    hub,
    'INSTITUTIONS',
    csv(SCHOOLS, 'THỬ,T3,Trường Ba,PRIMARY_SCHOOL,PRIMARY,PUBLIC,24611,2020-09-05'),
  );
  const { school } = await hub.data('{ school: institution(code: "T3") { id } }');
  await signIn(hub, { role: 'SCHOOL_ADMIN', institution: school.id });

  expect(await undo(hub, id!)).toEqual([
    expect.stringMatching(/^2 REFERRED_TO 1 duties of accounts refer to it: \S/),
  ]);
});

test('an institution stays while its campus and its successions hold, which are named, and goes with them', async () => {
  const school = (code: string, name: string) =>
    `THỬ,${code},${name},PRIMARY_SCHOOL,PRIMARY,PUBLIC,24611,2020-09-05`;
  const created = await bring(
    hub,
    'INSTITUTIONS',
    csv(SCHOOLS, school('T4', 'Trường Bốn'), school('T5', 'Trường Năm')),
  );
  const succession = 'predecessor_code,successor_code,effective_on,kind';
  const campus = 'institution_code,system,code,name,unit_code,valid_from';
  const later = [
    await bring(hub, 'INSTITUTION_SUCCESSIONS', csv(succession, 'T4,T5,2026-01-01,SPLIT')),
    await bring(hub, 'CAMPUSES', csv(campus, 'T4,THỬ,T4-1,Điểm Một,24611,2026-01-01')),
    await bring(hub, 'CAMPUSES', csv(campus, 'T4,THỬ,T4-1,Điểm Hai,24611,2026-01-01')),
  ];

  expect(await undo(hub, created.id!)).toEqual([
    '2 REFERRED_TO 1 campuses refer to it: THỬ T4-1 Điểm Hai',
    '2 REFERRED_TO 1 successions of institutions refer to it: T4 → T5',
    '3 REFERRED_TO 1 successions of institutions refer to it: T4 → T5',
  ]);
  for (const { id } of later.reverse()) expect(await undo(hub, id!)).toEqual([]);
  expect(await undo(hub, created.id!)).toEqual([]);
  const { gone } = await hub.data('{ gone: institution(code: "T4") { name } }');
  expect(gone).toBeNull();
});

test('the command lists imports, shows what undoing would do, undoes once, and leaves it on the trail', async () => {
  const environment = { DATABASE_URL: hub.databaseUrl };
  const file = join(folder, 'tên.csv');
  await writeFile(file, csv('kind,code,valid_from,name_en', 'PROVINCE,68,2025-07-01,Lam Dong'));
  await command(['import', 'units', file], environment);
  const listed = await command(['import', 'list'], environment);
  const id = listed.out.split(' ')[0]!;

  const dry = await command(['import', 'undo', id, '--dry-run'], environment);
  const done = await command(['import', 'undo', id], environment);
  const again = await command(['import', 'undo', id], environment);
  const unknown = await command(['import', 'undo', '99999'], environment);

  expect(listed.out).toMatch(/UNITS {2}tên\.csv, by command line: 0 created, 1 updated\n/);
  const line = 'row 2, PROVINCE 68 Tỉnh Lâm Đồng: name_en “Lam Dong” → ';
  expect(dry.out).toContain(`import ${id} would be undone: 1 row(s)\n${line}`);
  expect(dry.out).toContain('dry run: nothing was changed');
  expect(done.out).toContain(`import ${id} is undone: 1 row(s)\n${line}`);
  expect(again).toMatchObject({ status: 1, err: expect.stringContaining('ALREADY_UNDONE') });
  expect(unknown).toMatchObject({ status: 1, err: expect.stringContaining('IMPORT_UNKNOWN') });
  const trail = await hub.em.fork().execute(
    `select action, subject_type as type, before ->> 'name_en' as before, after from audit_event
     where action = 'import undo' order by id`,
  );
  expect(trail).toEqual([
    {
      ...{ action: 'import undo', type: 'Publication', before: null },
      after: { import: Number(id), file: 'tên.csv' },
    },
    {
      ...{ action: 'import undo', type: 'AdministrativeUnit', before: 'Lam Dong' },
      after: expect.objectContaining({ import: Number(id), file: 'tên.csv', row: 2 }),
    },
  ]);
});

test('planners undo their own imports of counts, with the same answer for the same key', async () => {
  const content = `${RECORDS}\nPROVINCE,68,MANDATES,2026-04-01,,Báo cáo,Sở E,1,\n`;
  await hub.data(
    `mutation ($input: WorkforceImportInput!) { workforceImport(input: $input) { userErrors { message } } }`,
    { input: { content, fileName: 'đếm.csv', dryRun: false } },
    planner,
  );
  const list =
    '{ imports(first: 1) { nodes { id number kind file accountName created at undoneAt undoneBy } } }';
  const { imports } = await hub.data(list, {}, planner);
  const [run] = imports.nodes;
  const undoing = `mutation ($input: ImportUndoInput!) { importUndo(input: $input) {
    importRun { id undoneBy undoneRevision } problems { row subject code message } userErrors { code message } } }`;
  const input = { id: run.id, idempotencyKey: 'một' };

  const { importUndo: first } = await hub.data(undoing, { input }, planner);
  const { importUndo: same } = await hub.data(undoing, { input }, planner);
  const { importUndo: again } = await hub.data(undoing, { input: { id: run.id } }, operator);

  expect(run).toMatchObject({
    ...{ kind: 'WORKFORCE', file: 'đếm.csv', accountName: PLANNER, created: 1 },
    undoneAt: null,
  });
  expect(first).toMatchObject({
    ...{ importRun: { undoneBy: PLANNER }, problems: [], userErrors: [] },
  });
  expect(same).toEqual(first);
  expect(again).toMatchObject({ importRun: null, userErrors: [{ code: 'ALREADY_UNDONE' }] });
});
