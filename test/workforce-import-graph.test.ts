import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import {
  WorkforceImportDocument,
  WorkforceImportTemplateDocument,
} from '../clients/typescript/src/generated/graphql.js';
import { startHub, type TestHub } from './support/hub.js';
import { idOfUnit, signIn, type Headers } from './support/people.js';
import { now, TODAY } from './support/reporting.js';

let hub: TestHub;
let planner: Headers;
let elsewhere: Headers;
beforeAll(async () => {
  hub = await startHub({ from: 'demo', now });
  planner = await signIn(
    hub,
    { role: 'PLANNER', unit: await idOfUnit(hub, '68', TODAY) },
    'Chị Lan',
  );
  elsewhere = await signIn(hub, { role: 'PLANNER', unit: await idOfUnit(hub, '24611', TODAY) });
});
afterAll(() => hub.close());

const HEADER =
  'unit_kind,unit_code,kind,valid_from,source,tier,agency,source_status,team_units,team_members,has_unit';

let files = 0;
/** An agency of its own for each test, so that no test meets another. */
let agency: string;
beforeEach(() => {
  files += 1;
  agency = `Sở thứ ${files}`;
});

/** A file of two rows: a mandate of the agency, and one of its branch. */
const fileOf = (branch: string, source = 'Quyết định 1') => `\uFEFF${HEADER}
PROVINCE,68,MANDATES,01/07/2025,Quyết định 2,,${agency},,,,1
PROVINCE,68,MANDATES,2025-07-01,${source},,${agency} ${branch},UNCONFIRMED,,,0
`;

interface Input {
  content: string;
  dryRun?: boolean;
  idempotencyKey?: string;
}

async function bring(input: Input, who: Headers = planner): Promise<any> {
  const { workforceImport } = await hub.data(WorkforceImportDocument.toString(), { input }, who);
  return workforceImport;
}

/** What is recorded of the mandates of this test. */
async function records(): Promise<string[]> {
  const rows = await hub.em.fork().execute<{ told: string }[]>(
    `select agency || ', version ' || number || ': ' || source as told
     from workforce_record record join workforce_record_version version on record_id = record.id
     where agency like ? and superseded_at is null order by agency`,
    [`${agency}%`],
  );
  return rows.map(({ told }) => told);
}

/** How much is stored, and how often published data has changed. */
async function stored(): Promise<string> {
  const [row] = await hub.em.fork().execute<{ stored: string }[]>(
    `select (select count(*) from workforce_record_version) || ' versions, '
      || (select count(*) from audit_event) || ' events, '
      || (select count(*) from idempotent_answer) || ' answers, revision '
      || (select revision from publication) as stored`,
  );
  return row!.stored;
}

