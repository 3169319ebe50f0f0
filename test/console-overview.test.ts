import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Locator, Page } from 'playwright-core';
import {
  needsBrowser,
  PHONE,
  sidewaysOf,
  startConsole,
  until,
  type ConsoleHub,
} from './support/browser.js';

/** What may be brought of scripts before the figures are there, and by the whole page, in bytes as they are sent. */
const FIRST_VIEW_SCRIPTS = 170_000;
const ALL_SCRIPTS = 240_000;
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
      '45.0%',
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
    await below.getByRole('button', { name: 'Xem cả 28 đơn vị' }).press('Enter');
    const commune = below.getByRole('link', { name: 'Xã Đắk Mil' });
    await commune.focus();
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: 'Xã Đắk Mil' }).waitFor();
    await page.getByRole('link', { name: 'Mở danh sách các cơ sở tại đây' }).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Cơ sở giáo dục thuộc Xã Đắk Mil' }).waitFor();
    await page.locator('tbody a').first().waitFor();
  });

  test('sorts a table, and gives it as CSV and the trend as PNG', async () => {
    const page = await console.open(DAK_NONG, { language: 'en' });
    const sort = schools(page).getByRole('button', { name: /^Percentage/ });
    await sort.click();
    const first = schools(page).locator('tbody tr').first();
    expect(await first.textContent()).toContain('Open learning resources');
    const csv = page.waitForEvent('download');
    await schools(page).getByRole('button', { name: 'Download CSV' }).click();
    const text = await readFile(await (await csv).path(), 'utf8');
    expect(text.split('\r\n')[1]).toMatch(
      /^Open learning resources,49.5\d+,71.5\d+,60% On track,95% On track,155,/,
    );
    const png = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Download PNG' }).click();
    const picture = await readFile(await (await png).path());
    expect(picture.subarray(1, 4).toString()).toBe('PNG');
    // Twice as wide as on the screen.
    expect(picture.readUInt32BE(16)).toBeGreaterThan(1000);
  });

  test('is taken to a meeting as a document of Word, about the line that is chosen', async () => {
    const page = await console.open(`${DAK_NONG}&of=COLLEGE_AND_VOCATIONAL&in=DIGITAL_OPERATIONS`, {
      language: 'vi',
    });
    const asked = page.waitForRequest(/meeting-sheet/);
    const came = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Tải phiếu họp (Word)' }).click();
    expect(Object.fromEntries(new URL((await asked).url()).searchParams)).toEqual({
      unit: '67',
      kind: 'PROVINCE',
      asOf: '2025-06-30',
      basis: 'CURRENT_UNITS',
      group: 'COLLEGE_AND_VOCATIONAL',
      indicator: 'DIGITAL_OPERATIONS',
    });
    const file = await came;
    expect(file.suggestedFilename()).toBe('67-2025-06-30.docx');
    expect((await readFile(await file.path())).subarray(0, 2).toString()).toBe('PK');
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
    // Figures wait for nothing but what the page itself names: the rest comes when they have been seen.
    const seen = Promise.withResolvers<void>();
    const named = /assets\/[^"]*\.js/g;
    const first = (await (await fetch(console.address)).text()).match(named);
    await page.route(/assets\/.*\.js/, async (route) => {
      if (!first!.some((each) => route.request().url().endsWith(each))) await seen.promise;
      await route.continue();
    });
    const scripts = await scriptBytesOf(page);
    const answer = await page.goto(console.address + DAK_NONG);
    await page.locator('tbody strong').first().waitFor();
    const brought = scripts();
    seen.resolve();
    await page.locator('figure svg').waitFor();
    await page.waitForLoadState('networkidle');
    expect(problems).toEqual([]);
    const policy = answer!.headers()['content-security-policy']!;
    expect(policy).toContain("script-src 'self'");
    expect(policy).not.toMatch(/script-src[^;]*unsafe-inline/);
    expect(brought).toBeGreaterThan(50_000);
    expect(brought).toBeLessThan(FIRST_VIEW_SCRIPTS);
    expect(scripts()).toBeLessThan(ALL_SCRIPTS);
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

  test('begins with a verdict for each group: the figure, what it may be, how far it is to the next target, and what that comes to', async () => {
    const page = await console.open(DAK_NONG, { language: 'vi' });
    const verdict = page.getByRole('region', { name: 'Kết luận' });
    const said = (await verdict.locator('p').allTextContents()).map((each) => each.trim());
    expect(said).toEqual([
      'Đến 30/06/2025, 14,1% cơ sở giáo dục phổ thông (44/313) đã hoàn thành cả bốn trụ cột, nhiều nhất có thể là 36,1% nếu tính cả những cơ sở chưa có báo cáo được duyệt; còn thiếu 25,9 điểm phần trăm (82 cơ sở) so với chỉ tiêu 40% năm 2025.',
      'Đến 30/06/2025, 17,6% cơ sở cao đẳng và giáo dục nghề nghiệp (3/17) đã hoàn thành cả bốn trụ cột, nhiều nhất có thể là 41,2% nếu tính cả những cơ sở chưa có báo cáo được duyệt; còn thiếu 32,4 điểm phần trăm (6 cơ sở) so với chỉ tiêu 50% năm 2025.',
    ]);
    expect(await verdict.getByText('Chậm nhiều so với tiến độ').count()).toBe(2);
    // They come after the verdict, each when it is ready.
    for (const name of ['Chọn số liệu', 'Các đơn vị bên dưới', 'Xu hướng'])
      await page.getByRole('region', { name }).waitFor();
    const order = await page
      .locator('main')
      .evaluate((main) =>
        [...main.querySelectorAll('section, details')].map(
          (each) => each.getAttribute('aria-label') ?? each.tagName,
        ),
      );
    expect(order).toEqual([
      'Kết luận',
      'Chọn số liệu',
      'DETAILS',
      'Các đơn vị bên dưới',
      'Xu hướng',
      'Giáo dục phổ thông',
      'Cao đẳng và nghề nghiệp',
    ]);
    // Another line is chosen for the whole page.
    await page.getByLabel('Số liệu', { exact: true }).selectOption('Cao đẳng và nghề nghiệp');
    await page.getByLabel('Chỉ số đo').selectOption('Kho học liệu số mở');
    await verdict.getByText(/cao đẳng .* đã hoàn thành chỉ số “Kho học liệu số mở”/).waitFor();
    await page
      .getByRole('region', { name: 'Xu hướng' })
      .getByText('Cao đẳng và nghề nghiệp · Kho học liệu số mở')
      .waitFor();
  });

  test('ranks the communes of all districts in one list, the furthest behind first; the address holds how', async () => {
    const page = await console.open(DAK_NONG, { language: 'vi' });
    const below = page.getByRole('region', { name: 'Các đơn vị bên dưới' });
    await below.getByLabel('Cấp').selectOption('Tất cả các xã');
    await below.getByRole('button', { name: 'Xem cả 71 đơn vị' }).click();
    await until(async () => (await below.locator('tbody tr').count()) === 71);
    const gaps = await gapsIn(below, '2025');
    expect(gaps.length).toBeGreaterThan(10);
    expect(gaps).toEqual([...gaps].sort((a, b) => b - a));
    // By another column, and the same column the other way round.
    const missing = below.getByRole('button', { name: /^Chưa báo cáo/ });
    await missing.click();
    await below.locator('th[aria-sort=descending]', { hasText: 'Chưa báo cáo' }).waitFor();
    await missing.click();
    await below.locator('th[aria-sort=ascending]', { hasText: 'Chưa báo cáo' }).waitFor();
    const first = await below.locator('tbody a').first().textContent();
    const address = page.url().slice(console.address.length);
    const phone = await console.open(address, { language: 'vi', viewport: PHONE });
    const cards = phone
      .getByRole('region', { name: 'Các đơn vị bên dưới' })
      .locator('ol > li', { has: phone.getByRole('link') });
    await cards.first().getByRole('link', { name: first! }).waitFor();
    expect(await cards.count()).toBe(71);
    expect(await sidewaysOf(phone)).toBe(0);
  });

  test('names the targets of a unit that has become a part of this one, and marks a year in one colour', async () => {
    const page = await console.open('/?unit=68&kind=PROVINCE&on=2026-11-25', { language: 'vi' });
    const trend = page.getByRole('region', { name: 'Xu hướng' });
    await trend
      .getByText(
        'Chỉ tiêu năm 2025 của Tỉnh Đắk Nông trước khi sắp xếp đơn vị hành chính (đến 30/06/2025): 14,1% (44/313) so với 40%.',
      )
      .waitFor();
    // At its end a line says what it is and comes to; the legend names the path too.
    await trend.locator('figure text', { hasText: 'Chỉ tiêu 2030: 90%' }).waitFor();
    await trend.locator('figure text', { hasText: 'Hoàn thành: 15,0%' }).waitFor();
    await trend.locator('.legend').getByText('Đường đến chỉ tiêu 2030').waitFor();
    const colourOf2030 = async (on: Page) =>
      on
        .getByRole('region', { name: 'Xu hướng' })
        .locator('figure text', { hasText: 'Chỉ tiêu 2030' })
        .getAttribute('fill');
    const before = await console.open(DAK_NONG, { language: 'vi' });
    expect(await colourOf2030(before)).toBe(await colourOf2030(page));
  });

  test('says of what nobody has reported that it is unknown, never 0%', async () => {
    const page = await console.open('/?unit=67&kind=PROVINCE&on=2020-01-01', { language: 'vi' });
    const group = page.getByRole('region', { name: 'Giáo dục phổ thông' });
    await group.getByText('chưa biết (0–100%)').first().waitFor();
    await page.getByText(/chưa biết bao nhiêu trong \d+ cơ sở giáo dục phổ thông/).waitFor();
    expect(await group.getByRole('cell', { name: '0,0%', exact: true }).count()).toBe(5);
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
      expect(await page.locator('figure').count()).toBe(0);
    }
  });

  test('names the day of a point as the table does, east of Greenwich too', async () => {
    const page = await console.open(DAK_NONG, { language: 'vi' });
    const trend = page.getByRole('region', { name: 'Xu hướng' });
    await trend.locator('tbody th').first().waitFor();
    const days = await trend.locator('tbody th').allTextContents();
    const points = trend.locator('figure circle title');
    await points.first().waitFor({ state: 'attached' });
    const told = new Set(
      (await points.allTextContents()).map((each) => /\d{2}\/\d{2}\/\d{4}/.exec(each)![0]),
    );
    expect(days.length).toBeGreaterThan(0);
    for (const day of days) expect([...told]).toContain(day);
    const targets = [...told].filter((day) => !days.includes(day));
    for (const day of targets) expect(day).toMatch(/^31\/12\//);
  });

  test('a unit at the bottom of the tree lists its institutions', async () => {
    const page = await console.open('/', { language: 'vi' });
    await page.getByRole('link', { name: 'Phường Bắc Gia Nghĩa' }).click();
    await page.getByRole('heading', { level: 1, name: 'Phường Bắc Gia Nghĩa' }).waitFor();
    const here = page.getByRole('region', { name: 'Các cơ sở giáo dục tại đây' });
    await here.locator('tbody a').first().waitFor();
    expect(await page.title()).toBe('Phường Bắc Gia Nghĩa · Chuyển đổi số giáo dục');
  });
});

/** The distances to the target of a year, in the order of the rows. */
async function gapsIn(below: Locator, year: string): Promise<number[]> {
  const heads = await below.locator('thead th').allTextContents();
  const at = heads.findIndex((each) => each.startsWith(`Chỉ tiêu ${year}`));
  const cells = await below.locator(`tbody tr > :nth-child(${at + 1})`).allTextContents();
  return cells.flatMap((each) => {
    const points = /còn ([\d.,]+) điểm/.exec(each)?.[1];
    return points ? [Number(points.replace(',', '.'))] : [];
  });
}

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
