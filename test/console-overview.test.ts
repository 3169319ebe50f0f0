import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { needsBrowser, startConsole, type ConsoleHub } from './support/browser.js';

/** What may be brought before the figures are there, in bytes as they are sent. */
const FIRST_VIEW_SCRIPTS = 250_000;
const DAK_NONG = '/?unit=67&kind=PROVINCE&on=2025-06-30';

needsBrowser('a planner’s overview in the console', () => {
  let console: ConsoleHub;
  beforeAll(async () => {
    console = await startConsole({ trustedOnly: true, cacheMegabytes: 16 });
  });
  afterAll(() => console.close());

  const schools = (page: Page) => page.getByRole('region', { name: 'General education' });

  test('says what the graph says: percentages, targets, standing, warnings', async () => {
    const page = await console.open(DAK_NONG, { language: 'en' });
    const row = schools(page).getByRole('row').filter({ hasText: 'Digital governance' });
    await row.waitFor();
    const text = (await row.textContent())!;
    for (const part of [
      '45%',
      '141 of 313',
      '60%: Somewhat behind',
      '95%: On track',
      'Illustrative',
    ])
      expect(text).toContain(part);
    const warning = page.getByText('Only 244 of 313 institutions have an approved report');
    expect(await warning.isVisible()).toBe(false);
    await page.getByText('What to know when reading these figures').click();
    await warning.waitFor();
    await page
      .getByText(/percentage points a year are needed/)
      .first()
      .waitFor();
  });

  test('opens what a figure counts, and the address holds it', async () => {
    const page = await console.open(DAK_NONG, { language: 'en' });
    const row = schools(page).getByRole('row').filter({ hasText: 'All four together' });
    await row.getByRole('button', { name: '44 of 313' }).click();
    const list = page.getByRole('dialog');
    await list.getByText('Completed: 44', { exact: true }).waitFor();
    const link = list.getByRole('link').first();
    const name = await link.textContent();
    // Whoever is sent the address sees the same.
    const other = await console.open(page.url().slice(console.address.length), { language: 'en' });
    await other.getByRole('dialog').getByRole('link', { name: name! }).waitFor();
  });

  test('leads from the province to a commune and to its institutions, by keyboard', async () => {
    const page = await console.open('/', { language: 'vi' });
    await page.getByRole('heading', { level: 1, name: 'Tỉnh Lâm Đồng' }).waitFor();
    const below = page.getByRole('region', { name: 'Các đơn vị bên dưới' });
    const commune = below.getByRole('link', { name: 'Xã Đắk Mil' });
    await commune.focus();
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: 'Xã Đắk Mil' }).waitFor();
    await page.getByRole('link', { name: 'Mở danh sách các cơ sở tại đây' }).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Cơ sở giáo dục thuộc Xã Đắk Mil' }).waitFor();
    await page.locator('tbody a').first().waitFor();
  });

  test('sorts the table beside a chart, and gives it as CSV and the chart as PNG', async () => {
    const page = await console.open(DAK_NONG, { language: 'en' });
    const sort = schools(page).getByRole('button', { name: /^Percentage/ });
    await sort.click();
    const first = schools(page).locator('tbody tr').first();
    expect(await first.textContent()).toContain('Open learning resources');
    const csv = page.waitForEvent('download');
    await schools(page).getByRole('button', { name: 'Download CSV' }).click();
    const text = await readFile(await (await csv).path(), 'utf8');
    expect(text.split('\r\n')[1]).toMatch(
      /^Open learning resources,49\.5\d+,60% On track,95% On track,155,/,
    );
    const picture = schools(page).getByRole('button', { name: 'Download PNG' });
    const png = page.waitForEvent('download');
    await picture.click();
    expect((await readFile(await (await png).path())).subarray(1, 4).toString()).toBe('PNG');
  });

  test('speaks the language that is chosen, with the texts of the hub', async () => {
    const page = await console.open(DAK_NONG, { language: 'vi' });
    await page.getByText('Điều cần biết khi đọc các số liệu này').click();
    await page.getByText('Chỉ 244 trên 313 cơ sở đã có báo cáo được duyệt').waitFor();
    await page.getByText('English', { exact: true }).click();
    await page.getByText('Only 244 of 313 institutions have an approved report').waitFor();
    expect(await page.locator('html').getAttribute('lang')).toBe('en');
  });

  test('brings nothing from elsewhere, breaks no rule of its policy, and stays small', async () => {
    const page = await console.open('/sign-in');
    const problems: string[] = [];
    page.on('console', (message) => message.type() === 'error' && problems.push(message.text()));
    page.on('requestfinished', (request) => {
      if (!/^(data|blob):/.test(request.url()) && !request.url().startsWith(console.address))
        problems.push(request.url());
    });
    // Figures wait for no chart: these come when the figures have been seen.
    const seen = Promise.withResolvers<void>();
    await page.route(/chart-canvas/, async (route) => {
      await seen.promise;
      await route.continue();
    });
    const scripts = await scriptBytesOf(page);
    const answer = await page.goto(console.address + DAK_NONG);
    await page.locator('tbody strong').first().waitFor();
    const brought = scripts();
    seen.resolve();
    await page.locator('canvas').first().waitFor();
    expect(problems).toEqual([]);
    const policy = answer!.headers()['content-security-policy']!;
    expect(policy).toContain("script-src 'self'");
    expect(policy).not.toMatch(/script-src[^;]*unsafe-inline/);
    expect(brought).toBeGreaterThan(50_000);
    expect(brought).toBeLessThan(FIRST_VIEW_SCRIPTS);
  });

  test('asks for the figures once, and before the scripts that show them are there', async () => {
    const page = await console.open('/sign-in');
    const asked: string[] = [];
    page.on('request', (request) => {
      if (request.postDataJSON()?.operationName === 'Overview') asked.push('question');
    });
    const shown = Promise.withResolvers<void>();
    await page.route(/assets\/frame-.*\.js/, async (route) => {
      await shown.promise;
      asked.push('frame');
      await route.continue();
    });
    const answered = page.waitForResponse(
      (response) => response.request().postDataJSON()?.operationName === 'Overview',
    );
    await page.goto(console.address + DAK_NONG, { waitUntil: 'commit' });
    await answered;
    shown.resolve();
    await page.locator('tbody strong').first().waitFor();
    expect(asked).toEqual(['question', 'frame']);
  });

  test('begins with a sentence: the figure, what it may be, and how far it is to the next target', async () => {
    const page = await console.open(DAK_NONG, { language: 'vi' });
    const verdict = page.locator('p').filter({
      hasText: /^Đến .* cơ sở \(44\/313, Giáo dục phổ thông\) đã hoàn thành cả bốn trụ cột/,
    });
    await verdict.waitFor();
    expect(await verdict.textContent()).toMatch(
      /14,1% cơ sở .* nhiều nhất là \d+(,\d)?%\. Còn \d+(,\d)? điểm phần trăm \(\d+ cơ sở\) đến chỉ tiêu \d+% của năm 2025: .+\.$/,
    );
    const above = async (one: string, other: string) =>
      page.evaluate(
        `document.querySelector(${JSON.stringify(one)}).compareDocumentPosition(document.querySelector(${JSON.stringify(other)})) & 4`,
      );
    await page.locator('canvas').first().waitFor();
    expect(await above('canvas', 'details')).toBe(4);
  });

  test('sorts by the distance to a target, and the chart follows the table', async () => {
    const page = await console.open('/?unit=68&kind=PROVINCE&on=2026-11-25', { language: 'vi' });
    const below = page.getByRole('region', { name: 'Các đơn vị bên dưới' });
    await below.locator('tbody a').first().waitFor();
    await below
      .getByRole('button', { name: /^Chỉ tiêu/ })
      .first()
      .click();
    const gaps = await below.getByText(/^còn .* điểm/).allTextContents();
    const points = gaps.map((each) =>
      Number(/còn ([\d.,]+) điểm/.exec(each)![1]!.replace(',', '.')),
    );
    expect(points.length).toBeGreaterThan(10);
    expect(points).toEqual([...points].sort((a, b) => b - a));
    await below
      .getByText(/^Chỉ tiêu 20\d\d$/)
      .first()
      .waitFor();
  });

  test('says of what nobody has reported that it is unknown, never 0%', async () => {
    const page = await console.open('/?unit=67&kind=PROVINCE&on=2020-01-01', { language: 'vi' });
    const group = page.getByRole('region', { name: 'Giáo dục phổ thông' });
    await group.getByText('chưa biết (0–100%)').first().waitFor();
    await page.getByText(/chưa biết bao nhiêu trong \d+ cơ sở/).waitFor();
    expect(await group.getByRole('cell', { name: '0%', exact: true }).count()).toBe(5);
  });

  test('shows no figures of a day that has not come, and says of a day that is none that it is none', async () => {
    for (const [day, told] of [
      ['2035-01-01', 'Ngày này chưa đến'],
      ['2026-02-31', 'Không có ngày này trong lịch'],
    ] as const) {
      const page = await console.open(`/?unit=68&kind=PROVINCE&on=${day}`, { language: 'vi' });
      await page.getByText(told).first().waitFor();
      await page.getByRole('heading', { level: 1, name: 'Tỉnh Lâm Đồng' }).waitFor();
      expect(await page.getByText('Không đạt').count()).toBe(0);
      expect(await page.locator('canvas').count()).toBe(0);
    }
  });

  test('names the day of a point as the table does, east of Greenwich too', async () => {
    const page = await console.open(DAK_NONG, { language: 'vi' });
    const trend = page.getByRole('region', { name: 'Xu hướng' });
    await trend.locator('tbody th').first().waitFor();
    const days = await trend.locator('tbody th').allTextContents();
    const canvas = trend.locator('canvas').first();
    await canvas.waitFor();
    await canvas.scrollIntoViewIfNeeded();
    const { x, y, width, height } = (await canvas.boundingBox())!;
    const told = new Set<string>();
    for (let at = 0.05; at < 1; at += 0.02) {
      await page.mouse.move(x + width * at, y + height / 2);
      const text = await trend.evaluate((each) => each.textContent);
      for (const found of text?.match(/\d{2}\/\d{2}\/\d{4}/g) ?? []) told.add(found);
    }
    expect(days.length).toBeGreaterThan(0);
    for (const day of days) expect([...told]).toContain(day);
    const targets = [...told].filter((day) => !days.includes(day));
    for (const day of targets) expect(day).toMatch(/^31\/12\//);
  });

  test('a unit at the bottom of the tree lists its institutions', async () => {
    const page = await console.open('/', { language: 'vi' });
    await page.getByRole('link', { name: 'Xã Đắk Mil' }).click();
    await page.getByRole('heading', { level: 1, name: 'Xã Đắk Mil' }).waitFor();
    const here = page.getByRole('region', { name: 'Các cơ sở giáo dục tại đây' });
    await here.locator('tbody a').first().waitFor();
    expect(await page.title()).toBe('Xã Đắk Mil · Chuyển đổi số giáo dục');
  });
});

/** Counts what a page brings of scripts, in bytes as they are sent, nothing from the browser's cache. */
async function scriptBytesOf(page: Page): Promise<() => number> {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Network.enable');
  await devtools.send('Network.setCacheDisabled', { cacheDisabled: true });
  const scripts = new Set<string>();
  let bytes = 0;
  devtools.on('Network.responseReceived', ({ requestId, type }) => {
    if (type === 'Script') scripts.add(requestId);
  });
  devtools.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    if (scripts.has(requestId)) bytes += encodedDataLength;
  });
  return () => bytes;
}
