import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import {
  DESK,
  needsBrowser,
  PHONE,
  startConsole,
  until,
  type ConsoleHub,
} from './support/browser.js';
import { addDemoAccounts, openSignedIn } from './support/console-accounts.js';
import { FULL_ANSWERS, NEED_EVIDENCE } from './support/reporting.js';

const PDF = Buffer.from('%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n');

needsBrowser('one report, from the school to the province’s figures', () => {
  let console: ConsoleHub;
  beforeAll(async () => {
    console = await startConsole({ cacheMegabytes: 16 });
    await addDemoAccounts(console.hub.em);
  });
  afterAll(() => console.close());

  function openAs(who: string, to: string, options: Parameters<ConsoleHub['open']>[1]) {
    return openSignedIn(console, who, to, options);
  }

  /** How many have completed all four pillars in the province, as the planner reads it. */
  async function completedIn(page: Page): Promise<string> {
    await page.goto(`${console.address}/?unit=68&kind=PROVINCE`);
    const table = page.getByRole('region', { name: 'General education' });
    const row = table.getByRole('row').filter({ hasText: 'All four together' });
    return (await row.getByRole('button', { name: / of / }).textContent())!;
  }

  test('a school answers on a phone, a reviewer approves, and a planner sees it counted', async () => {
    const planner = await openAs('planner', '/', { language: 'en', viewport: DESK });
    const before = await completedIn(planner);

    // The school, in Vietnamese on a phone: every question, and evidence where it is asked for.
    const school = await openAs('school', '/reports', { language: 'vi', viewport: PHONE });
    await school.locator('tbody a').first().click();
    await school.getByRole('button', { name: 'Bắt đầu báo cáo' }).click();
    await school.locator('#criterion-G1').waitFor();
    const name = (await school.getByRole('heading', { level: 1 }).textContent())!;
    for (const { criterion, value, total } of FULL_ANSWERS) {
      const question = school.locator(`#criterion-${criterion}`);
      if (total) {
        await question.getByLabel('Trên tổng số', { exact: true }).fill(`${total}`);
        await question.getByLabel('Số đạt', { exact: true }).fill(`${value}`);
      } else if (value === 1)
        await question.getByRole('radio', { name: 'Có', exact: true }).check();
      else await question.getByRole('combobox').selectOption(`${value}`);
    }
    await school.getByText('Đã lưu', { exact: true }).waitFor();
    for (const criterion of NEED_EVIDENCE) {
      const file = { name: `${criterion}.pdf`, mimeType: 'application/pdf', buffer: PDF };
      const question = school.locator(`#criterion-${criterion}`);
      const chooser = school.waitForEvent('filechooser');
      await question.getByRole('button', { name: 'Chọn tệp' }).click();
      await (await chooser).setFiles(file);
      await question.getByRole('button', { name: file.name, exact: true }).waitFor();
    }
    const submit = school.getByRole('button', { name: 'Nộp báo cáo' });
    await until(() => submit.isEnabled());
    await submit.click();
    await school.getByText('Báo cáo đã nộp và đang được duyệt.').waitFor();

    // What nobody has approved counts for nobody.
    expect(await completedIn(planner)).toBe(before);

    // The reviewer finds it in the queue, looks at the evidence, and approves it.
    const reviewer = await openAs('reviewer', '/review', { language: 'en', viewport: DESK });
    // What was handed in last stands last.
    const link = reviewer.getByRole('link', { name, exact: true });
    await until(async () => {
      await reviewer.getByRole('group', { name: 'Waiting for a decision' }).press('End');
      return link.isVisible();
    });
    await link.click();
    await reviewer.getByRole('heading', { level: 1, name }).waitFor();
    await reviewer.getByRole('button', { name: 'G1.pdf', exact: true }).waitFor();
    await reviewer.getByRole('button', { name: 'Approve', exact: true }).click();
    const question = reviewer.getByRole('dialog');
    await question.getByRole('button', { name: 'Approve', exact: true }).click();
    await reviewer.getByText(`${name} was approved`).waitFor();

    // The school reads what became of it.
    await school.reload();
    await school.getByText('Báo cáo đã được duyệt.').waitFor();

    // And the planner sees one more, and which it is.
    const after = await completedIn(planner);
    const [completed, institutions] = before.split(' of ').map(Number);
    expect(after).toBe(`${completed! + 1} of ${institutions}`);
    await planner
      .getByRole('region', { name: 'General education' })
      .getByRole('button', { name: after, exact: true })
      .click();
    await planner.getByRole('dialog').getByRole('link', { name }).waitFor();
  });
});
