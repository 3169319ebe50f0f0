import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { rowIdOf } from '../src/graphql/node.js';
import { workbookOf } from '../src/frameworks/workbook/write-workbook.js';
import {
  needsBrowser,
  PHONE,
  problemsOf,
  sidewaysOf,
  signIn,
  startConsole,
  until,
  type ConsoleHub,
} from './support/browser.js';
import { csv } from './support/files.js';
import { bring } from './support/imports.js';
import { idOfInstitution, idOfUnit, PASSWORD, person, type Duty } from './support/people.js';
import { reference } from './support/reference-frameworks.js';
import { TODAY } from './support/reporting.js';

const PDF = Buffer.from('%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n');
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** The whole way of a department with an empty hub, in the console alone. */
needsBrowser('a department brings its own criteria', () => {
  let console: ConsoleHub;
  let duties: Record<'operator' | 'planner' | 'school' | 'reviewer', Duty>;
  beforeAll(async () => {
    console = await startConsole({ from: 'empty' });
    const { hub } = console;
    await bring(
      hub,
      'UNITS',
      csv('kind,code,name,parent_code', 'PROVINCE,01,Tỉnh Thử,', 'COMMUNE,00001,Xã Một,01'),
    );
    await bring(
      hub,
      'INSTITUTIONS',
      csv(
        'system,code,name,kind,levels,ownership,unit_code',
        'HUB,T1,Trường Tiểu học Một,PRIMARY_SCHOOL,PRIMARY,PUBLIC,00001',
        'HUB,T2,Trường Tiểu học Hai,PRIMARY_SCHOOL,PRIMARY,PUBLIC,00001',
      ),
    );
    const unit = await idOfUnit(hub, '01', TODAY);
    const institution = await idOfInstitution(hub, 'T1');
    duties = {
      operator: { role: 'OPERATOR' },
      planner: { role: 'PLANNER', unit },
      school: { role: 'SCHOOL_ADMIN', institution },
      reviewer: { role: 'REVIEWER', unit },
    };
  });
  afterAll(() => console.close());

  const decision = reference('decision-4725-unconfirmed.json');

  async function openAs(
    who: keyof typeof duties,
    path: string,
    options: Parameters<ConsoleHub['open']>[1] = {},
  ): Promise<Page> {
    const { role, unit, institution } = duties[who];
    const unitId = rowIdOf('AdministrativeUnit', unit);
    const grant = { role, unitId, institutionId: rowIdOf('Institution', institution) };
    const { email } = await person(console.hub, [grant]);
    const page = await console.open('/sign-in', options);
    await signIn(page, console.address, email, PASSWORD, path);
    return page;
  }

  async function isFit(page: Page): Promise<void> {
    await until(async () => (await sidewaysOf(page)) === 0);
    expect(await problemsOf(page)).toEqual([]);
  }

  /** Answers a question as well as it can be answered. */
  async function answerBest(page: Page, code: string): Promise<void> {
    const { answer } = decision.questions.find((each) => each.code === code)!;
    const card = page.locator(`[id="criterion-${code}"]`);
    switch (answer.kind) {
      case 'YES_NO':
        return card.getByRole('radio', { name: 'Có', exact: true }).check();
      case 'SHARE':
        await card.getByLabel('Trên tổng số', { exact: true }).fill('40');
        return card.getByLabel('Số đạt', { exact: true }).fill('40');
      case 'LEVEL': {
        const levels = await card.getByRole('combobox').locator('option').count();
        await card.getByRole('combobox').selectOption({ index: levels - 1 });
        return;
      }
      default:
        return card.getByRole('textbox').first().fill('50');
    }
  }

  test('uploaded, published, asked, answered on a phone, approved, and seen with its level', async () => {
    const operator = await openAs('operator', '/operations?tab=criteria');
    await operator.getByText('Chưa có bộ tiêu chí nào. Hãy tải tệp lên ở dưới.').waitFor();
    const chooser = operator.waitForEvent('filechooser');
    await operator.getByRole('button', { name: 'Chọn tệp' }).click();
    const buffer = await workbookOf(decision);
    await (await chooser).setFiles({ name: 'qd-4725.xlsx', mimeType: XLSX, buffer });
    await operator.getByText('Tệp qd-4725.xlsx hợp lệ').waitFor();
    await operator.getByRole('button', { name: 'Lưu bản thảo' }).click();
    await operator.getByRole('heading', { name: `${decision.name.vi}, phiên bản 1` }).waitFor();
    // The second section lacks ten points, and says so.
    await operator.getByText(/công bố 100 điểm: /).waitFor();
    await operator.getByRole('button', { name: `Công bố: ${decision.name.vi}` }).click();
    await operator.getByRole('button', { name: 'Xác nhận: Công bố' }).click();
    await operator.getByText('Đã công bố.').waitFor();

    const planner = await openAs('planner', '/operations?tab=rounds');
    const form = planner.getByRole('form', { name: 'Tạo đợt báo cáo' });
    await form.getByLabel(/^Mã/).fill('2026');
    await form.getByLabel(/^Tên tiếng Việt/).fill('Đợt báo cáo năm 2026');
    await form.getByLabel(/^Tên tiếng Anh/).fill('Reporting round 2026');
    await form.getByLabel('Ngày chốt số liệu').fill('2026-11-20');
    await form.getByLabel('Ngày mở').fill('2026-11-20');
    await form.getByLabel('Hạn nộp').fill('2026-12-10');
    await form.getByLabel('Ngày đóng').fill('2026-12-20');
    await form.getByText(/^2 cơ sở sẽ phải báo cáo/).waitFor();
    await form.getByRole('button', { name: 'Tạo đợt' }).click();
    await planner.getByText('Đã tạo đợt báo cáo.').waitFor();

    const school = await openAs('school', '/reports', { viewport: PHONE });
    await school.locator('tbody a').first().click();
    await school.getByRole('button', { name: 'Bắt đầu báo cáo' }).click();
    await school.locator('[id="criterion-O7"]').waitFor();
    const asked = decision.criteria.filter(
      ({ kinds }) => kinds?.includes('PRIMARY_SCHOOL') ?? true,
    );
    for (const { question } of asked) await answerBest(school, question);
    await school.getByText('Đã lưu', { exact: true }).waitFor();
    for (const { question, evidence } of asked) {
      if (evidence !== 'REQUIRED') continue;
      const card = school.locator(`[id="criterion-${question}"]`);
      const file = { name: `${question}.pdf`, mimeType: 'application/pdf', buffer: PDF };
      const picked = school.waitForEvent('filechooser');
      await card.getByRole('button', { name: 'Chọn tệp' }).click();
      await (await picked).setFiles(file);
      await card.getByRole('button', { name: file.name, exact: true }).waitFor();
    }
    await isFit(school);
    const handIn = school.getByRole('button', { name: 'Nộp báo cáo' });
    await until(() => handIn.isEnabled());
    await handIn.click();
    await school.getByText('Đã nộp báo cáo.', { exact: true }).waitFor();

    const reviewer = await openAs('reviewer', '/review');
    await reviewer.getByRole('link', { name: 'Trường Tiểu học Một' }).click();
    await reviewer.getByRole('button', { name: 'Duyệt', exact: true }).click();
    await reviewer.getByRole('dialog').getByRole('button', { name: 'Duyệt', exact: true }).click();
    await reviewer
      .getByText(/^Đã duyệt báo cáo của /)
      .first()
      .waitFor();

    // The planner sees how many have reported, and the level of the school.
    await planner.reload();
    await planner.getByText('1/2').first().waitFor();
    await planner.goto(`${console.address}/institutions/T1`);
    await planner.getByText('Cả bộ tiêu chí: mức 3').waitFor();
    await isFit(planner);

    await setTarget(planner);
    await seesLevels(planner);
  });

  const LEVEL_2 = decision.newIndicators[0]!.name.vi;
  const LEVEL_3 = decision.newIndicators[1]!.name.vi;

  /** The department wants 80% at level 2 by 2030. */
  async function setTarget(planner: Page): Promise<void> {
    await planner.goto(`${console.address}/operations?tab=plans`);
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
    await target.getByLabel('Chỉ số đo').selectOption(LEVEL_2);
    await target.getByLabel('Năm').fill('2030');
    await target.getByLabel('Phần trăm').fill('80');
    await target.getByRole('button', { name: 'Đặt chỉ tiêu' }).click();
    await planner.getByText(/^Đã đặt chỉ tiêu “.*2030”: 80%/).waitFor();
  }

  /** The overview shows what the department measures, and no table of pillars that nobody asked about. */
  async function seesLevels(planner: Page): Promise<void> {
    await planner.goto(console.address);
    const schools = planner.getByRole('region', { name: 'Giáo dục phổ thông' });
    const lineOf = (name: string) => schools.getByRole('row').filter({ hasText: name });
    await lineOf(LEVEL_2).getByRole('button', { name: '1/2 cơ sở' }).waitFor();
    expect(await lineOf(LEVEL_2).textContent()).toMatch(/50,0%.*80%: .*còn 30,0 điểm/);
    await lineOf(LEVEL_3).getByRole('button', { name: '1/2 cơ sở' }).waitFor();
    expect(await schools.locator('tbody tr').count()).toBe(2);
    expect(await planner.getByText('trụ cột').count()).toBe(0);
    expect(await planner.getByRole('region', { name: 'Cao đẳng và nghề nghiệp' }).count()).toBe(0);
    await planner
      .getByText(`50,0% cơ sở giáo dục phổ thông (1/2) đã hoàn thành chỉ số “${LEVEL_2}”`)
      .waitFor();

    // The trend and the units below are of the level that is chosen, and the address says which.
    const trend = planner.getByRole('region', { name: 'Xu hướng' });
    await planner.getByLabel('Chỉ số đo').selectOption(LEVEL_3);
    expect(new URL(planner.url()).searchParams.get('in')).toBe('decision-4725-level-3');
    await trend.getByRole('row').filter({ hasText: '20/11/2026' }).getByText('1/2 cơ sở').waitFor();
    const below = planner.getByRole('region', { name: 'Các đơn vị bên dưới' });
    await below.getByRole('row').filter({ hasText: 'Xã Một' }).getByText('1/2 cơ sở').waitFor();
    await isFit(planner);

    // Whoever opens the address on a phone sees the same, and which schools are counted.
    await lineOf(LEVEL_3).getByRole('button', { name: '1/2 cơ sở' }).click();
    const list = planner.getByRole('dialog', { name: `Giáo dục phổ thông · ${LEVEL_3}` });
    await list.getByText('Hoàn thành: 1', { exact: true }).waitFor();
    const phone = await console.open(planner.url().slice(console.address.length), {
      viewport: PHONE,
    });
    const there = phone.getByRole('dialog');
    await there.getByRole('link', { name: 'Trường Tiểu học Một' }).waitFor();
    await isFit(phone);
    await there.getByRole('button', { name: 'Đóng' }).click();
    await phone
      .getByRole('region', { name: 'Xu hướng' })
      .getByRole('rowheader', { name: '20/11/2026' })
      .waitFor();
    await isFit(phone);
  }
});
