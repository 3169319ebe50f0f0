import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { Secret, TOTP } from 'otpauth';
import type { Page } from 'playwright-core';
import {
  ownMenu,
  beyondKeyboard,
  DAY,
  needsBrowser,
  problemsOf,
  signInLeadingTo,
  startConsole,
  type ConsoleHub,
} from './support/browser.js';
import { addDemoAccounts, openSignedIn, PASSWORD } from './support/console-accounts.js';

needsBrowser('the sign-in in two steps', () => {
  let console: ConsoleHub;
  let time = DAY;
  beforeAll(async () => {
    console = await startConsole({ now: () => time, trustedOnly: true });
    await addDemoAccounts(console.hub.em);
  });
  afterAll(() => console.close());

  const shown = (secret: string) =>
    new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: time.getTime() });

  test('is set up on the own page with a picture, and asked for from then on', async () => {
    const page = await openSignedIn(console, 'reviewer', '/account');
    await page.locator('summary', { hasText: 'Bật xác thực hai bước' }).click();
    const start = page.getByRole('form', { name: 'Bật xác thực hai bước' });
    await start.getByLabel('Mật khẩu hiện tại').fill(PASSWORD);
    await start.getByRole('button', { name: 'Tiếp tục' }).click();
    const picture = page.getByRole('img', { name: 'Mã QR cho ứng dụng xác thực' });
    await picture.waitFor();
    expect(
      await page.evaluate(`document.querySelector('main img').decode().then(() => 'shown')`),
    ).toBe('shown');
    expect(await problemsOf(page)).toEqual([]);
    expect(await beyondKeyboard(page)).toEqual([]);
    const secret = (await page.locator('main pre').textContent())!.replaceAll(' ', '');
    const confirm = page.getByRole('form', { name: 'Xác nhận' });
    await confirm.getByLabel('Mã 6 chữ số').fill('000000');
    await confirm.getByRole('button', { name: 'Xác nhận' }).click();
    await page.getByRole('alert').getByText('Mã không đúng').waitFor();
    await confirm.getByLabel('Mã 6 chữ số').fill(shown(secret));
    await confirm.getByRole('button', { name: 'Xác nhận' }).click();
    await page.getByText('Hãy in hoặc chép các mã dự phòng này ngay').waitFor();
    const recovery = (await page.locator('main pre').textContent())!.split('\n');
    expect(recovery).toHaveLength(10);
    await page.getByRole('button', { name: 'Đã chép, ẩn các mã' }).click();
    await page.getByText('Còn 10 mã dự phòng chưa dùng.').waitFor();

    time = new Date(time.getTime() + 60_000);
    for (const code of [shown(secret), recovery[0]!]) {
      const other = await console.open(signInLeadingTo('/review'));
      await other.locator('input[name=email]').fill('reviewer@demo.example');
      await other.locator('input[name=password]').fill(PASSWORD);
      await other.locator('main form button[type=submit]').click();
      await other.getByText('Hãy nhập mã 6 chữ số trong ứng dụng xác thực').waitFor();
      expect(await problemsOf(other)).toEqual([]);
      await other.locator('input[name=code]').fill('111');
      await other.locator('main form button[type=submit]').click();
      await other.getByRole('alert').getByText('Mã không đúng').waitFor();
      await other.locator('input[name=code]').fill(code);
      await other.locator('main form button[type=submit]').click();
      await other.waitForURL((url) => url.pathname === '/review');
    }
  });
});

needsBrowser('a hub that asks for the second step', () => {
  let console: ConsoleHub;
  beforeAll(async () => {
    console = await startConsole({ secondFactorRequired: true, trustedOnly: true });
    await addDemoAccounts(console.hub.em);
  });
  afterAll(() => console.close());

  const heading = (page: Page) =>
    page.getByRole('heading', { level: 1, name: 'Xác thực hai bước' });
  const navigation = (page: Page) =>
    page.getByRole('navigation').getByRole('link').allTextContents();

  /** Sets it up as the page asks for it, until the recovery codes are shown. */
  async function setUp(page: Page): Promise<void> {
    await page.getByLabel('Mật khẩu hiện tại').fill(PASSWORD);
    await page.getByRole('button', { name: 'Tiếp tục' }).click();
    await page.getByRole('img', { name: 'Mã QR cho ứng dụng xác thực' }).waitFor();
    const secret = (await page.locator('main pre').textContent())!.replaceAll(' ', '');
    const code = new TOTP({ secret: Secret.fromBase32(secret) });
    await page.getByLabel('Mã 6 chữ số').fill(code.generate({ timestamp: DAY.getTime() }));
    await page.getByRole('button', { name: 'Xác nhận' }).click();
    await page.getByText('Hãy in hoặc chép các mã dự phòng này ngay').waitFor();
  }

  test('leads a reviewer through it to the page that was wanted', async () => {
    const page = await openSignedIn(console, 'reviewer', '/review');
    await heading(page).waitFor();
    await page.getByText('Hệ thống này yêu cầu người vận hành').waitFor();
    expect(await navigation(page)).toEqual([]);
    expect(await (await ownMenu(page)).allTextContents()).toEqual([
      'Tài khoản của tôi',
      'Đổi mật khẩu',
      'Đăng xuất',
    ]);
    expect(await problemsOf(page)).toEqual([]);
    await page.keyboard.press('Escape');
    expect(await problemsOf(page)).toEqual([]);
    expect(await beyondKeyboard(page)).toEqual([]);
    // Loading the page anew opens nothing either.
    await page.reload();
    await heading(page).waitFor();

    await setUp(page);
    expect((await page.locator('main pre').textContent())!.split('\n')).toHaveLength(10);
    expect(await problemsOf(page)).toEqual([]);
    await page.getByRole('button', { name: 'Đã chép, ẩn các mã' }).click();

    await page.getByRole('heading', { level: 1, name: 'Chờ duyệt' }).waitFor();
    expect(new URL(page.url()).pathname).toBe('/review');
    expect(await navigation(page)).toContain('Duyệt báo cáo');
  });

  test('leads those there who get such a role while they work, and on from another window', async () => {
    const page = await openSignedIn(console, 'school', '/reports');
    await page.locator('tbody a').first().waitFor();
    await console.hub.em.execute(
      `insert into account_grant (account_id, role)
        select id, 'OPERATOR' from account where email = 'school@demo.example'`,
    );

    await page.getByRole('link', { name: 'Cơ sở giáo dục' }).click();
    await heading(page).waitFor();
    const other = await page.context().newPage();
    await other.goto(`${console.address}/account`);
    await heading(other).waitFor();
    await setUp(other);
    await other.getByRole('button', { name: 'Đã chép, ẩn các mã' }).click();
    await other.getByRole('heading', { level: 1, name: 'Tài khoản của tôi' }).waitFor();

    await page.reload();
    await page.getByRole('heading', { level: 1, name: 'Cơ sở giáo dục' }).waitFor();
  });
});
