import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { pino } from 'pino';
import { startMail } from '../src/mail/mail-loop.service.js';
import {
  ownMenu,
  beyondKeyboard,
  needsBrowser,
  PHONE,
  problemsOf,
  sidewaysOf,
  startConsole,
  type ConsoleHub,
} from './support/browser.js';
import { addDemoAccounts, openSignedIn } from './support/console-accounts.js';
import { TOKEN_SECRET } from './support/hub.js';
import { MAIL_PLACE, bodyOf, mailServer, type MailServerOfTest } from './support/mail-server.js';

const OWN = 'mật khẩu chỉ một người biết';

needsBrowser('invitations in the console of a hub that takes only known documents', () => {
  let console: ConsoleHub;
  let mail: MailServerOfTest;
  let stopMail: () => Promise<void>;
  beforeAll(async () => {
    // Mail is sent by the clock of the database, so that the hub's is the same.
    console = await startConsole({ trustedOnly: true, mail: MAIL_PLACE, now: () => new Date() });
    await addDemoAccounts(console.hub.em);
    mail = await mailServer();
    const settings = {
      url: mail.url,
      from: { name: 'Sở Giáo dục', address: 'hub@so.example.edu.vn' },
      publicUrl: console.address,
    };
    stopMail = startMail(console.hub.orm, pino({ level: 'silent' }), settings, {
      ...{ secret: TOKEN_SECRET, every: 50 },
    });
  });
  afterAll(async () => {
    await stopMail();
    await mail.close();
    await console.close();
  });

  /** The link in the mail to an address, once it has come. */
  async function linkTo(address: string): Promise<string> {
    for (;;) {
      const found = mail.taken.find(({ to }) => to === address);
      if (found) return /http:\/\/\S+#\S+/.exec(bodyOf(found, 'plain'))![0];
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }

  async function choosePassword(page: Page, password: string, again = password): Promise<void> {
    await page.locator('input[name=password]').fill(password);
    await page.locator('input[name=again]').fill(again);
    await page.locator('main button[type=submit]').click();
  }

  async function addForm(page: Page) {
    // The list comes first, and moves the form.
    await page.locator('tbody tr').first().waitFor();
    const form = page.getByRole('form', { name: 'Thêm tài khoản' });
    await form.getByRole('combobox', { name: 'Cơ sở giáo dục' }).fill('DN-THPT-01');
    await page.getByRole('option', { name: /DN-THPT-01/ }).click();
    return form;
  }

  test('a school is invited by mail, sets its password and is signed in; the link works once', async () => {
    const page = await openSignedIn(console, 'operator', '/operations?tab=accounts');
    let form = page.getByRole('form', { name: 'Thêm tài khoản' });
    await form.getByLabel('Vai trò').selectOption('SCHOOL_ADMIN');
    form = await addForm(page);
    await form.getByLabel('Họ và tên').fill('Trần Thị Hoa');
    await form.getByLabel('Thư điện tử').fill('hoa@truong.edu.vn');
    await form.getByRole('button', { name: 'Thêm tài khoản' }).click();
    await page.getByText('Thư mời đang được gửi.').waitFor();
    await page
      .getByText(/Đã mời, chưa đặt mật khẩu; lời mời dùng được đến/)
      .first()
      .waitFor();
    expect(await problemsOf(page)).toEqual([]);

    const link = await linkTo('hoa@truong.edu.vn');
    const guest = await console.open('/');
    await guest.goto(link);
    await guest.getByRole('heading', { level: 1, name: 'Nhận lời mời' }).waitFor();
    expect(await guest.locator('input[name=code]').inputValue()).toBe(link.split('#')[1]);
    // The code is left in no address and no history.
    expect(guest.url()).toBe(`${console.address}/invitation`);
    expect(await problemsOf(guest)).toEqual([]);
    expect(await beyondKeyboard(guest)).toEqual([]);
    await choosePassword(guest, OWN, 'một mật khẩu khác hẳn');
    await guest.getByRole('alert').getByText('Hai lần nhập mật khẩu không giống nhau.').waitFor();
    await choosePassword(guest, OWN);
    await guest.waitForURL((url) => url.pathname === '/home');
    await guest.getByRole('banner').getByText('Trần Thị Hoa').waitFor();

    const again = await console.open('/');
    await again.goto(link);
    await choosePassword(again, OWN);
    await again.getByRole('alert').getByText('Mã này đã được dùng để đặt mật khẩu.').waitFor();
  });

  test('a school without an e-mail gets a code, typed on a phone, and signs in by its own code', async () => {
    const page = await openSignedIn(console, 'operator', '/operations?tab=accounts');
    const form = await addForm(page);
    await form.getByLabel('Họ và tên').fill('Thầy Nam');
    await form.getByLabel('Tên đăng nhập').fill('DN-THPT-01');
    await form.getByRole('button', { name: 'Thêm tài khoản' }).click();
    const shown = page.getByRole('alert').filter({ hasText: 'Mã mời của Thầy Nam' });
    const code = (await shown.locator('pre').textContent())!;
    await shown.getByText('Tên đăng nhập: dn-thpt-01').waitFor();
    expect(await problemsOf(page)).toEqual([]);
    // Printed, it is the letter that a file makes: a page of A4 with the code.
    await shown.getByRole('button', { name: 'In thư mời' }).waitFor();
    const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
    expect(pdf.match(/\/MediaBox \[[^\]]*\]/g)).toEqual(['/MediaBox [0 0 594.95996 841.91998]']);
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('.letter .code').allTextContents()).toEqual([code]);
    await page.emulateMedia({ media: 'screen' });
    await shown.getByRole('button', { name: 'Đã chép, ẩn mã' }).click();
    await shown.waitFor({ state: 'detached' });

    const phone = await console.open('/sign-in', { viewport: PHONE });
    await phone.getByRole('link', { name: 'Tôi có mã mời' }).click();
    expect(await sidewaysOf(phone)).toBeLessThanOrEqual(0);
    await phone.locator('input[name=code]').fill('0000-1111');
    await choosePassword(phone, OWN);
    await phone.getByRole('alert').getByText('Không có mã này.').waitFor();
    await phone.locator('input[name=code]').fill(code.toLowerCase().replaceAll('-', ' '));
    await phone.locator('main button[type=submit]').click();
    await phone.waitForURL((url) => url.pathname === '/home');

    const desk = await console.open('/sign-in');
    await desk.locator('input[name=email]').fill('DN-THPT-01');
    await desk.locator('input[name=password]').fill(OWN);
    await desk.locator('main button[type=submit]').click();
    await desk.waitForURL((url) => url.pathname === '/home');
    await (await ownMenu(desk)).filter({ hasText: 'Đổi mật khẩu' }).waitFor();
  });

  test('who forgot the password gets a link by mail, and whether there is an account is told to nobody', async () => {
    const page = await console.open('/sign-in');
    const ask = async (email: string) => {
      await page.goto(`${console.address}/sign-in`);
      await page.getByRole('link', { name: 'Quên mật khẩu' }).click();
      await page.getByRole('heading', { level: 1, name: 'Quên mật khẩu' }).waitFor();
      await page.locator('input[name=email]').fill(email);
      await page.getByRole('button', { name: 'Gửi thư' }).click();
    };
    await ask('khong-co');
    await page
      .getByRole('alert')
      .getByText(/không phải là địa chỉ thư điện tử/)
      .waitFor();
    expect(await problemsOf(page)).toEqual([]);
    for (const email of ['khong-co@truong.edu.vn', 'reviewer@demo.example']) {
      await ask(email);
      await page.getByText('Nếu có tài khoản với thư điện tử này, thư đã được gửi.').waitFor();
    }

    await page.goto(await linkTo('reviewer@demo.example'));
    await page.getByRole('heading', { level: 1, name: 'Đặt mật khẩu mới' }).waitFor();
    expect(await beyondKeyboard(page)).toEqual([]);
    await choosePassword(page, OWN);
    await page.waitForURL((url) => url.pathname === '/home');
    expect(mail.taken.map(({ to }) => to)).not.toContain('khong-co@truong.edu.vn');
  });
});
