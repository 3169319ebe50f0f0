import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { needsBrowser, PHONE, startConsole, until, type ConsoleHub } from './support/browser.js';

const PROVINCE = '/?unit=67&kind=PROVINCE&on=2025-06-30';

/** How light what is behind the page is, of 255. */
async function ground(page: Page): Promise<number> {
  return page.evaluate(
    'Math.max(...getComputedStyle(document.body).backgroundColor.match(/\\d+/g).slice(0, 3).map(Number))',
  );
}

const choice = (page: Page) => page.getByLabel('Màu sắc');

needsBrowser('the colours of the console', () => {
  let console: ConsoleHub;
  beforeAll(async () => {
    console = await startConsole();
  });
  afterAll(() => console.close());

  test('are those of the device until others are chosen, and these are kept', async () => {
    const page = await console.open(PROVINCE);
    expect(await ground(page)).toBeGreaterThan(200);
    await choice(page).waitFor();
    await page.emulateMedia({ colorScheme: 'dark' });
    // The page hears of it, and is drawn anew.
    await until(async () => (await ground(page)) < 60);

    await choice(page).selectOption('Nền sáng');
    expect(await ground(page)).toBeGreaterThan(200);
    await page.emulateMedia({ colorScheme: 'light' });
    await choice(page).selectOption('Nền tối');
    await page.reload();

    expect(await choice(page).inputValue()).toBe('dark');
    expect(await ground(page)).toBeLessThan(60);
  });

  test('are there before anything of the page is drawn', async () => {
    const page = await console.open('/');
    await choice(page).selectOption('Nền tối');
    // Without the scripts that draw it, only the one that says the colours is left.
    await page.route('**/*.js', (route) =>
      route.request().url().includes('colour-scheme') ? route.continue() : route.abort(),
    );
    await page.goto(console.address + PROVINCE);

    expect(await page.locator('html').getAttribute('data-mantine-color-scheme')).toBe('dark');
    expect(await ground(page)).toBeLessThan(60);
  });

  test('are light on paper and in a saved picture, whatever the screen has', async () => {
    const page = await console.open(PROVINCE);
    const saved = async () => {
      const download = page.waitForEvent('download');
      await page.getByRole('button', { name: /PNG/ }).click();
      return readFile(await (await download).path());
    };
    const onLight = await saved();

    await choice(page).selectOption('Nền tối');
    const onDark = await saved();
    expect(onDark.equals(onLight)).toBe(true);

    // The page is told of it a moment later.
    await page.emulateMedia({ media: 'print' });
    await until(async () => (await ground(page)) > 200);
    await page.emulateMedia({ media: 'screen' });
    await until(async () => (await ground(page)) < 60);
  });

  test('that the reader forces leave bars, states and where one is to be seen', async () => {
    for (const colorScheme of ['light', 'dark'] as const) {
      const page = await console.open(PROVINCE);
      await page.emulateMedia({ forcedColors: 'active', colorScheme });
      await page.locator('.bar .completed').first().waitFor();
      const seen = (selector: string) =>
        page
          .locator(selector)
          .first()
          .evaluate((element: any) => {
            const { backgroundColor, borderTopStyle } = (globalThis as any).getComputedStyle(
              element,
            );
            return { backgroundColor, borderTopStyle };
          });
      const canvas = (await seen('body')).backgroundColor;

      expect((await seen('.bar .completed')).backgroundColor).not.toBe(canvas);
      expect((await seen('.bar')).borderTopStyle).toBe('solid');
      expect((await seen('.standing')).borderTopStyle).toBe('solid');
      expect((await seen('nav [aria-current=page]')).backgroundColor).not.toBe(canvas);
    }
  });

  test('can be chosen on a phone', async () => {
    const page = await console.open(PROVINCE, { viewport: PHONE });
    await page.getByRole('button', { name: 'Trình đơn' }).click();
    await choice(page).selectOption('Nền tối');
    expect(await ground(page)).toBeLessThan(60);
  });
});
