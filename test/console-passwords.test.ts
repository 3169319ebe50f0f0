import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import {
  ownMenu,
  beyondKeyboard,
  needsBrowser,
  problemsOf,
  signIn,
  startConsole,
  type ConsoleHub,
} from './support/browser.js';
import { addDemoAccounts, PASSWORD } from './support/console-accounts.js';

const FIRST = 'the first password, on paper';
const OWN = 'a password that only one knows';

needsBrowser('passwords in the console of a hub that takes only known documents', () => {
  let console: ConsoleHub;
  beforeAll(async () => {
    console = await startConsole({ trustedOnly: true });
    await addDemoAccounts(console.hub.em);
  });
  afterAll(() => console.close());

  async function fill(page: Page, present: string, next: string, again = next): Promise<void> {
    await page.locator('input[name=presentPassword]').fill(present);
    await page.locator('input[name=newPassword]').fill(next);
    await page.locator('input[name=again]').fill(again);
    await page.locator('main button[type=submit]').click();
  }

  const navigation = (page: Page) => page.getByRole('navigation').getByRole('link');

  test('a first password has to be changed before any page opens', async () => {
    // As after `accountPasswordReset`, of which the graph has its own tests.
    await console.hub.em.execute(
      `update account set password_change_required = true where email = 'school@demo.example'`,
    );
    const page = await console.open('/sign-in', { language: 'vi' });
    await signIn(page, console.address, 'school@demo.example', PASSWORD, '/reports');

    await page.getByRole('heading', { level: 1, name: 'Đổi mật khẩu' }).waitFor();
    await page.getByText('Mật khẩu hiện tại do người vận hành đặt.').waitFor();
    expect(await navigation(page).allTextContents()).toEqual([]);
    expect(await (await ownMenu(page)).allTextContents()).toEqual(['Đổi mật khẩu', 'Đăng xuất']);
    await page.keyboard.press('Escape');
    expect(await page.title()).toBe('Đổi mật khẩu · Chuyển đổi số giáo dục');
    expect(await problemsOf(page)).toEqual([]);
    expect(await beyondKeyboard(page)).toEqual([]);
    await fill(page, PASSWORD, OWN, FIRST);
    await page
      .getByRole('alert')
      .getByText('Hai lần nhập mật khẩu mới không giống nhau.')
      .waitFor();
    await fill(page, PASSWORD, PASSWORD);
    await page.getByRole('alert').getByText('Hãy chọn một mật khẩu khác.').waitFor();
    // Loading the page anew opens nothing either.
    await page.reload();
    await page.getByRole('heading', { level: 1, name: 'Đổi mật khẩu' }).waitFor();
    await fill(page, PASSWORD, OWN);

    // The page that was wanted opens, with what the account may do.
    await page.locator('tbody a').first().waitFor();
    expect(new URL(page.url()).pathname).toBe('/reports');
    expect(await navigation(page).allTextContents()).toContain('Báo cáo của trường');
  });

  test('everybody who is signed in changes theirs from the menu', async () => {
    const page = await console.open('/sign-in', { language: 'en' });
    await signIn(page, console.address, 'planner@demo.example', PASSWORD);
    await (await ownMenu(page)).filter({ hasText: 'Change the password' }).click();
    await page.getByRole('heading', { level: 1, name: 'Change the password' }).waitFor();
    await fill(page, 'not my password', OWN);
    await page.getByRole('alert').getByText('The present password is wrong.').waitFor();
    await fill(page, PASSWORD, OWN);
    await page.getByText('The password was changed.').waitFor();
    expect(await page.locator('input[name=presentPassword]').inputValue()).toBe('');

    const again = await console.open('/sign-in', { language: 'en' });
    await signIn(again, console.address, 'planner@demo.example', OWN, '/operations');
    await again.locator('tbody th').first().waitFor();
  });
});
