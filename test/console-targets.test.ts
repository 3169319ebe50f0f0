import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { changeRules } from '../src/counts/progress-count.service.js';
import { publish } from '../src/database/publish.js';
import { recordIndicators } from '../src/indicators/indicator.service.js';
import {
  needsBrowser,
  PHONE,
  problemsOf,
  sidewaysOf,
  startConsole,
  type ConsoleHub,
} from './support/browser.js';
import { addDemoAccounts, openSignedIn } from './support/console-accounts.js';
import { OWN_INDICATOR } from './support/own-indicator.js';
import { reference } from './support/reference-frameworks.js';

/** What a further framework of the demo calls its indicators. */
const namesIn = (file: string) => reference(file).newIndicators.map(({ name }) => name.vi);

needsBrowser('targets in the console', () => {
  let console: ConsoleHub;
  beforeAll(async () => {
    console = await startConsole();
    await addDemoAccounts(console.hub.em);
    await publish(console.hub.em.fork(), async (em) => {
      await changeRules(em, () => recordIndicators(em, [OWN_INDICATOR]));
      return { changed: true };
    });
  });
  afterAll(() => console.close());

  async function openPlans(options: Parameters<ConsoleHub['open']>[1] = {}): Promise<Page> {
    const to = '/operations?tab=plans';
    const page = await openSignedIn(console, 'planner', to, options);
    await page.locator('tbody th').first().waitFor();
    return page;
  }

  const targets = () =>
    console.hub.orm.em.fork().execute<{ percent: number; source_status: string; due: string }[]>(
      `select percent::float8, target.source_status, to_char(due_on, 'YYYY-MM-DD') as due from target
       join plan on plan.id = plan_id where document like 'MINH-HOA-02%'
         and "group" = 'GENERAL_EDUCATION' and indicator = 'ALL_FOUR' order by year`,
    );
  const plan = (page: Page) =>
    page.locator('.mantine-Paper-root', { hasText: 'MINH-HOA-02' }).filter({ hasText: '2030' });
  const NAME = 'Giáo dục phổ thông, Cả bốn trụ cột, 2030';

  test('a change shows what was and what will be, and keeps the source and the day that are not changed', async () => {
    await publish(console.hub.em.fork(), async (em) => {
      await em.execute(`update target set due_on = '2030-06-30' where year = 2030`);
      return { changed: true };
    });
    const before = (await targets()).at(-1)!;
    const page = await openPlans();
    await plan(page)
      .getByRole('button', { name: `Sửa: ${NAME}` })
      .click();
    const form = page.getByRole('form', { name: `Sửa chỉ tiêu: ${NAME}` });
    await form.getByLabel('Phần trăm').and(page.locator(':focus')).waitFor();
    await form.getByText('Chưa có gì thay đổi.').waitFor();
    await form.getByLabel('Phần trăm').fill('62,5');
    await form.getByText(/^Hiện nay: \d+%, hạn .*, minh hoạ$/).waitFor();
    await form.getByText(/^Sau khi lưu: 62,5%, hạn .*, minh hoạ$/).waitFor();
    expect(await problemsOf(page)).toEqual([]);
    await form.getByRole('button', { name: 'Lưu chỉ tiêu' }).click();
    await page
      .getByRole('status')
      .getByText(new RegExp(`^Đã sửa chỉ tiêu “${NAME}”: trước là .*; nay là 62,5%`))
      .waitFor();
    expect((await targets()).at(-1)).toEqual({ ...before, percent: 62.5 });
    expect(before).toMatchObject({ source_status: 'ILLUSTRATIVE', due: '2030-06-30' });
    await plan(page)
      .getByText(new RegExp(`^trước là ${before.percent}%, đến `))
      .waitFor();
  });

  test('removing names the target and what it wanted, asks, and leaves it in the history', async () => {
    const page = await openPlans({ viewport: PHONE });
    const count = (await targets()).length;
    const remove = plan(page).getByRole('button', { name: `Xoá: ${NAME}` });
    await remove.click();
    await page
      .getByText(/^Xoá chỉ tiêu “.*, 2030”: 62,5%, hạn .*, minh hoạ\? Tiến độ không còn/)
      .waitFor();
    expect(await sidewaysOf(page)).toBe(0);
    await page.getByRole('button', { name: 'Huỷ' }).click();
    expect(await targets()).toHaveLength(count);
    await remove.click();
    await page.getByRole('button', { name: 'Xác nhận: Xoá' }).click();
    await page.getByText(new RegExp(`^Đã xoá chỉ tiêu “${NAME}”: 62,5%`)).waitFor();
    expect(await targets()).toHaveLength(count - 1);
    await plan(page).getByText('Chỉ tiêu đã xoá').click();
    await plan(page)
      .getByText(new RegExp(`^${NAME}: 62,5%, đến `))
      .waitFor();
  });

  test('a target on an indicator of the hub’s own is set for its group alone, and goes by its name', async () => {
    const name = `Giáo dục phổ thông, ${OWN_INDICATOR.nameVi}, 2031`;
    const page = await openPlans();
    await plan(page).locator('summary', { hasText: 'Đặt chỉ tiêu' }).click();
    const form = plan(page).getByRole('form', { name: 'Đặt chỉ tiêu' });
    const offered = () => form.getByLabel('Chỉ số đo').locator('option').allTextContents();
    const common = [
      'Cả bốn trụ cột',
      'Mô hình quản trị số',
      'Hoạt động số',
      'Chuẩn hoá dữ liệu số',
      'Kho học liệu số mở',
    ];
    await form.getByLabel('Nhóm').selectOption('Cao đẳng và nghề nghiệp');
    expect(await offered()).toEqual([...common, ...namesIn('vocational-illustrative.json')]);
    await form.getByLabel('Nhóm').selectOption('Giáo dục phổ thông');
    await form.getByLabel('Chỉ số đo').selectOption(OWN_INDICATOR.nameVi);
    const ofSchools = namesIn('decision-4725-unconfirmed.json');
    expect(await offered()).toEqual([...common, ...ofSchools, OWN_INDICATOR.nameVi]);
    await form.getByLabel('Năm').fill('2031');
    await form.getByLabel('Phần trăm').fill('70');
    expect(await problemsOf(page)).toEqual([]);
    await form.getByRole('button', { name: 'Đặt chỉ tiêu' }).click();
    await page
      .getByRole('status')
      .getByText(new RegExp(`^Đã đặt chỉ tiêu “${name}”: 70%, hạn `))
      .waitFor();
    await plan(page).getByRole('cell', { name: OWN_INDICATOR.nameVi, exact: true }).waitFor();

    await plan(page)
      .getByRole('button', { name: `Sửa: ${name}` })
      .click();
    const change = page.getByRole('form', { name: `Sửa chỉ tiêu: ${name}` });
    await change.getByLabel('Phần trăm').fill('75');
    await change.getByText(/^Hiện nay: 70%, /).waitFor();
    await change.getByText(/^Sau khi lưu: 75%, /).waitFor();
    await change.getByRole('button', { name: 'Lưu chỉ tiêu' }).click();
    await plan(page)
      .getByText(/^trước là 70%, đến /)
      .waitFor();

    await plan(page)
      .getByRole('button', { name: `Xoá: ${name}` })
      .click();
    await page.getByText(`Xoá chỉ tiêu “${name}”: 75%`).waitFor();
    await page.getByRole('button', { name: 'Xác nhận: Xoá' }).click();
    await plan(page).getByText('Chỉ tiêu đã xoá').click();
    await plan(page)
      .getByText(new RegExp(`^${name}: 75%, đến `))
      .waitFor();

    // The trail calls it by its name as well.
    await page.goto(`${console.address}/operations?tab=audit&action=targetSet`);
    // The newest entry is of the change, which left the indicator as it was.
    const entry = page.locator('tbody details').nth(1);
    await entry.locator('summary').click();
    await entry
      .getByText(`Chỉ tiêu, Chỉ số đo: ${OWN_INDICATOR.nameVi}`, { exact: true })
      .waitFor();
    expect(await entry.textContent()).not.toContain(OWN_INDICATOR.code);
  });
});
