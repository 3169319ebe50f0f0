import type { Page } from 'playwright-core';
import type { ConsoleHub } from './browser.js';
import { openSignedIn } from './console-accounts.js';

/** The open round of the demo's school, begun, on a page of its own browser. */
export async function openReport(
  console: ConsoleHub,
  options: Parameters<ConsoleHub['open']>[1] = {},
): Promise<Page> {
  const page = await openSignedIn(console, 'school', '/reports', options);
  await page.locator('tbody a').first().click();
  const begin = page.getByRole('button', { name: /^(Begin the report|Bắt đầu báo cáo)$/ });
  await begin.or(page.locator('#criterion-G1')).waitFor();
  if (await begin.isVisible()) await begin.click();
  await page.locator('#criterion-G1').waitFor();
  return page;
}

/** Where the comment on an answer is typed. */
export const comment = (page: Page, code: string) =>
  page.locator(`#criterion-${code} textarea`).first();

/** What the database holds of the comment of a criterion, in the newest revision. */
export async function commentOf({ hub }: ConsoleHub, code: string): Promise<string | null> {
  const [row] = await hub.em.fork().execute(
    `select entry.comment from status_update_entry entry
     join criterion on criterion.id = entry.criterion_id
     join status_update_revision revision on revision.id = entry.revision_id
     where criterion.code = ? order by revision.id desc limit 1`,
    [code],
  );
  return (row as { comment: string } | undefined)?.comment ?? null;
}
