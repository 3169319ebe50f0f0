import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { takeJob } from '../src/import-jobs/import-job-loop.service.js';
import { workOnJob } from '../src/import-jobs/work-on-job.service.js';
import { databaseOf } from '../src/database/orm.js';
import { fromGlobalId } from '../src/graphql/node.js';
import { startHub, type TestHub } from './support/hub.js';
import { Importer, workbookOf, workingOnJobs } from './support/import-jobs.js';
import { holding } from './support/imports.js';
import { idOfUnit, signIn } from './support/people.js';

const TODAY = '2026-11-25';
const HEADER = ['system', 'code', 'name', 'kind', 'levels', 'ownership', 'unit_code', 'opened_on'];
const SCHOOL = ['PRIMARY_SCHOOL', 'PRIMARY', 'PUBLIC', '24664'];
const DAY = new Date('2025-09-05T00:00:00Z');

let hub: TestHub;
let operator: Importer;
let stop: () => Promise<void>;
beforeAll(async () => {
  hub = await startHub({ from: 'demo', now: () => new Date(`${TODAY}T03:00:00Z`) });
  operator = new Importer(hub, await signIn(hub, { role: 'OPERATOR' }, 'Anh Bình'));
  stop = workingOnJobs(hub);
});
afterAll(async () => {
  await stop();
  await hub.close();
});

/** A row of a new primary school in Xã Đức Lập. */
const row = (code: string, name: string, day: Date | string = DAY) => [
  ...['MOET', code, name],
  ...SCHOOL,
  day,
];

const csvOf = (rows: unknown[][]) => rows.map((cells) => cells.join(',')).join('\n');

test('a workbook is looked at, answered row by row and all at once, saved as a whole, and undone', async () => {
  const before = await holding(hub);
  const known = await operator.bring(
    'INSTITUTIONS',
    'known.csv',
    csvOf([
      HEADER,
      row('0600001', 'Tiểu học Kim Đồng', '2025-09-05'),
      row('0600002', 'Tiểu học Lê Lợi', '2025-09-05'),
    ]),
  );
  await operator.save(known);
  const between = await holding(hub);
  const file = await workbookOf(
    [
      ['DANH SÁCH TRƯỜNG'],
      [],
      HEADER,
      row('0600009', 'Trường Tiểu học Kim Đồng'),
      row('600002', 'Tiểu học Lê Lợi'),
      row('0600010', 'Tiểu học Trần Phú'),
      row('0600011', 'TH Trần Phú'),
    ],
    ['Ghi chú'],
  );
  const checked = await operator.bring('INSTITUTIONS', 'truong.xlsx', file);

  expect(checked).toMatchObject({ state: 'CHECKED', created: 4, problems: 0, questions: 3 });
  expect(await operator.rows(checked, 'QUESTION')).toMatchObject([
    { row: 4, column: 'name', value: 'Trường Tiểu học Kim Đồng', mayBeSame: true },
    { row: 5, column: 'code', value: '600002', mayBeSame: true },
    { row: 7, column: 'name', value: 'TH Trần Phú', mayBeSame: false },
  ]);
  expect((await operator.rows(checked, 'FINDING')).map(({ code }) => code)).toEqual([
    ...['SHEETS_SKIPPED', 'ROWS_SKIPPED'],
  ]);
  const save = { id: checked.id, version: checked.version };
  expect(await operator.ask('importJobSave', 'ImportJobSaveInput', save)).toMatchObject({
    importJob: null,
    userErrors: [{ code: 'IMPORT_NOT_SETTLED' }],
  });
  expect(await holding(hub)).toEqual(between);

  const partly = await operator.answer(checked, {
    answers: [
      { row: 4, answer: 'SAME' },
      { row: 7, answer: 'LEAVE_OUT' },
    ],
  });
  expect(partly).toMatchObject({ created: 2, updated: 1, questions: 1, leftOut: 1 });
  const answered = await operator.answer(partly, { others: 'SAME' });
  expect(answered).toMatchObject({ created: 1, updated: 1, unchanged: 1, questions: 0 });

  const saved = await operator.save(answered);
  expect(saved).toMatchObject({ state: 'SAVED', created: 1, updated: 1, problems: 0 });
  const codes = await hub.em
    .fork()
    .execute<{ code: string }[]>(
      `select code from institution_code where superseded_at is null and code like '%06000%' order by 1`,
    );
  expect(codes.map(({ code }) => code)).toEqual(['0600001', '0600002', '0600009', '0600010']);

  const undone = await operator.undo(saved.importRun!.id);
  expect(undone).toMatchObject({ state: 'SAVED', importRun: { undoneAt: expect.any(String) } });
  expect(await holding(hub)).toEqual(between);
  const { imports } = await hub.data(
    '{ imports(first: 2) { nodes { id file undoneBy } } }',
    {},
    operator.headers,
  );
  expect(imports.nodes).toMatchObject([
    { file: 'truong.xlsx', undoneBy: 'Anh Bình' },
    { file: 'known.csv', undoneBy: null },
  ]);
  await operator.undo(imports.nodes[1].id);
  expect(await holding(hub)).toEqual(before);
});

