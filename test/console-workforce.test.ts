import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import {
  isSound,
  needsBrowser,
  PHONE,
  sidewaysOf,
  startConsole,
  type ConsoleHub,
} from './support/browser.js';

const TO_DO = 'Việc cần làm và giả định';
const PAGE = '/workforce?unit=67&year=2021&tab=gaps';

const rows = (page: Page) => page.getByRole('list', { name: TO_DO }).locator(':scope > li');
const result = (page: Page) =>
  page.getByRole('region', { name: 'Nếu những việc đã đánh dấu được như giả định' });
const written = (value: number, digits: number, least = 0) =>
  value.toLocaleString('vi-VN', { minimumFractionDigits: least, maximumFractionDigits: digits });

needsBrowser('what the workforce index lacks in the console', () => {
  let console: ConsoleHub;
  beforeAll(async () => {
    console = await startConsole();
  });
  afterAll(() => console.close());

  /** The index of the graph for Đắk Nông in 2021, with what is assumed. */
  async function indexWith(assume: object[]): Promise<any> {
    const { administrativeUnit } = await console.hub.data(
      `query ($assume: [IndexAssumption!]) {
        administrativeUnit(code: "67", kind: PROVINCE, on: "2021-12-31") {
          workforceIndex(year: 2021, assume: $assume) {
            points maximumPoints index
            gaps(first: 100) { nodes { key institution { name } leastPoints mostPoints cure { input value } } }
          } } }`,
      { assume },
    );
    return administrativeUnit.workforceIndex;
  }

  /** Waits for the figures that the graph gives. */
  async function shows(page: Page, count: number, assume: object[]): Promise<void> {
    const [now, then] = await Promise.all([indexWith([]), indexWith(assume)]);
    const points = written(then.points, 2, 2);
    const whole = written(then.maximumPoints, 2);
    await result(page)
      .getByText(
        `Nếu ${count} việc đã đánh dấu được như giả định: ${points}/${whole} điểm (hiện nay: ${written(now.points, 2, 2)}).`,
      )
      .waitFor();
    await result(page)
      .getByText(`Chỉ số: ${written(then.index, 4, 4)} `)
      .waitFor();
  }

  test('a tick assumes exactly what stands beside it, and the address says so to others', async () => {
    const { gaps, points } = await indexWith([]);
    const counted = gaps.nodes.find(({ cure }: any) => cure.some(({ value }: any) => value > 1));
    const { input, value } = counted.cure.find((each: any) => each.value > 1);
    const page = await console.open(PAGE);
    await rows(page).first().waitFor();
    const all = gaps.nodes.map(({ key }: any) => ({ gap: key }));
    expect(await rows(page).count()).toBe(20);
    await page.getByRole('button', { name: `Xem cả ${all.length} việc` }).click();
    await rows(page)
      .nth(all.length - 1)
      .waitFor();
    await result(page).getByText('Chưa đánh dấu việc nào.').waitFor();

    const row = rows(page).nth(gaps.nodes.indexOf(counted));
    expect(await row.innerText()).toContain(`: giả định ${written(value, 0)} (hiện nay `);
    await row.getByRole('checkbox').check();
    await shows(page, 1, [{ gap: counted.key }]);
    expect((await indexWith([{ gap: counted.key }])).points - points).toBeCloseTo(
      counted.mostPoints,
      4,
    );

    // Half of it, and what is no number is said and not counted.
    const other = row.getByRole('textbox').first();
    const half = Math.floor(value / 2);
    await other.fill(`${half}`);
    const assumed = [{ gap: counted.key }, { input, value: half }];
    await shows(page, 1, assumed);
    expect(await row.innerText()).toContain(`: giả định ${written(half, 0)} (hiện nay `);
    await other.fill('92,5');
    await row.getByText('“92,5” không phải là số nguyên.').waitFor();
    await result(page).getByText('Có số chưa đọc được trong danh sách').waitFor();
    await other.fill(`${half}`);
    await shows(page, 1, assumed);
    await isSound(page);

    const file = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Tải CSV' }).click();
    const lines = (await readFile(await (await file).path(), 'utf8')).trim().split('\r\n');
    expect(lines).toHaveLength(gaps.nodes.length + 1);
    expect(lines.filter((line) => line.endsWith(',x'))).toHaveLength(1);

    const sent = await console.open(page.url().slice(console.address.length), { viewport: PHONE });
    await shows(sent, 1, assumed);
    expect(await rows(sent).getByRole('checkbox', { checked: true }).count()).toBe(1);
    expect(await sidewaysOf(sent)).toBe(0);
    await sent.getByRole('button', { name: 'Bỏ đánh dấu' }).click();
    await result(sent).getByText('Chưa đánh dấu việc nào.').waitFor();
    await sent.getByRole('button', { name: `Đánh dấu cả ${gaps.nodes.length} việc` }).click();
    await shows(sent, gaps.nodes.length, [...all, { input, value: half }]);
  });

  test('an address that was kept before still opens the list, and says what it ticks in vain', async () => {
    const page = await console.open(`${PAGE.replace('gaps', 'what-if')}&tick=component:none`);
    await page
      .getByRole('alert')
      .getByText('1 việc đánh dấu trong địa chỉ không có trong danh sách này')
      .waitFor();
    await result(page).getByText('Chưa đánh dấu việc nào.').waitFor();
  });
});
