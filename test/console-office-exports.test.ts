import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import { readXlsx } from 'hucre';
import type { Page } from 'playwright-core';
import { needsBrowser, startConsole, type ConsoleHub } from './support/browser.js';
import { addDemoAccounts, openSignedIn } from './support/console-accounts.js';

needsBrowser('files of the office in the console', () => {
  let console: ConsoleHub;
  beforeAll(async () => {
    console = await startConsole();
    await addDemoAccounts(console.hub.em);
  });
  afterAll(() => console.close());

  /** What a button gives to the reader: the name of the file and what is in it. */
  async function saved(page: Page, button: string): Promise<{ name: string; content: Buffer }> {
    const arriving = page.waitForEvent('download');
    await page.getByRole('button', { name: button }).click();
    const file = await arriving;
    return { name: file.suggestedFilename(), content: await readFile(await file.path()) };
  }

  test('a planner takes the answers of a round home, as a workbook and as CSV', async () => {
    const { reportingRounds } = await console.hub.data(
      '{ reportingRounds(first: 1) { nodes { id code } } }',
    );
    const { id, code } = reportingRounds.nodes[0];
    const page = await openSignedIn(
      console,
      'planner',
      `/operations?tab=rounds&round=${encodeURIComponent(id)}`,
    );

    const workbook = await saved(page, 'Tải câu trả lời (Excel)');
    const csv = await saved(page, 'Tải câu trả lời (CSV)');
    const rows: Record<string, string>[] = parse(csv.content, { columns: true, bom: true });
    const { sheets } = await readXlsx(workbook.content);

    expect([workbook.name, csv.name]).toEqual([
      `cau-tra-loi-${code}.xlsx`,
      `cau-tra-loi-${code}.csv`,
    ]);
    expect(rows.length).toBeGreaterThan(100);
    expect(new Set(rows.map(({ round }) => round))).toEqual(new Set([code]));
    expect(sheets[0]?.rows).toHaveLength(rows.length + 1);
  });

  test('an operator takes the trail of some days home', async () => {
    const page = await openSignedIn(console, 'operator', '/operations?tab=audit&from=2000-01-01');

    const { name, content } = await saved(page, 'Tải nhật ký của các ngày này (Excel)');
    const { sheets } = await readXlsx(content);

    expect(name).toBe('nhat-ky-2000-01-01.xlsx');
    expect(sheets[0]?.rows[0]).toContain('account_name');
  });

  test('a school takes its form home, and a planner those of all schools', async () => {
    const { reportingRounds, institution } = await console.hub.data(
      '{ reportingRounds(first: 1) { nodes { id code } } institution(code: "DN-THPT-01") { id } }',
    );
    const { id, code } = reportingRounds.nodes[0];
    const report = `/reports/${encodeURIComponent(institution.id)}/${encodeURIComponent(id)}`;
    const school = await openSignedIn(console, 'school', report);
    const form = await saved(school, 'Tải phiếu báo cáo (Excel)');
    const planner = await openSignedIn(
      console,
      'planner',
      `/operations?tab=rounds&round=${encodeURIComponent(id)}`,
    );
    const forms = await saved(planner, 'Tải phiếu của các trường (ZIP)');
    const { sheets } = await readXlsx(form.content);

    expect([form.name, forms.name]).toEqual([
      'phieu-bao-cao-DN-THPT-01.xlsx',
      `phieu-bao-cao-${code}.zip`,
    ]);
    expect(sheets[0]?.rows[1]).toContain('Câu trả lời');
    expect(forms.content.subarray(0, 2).toString()).toBe('PK');
  });
});
