import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Locator, Page } from 'playwright-core';
import { needsBrowser, startConsole, until, type ConsoleHub } from './support/browser.js';
import { addDemoAccounts, openSignedIn, PASSWORD } from './support/console-accounts.js';

needsBrowser('accounts and keys in the console', () => {
  let console: ConsoleHub;
  beforeAll(async () => {
    console = await startConsole();
    await addDemoAccounts(console.hub.em);
  });
  afterAll(() => console.close());

  function openAs(who: string, to: string): Promise<Page> {
    return openSignedIn(console, who, to, { language: 'en' });
  }

  /** What the sign-in says to somebody. */
  async function signInAnswer(email: string, password: string): Promise<string[]> {
    const { sessionStart } = await console.hub.data(
      `mutation ($input: SessionStartInput!) {
        sessionStart(input: $input) { accessToken userErrors { code } }
      }`,
      { input: { email, password } },
    );
    return sessionStart.userErrors.map(({ code }: { code: string }) => code);
  }

  /** Types a part of a name, and chooses what the hub finds. */
  async function choose(form: Locator, label: string, typed: string, name: string | RegExp) {
    await form.getByRole('combobox', { name: label }).fill(typed);
    await form.page().getByRole('option', { name }).click();
  }

  /** The first row of a table, once there is one. */
  async function firstRow(table: Locator): Promise<string[]> {
    await table.locator('tbody tr').first().waitFor();
    return table.locator('tbody tr').first().locator('th, td').allTextContents();
  }

  test('an operator adds a teacher, ends the duty, and shuts the account out', async () => {
    const page = await openAs('operator', '/operations?tab=accounts');
    const form = page.getByRole('form', { name: 'Add an account' });
    await form.getByLabel('Name').fill('Trần Thị Hoa');
    await form.getByLabel('First sign-in').selectOption('password');
    await form.getByLabel('E-mail').fill('hoa at demo');
    await form.getByLabel('First password').fill('too short');
    await choose(form, 'Institution', 'DN-THPT-01', /DN-THPT-01/);
    await form.getByRole('button', { name: 'Add an account' }).click();
    // What is wrong stands beside its field, and what was typed is still there.
    const told = async (label: string) => {
      const id = await form.getByLabel(label).getAttribute('aria-describedby');
      return page.locator(`[id="${id}"]`).textContent();
    };
    await form.getByRole('alert').waitFor();
    expect(await told('E-mail')).toMatch(
      /^E-mail \(empty if there is none\): is no e-mail address/,
    );
    expect(await told('First password')).toBe(
      'First password (12+ characters): needs 12 to 128 characters.',
    );
    await form.getByLabel('E-mail').fill('hoa@demo.example');
    await form.getByLabel('First password').fill(PASSWORD);
    // The session ends meanwhile: nothing typed is lost by signing in again.
    await page.context().clearCookies();
    await console.hub.em.fork().execute('delete from account_session');
    await form.getByRole('button', { name: 'Add an account' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.locator('input[name=email]').fill('operator@demo.example');
    await dialog.locator('input[name=password]').fill(PASSWORD);
    await dialog.locator('button[type=submit]').click();
    await dialog.waitFor({ state: 'detached' });
    expect(await form.getByLabel('Name').inputValue()).toBe('Trần Thị Hoa');
    await form.getByRole('button', { name: 'Add an account' }).click();

    await page.getByRole('heading', { level: 2, name: 'Trần Thị Hoa' }).waitFor();
    const present = page.getByRole('group', { name: 'Duties of today' });
    expect(await firstRow(present)).toEqual([
      'School administrator',
      expect.stringContaining('THPT'),
      '25 Nov 2026',
      'No end',
      'End now',
    ]);
    expect(await signInAnswer('hoa@demo.example', PASSWORD)).toEqual([]);
    expect(new URL(page.url()).searchParams.get('account')).not.toBeNull();

    // A duty to come is another, and is taken away as if it had never been.
    await page.locator('summary', { hasText: 'Give another duty' }).click();
    const more = page.getByRole('form', { name: 'Give another duty' });
    await more.getByLabel('Role').selectOption('REVIEWER');
    await choose(more, 'Unit', 'bac gia nghia', /Bắc Gia Nghĩa/);
    await more.getByLabel('Primary school').check();
    await more.getByLabel('From').fill('2027-01-01');
    await more.getByRole('button', { name: 'Give the duty' }).click();
    const coming = page.getByRole('group', { name: 'Duties to come' });
    expect(await firstRow(coming)).toEqual([
      'ReviewerPrimary school',
      'Phường Bắc Gia Nghĩa',
      '1 Jan 2027',
      'No end',
      'Take away',
    ]);
    await coming.getByRole('button', { name: /^Take away/ }).click();
    await page.getByRole('button', { name: 'Confirm: Take away' }).click();
    await coming.waitFor({ state: 'detached' });

    // What held today is over from now on, and stays on record where it held before.
    const end = present.getByRole('button', { name: /^End now/ });
    await end.click();
    await page.getByRole('button', { name: 'Cancel' }).click();
    await end.and(page.locator(':focus')).waitFor();
    await end.click();
    await page.getByRole('button', { name: 'Confirm: End now' }).click();
    await page.getByText('The account has no duty today.').waitFor();

    await page.getByRole('button', { name: /^Disable the account/ }).click();
    await page.getByRole('button', { name: 'Confirm: Disable the account' }).click();
    await page.getByRole('button', { name: /^Enable the account/ }).waitFor();
    expect(await signInAnswer('hoa@demo.example', PASSWORD)).toEqual(['WRONG_CREDENTIALS']);

    // Found again by the server, by its state.
    await page.getByLabel('Search by name').fill('tran thi hoa');
    await page.getByLabel('State').selectOption('DISABLED');
    await page.getByText('In all: 1').waitFor();
    expect(await page.locator('tbody th a').first().textContent()).toBe('Trần Thị Hoa');
  });

  test('a key is made whose secret reads, renewed, and refused once it is revoked', async () => {
    const page = await openAs('operator', '/operations?tab=keys');
    const form = page.getByRole('form', { name: 'Make a key' });
    await form.getByRole('button', { name: 'Make a key' }).click();
    await form.getByRole('alert').waitFor();
    await form.getByLabel('Whose it is').fill('A dashboard of the department');
    await form.getByRole('button', { name: 'Make a key' }).click();
    const shown = page.getByRole('alert').filter({ hasText: 'it is shown this once' });
    const first = (await shown.locator('pre').textContent())!;
    // Whoever cannot see it hears of it, and not of the key that opens below.
    await page.getByRole('heading', { level: 2, name: 'A dashboard' }).waitFor();
    await page.locator('[role=alert]:focus').waitFor();
    expect(first).toMatch(/^edh_/);
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await shown.getByRole('button', { name: 'Copy the secret' }).click();
    await shown.getByText('Copied.').waitFor();
    expect(await page.evaluate<string>('navigator.clipboard.readText()')).toBe(first);
    await shown.getByRole('button', { name: 'I have kept it' }).click();
    await page.getByRole('heading', { name: 'API keys' }).and(page.locator(':focus')).waitFor();
    expect(await shown.count()).toBe(0);

    /** What the hub answers to somebody with this secret. */
    const statusWith = async (secret: string) =>
      (
        await fetch(`${console.address}/graphql`, {
          method: 'POST',
          headers: { 'content-type': 'application/json', 'x-api-key': secret },
          body: JSON.stringify({ query: '{ frameworks { id } }' }),
        })
      ).status;
    expect(await statusWith(first)).toBe(200);

    await page.locator('summary', { hasText: 'Renew the secret' }).click();
    const renew = page.getByRole('form', { name: 'Renew the secret' });
    await renew.getByLabel('The old secret').selectOption('No time: it ends at once');
    await renew.getByRole('button', { name: 'Renew the secret' }).click();
    const second = (await shown.locator('pre').textContent())!;
    expect(await statusWith(first)).toBe(401);
    expect(await statusWith(second)).toBe(200);

    await page.getByRole('button', { name: /^Revoke the key/ }).click();
    await page.getByRole('button', { name: 'Confirm: Revoke the key' }).click();
    await page
      .getByRole('status')
      .filter({ hasText: /^Revoked on/ })
      .waitFor();
    expect(await statusWith(second)).toBe(401);
  });

  test('a webhook is added, with its secret once, disabled and taken up again', async () => {
    const page = await openAs('operator', '/operations?tab=webhooks');
    const form = page.getByRole('form', { name: 'Add a webhook' });
    await form.getByLabel('Whose it is').fill('The portal of the province');
    await form.getByLabel('Address').fill('portal.example/changes');
    await form.getByRole('button', { name: 'Add a webhook' }).click();
    await form.getByRole('alert').waitFor();
    await form.getByLabel('Address').fill('https://portal.example/changes');
    await form.getByRole('button', { name: 'Add a webhook' }).click();
    const shown = page.getByRole('alert').filter({ hasText: 'it is shown this once' });
    expect(await shown.locator('pre').textContent()).toMatch(/^whsec_/);
    await shown.getByRole('button', { name: 'I have kept it' }).click();
    const table = page.getByRole('group', { name: 'Webhooks' });
    const state = async () => (await firstRow(table))[2];
    expect(await firstRow(table)).toEqual([
      'https://portal.example/changes',
      'The portal of the province',
      'Sending',
      'None yet',
      'DisableRenew the secret',
    ]);
    await table.getByRole('button', { name: /^Disable/ }).click();
    await page.getByRole('button', { name: 'Confirm: Disable' }).click();
    await table.getByRole('button', { name: /^Take up again/ }).waitFor();
    expect(await state()).toMatch(/^Disabled by an operator on /);
    await table.getByRole('button', { name: /^Take up again/ }).click();
    await table.getByRole('button', { name: /^Disable/ }).waitFor();
    expect(await state()).toBe('Sending');
  });

  test('the trail says what an operator did, and its question is in the address', async () => {
    const page = await openAs('operator', '/operations?tab=audit');
    const filters = page.locator('main form');
    await choose(filters, 'Account', 'van hanh', /operator@demo.example/);
    const show = filters.getByRole('button', { name: 'Show' });
    await show.click();
    await page.waitForURL((url) => url.searchParams.has('account'));
    await show.and(page.locator(':focus')).waitFor();
    await page.reload();
    // What the address has chosen is called by its name again.
    const account = filters.getByRole('combobox', { name: 'Account' });
    await until(async () => (await account.inputValue()) !== '');
    expect(await account.inputValue()).toBe('Người vận hành (minh hoạ) (operator@demo.example)');
    expect(await filters.getByRole('combobox').count()).toBe(2);
    await filters.getByLabel('Action').selectOption('Added an account');
    await show.click();
    await page.waitForURL((url) => url.searchParams.get('action') === 'accountCreate');
    await until(async () => (await page.locator('tbody tr').count()) > 0);
    for (const told of await page.locator('tbody tr td:nth-child(2)').allTextContents())
      expect(told).toMatch(/ added an account$/);
  });

  test('what is for operators is not offered to a planner, and a school learns what to do', async () => {
    const planner = await openAs('planner', '/operations?tab=keys');
    await planner.getByText('This part is for operators.').waitFor();
    expect(await planner.getByRole('tab').allTextContents()).toEqual([
      'Reporting rounds',
      'Criteria',
      'Plans and targets',
      'Imports',
      'Accounts',
      'Audit trail',
    ]);
    const school = await openAs('school', '/operations');
    await school.getByText('This page is for planners and operators').waitFor();
    expect(await school.getByRole('tab').count()).toBe(0);
  });
});
