import { readdirSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { buildSchema, isEnumType, isInputObjectType, isObjectType } from 'graphql';
import type { Locator, Page, Request } from 'playwright-core';
import { roundInput, sceneOf, type Scene } from './support/access-scene.js';
import { TARGETS } from './support/access-targets.js';
import { needsBrowser, signIn, startConsole, until, type ConsoleHub } from './support/browser.js';
import { addDemoAccounts, PASSWORD } from './support/console-accounts.js';
import { mutationOf } from './support/everything.js';
import { issuerOf, issuersOf } from './support/fake-issuer.js';
import { UNBOUNDED } from './support/hub.js';

/** The words of the graph that no reader should meet, and what programs write by mistake. */
const GRAPH_WORDS = (() => {
  const types = Object.values(
    buildSchema(readFileSync('schema/schema.graphql', 'utf8')).getTypeMap(),
  );
  const names = types.flatMap((type) => {
    if (isEnumType(type)) return type.getValues().map((value) => value.name);
    if (isInputObjectType(type)) return Object.keys(type.getFields());
    if (!isObjectType(type)) return [];
    return Object.values(type.getFields()).flatMap((field) => [
      field.name,
      ...field.args.map((argument) => argument.name),
    ]);
  });
  // A name of one small word, such as “code”, may be one of a reader’s language.
  return new Set(names.filter((name) => /[a-z][A-Z]|^[A-Z]{4,}$|_/.test(name)));
})();

function foreignWords(text: string): string[] {
  const words = text.match(/[A-Za-z_]+/g) ?? [];
  const slips = text.match(/\{"|\[object|\bundefined\b|\bNaN\b|\bnull\b/g) ?? [];
  return [...new Set([...words.filter((word) => GRAPH_WORDS.has(word)), ...slips])];
}

/** How many forms each file of the console has. */
function formsInSources(): Record<string, number> {
  const files = readdirSync('web/src', { recursive: true, encoding: 'utf8' });
  return Object.fromEntries(
    files
      .filter((file) => file.endsWith('.tsx') && !/(entry|register)-form\.tsx$/.test(file))
      .map((file) => {
        const forms = readFileSync(`web/src/${file}`, 'utf8').match(
          /<EntryForm\b|<RegisterForm\b|<form\b|component="form"/g,
        );
        return [file, forms?.length ?? 0] as const;
      })
      .filter(([, count]) => count > 0),
  );
}

/** A place with forms, and whose forms they are. */
interface Place {
  who: 'nobody' | 'school' | 'planner' | 'operator';
  path: string;
  /** Opens what the forms are in. */
  open?: (page: Page) => Promise<unknown>;
  /** How many forms each file shows here. */
  shows: Record<string, number>;
}

const row = (page: Page, name = /./) => page.locator('tbody a', { hasText: name }).first().click();

/** What is folded is opened, also what came anew. */
const unfold = (page: Page) =>
  page.evaluate('document.querySelectorAll("details").forEach((each) => { each.open = true })');

/** The name of a school that was closed. */
const CLOSED = 'Trường Đã Đóng Cửa';

const PLACES: Place[] = [
  { who: 'nobody', path: '/sign-in', shows: { 'sign-in/sign-in-form.tsx': 1 } },
  {
    who: 'school',
    path: '/account',
    shows: {
      'account/account.page.tsx': 1,
      'account/identities.tsx': 1,
      'account/own-name.tsx': 1,
      'account/second-factor.tsx': 1,
    },
  },
  {
    who: 'planner',
    path: '/account',
    open: async (page) => {
      await page.locator('summary', { hasText: 'Bật xác thực hai bước' }).click();
      const start = page.getByRole('form', { name: 'Bật xác thực hai bước' });
      await start.getByLabel('Mật khẩu hiện tại').fill(PASSWORD);
      await start.getByRole('button', { name: 'Tiếp tục' }).click();
      await page.getByRole('form', { name: 'Xác nhận' }).waitFor();
    },
    shows: { 'account/second-factor.tsx': 1 },
  },
  {
    who: 'nobody',
    path: '/compare',
    open: (page) => page.getByRole('button', { name: 'Lưu trang đang xem' }).click(),
    shows: { 'saved-views/saved-views.lazy.tsx': 1 },
  },
  { who: 'nobody', path: '/invitation', shows: { 'sign-in/code-form.tsx': 1 } },
  {
    who: 'nobody',
    path: '/forgotten-password',
    shows: { 'sign-in/forgotten.page.tsx': 1 },
  },
  { who: 'school', path: '/password', shows: { 'sign-in/password-form.tsx': 1 } },
  {
    who: 'school',
    path: '/reports',
    open: async (page) => {
      await row(page);
      const begin = page.getByRole('button', { name: 'Bắt đầu báo cáo' });
      const link = page.getByRole('button', { name: 'Thêm liên kết' }).first();
      await begin.or(link).first().waitFor();
      if (await begin.isVisible()) await begin.click();
      await link.click();
    },
    shows: { 'reports/link-form.tsx': 1 },
  },
  {
    who: 'planner',
    path: '/workforce?unit=68&tab=records',
    shows: { 'workforce/registry/record-form.tsx': 1 },
  },
  {
    who: 'planner',
    path: '/workforce?unit=68&tab=records',
    open: (page) =>
      page
        .getByRole('button', { name: /^Sửa, xoá/ })
        .first()
        .click(),
    shows: { 'workforce/registry/record-change.lazy.tsx': 2 },
  },
  {
    who: 'planner',
    path: '/institutions',
    shows: { 'institutions/register/create-form.lazy.tsx': 1 },
  },
  {
    who: 'planner',
    path: '/institutions/DN-THPT-02',
    shows: {
      'institutions/register/campus-forms.tsx': 2,
      'institutions/register/change-form.tsx': 1,
      'institutions/register/close-form.tsx': 1,
      'institutions/register/code-form.tsx': 1,
      'institutions/register/contact-form.tsx': 1,
      'institutions/register/succession-form.tsx': 1,
    },
  },
  {
    who: 'operator',
    path: `/institutions?search=${encodeURIComponent(CLOSED)}`,
    open: async (page) => {
      await row(page, new RegExp(CLOSED));
      await page.locator('summary', { hasText: 'Bỏ việc đóng cửa' }).waitFor();
    },
    shows: { 'institutions/register/reopen-form.tsx': 1 },
  },
  { who: 'planner', path: '/operations', shows: { 'operations/rounds/round-form.tsx': 1 } },
  {
    who: 'planner',
    path: '/operations',
    open: async (page) => {
      await row(page, /bổ sung tháng 11/);
      await page.locator('summary', { hasText: 'Ngày riêng và miễn báo cáo' }).click();
      await page.getByLabel('Hiện', { exact: true }).selectOption('Chưa bắt đầu');
      const list = page.getByRole('group', { name: 'Cơ sở phải báo cáo' });
      await list.getByRole('checkbox').first().check();
      await page.getByRole('form', { name: 'Gia hạn cho 1 cơ sở' }).waitFor();
    },
    shows: {
      'operations/rounds/round-detail.tsx': 1,
      'operations/rounds/exception-form.tsx': 1,
      'operations/rounds/reminding.tsx': 1,
    },
  },
  {
    who: 'planner',
    path: '/operations',
    open: async (page) => {
      await row(page, /Đợt tạo nhầm/);
      await page.locator('summary', { hasText: 'Thu hồi đợt báo cáo' }).waitFor();
    },
    shows: { 'operations/rounds/mending.tsx': 2 },
  },
  {
    who: 'planner',
    path: '/operations?tab=plans',
    open: async (page) => {
      await page
        .getByRole('button', { name: /^Sửa: / })
        .first()
        .click();
      await page
        .getByRole('button', { name: /^Xoá: / })
        .first()
        .click();
      const question = page.getByRole('dialog');
      await question.waitFor();
      expect(foreignWords(await textOf(page))).toEqual([]);
      await question.getByRole('button', { name: 'Huỷ' }).click();
      await question.waitFor({ state: 'hidden' });
      await page.getByRole('form', { name: /^Sửa chỉ tiêu: / }).waitFor();
    },
    shows: { 'operations/plans/target-form.tsx': 1, 'operations/plans/plan-form.tsx': 1 },
  },
  { who: 'planner', path: '/operations?tab=audit', shows: { 'operations/audit/audit.tsx': 1 } },
  {
    who: 'operator',
    path: '/operations?tab=accounts',
    shows: { 'operations/accounts/account-form.tsx': 1 },
  },
  {
    who: 'operator',
    path: '/operations?tab=accounts',
    open: (page) => row(page, /thẩm định/),
    shows: { 'operations/accounts/account-detail.tsx': 2, 'operations/accounts/duties.tsx': 2 },
  },
  {
    who: 'operator',
    path: '/operations?tab=keys',
    shows: { 'operations/keys/key-form.tsx': 1 },
  },
  {
    who: 'operator',
    path: '/operations?tab=keys',
    open: (page) => row(page),
    shows: { 'operations/keys/key-detail.tsx': 1 },
  },
  {
    who: 'operator',
    path: '/operations?tab=webhooks',
    shows: { 'operations/webhooks/webhook-form.tsx': 1 },
  },
];

/** What is typed into a field: nothing, what is none of its kind, and what only the hub can refuse. */
const ATTEMPTS = {
  nothing: () => '',
  nonsense: (type: string) => (type === 'date' ? '' : 'vô nghĩa ☃ -5,5'),
  'what the hub refuses': (type: string, at: number) => {
    if (type === 'date') return `1990-01-${String(28 - at).padStart(2, '0')}`;
    if (type === 'email') return 'khong@co';
    if (type === 'url') return 'https://127.0.0.1/khong';
    return '9'.repeat(200);
  },
};

const DOCUMENTS = JSON.parse(
  readFileSync('web/src/generated/persisted-documents.json', 'utf8'),
) as Record<string, string>;

/** Whether it changes something; the console sends the hash of its document where it can. */
function isChange(request: Request): boolean {
  if (!request.url().endsWith('/graphql') || request.method() !== 'POST') return false;
  const { query, extensions } = request.postDataJSON() as {
    query?: string;
    extensions?: { persistedQuery?: { sha256Hash: string } };
  };
  const document = query ?? DOCUMENTS[`sha256:${extensions?.persistedQuery?.sha256Hash}`];
  return document === undefined || /\bmutation [A-Z]/.test(document);
}

/** What a page says, but for what explains the file to import: its values are typed as they are. */
async function textOf(page: Page): Promise<string> {
  const text = await page.locator('body').innerText();
  const columns = page.locator('[aria-labelledby=import-title] dl');
  const explained = await columns.allInnerTexts();
  return explained.reduce((rest, each) => rest.replace(each, ''), text);
}

async function send(form: Locator, typed: (type: string, at: number) => string): Promise<void> {
  const fields = form.locator(
    'input:not([type=hidden], [type=checkbox], [role=combobox]), textarea',
  );
  for (const [at, field] of (await fields.all()).entries()) {
    const type = (await field.getAttribute('type')) ?? 'text';
    await field.fill(typed(type, at));
  }
  const button = form.locator('button[type=submit]');
  await button.click();
  // What was typed may have been right, and the form is gone.
  await until(() =>
    button.evaluateAll((all) => all.every((each) => !each.hasAttribute('data-loading'))),
  );
}

/** A school of the province that has closed. */
async function closedSchool({ hub, province, caretaker }: Scene): Promise<void> {
  const { institutionCreate } = await hub.data(
    `mutation ($input: InstitutionCreateInput!) { institutionCreate(input: $input) {
      institution { id version } } }`,
    {
      input: {
        ...{ name: CLOSED, kind: 'PRIMARY_SCHOOL', levels: ['PRIMARY'], ownership: 'PUBLIC' },
        ...{ unit: province, openedOn: '2025-09-05', reason: 'Thử' },
      },
    },
    caretaker,
  );
  const { institution } = institutionCreate;
  await hub.ask(
    mutationOf('institutionClose'),
    { input: { ...institution, lastDay: '2026-10-31', reason: 'Thử' } },
    caretaker,
  );
}

/** A further site of DN-THPT-02. */
const addCampus = ({ hub }: ConsoleHub) =>
  hub.em.fork().execute(
    `insert into campus (institution_id, unit_id, system, code, name, recorded_at)
     select institution_id, unit_id, 'T', 'DN-THPT-02-B', 'Điểm trường thôn 2', now()
     from institution_period where superseded_at is null and valid_to is null
       and institution_id = (select id from institution where code = 'DN-THPT-02')`,
  );

/** Due after all other rounds, so that it is in sight. */
const LAST = { dueOn: '2027-06-15', closesOn: '2027-06-30' };

needsBrowser('the forms of the console', () => {
  let console: ConsoleHub;
  const pages = new Map<string, Page>();
  beforeAll(async () => {
    console = await startConsole({
      limits: UNBOUNDED,
      signInIssuers: issuersOf([issuerOf('https://login.example.edu.vn')]),
    });
    await addDemoAccounts(console.hub.em);
    const scene = await sceneOf(console.hub);
    // Everything that can be done has been done, and is in the trail.
    expect(Object.keys(TARGETS).length).toBeGreaterThan(40);
    await console.hub.data(
      mutationOf('reportingRoundCreate'),
      { input: { ...roundInput(scene, LAST), nameVi: 'Đợt tạo nhầm' } },
      scene.headers.planner,
    );
    await closedSchool(scene);
    await addCampus(console);
    for (const [name, target] of Object.entries(TARGETS)) {
      const input = await target(scene);
      for (const who of ['school', 'reviewer', 'planner', 'operator'] as const)
        await console.hub.ask(
          mutationOf(name.split(' ')[0]!),
          input ? { input } : {},
          scene.headers[who],
        );
    }
  }, 300_000);
  afterAll(() => console.close());

  async function pageOf(who: Place['who']): Promise<Page> {
    const known = pages.get(who);
    if (known) return known;
    const page = await console.open('/sign-in');
    if (who !== 'nobody') await signIn(page, console.address, `${who}@demo.example`, PASSWORD);
    pages.set(who, page);
    return page;
  }

  test('are all walked through here', () => {
    const walked: Record<string, number> = {};
    for (const { shows } of PLACES)
      for (const [file, count] of Object.entries(shows)) walked[file] = (walked[file] ?? 0) + count;
    expect(walked).toEqual(formsInSources());
  });

  test.each(PLACES.map((place) => [`${place.who} at ${place.path}`, place] as const))(
    '%s: nothing, nonsense and what the hub refuses are answered without a word of the graph',
    async (_name, { who, path, open, shows }) => {
      const page = await pageOf(who);
      await page.goto(console.address + path);
      await open?.(page);
      const dialog = page.getByRole('dialog').filter({ has: page.locator('form') });
      const expected = Object.values(shows).reduce((sum, each) => sum + each, 0);
      await until(async () => (await page.locator('form').count()) >= expected);
      const forms = ((await dialog.count()) > 0 ? dialog : page).locator('form');
      let refusals = 0;
      const labels = (await forms.all()).map((form) => form.getAttribute('aria-label'));
      // Each of many plans has the same forms.
      for (const name of new Set(await Promise.all(labels))) {
        const form = name
          ? page.getByRole('form', { name, exact: true, includeHidden: true }).first()
          : forms.first();
        for (const [attempt, typed] of Object.entries(ATTEMPTS)) {
          await unfold(page);
          if (!(await form.isVisible())) break;
          await send(form, typed);
          refusals += await form.getByRole('alert').count();
          expect([name, attempt, foreignWords(await textOf(page))]).toEqual([name, attempt, []]);
        }
      }
      // There only boxes are ticked, and every choice is right.
      if (!/audit|\/account$/.test(path)) expect(refusals).toBeGreaterThan(0);
    },
    120_000,
  );

  test('a form that was sent empty says so itself, and leads from its summary to the field', async () => {
    for (const [who, path] of [
      ['nobody', '/sign-in'],
      ['school', '/password'],
      ['planner', '/workforce?unit=68&tab=records'],
      ['planner', '/operations'],
    ] as const) {
      const page = await pageOf(who);
      await page.goto(console.address + path);
      await page.waitForLoadState('networkidle');
      let asked = 0;
      page.on('request', (request) => (asked += isChange(request) ? 1 : 0));
      const form = page.locator('form').first();
      await form.locator('button[type=submit]').click();
      await form.getByRole('alert').waitFor();
      const isAbout = 'document.activeElement.querySelector("[role=alert]") !== null';
      expect([path, await page.evaluate(isAbout)]).toEqual([path, true]);
      const link = form.getByRole('alert').getByRole('link').first();
      const label = (await link.textContent())!.split(':')[0]!;
      await link.click();
      await form.getByLabel(label).and(page.locator(':focus')).waitFor();
      page.removeAllListeners('request');
      expect([path, asked]).toEqual([path, 0]);
    }
  });

  test('what was changed is told in sentences, whatever it was', async () => {
    const inserted = await console.hub.em.execute<object[]>(
      `insert into audit_event
         (at, account_name, action, subject_type, subject_id, subject_version, before, after)
       select distinct on (action, subject_type, before is null, after is null)
         now(), account_name, action, subject_type, subject_id, subject_version, before, after
       from audit_event
       order by action, subject_type, before is null, after is null, id desc returning id`,
    );
    await console.hub.em.execute(
      `insert into audit_event (at, account_name, action, subject_type, subject_id, before, after)
       values (now(), 'Cô Hoa', 'somethingNew', 'NewThing', 1, '{"aField":"A_VALUE"}', '{"aField":{"inner":1}}')`,
    );
    const page = await pageOf('operator');
    await page.goto(`${console.address}/operations?tab=audit`);
    await page.getByText('Cô Hoa đã thay đổi: đối tượng khác').waitFor();
    await unfold(page);
    await page.getByText('Còn 2 chi tiết khác mà trang này chưa có tên gọi.').waitFor();
    let text = '';
    let seen = 0;
    const read = async () => {
      await unfold(page);
      text += await page.locator('main').innerText();
    };
    while (seen < inserted.length + 1) {
      await read();
      seen = await page.evaluate<number>(`(() => {
        document.querySelector('tbody').closest('[tabindex="0"]').scrollTop += 400;
        return Number([...document.querySelectorAll('tbody [aria-rowindex]')].at(-1).ariaRowIndex) - 1;
      })()`);
    }
    // The last rows came with the last move.
    await read();
    expect(foreignWords(text)).toEqual([]);
    for (const told of [
      'Tên riêng của planner. đã đóng đợt báo cáo',
      'đã khoá tài khoản',
      'đã đặt chỉ tiêu',
      'Chỉ tiêu, Phần trăm: từ 90 thành 80',
      'Trạng thái: từ Đã nộp thành Đã duyệt',
    ])
      expect(text).toContain(told);
    expect(new Set(text.match(/\S+ đã thay đổi: [^\t\n]*/g))).toEqual(
      new Set(['Hoa đã thay đổi: đối tượng khác']),
    );
    expect(text.match(/Còn \d+ chi tiết khác/g)).toEqual(
      expect.arrayContaining(['Còn 2 chi tiết khác']),
    );
    expect(text).not.toMatch(/Còn (?!2)\d+ chi tiết khác/);
  }, 120_000);
});
