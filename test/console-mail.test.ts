import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { pino } from 'pino';
import { startMail } from '../src/mail/mail-loop.service.js';
import {
  needsBrowser,
  PHONE,
  problemsOf,
  sidewaysOf,
  startConsole,
  type ConsoleHub,
} from './support/browser.js';
import { addDemoAccounts, openSignedIn, PASSWORD } from './support/console-accounts.js';
import { TOKEN_SECRET } from './support/hub.js';
import { bodyOf, mailServer, type MailServerOfTest } from './support/mail-server.js';

const MAIL = {
  from: { name: 'Sở Giáo dục', address: 'hub@so.example.edu.vn' },
  publicUrl: 'https://hub.example.edu.vn',
};

/** A mail to the school of the demo that is in a state. */
const left = (of: ConsoleHub, state: string, answer: string | null = null) =>
  of.hub.em.fork().execute(
    `insert into mail_message (account_id, address, kind, cause, institution_id, facts, state, attempts,
       answer, next_attempt_at, created_at, settled_at)
     select account.id, account.email, 'APPROVED', gen_random_uuid()::text, held.institution_id, '{}', ?,
       ?, ?, now(), now(), now()
     from account join account_grant as held on held.account_id = account.id
     where email = 'school@demo.example' and held.institution_id is not null limit 1`,
    [state, answer === null ? 0 : 1, answer],
  );

