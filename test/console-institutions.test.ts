import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Locator, Page } from 'playwright-core';
import {
  needsBrowser,
  PHONE,
  problemsOf,
  sidewaysOf,
  signIn,
  startConsole,
  until,
  type ConsoleHub,
} from './support/browser.js';
import { csv } from './support/files.js';
import { bring } from './support/imports.js';
import { addDemoAccounts, PASSWORD } from './support/console-accounts.js';
import { fillCountry } from './support/full-country.js';

needsBrowser('institutions in the console', () => {
  let console: ConsoleHub;
  beforeAll(async () => {
    console = await startConsole();
    await addDemoAccounts(console.hub.em);
    await fillCountry(console.hub.em, 40_000);
  });
  afterAll(() => console.close());

  const rows = (page: Page) => page.locator('tbody tr[data-index]');
  const total = (page: Page, text: string) => page.getByText(text, { exact: true });

  /** The row that is last on the page, by its number in the list. */
  const lastRow = async (page: Page) => Number(await rows(page).last().getAttribute('data-index'));

  /** Moves on until a row as far down the list is there. */
  async function moveTo(page: Page, row: number, move: () => Promise<void>): Promise<void> {
    await until(async () => {
      await move();
      return (await lastRow(page)) >= row;
    });
  }

  test('are 40,000 in a list that comes in pages, each asked for once, with few rows on the page', async () => {
    const page = await console.open('/', { language: 'en' });
    const asked: string[] = [];
    page.on('request', (request) => {
      const body = request.postDataJSON() as { operationName?: string; variables?: object } | null;
      if (body?.operationName === 'InstitutionList') asked.push(JSON.stringify(body.variables));
    });
    await page.goto(`${console.address}/institutions?kind=PRIMARY_SCHOOL`);
    const list = page.getByRole('group', { name: 'Institutions' });
    await rows(page).first().waitFor();
    // A page that cannot be had is not asked for again and again, and what is there stays.
    const failed: string[] = [];
    await page.route('**/graphql', (route) => {
      failed.push(route.request().url());
      return route.abort();
    });
    await list.focus();
    await page.keyboard.press('End');
    await page.getByRole('alert').getByText('The hub cannot be reached.').waitFor();
    await page.keyboard.press('End');
    await page.unroute('**/graphql');
    expect(failed.length).toBe(1);
    asked.pop();
    await page.getByRole('button', { name: 'Try again' }).click();
    await page.getByRole('alert').waitFor({ state: 'hidden' });
    await list.focus();
    await moveTo(page, 400, () => page.keyboard.press('End'));
    await list.hover();
    await moveTo(page, 800, () => page.mouse.wheel(0, 3_000));
    expect(await rows(page).count()).toBeLessThan(200);
    // Back at the beginning nothing is asked for again.
    await page.keyboard.press('Home');
    await rows(page).and(page.locator('[data-index="0"]')).waitFor();
    expect(asked.length).toBeGreaterThanOrEqual(17);
    expect(new Set(asked).size).toBe(asked.length);
  });

  test('are found without accents, by unit, kind and group, which the address holds', async () => {
    const page = await console.open('/institutions', { language: 'en', viewport: PHONE });
    await rows(page).first().waitFor();
    const kind = page.getByLabel('Kind', { exact: true });
    await kind.selectOption('University');
    await total(page, '40 institutions').waitFor();
    await page.getByRole('combobox', { name: 'Administrative unit' }).fill('duc lap');
    await page.getByRole('option', { name: 'Xã Đức Lập' }).click();
    await page.getByRole('heading', { name: 'Institutions in Xã Đức Lập' }).waitFor();
    await total(page, '10 institutions').waitFor();
    expect(new URL(page.url()).search).toBe('?kind=UNIVERSITY&unit=24664&unitKind=COMMUNE');
    expect(await problemsOf(page)).toEqual([]);
    expect(await sidewaysOf(page)).toBe(0);
    await page.reload();
    await total(page, '10 institutions').waitFor();
    await page.getByRole('combobox', { name: 'Administrative unit' }).click();
    await page.getByRole('option', { name: 'Every unit' }).click();
    await total(page, '40 institutions').waitFor();
    await kind.selectOption('Colleges and vocational');
    await page.getByLabel('Search by name').fill('trung cap nghe dak song');
    await total(page, '1 institutions').waitFor();
    expect(new URL(page.url()).search).toBe(
      '?group=COLLEGE_AND_VOCATIONAL&search=trung+cap+nghe+dak+song',
    );
    await page.getByRole('link', { name: 'Trung cấp nghề Đắk Song (minh hoạ)' }).click();
    await page.getByRole('heading', { name: 'The four pillars' }).waitFor();
    expect(await problemsOf(page)).toEqual([]);
    expect(await sidewaysOf(page)).toBe(0);
  });

  test('say their levels, since when a code is theirs, and page by page what was done', async () => {
    const { em } = console.hub;
    const [school] = await em
      .fork()
      .execute<{ id: number }[]>(`select id from institution where code = 'DN-THPT-12'`);
    await em.fork().execute(
      `insert into institution_code (institution_id, system, code, valid_from, valid_to, recorded_at)
       values (?, 'ADMISSIONS', '63012', '2020-01-01', '2025-06-30', '2020-01-01')`,
      [school!.id],
    );
    await em.fork().execute(
      `insert into audit_event (at, account_name, action, subject_type, subject_id, institution_id)
       select '2026-01-01T00:00:00Z', 'Cô Hoa', 'statusUpdateSave', 'StatusUpdate', 1, ?
       from generate_series(1, 45)`,
      [school!.id],
    );
    const page = await console.open('/sign-in', { language: 'en', viewport: PHONE });
    const path = '/institutions/DN-THPT-12';
    await signIn(page, console.address, 'planner@demo.example', PASSWORD, path);
    await page.getByText('63012 (ADMISSIONS) from 1 Jan 2020 to 30 Jun 2025').waitFor();
    const about = page.getByRole('region', { name: 'About it' });
    await about.getByText('Upper secondary', { exact: true }).waitFor();
    const done = page.getByRole('region', { name: 'History' }).getByText('Cô Hoa saved answers');
    const more = page.getByRole('button', { name: 'Show more' });
    const seen = async (lines: Locator, count: number) =>
      until(async () => (await lines.count()) === count);
    await seen(done, 20);
    await more.click();
    await seen(done, 40);
    await more.click();
    await seen(done, 45);
    await more.waitFor({ state: 'hidden' });
    expect(await problemsOf(page)).toEqual([]);
    expect(await sidewaysOf(page)).toBe(0);
  });

  test('that had a code before another one are opened from a list by what they are, and by the code the newer one', async () => {
    await bring(
      console.hub,
      'INSTITUTIONS',
      csv(
        'system,code,name,kind,levels,ownership,unit_code,opened_on,closed_on',
        'T11,7,Trường Giải Thể,PRIMARY_SCHOOL,PRIMARY,PUBLIC,24611,2001-09-05,2020-08-31',
        'T11,7,Trường Nhận Mã,PRIMARY_SCHOOL,PRIMARY,PUBLIC,24611,2022-09-05,',
      ),
    );
    const page = await console.open('/institutions?on=2020-01-01&search=giai+the', {
      language: 'en',
    });
    await page.getByRole('link', { name: 'Trường Giải Thể' }).click();
    await page.getByRole('heading', { level: 1, name: 'Trường Giải Thể' }).waitFor();

    const newer = await console.open('/institutions/7', { language: 'en' });
    await newer.getByRole('heading', { level: 1, name: 'Trường Nhận Mã' }).waitFor();
  });
});
