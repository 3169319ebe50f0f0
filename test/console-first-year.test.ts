import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { readFile } from 'node:fs/promises';
import { writeXlsx, type CellValue } from 'hucre';
import type { Page } from 'playwright-core';
import { pino } from 'pino';
import { verifyCounts } from '../src/counts/rebuild.service.js';
import { workbookOf } from '../src/frameworks/workbook/write-workbook.js';
import { startMail } from '../src/mail/mail-loop.service.js';
import { addDays, dateInVietnam } from '../src/shared/dates.js';
import { firstOperatorCode } from '../src/start/first-operator.service.js';
import { needsBrowser, startConsole, until, type ConsoleHub } from './support/browser.js';
import { TOKEN_SECRET } from './support/hub.js';
import { workingOnJobs } from './support/import-jobs.js';
import { bodyOf, mailServer, type MailServerOfTest } from './support/mail-server.js';
import { openForm } from './support/report-form.js';
import { exampleFramework } from './support/workbook.js';

const PASSWORD = 'mật khẩu của năm đầu tiên';
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const PDF = Buffer.from('%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n');

const SCHOOLS = 300;
/** Those that hand in. */
const REPORTING = 10;
const COMMUNES = ['00001', '00002', '00003', '00004', '00005'];

/** What the clicks of each step are told as, in the order of the year. */
type Step =
  | 'sign in'
  | 'units'
  | 'institutions'
  | 'criteria'
  | 'targets'
  | 'accounts'
  | 'round'
  | 'reminder'
  | 'report'
  | 'workbook'
  | 'approvals'
  | 'closing';

/**
 * All that a department does in its first year, on an empty hub, in the browser alone: in Vietnamese, in the
 * zone of Vietnam, with a real mail server.
 */