needsBrowser('mail in the console, where mail is set up', () => {
  let console: ConsoleHub;
  let server: MailServerOfTest;
  beforeAll(async () => {
    console = await startConsole({ mail: MAIL });
    server = await mailServer();
    await addDemoAccounts(console.hub.em);
  });
  afterAll(async () => {
    await server.close();
    await console.close();
  });

  const toSchool = () => server.taken.find(({ to }) => to === 'school@demo.example')!;

  test('an operator sees what was perhaps sent, is told what that means, and sends it again', async () => {
    await left(console, 'SENT', '250 kept');
    await left(console, 'REFUSED', '550 No such mailbox here');
    await left(console, 'PERHAPS_SENT', 'Connection closed');
    const page = await openSignedIn(console, 'operator', '/operations?tab=mail');
    await page.getByText('Thư được gửi từ hub@so.example.edu.vn.').waitFor();
    await page.getByText('Tất cả: 3').waitFor();
    await page.getByLabel('Tình trạng').selectOption('Bị từ chối');
    await page.getByText('550 No such mailbox here').waitFor();
    await page.getByText('Tất cả: 1').waitFor();
    await page.getByLabel('Tình trạng').selectOption('Có thể đã gửi');
    await page.getByText('không ai biết thư đã đi hay chưa').first().waitFor();
    const row = page.getByRole('row').filter({ hasText: 'school@demo.example' });
    await row.getByText('Connection closed').waitFor();
    // The view is in the address.
    expect(new URL(page.url()).search).toContain('state=PERHAPS_SENT');
    expect(await problemsOf(page)).toEqual([]);

    await row.getByRole('button', { name: 'Gửi lại: school@demo.example' }).click();
    const question = page.getByRole('dialog');
    await question.getByText('người nhận có thể nhận hai lần').waitFor();
    await question.getByRole('button', { name: 'Xác nhận: Gửi lại' }).click();
    await page.getByText('Thư sẽ được gửi lại.').waitFor();
    await page.getByText('Không có thư nào như vậy.').waitFor();
    await page.getByLabel('Tình trạng').selectOption('Tất cả');
    await page.getByLabel('Loại thư').selectOption('Quá hạn nộp');
    await page.getByText('Không có thư nào như vậy.').waitFor();
    await page.getByLabel('Loại thư').selectOption('Báo cáo được duyệt');
    await page.getByText('Tất cả: 3').waitFor();
    await page.setViewportSize(PHONE);
    await page.reload();
    await page.getByText('Tất cả: 3').waitFor();
    expect(await sidewaysOf(page)).toBe(0);
    await console.hub.em.fork().execute('delete from mail_message');
  });

  test('a planner reminds who has not handed in, and sees before what they will read', async () => {
    const page = await openSignedIn(console, 'planner', '/operations');
    await page
      .locator('tbody a', { hasText: /bổ sung tháng 11/ })
      .first()
      .click();
    await page.locator('summary', { hasText: 'Nhắc cơ sở chưa nộp báo cáo' }).click();
    const form = page.getByRole('form', { name: 'Nhắc cơ sở chưa nộp báo cáo' });
    await form.getByText(/^Sẽ nhắc 2 cơ sở; số thư: 2\.$/).waitFor();
    await form.getByText(/^Không nhắc được [\d.]+ cơ sở/).waitFor();
    await form.getByLabel(/^Lời nhắn/).fill('Sở tổng hợp ngày 10 tháng 12.');
    await form.locator('summary', { hasText: 'Xem thư sẽ gửi' }).click();
    await form.getByText('Lời nhắn: Sở tổng hợp ngày 10 tháng 12.').waitFor();
    expect(await problemsOf(page)).toEqual([]);
    await form.getByRole('button', { name: 'Gửi thư nhắc' }).click();
    await page.getByText('Đã nhắc 2 cơ sở; số thư: 2.').waitFor();
    // Nobody is reminded twice on a day.
    await form.getByText(/^Hôm nay đã nhắc 2 cơ sở/).waitFor();
    await form.getByText(/^Sẽ nhắc 0 cơ sở/).waitFor();
    await form.getByRole('button', { name: 'Gửi thư nhắc' }).click();
    await form.getByRole('alert').getByText('Không có ai để nhắc').first().waitFor();

    const stop = startMail(
      console.hub.orm,
      pino({ level: 'silent' }),
      { ...MAIL, url: server.url },
      { secret: TOKEN_SECRET, every: 20 },
    );
    while (server.taken.length < 2) await new Promise((resolve) => setTimeout(resolve, 20));
    await stop();
    expect(bodyOf(toSchool(), 'plain')).toContain('Lời nhắn: Sở tổng hợp ngày 10 tháng 12.');
    await page.goto(`${console.address}/operations?tab=audit`);
    await page
      .getByText(/đã gửi thư nhắc nộp báo cáo/)
      .first()
      .waitFor();
  });

  test('a school ends reminders by the link of a mail, and chooses again on its page', async () => {
    const [, key] = /\/mail\/unsubscribe\/([0-9a-f-]+)/.exec(bodyOf(toSchool(), 'plain'))!;
    const page = await console.open(`/mail/unsubscribe/${key}`);
    await page.getByRole('heading', { name: 'Thư nhắc nộp báo cáo' }).waitFor();
    expect(await problemsOf(page)).toEqual([]);
    await page.getByRole('button', { name: 'Ngừng gửi thư nhắc' }).click();
    await page.getByText('Đã ngừng gửi thư nhắc cho tài khoản').waitFor();
    await page.getByRole('link', { name: 'Chọn lại thư muốn nhận' }).click();
    await page.locator('main').getByRole('link', { name: 'Đăng nhập' }).click();
    await page.locator('input[name=email]').fill('school@demo.example');
    await page.locator('input[name=password]').fill(PASSWORD);
    await page.locator('button[type=submit]').click();

    const form = page.getByRole('form', { name: 'Thư muốn nhận' });
    const overdue = form.getByRole('checkbox', { name: 'Đã quá hạn' });
    await overdue.waitFor();
    expect(await overdue.isChecked()).toBe(false);
    expect(await form.getByRole('checkbox', { name: 'Báo cáo được trả lại' }).isChecked()).toBe(
      true,
    );
    await overdue.check();
    await form.getByLabel('Ngôn ngữ của thư').selectOption('Tiếng Việt');
    await form.getByRole('button', { name: 'Lưu' }).click();
    await page.getByText('Đã lưu.').waitFor();
    await page.reload();
    await overdue.waitFor();
    expect(await overdue.isChecked()).toBe(true);
    expect(await form.getByLabel('Ngôn ngữ của thư').inputValue()).toBe('VI');
    expect(await form.getByRole('checkbox', { name: 'Còn 14 ngày đến hạn' }).isChecked()).toBe(
      false,
    );
    await page.setViewportSize(PHONE);
    await page.reload();
    await overdue.waitFor();
    expect(await sidewaysOf(page)).toBe(0);
  });
});

needsBrowser('mail in the console, where no mail is set up', () => {
  let console: ConsoleHub;
  beforeAll(async () => {
    console = await startConsole();
    await addDemoAccounts(console.hub.em);
  });
  afterAll(() => console.close());

  test('says that nothing is sent, what is left, and what to set', async () => {
    await left(console, 'NOT_SENT');
    await left(console, 'NOT_SENT');
    const page = await openSignedIn(console, 'operator', '/operations?tab=mail');
    const alert = page.getByRole('alert', { name: 'Hệ thống chưa gửi được thư' });
    await alert.getByText('Chưa gửi được: 2.').waitFor();
    await alert.getByText(/HUB_SMTP_URL/).waitFor();
    await page.getByText('Tất cả: 2').waitFor();
    const planner = await openSignedIn(console, 'planner', '/operations');
    await planner
      .locator('tbody a', { hasText: /bổ sung tháng 11/ })
      .first()
      .click();
    await planner.locator('summary', { hasText: 'Nhắc cơ sở chưa nộp báo cáo' }).click();
    await planner.getByText('Chưa khai báo máy chủ thư').waitFor();
  });
});
