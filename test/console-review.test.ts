import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import {
  needsBrowser,
  PHONE,
  seriousProblems,
  sidewaysOf,
  signIn,
  startConsole,
  until,
  type ConsoleHub,
} from './support/browser.js';
import { addDemoAccounts, PASSWORD } from './support/console-accounts.js';

needsBrowser('reviewing in the console', () => {
  let console: ConsoleHub;
  beforeAll(async () => {
    console = await startConsole();
    await addDemoAccounts(console.hub.em);
  });
  afterAll(() => console.close());

  async function openQueue(options: Parameters<ConsoleHub['open']>[1] = {}): Promise<Page> {
    const page = await console.open('/sign-in', options);
    await signIn(page, console.address, 'reviewer@demo.example', PASSWORD, '/review');
    await page.locator('tbody a').first().waitFor();
    return page;
  }

  /** How many decisions of this kind were made since the demo began. */
  async function decided(kind: string): Promise<number> {
    const [row] = await console.hub.orm.em
      .fork()
      .execute(`select count(*)::int as count from audit_event where action = ?`, [kind]);
    return (row as { count: number }).count;
  }

  test('goes by keyboard alone through an approval with a change, and a return with a reason', async () => {
    const page = await openQueue({ language: 'en' });
    const before = {
      approved: await decided('statusUpdateApprove'),
      returned: await decided('statusUpdateReturn'),
    };
    await page.locator('tbody a').first().focus();
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1 }).and(page.locator(':focus')).waitFor();
    const first = await page.getByRole('heading', { level: 1 }).textContent();
    // The first criterion: another value, with its reason.
    await page.keyboard.press('j');
    await page.keyboard.press('c');
    const card = page.locator('[data-criterion]').first();
    await card.getByRole('textbox', { name: 'Value' }).focus();
    await page.keyboard.type('0');
    await page.keyboard.press('Tab');
    await page.keyboard.type('The plan is of last year');
    await page.getByRole('button', { name: 'Approve with the changes' }).focus();
    await page.keyboard.press('Enter');
    // The next one opens by itself, and says what was done.
    await page.getByText(`${first} was approved`).waitFor();
    const second = await page.getByRole('heading', { level: 1 }).textContent();
    expect(second).not.toBe(first);
    await page.locator('[data-criterion]').first().waitFor();
    await page.getByRole('heading', { level: 1 }).focus();
    await page.keyboard.press('j');
    await page.keyboard.press('r');
    await page.locator('[data-criterion]').first().getByLabel('Reason').focus();
    await page.keyboard.type('The evidence cannot be opened');
    await page.getByRole('button', { name: 'Return the report' }).focus();
    await page.keyboard.press('Enter');
    await page
      .getByText(`${second} was returned`)
      .or(page.getByRole('heading', { name: 'Waiting for a decision' }))
      .waitFor();
    expect(await decided('statusUpdateApprove')).toBe(before.approved + 1);
    expect(await decided('statusUpdateReturn')).toBe(before.returned + 1);
  });

  test('approves several at once, and says of each what became of it', async () => {
    const page = await openQueue();
    // With the day that it was handed in.
    expect(await page.locator('tbody tr').first().textContent()).toMatch(
      /\d{1,2} thg \d{1,2}, 20\d\d/,
    );
    const boxes = page.getByRole('checkbox');
    await boxes.nth(0).check();
    await boxes.nth(1).check();
    await page.getByRole('button', { name: 'Duyệt các báo cáo đã chọn' }).click();
    await page.getByText(': đã duyệt').nth(1).waitFor();
    expect(await page.getByText(': đã duyệt').count()).toBe(2);
  });

  test('leads to the institutions, found without accents, and to one of them', async () => {
    const page = await console.open('/institutions', { language: 'en', viewport: PHONE });
    await page.locator('tbody a').first().waitFor();
    await page.getByLabel('Search by name').fill('chu van an');
    await until(async () => (await page.locator('tbody a').count()) < 5);
    expect(page.url()).toContain('search=chu+van+an');
    expect(await seriousProblems(page)).toEqual([]);
    expect(await sidewaysOf(page)).toBe(0);
    await page.locator('tbody a').first().click();
    await page.getByRole('heading', { name: 'The four pillars' }).waitFor();
    expect(await seriousProblems(page)).toEqual([]);
    expect(await sidewaysOf(page)).toBe(0);
  });
});