test('what rests on an import is listed by the job that would undo it, and nothing is undone', async () => {
  const csv = `${HEADER.join()}\nMOET,0700001,Tiểu học Số Bảy,${SCHOOL.join()},2025-09-05`;
  const saved = await operator.save(await operator.bring('INSTITUTIONS', 'seven.csv', csv));
  const renamed = csv.replace('Số Bảy', 'Số Tám');
  await operator.save(await operator.bring('INSTITUTIONS', 'eight.csv', renamed));

  const undoing = await operator.undo(saved.importRun!.id);

  expect(undoing).toMatchObject({ state: 'CHECKED', importRun: { undoneAt: null } });
  expect(await operator.rows(undoing)).toContainEqual(
    expect.objectContaining({ row: 2, kind: 'PROBLEM', code: 'IMPORTED_AGAIN' }),
  );
});

test('a file that others make say something else is looked at again before it is saved', async () => {
  const csv = (name: string) =>
    `${HEADER.join()}\nMOET,0800001,${name},${SCHOOL.join()},2025-09-05`;
  const first = await operator.bring('INSTITUTIONS', 'first.csv', csv('Tiểu học Số Một'));
  const second = await operator.bring('INSTITUTIONS', 'second.csv', csv('Tiểu học Số Hai'));
  expect(second).toMatchObject({ created: 1, updated: 0 });

  await operator.save(first);
  const again = await operator.save(second);

  expect(again).toMatchObject({ state: 'CHECKED', created: 0, updated: 1 });
  expect(again.message).toContain('has changed since the preview');
  expect(await operator.rows(again, 'UPDATED')).toMatchObject([
    { changes: [{ column: 'name', before: 'Tiểu học Số Một', after: 'Tiểu học Số Hai' }] },
  ]);
  expect(await operator.save(again)).toMatchObject({ state: 'SAVED', updated: 1 });
});

test('wrong rows can be left out, and a file without a fit header cannot be saved', async () => {
  const file = await workbookOf([
    HEADER,
    row('0900001', 'Tiểu học Số Chín'),
    ['MOET', '0900002', '', ...SCHOOL, DAY],
  ]);
  const checked = await operator.bring('INSTITUTIONS', 'nine.xlsx', file);
  expect(checked).toMatchObject({ state: 'CHECKED', created: null, problems: 1, questions: 0 });
  expect(await operator.rows(checked)).toMatchObject([
    { row: 3, kind: 'PROBLEM', column: 'name', code: 'TEXT_MISSING' },
  ]);
  const answers = [{ row: 3, answer: 'TAKE' }];
  const { id, version } = checked;
  expect(
    await operator.ask('importJobAnswer', 'ImportJobAnswerInput', { id, version, answers }),
  ).toMatchObject({ userErrors: [{ code: 'IMPORT_ANSWER_UNFIT' }] });

  const mended = await operator.answer(checked, { answers: [{ row: 3, answer: 'LEAVE_OUT' }] });
  expect(mended).toMatchObject({ created: 1, problems: 0, leftOut: 1 });
  const afresh = await operator.answer(mended, { afresh: true });
  expect(afresh).toMatchObject({ created: null, problems: 1, leftOut: 0 });
  await operator.send('importJobDiscard', 'ImportJobDiscardInput', {
    ...{ id: afresh.id, version: afresh.version },
  });
  expect(await operator.job(afresh.id)).toMatchObject({ state: 'DISCARDED' });

  const headless = await operator.bring('UNITS', 'units.csv', 'a,b\n1,2\n');
  expect(headless).toMatchObject({ state: 'CHECKED', created: null });
  expect(headless.problems).toBeGreaterThan(0);
});

