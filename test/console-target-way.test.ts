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
import { addDemoAccounts, openSignedIn } from './support/console-accounts.js';
import { castOf } from './support/reporting.js';

const result = (page: Page) =>
  page.getByRole('region', { name: 'Nếu các cơ sở đã đánh dấu hoàn thành' });
const near = (page: Page) => page.getByRole('list', { name: 'Các cơ sở gần hoàn thành nhất' });

needsBrowser('from here to the target in the console', () => {
  let console: ConsoleHub;
  beforeAll(async () => {
    console = await startConsole();
    await addDemoAccounts(console.hub.em);
  });
  afterAll(() => console.close());

  /** What the graph says of all four pillars of the schools of Lâm Đồng. */
  async function lineOf(assume: object[], headers = {}): Promise<any> {
    const { administrativeUnit } = await console.hub.data(
      `query ($assume: [ProgressAssumptionInput!]) {
        administrativeUnit(code: "68", kind: PROVINCE) {
          progress(basis: CURRENT_UNITS, groups: [GENERAL_EDUCATION], indicators: ["ALL_FOUR"], assume: $assume) {
            lines {
              institutions completed
              targets { target { year } institutionsToGo }
              nearest(first: 100) {
                institution { id name }
                pillars { pointsToThreshold unmet { criterion { code text } } }
              }
            } } } }`,
      { assume },
      headers,
    );
    return administrativeUnit.progress.lines[0];
  }

  const assumed = (near: any[]) =>
    lineOf(near.map(({ institution: { id } }) => ({ institution: id, indicators: ['ALL_FOUR'] })));

  /** Waits for the figure that the graph gives with these institutions. */
  async function showsAssumed(page: Page, institutions: any[]): Promise<void> {
    const { completed, institutions: all } = await assumed(institutions);
    const said = `Nếu ${institutions.length} cơ sở đã đánh dấu hoàn thành: `;
    await result(page).getByText(said).getByText(`(${completed}/${all})`).waitFor();
  }

  test('a planner sees who is nearest and what each lacks, ticks, and sends the address', async () => {
    const { planner } = await castOf(console.hub);
    const { nearest, targets, completed } = await lineOf([], planner);
    const page = await openSignedIn(console, 'planner', '/');
    await page.getByRole('link', { name: 'Xem các cơ sở gần hoàn thành nhất' }).first().click();
    await page
      .getByRole('heading', { level: 1, name: 'Từ đây đến chỉ tiêu: Tỉnh Lâm Đồng' })
      .waitFor();
    const { institutionsToGo } = targets.find(({ target }: any) => target.year === 2030);
    await page.getByText(`(${institutionsToGo} cơ sở) so với chỉ tiêu 90% năm 2030.`).waitFor();

    const rows = near(page).locator(':scope > li');
    await rows.first().waitFor();
    expect(await rows.locator('a').allTextContents()).toEqual(
      nearest.slice(0, 20).map(({ institution }: any) => institution.name),
    );
    const lacking = nearest.findIndex(({ pillars }: any) =>
      pillars.some(({ unmet }: any) => unmet?.length > 0),
    );
    const { pillars } = nearest[lacking];
    const { criterion } = pillars.flatMap(({ unmet }: any) => unmet ?? [])[0];
    expect(await rows.nth(lacking).innerText()).toMatch(
      new RegExp(`${criterion.code}\\. .* \\(hiện nay: .+; cần: .+\\)`),
    );

    await result(page).getByText('Chưa đánh dấu cơ sở nào.').waitFor();
    await rows.nth(0).getByRole('checkbox').check();
    await rows.nth(2).getByRole('checkbox').check();
    const two = [nearest[0], nearest[2]];
    await showsAssumed(page, two);
    expect((await assumed(two)).completed).toBe(completed + 2);
    await page.reload();
    await showsAssumed(page, two);
    await isSound(page);

    const file = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Tải CSV' }).click();
    const lines = (await readFile(await (await file).path(), 'utf8')).trim().split('\r\n');
    expect(lines).toHaveLength(nearest.length + 1);
    expect(lines.filter((line) => line.endsWith(',x'))).toHaveLength(2);

    // Whoever is sent the address sees the same figure, and no answers.
    const other = await console.open(page.url().slice(console.address.length), {
      viewport: PHONE,
    });
    await showsAssumed(other, two);
    await other.getByText(/Câu trả lời của từng cơ sở chỉ người phụ trách/).waitFor();
    expect(await near(other).innerText()).not.toContain('hiện nay:');
    expect(await near(other).getByRole('checkbox', { checked: true }).count()).toBe(2);

    await other.getByRole('button', { name: /^Đánh dấu (đủ|cả) \d+ cơ sở/ }).click();
    const count = Math.min(institutionsToGo, 100);
    await showsAssumed(other, nearest.slice(0, count));
    await other.getByRole('button', { name: 'Bỏ đánh dấu' }).click();
    await result(other).getByText('Chưa đánh dấu cơ sở nào.').waitFor();
    expect(new URL(other.url()).searchParams.has('tick')).toBe(false);
    expect(await sidewaysOf(other)).toBe(0);
  });

  test('says that nothing is known where nobody has reported, and leads to those institutions', async () => {
    const page = await console.open(
      '/target?unit=67&kind=PROVINCE&on=2021-06-30&basis=AS_REPORTED&tick=lost',
    );
    await page.getByText('Chưa có báo cáo nào được duyệt, nên chưa biết cơ sở nào').waitFor();
    await page.getByRole('link', { name: /^Chưa báo cáo: \d+ cơ sở$/ }).click();
    await page.getByRole('dialog').getByRole('link').first().waitFor();
  });
});

needsBrowser('from here to the target in a hub without data', () => {
  let console: ConsoleHub;
  beforeAll(async () => {
    console = await startConsole({ from: 'empty' });
  });
  afterAll(() => console.close());

  test('says that there is nothing yet', async () => {
    const page = await console.open('/target');
    await page
      .getByRole('heading', { level: 1, name: /^Trung tâm dữ liệu chưa có đợt báo cáo nào/ })
      .waitFor();
    await isSound(page);
  });
});
