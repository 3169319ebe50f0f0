import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { needsBrowser, signIn, startConsole, type ConsoleHub } from './support/browser.js';
import { addDemoAccounts, PASSWORD } from './support/console-accounts.js';

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
    const page = await console.open('/sign-in', { language: 'en', ...options });
    await signIn(page, console.address, `${who}@demo.example`, PASSWORD, to);
    return page;
  }

  test('lets a planner call a round, see who is late, and copy the list', async () => {
    const page = await openAs('planner', '/operations');
    const form = page.getByRole('form', { name: 'Call a reporting round' });
    await form.getByLabel('Code').fill('DOT-THU');
    await form.getByLabel('Name in Vietnamese').fill('Đợt thử');
    await form.getByLabel('Name in English').fill('A round to try');
    await form.getByLabel('Reference date').fill('2026-06-30');
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
    expect(head).toBe('Institution\tUnit\tDue on\tDays late');
    expect(total).toBe(`In all: ${lines.length.toLocaleString('en-GB')}`);
    expect(lines[0]).toContain(await late.locator('tbody th').first().textContent());
  });
});
