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
import { idOfUnit, signIn as headersOf } from './support/people.js';

needsBrowser('mending rounds in the console', () => {
  let console: ConsoleHub;
  beforeAll(async () => {
    console = await startConsole();
    await addDemoAccounts(console.hub.em);
  });
  afterAll(() => console.close());

  async function openRounds(
    query = '',
    options: Parameters<ConsoleHub['open']>[1] = {},
  ): Promise<Page> {
    const to = `/operations?tab=rounds${query}`;
    return openSignedIn(console, 'planner', to, options);
  }

  /** The id of a new round that is open, in which nobody has begun. */
  async function newRound(code: string): Promise<string> {
    const { hub } = console;
    const unit = await idOfUnit(hub, '68', '2026-11-25');
    const planner = await headersOf(hub, { role: 'PLANNER', unit }, 'Chị Lan');
    const { frameworks } = await hub.data('{ frameworks { id code } }');
    const { reportingRoundCreate } = await hub.data(
      `mutation ($input: ReportingRoundCreateInput!) { reportingRoundCreate(input: $input) {
        reportingRound { id } userErrors { code message } } }`,
      {
        input: {
          unit,
          framework: frameworks.find(({ code }: { code: string }) => code === 'four-pillar').id,
          code,
          nameVi: `Đợt ${code}`,
          nameEn: `Round ${code}`,
          referenceDate: '2026-11-20',
          opensOn: '2026-11-20',
          dueOn: '2026-12-10',
          closesOn: '2026-12-20',
        },
      },
      planner,
    );
    return reportingRoundCreate.reportingRound.id;
  }

  test('a planner mends the name and a date, and sees both before and after', async () => {
    const id = await newRound('SUA');
    const page = await openRounds(`&round=${encodeURIComponent(id)}`);
    await page.locator('summary', { hasText: 'Sửa tên và ngày của đợt' }).click();
    const form = page.getByRole('form', { name: 'Sửa tên và ngày của đợt' });
    await form.getByLabel('Tên tiếng Việt').fill('Đợt đã sửa tên');
    await form.getByLabel('Hạn nộp').fill('2026-12-15');
    await form.getByText(/^Hạn nộp: 10.*12.*2026 → 15.*12.*2026$/).waitFor();
    await form.getByRole('button', { name: 'Lưu đợt báo cáo' }).click();
    await page.getByRole('heading', { level: 2, name: 'Đợt đã sửa tên' }).waitFor();
    const [row] = await console.hub.orm.em.fork().execute<object[]>(
      `select name_en, to_char(due_on, 'YYYY-MM-DD') as due, to_char(closes_on, 'YYYY-MM-DD') as closes
       from reporting_round where code = 'SUA'`,
    );
    expect(row).toEqual({ name_en: 'Round SUA', due: '2026-12-15', closes: '2026-12-20' });
  });

  test('a round that was called by mistake is withdrawn with its reason', async () => {
    const id = await newRound('NHAM');
    const page = await openRounds(`&round=${encodeURIComponent(id)}`, { viewport: PHONE });
    await page.locator('summary', { hasText: 'Thu hồi đợt báo cáo' }).click();
    const form = page.getByRole('form', { name: 'Thu hồi đợt báo cáo' });
    await form.getByText('Dành cho đợt tạo nhầm.').waitFor();
    const withdraw = form.getByRole('button', { name: 'Thu hồi đợt báo cáo' });
    await withdraw.click();
    await form.getByText('Lý do thu hồi: còn trống. Hãy điền.').first().waitFor();
    expect(await sidewaysOf(page)).toBe(0);
    await form.getByLabel('Lý do thu hồi').fill('Tạo nhầm bộ tiêu chí');
    await withdraw.click();
    await page.getByText(/Tạo nhầm bộ tiêu chí/).waitFor();
    await page.getByText('Đã thu hồi').first().waitFor();
    expect(await page.getByRole('form', { name: 'Gia hạn đợt báo cáo' }).count()).toBe(0);
  });

  test('what cannot be mended or withdrawn says why before anybody tries', async () => {
    const page = await openRounds();
    await page.getByRole('link', { name: /bổ sung tháng 11/ }).click();
    await page
      .getByText(/^Không sửa được tên và ngày của đợt: đã có \d+ cơ sở lưu câu trả lời/)
      .waitFor();
    await page.getByText('Không thu hồi được đợt: đã có cơ sở nộp báo cáo.').waitFor();
  });

  test('single institutions get a later day, with a reason; others say why they do not', async () => {
    const page = await openRounds();
    await page.getByRole('link', { name: /bổ sung tháng 11/ }).click();
    await page.locator('summary', { hasText: 'Ngày riêng và miễn báo cáo' }).click();
    const list = page.getByRole('group', { name: 'Cơ sở phải báo cáo' });
    await list.getByRole('checkbox').first().waitFor();
    await page.getByLabel('Mở lại', { exact: true }).check();
    await list.getByText('Đợt chưa đóng với cơ sở này: hãy chọn “Gia hạn”.').first().waitFor();
    expect(await list.getByRole('checkbox').count()).toBe(0);
    await page.getByLabel('Hiện', { exact: true }).selectOption('Đã nộp');
    await page.getByLabel('Miễn báo cáo', { exact: true }).check();
    await list.getByText('Đã nộp báo cáo, không cần miễn.').first().waitFor();
    await page.getByLabel('Hiện', { exact: true }).selectOption('Chưa bắt đầu');
    await page.getByLabel('Gia hạn', { exact: true }).check();
    await list.getByRole('checkbox').nth(0).check();
    await list.getByRole('checkbox').nth(1).check();
    await page.getByText('Đã chọn 2 cơ sở (nhiều nhất 250).').waitFor();
    const form = page.getByRole('form', { name: 'Gia hạn cho 2 cơ sở' });
    await form.getByRole('textbox', { name: 'Hạn nộp', exact: true }).fill('2027-01-15');
    await form.getByLabel('Lý do').fill('Trường bị ngập');
    expect(await problemsOf(page)).toEqual([]);
    await form.getByRole('button', { name: 'Gia hạn cho 2 cơ sở' }).click();
    await page.getByText('Đã gia hạn cho 2 cơ sở.').waitFor();
    await list
      .getByText(/^Được gia hạn\. Trường bị ngập \(/)
      .nth(1)
      .waitFor();
    const rows = await console.hub.orm.em.fork().execute<object[]>(
      `select kind, to_char(due_on, 'YYYY-MM-DD') as due, reason from participation_exception
       where reason = 'Trường bị ngập'`,
    );
    const given = { kind: 'EXTENDED', due: '2027-01-15', reason: 'Trường bị ngập' };
    expect(rows).toEqual([given, given]);
  });
});