describe('a file of counts', () => {
  test('is previewed without a change, does what the preview said, and twice changes nothing', async () => {
    const before = await stored();
    const preview = await bring({ content: fileOf('A'), idempotencyKey: `${agency} preview` });
    expect(await stored()).toBe(before);
    expect(preview).toEqual({
      workforceImport: {
        ...{ dryRun: true, created: 2, updated: 0, unchanged: 0 },
        rows: [
          {
            row: 2,
            outcome: 'CREATED',
            unit: { id: expect.any(String), code: '68', name: 'Tỉnh Lâm Đồng' },
            kind: 'MANDATES',
            tier: null,
            audience: null,
            agency,
            topic: null,
            validFrom: '2025-07-01',
            changes: [
              { column: 'has_unit', before: null, after: '1' },
              { column: 'source', before: null, after: 'Quyết định 2' },
              { column: 'source_status', before: null, after: 'CONFIRMED' },
            ],
          },
          expect.objectContaining({ row: 3, outcome: 'CREATED', agency: `${agency} A` }),
        ],
      },
      problems: [],
      findings: [],
      userErrors: [],
    });

    const done = await bring({ content: fileOf('A'), dryRun: false });
    expect(done).toEqual({
      ...preview,
      workforceImport: { ...preview.workforceImport, dryRun: false },
    });
    expect(await records()).toEqual([
      `${agency}, version 1: Quyết định 2`,
      `${agency} A, version 1: Quyết định 1`,
    ]);

    const settled = await stored();
    const again = await bring({ content: fileOf('A'), dryRun: false });
    expect(again.workforceImport).toMatchObject({ created: 0, updated: 0, unchanged: 2 });
    expect(
      again.workforceImport.rows.map(({ outcome, changes }: any) => [outcome, changes]),
    ).toEqual([
      ['UNCHANGED', []],
      ['UNCHANGED', []],
    ]);
    expect(await stored()).toBe(settled);
  });

  test('tells what was skipped above its header, as the command line does, before and after', async () => {
    const titled = fileOf('A').replace('\uFEFF', '\uFEFFBẢNG SỐ LIỆU,,\n');
    const found = { row: 1, column: null, value: 'BẢNG SỐ LIỆU', code: 'ROWS_SKIPPED' };
    const inVietnamese = 'tiêu đề cột ở dòng 2; phần phía trên đã được bỏ qua';
    const inEnglish = 'the header is row 2; what stands above it was skipped';

    const preview = await bring({ content: titled }, { ...planner, 'accept-language': 'vi' });
    const input = { content: titled, dryRun: false, idempotencyKey: agency };
    const [done, again] = [await bring(input), await bring(input)];
    const refused = await bring({ content: `${titled}PROVINCE,68,NOTHING,x\n` });

    expect(preview.findings).toEqual([{ ...found, message: inVietnamese }]);
    expect(done.findings).toEqual([{ ...found, message: inEnglish }]);
    expect(again).toEqual(done);
    expect(refused).toMatchObject({ workforceImport: null, findings: [] });
  });

  test('brings records up to date by a version, telling before and after, on the trail', async () => {
    await bring({ content: fileOf('A'), dryRun: false });

    const later = await bring({ content: fileOf('A', 'Quyết định 9'), dryRun: false });

    expect(later.workforceImport).toMatchObject({
      ...{ created: 0, updated: 1, unchanged: 1 },
      rows: [
        { outcome: 'UNCHANGED' },
        {
          outcome: 'UPDATED',
          changes: [{ column: 'source', before: 'Quyết định 1', after: 'Quyết định 9' }],
        },
      ],
    });
    expect(await records()).toEqual([
      `${agency}, version 1: Quyết định 2`,
      `${agency} A, version 2: Quyết định 9`,
    ]);
    const trail = await hub.em.fork().execute(
      `select account_name, action, subject_version, before->>'source' as before,
         after->>'source' as after
       from audit_event where after->>'agency' = ? order by id`,
      [`${agency} A`],
    );
    const event = { account_name: 'Chị Lan', action: 'workforceImport' };
    expect(trail).toEqual([
      { ...event, subject_version: 1, before: null, after: 'Quyết định 1' },
      { ...event, subject_version: 2, before: 'Quyết định 1', after: 'Quyết định 9' },
    ]);
  });

  test('twice with one key is imported once, and the key takes no other file', async () => {
    const input = { content: fileOf('A'), dryRun: false, idempotencyKey: agency };

    const [first, second] = [await bring(input), await bring(input)];
    const other = await bring({ ...input, content: fileOf('B') });

    expect(second).toEqual(first);
    expect(first.workforceImport).toMatchObject({ created: 2 });
    expect(other.workforceImport).toBeNull();
    expect(other.userErrors).toMatchObject([{ code: 'IDEMPOTENCY_KEY_REUSED' }]);
    expect(await records()).toHaveLength(2);
  });

  test('marks later answers when something of it is made up', async () => {
    const fresh = await startHub({ now });
    try {
      await fresh.em.execute(
        `insert into administrative_unit (kind, code, name, search_name, path)
         values ('PROVINCE', '68', 'Tỉnh', 'tinh', '{1}')`,
      );
      const unit = await idOfUnit(fresh, '68', TODAY);
      const who = await signIn(fresh, { role: 'PLANNER', unit });
      const send = async (sourceStatus: string) => {
        const content = `${HEADER}\nPROVINCE,68,MANDATES,2025-07-01,Báo cáo,,Sở ${sourceStatus},${sourceStatus},,,1\n`;
        const input = { content, dryRun: false };
        const answer = await fresh.ask(WorkforceImportDocument.toString(), { input }, who);
        return answer.extensions.data.illustrative;
      };

      expect(await send('unconfirmed')).toBe(false);
      expect(await send('illustrative')).toBe(true);
    } finally {
      await fresh.close();
    }
  });
});

