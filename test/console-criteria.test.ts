import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { readFramework } from '../src/frameworks/read-framework.js';
import { workbookOf } from '../src/frameworks/workbook/write-workbook.js';
import {
  beyondKeyboard,
  needsBrowser,
  PHONE,
  problemsOf,
  sidewaysOf,
  startConsole,
  until,
  type ConsoleHub,
} from './support/browser.js';
import { addDemoAccounts, openSignedIn } from './support/console-accounts.js';
import { ownFramework } from './support/department.js';
import { castOf } from './support/reporting.js';

const NAME = 'Bộ tiêu chí của sở';
const JSON_TYPE = 'application/json';
const XLSX_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

needsBrowser('the criteria in the console', () => {
  let console: ConsoleHub;
  beforeAll(async () => {
    console = await startConsole();
    await addDemoAccounts(console.hub.em);
  });
  afterAll(() => console.close());

  const openCriteria = (who: string, options: Parameters<ConsoleHub['open']>[1] = {}) =>
    openSignedIn(console, who, '/operations?tab=criteria', options);

  /** A framework of the department's own, after a change. */
  function framework(code: string, change: (file: any) => void = () => {}) {
    const file = JSON.parse(ownFramework(code));
    file.name = { vi: NAME, en: 'The department’s set' };
    change(file);
    return file;
  }

  async function choose(page: Page, name: string, content: string | Buffer): Promise<void> {
    const chooser = page.waitForEvent('filechooser');
    await page.getByRole('button', { name: 'Chọn tệp' }).click();
    const mimeType = name.endsWith('.xlsx') ? XLSX_TYPE : JSON_TYPE;
    await (await chooser).setFiles({ name, mimeType, buffer: Buffer.from(content) });
  }

  async function isFit(page: Page): Promise<void> {
    // A page takes a moment to become as narrow as its window.
    await until(async () => (await sidewaysOf(page)) === 0);
    expect(await problemsOf(page)).toEqual([]);
  }

  test('a file with problems is told with the place of each, and nothing is stored', async () => {
    const page = await openCriteria('planner', { viewport: PHONE });
    const wrong = framework('wrong', (file) => {
      delete file.sections[1].gapReason;
      file.criteria[3].condition = true;
    });

    await choose(page, 'sai.json', JSON.stringify(wrong));
    await page.getByRole('heading', { name: 'Tệp sai.json có lỗi' }).waitFor();
    await page.getByText('sections.1.maximum').waitFor();
    await page.getByText(/Nhóm 2 công bố 100 điểm/).waitFor();
    await page.getByText('criteria.3').waitFor();
    await isFit(page);

    const workbook = await workbookOf(readFramework(JSON.stringify(framework('wrong'))).file!);
    await choose(page, 'hong.xlsx', workbook.subarray(0, 3000));
    await page.getByRole('heading', { name: 'Tệp hong.xlsx có lỗi' }).waitFor();
    await choose(page, 'lon.json', JSON.stringify({ a: 'x'.repeat(300_000) }));
    await page.getByText('Tệp lon.json quá lớn.').waitFor();
    const drafts = await console.hub.em.fork().execute('select id from framework_draft');
    expect(drafts).toEqual([]);
  });

  test('a planner stores a draft, sees its form as a kind of school does, and cannot publish it', async () => {
    const page = await openCriteria('planner');
    const workbook = await workbookOf(readFramework(JSON.stringify(framework('own'))).file!);
    await choose(page, 'cua-so.xlsx', workbook);
    await page.getByText('Tệp cua-so.xlsx hợp lệ và sẽ được lưu thành bản thảo mới.').waitFor();
    await page.getByText('7 câu hỏi, 7 tiêu chí').waitFor();
    await page.getByText('Đạt từ mức 2 (ví dụ) (mới)').waitFor();
    expect(await problemsOf(page)).toEqual([]);
    await page.getByRole('button', { name: 'Lưu bản thảo' }).click();

    await page.getByText('Đã lưu bản thảo.').waitFor();
    await page.getByRole('heading', { name: `${NAME}, phiên bản 1` }).waitFor();
    await page.getByText('Người vận hành công bố bản thảo này.').waitFor();
    expect(await page.getByRole('button', { name: /^Công bố/ }).count()).toBe(0);
    const row = page.getByRole('row').filter({ hasText: NAME });
    await row.getByText('Bản thảo', { exact: true }).waitFor();

    await page.locator('summary', { hasText: 'Xem trước mẫu báo cáo' }).click();
    const form = page.locator('details', { hasText: 'Xem trước mẫu báo cáo' });
    await form.getByText('1.1', { exact: true }).waitFor();
    await form.getByText('2.2', { exact: true }).waitFor();
    expect(await form.getByText('2.3', { exact: true }).count()).toBe(0);
    await form.getByLabel('Xem như').selectOption('Trường trung học phổ thông');
    await form.getByText('2.3', { exact: true }).waitFor();
    await form.getByLabel('Không áp dụng với cơ sở này').check();
    await form.getByLabel('Lý do không áp dụng').waitFor();
    await isFit(page);
    await page.setViewportSize(PHONE);
    await isFit(page);
    expect(await beyondKeyboard(page)).toEqual([]);
  });

  test('an operator publishes it after being told what that does, compares the next one, discards and retires', async () => {
    const page = await openCriteria('operator');
    await page.getByRole('link', { name: NAME }).click();
    await page.getByRole('button', { name: `Công bố: ${NAME}` }).click();
    const dialog = page.getByRole('dialog');
    await dialog
      .getByText(/công khai cho mọi người và không sửa được nữa. Hiệu lực từ 01\/01\/2026/)
      .waitFor();
    await dialog.getByText(/Hệ thống có thêm 1 chỉ số: Đạt từ mức 2 \(ví dụ\)/).waitFor();
    await dialog.getByRole('button', { name: 'Xác nhận: Công bố' }).click();
    await page.getByText('Đã công bố.').waitFor();
    const row = page.getByRole('row').filter({ hasText: NAME });
    await row.getByText('Đang có hiệu lực').waitFor();

    const second = framework('own', (file) => {
      Object.assign(file, { version: 2, validFrom: '2027-01-01' });
      file.criteria[5].points.maximum = 50;
    });
    await choose(page, 'lan-2.json', JSON.stringify(second));
    await page.getByRole('button', { name: 'Lưu bản thảo' }).click();
    await page.getByRole('heading', { name: `${NAME}, phiên bản 2` }).waitFor();
    const comparison = page.getByRole('group', { name: 'So với phiên bản 1' });
    await comparison.getByText('Đổi điểm: 2.2').waitFor();
    await comparison.getByText('Tối đa 60 điểm').waitFor();
    await comparison.getByText('Tối đa 50 điểm').waitFor();
    await isFit(page);
    await page.getByRole('button', { name: `Bỏ bản thảo: ${NAME}` }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Xác nhận: Bỏ bản thảo' }).click();
    await page.getByText('Đã bỏ bản thảo.').waitFor();
    await until(async () => (await page.getByRole('link', { name: NAME }).count()) === 1);

    await page.getByRole('link', { name: NAME }).click();
    await page.locator('summary', { hasText: 'Ngừng áp dụng' }).click();
    await page.getByLabel('Ngày cuối có hiệu lực').fill('2026-12-31');
    await page.getByRole('button', { name: `Ngừng áp dụng: ${NAME}` }).click();
    await page
      .getByRole('dialog')
      .getByText('Bộ tiêu chí hết hiệu lực sau ngày 31/12/2026.')
      .waitFor();
    await page.getByRole('button', { name: 'Xác nhận: Ngừng áp dụng' }).click();
    await page.getByText('Đã đặt ngày cuối.').waitFor();
    await row.getByText('từ 01/01/2026 đến 31/12/2026').waitFor();
    await isFit(page);
  });

  test('a planner tries a set on the answers that there are, and is told what the graph says', async () => {
    const { hub } = console;
    const { planner } = await castOf(hub);
    const { frameworks, unit } = await hub.data(
      `{ frameworks { id code name } unit: administrativeUnit(code: "68", kind: PROVINCE) { id name } }`,
      {},
      { 'accept-language': 'vi' },
    );
    const set = frameworks.find(({ code }: any) => code === 'decision-4725-unconfirmed');
    const { frameworkTrial } = await hub.data(
      `query ($framework: ID!, $unit: ID!) {
        frameworkTrial(framework: $framework, unit: $unit, asOf: "2026-06-01") {
          summary { institutions unknown levels { level institutions } }
          institutions(first: 100) { institution { name code } unasked } } }`,
      { framework: set.id, unit: unit.id },
      planner,
    );
    const { summary, institutions } = frameworkTrial;
    expect(summary.levels.length).toBeGreaterThan(1);

    const page = await openCriteria('planner');
    await page.getByRole('link', { name: set.name }).first().click();
    await page.locator('summary', { hasText: 'Thử trên câu trả lời đã có' }).click();
    const trial = page.locator('details', { hasText: 'Thử trên câu trả lời đã có' });
    await trial.getByLabel('Đơn vị').selectOption(unit.name);
    await trial.getByLabel('Theo câu trả lời đến ngày').fill('2026-06-01');
    await trial.getByRole('button', { name: 'Thử', exact: true }).click();

    const count = (value: number) => new Intl.NumberFormat('vi').format(value);
    await trial
      .getByText(
        `Giả định theo câu trả lời đã duyệt đến 01/06/2026: xét ${count(summary.institutions)} cơ sở, trong đó ${count(summary.unknown)} cơ sở chưa kết luận được`,
      )
      .waitFor();
    const levels = trial.getByRole('group', { name: 'Số cơ sở theo mức' });
    expect(await levels.locator('tbody tr').allInnerTexts()).toEqual(
      summary.levels.map(
        ({ level, institutions: many }: any) => `${level ?? 'Chưa kết luận được'}\t${count(many)}`,
      ),
    );
    const [first] = institutions;
    await trial.getByText(`${first.institution.name} (${first.institution.code})`).waitFor();
    await isFit(page);
    await page.setViewportSize(PHONE);
    await isFit(page);
    expect(await beyondKeyboard(page)).toEqual([]);
  });

  test('what is there is downloaded, and uploaded again says that it is there', async () => {
    const page = await openCriteria('planner', { language: 'en' });
    await page.getByRole('link', { name: 'The department’s set' }).click();
    await page.getByText('In force from').waitFor();
    const saved = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Download JSON' }).click();
    const file = await saved;
    expect(file.suggestedFilename()).toBe('own-1.json');

    const chooser = page.waitForEvent('filechooser');
    await page.getByRole('button', { name: 'Choose a file' }).click();
    const buffer = await readFile(await file.path());
    await (await chooser).setFiles({ name: 'own-1.json', mimeType: JSON_TYPE, buffer });
    await page.getByText('says the same as what is there').waitFor();
    expect(await page.getByRole('button', { name: 'Store the draft' }).count()).toBe(0);

    const template = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Download the Excel template' }).click();
    expect((await template).suggestedFilename()).toBe('template.xlsx');
    expect(await problemsOf(page)).toEqual([]);
  });
});
