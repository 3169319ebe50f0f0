import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { isSound, needsBrowser, PHONE, startConsole, type ConsoleHub } from './support/browser.js';

const VIEW = 'unit=67&kind=PROVINCE&on=2025-06-30&basis=AS_REPORTED&in=DIGITAL_OPERATIONS';

needsBrowser('views that are saved', () => {
  let console: ConsoleHub;
  beforeAll(async () => {
    console = await startConsole();
  });
  afterAll(() => console.close());

  const saved = (page: Page) => page.getByRole('region', { name: 'Đã lưu' });
  const opener = (page: Page) => saved(page).getByRole('button', { name: 'Lưu trang đang xem' });

  test('a page is saved under a name, by keyboard alone, and comes back with all that was chosen', async () => {
    const page = await console.open(`/?${VIEW}`);
    await page.getByRole('heading', { level: 1, name: 'Tỉnh Đắk Nông' }).waitFor();
    await opener(page).focus();
    await page.keyboard.press('Enter');
    const name = saved(page).getByRole('textbox', { name: 'Tên' });
    expect(await name.inputValue()).toBe('Tỉnh Đắk Nông');
    await name.and(page.locator(':focus')).waitFor();
    await page.keyboard.type('Đắk Nông trước sáp nhập');
    await isSound(page);
    await page.keyboard.press('Enter');
    await saved(page).getByRole('status').getByText('Đã lưu “Đắk Nông trước sáp nhập”.').waitFor();
    await opener(page).and(page.locator(':focus')).waitFor();

    await page.goto(`${console.address}/workforce`);
    await saved(page).getByRole('link', { name: 'Đắk Nông trước sáp nhập' }).click();
    await page.getByRole('heading', { level: 1, name: 'Tỉnh Đắk Nông' }).waitFor();
    expect(new URL(page.url()).search).toBe(`?${VIEW}`);
    await saved(page).locator('[aria-current=page]', { hasText: 'Đắk Nông' }).waitFor();
    await isSound(page);
  });

  test('another tab knows it at once, and it is removed from both', async () => {
    const page = await console.open('/target');
    // The name that is proposed is the title of the page, once it has one.
    await page.getByRole('heading', { level: 1, name: /^Từ đây đến chỉ tiêu/ }).waitFor();
    const other = await page.context().newPage();
    await other.goto(`${console.address}/workforce`);
    await opener(page).click();
    await page.keyboard.press('Enter');
    const link = (of: Page) => saved(of).getByRole('link', { name: /^Từ đây đến chỉ tiêu/ });
    await link(other).waitFor();
    await saved(other)
      .getByRole('button', { name: /^Bỏ “Từ đây đến chỉ tiêu/ })
      .click();
    await link(page).waitFor({ state: 'detached' });
    expect(await link(other).count()).toBe(0);
  });

  test('what is saved again has its new name; without a name, and by Escape, nothing is saved', async () => {
    const page = await console.open('/compare?by=days');
    await opener(page).click();
    await page.keyboard.press('Delete');
    await page.keyboard.press('Enter');
    await saved(page).getByRole('alert').getByText('Tên: còn trống. Hãy điền.').waitFor();
    await page.keyboard.press('Escape');
    for (const [name, key] of [
      ['Một', 'Enter'],
      ['Hai', 'Enter'],
      ['Ba', 'Escape'],
    ] as const) {
      await opener(page).click();
      await page.keyboard.type(name);
      await page.keyboard.press(key);
      await opener(page).and(page.locator(':focus')).waitFor();
    }
    expect(await saved(page).getByRole('link').allInnerTexts()).toEqual(['Hai']);
  });

  test('what somebody left in the browser breaks nothing and leads nowhere else', async () => {
    const page = await console.open('/workforce');
    for (const left of ['{', '7', '[null,{"name":"Xa","address":"//example.org"},{"name":1}]']) {
      await page.evaluate((text) => localStorage.setItem('hub.saved-views', text), left);
      await page.reload();
      await opener(page).waitFor();
      expect(await saved(page).getByRole('link').count()).toBe(0);
    }
  });

  test('no more than twenty are kept, which is said', async () => {
    const page = await console.open('/workforce');
    await page.evaluate(() => {
      const views = Array.from({ length: 20 }, (_, at) => ({
        name: `Trang ${at}`,
        address: `/?on=2025-06-${10 + at}`,
      }));
      localStorage.setItem('hub.saved-views', JSON.stringify(views));
    });
    await page.reload();
    await opener(page).click();
    await saved(page).getByRole('status').getByText('Chỉ giữ được 20 trang.').waitFor();
    expect(await saved(page).getByRole('link').count()).toBe(20);
  });

  test('a phone has them in its menu', async () => {
    const page = await console.open('/compare');
    await page.setViewportSize(PHONE);
    await page.getByRole('button', { name: 'Trình đơn' }).click();
    await opener(page).click();
    await page.keyboard.press('Enter');
    await saved(page).getByRole('link', { name: 'So sánh' }).waitFor();
    await isSound(page);
  });

  test('a page about somebody’s own is not saved', async () => {
    const page = await console.open('/sign-in');
    await page.getByRole('heading', { level: 1 }).waitFor();
    expect(await opener(page).count()).toBe(0);
  });
});
