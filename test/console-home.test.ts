import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { rowIdOf } from '../src/graphql/node.js';
import {
  ownMenu,
  beyondKeyboard,
  DESK,
  enter,
  isSound,
  needsBrowser,
  PHONE,
  problemsOf,
  startConsole,
  type ConsoleHub,
} from './support/browser.js';
import { openSignedIn, addDemoAccounts } from './support/console-accounts.js';
import { csv } from './support/files.js';
import { bring } from './support/imports.js';
import { idOfInstitution, idOfUnit, person, PASSWORD } from './support/people.js';
import {
  addEvidence,
  castOf,
  draft,
  FULL_ANSWERS,
  giveBack,
  save,
  submit,
  TODAY,
  type Cast,
} from './support/reporting.js';

const part = (page: Page, name: string | RegExp) => page.getByRole('region', { name });

/** Signs in on the way to nowhere, and is led to the page of one’s work. */
async function openHome(
  console: ConsoleHub,
  who: string,
  options: Parameters<ConsoleHub['open']>[1] = {},
): Promise<Page> {
  const page = await openSignedIn(console, who, '/home', options);
  await page.getByRole('heading', { level: 1, name: /^(Việc cần làm|To do)$/ }).waitFor();
  return page;
}

needsBrowser('the first page after signing in', () => {
  let console: ConsoleHub;
  let cast: Cast;
  beforeAll(async () => {
    console = await startConsole();
    await addDemoAccounts(console.hub.em);
  });
  beforeEach(async () => {
    cast = await castOf(console.hub);
  });
  afterAll(() => console.close());

  test('tells a school what is due when, how far it is, and what came back and why', async () => {
    const { hub } = console;
    const page = await openHome(console, 'school');
    const round = page.getByRole('region', { name: /bổ sung tháng 11/ });
    await round.getByText('Chưa bắt đầu').waitFor();
    await round.getByText(/^Hạn nộp \d\d\/\d\d\/2026: còn \d+ ngày$/).waitFor();
    await page.getByText('Không có báo cáo nào bị trả lại.').waitFor();
    await isSound(page);
    await round.getByRole('link', { name: /^Bắt đầu báo cáo/ }).click();
    await page.getByRole('button', { name: 'Bắt đầu báo cáo' }).waitFor();

    const { institution, round: id } = cast;
    const begun = await save(hub, cast.school, {
      ...{ institution, round: id },
      answers: FULL_ANSWERS.slice(0, 3),
    });
    await page.goto(`${console.address}/home`);
    await round.getByText(/^Đã trả lời \d+\/22 câu hỏi$/).waitFor();
    await round.getByRole('link', { name: /^Làm tiếp báo cáo/ }).waitFor();

    const { version } = (
      await save(hub, cast.school, {
        ...{ institution, round: id, version: begun.update!.version },
        answers: FULL_ANSWERS,
      })
    ).update!;
    const { id: update } = begun.update!;
    await addEvidence(hub, update);
    const handedIn = await submit(hub, cast.school, { id: update, version });
    expect(handedIn.refusals).toEqual([]);
    await page.goto(`${console.address}/home`);
    await round.getByText('Đã nộp, chờ duyệt').waitFor();
    await round.getByRole('link', { name: /^Xem báo cáo/ }).waitFor();

    await giveBack(hub, cast.reviewer, {
      ...{ id: update, version: handedIn.update!.version },
      reasons: [{ criterion: 'O2', reason: 'Hãy đếm lại số giáo viên.' }],
      note: 'Còn một tiêu chí.',
    });
    await page.goto(`${console.address}/home`);
    await round.getByText('Bị trả lại').waitFor();
    await round.getByText('Còn một tiêu chí.').waitFor();
    await round.getByText('Tiêu chí O2: Hãy đếm lại số giáo viên.').waitFor();
    await isSound(page);
    await round.getByRole('link', { name: /^Sửa và nộp lại/ }).waitFor();
    expect(await page.getByText('Không có báo cáo nào bị trả lại.').count()).toBe(0);
  });

  test('shows a reviewer what waits, the oldest first, and how much of it is new', async () => {
    const other = await castOf(console.hub, 'DN-THPT-02');
    const { id, version } = await draft(console.hub, other);
    await submit(console.hub, other.school, { id, version });
    const page = await openHome(console, 'reviewer');
    const queue = part(page, 'Báo cáo chờ duyệt');
    await queue.getByText(/^\d+ báo cáo, báo cáo chờ lâu nhất đứng trước$/).waitFor();
    const ages = await queue.locator('li').allTextContents();
    // Those of years ago, then those of today and yesterday.
    expect(ages[0]).toMatch(/Nộp hơn \d năm trước/);
    expect(
      ages.every((each) => /câu trả lời|Chưa có báo cáo nào được duyệt trước đó/.test(each)),
    ).toBe(true);
    await isSound(page);
    const name = await queue.locator('li p').first().textContent();
    await queue.getByRole('link', { name: `Mở báo cáo của ${name}` }).click();
    await page.getByRole('heading', { level: 1, name: name! }).waitFor();
  });

  test('tells a planner the verdict, who moves, and whom to remind, with their contacts', async () => {
    const page = await openHome(console, 'planner');
    const unit = part(page, /^Tình hình Tỉnh Lâm Đồng$/);
    await unit
      .getByText(/so với chỉ tiêu|chỉ tiêu năm/)
      .first()
      .waitFor();
    for (const way of ['Tăng', 'Giảm']) await unit.getByRole('region', { name: way }).waitFor();
    await unit.getByText(/từ \d\d\/\d\d\/2026, trước “/).waitFor();
    const round = part(page, /bổ sung tháng 11/);
    const counts = round.locator('dl');
    expect(await counts.innerText()).toMatch(/^Chưa bắt đầu\s+\d+\s+Quá hạn\s+\d+\s/);
    // Before the due date those who have not begun are listed, and the others are a choice away.
    expect(await round.getByLabel('Danh sách').inputValue()).toBe('not-begun');
    await round.locator('tbody tr').first().waitFor();
    await round.getByRole('button', { name: 'Sao chép cả danh sách' }).waitFor();
    const file = page.waitForEvent('download');
    await round.getByRole('button', { name: 'Tải CSV' }).click();
    expect((await file).suggestedFilename()).toMatch(/^co-so-can-nhac-/);
    await round.getByText('Nhắc cơ sở chưa nộp báo cáo').waitFor();
    await isSound(page);
    expect(await beyondKeyboard(page)).toEqual([]);
  });

  test('tells an operator how the hub is, and what is to be mended where', async () => {
    const page = await openHome(console, 'operator');
    const hub = part(page, 'Hệ thống');
    await hub.getByText(/^Hệ thống (hoạt động|không làm việc được)/).waitFor();
    await hub.getByText('Không có thư nào không gửi được.').waitFor();
    await hub.getByText('Không có webhook nào bị lỗi.').waitFor();
    await hub.getByText('Không có tệp nhập nào không thành.').waitFor();
    await isSound(page);
    await hub.getByText(/^\d+(\.\d+)? cơ sở chưa có tài khoản\.$/).waitFor();
    await hub.getByRole('link', { name: 'Tạo tài khoản' }).click();
    await page.waitForURL((url) => url.searchParams.get('without') === 'yes');
    await page.goto(`${console.address}/home`);
    await hub.getByRole('link', { name: 'Xem tình trạng hệ thống' }).click();
    await page.getByRole('heading', { level: 2, name: 'Tình trạng hệ thống' }).waitFor();
  });

  test('has the parts of all roles of somebody with several, and is where the logo and the name lead', async () => {
    const { em } = console.hub;
    const [row] = await em.execute<{ unit: number }[]>(
      `select unit_id as unit from account_grant where role = 'PLANNER' and unit_id is not null limit 1`,
    );
    const both = await person(
      console.hub,
      [{ role: 'OPERATOR' }, { role: 'REVIEWER', unitId: row!.unit }],
      'Chị Hai Vai',
    );
    const page = await console.open('/sign-in', { viewport: PHONE });
    await page.locator('input[name=email]').fill(both.email);
    await page.locator('input[name=password]').fill(PASSWORD);
    await page.locator('main button[type=submit]').click();
    await page.waitForURL((url) => url.pathname === '/home');
    await part(page, 'Hệ thống').waitFor();
    expect(await page.locator('main h2').allTextContents()).toEqual([
      'Báo cáo chờ duyệt',
      'Hệ thống',
    ]);
    await page.setViewportSize(DESK);
    await page.getByRole('navigation').getByRole('link', { name: 'Cơ sở giáo dục' }).click();
    await (await ownMenu(page)).filter({ hasText: 'Việc cần làm' }).click();
    await page.getByRole('heading', { level: 1, name: 'Việc cần làm' }).waitFor();
    await page.getByRole('navigation').getByRole('link', { name: 'Tổng quan' }).click();
    await page.getByRole('banner').getByRole('link', { name: 'Chuyển đổi số giáo dục' }).click();
    await page.waitForURL((url) => url.pathname === '/home');
  });

  test('leads whoever has no role to the public figures', async () => {
    const nobody = await person(console.hub, []);
    const page = await console.open('/sign-in');
    await enter(page, nobody.email, PASSWORD);
    await page.waitForURL((url) => url.pathname === '/');
    await page.getByRole('heading', { level: 1, name: 'Tỉnh Lâm Đồng' }).waitFor();
  });
});

