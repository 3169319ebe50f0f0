import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import {
  needsBrowser,
  PHONE,
  problemsOf,
  sidewaysOf,
  startConsole,
  type ConsoleHub,
} from './support/browser.js';
import { addDemoAccounts, openSignedIn } from './support/console-accounts.js';
import { csv } from './support/files.js';
import { workbookOf, workingOnJobs } from './support/import-jobs.js';
import { bring } from './support/imports.js';

const TAB = '/operations?tab=imports';
const HEADER = ['system', 'code', 'name', 'kind', 'levels', 'ownership', 'unit_code', 'opened_on'];
const OPENED = new Date('2025-09-05T00:00:00Z');

needsBrowser('files are brought in by the console', () => {
  let console: ConsoleHub;
  let stop: () => Promise<void>;
  beforeAll(async () => {
    console = await startConsole();
    await addDemoAccounts(console.hub.em);
    stop = workingOnJobs(console.hub);
  });
  afterAll(async () => {
    await stop();
    await console.close();
  });

  const row = (code: string, name: string) => [
    ...['MOET', code, name, 'PRIMARY_SCHOOL', 'PRIMARY', 'PUBLIC', '24664', OPENED],
  ];

  async function choose(page: Page, name: string, content: Buffer): Promise<void> {
    const asked = page.waitForEvent('filechooser');
    await page.getByRole('button', { name: 'Chọn tệp' }).press('Enter');
    await (await asked).setFiles({ name, mimeType: 'application/octet-stream', buffer: content });
  }

  const press = (page: Page, name: string) =>
    page.getByRole('button', { name, exact: true }).click();

  test('a workbook is previewed, asked about, saved and undone, while its page may be closed', async () => {
    const page = await openSignedIn(console, 'operator', TAB);
    const file = await workbookOf([
      HEADER,
      row('0600001', 'Tiểu học Kim Đồng'),
      row('0600002', 'TH Kim Đồng'),
      row('0600003', 'Trường Tiểu học Kim Đồng'),
    ]);
    await choose(page, 'truong.xlsx', file);
    await page.getByText('Đã kiểm tra, chưa lưu').waitFor();
    const address = page.url();
    expect(await page.getByText('Câu hỏi: 2').isVisible()).toBe(true);
    expect(await page.getByRole('button', { name: 'Lưu tất cả' }).count()).toBe(0);

    await page.getByLabel('Trả lời cho dòng 3').selectOption('LEAVE_OUT');
    await press(page, 'Trả lời 1 dòng và kiểm tra lại');
    await page.getByText('Câu hỏi: 1').waitFor();
    await page.close();

    // Another day, another tab: the file waits where it was left.
    const again = await openSignedIn(console, 'operator', address.slice(console.address.length));
    await press(again, 'Tất cả: đúng như tệp');
    await again.getByText('Câu hỏi: 0').waitFor();
    expect(await again.getByText('Bỏ qua: 1 dòng').isVisible()).toBe(true);
    await again.getByText('Tên: Trường Tiểu học Kim Đồng').waitFor();
    expect(await problemsOf(again)).toEqual([]);
    await press(again, 'Lưu tất cả');
    await again.getByText('Đã lưu').waitFor();

    await press(again, 'Hoàn tác lần nhập này');
    await press(again, 'Xác nhận: Hoàn tác lần nhập này');
    await again.getByText('Đã hoàn tác').waitFor();
    await press(again, 'Về danh sách');
    const history = again.getByRole('group', { name: 'Các tệp đã đưa vào' });
    await history.getByText('Hoàn tác “truong.xlsx”').waitFor();
    expect(await history.locator('tbody tr').count()).toBe(2);
  });

  test('what is wrong is told by row and can be left out, also on a phone', async () => {
    const page = await openSignedIn(console, 'planner', TAB, { viewport: PHONE });
    await page.getByLabel('Tệp có gì').waitFor();
    expect(await page.getByLabel('Tệp có gì').locator('option').allInnerTexts()).toEqual([
      'Cơ sở giáo dục',
      'Số liệu nhân lực',
    ]);
    await page.getByText('Ý nghĩa các cột').click();
    await page.getByText('tên tiếng Việt; cột này').waitFor();
    const wrong = await workbookOf([HEADER, row('0610001', 'Tiểu học Một'), row('0610002', '')]);
    await choose(page, 'sai.xlsx', wrong);
    await page.getByText('Lỗi: 1').waitFor();
    await page.getByText('còn trống; ô này phải có').waitFor();
    expect(await sidewaysOf(page)).toBe(0);
    await press(page, 'Bỏ qua 1 dòng này');
    await page.getByText('Tạo mới: 1').waitFor();
    await press(page, 'Bỏ tệp này');
    await page.getByText('Đã bỏ').waitFor();
  });

  test('communes that nobody knows are settled from a list with candidates, many at once', async () => {
    await bring(
      console.hub,
      'UNITS',
      csv(
        'kind,code,name,parent_code,valid_from,valid_to',
        'PROVINCE,97,Tỉnh Chín Bảy,,2020-01-01,',
        'COMMUNE,97001,Xã Cũ,97,2020-01-01,2025-06-30',
        'COMMUNE,97002,Xã Đông,97,2025-07-01,',
        'COMMUNE,97003,Xã Tây,97,2025-07-01,',
      ),
    );
    await bring(
      console.hub,
      'SUCCESSIONS',
      csv(
        'kind,predecessor_code,successor_code,effective_on,extent',
        'COMMUNE,97001,97002,2025-07-01,PART',
        'COMMUNE,97001,97003,2025-07-01,PART',
      ),
    );
    await bring(
      console.hub,
      'INSTITUTIONS',
      csv(
        'system,code,name,kind,levels,ownership,unit_code,opened_on',
        ...['Một', 'Hai', 'Ba'].map(
          (name, index) =>
            `MOET,9700${index},Tiểu học ${name},PRIMARY_SCHOOL,PRIMARY,PUBLIC,97001,2021-09-05`,
        ),
      ),
    );
    const page = await openSignedIn(
      console,
      'operator',
      `${TAB}&settle=yes&unit=97&unitKind=PROVINCE`,
    );
    const list = page.getByRole('group', { name: 'Xác định xã cho cơ sở giáo dục' });
    await list.getByText('Tiểu học Ba').waitFor();
    expect(await list.locator('tbody tr').count()).toBe(3);
    await page.getByLabel('Xã của Tiểu học Hai').selectOption('97003');
    await page.getByLabel('Điền cho mọi cơ sở có thể thuộc').selectOption('97002');
    expect(await problemsOf(page)).toEqual([]);
    await press(page, 'Xem trước 3 cơ sở');
    await page.getByText('Thay đổi: 3').waitFor();
    await page.getByText('97003').first().waitFor();
    await press(page, 'Lưu tất cả');
    await page.getByText('Đã lưu').waitFor();

    const { institutionsByCode } = await console.hub.data(
      `{ institutionsByCode(codes: ["97000", "97001", "97002"]) {
        institution { code unit { code } } } }`,
    );
    expect(
      institutionsByCode.map(({ institution }: { institution: any }) => [
        ...[institution.code, institution.unit.code],
      ]),
    ).toEqual([
      ['97000', '97002'],
      ['97001', '97003'],
      ['97002', '97002'],
    ]);
  });
});
