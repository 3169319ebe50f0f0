import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { readXlsx, writeXlsx } from 'hucre';
import { rowIdOf } from '../src/graphql/node.js';
import { startHub, type TestHub } from './support/hub.js';
import { dumpOf } from './support/dump.js';
import { MAIL_PLACE } from './support/mail-server.js';
import { idOfInstitution, idOfUnit, person, PASSWORD, type Person } from './support/people.js';

const NOW = new Date('2026-11-24T02:00:00Z');
const TODAY = '2026-11-24';

let hub: TestHub;
let operator: Person;
let planner: Person;
beforeAll(async () => {
  hub = await startHub({ from: 'demo', now: () => NOW, mail: MAIL_PLACE });
  const commune = await idOfUnit(hub, '24611', TODAY);
  operator = await person(hub, [{ role: 'OPERATOR' }], 'Lê Văn Vận');
  planner = await person(
    hub,
    [{ role: 'PLANNER', unitId: rowIdOf('AdministrativeUnit', commune) }],
    'Phạm Thị Lập',
  );
});
afterAll(() => hub.close());

const IMPORT = `mutation ($input: AccountImportInput!) {
  accountImport(input: $input) {
    accountImport {
      dryRun created updated unchanged
      rows { row outcome name nameBefore email signInName givesDuty role kinds validFrom validTo
        unit { code } institution { code } }
      invitations { code account { name email signInName state invitationEndsAt } }
    }
    problems { row column value code message }
    findings { row code }
    userErrors { code field message }
  }
}`;

async function load(input: object, who = operator) {
  return (await hub.data(IMPORT, { input }, { ...who.headers, 'accept-language': 'vi' }))
    .accountImport;
}

const HEADER =
  'name,email,sign_in_name,role,institution_code,unit_kind,unit_code,kinds,valid_from,valid_to';
const csv = (...rows: string[]) => `${[HEADER, ...rows].join('\n')}\n`;
/** A row of a school. */
const school = (name: string, email: string, code = 'DN-THPT-01') =>
  `${name},${email},,SCHOOL_ADMIN,${code},,,,,`;
const newEmail = () => `${crypto.randomUUID()}@example.edu.vn`;
const placesOf = (problems: { row: number; column: string; code: string }[]) =>
  problems.map(({ row, column, code }) => `${row} ${column} ${code}`);

test('every fault of every row is told at once, in Vietnamese, with row and column, and nothing is made', async () => {
  const email = newEmail();
  const [closed] = await hub.em.fork().execute<{ code: string }[]>(
    `select code from institution where closed_on < '${TODAY}' and exists (select from institution_code
         where institution_id = institution.id and code = institution.code) limit 1`,
  );
  const content = csv(
    school('Trần Thị Hoa', email),
    school('Nguyễn Văn Bình', email),
    school('Lê Thị Cúc', 'cuc@'),
    `Phạm Văn Dũng,,,REVIEWER,,PROVINCE,99,,,`,
    school('Hoàng Văn Em', newEmail(), 'KHONG-CO'),
    school('Đỗ Thị Giang', newEmail(), closed!.code),
    `,${newEmail()},,TEACHER,,,,,,`,
    `Võ Văn Hải,${newEmail()},,PLANNER,DN-THPT-01,PROVINCE,68,,2026-13-01,`,
    `Bùi Thị Kim,${newEmail()},,SCHOOL_ADMIN,,,,,,`,
    `Ngô Văn Lâm,${newEmail()},,REVIEWER,,PROVINCE,68,KINDERGARTEN,,`,
    school('Trần Thị Hoa', email),
  );
  const before = await dumpOf(hub);

  const { accountImport, problems, userErrors } = await load({ content, dryRun: false });

  expect(accountImport).toBe(null);
  expect(placesOf(problems)).toEqual([
    '3 email ACCOUNT_TWICE',
    '4 email EMAIL_INVALID',
    '5 email TEXT_MISSING',
    '5 unit_code UNIT_UNKNOWN',
    '6 institution_code CODE_UNKNOWN',
    '7 institution_code INSTITUTION_CLOSED',
    '8 name TEXT_MISSING',
    '8 role NAME_UNKNOWN',
    '9 valid_from DATE_UNREADABLE',
    '10 institution_code INSTITUTION_MISSING',
    '11 kinds NAME_UNKNOWN',
    '12 null GRANT_TWICE',
  ]);
  expect(userErrors).toMatchObject([
    { code: 'IMPORT_REFUSED', message: 'Tệp có 12 lỗi; chưa có gì được ghi.' },
  ]);
  expect(problems[0].message).toContain('“Trần Thị Hoa” ở dòng 2');
  expect(await dumpOf(hub)).toEqual(before);
});

