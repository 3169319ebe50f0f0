import { cp, mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { signOut, needsBrowser, startConsole, until, type ConsoleHub } from './support/browser.js';
import { addDemoAccounts, openSignedIn } from './support/console-accounts.js';
import { comment, commentOf, openReport } from './support/console-report.js';

const BUILT = new URL('../dist/web', import.meta.url).pathname;

needsBrowser('the console without a network', () => {
  let console: ConsoleHub;
  /** A copy of the build, so that another one can take its place. */
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'console-'));
    await cp(BUILT, folder, { recursive: true });
    console = await startConsole({ consoleFolder: folder });
    await addDemoAccounts(console.hub.em);
  });
  afterAll(async () => {
    await console.close();
    await rm(folder, { recursive: true });
  });

  const keepsConsole = true;

  /** Waits until the whole console is kept in this browser, and its worker answers for the page. */
  async function isKept(page: Page): Promise<void> {
    await page.evaluate('navigator.serviceWorker.ready.then(() => undefined)');
    await page.waitForFunction('navigator.serviceWorker.controller?.state === "activated"');
  }

  const offline = (page: Page, is: boolean) => page.context().setOffline(is);

  /** The open round of the school, in a browser that keeps the console. */
  async function openKept(): Promise<Page> {
    const page = await openReport(console, { keepsConsole });
    await isKept(page);
    return page;
  }

  /** The hub answers everything with that it is busy, until the page has no route to it any more. */
  const busy = (page: Page) =>
    page.route('**/graphql', (route) =>
      route.fulfill({
        status: 503,
        json: { errors: [{ message: 'Hệ thống đang bận.', extensions: { code: 'BUSY' } }] },
      }),
    );

  /** How many sessions of somebody are open at the hub. */
  async function sessionsOf(who: string): Promise<number> {
    const open = await console.hub.em.fork().execute(
      `select 1 from account_session join account on account.id = account_id
       where email = ? and ended_at is null and used_at is null`,
      [`${who}@demo.example`],
    );
    return open.length;
  }

  test('shows its frame and says why there is no more, and shows the rest when the network is back', async () => {
    const page = await console.open('/', { keepsConsole });
    await isKept(page);
    await offline(page, true);
    await page.reload();
    await page.getByRole('navigation', { name: 'Trình đơn' }).waitFor();
    await page.getByText('Không có kết nối mạng').first().waitFor();
    // A page that was not opened before is there as well.
    await page.getByRole('link', { name: 'Cơ sở giáo dục' }).click();
    await page.getByText('Không kết nối được với máy chủ.').first().waitFor();
    await page.getByRole('link', { name: 'Tổng quan' }).click();
    await page.getByText('Không có kết nối mạng').first().waitFor();
    await offline(page, false);
    await page.locator('tbody strong').first().waitFor();
    expect(await page.getByRole('alert').count()).toBe(0);
  });

  test('says so in English, at an address below, and is no page where the hub answers programs', async () => {
    const page = await console.open('/', { keepsConsole, language: 'en' });
    await isKept(page);
    await offline(page, true);
    await page.goto(`${console.address}/institutions`);
    await page.getByText('The hub cannot be reached.').first().waitFor();
    await page.goto(`${console.address}/?basis=AS_REPORTED`);
    await page.getByText('There is no network').first().waitFor();
    await expect(page.goto(`${console.address}/exports/`)).rejects.toThrow(
      'ERR_INTERNET_DISCONNECTED',
    );
  });

  test('keeps what a school types, over a reload without a network, and saves it by itself', async () => {
    const page = await openKept();
    await offline(page, true);
    await comment(page, 'G1').fill('Gõ khi mất mạng');
    await page.getByText('đang chờ kết nối').waitFor();
    await page.reload();
    await page.getByText('Đây là phiếu như khi tải lần cuối').waitFor();
    expect(await comment(page, 'G1').inputValue()).toBe('Gõ khi mất mạng');
    // The school goes on, as if nothing had happened.
    await comment(page, 'G2').fill('Gõ sau khi tải lại');
    await page.getByText('đang chờ kết nối').waitFor();
    expect(await page.getByText('Đã xảy ra lỗi').count()).toBe(0);
    await offline(page, false);
    await page.getByText('Đã lưu', { exact: true }).waitFor();
    await page.getByText('Đây là phiếu như khi tải lần cuối').waitFor({ state: 'detached' });
    expect(await comment(page, 'G1').inputValue()).toBe('Gõ khi mất mạng');
    expect(await commentOf(console, 'G1')).toBe('Gõ khi mất mạng');
    expect(await commentOf(console, 'G2')).toBe('Gõ sau khi tải lại');
  });

  test('names the questions that wait where the form itself is not kept', async () => {
    const page = await openKept();
    await offline(page, true);
    await comment(page, 'G1').fill('Gõ trên máy đầy');
    await page.getByText('đang chờ kết nối').waitFor();
    await page.evaluate("localStorage.removeItem('hub.own.form')");
    await page.reload();
    await page.getByText('Không có kết nối mạng').first().waitFor();
    await page.getByText('Trên máy này còn giữ những câu chưa lưu: G1.').waitFor();
    expect(await page.locator('#criterion-G1').count()).toBe(0);
    await offline(page, false);
    await page.getByText('Đã lưu', { exact: true }).waitFor();
    expect(await commentOf(console, 'G1')).toBe('Gõ trên máy đầy');
  });

  test('shows the next person at the computer no form of the last one', async () => {
    const page = await openKept();
    const form = () => page.evaluate<string | null>("localStorage.getItem('hub.own.form')");
    await until(async () => (await form()) !== null);
    await signOut(page);
    await page.getByRole('link', { name: 'Đăng nhập' }).first().waitFor();
    expect(await form()).toBeNull();
  });

  test('keeps files of the build only, and nothing of anybody', async () => {
    const page = await openKept();
    const kept = await page.evaluate<string[]>(`(async () => {
      const addresses = [];
      for (const name of await caches.keys())
        for (const { url } of await (await caches.open(name)).keys()) addresses.push(new URL(url).pathname);
      return addresses;
    })()`);
    const built = (await readdir(join(folder, 'assets'))).filter((file) =>
      /\.(js|css)$/.test(file),
    );
    expect(kept.toSorted()).toEqual(
      [...built.map((file) => `assets/${file}`), 'icon.svg', 'index.html']
        .map((file) => `/console/${file}`)
        .toSorted(),
    );
  });

  test('lets whoever signs out without a network be signed out when it is back', async () => {
    const page = await openKept();
    await offline(page, true);
    await comment(page, 'G2').fill('Gõ trước khi đăng xuất');
    await page.getByText('đang chờ kết nối').waitFor();
    const before = await sessionsOf('school');
    await page.reload();
    await page.locator('#criterion-G2').waitFor();
    await page.getByRole('button', { name: 'Đăng xuất' }).click();
    await page.getByText('Hãy đăng nhập để xem trang này.').waitFor();
    // Nobody sees whose report it was, nor what was typed, also after a reload.
    await page.reload();
    await page.getByText('Hãy đăng nhập để xem trang này.').waitFor();
    expect(await page.locator('#criterion-G2').count()).toBe(0);
    expect(await page.getByText('Trên máy này còn giữ').count()).toBe(0);
    await offline(page, false);
    await until(async () => (await sessionsOf('school')) === before - 1);
    await page.reload();
    await page.getByRole('link', { name: 'Đăng nhập' }).first().waitFor();
  });

  test('takes nobody for signed out because the hub is busy, and comes back by itself', async () => {
    const page = await openSignedIn(console, 'operator', '/operations?tab=accounts');
    await page.locator('form').first().waitFor({ state: 'attached' });
    await busy(page);
    await page.reload();
    await page.getByRole('button', { name: 'Đăng xuất' }).waitFor();
    await page.unroute('**/graphql');
    await page.locator('form').first().waitFor({ state: 'attached' });
    expect(await page.getByRole('alert').count()).toBe(0);
  });

  test('leaves no session open because the hub was busy at the sign-out', async () => {
    const page = await openSignedIn(console, 'reviewer', '/review');
    await until(async () => (await sessionsOf('reviewer')) === 1);
    await busy(page);
    await signOut(page);
    await page.getByRole('link', { name: 'Đăng nhập' }).first().waitFor();
    expect(await sessionsOf('reviewer')).toBe(1);
    await page.unroute('**/graphql');
    await until(async () => (await sessionsOf('reviewer')) === 0);
  });

  test('takes a new build without breaking a tab of the old one, and forgets the old one after it', async () => {
    const old = await console.open('/', { keepsConsole });
    await isKept(old);
    const gone = (await readdir(join(folder, 'assets'))).filter((file) =>
      /^target\.page-/.test(file),
    );
    expect(gone.length).toBeGreaterThan(0);
    for (const file of gone) await rm(join(folder, 'assets', file));
    await rebuild((script) =>
      script
        .replace(/"version":"\w+"/, '"version":"next"')
        .replace(/"\/console\/assets\/target\.page-[^"]*",/g, ''),
    );
    const names = () => old.evaluate<string[]>('caches.keys()');
    const before = await names();
    await old.evaluate('navigator.serviceWorker.getRegistration().then((each) => each.update())');
    await old.waitForFunction(
      'navigator.serviceWorker.getRegistration().then((each) => each.waiting !== null)',
    );
    expect(await names()).toEqual([...before, 'console-next']);
    // The hub has this file no more.
    await old.getByRole('link', { name: 'Từ đây đến chỉ tiêu' }).click();
    await old.getByRole('heading', { name: 'Từ đây đến chỉ tiêu' }).waitFor();
    const context = old.context();
    await old.close();
    // Whoever looks is a tab too, of the old one if it came too early.
    await until(async () => {
      const next = await context.newPage();
      await next.goto(`${console.address}/robots.txt`);
      const left = await next.evaluate<string[]>('caches.keys()');
      await next.close();
      return left.join() === 'console-next';
    });
  });

  /** Puts another worker into the place of the present one. */
  async function rebuild(change: (script: string) => string): Promise<void> {
    const path = join(folder, 'worker.js');
    await writeFile(path, change(await readFile(path, 'utf8')));
    await rm(`${path}.br`);
    await rm(`${path}.gz`);
  }
});
