import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { needsBrowser, startConsole, type ConsoleHub } from './support/browser.js';
import { addDemoAccounts, openSignedIn } from './support/console-accounts.js';

needsBrowser('operations in the console', () => {
  let console: ConsoleHub;
  beforeAll(async () => {
    console = await startConsole();
    await addDemoAccounts(console.hub.em);
  });
  afterAll(() => console.close());

  async function openAs(
    who: 'planner' | 'operator',
    to: string,
    options: Parameters<ConsoleHub['open']>[1] = {},
  ): Promise<Page> {
    return openSignedIn(console, who, to, { language: 'en', ...options });
  }

  test('lets a planner call a round, see who is late, and copy the list', async () => {
    const page = await openAs('planner', '/operations');
    const form = page.getByRole('form', { name: 'Call a reporting round' });
    await form.getByLabel('Code').fill('DOT-THU');
    await form.getByLabel('Name in Vietnamese').fill('Đợt thử');
    await form.getByLabel('Name in English').fill('A round to try');
    await form.getByLabel('Reference date').fill('2026-06-30');
    await form.getByRole('checkbox', { name: 'Four-pillar framework, version 1' }).check();
    // Before it is called the planner is told who will not have to report, and why.
    await form
      .getByText(/^\d+ institutions will have to report; \d+ of the unit will not/)
      .waitFor();
    await form.getByLabel('Opens on').fill('2027-01-10');
    await form.getByLabel('Due on').fill('2027-01-05');
    await form.getByLabel('Closes on').fill('2027-01-30');
    await form.getByRole('button', { name: 'Call the round' }).click();
    // What is wrong is said at once, and what was typed is still there.
    await form.getByRole('alert').waitFor();
    await form.getByLabel('Due on').fill('2027-01-20');
    await form.getByRole('button', { name: 'Call the round' }).click();
    await page.getByRole('heading', { level: 2, name: 'A round to try' }).waitFor();
    await page.getByText('Nobody is late.').waitFor();
    // A round that is over has who is late; the list is longer than what is on the screen.
    await page.locator('tbody a').last().click();
    const late = page.getByRole('group', { name: 'Who is late' });
    await late.locator('tbody th').first().waitFor();
    const total = await page.getByText(/^In all: /).textContent();
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await page.getByRole('button', { name: 'Copy the whole list' }).click();
    await page.getByText('Copied.').waitFor();
    const copied = await page.evaluate<string>('navigator.clipboard.readText()');
    // A list that is cut is not copied.
    await page.context().setOffline(true);
    await page.getByRole('button', { name: 'Copy the whole list' }).click();
    await page.getByText('The hub cannot be reached.').waitFor();
    await page.context().setOffline(false);
    const [head, ...lines] = copied.split('\n');
    expect(head).toBe('Code\tInstitution\tUnit\tE-mail\tTelephone\tReport\tDue on\tDays late');
    expect(total).toBe(`In all: ${lines.length.toLocaleString('en-GB')}`);
    expect(lines[0]).toContain(await late.locator('tbody th').first().textContent());
  });

  test('a planner sees before the due date who has not begun, with code and contact, and keeps the list', async () => {
    const { reportingRounds } = await console.hub.data(
      `{ reportingRounds(first: 20) { nodes { id name phase dueOn } } }`,
      {},
      { 'accept-language': 'vi' },
    );
    const open = reportingRounds.nodes.find(({ phase }: any) => phase === 'OPEN');
    expect(open.dueOn > '2026-11-25').toBe(true);
    const page = await openAs('planner', `/operations?round=${encodeURIComponent(open.id)}`, {
      language: 'vi',
    });
    await page.getByRole('heading', { name: 'Cơ sở nộp muộn hoặc chưa bắt đầu' }).waitFor();
    expect(await page.getByLabel('Danh sách').inputValue()).toBe('not-begun');
    const list = page.getByRole('group', { name: 'Cơ sở nộp muộn', exact: true });
    const first = list
      .locator('tbody tr')
      .filter({ has: page.locator('th') })
      .first();
    await first.getByText('Chưa bắt đầu').waitFor();
    const total = (await page.getByText(/^Tất cả: /).textContent())!;
    const csv = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Tải CSV' }).last().click();
    const file = await csv;
    expect(file.suggestedFilename()).toMatch(/^co-so-can-nhac-.+\.csv$/);
    const [head, ...lines] = (await readFile(await file.path(), 'utf8')).trimEnd().split('\r\n');
    expect(head).toBe('\uFEFFMã,Cơ sở,Đơn vị,Thư điện tử,Điện thoại,Báo cáo,Hạn nộp,Số ngày muộn');
    expect(total).toMatch(new RegExp(`${lines.length}`));
    expect(lines.length).toBeGreaterThan(0);
    // Who is late is one choice away, and the address holds which.
    await page.getByLabel('Danh sách').selectOption('Quá hạn');
    await page.getByText('Không có cơ sở nào nộp muộn.').waitFor();
    expect(new URL(page.url()).searchParams.get('whom')).toBe('overdue');
  });

  test('reads a plan again that another changed meanwhile, and keeps what was typed', async () => {
    const [mine, theirs] = await Promise.all(
      [1, 2].map(() => openAs('planner', '/operations?tab=plans')),
    );
    const plan = (page: Page) =>
      page.locator('.mantine-Paper-root', { hasText: 'MINH-HOA-02' }).filter({ hasText: '2030' });
    const set = async (page: Page, percent: string) => {
      const form = plan(page).getByRole('form', { name: 'Set a target' });
      if (!(await form.isVisible()))
        await plan(page).locator('summary', { hasText: 'Set a target' }).first().click();
      await form.getByLabel('Percent').fill(percent);
      await form.getByLabel('Year').fill('2031');
      await form.getByRole('button', { name: 'Set a target' }).click();
      return form;
    };
    const summary = plan(mine!).locator('summary', { hasText: 'Set a target' });
    await summary.first().waitFor();
    await set(theirs!, '96');
    await theirs!.getByText(/^The target “.*, 2031” is set: 96%/).waitFor();
    const form = await set(mine!, '97');
    await form.getByRole('alert').waitFor();
    expect(await form.getByLabel('Percent').inputValue()).toBe('97');
    // What the other set is seen, and the same button sets it now.
    await plan(mine!).getByText('96%', { exact: true }).waitFor();
    await form.getByRole('button', { name: 'Set a target' }).click();
    await mine!.getByText(/^The target “.*, 2031” is changed: it was 96%.* and is 97%/).waitFor();
    await plan(mine!).getByText('97%', { exact: true }).waitFor();
  });
});