test('a preview says what is new, changed and the same, and the same file twice changes nothing', async () => {
  const [hoa, reviewer] = [newEmail(), newEmail()];
  const content = csv(
    school('Trần Thị Hoa', hoa),
    `Phạm Văn Dũng,${reviewer},,REVIEWER,,PROVINCE,68,PRIMARY_SCHOOL|COLLEGE,2026-09-01,2027-08-31`,
    `Phạm Văn Dũng,${reviewer},,PLANNER,,COMMUNE,24611,,,`,
    school('Thầy Nam', '', 'DN-THPT-02'),
  );
  const before = await dumpOf(hub);
  const seen = await load({ content });
  expect(await dumpOf(hub)).toEqual(before);
  expect(seen.problems).toEqual([]);
  expect(seen.accountImport).toMatchObject({
    dryRun: true,
    ...{ created: 3, updated: 0, unchanged: 0, invitations: [] },
    rows: [
      { row: 2, signInName: hoa, institution: { code: 'DN-THPT-01' }, validFrom: TODAY },
      {
        ...{ row: 3, role: 'REVIEWER', unit: { code: '68' }, validFrom: '2026-09-01' },
        ...{ kinds: ['PRIMARY_SCHOOL', 'COLLEGE'], validTo: '2027-08-31' },
      },
      { row: 4, role: 'PLANNER', unit: { code: '24611' } },
      { row: 5, email: null, signInName: 'dn-thpt-02', outcome: 'CREATED' },
    ],
  });

  await load({ content, dryRun: false });
  const made = await dumpOf(hub);
  const again = await load({ content, dryRun: false, invite: 'MAIL' });
  expect(await dumpOf(hub)).toEqual(made);
  expect(again.accountImport).toMatchObject({ created: 0, updated: 0, unchanged: 3 });

  const changed = csv(
    school('Trần Thị Hoà', hoa),
    `Phạm Văn Dũng,${reviewer},,REVIEWER,,COMMUNE,24611,,,`,
  );
  const { accountImport } = await load({ content: changed, dryRun: false });
  expect(accountImport).toMatchObject({
    ...{ created: 0, updated: 2, unchanged: 0 },
    rows: [
      { outcome: 'UPDATED', name: 'Trần Thị Hoà', nameBefore: 'Trần Thị Hoa', givesDuty: false },
      { outcome: 'UPDATED', nameBefore: null, givesDuty: true },
    ],
  });
  const { accounts } = await hub.data(
    `{ accounts(first: 5, filter: { search: "${hoa}" }) { nodes { name grants { role } } } }`,
    {},
    operator.headers,
  );
  expect(accounts.nodes).toEqual([{ name: 'Trần Thị Hoà', grants: [{ role: 'SCHOOL_ADMIN' }] }]);
});

