import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import type { StatusUpdateAnswerInput } from '../clients/typescript/src/generated/graphql.js';
import { publish } from '../src/database/publish.js';
import type { FrameworkFile } from '../src/frameworks/framework-file.js';
import { recordFramework } from '../src/frameworks/framework.service.js';
import { fromGlobalId, rowIdOf } from '../src/graphql/node.js';
import {
  DESK,
  needsBrowser,
  PHONE,
  problemsOf,
  sidewaysOf,
  signIn,
  startConsole,
  until,
  type ConsoleHub,
} from './support/browser.js';
import { everyAnswer } from './support/every-answer.js';
import { PASSWORD, person, type Duty } from './support/people.js';
import { reference } from './support/reference-frameworks.js';
import { castOf, FULL_ANSWERS, now, save, SCHOOL, type Cast } from './support/reporting.js';

const EVERY = 'Bộ tiêu chí thử nghiệm của phòng';
const DECISION = 'Bộ chỉ số theo Quyết định 4725';

needsBrowser('a round of several frameworks in the console', () => {
  let console: ConsoleHub;
  let cast: Cast;
  let round: string;
  beforeAll(async () => {
    console = await startConsole({ now });
    const { hub } = console;
    cast = await castOf(hub);
    await publish(hub.em, async (em) => {
      await recordFramework(em, everyAnswer());
      return { changed: true };
    });
    round = await callAll();
  });
  afterAll(() => console.close());

  const decision = reference('decision-4725-unconfirmed.json');

  /** A round in which the province asks all that the hub has. */
  async function callAll(): Promise<string> {
    const { hub } = console;
    const { frameworks } = await hub.data('{ frameworks { id } }');
    const { reportingRoundCreate } = await hub.data(
      `mutation ($input: ReportingRoundCreateInput!) { reportingRoundCreate(input: $input) {
        reportingRound { id } userErrors { code message } } }`,
      {
        input: {
          unit: cast.province,
          frameworks: frameworks.map(({ id }: { id: string }) => id),
          code: 'CHUNG',
          nameVi: 'Đợt chung',
          nameEn: 'Round of all',
          referenceDate: '2026-11-20',
          opensOn: '2026-11-20',
          dueOn: '2026-12-10',
          closesOn: '2026-12-20',
        },
      },
      cast.planner,
    );
    expect(reportingRoundCreate.userErrors).toEqual([]);
    return reportingRoundCreate.reportingRound.id;
  }

  /** A page of somebody with a role. */
  async function openAs(
    { unit, institution, role }: Duty,
    path: string,
    options: Parameters<ConsoleHub['open']>[1] = {},
  ): Promise<Page> {
    const { email } = await person(console.hub, [
      {
        role,
        unitId: rowIdOf('AdministrativeUnit', unit),
        institutionId: rowIdOf('Institution', institution),
      },
    ]);
    const page = await console.open('/sign-in', options);
    await signIn(page, console.address, email, PASSWORD, path);
    return page;
  }

  async function isFit(page: Page): Promise<void> {
    expect([page.url(), await sidewaysOf(page)]).toEqual([page.url(), 0]);
    expect(await problemsOf(page)).toEqual([]);
  }

  /** A link behind each answer that needs evidence. */
  const addLinks = (update: string, questions: readonly string[]) =>
    console.hub.em.fork().execute(
      `insert into evidence (revision_id, criterion_id, name, url, added_by_id, added_at)
       select (select max(id) from status_update_revision where update_id = ?), criterion.id, 'Minh chứng',
         'https://example.edu.vn/minh-chung', (select min(id) from account), now()
       from criterion join question on question.id = criterion.question_id
       where question.code in (${questions.map(() => '?').join(', ')})`,
      [fromGlobalId('StatusUpdate', update), ...questions],
    );

  test('a school answers every form of question on a phone, a reviewer changes a choice, and levels are seen', async () => {
    const { hub } = console;
    const { institution, school } = cast;
    const { update } = await save(hub, school, {
      institution,
      round,
      answers: [...FULL_ANSWERS, ...answersTo(decision)],
    });
    await addLinks(update!.id, needEvidence(decision));
    const address = `/reports/${encodeURIComponent(institution)}/${encodeURIComponent(round)}`;
    const page = await openAs({ role: 'SCHOOL_ADMIN', institution }, address, { viewport: PHONE });
    const card = (question: string) => page.locator(`[id="criterion-${question}"]`);
    const progress = page.getByRole('navigation', { name: 'Điểm và mức độ' });

    // Each framework has its name, its sections, and how sure it is; a shared question stands once.
    await page.getByRole('heading', { level: 2, name: DECISION }).last().waitFor();
    await page.getByRole('heading', { level: 3, name: 'Mô hình quản trị số' }).waitFor();
    await page.getByRole('heading', { level: 3, name: '1. Nền tảng số' }).waitFor();
    await page.getByRole('heading', { level: 4, name: '1.3. Triển khai phần mềm' }).waitFor();
    await progress.getByText('Nguồn của bộ tiêu chí này chưa được xác nhận').waitFor();
    await progress.getByText('Bộ tiêu chí minh hoạ, không do cơ quan nào ban hành').waitFor();
    await progress.getByText('Điểm tối đa theo công bố: 100. Nguồn công bố 100 điểm').waitFor();
    expect(await card('O7').count()).toBe(1);
    await card('O7').getByText('Trả lời một lần cho cả tiêu chí 2.4.2 của Bộ chỉ số').waitFor();
    await progress.getByRole('link', { name: '2.1. Có bộ phận phụ trách' }).waitFor();

    // What may stay open is not among what has no answer yet.
    const open = progress.locator('.mantine-Paper-root', { hasText: EVERY }).locator('a.question');
    await open.first().waitFor();
    expect(await open.allTextContents()).toEqual(['1.1', '1.2', '2.1', '2.2', '2.3', '2.4']);

    await card('every-platform').getByLabel('Thuê ngoài').check();
    await card('every-courses').getByLabel('Số bài giảng trực tuyến', { exact: true }).fill('12');
    await card('every-courses').getByText('bài giảng', { exact: true }).waitFor();
    await card('every-name').getByLabel('Tên nền tảng', { exact: true }).fill('Lớp học số');
    await card('every-team').getByText('Có quyết định giao việc.').waitFor();
    await card('every-team').getByLabel('Có', { exact: true }).check();
    await card('every-records')
      .getByLabel('Hồ sơ của trường', { exact: true })
      .selectOption('Mức 1: Trên máy');
    await card('every-staff').getByLabel('Số đạt').fill('30');
    await card('every-staff').getByLabel('Trên tổng số').fill('40');
    await card('every-fees').getByLabel('Không áp dụng với cơ sở này').check();
    await card('every-fees').getByText('Hãy nêu lý do không áp dụng.').waitFor();
    await card('every-fees').getByLabel('Lý do không áp dụng').fill('Trường không có ký túc xá');
    await page.getByText('Đã lưu', { exact: true }).waitFor();
    const levels = progress.locator('.mantine-Paper-root', { hasText: EVERY });
    await levels.getByText('Cả bộ tiêu chí: mức 2').waitFor();
    await levels.getByText('Còn thiếu 4 điểm để lên mức tiếp theo.').waitFor();
    // Of 30 points those of what does not apply are left out.
    await levels.getByText('17,5/20 điểm').waitFor();
    await isFit(page);

    await page.reload();
    const reason = card('every-fees').getByLabel('Lý do không áp dụng');
    await reason.waitFor();
    expect(await reason.inputValue()).toBe('Trường không có ký túc xá');
    expect(await card('every-platform').getByLabel('Thuê ngoài').isChecked()).toBe(true);
    expect(await card('every-courses').getByRole('textbox').first().inputValue()).toBe('12');
    const handIn = page.getByRole('button', { name: 'Nộp báo cáo' });
    await until(() => handIn.isEnabled());
    await handIn.click();
    await page.getByText('Đã nộp báo cáo.', { exact: true }).waitFor();

    const reviewing = `/review/${encodeURIComponent(update!.id)}`;
    const reviewer = await openAs({ role: 'REVIEWER', unit: cast.province }, reviewing);
    const answer = (question: string) => reviewer.locator(`[data-criterion="${question}"]`);
    await answer('every-platform').getByText('Thuê ngoài', { exact: true }).waitFor();
    await answer('every-courses').getByText('12 bài giảng').waitFor();
    await answer('every-name').getByText('Lớp học số').waitFor();
    await answer('every-fees').getByText('Không áp dụng: Trường không có ký túc xá').waitFor();
    await answer('every-records').getByText('Mức 1: Trên máy').waitFor();
    await answer('O7').getByText('2.4.2 của Bộ chỉ số').waitFor();
    const results = reviewer.getByRole('region', { name: 'Kết quả theo bộ tiêu chí' });
    await results.getByText('Cả bộ tiêu chí: mức 2').waitFor();
    // A text is accepted or returned, and not put into other words.
    expect(await answer('every-name').getByLabel('Sửa giá trị').count()).toBe(0);
    await answer('every-platform').getByLabel('Sửa giá trị').check();
    const approve = reviewer.getByRole('button', { name: 'Duyệt với các thay đổi' });
    await approve.click();
    await answer('every-platform').getByText('Hãy nhập giá trị mới.').waitFor();
    await answer('every-platform')
      .getByLabel('Giá trị', { exact: true })
      .selectOption('Của trường');
    await answer('every-platform').getByLabel('Lý do').fill('Đã mua từ năm 2025');
    await reviewer.setViewportSize(PHONE);
    await isFit(reviewer);
    await reviewer.setViewportSize(DESK);
    await approve.click();
    await reviewer
      .getByRole('dialog')
      .getByRole('button', { name: 'Duyệt với các thay đổi' })
      .click();
    await reviewer
      .getByText(/^Đã duyệt báo cáo của /)
      .first()
      .waitFor();

    // The school, everybody and the planner see what became of it.
    await page.reload();
    await levels.getByText('Cả bộ tiêu chí: mức 3').waitFor();
    await card('every-platform')
      .getByText('Người duyệt đổi thành Của trường: Đã mua từ năm 2025')
      .waitFor();
    const seen = await console.open(`/institutions/${SCHOOL}`, { viewport: PHONE });
    const reached = seen.getByRole('region', { name: 'Mức đạt được theo bộ tiêu chí' });
    await reached.getByText('Cả bộ tiêu chí: mức 3').nth(1).waitFor();
    await reached
      .getByText('Theo báo cáo đã duyệt, số liệu chốt ngày 20/11/2026.')
      .first()
      .waitFor();
    await isFit(seen);
    const planner = await openAs(
      { role: 'PLANNER', unit: cast.province },
      '/operations?tab=audit&action=statusUpdateApprove',
    );
    await planner.locator('summary', { hasText: 'Xem thay đổi' }).first().click();
    await planner.getByText('“Nền tảng dạy học”, Chọn: “Của trường”').waitFor();
  });

  test('everybody sees the pillars and the levels beside each other, as the graph tells them', async () => {
    const { unit } = await console.hub.data(
      `{ unit: administrativeUnit(code: "68", kind: PROVINCE) {
        progress(basis: CURRENT_UNITS, own: true, groups: [GENERAL_EDUCATION]) {
          lines { completed institutions indicator { code name } } } } }`,
      {},
      { 'accept-language': 'vi' },
    );
    const expected = unit.progress.lines
      .filter(({ institutions }: any) => institutions > 0)
      .map(({ indicator, completed, institutions }: any) => [
        indicator.name,
        `${completed}/${institutions} cơ sở`,
      ]);
    const level2 = decision.newIndicators[0]!.name.vi;
    const level3 = decision.newIndicators[1]!.name.vi;
    const address = '/?unit=68&kind=PROVINCE';
    const page = await console.open(`${address}&of=GENERAL_EDUCATION&in=DIGITAL_OPERATIONS`);
    const schools = page.getByRole('region', { name: 'Giáo dục phổ thông' });
    await schools.getByRole('row').filter({ hasText: level3 }).waitFor();
    const told = await schools
      .locator('tbody tr')
      .evaluateAll((rows) =>
        rows.map((row) => [
          row.querySelector('th')!.textContent,
          [...row.querySelectorAll('button')].map((each) => each.textContent)[0],
        ]),
      );
    expect(told).toEqual(expected);
    expect(told.map(([name]) => name)).toEqual(
      expect.arrayContaining(['Mô hình quản trị số', 'Cả bốn trụ cột', level2, level3]),
    );
    await page.getByText(/phổ thông .* đã hoàn thành chỉ số “Hoạt động số”/).waitFor();

    // The address of a pillar is what it was; that of an indicator is its code.
    const chosen = page.getByLabel('Chỉ số đo');
    expect(await chosen.locator('option:checked').textContent()).toBe('Hoạt động số');
    await chosen.selectOption(level2);
    const below = page.getByRole('region', { name: 'Các đơn vị bên dưới' });
    await below.getByRole('group', { name: new RegExp(level2.slice(0, 20)) }).waitFor();
    await below.locator('tbody a').first().waitFor();
    expect(new URL(page.url()).searchParams.get('in')).toBe('decision-4725-level-2');
    const phone = await console.open(page.url().slice(console.address.length), {
      viewport: PHONE,
    });
    await phone
      .getByRole('region', { name: 'Các đơn vị bên dưới' })
      .locator('ol .bar')
      .first()
      .waitFor();
    const there = phone.getByLabel('Chỉ số đo');
    expect(await there.inputValue()).toBe('decision-4725-level-2');
    await until(async () => (await sidewaysOf(phone)) === 0);
    await isFit(phone);
    const other = await console.open(`${address}&in=unknown`);
    const same = other.getByLabel('Chỉ số đo');
    expect(await same.inputValue()).toBe('ALL_FOUR');
  });

  test('a planner ticks several frameworks, and sees whom they call together', async () => {
    const page = await openAs({ role: 'PLANNER', unit: cast.province }, '/operations?tab=rounds', {
      viewport: PHONE,
    });
    const form = page.getByRole('form', { name: 'Tạo đợt báo cáo' });
    const ticks = form.getByRole('checkbox');
    await ticks.nth(3).waitFor();
    expect(await ticks.count()).toBe(4);
    await form.getByLabel('Ngày chốt số liệu').fill('2026-11-20');
    const called = async () => {
      const told = form.getByText(/^\d.* cơ sở sẽ phải báo cáo/);
      await told.waitFor();
      return Number((await told.textContent())!.match(/^\d+/)![0]);
    };
    await form.getByLabel(EVERY).check();
    await form.getByText('không bộ tiêu chí nào được chọn hỏi loại hình này').first().waitFor();
    const few = await called();
    await form.getByLabel(DECISION).check();
    await until(async () => (await called()) > few);
    await isFit(page);
    for (const [label, text] of [
      ['Mã', 'HAI-BO'],
      ['Tên tiếng Việt', 'Đợt hai bộ'],
      ['Tên tiếng Anh', 'Round of two'],
      ['Ngày mở', '2027-01-05'],
      ['Hạn nộp', '2027-01-20'],
      ['Ngày đóng', '2027-01-30'],
    ] as const)
      await form.getByLabel(new RegExp(`^${label}`)).fill(text);
    await form.getByRole('button', { name: 'Tạo đợt' }).click();
    await page.getByRole('heading', { level: 2, name: 'Đợt hai bộ' }).waitFor();
    await page.getByText(new RegExp(`; ${DECISION}.*; ${EVERY}`)).waitFor();
  });
});

/** An answer to each question that only this framework asks, as good as there is. */
const answersTo = ({ questions }: FrameworkFile): StatusUpdateAnswerInput[] =>
  questions
    .filter(({ code }) => code.startsWith('4725-'))
    .map(({ code: question, answer }) =>
      answer.kind === 'SHARE'
        ? { question, value: 40, total: 40 }
        : {
            question,
            value: 'levels' in answer ? Math.max(...answer.levels.map(({ level }) => level)) : 1,
          },
    );

/** The questions of the four pillars and of another framework for which evidence is asked. */
const needEvidence = ({ criteria }: FrameworkFile): string[] => [
  ...['G1', 'G2', 'G5', 'O1', 'D4', 'R1', 'R5'],
  ...criteria.flatMap(({ evidence, question }) => (evidence === 'REQUIRED' ? [question] : [])),
];
