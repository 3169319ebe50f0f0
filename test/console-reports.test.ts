import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import {
  needsBrowser,
  PHONE,
  seriousProblems,
  signIn,
  startConsole,
  type ConsoleHub,
} from './support/browser.js';
import { addDemoAccounts, PASSWORD } from './support/console-accounts.js';

needsBrowser('a school’s report in the console', () => {
  let console: ConsoleHub;
  beforeAll(async () => {
    console = await startConsole();
    await addDemoAccounts(console.hub.em);
  });
  afterAll(() => console.close());

  /** The open round of the school, on a page of its own browser. */
  async function openReport(options: Parameters<ConsoleHub['open']>[1] = {}): Promise<Page> {
    const page = await console.open('/sign-in', options);
    await signIn(page, console.address, 'school@demo.example', PASSWORD, '/reports');
    await page.locator('tbody a').first().click();
    const begin = page.getByRole('button', { name: /^(Begin the report|Bắt đầu báo cáo)$/ });
    await begin.or(page.getByRole('status').first()).first().waitFor();
    if (await begin.isVisible()) await begin.click();
    await page.locator('#criterion-G1').waitFor();
    return page;
  }

  /** What the database holds of the comment of a criterion. */
  async function commentOf(code: string): Promise<string | null> {
    const rows = await console.hub.orm.em.fork().execute(
      `select entry.comment from status_update_entry entry
       join criterion on criterion.id = entry.criterion_id
       where criterion.code = ? order by entry.id desc limit 1`,
      [code],
    );
    return (rows[0] as { comment: string } | undefined)?.comment ?? null;
  }

  const comment = (page: Page, code: string) => page.locator(`#criterion-${code} textarea`).first();
  const saved = (page: Page) => page.getByRole('status').filter({ hasText: /^(Saved|Đã lưu)$/ });

  test('is saved as it is typed', async () => {
    const page = await openReport({ language: 'en' });
    await comment(page, 'G1').fill('Plan of the year');
    await saved(page).waitFor();
    await expect.poll(() => commentOf('G1')).toBe('Plan of the year');
  });
});
