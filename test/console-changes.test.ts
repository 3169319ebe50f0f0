import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { isSound, needsBrowser, PHONE, startConsole, type ConsoleHub } from './support/browser.js';
import { addDemoAccounts, openSignedIn } from './support/console-accounts.js';
import { idOfUnit } from './support/people.js';

/** Schools opened and closed in Đắk Nông between these, and rounds were answered. */
const [FROM, TO] = ['2023-05-31', '2025-05-31'];
const VIEW = `unit=67&kind=PROVINCE&basis=AS_REPORTED&on=${TO}&of=GENERAL_EDUCATION&in=DIGITAL_GOVERNANCE`;

const told = (page: Page) => page.getByRole('region', { name: 'Thay đổi', exact: true });
const parts = (page: Page) => page.getByRole('region', { name: 'Vì sao thay đổi' });

/** A difference as the table writes it. */
const signed = (value: number) => (value > 0 ? `+${value}` : `${value}`);

needsBrowser('what has changed, in the console', () => {
  let console: ConsoleHub;
  beforeAll(async () => {
    console = await startConsole();
    await addDemoAccounts(console.hub.em);
  });
  afterAll(() => console.close());

  async function lineOfGraph(): Promise<any> {
    const unit = await idOfUnit(console.hub, '67', TO);
    const { progressChange } = await console.hub.data(
      `query ($unit: ID!) {
        progressChange(unit: $unit, from: "${FROM}", to: "${TO}", groups: [GENERAL_EDUCATION], indicators: ["DIGITAL_GOVERNANCE"]) {
          lines {
            before { completed institutions } after { completed institutions }
            difference { completed reported institutions notApplicable }
            parts {
              reason count difference { completed reported institutions notApplicable }
              changed(first: 100) { nodes { institution { name } } }
            } } } }`,
      { unit },
    );
    return progressChange.lines[0];
  }

  const numbers = ({ completed, reported, institutions, notApplicable }: any) =>
    [completed, reported, institutions, notApplicable].map(signed);

  test('a planner comes from the verdict, sees the parts add up, and sends the address', async () => {
    const line = await lineOfGraph();
    const page = await openSignedIn(console, 'planner', `/?${VIEW}`);
    await page.getByRole('link', { name: 'Xem điều gì đã thay đổi' }).first().click();
    await page
      .getByRole('heading', { level: 1, name: 'Điều gì đã thay đổi: Tỉnh Đắk Nông' })
      .waitFor();
    // A first date is proposed.
    await told(page)
      .getByText(/^Từ \d\d\/\d\d\/\d{4} đến 31\/05\/2025, tỷ lệ/)
      .waitFor();
    await page.getByLabel('So với ngày').fill(FROM);
    const { before, after } = line;
    await told(page)
      .getByText(/^Từ 31\/05\/2023 đến 31\/05\/2025/)
      .filter({ hasText: `(${before.completed}/${before.institutions} cơ sở)` })
      .filter({ hasText: `(${after.completed}/${after.institutions} cơ sở)` })
      .waitFor();

    const rows = parts(page).locator('tbody tr');
    expect(await rows.locator('td.numeric').allTextContents()).toEqual(
      line.parts.flatMap((part: any) => [`${part.count}`, ...numbers(part.difference)]),
    );
    expect(await parts(page).locator('tfoot td.numeric').allTextContents()).toEqual(
      numbers(line.difference),
    );

    await rows.first().getByRole('button').press('Enter');
    const behind = page.getByRole('region', { name: /^Các cơ sở: / });
    await behind.getByRole('link').first().waitFor();
    const names = line.parts[0].changed.nodes.map(({ institution }: any) => institution.name);
    expect(await behind.getByRole('link').allTextContents()).toEqual(names);
    await isSound(page);

    const file = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Tải CSV' }).click();
    const lines = (await readFile(await (await file).path(), 'utf8')).trim().split('\r\n');
    expect(lines).toHaveLength(line.parts.length + 2);
    expect(lines.at(-1)).toMatch(/^Tổng thay đổi,,/);

    await page.emulateMedia({ media: 'print' });
    expect(await page.getByRole('button', { name: 'Tải CSV' }).isVisible()).toBe(false);
    expect(await parts(page).isVisible()).toBe(true);

    // Whoever is sent the address sees the same.
    const other = await console.open(page.url().slice(console.address.length), {
      viewport: PHONE,
    });
    const there = other.getByRole('region', { name: /^Các cơ sở: / }).getByRole('link');
    await there.first().waitFor();
    expect(await there.allTextContents()).toEqual(names);
    expect(await parts(other).locator('tfoot td.numeric').allTextContents()).toEqual(
      numbers(line.difference),
    );
  });

  test('says what is unknown as unknown, that nothing changed, and that days are in the wrong order', async () => {
    const page = await console.open(`/changes?${VIEW}&from=2020-01-01`);
    await told(page).getByText('trước là chưa biết (0–100%)').waitFor();
    await page.goto(`${console.address}/changes?${VIEW}&from=${TO}`);
    await told(page).getByText('Không có thay đổi nào giữa hai ngày này.').waitFor();
    await page.goto(`${console.address}/changes?${VIEW}&from=2025-06-15`);
    await page.getByRole('alert').first().waitFor();
    expect(await told(page).count()).toBe(0);
  });
});

needsBrowser('what has changed, in a hub without data', () => {
  let console: ConsoleHub;
  beforeAll(async () => {
    console = await startConsole({ from: 'empty' });
  });
  afterAll(() => console.close());

  test('says that there is nothing yet', async () => {
    const page = await console.open('/changes');
    await page
      .getByRole('heading', { level: 1, name: /^Trung tâm dữ liệu chưa có đợt báo cáo nào/ })
      .waitFor();
    await isSound(page);
  });
});
