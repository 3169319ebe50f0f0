import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { needsBrowser, startConsole, type ConsoleHub } from './support/browser.js';
import { addDemoAccounts, openSignedIn } from './support/console-accounts.js';
import { signIn } from './support/people.js';
import { downloadedForm, type ReportFormBook } from './support/report-form.js';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

needsBrowser('reports by Excel in the console', () => {
  let console: ConsoleHub;
  let round: string;
  beforeAll(async () => {
    console = await startConsole();
    await addDemoAccounts(console.hub.em);
    const { reportingRounds } = await console.hub.data(
      '{ reportingRounds(first: 1) { nodes { id } } }',
    );
    round = reportingRounds.nodes[0].id;
  });
  afterAll(() => console.close());

  async function formOf(code: string): Promise<ReportFormBook> {
    const { institution } = await console.hub.data(
      'query ($code: String!) { institution(code: $code) { id } }',
      { code },
    );
    const who = await signIn(console.hub, { role: 'SCHOOL_ADMIN', institution: institution.id });
    return downloadedForm(console.hub, who, { institution: institution.id, round });
  }

  async function choose(page: Page, books: ReportFormBook[]): Promise<void> {
    const files = await Promise.all(
      books.map(async (book, index) => ({
        name: `phieu-${index}.xlsx`,
        mimeType: XLSX,
        buffer: await book.bytes(),
      })),
    );
    const arriving = page.waitForEvent('filechooser');
    await page.getByRole('button', { name: 'Chọn phiếu đã điền' }).click();
    await (await arriving).setFiles(files.length === 1 ? files[0]! : files);
  }

  test('a school uploads the form that it downloaded, sees old and new, and saves it', async () => {
    const { institution } = await console.hub.data('{ institution(code: "DN-THPT-01") { id } }');
    const page = await openSignedIn(
      console,
      'school',
      `/reports/${encodeURIComponent(institution.id)}/${encodeURIComponent(round)}`,
    );
    const arriving = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Tải phiếu báo cáo (Excel)' }).click();
    expect(await readFile(await (await arriving).path())).toHaveProperty('length');
    const book = await formOf('DN-THPT-01');
    book.fill('G4', { answer: 17, total: 40, comment: 'đếm lại' });

    await choose(page, [book]);
    const changes = page.getByRole('group', { name: '1 câu trả lời sẽ đổi' });
    await changes.getByText('17/40 · đếm lại').waitFor();
    await page.getByRole('button', { name: 'Lưu bản nháp' }).click();
    await page.getByText('Đã lưu bản nháp.').waitFor();

    const [{ value }] = await console.hub.em.fork().execute<[{ value: number }]>(
      `select self_value as value from status_update_entry join criterion on criterion.id = criterion_id
       where criterion.code = 'G4' order by status_update_entry.revision_id desc limit 1`,
    );
    expect(value).toBe(17);
  });

  test('a planner uploads many at once: faults are told with their cells, the others are saved together', async () => {
    const page = await openSignedIn(
      console,
      'planner',
      `/operations?tab=rounds&round=${encodeURIComponent(round)}`,
    );
    const [first, second] = await console.hub.em.fork().execute<{ code: string }[]>(
      `select code from institution join institution_period as period
         on period.institution_id = institution.id and superseded_at is null and valid_to is null
       where kind = 'UPPER_SECONDARY_SCHOOL' and code like 'DN-%'
         and not exists (select from status_update join reporting_round as round
           on round.id = round_id where institution_id = institution.id and round.closes_on > '2026-11-23')
       order by code desc limit 2`,
    );
    const wrong = await formOf(first!.code);
    wrong.fill('G4', { answer: '1.234', total: 40 });
    const right = await formOf(second!.code);
    right.fill('G4', { answer: 9, total: 40 });

    await choose(page, [wrong, right]);
    await page.getByText(`Report, ô ${wrong.cell('G4', 'answer')}`).waitFor();
    await page.getByRole('button', { name: 'Lưu nháp 1 phiếu' }).click();
    await page.getByText('Đã lưu bản nháp.').waitFor();

    const drafts = await console.hub.em.fork().execute<{ code: string }[]>(
      `select institution.code from status_update
       join institution on institution.id = institution_id
       where state = 'DRAFT' and institution.code in (?, ?)`,
      [first!.code, second!.code],
    );
    expect(drafts).toEqual([{ code: second!.code }]);
  });
});
