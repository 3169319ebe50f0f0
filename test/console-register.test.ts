import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Locator, Page } from 'playwright-core';
import { verifyCounts } from '../src/counts/rebuild.service.js';
import {
  needsBrowser,
  PHONE,
  problemsOf,
  sidewaysOf,
  startConsole,
  until,
  type ConsoleHub,
} from './support/browser.js';
import { addDemoAccounts, openSignedIn } from './support/console-accounts.js';
import { csv } from './support/files.js';
import { bring } from './support/imports.js';
import { idOfUnit, signIn, type Headers } from './support/people.js';

/** The day of the hub. */
const TODAY = '2026-11-25';

needsBrowser('the register in the console', () => {
  let console: ConsoleHub;
  let operator: Headers;
  beforeAll(async () => {
    console = await startConsole();
    await addDemoAccounts(console.hub.em);
    await bring(
      console.hub,
      'UNITS',
      csv(
        'kind,code,name,parent_code,valid_from',
        'PROVINCE,99,Tỉnh Láng Giềng,,2025-07-01',
        'COMMUNE,99001,Xã Láng Giềng,99,2025-07-01',
      ),
    );
    await bring(
      console.hub,
      'INSTITUTIONS',
      csv(
        'system,code,name,kind,levels,ownership,unit_code,opened_on',
        'MOET,LG-1,Trường Tiểu học Láng Giềng,PRIMARY_SCHOOL,PRIMARY,PUBLIC,99001,2025-09-05',
      ),
    );
    operator = await signIn(console.hub, { role: 'OPERATOR' }, 'Anh Bình');
  });
  afterAll(async () => {
    await expect(verifyCounts(console.hub.em)).resolves.toEqual([]);
    await console.close();
  });

  let last = 0;
  /** A new primary school in Xã Đức Lập, which nobody has seen yet. */
  async function school(
    name: string,
    input: object = {},
  ): Promise<{ id: string; code: string; version: number }> {
    const { institutionCreate } = await console.hub.data(
      `mutation ($input: InstitutionCreateInput!) { institutionCreate(input: $input) {
        institution { id code version } userErrors { message } } }`,
      {
        input: {
          ...{ name, kind: 'PRIMARY_SCHOOL', levels: ['PRIMARY'], ownership: 'PUBLIC' },
          ...{ system: 'MOET', code: `DK-${++last}`, openedOn: '2025-09-05', reason: 'Thử' },
          unit: await idOfUnit(console.hub, '24664', TODAY),
          ...input,
        },
      },
      operator,
    );
    expect(institutionCreate.userErrors).toEqual([]);
    return institutionCreate.institution;
  }

  const openSchool = (
    code: string,
    who = 'planner',
    options: Parameters<ConsoleHub['open']>[1] = {},
  ) => openSignedIn(console, who, `/institutions/${code}`, options);

  /** Opens a form that is folded. */
  async function formOf(page: Page, title: string): Promise<Locator> {
    await page.locator('summary', { hasText: title }).click();
    return page.getByRole('form', { name: title });
  }

  const press = (form: Locator, name: string) => form.getByRole('button', { name }).click();

  /** What a form says that it would change. */
  const effectIn = (form: Locator) =>
    form.getByRole('region', { name: 'Nếu lưu, điều gì sẽ thay đổi' });

  async function choose(page: Page, form: Locator, label: string, name: string): Promise<void> {
    await form.getByRole('combobox', { name: label }).fill(name);
    await page.getByRole('option', { name: new RegExp(`^${name}`) }).click();
  }

  async function isFit(page: Page): Promise<void> {
    await until(async () => (await sidewaysOf(page)) === 0);
    expect(await problemsOf(page)).toEqual([]);
  }

  const heading = (page: Page, name: string) => page.getByRole('heading', { level: 1, name });
  const saved = (page: Page) =>
    page.getByRole('status').getByText('Đã lưu vào sổ đăng ký.').waitFor();
  const history = (page: Page) => page.getByRole('region', { name: 'Lịch sử' });
  const about = (page: Page) => page.getByRole('region', { name: 'Thông tin' });

  test('a planner adds a school on a phone: what is missing, what would change, and then it is there', async () => {
    const page = await openSignedIn(
      console,
      'planner',
      '/institutions?unit=24664&unitKind=COMMUNE',
      { viewport: PHONE },
    );
    const form = await formOf(page, 'Thêm cơ sở mới');
    await form
      .getByRole('combobox', { name: 'Nơi trực thuộc' })
      .and(form.locator('[value*="Xã Đức Lập"]'))
      .waitFor();
    await press(form, 'Xem trước');
    const missing = form.getByRole('alert').getByRole('link');
    expect(await missing.allTextContents()).toEqual([
      'Tên: còn trống. Hãy điền.',
      'Loại: còn trống. Hãy điền.',
      'Cấp học: còn trống. Hãy điền.',
      'Lý do (quyết định, văn bản): còn trống. Hãy điền.',
    ]);
    await form.getByLabel('Tên', { exact: false }).first().fill('Trường Tiểu học Kim Đồng');
    await form.getByRole('combobox', { name: 'Loại', exact: true }).selectOption('Trường tiểu học');
    expect(await form.getByLabel('Tiểu học', { exact: true }).isChecked()).toBe(true);
    await form.getByLabel('Mã (có thể để trống)').fill('KD-01');
    await form.getByLabel('Ngày thành lập').fill('2025-09-05');
    await form.getByLabel('Lý do').fill('Quyết định 12/QĐ-UBND');
    await press(form, 'Xem trước');
    const effect = effectIn(form);
    await effect.and(page.locator(':focus')).waitFor();
    await effect.getByText('Nơi trực thuộc: Xã Đức Lập (24664)').waitFor();
    await effect.getByText('Ngày thành lập: 05/09/2025').waitFor();
    await effect.getByText(/^Số liệu ngày 25\/11\/2026/).waitFor();
    await effect.getByText(/^Phải báo cáo thêm trong: Đợt báo cáo bổ sung/).waitFor();
    await effect.getByText(/^Chỉ tiêu liên quan: \d+/).waitFor();
    await isFit(page);
    // What is typed after the preview was not previewed.
    await form.getByLabel('Mã (có thể để trống)').fill('KD-1');
    await effect.waitFor({ state: 'hidden' });
    await press(form, 'Xem trước');
    await effect.waitFor();
    await press(form, 'Thêm vào sổ đăng ký');
    await heading(page, 'Trường Tiểu học Kim Đồng').waitFor();
    await about(page).getByText('KD-1 (MOET) từ 05/09/2025 đến nay').waitFor();
    await history(page)
      .getByText('Chuyên viên kế hoạch Lâm Đồng (minh hoạ) đã thêm cơ sở giáo dục')
      .waitFor();
    await history(page).getByText('(Quyết định 12/QĐ-UBND)').waitFor();
    await isFit(page);
  });

  test('a school that looks like a recorded one is asked about, and is another one when that is said', async () => {
    await school('Trường Tiểu học Lê Lợi');
    const page = await openSignedIn(
      console,
      'operator',
      '/institutions?unit=24664&unitKind=COMMUNE',
    );
    const form = await formOf(page, 'Thêm cơ sở mới');
    await form.getByLabel('Tên', { exact: false }).first().fill('Trường Tiểu học Lê Lợi');
    await form.getByRole('combobox', { name: 'Loại', exact: true }).selectOption('Trường tiểu học');
    await form.getByLabel('Ngày thành lập').fill('2026-09-05');
    await form.getByLabel('Lý do').fill('Trường thứ hai cùng tên');
    await press(form, 'Xem trước');
    await form
      .getByRole('alert')
      .getByText(/nếu là cơ sở khác, hãy xác nhận/)
      .waitFor();
    await form.getByLabel('Đây là một cơ sở khác').check();
    await press(form, 'Xem trước');
    await effectIn(form).waitFor();
    await press(form, 'Thêm vào sổ đăng ký');
    await heading(page, 'Trường Tiểu học Lê Lợi').waitFor();
    // Without a code it gets one of the hub.
    await about(page)
      .getByText(/^HUB-\d+ \(HUB\)/)
      .waitFor();
  });

  test('a school that is older than its commune is added in the unit of its first day', async () => {
    const page = await openSignedIn(console, 'operator', '/institutions');
    const form = await formOf(page, 'Thêm cơ sở mới');
    await form.getByLabel('Tên', { exact: false }).first().fill('Trường Tiểu học Có Từ Lâu');
    const kind = form.getByRole('combobox', { name: 'Loại', exact: true });
    await kind.selectOption('Trường tiểu học');
    await choose(page, form, 'Nơi trực thuộc', 'Xã Đức Lập');
    await form.getByLabel('Ngày thành lập').fill('2012-09-05');
    await form.getByLabel('Lý do').fill('Bổ sung hồ sơ');
    await press(form, 'Xem trước');
    await form
      .getByRole('alert')
      .getByText(/“Xã Đức Lập” \(24664\) có từ/)
      .waitFor();
    await choose(page, form, 'Nơi trực thuộc', 'Thị trấn Đắk Mil');
    await press(form, 'Xem trước');
    await effectIn(form).getByText('Nơi trực thuộc: Thị trấn Đắk Mil (24664)').waitFor();
    await press(form, 'Thêm vào sổ đăng ký');
    await heading(page, 'Trường Tiểu học Có Từ Lâu').waitFor();
    // The commune that took the township over has it now.
    await about(page)
      .getByText(/^Thị trấn Đắk Mil từ .* đến 30\/06\/2025/)
      .waitFor();
    await about(page)
      .getByText(/^Xã Đức Lập từ 01\/07\/2025 đến nay/)
      .waitFor();
  });

  test('a new name holds from its day on: previewed, saved, shown at once and in the history', async () => {
    const { code } = await school('Trường Tiểu học Trần Phú');
    const page = await openSchool(code);
    const form = await formOf(page, 'Thay đổi thông tin, đổi tên, chuyển nơi');
    await form.getByLabel('Thay đổi từ ngày nào').fill('2026-09-01');
    await form.getByLabel('Tên', { exact: false }).first().fill('Trường Tiểu học Nguyễn Du');
    await form.getByLabel('Lý do').fill('Quyết định 7/QĐ-UBND');
    await press(form, 'Xem trước');
    const effect = effectIn(form);
    await effect
      .getByText('Tên: Trường Tiểu học Trần Phú → Trường Tiểu học Nguyễn Du, từ ngày 01/09/2026')
      .waitFor();
    await effect.getByText('Không có số liệu nào của ngày 25/11/2026 thay đổi.').waitFor();
    await isFit(page);
    await press(form, 'Lưu thay đổi');
    await saved(page);
    await heading(page, 'Trường Tiểu học Nguyễn Du').waitFor();
    await history(page)
      .getByText(
        'Tên: Trường Tiểu học Trần Phú → Trường Tiểu học Nguyễn Du, từ ngày 01/09/2026 (Quyết định 7/QĐ-UBND)',
      )
      .waitFor();
    const { then, now } = await console.hub.data(
      `query ($code: String!) {
        then: institution(code: $code, on: "2026-08-31") { name }
        now: institution(code: $code) { name } }`,
      { code },
    );
    expect([then.name, now.name]).toEqual([
      'Trường Tiểu học Trần Phú',
      'Trường Tiểu học Nguyễn Du',
    ]);
    // The same once more changes nothing, and there is nothing to save.
    const again = await formOf(page, 'Thay đổi thông tin, đổi tên, chuyển nơi');
    await again.getByLabel('Thay đổi từ ngày nào').fill('2026-10-01');
    await again.getByLabel('Lý do').fill('Thử lại');
    await press(again, 'Xem trước');
    await effectIn(again).getByText('Không có gì thay đổi').waitFor();
    expect(await again.getByRole('button', { name: 'Lưu thay đổi' }).count()).toBe(0);
  });

  test('a move shows whose figures it moves; a day before the school, and a place of somebody else, are refused at their fields', async () => {
    const { code } = await school('Trường Tiểu học Chuyển Nơi');
    const page = await openSchool(code);
    const form = await formOf(page, 'Thay đổi thông tin, đổi tên, chuyển nơi');
    const from = form.getByLabel('Thay đổi từ ngày nào');
    await from.fill('2025-08-01');
    await choose(page, form, 'Nơi trực thuộc', 'Phường Bắc Gia Nghĩa');
    await form.getByLabel('Lý do').fill('Chuyển địa điểm');
    await press(form, 'Xem trước');
    await form
      .getByRole('alert')
      .getByText('Ngày thay đổi “2025-08-01” trước ngày thành lập')
      .waitFor();
    expect(await from.getAttribute('aria-invalid')).toBe('true');
    await from.fill('2026-09-01');
    await choose(page, form, 'Nơi trực thuộc', 'Xã Láng Giềng');
    await press(form, 'Xem trước');
    await form
      .getByRole('alert')
      .getByRole('link', { name: /^Cơ sở hoặc nơi đã chọn không thuộc đơn vị bạn phụ trách/ })
      .waitFor();
    await choose(page, form, 'Nơi trực thuộc', 'Phường Bắc Gia Nghĩa');
    await press(form, 'Xem trước');
    const effect = effectIn(form);
    await effect
      .getByText(
        'Nơi trực thuộc: Xã Đức Lập (24664) → Phường Bắc Gia Nghĩa (24611), từ ngày 01/09/2026',
      )
      .waitFor();
    const figures = effect.getByRole('row');
    await figures.filter({ hasText: 'Xã Đức Lập' }).getByText(/→/).first().waitFor();
    await figures.filter({ hasText: 'Phường Bắc Gia Nghĩa' }).getByText(/→/).first().waitFor();
    await press(form, 'Lưu thay đổi');
    await saved(page);
    await about(page)
      .getByText(/^Phường Bắc Gia Nghĩa từ 01\/09\/2026 đến nay/)
      .waitFor();
  });

  test('a stale tab says so, keeps what was typed, and goes on with the newest record', async () => {
    const { id, code, version } = await school('Trường Tiểu học Hai Tab');
    const page = await openSchool(code);
    const form = await formOf(page, 'Thay đổi thông tin, đổi tên, chuyển nơi');
    await form.getByLabel('Vì sao thay đổi').selectOption('Ghi nhầm, sửa cho đúng');
    await form.getByLabel('Loại hình sở hữu').selectOption('Ngoài công lập');
    await form.getByLabel('Lý do').fill('Ghi nhầm');
    await console.hub.data(
      `mutation ($input: InstitutionChangeInput!) { institutionChange(input: $input) { userErrors { code } } }`,
      { input: { id, version, name: 'Trường Tiểu học Tên Mới', reason: 'Sai tên' } },
      operator,
    );
    await press(form, 'Xem trước');
    await form
      .getByRole('alert')
      .getByText(/người khác đã thay đổi hồ sơ này/)
      .waitFor();
    await heading(page, 'Trường Tiểu học Tên Mới').waitFor();
    expect(await form.getByLabel('Tên', { exact: false }).first().inputValue()).toBe(
      'Trường Tiểu học Tên Mới',
    );
    await press(form, 'Xem trước');
    await effectIn(form)
      .getByText(/^Loại hình sở hữu: Công lập → Ngoài công lập \(sửa lại/)
      .waitFor();
    await press(form, 'Lưu thay đổi');
    await saved(page);
    await about(page).getByText('Ngoài công lập').waitFor();
    await heading(page, 'Trường Tiểu học Tên Mới').waitFor();
  });

  test('a campus is added, renamed and closed, and the office gets its contact', async () => {
    const { code } = await school('Trường Tiểu học Có Điểm Trường');
    const page = await openSchool(code, 'planner', { viewport: PHONE });
    const adding = await formOf(page, 'Thêm phân hiệu, điểm trường');
    await adding.getByLabel('Tên', { exact: false }).first().fill('Điểm trường thôn 5');
    await adding.getByLabel('Mã', { exact: false }).first().fill(`${code}-1`);
    await adding.getByLabel('Ngày đầu tiên').fill('2026-09-05');
    await adding.getByLabel('Lý do').fill('Quyết định 15/QĐ-UBND');
    await press(adding, 'Xem trước');
    await effectIn(adding).getByText('Tên: Điểm trường thôn 5').waitFor();
    await effectIn(adding).getByText('Ngày đầu tiên: 05/09/2026').waitFor();
    await isFit(page);
    await press(adding, 'Lưu điểm trường');
    await saved(page);
    await about(page).getByText(`Điểm trường thôn 5 (${code}-1), Xã Đức Lập`).waitFor();

    const changing = await formOf(page, 'Đổi tên, sửa, đóng điểm trường');
    const name = changing.getByLabel('Tên', { exact: false }).first();
    expect(await name.inputValue()).toBe('Điểm trường thôn 5');
    await name.fill('Điểm trường thôn 6');
    await changing.getByLabel('Ngày hoạt động cuối cùng').fill('2026-11-30');
    await changing.getByLabel('Lý do').fill('Sắp xếp lại');
    await press(changing, 'Xem trước');
    await effectIn(changing).getByText('Tên: Điểm trường thôn 5 → Điểm trường thôn 6').waitFor();
    await press(changing, 'Lưu thay đổi của điểm trường');
    await about(page)
      .getByText(/^Điểm trường thôn 6 .* đến 30\/11\/2026/)
      .waitFor();
    await history(page).getByText('Tên: Điểm trường thôn 5 → Điểm trường thôn 6').waitFor();

    const contact = await formOf(page, 'Liên hệ của văn phòng');
    await contact.getByLabel('Thư điện tử của văn phòng').fill('thon6@truong.edu.vn');
    await contact.getByLabel('Điện thoại của văn phòng').fill('123');
    await press(contact, 'Lưu liên hệ');
    await contact
      .getByRole('alert')
      .getByText(/ít nhất 6 chữ số/)
      .waitFor();
    await contact.getByLabel('Điện thoại của văn phòng').fill('0261 3822 123');
    await press(contact, 'Lưu liên hệ');
    await about(page).getByText('0261 3822 123').waitFor();
    await about(page).getByRole('link', { name: 'thon6@truong.edu.vn' }).waitFor();
    await history(page).getByText('đã ghi liên hệ của văn phòng cơ sở').waitFor();
    await isFit(page);

    // The public sees the campus, and no contact.
    const stranger = await console.open(`/institutions/${code}`);
    await about(stranger)
      .getByText(/^Điểm trường thôn 6/)
      .waitFor();
    expect(await about(stranger).getByText('0261 3822 123').count()).toBe(0);
  });

  test('a school is closed, and the closing is taken back', async () => {
    const { code } = await school('Trường Tiểu học Đóng Rồi Mở');
    const page = await openSchool(code, 'planner', { viewport: PHONE });
    const form = await formOf(page, 'Đóng cửa cơ sở');
    await form.getByLabel('Ngày hoạt động cuối cùng').fill('2025-01-01');
    await form.getByLabel('Lý do').fill('Giải thể');
    await press(form, 'Xem trước');
    await form
      .getByRole('alert')
      .getByText(/trước ngày thành lập/)
      .waitFor();
    await form.getByLabel('Ngày hoạt động cuối cùng').fill('2026-10-31');
    await press(form, 'Xem trước');
    const effect = effectIn(form);
    await effect.getByText('Ngày hoạt động cuối cùng: 31/10/2026').waitFor();
    await effect.getByRole('row').filter({ hasText: 'Xã Đức Lập' }).waitFor();
    await isFit(page);
    await press(form, 'Ghi ngày đóng cửa');
    await saved(page);
    await about(page).getByText('31/10/2026').first().waitFor();
    await isFit(page);
    const back = await formOf(page, 'Bỏ việc đóng cửa');
    await back.getByLabel('Lý do').fill('Ghi nhầm trường');
    await press(back, 'Xem trước');
    await effectIn(back).getByText('Ngày hoạt động cuối cùng: 31/10/2026 → không có').waitFor();
    await press(back, 'Ghi là chưa từng đóng');
    await saved(page);
    await page.locator('summary', { hasText: 'Bỏ việc đóng cửa' }).waitFor({ state: 'hidden' });
    await history(page).getByText('(Ghi nhầm trường)').waitFor();
  });

  test('a school with a report that nobody has decided on closes only when that is said', async () => {
    const [open] = await console.hub.em.fork().execute<{ code: string }[]>(
      `select institution.code from status_update
       join reporting_round as round on round.id = round_id
       join institution on institution.id = institution_id
       where state = 'SUBMITTED' and withdrawn_at is null and round.closed_at is null
       order by institution.id limit 1`,
    );
    const page = await openSchool(open!.code);
    const form = await formOf(page, 'Đóng cửa cơ sở');
    await form.getByLabel('Ngày hoạt động cuối cùng').fill('2026-12-31');
    await form.getByLabel('Lý do').fill('Giải thể');
    expect(await form.getByLabel('Vẫn đóng cửa').count()).toBe(0);
    await press(form, 'Xem trước');
    await form
      .getByRole('alert')
      .getByRole('link', { name: /còn báo cáo chưa được duyệt/ })
      .click();
    await form.getByLabel('Vẫn đóng cửa').check();
    await press(form, 'Xem trước');
    // The figures are of the day of the change, which is still to come.
    await effectIn(form)
      .getByText(/ngày 31\/12\/2026/)
      .first()
      .waitFor();
    await press(form, 'Ghi ngày đóng cửa');
    await saved(page);
    await about(page).getByText('31/12/2026').first().waitFor();
  });

  test('a code that another one has is refused at its field; a new one replaces the old, and the page stays', async () => {
    const [one, other] = [await school('Trường Mã Cũ'), await school('Trường Mã Khác')];
    const page = await openSchool(one.code);
    const form = await formOf(page, 'Thêm hoặc đổi mã');
    await form.getByLabel('Mã', { exact: false }).first().fill(other.code);
    await form.getByLabel('Lý do').fill('Mã mới của Bộ');
    await press(form, 'Xem trước');
    await form
      .getByRole('alert')
      .getByRole('link', { name: /“Trường Mã Khác”/ })
      .waitFor();
    await form.getByLabel('Mã', { exact: false }).first().fill('DK-MOI');
    await form.getByLabel('Thay cho mã').selectOption(`${one.code} (MOET)`);
    await press(form, 'Xem trước');
    await form.getByRole('alert').getByRole('link').first().waitFor();
    await form.getByLabel('Dùng mã từ ngày').fill('2026-09-01');
    await press(form, 'Xem trước');
    await effectIn(form).getByText(`Mã: ${one.code} → DK-MOI, từ ngày 01/09/2026`).waitFor();
    await press(form, 'Lưu mã');
    await saved(page);
    await about(page).getByText('DK-MOI (MOET) từ 01/09/2026 đến nay').waitFor();
    await about(page).getByText(`${one.code} (MOET) từ 05/09/2025 đến 31/08/2026`).waitFor();
    expect(new URL(page.url()).pathname).toBe('/institutions/DK-MOI');
  });

  test('two schools merge: recorded on the page of one, it stands on both, and the first is closed', async () => {
    const [one, other] = [await school('Trường Sáp Nhập'), await school('Trường Tiếp Nhận')];
    const page = await openSchool(one.code);
    const form = await formOf(page, 'Sáp nhập, chia tách');
    await choose(page, form, 'Cơ sở tiếp nhận', 'Trường Sáp Nhập');
    await form.getByLabel('Có hiệu lực từ ngày').fill('2026-09-01');
    await form.getByLabel('Lý do').fill('Sắp xếp lại mạng lưới');
    await press(form, 'Xem trước');
    await form
      .getByRole('alert')
      .getByRole('link', { name: /chính cơ sở/ })
      .waitFor();
    await choose(page, form, 'Cơ sở tiếp nhận', 'Trường Tiếp Nhận');
    await form.getByLabel('Số văn bản').fill('7/QĐ-UBND');
    await press(form, 'Xem trước');
    const effect = effectIn(form);
    await effect.getByText('Có hiệu lực từ ngày: 01/09/2026').waitFor();
    await effect.getByText('Văn bản: 7/QĐ-UBND').waitFor();
    await press(form, 'Lưu sáp nhập, chia tách');
    await saved(page);
    await about(page).getByText('Sáp nhập ngày 01/09/2026 vào').waitFor();
    const closing = await formOf(page, 'Đóng cửa cơ sở');
    await closing.getByLabel('Ngày hoạt động cuối cùng').fill('2026-08-31');
    await closing.getByLabel('Lý do').fill('Sắp xếp lại mạng lưới');
    await press(closing, 'Xem trước');
    await effectIn(closing).waitFor();
    await press(closing, 'Ghi ngày đóng cửa');
    await saved(page);
    await isFit(page);
    // The other one finds what has closed, and that the merger is recorded already.
    const later = await openSchool(other.code);
    const more = await formOf(later, 'Sáp nhập, chia tách');
    await more.getByLabel('Điều đã xảy ra').selectOption('Cơ sở khác sáp nhập vào cơ sở này');
    await choose(later, more, 'Cơ sở trước đó', 'Trường Sáp Nhập');
    await more.getByLabel('Có hiệu lực từ ngày').fill('2026-09-01');
    await more.getByLabel('Lý do').fill('Ghi lại');
    await press(more, 'Xem trước');
    await effectIn(more).getByText('Không có gì thay đổi').waitFor();
    const successor = await console.open(`/institutions/${other.code}`);
    await about(successor).getByText('Nhận sáp nhập ngày 01/09/2026:').waitFor();
    await about(successor).getByRole('link', { name: 'Trường Sáp Nhập' }).waitFor();
  });

  test('the list is found by code, owner and what is to be settled, sorted by code, and downloaded as it is shown', async () => {
    const province = await idOfUnit(console.hub, '68', TODAY);
    await school('Trường Chưa Rõ Xã', { code: 'CR-1', unit: province, ownership: 'PRIVATE' });
    const page = await openSignedIn(console, 'planner', '/institutions?unit=68&unitKind=PROVINCE');
    await page.getByLabel('Nơi trực thuộc', { exact: true }).selectOption('Chưa xác định xã');
    await page.getByLabel('Loại hình sở hữu', { exact: true }).selectOption('Ngoài công lập');
    await page.getByText('1 cơ sở, mọi loại', { exact: true }).waitFor();
    await page.getByRole('link', { name: 'Trường Chưa Rõ Xã' }).waitFor();
    await page.getByLabel('Sắp xếp').selectOption('Theo mã');
    expect(new URL(page.url()).search).toBe(
      '?unit=68&unitKind=PROVINCE&settled=no&ownership=PRIVATE&order=CODE',
    );
    await isFit(page);
    const asked = page.waitForRequest(/\/exports\/institutions\.xlsx/);
    const file = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Tải danh sách (Excel)' }).click();
    expect(new URL((await asked).url()).search).toBe(
      '?unit=68&kind=PROVINCE&ownership=PRIVATE&settled=false',
    );
    expect((await file).suggestedFilename()).toBe('institutions.xlsx');

    // Settled by saying where it is.
    await page.getByRole('link', { name: 'Trường Chưa Rõ Xã' }).click();
    const form = await formOf(page, 'Thay đổi thông tin, đổi tên, chuyển nơi');
    await form.getByText(/^Chưa biết cơ sở thuộc xã nào/).waitFor();
    await choose(page, form, 'Nơi trực thuộc', 'Xã Đức Lập');
    await form.getByLabel('Lý do').fill('Đã xác minh');
    await press(form, 'Xem trước');
    await effectIn(form)
      .getByText(/^Nơi trực thuộc: Xã Đức Lập \(24664\)/)
      .waitFor();
    await press(form, 'Lưu thay đổi');
    await saved(page);
    await about(page)
      .getByText(/^Xã Đức Lập từ/)
      .waitFor();
  });

  test('outside their units a planner changes nothing, and the public nothing at all', async () => {
    const planner = await openSchool('LG-1');
    await about(planner).waitFor();
    const visitor = await console.open('/institutions/LG-1');
    await about(visitor).waitFor();
    const list = await console.open('/institutions');
    await list.locator('tbody a').first().waitFor();
    for (const page of [planner, visitor, list]) {
      await page.waitForLoadState('networkidle');
      expect(await page.locator('summary').allTextContents()).toEqual([]);
    }
    const operates = await openSchool('LG-1', 'operator');
    await operates.locator('summary', { hasText: 'Thay đổi thông tin' }).waitFor();
  });
});
