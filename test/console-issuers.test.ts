import { createServer, type Server } from 'node:http';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { exportJWK, generateKeyPair } from 'jose';
import Provider from 'oidc-provider';
import type { BrowserContext, Page } from 'playwright-core';
import type { SignInIssuer, SignInIssuers } from '../src/auth/sign-in-issuers.js';
import {
  signOut,
  ownMenu,
  beyondKeyboard,
  needsBrowser,
  problemsOf,
  startConsole,
  until,
  type ConsoleHub,
} from './support/browser.js';
import { addDemoAccounts, openSignedIn, PASSWORD } from './support/console-accounts.js';
import { issuerOf, issuersOf } from './support/fake-issuer.js';

/** Who the issuer knows, by what they type there. */
const PEOPLE: Record<string, object> = {
  binh: { name: 'Nguyễn Văn Bình', email: 'binh@so.edu.vn', email_verified: true },
  la: { name: 'Người Lạ', email: 'la@example.com', email_verified: true },
  planner: { name: 'Người lập kế hoạch' },
};

needsBrowser('the sign-in through an organisation, with a real issuer', () => {
  let console: ConsoleHub;
  let http: Server;
  let issuer: SignInIssuer;

  beforeAll(async () => {
    // It can be made once the hub listens, and the hub once it has an address.
    const running: { provider?: Provider } = {};
    http = createServer((request, response) => {
      void running.provider?.callback()(request, response);
    });
    await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve));
    const url = `http://127.0.0.1:${(http.address() as { port: number }).port}`;
    issuer = issuerOf(url, {
      name: 'Tài khoản Sở Giáo dục',
      contact: 'Phòng CNTT, 0263 3822 999',
      newcomers: [
        {
          ...{ emailDomain: 'so.edu.vn', claim: null },
          ...{ role: 'REVIEWER', unit: '68', unitKind: 'PROVINCE' },
        },
      ],
    });
    const signInIssuers = issuersOf([issuer]);
    // The issuer has the time of the machine.
    console = await startConsole({ now: () => new Date(), signInIssuers, trustedOnly: false });
    lead(signInIssuers, console.address);
    await addDemoAccounts(console.hub.em);
    running.provider = await providerOf(url, console.address, issuer);
  });
  afterAll(async () => {
    await console.close();
    http.closeAllConnections();
    await new Promise((resolve) => http.close(resolve));
  });

  /** The address of the hub is known once it listens. */
  function lead(issuers: SignInIssuers, address: string): void {
    Object.assign(issuers, { publicUrl: address });
  }

  const button = (page: Page) =>
    page.getByRole('button', { name: 'Đăng nhập bằng Tài khoản Sở Giáo dục' });

  /** Signs in on the pages of the issuer, and agrees that the hub learns who it is unless they have. */
  async function enterAtIssuer(page: Page, login: string, agreed = false): Promise<void> {
    await page.locator('input[name=login]').fill(login);
    await page.locator('input[name=password]').fill('anything');
    await page.locator('button[type=submit]').click();
    if (!agreed) await page.locator('button[type=submit]', { hasText: 'Continue' }).click();
  }

  const isAt = (page: Page, path: string) => page.waitForURL(`${console.address}${path}`);

  test('somebody new comes in by two clicks here, where they wanted to go, and out at both places', async () => {
    const page = await console.open('/sign-in?to=%2Fworkforce');
    await button(page).waitFor();
    expect(await problemsOf(page)).toEqual([]);
    expect(await beyondKeyboard(page)).toEqual([]);
    await button(page).click();
    await enterAtIssuer(page, 'binh');

    await isAt(page, '/workforce');
    await page.getByRole('banner').getByText('Nguyễn Văn Bình').waitFor();
    // Loading the page anew keeps the session, as one with a password.
    await page.reload();
    await page.getByRole('banner').getByText('Nguyễn Văn Bình').waitFor();
    const menu = page.getByRole('navigation').getByRole('link');
    expect(await menu.allTextContents()).toContain('Duyệt báo cáo');
    // There is no password here that they could change.
    const own = await ownMenu(page);
    expect(await own.allTextContents()).not.toContain('Đổi mật khẩu');
    await own.filter({ hasText: 'Tài khoản của tôi' }).click();
    await page.getByText(/Tài khoản Sở Giáo dục, liên kết từ/).waitFor();
    expect(await problemsOf(page)).toEqual([]);

    await signOut(page);
    await page.locator('button', { hasText: 'Yes, sign me out' }).click();
    await isAt(page, '/sign-in*');
    await button(page).click();
    // The issuer asks again who it is.
    await page.locator('input[name=login]').waitFor();
  });

  test('somebody whom no rule lets in reads whom to ask, on the page of the sign-in', async () => {
    const page = await console.open('/sign-in');
    await button(page).click();
    await enterAtIssuer(page, 'la');

    const alert = page.getByRole('alert');
    await alert.getByText('Hãy liên hệ Phòng CNTT, 0263 3822 999').waitFor();
    expect(await alert.textContent()).toContain('la@example.com');
    expect(await problemsOf(page)).toEqual([]);
    // The address holds no code any more, and the page can be used.
    expect(new URL(page.url()).search).toBe('');
    await page.locator('input[name=email]').fill('planner@demo.example');
    await page.locator('input[name=password]').fill(PASSWORD);
    await page.locator('main form button[type=submit]').click();
    await page.waitForURL((url) => url.pathname !== '/sign-in/return');
  });

  test('a code that somebody kept is good no more', async () => {
    const page = await console.open('/sign-in');
    let back = '';
    page.on('request', (request) => {
      if (request.url().includes('/sign-in/return?')) back = request.url();
    });
    await button(page).click();
    await enterAtIssuer(page, 'binh');
    await isAt(page, '/home');
    expect(new URL(back).searchParams.get('code')).toBeTruthy();

    await page.goto(back);

    await page.getByRole('alert').getByText('Hãy bấm nút đăng nhập lần nữa.').waitFor();
  });

  test('of two tabs the later one signs in, and the other says so', async () => {
    const page = await console.open('/sign-in');
    const context: BrowserContext = page.context();
    const other = await context.newPage();
    await other.goto(`${console.address}/sign-in`);
    await button(page).click();
    await page.locator('input[name=login]').waitFor();
    await button(other).click();
    await other.locator('input[name=login]').waitFor();

    await enterAtIssuer(page, 'binh');
    await page.getByRole('alert').getByText('ở thẻ khác của trình duyệt').waitFor();
    await enterAtIssuer(other, 'binh', true);
    await isAt(other, '/home');
  });

  test('whoever has a password links the two on their own page, and an operator ends it', async () => {
    const page = await openSignedIn(console, 'planner', '/account');
    await page.locator('summary', { hasText: 'Liên kết tài khoản' }).click();
    const form = page.getByRole('form', { name: 'Liên kết tài khoản' });
    await form.getByLabel('Mật khẩu hiện tại').fill('not my password');
    await form.locator('button[type=submit]').click();
    await page.getByRole('alert').getByText('Mật khẩu hiện tại không đúng.').waitFor();
    await form.getByLabel('Mật khẩu hiện tại').fill(PASSWORD);
    await form.locator('button[type=submit]').click();
    await enterAtIssuer(page, 'planner');
    await isAt(page, '/account');
    await page.getByText(/Tài khoản Sở Giáo dục, liên kết từ/).waitFor();
    expect(await problemsOf(page)).toEqual([]);

    const operator = await openSignedIn(console, 'operator', '/operations?tab=accounts');
    await operator
      .locator('tbody a', { hasText: /kế hoạch/ })
      .first()
      .click();
    await operator.getByRole('button', { name: /^Gỡ liên kết/ }).click();
    await operator
      .getByRole('dialog')
      .getByRole('button', { name: /Gỡ liên kết/ })
      .click();
    await until(async () => {
      const rows = await console.hub.em.execute<unknown[]>(
        `select from account_identity join account on account.id = account_id
          where email = 'planner@demo.example'`,
      );
      return rows.length === 0;
    });
  });

  test('while the issuer is away the page says so, and a password still works', async () => {
    const { port } = http.address() as { port: number };
    const page = await console.open('/sign-in');
    await button(page).waitFor();
    http.closeAllConnections();
    await new Promise((resolve) => http.close(resolve));
    // What it said of itself is kept for ten minutes: its own page is then what does not open.
    const fresh = await startConsole({
      sharing: console.hub.databaseUrl,
      now: () => new Date(),
      signInIssuers: issuersOf([issuer]),
    });
    const there = await fresh.open('/sign-in');
    await button(there).click();
    await there.getByRole('alert').getByText('Tài khoản Sở Giáo dục hiện không trả lời.').waitFor();
    await there.locator('input[name=email]').fill('operator@demo.example');
    await there.locator('input[name=password]').fill(PASSWORD);
    await there.locator('main form button[type=submit]').click();
    await there.waitForURL((url) => url.pathname !== '/sign-in');
    await fresh.close();
    await new Promise<void>((resolve) => http.listen(port, '127.0.0.1', resolve));
  });
});

/** A real issuer with one client, the hub, which asks for a login and takes any password. */
async function providerOf(
  url: string,
  hub: string,
  { clientId, clientSecret }: SignInIssuer,
): Promise<Provider> {
  const { privateKey } = await generateKeyPair('RS256', { extractable: true });
  return new Provider(url, {
    jwks: { keys: [{ ...(await exportJWK(privateKey)), alg: 'RS256', use: 'sig', kid: 'first' }] },
    clients: [
      {
        client_id: clientId,
        client_secret: clientSecret!,
        redirect_uris: [`${hub}/sign-in/return`],
        post_logout_redirect_uris: [`${hub}/sign-in`],
      },
    ],
    claims: { profile: ['name'], email: ['email', 'email_verified'] },
    cookies: { keys: ['a key for tests'] },
    findAccount: (_context, sub) => ({
      accountId: sub,
      claims: async () => ({ sub, ...PEOPLE[sub] }),
    }),
  });
}
