import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { writeXlsx } from 'hucre';
import type { Page } from 'playwright-core';
import decodeQR from 'qr/decode.js';
import {
  needsBrowser,
  problemsOf,
  sidewaysOf,
  PHONE,
  startConsole,
  type ConsoleHub,
} from './support/browser.js';
import { addDemoAccounts, openSignedIn } from './support/console-accounts.js';
import { MAIL_PLACE } from './support/mail-server.js';

const ACCOUNTS = '/operations?tab=accounts';

needsBrowser(
  'accounts by the hundred in the console of a hub that takes only known documents',
  () => {
    let console: ConsoleHub;
    beforeAll(async () => {
      console = await startConsole({ trustedOnly: true, mail: MAIL_PLACE, now: () => new Date() });
      await addDemoAccounts(console.hub.em);
    });
    afterAll(() => console.close());

    async function workbook(...rows: (string | null)[][]): Promise<Buffer> {
      const header = ['name', 'role', 'email', 'institution_code'];
      const sheets = [{ name: 'accounts', rows: [header, ...rows] }];
      return Buffer.from(await writeXlsx({ sheets }));
    }

    const choose = (page: Page, buffer: Buffer, name = 'tài khoản.xlsx') =>
      page
        .locator('input[type=file]')
        .setInputFiles({ name, mimeType: 'application/octet-stream', buffer });

    /** What a phone reads in a QR code. */
    async function readIn(page: Page, selector: string): Promise<string> {
      const png = (await page.locator(selector).screenshot()).toString('base64');
      const blank = await page.context().newPage();
      const image = await blank.evaluate<{ width: number; height: number; data: number[] }>(`
      (async () => {
        const picture = new Image();
        picture.src = 'data:image/png;base64,${png}';
        await picture.decode();
        const { width, height } = picture;
        const painter = new OffscreenCanvas(width, height).getContext('2d');
        painter.drawImage(picture, 0, 0);
        return { width, height, data: [...painter.getImageData(0, 0, width, height).data] };
      })()`);
      await blank.close();
      return decodeQR({ ...image, data: new Uint8Array(image.data) });
    }

    test('300 accounts come from a workbook with invitations by mail, in seven clicks from the menu', async () => {
      const page = await openSignedIn(console, 'operator', '/');
      let clicks = 0;
      const click = async (role: 'link' | 'tab' | 'button', name: string | RegExp) => {
        await page.getByRole(role, { name }).click();
        clicks += 1;
      };
      await click('link', 'Điều hành');
      await click('tab', 'Tài khoản');
      const rows = Array.from({ length: 300 }, (_, index) => [
        `Người thứ ${index}`,
        'SCHOOL_ADMIN',
        `nguoi${index}@truong.edu.vn`,
        'DN-THPT-01',
      ]);
      const chooser = page.waitForEvent('filechooser');
      await click('button', 'Chọn tệp tài khoản');
      const file = { name: 'a.xlsx', mimeType: 'application/octet-stream' };
      // In the dialog of the browser, a file is a click and “Open” another.
      await (await chooser).setFiles({ ...file, buffer: await workbook(...rows) });
      clicks += 2;
      await page.getByText('Mới: 300. Thay đổi: 0. Không đổi: 0.').waitFor();
      expect(await problemsOf(page)).toEqual([]);
      await page.getByLabel('Mời những người mới').selectOption('MAIL');
      clicks += 1;
      await click('button', 'Ghi các tài khoản');
      await page.getByText('Đang gửi 300 thư mời qua thư điện tử.').waitFor();
      expect(clicks).toBe(7);
      expect(
        await console.hub.em
          .fork()
          .execute(`select count(*)::int as mails from mail_message where kind = 'INVITED'`),
      ).toEqual([{ mails: 300 }]);

      await choose(page, await workbook(...rows));
      await page.getByText(/Mọi tài khoản trong tệp đã có như vậy/).waitFor();
      await page.context().close();
    });

    test('what is wrong is told at its row and column, before anything is written', async () => {
      const page = await openSignedIn(console, 'operator', ACCOUNTS);
      await choose(
        page,
        await workbook(
          ['Cô Lan', 'SCHOOL_ADMIN', 'lan@truong.edu.vn', 'DN-THPT-99'],
          ['Cô Mai', 'SCHOOL_ADMIN', 'lan@truong.edu.vn', 'DN-THPT-01'],
        ),
      );
      await page.getByRole('heading', { name: '“tài khoản.xlsx” chưa nhập được' }).waitFor();
      const problems = page.getByRole('group', { name: 'Lỗi theo dòng' });
      expect(await problems.locator('tbody tr').allTextContents()).toEqual([
        expect.stringMatching(/^Dòng 2 institution_code“DN-THPT-99” không phải là mã/),
      ]);
      await page.context().close();
    });

    test('three schools without an account get letters: three pages of A4, whose QR codes open the invitation', async () => {
      const page = await openSignedIn(console, 'operator', '/institutions');
      await page.getByLabel('Tài khoản', { exact: true }).selectOption('no');
      await page
        .getByRole('link', { name: 'Tạo tài khoản và thư mời cho các trường chưa có' })
        .click();
      const list = page.getByRole('group', { name: 'Trường chưa có tài khoản' });
      const schools = list.getByRole('checkbox');
      for (const at of [0, 1, 2]) await schools.nth(at).check();
      expect(await problemsOf(page)).toEqual([]);
      await page.getByRole('button', { name: 'Xem trước tài khoản của 3 trường' }).click();
      await page.getByText('Mới: 3. Thay đổi: 0. Không đổi: 0.').waitFor();
      await page.getByRole('button', { name: 'Ghi các tài khoản' }).click();
      const offer = page.getByRole('alert').filter({ hasText: '3 thư mời để in' });
      await offer.waitFor();
      expect(await problemsOf(page)).toEqual([]);

      const pdf = await page.pdf({ preferCSSPageSize: true });
      expect(pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)).toHaveLength(3);
      // A4 in points.
      expect(new Set(pdf.toString('latin1').match(/\/MediaBox \[[^\]]*\]/g))).toEqual(
        new Set(['/MediaBox [0 0 594.95996 841.91998]']),
      );

      await page.emulateMedia({ media: 'print' });
      const letters = page.locator('.letter');
      expect(await letters.count()).toBe(3);
      const code = (await letters.nth(1).locator('.code').textContent())!;
      const link = await readIn(page, '.letter:nth-of-type(2) svg');
      expect(link).toBe(`${console.address}/invitation#${code}`);
      const guest = await console.open('/');
      await guest.goto(link);
      await guest.getByRole('heading', { level: 1, name: 'Nhận lời mời' }).waitFor();
      expect(await guest.locator('input[name=code]').inputValue()).toBe(code);

      // Put away, the codes are nowhere; printed again, they are others.
      await page.emulateMedia({ media: 'screen' });
      await offer.getByRole('button', { name: 'Đã in, ẩn các mã' }).click();
      expect(await letters.count()).toBe(0);
      await page.goto(`${console.address}${ACCOUNTS}&state=INVITED&search=THPT`);
      await page.getByRole('button', { name: /^In thư mời cho \d+ người$/ }).click();
      await page
        .getByRole('dialog')
        .getByRole('button', { name: /In thư mời/ })
        .click();
      await page.getByRole('alert').filter({ hasText: 'thư mời để in' }).waitFor();
      await page.emulateMedia({ media: 'print' });
      expect(await letters.locator('.code').allTextContents()).not.toContain(code);
      await page.context().close();
    });

    test('a planner keeps the accounts of schools, on a phone too, and is offered no other role', async () => {
      const page = await openSignedIn(console, 'planner', ACCOUNTS, { viewport: PHONE });
      const form = page.getByRole('form', { name: 'Thêm tài khoản' });
      await form.getByLabel('Vai trò').waitFor();
      expect(await form.getByLabel('Vai trò').locator('option').allTextContents()).toEqual([
        'Quản trị trường',
      ]);
      await page.locator('tbody tr').first().waitFor();
      const seen = await page.getByRole('group', { name: 'Tài khoản' }).textContent();
      expect(seen).not.toContain('operator@demo.example');
      expect(await sidewaysOf(page)).toBeLessThanOrEqual(0);
      expect(await problemsOf(page)).toEqual([]);
      await choose(page, await workbook(['Cô Tư', 'REVIEWER', 'tu@truong.edu.vn', null]));
      await page
        .getByText(/Vai trò REVIEWER cần đơn vị hành chính|chỉ giao vai trò quản trị trường/)
        .first()
        .waitFor();
      await page.context().close();
    });
  },
);
