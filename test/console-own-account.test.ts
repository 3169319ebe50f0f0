import { afterAll, beforeAll, expect, test } from '@jest/globals';
import {
  ownMenu,
  beyondKeyboard,
  needsBrowser,
  PHONE,
  problemsOf,
  startConsole,
  type ConsoleHub,
} from './support/browser.js';
import { addDemoAccounts, openSignedIn } from './support/console-accounts.js';

needsBrowser('the page of the own account, and what planners are offered of others', () => {
  let console: ConsoleHub;
  beforeAll(async () => {
    console = await startConsole({ trustedOnly: true });
    await addDemoAccounts(console.hub.em);
  });
  afterAll(() => console.close());

  test('a school changes its name, which the menu shows at once, and ends a session that it left open', async () => {
    const elsewhere = await openSignedIn(console, 'school', '/reports');
    await elsewhere.locator('tbody a').first().waitFor();
    const page = await openSignedIn(console, 'school', '/account', { viewport: PHONE });

    await page.locator('summary', { hasText: 'Đổi tên hiển thị' }).click();
    const form = page.getByRole('form', { name: 'Đổi tên hiển thị' });
    await form.getByLabel('Tên hiển thị').fill('Cô Lê Thị Hoa');
    await form.getByRole('button', { name: 'Lưu' }).click();
    await page.getByText('Đã đổi tên.').waitFor();
    await page.getByText(/^Cô Lê Thị Hoa, đăng nhập bằng/).waitFor();

    const sessions = page.getByRole('group', { name: 'Các phiên đăng nhập' });
    const rows = sessions.locator('tbody tr');
    await rows.nth(1).waitFor();
    expect(await rows.count()).toBe(2);
    expect(await rows.filter({ hasText: 'phiên này' }).getByRole('button').count()).toBe(0);
    expect(await problemsOf(page)).toEqual([]);
    expect(await beyondKeyboard(page)).toEqual([]);
    await sessions.getByRole('button', { name: /^Kết thúc/ }).click();
    await page
      .getByRole('dialog')
      .getByRole('button', { name: /Kết thúc/ })
      .click();
    await page.getByText('Đã kết thúc phiên đăng nhập.').waitFor();
    await rows.nth(1).waitFor({ state: 'detached' });

    await (await ownMenu(elsewhere)).filter({ hasText: 'Tài khoản của tôi' }).click();
    await elsewhere.getByRole('dialog').getByText('Phiên làm việc đã hết.').waitFor();
  });

  test('a planner renames the account of a school, and is not offered its second step or its issuers', async () => {
    await console.hub.em.execute(
      `insert into second_factor (account_id, secret)
        select id, 'sealed' from account where email = 'school@demo.example'`,
    );
    await console.hub.em.execute(
      `insert into account_identity (account_id, issuer, subject, linked_at)
        select id, 'https://login.example.edu.vn', 'hoa', now() from account
        where email = 'school@demo.example'`,
    );
    const list = '/operations?tab=accounts&search=school@demo';
    const page = await openSignedIn(console, 'planner', list);
    await page.locator('tbody th a').first().click();
    await page.getByText(/Đăng nhập được qua/).waitFor();
    await page.getByRole('button', { name: /^Khoá tài khoản/ }).waitFor();
    for (const name of [/^Tắt xác thực hai bước/, /^Gỡ liên kết/])
      expect([name, await page.getByRole('button', { name }).count()]).toEqual([name, 0]);
    await page.locator('summary', { hasText: 'Đổi tên tài khoản' }).click();
    const form = page.getByRole('form', { name: 'Đổi tên tài khoản' });
    await form.getByLabel('Tên mới').fill('Trường THPT Chu Văn An');
    await form.getByRole('button', { name: 'Đổi tên tài khoản' }).click();
    await page.getByRole('heading', { level: 2, name: 'Trường THPT Chu Văn An' }).waitFor();
    expect(await problemsOf(page)).toEqual([]);
  });
});
