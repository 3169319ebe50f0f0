import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import {
  needsBrowser,
  PHONE,
  problemsOf,
  sidewaysOf,
  startConsole,
  type ConsoleHub,
} from './support/browser.js';
import { addDemoAccounts, openSignedIn } from './support/console-accounts.js';

const HEADER = 'unit_kind,unit_code,kind,valid_from,source,tier,agency,team_members,has_unit';
/** The rows of a file with the number of members in its first. */
const rowsOf = (members: string) => [
  `PROVINCE,68,COMMUNITY_TEAMS,01/07/2025,Báo cáo 7,HAMLET,,${members},`,
  'PROVINCE,68,MANDATES,2025-07-01,Quyết định 8,,Sở Ví dụ,,1',
];

needsBrowser('the registry of counts in the console', () => {
  let console: ConsoleHub;
  beforeAll(async () => {
    console = await startConsole();
    await addDemoAccounts(console.hub.em);
  });
  afterAll(() => console.close());

  async function openRegistry(options: Parameters<ConsoleHub['open']>[1] = {}): Promise<Page> {
    const to = '/workforce?unit=68&tab=records';
    const page = await openSignedIn(console, 'planner', to, { language: 'en', ...options });
    await page.getByRole('heading', { name: 'Import from CSV' }).waitFor();
    return page;
  }

  /** Chooses a file as people do who have no mouse. */
  async function choose(page: Page, name: string, content: string | Buffer): Promise<void> {
    const asked = page.waitForEvent('filechooser');
    await page.getByRole('button', { name: 'Choose a CSV file' }).press('Enter');
    const buffer = Buffer.from(content);
    await (await asked).setFiles({ name, mimeType: 'text/csv', buffer });
  }

  const csv = (...rows: string[]) => `\uFEFF${[HEADER, ...rows].join('\r\n')}\r\n`;

  /** The cells of a table, by its caption. */
  async function cells(page: Page, caption: string): Promise<string[][]> {
    const rows = page.getByRole('group', { name: caption }).locator('tbody tr');
    await rows.first().waitFor();
    return Promise.all((await rows.all()).map((row) => row.locator('th, td').allInnerTexts()));
  }

  /** The same, each cell by its lines. */
  const lines = async (page: Page, caption: string) =>
    (await cells(page, caption)).map((row) => row.map((cell) => cell.split(/\n+/)));

  test('tells what is wrong by row, previews the mended file, and imports what was seen', async () => {
    const page = await openRegistry();
    await choose(page, 'counts.xlsx', Buffer.from('PK\u0003\u0004'));
    await page.getByText('“counts.xlsx” is a spreadsheet and not CSV.').waitFor();
    await choose(page, 'latin.csv', Buffer.from('unit_kind,Báo cáo', 'latin1'));
    await page.getByText('“latin.csv” is not UTF-8 text').waitFor();
    await choose(page, 'large.csv', csv(...Array<string>(5000).fill(rowsOf('3368')[0]!)));
    await page.getByText('The request is larger than 256 KiB.').waitFor();

    await choose(
      page,
      'counts.csv',
      csv(...rowsOf('3.368'), 'COMMUNE,99,MANDATES,2025-07-01,,,Sở,,1'),
    );
    await page.getByRole('heading', { name: '“counts.csv” cannot be imported yet' }).waitFor();
    await page.getByText('The file has 3 problem(s); nothing was changed.').waitFor();
    expect(await cells(page, 'Problems by row')).toEqual([
      ['Row 2 team_members', '“3.368” is not a whole number; write it 3368, with digits only'],
      ['Row 4 unit_code', '“99” names no COMMUNE on 2025-07-01; import the units first'],
      ['Row 4 source', 'is empty; it is needed'],
    ]);

    await choose(page, 'counts.csv', csv(...rowsOf('3368')));
    const preview = page.getByRole('heading', { name: 'Preview of “counts.csv”' });
    await preview.waitFor();
    await page.getByText('Nothing is written until you confirm.', { exact: true }).waitFor();
    expect(await lines(page, 'The rows of the file')).toEqual([
      [
        ['Row 2', 'Community digital teams, Hamlet', 'Tỉnh Lâm Đồng, 1 Jul 2025'],
        ['+', 'New', 'Team members: 3,368', 'Source: “Báo cáo 7”', 'How sure: Confirmed'],
      ],
      [
        ['Row 3', 'Mandates, Sở Ví dụ', 'Tỉnh Lâm Đồng, 1 Jul 2025'],
        ['+', 'New', 'Has a unit: 1', 'Source: “Quyết định 8”', 'How sure: Confirmed'],
      ],
    ]);
    const recorded = page.getByRole('group', { name: 'What was counted' });
    expect(await recorded.getByText('Báo cáo 7').count()).toBe(0);

    // Whoever chose the file is at its preview, and the next thing is to confirm it.
    expect(
      await preview.evaluate((heading: any) => heading === heading.ownerDocument.activeElement),
    ).toBe(true);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: '“counts.csv” was imported' }).waitFor();
    await recorded.getByText('Báo cáo 7').waitFor();

    await page.getByRole('button', { name: 'Import another file' }).click();
    await choose(page, 'counts.csv', csv(...rowsOf('3370')));
    await preview.waitFor();
    expect(await lines(page, 'The rows of the file')).toMatchObject([
      [
        ['Row 2', expect.any(String), expect.any(String)],
        ['↻', 'Updated', 'Team members: from 3,368 to 3,370'],
      ],
      [
        ['Row 3', expect.any(String), expect.any(String)],
        ['=', 'Unchanged'],
      ],
    ]);
  });

  test('previews a file on a phone without moving sideways, for everybody', async () => {
    const page = await openRegistry({ viewport: PHONE, language: 'en' });
    await choose(
      page,
      'counts.csv',
      csv('PROVINCE,68,MANDATES,2025-07-01,Quyết định 9,,Sở Khác,,0'),
    );
    await page.getByRole('heading', { name: 'Preview of “counts.csv”' }).waitFor();

    expect(await sidewaysOf(page)).toBe(0);
    expect(await problemsOf(page)).toEqual([]);
  });

  test('changes a record though another changed it meanwhile, and takes it back with a reason', async () => {
    const [page, other] = [await openRegistry(), await openRegistry()];
    await choose(page, 'counts.csv', csv('PROVINCE,68,MANDATES,2025-07-01,Bản 1,,Sở Sửa,,1'));
    await page.getByRole('button', { name: 'Confirm the import' }).click();
    await page.getByRole('heading', { name: '“counts.csv” was imported' }).waitFor();
    await other.reload();

    const open = async (where: Page) => {
      await where.getByRole('button', { name: 'Change: Mandates, Sở Sửa, 1 Jul 2025' }).click();
      return where.getByRole('dialog', { name: 'Mandates, Sở Sửa' });
    };
    const [mine, theirs] = [await open(page), await open(other)];
    await theirs.getByLabel('Source').fill('Bản 2');
    await theirs.getByRole('button', { name: 'Change the record' }).click();
    await other.getByText('The record was changed.').waitFor();

    await mine.getByLabel('Source').fill('Bản 3');
    await mine.getByRole('button', { name: 'Change the record' }).click();
    await mine.getByText(/^The version is 2 now, not 1\. Changed by: /).waitFor();
    // What another wrote is read again, and what was typed is still there.
    const recorded = page.getByRole('group', { name: 'What was counted' });
    await recorded.getByText('Bản 2').waitFor();
    expect(await mine.getByLabel('Source').inputValue()).toBe('Bản 3');
    expect(await problemsOf(page)).toEqual([]);
    await mine.getByRole('button', { name: 'Change the record' }).click();
    await recorded.getByText('Bản 3').waitFor();

    const dialog = await open(page);
    await dialog.locator('summary').click();
    await dialog.getByRole('button', { name: 'Remove the record' }).click();
    await dialog.getByRole('alert').waitFor();
    await dialog.getByLabel('Reason').fill('Ghi nhầm');
    await dialog.getByRole('button', { name: 'Remove the record' }).click();
    await page.getByText('The record was removed.').waitFor();
    await recorded.getByText('Bản 3').waitFor({ state: 'detached' });
  });
});