needsBrowser('the first year of a department', () => {
  let console: ConsoleHub;
  let server: MailServerOfTest;
  let today: string;
  const stops: (() => Promise<void>)[] = [];
  const clicks = new Map<Step, number>();
  let step: Step = 'sign in';

  beforeAll(async () => {
    // Mail is sent by the clock of the database, so that the hub's is the same.
    const now = () => new Date();
    today = dateInVietnam(now());
    const place = { from: { name: 'Sở Giáo dục', address: 'hub@so.example.edu.vn' } };
    console = await startConsole({
      ...{ from: 'empty', now, trustedOnly: true },
      mail: { ...place, publicUrl: 'https://hub.example.edu.vn' },
    });
    server = await mailServer();
    const settings = { ...place, url: server.url, publicUrl: console.address };
    stops.push(
      workingOnJobs(console.hub),
      startMail(console.hub.orm, pino({ level: 'silent' }), settings, {
        ...{ secret: TOKEN_SECRET, every: 50 },
      }),
    );
  });
  afterAll(async () => {
    for (const stop of stops) await stop();
    await server.close();
    await console.close();
  });

  /** A page of a person's own browser, in which clicks are counted. */
  async function openPage(path: string): Promise<Page> {
    const page = await console.open('/sign-in');
    await page.exposeFunction('countClick', () => clicks.set(step, (clicks.get(step) ?? 0) + 1));
    await page.addInitScript(
      `addEventListener('click', (event) => event.isTrusted && window.countClick(), true)`,
    );
    await page.goto(path.startsWith('http') ? path : console.address + path);
    return page;
  }

  const press = (page: Page, name: string | RegExp) =>
    page.getByRole('button', { name, exact: true }).click();
  const visit = (page: Page, path: string) => page.goto(console.address + path);

  async function choose(page: Page, button: string, name: string, buffer: Buffer): Promise<void> {
    const asked = page.waitForEvent('filechooser');
    await press(page, button);
    await (await asked).setFiles({ name, mimeType: XLSX, buffer });
  }

  async function sheet(...rows: CellValue[][]): Promise<Buffer> {
    return Buffer.from(await writeXlsx({ sheets: [{ name: 'Dữ liệu', rows }] }));
  }

  /** Brings a file in, and stops where it was checked. */
  async function bring(page: Page, kind: string, name: string, buffer: Buffer): Promise<void> {
    await visit(page, '/operations?tab=imports');
    await page.getByLabel('Tệp có gì').selectOption(kind);
    await choose(page, 'Chọn tệp', name, buffer);
    await page.getByText('Đã kiểm tra, chưa lưu').waitFor();
  }

  async function save(page: Page): Promise<void> {
    await press(page, 'Lưu tất cả');
    await page.getByText('Đã lưu', { exact: true }).first().waitFor();
  }

  /** Follows the invitation in a mail, and sets the password. */
  async function accept(email: string): Promise<Page> {
    let mail;
    while (!(mail = server.taken.find(({ to }) => to === email)))
      await new Promise((resolve) => setTimeout(resolve, 20));
    return acceptAt(/http:\/\/\S+#\S+/.exec(bodyOf(mail, 'plain'))![0]);
  }

  async function acceptAt(link: string): Promise<Page> {
    const page = await openPage(link);
    await page.locator('input[name=password]').fill(PASSWORD);
    await page.locator('input[name=again]').fill(PASSWORD);
    await page.locator('main button[type=submit]').click();
    await page.waitForURL((url) => url.pathname !== '/invitation');
    return page;
  }

  const codeOf = (number: number) => `0667${String(number).padStart(4, '0')}`;
  const nameOf = (number: number) => `Trường Tiểu học số ${number}`;
  const emailOf = (number: number) => `truong${number}@example.edu.vn`;

  const HEADER = ['system', 'code', 'name', 'kind', 'levels', 'ownership', 'unit_code'];
  const row = (number: number): CellValue[] => [
    ...['MOET', codeOf(number), nameOf(number), 'PRIMARY_SCHOOL', 'PRIMARY', 'PUBLIC'],
    COMMUNES[number % COMMUNES.length]!,
  ];

  /** Twelve faults, as they come in sheets of departments: where, and what is put there. */
  const FAULTS: readonly [number, number, CellValue][] = [
    [3, 2, ''],
    [17, 3, 'TRƯỜNG TIỂU HỌC CÔNG'],
    [40, 4, 'TH'],
    [55, 5, 'NHÀ NƯỚC'],
    [80, 6, '99999'],
    [101, 6, ''],
    [120, 1, codeOf(119)],
    [150, 2, 'Tr??ng Ti?u h?c'],
    [177, 5, ''],
    [200, 4, ''],
    [240, 3, ''],
    [299, 2, 'TrÆ°á»ng Tiá»ƒu há»c'],
  ];

  test('from an empty hub to the figures of a closed round', async () => {
    const framework = exampleFramework('two-groups');

    // Whoever starts the hub sees the address of the first operator.
    const code = await firstOperatorCode(console.hub.em, TOKEN_SECRET, new Date());
    const operator = await acceptAt(`${console.address}/invitation#${code}`);

    step = 'units';
    await bring(
      operator,
      'UNITS',
      'don-vi.xlsx',
      await sheet(
        ['kind', 'code', 'name', 'parent_code'],
        ['PROVINCE', '01', 'Tỉnh Thử', ''],
        ...COMMUNES.map((commune, index) => ['COMMUNE', commune, `Xã ${index + 1}`, '01']),
      ),
    );
    await operator.getByText('Tạo mới: 6').waitFor();
    await save(operator);

    step = 'institutions';
    const rows = Array.from({ length: SCHOOLS }, (_, index) => row(index + 1));
    const faulty = rows.map((cells) => [...cells]);
    for (const [number, column, value] of FAULTS) faulty[number - 1]![column] = value;
    await bring(operator, 'INSTITUTIONS', 'truong.xlsx', await sheet(HEADER, ...faulty));
    await operator.getByText(`Lỗi: ${FAULTS.length}`).waitFor();
    for (const [number] of FAULTS)
      await operator
        .locator('tbody tr')
        .filter({ hasText: new RegExp(`^${number + 1}\\D`) })
        .first()
        .waitFor();
    await press(operator, 'Bỏ tệp này');
    await operator.getByText('Đã bỏ').waitFor();
    await bring(operator, 'INSTITUTIONS', 'truong-da-sua.xlsx', await sheet(HEADER, ...rows));
    await operator.getByText(`Tạo mới: ${SCHOOLS}`).waitFor();
    await save(operator);

    step = 'criteria';
    await visit(operator, '/operations?tab=criteria');
    await choose(operator, 'Chọn tệp', 'tieu-chi.xlsx', await workbookOf(framework));
    await operator.getByText('Tệp tieu-chi.xlsx hợp lệ').waitFor();
    await press(operator, 'Lưu bản thảo');
    await press(operator, `Công bố: ${framework.name.vi}`);
    await press(operator, `Xác nhận: Công bố`);
    await operator.getByText('Đã công bố.').waitFor();

    step = 'accounts';
    await visit(operator, '/operations?tab=accounts');
    await choose(
      operator,
      'Chọn tệp tài khoản',
      'tai-khoan.xlsx',
      await sheet(
        ['name', 'role', 'email', 'institution_code', 'unit_kind', 'unit_code'],
        ['Chị Lan', 'PLANNER', 'lan@so.example.edu.vn', '', 'PROVINCE', '01'],
        ['Thầy Bình', 'REVIEWER', 'binh@so.example.edu.vn', '', 'PROVINCE', '01'],
        ...rows.map((_, index) => [
          ...[`Cô ${index + 1}`, 'SCHOOL_ADMIN', emailOf(index + 1), codeOf(index + 1), '', ''],
        ]),
      ),
    );
    await operator.getByText(`Mới: ${SCHOOLS + 2}. Thay đổi: 0. Không đổi: 0.`).waitFor();
    await operator.getByLabel('Mời những người mới').selectOption('MAIL');
    await press(operator, 'Ghi các tài khoản');
    await operator.getByText(`Đang gửi ${SCHOOLS + 2} thư mời qua thư điện tử.`).waitFor();

    step = 'sign in';
    const planner = await accept('lan@so.example.edu.vn');

    step = 'targets';
    const level = framework.newIndicators[0]!.name.vi;
    await visit(planner, '/operations?tab=plans');
    const plan = planner.getByRole('form', { name: 'Thêm kế hoạch' });
    await plan.getByLabel('Đơn vị').selectOption({ label: 'Tỉnh Thử' });
    for (const [label, text] of [
      ['Số văn bản', '12/KH-SGDĐT'],
      ['Tên tiếng Việt', 'Kế hoạch chuyển đổi số'],
      ['Tên tiếng Anh', 'Plan of digital transformation'],
      ['Cơ quan ban hành', 'Sở Giáo dục và Đào tạo'],
    ] as const)
      await plan.getByLabel(label).fill(text);
    await plan.getByLabel('Nguồn').selectOption('CONFIRMED');
    await plan.getByRole('button', { name: 'Thêm', exact: true }).click();
    await planner.locator('summary', { hasText: 'Đặt chỉ tiêu' }).click();
    const target = planner.getByRole('form', { name: 'Đặt chỉ tiêu' });
    await target.getByLabel('Chỉ số đo').selectOption(level);
    await target.getByLabel('Năm').fill(String(Number(today.slice(0, 4)) + 4));
    await target.getByLabel('Phần trăm').fill('80');
    await target.getByRole('button', { name: 'Đặt chỉ tiêu' }).click();
    await planner.getByText(/^Đã đặt chỉ tiêu /).waitFor();

    step = 'round';
    await visit(planner, '/operations?tab=rounds');
    const round = planner.getByRole('form', { name: 'Tạo đợt báo cáo' });
    await round.getByLabel(/^Mã/).fill('NAM-DAU');
    await round.getByLabel(/^Tên tiếng Việt/).fill('Đợt báo cáo năm đầu');
    await round.getByLabel(/^Tên tiếng Anh/).fill('Reporting round of the first year');
    await round.getByLabel('Ngày chốt số liệu').fill(today);
    await round.getByLabel('Ngày mở').fill(today);
    await round.getByLabel('Hạn nộp').fill(addDays(today, 20));
    await round.getByLabel('Ngày đóng').fill(addDays(today, 30));
    await round.getByText(new RegExp(`^${SCHOOLS} cơ sở sẽ phải báo cáo`)).waitFor();
    await press(planner, 'Tạo đợt');
    await planner.getByText('Đã tạo đợt báo cáo.').waitFor();

    step = 'reminder';
    await planner.locator('tbody a', { hasText: 'Đợt báo cáo năm đầu' }).first().click();
    await planner.locator('summary', { hasText: 'Nhắc cơ sở chưa nộp báo cáo' }).click();
    const reminder = planner.getByRole('form', { name: 'Nhắc cơ sở chưa nộp báo cáo' });
    await reminder.getByText(`Sẽ nhắc ${SCHOOLS} cơ sở; số thư: ${SCHOOLS}.`).waitFor();
    await reminder.getByLabel(/^Lời nhắn/).fill('Đợt đầu tiên, xin Thầy/Cô nộp sớm.');
    await press(planner, 'Gửi thư nhắc');
    await planner.getByText(`Đã nhắc ${SCHOOLS} cơ sở; số thư: ${SCHOOLS}.`).waitFor();

    for (let number = 1; number < REPORTING; number += 1) {
      step = 'sign in';
      const school = await accept(emailOf(number));
      step = 'report';
      await report(school, number);
      await school.context().close();
    }
    step = 'sign in';
    const offline = await accept(emailOf(REPORTING));
    step = 'workbook';
    await reportByWorkbook(offline);

    step = 'sign in';
    const reviewer = await accept('binh@so.example.edu.vn');
    step = 'approvals';
    await visit(reviewer, '/review');
    await reviewer.getByText(`${REPORTING} báo cáo đang chờ`).waitFor();
    for (let number = 1; number <= REPORTING; number += 1)
      await reviewer.getByLabel(`Chọn ${nameOf(number)}`, { exact: true }).check();
    await press(reviewer, 'Duyệt các báo cáo đã chọn');
    await reviewer
      .getByRole('dialog')
      .getByRole('button', { name: 'Duyệt các báo cáo đã chọn' })
      .click();
    await reviewer
      .getByText(': đã duyệt')
      .nth(REPORTING - 1)
      .waitFor();

    step = 'closing';
    await planner.reload();
    await planner
      .getByRole('row', { name: /^Tất cả/ })
      .first()
      .getByRole('cell', { name: String(REPORTING), exact: true })
      .waitFor();
    await press(planner, /^Đóng đợt/);
    await press(planner, /^Xác nhận: Đóng đợt/);
    await planner.getByText('Đã đóng').first().waitFor();
    await visit(planner, '/');
    const schools = planner.getByRole('region', { name: 'Giáo dục phổ thông' });
    await schools
      .getByRole('row')
      .filter({ hasText: level })
      .getByRole('button', { name: `${REPORTING}/${SCHOOLS} cơ sở` })
      .waitFor();

    await expect(verifyCounts(console.hub.em)).resolves.toEqual([]);
    // A change that makes a step dearer is seen. Pages are opened by their address here: a click or two of the menu.
    expect(Object.fromEntries(clicks)).toEqual({
      ...{ 'sign in': 13, units: 2, institutions: 4, criteria: 4, accounts: 2, targets: 3 },
      ...{ round: 1, reminder: 3, report: 54, workbook: 6, approvals: 12, closing: 2 },
    });
  }, 600_000);

  /** A school answers all questions well, adds its evidence, and hands in. */
  async function report(school: Page, number: number): Promise<void> {
    await school.getByRole('link', { name: /^Bắt đầu báo cáo/ }).click();
    await press(school, 'Bắt đầu báo cáo');
    const card = (question: string) => school.locator(`[id="criterion-${question}"]`);
    await card('online-teaching-plan').waitFor();
    for (const code of ['online-teaching-plan', 'steering-team'])
      await card(code).getByRole('radio', { name: 'Có', exact: true }).check();
    await card('teachers-trained').getByLabel('Trên tổng số', { exact: true }).fill('40');
    await card('teachers-trained').getByLabel('Số đạt', { exact: true }).fill('38');
    await card('digital-materials').getByRole('textbox').first().fill('60');
    await card('lms-name').getByRole('textbox').first().fill(`Hệ thống ${number}`);
    await card('school-records').getByRole('combobox').selectOption('2');
    await school.getByText('Đã lưu', { exact: true }).waitFor();
    await handIn(school);
  }

  /** A school takes its form home, fills it in, uploads it, and adds its evidence. */
  async function reportByWorkbook(school: Page): Promise<void> {
    await school.getByRole('link', { name: /^Bắt đầu báo cáo/ }).click();
    const arriving = school.waitForEvent('download');
    await press(school, 'Tải phiếu báo cáo (Excel)');
    const book = await openForm(await readFile(await (await arriving).path()));
    book.fill('1.1', { answer: 'Có' });
    book.fill('1.2', { answer: 38, total: 40 });
    book.fill('1.3', { answer: 60 });
    book.fill('1.4', { answer: 'Hệ thống của trường' });
    book.fill('2.1', { answer: 'Có' });
    book.fill('2.2', { answer: '2: Hoàn toàn trên máy, có ký số' });
    await choose(school, 'Chọn phiếu đã điền', 'phieu.xlsx', await book.bytes());
    await school.getByRole('group', { name: '6 câu trả lời sẽ đổi' }).waitFor();
    await press(school, 'Lưu bản nháp');
    await school.getByText('Đã lưu bản nháp.').waitFor();
    await handIn(school);
  }

  /** Adds the evidence that is asked for, and hands in. */
  async function handIn(school: Page): Promise<void> {
    const card = school.locator('[id="criterion-online-teaching-plan"]');
    const picked = school.waitForEvent('filechooser');
    await card.getByRole('button', { name: 'Chọn tệp' }).click();
    const file = { name: 'ke-hoach.pdf', mimeType: 'application/pdf', buffer: PDF };
    await (await picked).setFiles(file);
    await card.getByRole('button', { name: file.name, exact: true }).waitFor();
    const submit = school.getByRole('button', { name: 'Nộp báo cáo' });
    await until(() => submit.isEnabled());
    await submit.click();
    await school.getByText('Đã nộp báo cáo.', { exact: true }).waitFor();
  }
});