describe('the new ones are invited as was chosen', () => {
  test('by mail who has an e-mail, by a code for a letter who has none; the code signs in', async () => {
    const email = newEmail();
    const content = csv(
      school('Trần Thị Hoa', email),
      `Thầy Sơn,,truong.son,SCHOOL_ADMIN,DN-THPT-01,,,,,`,
    );
    const input = { content, dryRun: false, invite: 'MAIL', idempotencyKey: crypto.randomUUID() };

    const { accountImport } = await load(input);

    const [mailed, written] = accountImport.invitations;
    expect(mailed).toMatchObject({ code: null, account: { email, state: 'INVITED' } });
    expect(written).toMatchObject({
      code: expect.stringMatching(/^(?:[0-9A-Z]{4}-){4}[0-9A-Z]{4}$/),
      account: { signInName: 'truong.son' },
    });
    // Who repeats a request whose answer was lost gets the same codes.
    expect((await load(input)).accountImport.invitations).toEqual(accountImport.invitations);
    const mails = await hub.em
      .fork()
      .execute(`select kind from mail_message where address = ?`, [email]);
    expect(mails).toEqual([{ kind: 'INVITED' }]);
    const { invitationAccept } = await hub.data(
      `mutation ($code: String!, $password: String!) {
        invitationAccept(input: { code: $code, password: $password }) { viewer { signInName } } }`,
      { code: written.code, password: PASSWORD },
    );
    expect(invitationAccept.viewer).toEqual({ signInName: 'truong.son' });
  });

  test('by letters everybody, and a letter printed again makes the old one void', async () => {
    const content = csv(school('Cô Lan', newEmail()), school('Cô Mai', newEmail()));
    const { accountImport } = await load({ content, dryRun: false, invite: 'LETTER' });
    const codes = accountImport.invitations.map(({ code }: { code: string }) => code);
    expect(new Set(codes).size).toBe(2);
    expect(codes).not.toContain(null);

    const { accounts } = await hub.data(
      `{ accounts(first: 50, filter: { state: INVITED }) { nodes { id name } } }`,
      {},
      operator.headers,
    );
    const ids = accounts.nodes
      .filter(({ name }: { name: string }) => ['Cô Lan', 'Cô Mai'].includes(name))
      .map(({ id }: { id: string }) => id);
    const { accountsInvite } = await hub.data(
      `mutation ($input: AccountsInviteInput!) { accountsInvite(input: $input) {
        invitations { code account { name } } userErrors { code } } }`,
      { input: { accounts: ids, byMail: false } },
      operator.headers,
    );
    expect(accountsInvite.userErrors).toEqual([]);
    expect(accountsInvite.invitations).toHaveLength(2);
    const accept = (code: string) =>
      hub.data(
        `mutation ($code: String!, $password: String!) {
          invitationAccept(input: { code: $code, password: $password }) { userErrors { code } } }`,
        { code, password: PASSWORD },
      );
    expect((await accept(codes[0])).invitationAccept.userErrors).toMatchObject([
      { code: 'CODE_REPLACED' },
    ]);
    for (const { code } of accountsInvite.invitations)
      expect((await accept(code)).invitationAccept.userErrors).toEqual([]);
  });
});

test('a planner makes accounts of schools of the unit, and learns at which cell the rights end', async () => {
  const [own] = await hub.em.fork().execute<{ code: string }[]>(
    `select institution.code from institution
     join institution_period as period on period.institution_id = institution.id
     join administrative_unit as unit on unit.id = period.unit_id
     where superseded_at is null and period.valid_to is null and unit.code = '24611' limit 1`,
  );
  const [other] = await hub.em.fork().execute<{ code: string }[]>(
    `select institution.code from institution
     join institution_period as period on period.institution_id = institution.id
     join administrative_unit as unit on unit.id = period.unit_id
     where superseded_at is null and period.valid_to is null and unit.code <> '24611' limit 1`,
  );
  const refused = await load(
    {
      content: csv(
        school('Cô Một', newEmail(), own!.code),
        school('Cô Hai', newEmail(), other!.code),
        `Cô Ba,${newEmail()},,OPERATOR,,,,,,`,
        `Cô Bốn,${newEmail()},,REVIEWER,,COMMUNE,24611,,,`,
        school('Lê Văn Vận', operator.email, own!.code),
      ),
    },
    planner,
  );
  expect(placesOf(refused.problems)).toEqual([
    '3 institution_code FORBIDDEN',
    '4 role FORBIDDEN',
    '5 role FORBIDDEN',
    '6 email FORBIDDEN',
  ]);

  const email = newEmail();
  const content = csv(school('Cô Một', email, own!.code));
  const { accountImport } = await load({ content, dryRun: false, invite: 'LETTER' }, planner);
  expect(accountImport.invitations).toMatchObject([{ account: { email } }]);
  const trail = await hub.em.fork().execute(
    `select action, account_name as by from audit_event
     where subject_id = (select id from account where email = ?) and subject_type = 'Account'`,
    [email],
  );
  expect(trail).toEqual([
    { action: 'accountImport', by: 'Phạm Thị Lập' },
    { action: 'accountImport', by: 'Phạm Thị Lập' },
  ]);
});