describe('nothing is written of a file', () => {
  test('with problems, and all of them come at once, in the language asked for', async () => {
    const content = `${HEADER}
PROVINCE,68,MANDATES,2025-07-01,Báo cáo,,${agency},,,,1
PROVINCE,68,COMMUNITY_TEAMS,2025-07-01,,HAMLET,,,,5.000,
KINGDOM,68,MANDATES,2025-02-30,Báo cáo,,${agency},,,,1
KINGDOM,68,MANDATES,2025-07-01,Báo cáo,,${agency},,,,1
PROVINCE,99,MANDATES,2025-07-01,Báo cáo,,${agency},,,,1
PROVINCE,68,MANDATES,2025-07-01,Báo cáo,,${agency},,,,2
`;
    const before = await stored();

    const refused = await bring({ content, dryRun: false });
    const inVietnamese = await bring(
      { content, dryRun: false },
      { ...planner, 'accept-language': 'vi' },
    );

    expect(refused).toEqual({
      workforceImport: null,
      problems: [
        [
          ...[3, 'team_members', '5.000', 'NUMBER_UNREADABLE'],
          'is not a whole number; write it 3368, with digits only',
        ],
        [3, 'source', null, 'TEXT_MISSING', 'is empty; it is needed'],
        [
          ...[4, 'valid_from', '2025-02-30', 'DATE_UNREADABLE'],
          'is not a date; write it 2025-06-30 or 30/06/2025',
        ],
        [
          ...[4, 'unit_kind', 'KINGDOM', 'NAME_UNKNOWN'],
          'is none of Province (PROVINCE), District (DISTRICT), Commune (COMMUNE)',
        ],
        [
          ...[5, 'unit_kind', 'KINGDOM', 'NAME_UNKNOWN'],
          'is none of Province (PROVINCE), District (DISTRICT), Commune (COMMUNE)',
        ],
        [
          ...[6, 'unit_code', '99', 'UNIT_UNKNOWN'],
          'names no PROVINCE on 2025-07-01; import the units first',
        ],
        [7, 'has_unit', '2', 'VALUE_OUT_OF_RANGE', 'HAS_UNIT is 2; it must be from 0 to 1.'],
        [
          ...[7, 'valid_from', '2025-07-01', 'SPANS_OVERLAP'],
          'row 2 counts the same on some of the same days; correct the days, or keep one of them',
        ],
      ].map(([row, column, value, code, message]) => ({ row, column, value, code, message })),
      findings: [],
      userErrors: [
        {
          code: 'IMPORT_REFUSED',
          field: ['content'],
          message: 'The file has 8 problem(s); nothing was changed.',
        },
      ],
    });
    expect(inVietnamese.problems[1].message).toBe('còn trống; ô này phải có');
    expect(inVietnamese.userErrors[0].message).toBe('Tệp có 8 lỗi; chưa có gì được ghi.');
    expect(await stored()).toBe(before);
  });

  test.each([
    ['without its columns', 'unit_kind,kind,colour\n', 'COLUMN_MISSING'],
    ['that is no CSV', `${HEADER}\n"PROVINCE`, 'CSV_UNREADABLE'],
    ['that is no text', `${HEADER}\nPROVINCE,68,MANDATES,2025-07-01,A\0B\n`, 'CSV_UNREADABLE'],
    ['that is empty', '', 'FILE_EMPTY'],
  ])('%s', async (_what, content, code) => {
    const { workforceImport, problems } = await bring({ content });

    expect(workforceImport).toBeNull();
    expect(problems[0].code).toBe(code);
  });

  test('with a row of another’s unit, and nothing is told of what is recorded there', async () => {
    await bring({ content: fileOf('A'), dryRun: false });
    const before = await stored();

    // One of the two is recorded and the other is not; both are answered alike.
    const content = `${HEADER}
COMMUNE,24611,MANDATES,2025-07-01,Báo cáo,,${agency},,,,1
PROVINCE,68,MANDATES,2025-07-01,Quyết định 1,,${agency} A,UNCONFIRMED,,,0
PROVINCE,68,MANDATES,2025-07-01,Quyết định 1,,${agency} B,UNCONFIRMED,,,0
`;
    const refused = await bring({ content, dryRun: false }, elsewhere);

    const problem = {
      column: 'unit_code',
      value: '68',
      code: 'FORBIDDEN',
      message:
        'is a unit that this account does not plan for; leave the row out, or ask a planner of that unit',
    };
    expect(refused).toMatchObject({
      workforceImport: null,
      problems: [
        { row: 3, ...problem },
        { row: 4, ...problem },
      ],
      userErrors: [{ code: 'IMPORT_REFUSED' }],
    });
    expect(await stored()).toBe(before);
  });

  test('with more problems than can be read, and the first 1,000 are told', async () => {
    const row = `PROVINCE,68,MANDATES,2025-07-01,,,${agency},,,,many`;
    const content = [HEADER, ...Array<string>(700).fill(row)].join('\n');

    const { problems, userErrors } = await bring({ content, dryRun: false });

    expect(problems.length).toBe(1000);
    expect(problems.at(-1).row).toBe(501);
    expect(userErrors[0].message).toBe('The file has 1400 problem(s); nothing was changed.');
  });

  test('with a span that meets several records, and one of them is told', async () => {
    const row = (days: string) => `PROVINCE,68,MANDATES,Báo cáo,${agency},1,${days}`;
    const fileOf = (...spans: string[]) =>
      [
        'unit_kind,unit_code,kind,source,agency,has_unit,valid_from,valid_to',
        ...spans.map(row),
      ].join('\n');
    await bring({ content: fileOf('2026-02-01,2026-02-02', '2026-03-01,'), dryRun: false });

    const { problems } = await bring({ content: fileOf('2026-01-01,2026-12-31') });

    expect(problems.map(({ row, code }: any) => [row, code])).toEqual([[2, 'SPANS_OVERLAP']]);
  });

  test('of more than 1,000 rows, and the command line is named', async () => {
    const row = `PROVINCE,68,MANDATES,2025-07-01,Báo cáo,,${agency}`;
    const content = [
      HEADER,
      ...Array.from({ length: 1001 }, (_, index) => `${row} ${index},,,,1`),
    ].join('\n');

    const { workforceImport, problems, userErrors } = await bring({ content, dryRun: false });

    expect([workforceImport, problems]).toEqual([null, []]);
    expect(userErrors).toEqual([
      {
        code: 'FILE_TOO_LONG',
        field: ['content'],
        message:
          'The file has 1001 rows; at most 1000 are taken here. Split it, or ask an operator to import it on the command line (hub import workforce).',
      },
    ]);
    expect(await records()).toEqual([]);
  });
});

test('the template is a file that is taken, with every column explained', async () => {
  const { workforceImportTemplate } = await hub.data(WorkforceImportTemplateDocument.toString());
  const { content, columns } = workforceImportTemplate;

  expect(columns.map(({ name }: any) => name).join(',')).toBe(content.split('\n')[0]);
  expect(columns.filter(({ required }: any) => required).map(({ name }: any) => name)).toEqual([
    ...['unit_kind', 'unit_code', 'kind', 'valid_from', 'source'],
  ]);
  expect(columns.every(({ meaning }: any) => meaning !== '')).toBe(true);
  const { workforceImport } = await bring({ content });
  expect(workforceImport).toMatchObject({
    rows: [{ unit: { code: '67' }, kind: 'COMMUNITY_TEAMS' }],
  });
});
