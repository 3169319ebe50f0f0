import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import { CAMPUS_COLUMNS, REGISTER_COLUMNS } from '../src/exports/register-record.js';
import { CAMPUS_COLUMNS as OF_CAMPUSES } from '../src/institutions/campus-draft.js';
import { INSTITUTION_COLUMNS as OF_INSTITUTIONS } from '../src/institutions/institution-columns.js';
import { csv } from './support/files.js';
import { startHub, type TestHub } from './support/hub.js';
import { Importer, workingOnJobs } from './support/import-jobs.js';
import { bring, holding } from './support/imports.js';
import { idOfUnit, signIn } from './support/people.js';

const TODAY = '2026-11-25';

let hub: TestHub;
let operator: Importer;
let planner: Importer;
let stop: () => Promise<void>;
beforeAll(async () => {
  hub = await startHub({ from: 'demo', now: () => new Date(`${TODAY}T03:00:00Z`) });
  await bring(
    hub,
    'INSTITUTIONS',
    csv(
      'system,code,name,kind,levels,ownership,unit_code,changed_on,opened_on,closed_on,special_status,code_from,replaces_code,other_code',
      ...[
        'MOET,0012345,"Trường ""Hoa Sen"", cơ sở 1",PRIMARY_SCHOOL,PRIMARY,PUBLIC,24664,2025-09-05,2025-09-05,,,,,',
        'MOET,0012346,"\'=1+1 là hai",MULTI_LEVEL_SCHOOL,PRIMARY|LOWER_SECONDARY,PRIVATE,24664,2025-09-05,1900-01-15,,,,,',
        'MOET,0012347,Trường đã đóng,PRIMARY_SCHOOL,PRIMARY,PUBLIC,24664,2025-07-01,2025-07-01,2026-05-31,ETHNIC_BOARDING,,,',
        'MOET,0012348,Trường đổi tên,PRIMARY_SCHOOL,PRIMARY,PUBLIC,24664,2025-09-05,2025-09-05,,,,,',
      ],
    ),
  );
  await bring(
    hub,
    'INSTITUTIONS',
    csv(
      'system,code,code_from,replaces_code,other_code,changed_on,name',
      'MOET,0099999,2026-01-01,0012348,,2026-03-01,Trường tên mới',
      'ADMISSIONS-68,007,2026-02-01,,0012345,2026-03-01,"Trường ""Hoa Sen"", cơ sở 1"',
    ),
  );
  await bring(
    hub,
    'CAMPUSES',
    csv(
      'institution_code,code,name,unit_code,valid_from,valid_to',
      '0012345,0012345-1,"Điểm trường ""A"", thôn 2",24664,2025-10-01,',
      '0012347,0012347-1,Điểm trường cũ,24664,,',
    ),
  );
  operator = new Importer(hub, await signIn(hub, { role: 'OPERATOR' }, 'Anh Bình'));
  const unit = await idOfUnit(hub, '68', TODAY);
  planner = new Importer(hub, await signIn(hub, { role: 'PLANNER', unit }, 'Chị Lan'));
  stop = workingOnJobs(hub);
});
afterAll(async () => {
  await stop();
  await hub.close();
});

async function download(name: string): Promise<Buffer> {
  const { statusCode, rawPayload } = await hub.server.inject({ url: `/exports/${name}` });
  expect(statusCode).toBe(200);
  return rawPayload;
}

async function rowsOf(name: string): Promise<Record<string, string>[]> {
  return parse(await download(name), { columns: true });
}

test('the columns are those of the imports', () => {
  const ofRegister: string[] = [...OF_INSTITUTIONS.required, ...OF_INSTITUTIONS.optional];
  // It says the same as changed_on.
  const named = ofRegister.filter((column) => column !== 'located_from');
  expect(Object.keys(REGISTER_COLUMNS).sort()).toEqual(named.sort());
  const ofCampuses: string[] = [...OF_CAMPUSES.required, ...OF_CAMPUSES.optional];
  expect(Object.keys(CAMPUS_COLUMNS).sort()).toEqual(ofCampuses.sort());
});

describe.each(['csv', 'xlsx'])('as %s', (form) => {
  const content = async (name: string) => {
    const bytes = await download(name.replace('FORM', form));
    return form === 'csv' ? bytes.toString() : bytes;
  };

  test.each([
    ['INSTITUTIONS', `register.FORM?asOf=${TODAY}`],
    ['INSTITUTIONS', `register.FORM?asOf=${TODAY}&includeClosed=true`],
    ['INSTITUTIONS', 'register.FORM?asOf=2024-12-31&includeClosed=true'],
    ['INSTITUTIONS', 'register.FORM?asOf=2025-12-31&unit=68&search=truong'],
    ['CAMPUSES', `campuses.FORM?asOf=${TODAY}&includeClosed=true`],
  ])('%s from %s, imported again, change nothing, and nothing is asked', async (kind, name) => {
    const before = await holding(hub);
    const rows = await rowsOf(name.replace('FORM', 'csv'));
    const job = await operator.bring(kind, `so.${form}`, await content(name));

    expect(job).toMatchObject({
      ...{ state: 'CHECKED', created: 0, updated: 0, problems: 0, questions: 0 },
      // Those of an institution count once.
      unchanged: rows.filter(({ other_code }) => !other_code).length,
    });
    expect(rows.length).toBeGreaterThan(0);
    expect(await operator.rows(job)).toEqual([]);
    expect(await holding(hub)).toEqual(before);
  });

  test('a planner brings the whole register too, as long as only own schools change', async () => {
    const whole = await planner.bring(
      'INSTITUTIONS',
      `so.${form}`,
      await content(`register.FORM?asOf=${TODAY}&includeClosed=true`),
    );
    expect(whole).toMatchObject({ state: 'CHECKED', updated: 0, problems: 0 });
  });
});

test('each code in use has a row that says what it replaced, or beside which it stands', async () => {
  const rows = await rowsOf(`register.csv?asOf=${TODAY}&includeClosed=true&search=truong`);
  const about = (code: string) => rows.find((row) => row['code'] === code);

  expect(about('0099999')).toMatchObject({
    ...{ system: 'MOET', code_from: '2026-01-01', replaces_code: '0012348' },
    ...{ replaces_system: 'MOET', name: 'Trường tên mới', changed_on: TODAY, unit_code: '24664' },
  });
  expect(about('0012348')).toBeUndefined();
  expect(about('007')).toMatchObject({ other_code: '0012345', other_system: 'MOET' });
  expect(about('0012347')).toMatchObject({
    ...{ changed_on: '2026-05-31', closed_on: '2026-05-31', special_status: 'ETHNIC_BOARDING' },
  });
  const then = await rowsOf('register.csv?asOf=2025-12-31&search=0012348');
  expect(then).toMatchObject([{ code: '0012348', name: 'Trường đổi tên', replaces_code: '' }]);
});

test('a line that is changed in the file changes that, from the day of the file on', async () => {
  const text = (await download(`register.csv?asOf=${TODAY}&search=0012346`)).toString();
  const job = await operator.bring('INSTITUTIONS', 'so.csv', text.replace('PRIVATE', 'PUBLIC'));

  expect(job).toMatchObject({ state: 'CHECKED', updated: 1, problems: 0 });
  expect(await operator.rows(job, 'UPDATED')).toMatchObject([
    { changes: [{ column: 'ownership', before: 'PRIVATE', after: 'PUBLIC', since: TODAY }] },
  ]);
});