describe('a workbook', () => {
  test('is downloaded with drop-downs and explanations, filled in and imported', async () => {
    const { accountImportTemplate } = await hub.data(
      '{ accountImportTemplate { workbook columns { name required } } }',
    );
    const template = await readXlsx(Buffer.from(accountImportTemplate.workbook, 'base64'));
    const [sheet, explanations] = template.sheets;
    const header = sheet!.rows[0]!.map(String);
    expect(header).toEqual(accountImportTemplate.columns.map(({ name }: any) => name));
    expect(explanations!.rows).toHaveLength(header.length + 1);
    expect(sheet!.dataValidations?.map(({ values }) => values?.[0])).toEqual([
      'OPERATOR',
      expect.any(String),
    ]);

    const email = newEmail();
    const row = { name: 'Cô Hạnh', role: 'SCHOOL_ADMIN', email, institution_code: 'DN-THPT-01' };
    const cells = header.map((name) => (row as Record<string, string>)[name] ?? null);
    const bytes = await writeXlsx({
      sheets: [
        { name: 'accounts', rows: [['Danh sách của phòng'], [], header, [], cells] },
        { name: explanations!.name, rows: [['Cách điền']] },
      ],
    });
    const content = Buffer.from(bytes).toString('base64');
    const { accountImport, findings } = await load({ content, fileName: 'tài khoản.xlsx' });
    expect(accountImport.rows).toMatchObject([{ row: 5, name: 'Cô Hạnh', email }]);
    expect(findings).toMatchObject([{ row: 1, code: 'ROWS_SKIPPED' }]);
  });

  test('that is broken, or has formulas without their results, is refused with what to do', async () => {
    const formulas = await writeXlsx({
      sheets: [
        {
          name: 'a',
          rows: [
            ['name', 'role'],
            ['Cô Hạnh', null],
          ],
          cells: new Map([['1,1', { value: null, formula: 'UPPER("operator")' }]]),
        },
      ],
    });
    const { problems } = await load({ content: Buffer.from(formulas).toString('base64') });
    expect(placesOf(problems)).toEqual(['2 null CELL_UNREADABLE']);
    const broken = Buffer.from('PK không phải sổ tính').toString('base64');
    const answer = await load({ content: broken, fileName: 'a.xlsx' });
    expect(placesOf(answer.problems)).toEqual(['1 null WORKBOOK_REFUSED']);
    expect(answer.problems[0].message).toContain('.xlsx');
  });
});

test('of two who import the same file at once, one makes the accounts, and nobody is made twice', async () => {
  const emails = Array.from({ length: 20 }, newEmail);
  const content = csv(...emails.map((email, index) => school(`Cô ${index}`, email)));
  const answers = await Promise.all([
    load({ content, dryRun: false }),
    load({ content, dryRun: false }),
  ]);
  const outcomes = answers.map(
    (answer) => answer.accountImport?.created ?? answer.problems[0].code,
  );
  expect(outcomes).toContain(20);
  expect([0, 'EMAIL_TAKEN']).toContain(outcomes.find((each) => each !== 20));
  const made = await hub.em
    .fork()
    .execute<{ email: string }[]>(`select email from account where name like 'Cô %'`);
  expect(made.filter(({ email }) => emails.includes(email))).toHaveLength(20);
});

test('schools without an account are a list, for those who keep accounts', async () => {
  const none = `{ institutions(first: 1, filter: { hasAccount: false }) { totalCount } }`;
  const some = `{ institutions(first: 1, filter: { hasAccount: true }) { totalCount } }`;
  const count = async (query: string, headers = {}) =>
    (await hub.data(query, {}, headers)).institutions.totalCount;
  const commune = await idOfUnit(hub, '24611', TODAY);
  const all = await count('{ institutions(first: 1) { totalCount } }');
  const inCommune = await count(
    `{ institutions(first: 1, filter: { unit: "${commune}" }) { totalCount } }`,
  );
  expect(await count(none)).toBe(0);
  expect(await count(some)).toBe(0);
  expect((await count(none, operator.headers)) + (await count(some, operator.headers))).toBe(all);
  expect((await count(none, planner.headers)) + (await count(some, planner.headers))).toBe(
    inCommune,
  );

  const found = await hub.data(
    `{ institutions(first: 1, filter: { hasAccount: false, unit: "${commune}" }) { nodes { id code } } }`,
    {},
    planner.headers,
  );
  const [{ id, code }] = found.institutions.nodes;
  expect(id).toBe(await idOfInstitution(hub, code));
  const before = await count(none, planner.headers);
  await load({ content: csv(school('Cô Thu', '', code)), dryRun: false }, planner);
  expect(await count(none, planner.headers)).toBe(before - 1);
});
