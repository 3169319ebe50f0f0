import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { needsBrowser, startConsole, until, type ConsoleHub } from './support/browser.js';
import { addDemoAccounts, PASSWORD } from './support/console-accounts.js';
import { comment, commentOf, openReport } from './support/console-report.js';

needsBrowser('a school’s report in the console', () => {
  let console: ConsoleHub;
  beforeAll(async () => {
    console = await startConsole();
    await addDemoAccounts(console.hub.em);
  });
  afterAll(() => console.close());

  test('is saved as it is typed, and says so', async () => {
    const page = await openReport(console, { language: 'en' });
    await comment(page, 'G1').fill('Plan of the year');
    await page
      .getByText('Not saved yet', { exact: true })
      .or(page.getByText('Saving…'))
      .first()
      .waitFor();
    await page.getByText('Saved', { exact: true }).waitFor();
    expect(await commentOf(console, 'G1')).toBe('Plan of the year');
  });

  test('loses nothing to a dropped connection and a reload', async () => {
    const page = await openReport(console);
    await page.context().setOffline(true);
    await comment(page, 'G1').fill('Gõ khi mất mạng');
    await page.getByText('đang chờ kết nối').waitFor();
    await page.context().setOffline(false);
    // Before it can be sent again, the page is loaded anew.
    await page.reload();
    await until(async () => (await commentOf(console, 'G1')) === 'Gõ khi mất mạng');
    expect(await comment(page, 'G1').inputValue()).toBe('Gõ khi mất mạng');
  });

  test('loses nothing when the session ends, and goes on after a new sign-in', async () => {
    const page = await openReport(console, { language: 'en' });
    await page.context().clearCookies();
    await console.hub.em.fork().execute('delete from account_session');
    await comment(page, 'G1').fill('Typed after the session had ended');
    const dialog = page.getByRole('dialog');
    await dialog.getByText('Your session has ended').waitFor();
    await dialog.locator('input[name=email]').fill('school@demo.example');
    await dialog.locator('input[name=password]').fill(PASSWORD);
    await dialog.locator('button[type=submit]').click();
    await until(
      async () => (await commentOf(console, 'G1')) === 'Typed after the session had ended',
    );
    expect(await comment(page, 'G1').inputValue()).toBe('Typed after the session had ended');
  });

  test('takes evidence that is chosen and that is dropped, and gives it back', async () => {
    const page = await openReport(console, { language: 'en' });
    const box = page.getByRole('group', { name: 'Evidence G1' });
    const chooser = page.waitForEvent('filechooser');
    await box.getByRole('button', { name: 'Choose a file' }).click();
    const pdf = Buffer.from('%PDF-1.4\n1 0 obj <<>> endobj\ntrailer <<>>\n%%EOF\n');
    await (await chooser).setFiles({ name: 'plan.pdf', mimeType: 'application/pdf', buffer: pdf });
    await box.getByRole('button', { name: 'plan.pdf', exact: true }).waitFor();
    const transfer = await page.evaluateHandle(`(() => {
      const data = new DataTransfer();
      data.items.add(new File([${JSON.stringify(pdf.toString())}], 'dropped.pdf', { type: 'application/pdf' }));
      return data;
    })()`);
    await box.locator('> div').dispatchEvent('drop', { dataTransfer: transfer });
    const dropped = box.getByRole('button', { name: 'dropped.pdf', exact: true });
    await dropped.waitFor();
    const arriving = page.waitForEvent('download');
    await dropped.click();
    expect((await arriving).suggestedFilename()).toBe('dropped.pdf');
    const remove = box.getByRole('button', { name: 'Remove dropped.pdf' });
    await page.context().setOffline(true);
    await remove.click();
    await box.getByRole('alert').getByText('The hub cannot be reached.').waitFor();
    await page.context().setOffline(false);
    await remove.click();
    await dropped.waitFor({ state: 'detached' });
  });

  test('says what it took from the last report, and takes a word for it', async () => {
    const page = await openReport(console, { language: 'en' });
    await page.getByText('nobody has looked at them yet').waitFor();
    const stillRight = page.getByRole('button', { name: 'D1 is still right' });
    await stillRight.click();
    await page.getByText('Saved', { exact: true }).waitFor();
    await stillRight.waitFor({ state: 'detached' });
    await page.reload();
    await page.getByRole('button', { name: 'D2 is still right' }).waitFor();
    expect(await stillRight.count()).toBe(0);
  });
});