test('a cell of a workbook that says nothing is told by its place', async () => {
  const rows = [HEADER, row('0910001', 'Tiểu học Số Mười')];
  const broken = await workbookOf(rows);
  const damaged = await operator.bring('INSTITUTIONS', 'broken.xlsx', broken.subarray(0, 200));
  const old = Buffer.from('d0cf11e0a1b11ae1', 'hex');
  const binary = await operator.bring('INSTITUTIONS', 'old.xls', Buffer.concat([old, broken]));

  for (const job of [damaged, binary])
    expect(await operator.rows(job)).toMatchObject([
      {
        row: 1,
        kind: 'PROBLEM',
        code: 'WORKBOOK_REFUSED',
        message: expect.stringMatching(/save/i),
      },
    ]);
});

test('planners bring institutions of their own units, and operators files of every kind', async () => {
  const unit = await idOfUnit(hub, '68', TODAY);
  const planner = new Importer(hub, await signIn(hub, { role: 'PLANNER', unit }));
  const elsewhere =
    'kind,code,name,parent_code,valid_from\nPROVINCE,98,Tỉnh Khác,,2025-07-01\nCOMMUNE,98001,Xã Khác,98,2025-07-01';
  const units = await operator.bring('UNITS', 'units.csv', elsewhere);
  expect(await operator.save(units)).toMatchObject({ state: 'SAVED', created: 2 });

  const own = await planner.bring(
    ...([
      'INSTITUTIONS',
      'own.xlsx',
      await workbookOf([HEADER, row('0920001', 'Tiểu học A')]),
    ] as const),
  );
  const foreign = await planner.bring(
    ...(['INSTITUTIONS', 'foreign.csv'] as const),
    csvOf([HEADER, row('0920002', 'Tiểu học B', '2025-09-05')]).replace('24664', '98001'),
  );

  expect(await planner.save(own)).toMatchObject({ state: 'SAVED', created: 1 });
  expect(await planner.rows(foreign)).toMatchObject([
    { row: 2, column: 'unit_code', value: '98001', code: 'FORBIDDEN' },
  ]);
  const refused = await hub.ask(
    'mutation ($input: ImportJobStartInput!) { importJobStart(input: $input) { importJob { id } } }',
    { input: { kind: 'UNITS', fileName: 'units.csv', content: elsewhere } },
    planner.headers,
  );
  expect(refused.errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
  // Neither sees the other's files, but for the operator, who sees all.
  expect(await planner.job(units.id)).toBeNull();
  expect(await operator.job(own.id)).toMatchObject({ state: 'SAVED' });
});

test('an address takes one file, and says why it takes no other', async () => {
  const { importJob, upload } = await operator.send('importJobStart', 'ImportJobStartInput', {
    ...{ kind: 'CAMPUSES', fileName: 'campuses.csv' },
  });
  const put = async (address: string, content: string) => {
    const { statusCode, body } = await operator.put(address, Buffer.from(content));
    return [statusCode, JSON.parse(body).code];
  };

  expect(await put(upload.address, '')).toEqual([422, 'FILE_EMPTY']);
  expect(await put(`${upload.address.slice(0, -1)}_`, 'a')).toEqual([404, 'UPLOAD_UNKNOWN']);
  expect((await operator.put(upload.address, Buffer.alloc(20_000_001))).statusCode).toBe(413);
  expect(await put(upload.address, 'institution_code,code\n')).toEqual([201, undefined]);
  expect(await put(upload.address, 'institution_code,code\n')).toEqual([409, 'UPLOAD_DONE']);
  expect(await operator.settled(importJob.id, 'CHECKING')).toMatchObject({ state: 'CHECKED' });
});

test('a step that a hub left is taken up again; left three times, it is given up', async () => {
  await stop();
  try {
    const { importJob } = await operator.send('importJobStart', 'ImportJobStartInput', {
      ...{ kind: 'UNITS', fileName: 'left.csv' },
      content: 'kind,code,name,valid_from\nPROVINCE,97,Tỉnh Chín Bảy,2025-07-01',
    });
    const database = databaseOf(hub.em.fork());
    const left = () =>
      hub.em.fork().execute(`update import_job set taken_until = now() where state = 'CHECKING'`);
    for (const attempts of [1, 2, 3]) {
      expect(await takeJob(database)).toMatchObject([{ attempts }]);
      expect(await takeJob(database)).toEqual([]);
      await left();
    }
    expect(await takeJob(database)).toEqual([]);
    const failed = await operator.job(importJob.id);
    expect(failed).toMatchObject({ state: 'FAILED', created: null });
    expect(failed.message).toContain('Nothing was changed');
  } finally {
    stop = workingOnJobs(hub);
  }
});

test('a file that was never saved is thrown away after thirty days, also when the hub gave it up', async () => {
  const csv = 'kind,code,name,valid_from\nPROVINCE,95,Tỉnh Chín Lăm,2025-07-01';
  const jobs = [
    await operator.bring('UNITS', 'forgotten.csv', csv),
    await operator.bring('UNITS', 'given-up.csv', csv),
    await operator.bring('UNITS', 'lately.csv', csv),
  ];
  const [forgotten, givenUp, lately] = jobs.map(({ id }) => fromGlobalId('ImportJob', id)!);
  await stop();
  try {
    const em = hub.em.fork();
    await em.execute(`update import_job set state = 'FAILED' where id = ?`, [givenUp]);
    await em.execute(
      `update import_job set created_at = clock_timestamp() - interval '31 days' where id in (?, ?)`,
      [forgotten, givenUp],
    );
    await takeJob(databaseOf(em));

    const left = await em.execute(
      `select id, state, content is not null as kept,
        exists (select from import_job_row where job_id = import_job.id) as rows
      from import_job where id in (?, ?, ?) order by id`,
      [forgotten, givenUp, lately],
    );
    expect(left).toEqual([
      { id: forgotten, state: 'DISCARDED', kept: false, rows: false },
      { id: givenUp, state: 'DISCARDED', kept: false, rows: false },
      { id: lately, state: 'CHECKED', kept: true, rows: true },
    ]);
  } finally {
    stop = workingOnJobs(hub);
  }
});

test('two hubs that save one file record it once', async () => {
  const csv = 'kind,code,name,valid_from\nPROVINCE,96,Tỉnh Chín Sáu,2025-07-01';
  const checked = await operator.bring('UNITS', 'once.csv', csv);
  await stop();
  try {
    const { id, version } = checked;
    await operator.send('importJobSave', 'ImportJobSaveInput', { id, version });
    const job = fromGlobalId('ImportJob', id)!;
    await takeJob(databaseOf(hub.em.fork()));
    const hubs = [1, 2].map(() => workOnJob(hub.em.fork(), job, () => undefined));
    // One comes too late, and is told so or finds nothing to do.
    const lost = (await Promise.allSettled(hubs)).filter(({ status }) => status === 'rejected');
    for (const { reason } of lost as PromiseRejectedResult[]) expect(reason.name).toBe('LostTurn');
    expect(lost.length).toBeLessThan(2);
    const [runs] = await hub.em
      .fork()
      .execute(`select count(*)::int as count from import_run where file = 'once.csv'`);
    expect(runs).toEqual({ count: 1 });
    expect(await operator.job(id)).toMatchObject({ state: 'SAVED', created: 1 });
  } finally {
    stop = workingOnJobs(hub);
  }
});

test('every kind of file has a template whose columns are explained in both languages', async () => {
  const kinds = ['UNITS', 'SUCCESSIONS', 'INSTITUTIONS', 'INSTITUTION_SUCCESSIONS', 'CAMPUSES'];
  for (const kind of [...kinds, 'WORKFORCE', 'PUBLISHED_INDEX']) {
    const query = `{ importColumns(kind: ${kind}) { name required meaning values } }`;
    const en = (await hub.data(query)).importColumns;
    const vi = (await hub.data(query, {}, { 'accept-language': 'vi' })).importColumns;
    expect(en.length).toBeGreaterThan(4);
    en.forEach((column: { name: string; meaning: string }, index: number) => {
      expect([column.name, vi[index].meaning]).not.toEqual([column.name, column.meaning]);
      expect([column.name, column.meaning]).not.toEqual([column.name, column.name]);
      expect(`${column.meaning} ${vi[index].meaning}`).not.toContain('--');
    });
    const url = `/exports/imports/${kind.toLowerCase().replaceAll('_', '-')}.xlsx`;
    const template = await hub.server.inject({ method: 'GET', url });
    expect(template.statusCode).toBe(200);
    const job = await operator.bring(kind, 'template.xlsx', template.rawPayload);
    expect(await operator.rows(job)).toMatchObject([{ kind: 'FINDING', code: 'NO_ROWS' }]);
  }
});
