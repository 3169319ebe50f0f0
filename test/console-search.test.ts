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

needsBrowser('the search of everything', () => {
  let console: ConsoleHub;
  beforeAll(async () => {
    console = await startConsole({ trustedOnly: true });
    await addDemoAccounts(console.hub.em);
  });
  afterAll(() => console.close());

  const field = (page: Page) => page.getByRole('combobox', { name: 'Tìm kiếm' });
  const listed = (page: Page, name: string | RegExp) => page.getByRole('option', { name });

  test('finds a unit from any page by keyboard alone, and what was found is read from its heading', async () => {
    const page = await console.open('/workforce');
    await field(page).waitFor();
    await page.getByRole('heading', { level: 1 }).waitFor();
    await page.keyboard.press('/');
    await field(page).and(page.locator(':focus')).waitFor();
    await page.keyboard.type('dak mil');
    await page
      .getByRole('status')
      .getByText(/^\d+ kết quả\. Dùng phím mũi tên để chọn\.$/)
      .waitFor();
    const units = page.getByRole('group', { name: 'Đơn vị hành chính' });
    const names = await units.getByRole('option').allTextContents();
    const at = names.findIndex((name) => name.startsWith('Xã Đắk Mil'));
    for (let step = 0; step < at; step += 1) await page.keyboard.press('ArrowDown');
    expect(await page.locator('[role=search] [aria-selected=true]').textContent()).toMatch(
      /^Xã Đắk Mil/,
    );
    expect(await problemsOf(page)).toEqual([]);
    await page.keyboard.press('Enter');
    await page
      .getByRole('heading', { level: 1, name: 'Xã Đắk Mil' })
      .and(page.locator(':focus'))
      .waitFor();
    expect(await page.title()).toBe('Xã Đắk Mil · Chuyển đổi số giáo dục');
    expect(await field(page).inputValue()).toBe('');
  });

  test('finds what a former name or a code means, and says where there is nothing', async () => {
    const page = await console.open('/');
    await field(page).fill('dak nong');
    await listed(page, /^Tỉnh Lâm Đồng/).waitFor();
    await field(page).fill('DN-THPT-01');
    await listed(page, /DN-THPT-01/).click();
    await page.waitForURL((url) => url.pathname === '/institutions/DN-THPT-01');
    await field(page).fill('không có gì tên thế này');
    await page.getByText('Không tìm thấy “không có gì tên thế này”.').waitFor();
    await page.keyboard.press('Escape');
    await page
      .getByText('Không tìm thấy “không có gì tên thế này”.')
      .waitFor({ state: 'detached' });
    // What is typed elsewhere leads nowhere.
    await page.goto(`${console.address}/sign-in`);
    const name = page.locator('input[name=email]');
    await name.focus();
    await page.keyboard.type('a/b');
    expect(await name.inputValue()).toBe('a/b');
    // The public has no page of a round.
    await field(page).fill('bo sung');
    await page.getByText('Không tìm thấy “bo sung”.').waitFor();
  });

  test('finds rounds and plans for who keeps them', async () => {
    const page = await openSignedIn(console, 'planner', '/home');
    await field(page).fill('BO SUNG thang 11');
    await listed(page, /^Đợt báo cáo bổ sung tháng 11/).click();
    await page.getByRole('heading', { level: 2, name: /^Đợt báo cáo bổ sung tháng 11/ }).waitFor();
    await field(page).fill('ke hoach');
    await page.getByRole('group', { name: 'Kế hoạch' }).getByRole('option').first().click();
    await page.waitForURL((url) => url.searchParams.get('tab') === 'plans');
  });

  test('opens below the header on a phone', async () => {
    const page = await console.open('/', { viewport: PHONE });
    await page.getByRole('button', { name: 'Mở ô tìm kiếm' }).click();
    await field(page).and(page.locator(':focus')).waitFor();
    await page.keyboard.type('lam dong');
    await listed(page, /^Tỉnh Lâm Đồng/).waitFor();
    expect(await sidewaysOf(page)).toBe(0);
    expect(await problemsOf(page)).toEqual([]);
    await listed(page, /^Tỉnh Lâm Đồng/).click();
    await page.waitForURL((url) => url.searchParams.get('unit') === '68');
    expect(await field(page).isVisible()).toBe(false);
  });
});