/** A province with a commune and a school, and nothing else. */
async function bringPlaces(hub: ConsoleHub['hub']): Promise<void> {
  const units = csv(
    'kind,code,name,parent_code',
    'PROVINCE,01,Tỉnh Thử,',
    'COMMUNE,00001,Xã Một,01',
  );
  await bring(hub, 'UNITS', units);
  const columns = 'system,code,name,kind,levels,ownership,unit_code';
  const school = 'HUB,T1,Trường Tiểu học Một,PRIMARY_SCHOOL,PRIMARY,PUBLIC,00001';
  await bring(hub, 'INSTITUTIONS', csv(columns, school));
}

needsBrowser('the first page after signing in to a hub in which nobody has done anything', () => {
  let console: ConsoleHub;
  beforeAll(async () => {
    console = await startConsole({ from: 'empty' });
    await bringPlaces(console.hub);
  });
  afterAll(() => console.close());

  test('says in every part that there is nothing, and calls nothing that is unknown zero', async () => {
    const { hub } = console;
    const unitId = rowIdOf('AdministrativeUnit', await idOfUnit(hub, '01', TODAY));
    const institutionId = rowIdOf('Institution', await idOfInstitution(hub, 'T1'));
    const { email } = await person(hub, [
      { role: 'SCHOOL_ADMIN', institutionId },
      { role: 'REVIEWER', unitId },
      { role: 'PLANNER', unitId },
      { role: 'OPERATOR' },
    ]);
    const page = await console.open('/sign-in?to=%2Fhome');
    await enter(page, email, PASSWORD);
    for (const said of [
      'Hiện không có đợt báo cáo nào đang mở cho cơ sở này. Không phải nộp gì.',
      'Không có báo cáo nào chờ duyệt.',
      'Chưa có đợt báo cáo nào, nên chưa so sánh được.',
      'Hiện không có đợt báo cáo nào đang mở; không có cơ sở nào cần nhắc.',
      'Cơ sở nào cũng có tài khoản.',
      'Cơ sở nào cũng đã rõ thuộc xã nào.',
      'Không có thư nào không gửi được.',
    ])
      await page.getByText(said, { exact: true }).waitFor();
    expect(await page.locator('main').innerText()).not.toMatch(/(^|\D)0%/);
    await isSound(page);
    await page.getByText('English', { exact: true }).click();
    await page.getByText('No report waits for you.').waitFor();
    expect(await problemsOf(page)).toEqual([]);
  });
});
