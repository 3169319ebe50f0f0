import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import {
  needsBrowser,
  PHONE,
  problemsOf,
  sidewaysOf,
  startConsole,
  type ConsoleHub,
} from './support/browser.js';
import { addDemoAccounts, openSignedIn } from './support/console-accounts.js';
import { idOfUnit, signIn as headersOf } from './support/people.js';
import { approve, giveBack } from './support/reporting.js';

needsBrowser('decisions that are taken back in the console', () => {
  let console: ConsoleHub;
  beforeAll(async () => {
    console = await startConsole();
    await addDemoAccounts(console.hub.em);
  });
  afterAll(() => console.close());

  async function openAs(
    who: 'reviewer' | 'planner',
    path = '/review',
    options: Parameters<ConsoleHub['open']>[1] = {},
  ): Promise<Page> {
    return openSignedIn(console, who, path, options);
  }

  const heading = (page: Page) => page.getByRole('heading', { level: 1 });
  const card = (page: Page) => page.locator('[data-criterion]').first();
  const undo = (page: Page) => page.getByRole('button', { name: 'Hoàn tác' });

  async function takenBack(): Promise<string[]> {
    const rows = await console.hub.orm.em
      .fork()
      .execute<{ reason: string }[]>(
        'select reason from approval_taken_back order by taken_back_at',
      );
    return rows.map(({ reason }) => reason);
  }

  /** Approves what waits longest, and returns whose it was. */
  async function approveFirst(page: Page): Promise<string> {
    await page.locator('tbody a').first().click();
    await card(page).waitFor();
    const name = (await heading(page).textContent())!;
    await page.getByRole('button', { name: 'Duyệt', exact: true }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Duyệt', exact: true }).click();
    await page.getByText(`Đã duyệt báo cáo của ${name}.`).waitFor();
    return name;
  }

  test('an approval is undone in place by the keyboard, and what the reviewer wrote is there again', async () => {
    const page = await openAs('reviewer');
    await page.locator('tbody a').first().click();
    await card(page).waitFor();
    const name = (await heading(page).textContent())!;
    const code = await card(page).getAttribute('data-criterion');
    await card(page).getByLabel('Sửa giá trị').check();
    await card(page).getByLabel('Giá trị', { exact: true }).selectOption('Không');
    await card(page).getByLabel('Lý do').fill('Kế hoạch của năm trước');
    await page.getByLabel('Lời nhắn').fill('Đã kiểm tra');
    await page.getByRole('button', { name: 'Duyệt với các thay đổi' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Duyệt với các thay đổi' }).click();
    await page
      .getByRole('status')
      .getByText(`Nếu duyệt nhầm báo cáo của ${name}, bạn có 10 giây để hoàn tác.`)
      .waitFor();
    await heading(page).and(page.locator(':focus')).waitFor();
    expect(await heading(page).getAttribute('aria-describedby')).toBe('told undo');
    await page.keyboard.press('Tab');
    await undo(page).and(page.locator(':focus')).waitFor();
    expect(await problemsOf(page)).toEqual([]);
    await page.keyboard.press('Enter');
    await page.getByText(`Đã hoàn tác: báo cáo của ${name} lại chờ duyệt.`).waitFor();
    expect(await heading(page).textContent()).toBe(name);
    const again = page.locator(`[data-criterion="${code}"]`);
    expect(await again.getByLabel('Lý do').inputValue()).toBe('Kế hoạch của năm trước');
    expect(await page.getByLabel('Lời nhắn').inputValue()).toBe('Đã kiểm tra');
    await page.getByRole('button', { name: 'Duyệt với các thay đổi' }).waitFor();
    expect(await takenBack()).toEqual(['Hoàn tác ngay']);
  });

  test('undoing is offered for ten seconds, and for longer while the keyboard is at it', async () => {
    const page = await openAs('reviewer', '/review', { viewport: PHONE });
    await approveFirst(page);
    await undo(page).focus();
    await page.clock.runFor(15_000);
    expect(await undo(page).isVisible()).toBe(true);
    expect(await sidewaysOf(page)).toBe(0);
    await heading(page).focus();
    await page.clock.runFor(11_000);
    await undo(page).waitFor({ state: 'hidden' });
  });

  test('several approvals are undone together; what another has decided meanwhile is told in words', async () => {
    const { hub } = console;
    const page = await openAs('reviewer');
    const links = page.locator('tbody a');
    await links.nth(1).waitFor();
    const [mine, theirs] = (await links.allTextContents()).slice(0, 2) as [string, string];
    const id = decodeURIComponent(
      new URL((await links.nth(1).getAttribute('href'))!, console.address).pathname
        .split('/')
        .at(-1)!,
    );
    await page.getByRole('checkbox').nth(0).check();
    await page.getByRole('checkbox').nth(1).check();
    const approveChosen = page.getByRole('button', { name: 'Duyệt các báo cáo đã chọn' });
    await approveChosen.click();
    await page
      .getByRole('dialog')
      .getByRole('button', { name: 'Duyệt các báo cáo đã chọn' })
      .click();
    await page.getByText('Nếu duyệt nhầm, bạn có 10 giây để hoàn tác cả 2 báo cáo.').waitFor();
    await heading(page).and(page.locator(':focus')).waitFor();

    // Another reviewer takes one back and returns it, before it is undone here.
    const unit = await idOfUnit(hub, '68', '2026-11-25');
    const other = await headersOf(hub, { role: 'REVIEWER', unit }, 'Thầy Bình');
    const versionOf = async () =>
      (
        await hub.data(
          'query ($id: ID!) { node(id: $id) { ... on StatusUpdate { version } } }',
          { id },
          other,
        )
      ).node.version as number;
    await hub.data(
      `mutation ($input: StatusUpdateTakeBackInput!) { statusUpdateTakeBack(input: $input) { userErrors { code } } }`,
      { input: { id, version: await versionOf(), reason: 'Nhầm trường' } },
      other,
    );
    await giveBack(hub, other, {
      id,
      version: await versionOf(),
      reasons: [{ criterion: 'G2', reason: 'Thiếu tên' }],
    });
    await undo(page).click();
    await page.getByText('Đã hoàn tác: 1 báo cáo lại chờ duyệt.').waitFor();
    const failed = page.getByRole('alert');
    await failed.getByText(/trong lúc đó Thầy Bình đã quyết định “Bị trả lại” lúc .*/).waitFor();
    expect(await failed.textContent()).not.toMatch(/statusUpdate|Z\)|Phiên bản/);
    await failed.getByRole('link', { name: theirs }).waitFor();
    await page.getByRole('link', { name: mine, exact: true }).first().waitFor();
  });

  test('approving several tells whose decision was faster', async () => {
    const { hub } = console;
    const page = await openAs('reviewer');
    const link = page.locator('tbody a').first();
    await link.waitFor();
    const id = decodeURIComponent(
      new URL((await link.getAttribute('href'))!, console.address).pathname.split('/').at(-1)!,
    );
    await page.getByRole('checkbox').first().check();
    const unit = await idOfUnit(hub, '68', '2026-11-25');
    const other = await headersOf(hub, { role: 'REVIEWER', unit }, 'Thầy Bình');
    const { node } = await hub.data(
      'query ($id: ID!) { node(id: $id) { ... on StatusUpdate { version } } }',
      { id },
      other,
    );
    await approve(hub, other, { id, version: node.version });
    await page.getByRole('button', { name: 'Duyệt các báo cáo đã chọn' }).click();
    await page
      .getByRole('dialog')
      .getByRole('button', { name: 'Duyệt các báo cáo đã chọn' })
      .click();
    await page.getByText(/trong lúc đó Thầy Bình đã quyết định “Đã duyệt” lúc/).waitFor();
    expect(await undo(page).count()).toBe(0);
  });

  test('decided reports are listed newest first, and an approval is taken back with its reason', async () => {
    const page = await openAs('reviewer');
    await page.locator('tbody a').first().waitFor();
    const name = await approveFirst(page);
    await page.getByRole('link', { name: 'Đã duyệt và trả lại' }).click();
    await heading(page).getByText('Đã duyệt và trả lại').waitFor();
    const rows = page.locator('tbody tr:not([aria-hidden])');
    await rows.first().getByText('Đã duyệt').waitFor();
    expect(await rows.first().getByRole('link').textContent()).toBe(name);
    await page
      .getByText('Đã trả lại cho cơ sở: báo cáo lại chờ duyệt khi cơ sở nộp lại.')
      .first()
      .waitFor();
    expect(await problemsOf(page)).toEqual([]);
    const round = await rows.first().locator('th p').textContent();
    const act = `Thu hồi duyệt: ${name}, ${round}`;
    await page.getByRole('button', { name: act }).click();
    const dialog = page.getByRole('dialog', { name: act });
    await dialog.getByRole('button', { name: 'Thu hồi duyệt' }).click();
    await dialog.getByText('Hãy nêu lý do.').first().waitFor();
    await dialog.getByLabel('Lý do thu hồi').fill('Duyệt nhầm cơ sở');
    await dialog.getByRole('button', { name: 'Thu hồi duyệt' }).click();
    await page.getByText(`Đã thu hồi duyệt: báo cáo của ${name} lại chờ duyệt.`).waitFor();
    await page.getByRole('button', { name: act }).waitFor({ state: 'detached' });
    expect((await takenBack()).at(-1)).toBe('Duyệt nhầm cơ sở');
    await page.getByRole('link', { name: 'Mở báo cáo' }).click();
    await page.getByRole('button', { name: 'Duyệt', exact: true }).waitFor();
  });

  test('a planner reads on a phone why an approval is not theirs to take back', async () => {
    const page = await openAs('planner', '/review/decided', { viewport: PHONE });
    const reason = page
      .locator('tbody')
      .getByText('Tài khoản của bạn không có quyền này với cơ sở này.')
      .first();
    await reason.waitFor();
    expect(await page.getByRole('button', { name: /Thu hồi duyệt/ }).count()).toBe(0);
    expect(await sidewaysOf(page)).toBe(0);
    await page.locator('tbody a').first().click();
    await page
      .getByText('Không thu hồi duyệt được: Tài khoản của bạn không có quyền này với cơ sở này.')
      .waitFor();
  });
});
