import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { fromGlobalId } from '../src/graphql/node.js';
import type { InstitutionKind } from '../src/vocabulary/institution.enums.js';
import {
  DESK,
  enter,
  needsBrowser,
  PHONE,
  problemsOf,
  sidewaysOf,
  signInLeadingTo,
  startConsole,
  type ConsoleHub,
} from './support/browser.js';
import { addDemoAccounts, openSignedIn } from './support/console-accounts.js';
import { idOfUnit, PASSWORD, person } from './support/people.js';

/** The kinds that the demo’s reviewer of the province decides on. */
const KINDS: InstitutionKind[] = [
  'UPPER_SECONDARY_SCHOOL',
  'MULTI_LEVEL_SCHOOL',
  'CONTINUING_EDUCATION_CENTRE',
  'VOCATIONAL_CENTRE',
  'VOCATIONAL_SECONDARY_SCHOOL',
  'COLLEGE',
];

needsBrowser('claims of reports in the console', () => {
  let console: ConsoleHub;
  let email: string;
  beforeAll(async () => {
    console = await startConsole();
    await addDemoAccounts(console.hub.em);
    const unit = await idOfUnit(console.hub, '68', '2026-11-25');
    const unitId = fromGlobalId('AdministrativeUnit', unit)!;
    ({ email } = await person(
      console.hub,
      [{ role: 'REVIEWER', unitId, kinds: KINDS }],
      'Thầy Bình',
    ));
  });
  afterAll(() => console.close());

  async function openAsBinh(to: string, options: Parameters<ConsoleHub['open']>[1] = {}) {
    const page = await console.open(signInLeadingTo(to), options);
    await enter(page, email, PASSWORD);
    return page;
  }

  const heading = (page: Page) => page.getByRole('heading', { level: 1 });
  const box = (page: Page) => page.getByRole('group', { name: 'Người duyệt' });
  const approve = (page: Page) => page.getByRole('button', { name: 'Duyệt', exact: true });

  test('who opens a report has it, another reads it and takes it over, and hands it back', async () => {
    const first = await openSignedIn(console, 'reviewer', '/review', { viewport: DESK });
    await first.locator('tbody a').first().click();
    await box(first)
      .getByText(/^Bạn đang duyệt báo cáo này, từ \d\d:\d\d/)
      .waitFor();
    await approve(first).waitFor();
    const name = (await heading(first).textContent())!;

    // In the queue of the other it says whose it is, and it cannot be chosen.
    const other = await openAsBinh('/review', { viewport: DESK });
    const link = other.getByRole('link', { name, exact: true }).first();
    await link.waitFor();
    const row = other.locator('tbody tr').first();
    expect(await row.textContent()).toMatch(/, từ \d\d:\d\d/);
    expect(await row.getByRole('checkbox').count()).toBe(0);
    expect(await problemsOf(other)).toEqual([]);
    await other.getByLabel('Người duyệt').selectOption('OTHERS');
    await other.getByText('1 báo cáo đang chờ').waitFor();
    await link.click();
    await box(other)
      .getByText(/ đang duyệt từ .*Bạn vẫn xem được báo cáo/)
      .waitFor();
    await other.locator('[data-criterion]').first().waitFor();
    expect(await approve(other).count()).toBe(0);
    expect(await problemsOf(other)).toEqual([]);
    await other.setViewportSize(PHONE);
    expect(await sidewaysOf(other)).toBe(0);
    await other.setViewportSize(DESK);

    await other.getByRole('button', { name: 'Nhận thay' }).click();
    const sure = other.getByRole('dialog', { name: 'Nhận thay' });
    await sure.getByText(/Nhận thay thì từ nay bạn quyết định/).waitFor();
    expect(await problemsOf(other)).toEqual([]);
    await sure.getByRole('button', { name: 'Nhận thay' }).click();
    await box(other)
      .getByText(/^Bạn đang duyệt báo cáo này, từ /)
      .waitFor();
    await approve(other).waitFor();

    // The first one decides too late, and is told who has it.
    await approve(first).click();
    await first.getByRole('dialog').getByRole('button', { name: 'Duyệt', exact: true }).click();
    await box(first)
      .getByText(/^Thầy Bình đang duyệt từ /)
      .waitFor();
    expect(await approve(first).count()).toBe(0);

    // Nobody is chosen: that is said, and nothing is handed over.
    await other.getByRole('button', { name: 'Chuyển cho người khác' }).click();
    const hand = other.getByRole('dialog', { name: 'Chuyển cho người khác' });
    await hand.getByRole('button', { name: 'Chuyển cho người khác' }).click();
    await hand.getByRole('alert').getByText('Hãy chọn người duyệt tiếp.').waitFor();
    await hand.getByLabel('Người duyệt tiếp').selectOption({
      label: 'Chuyên viên thẩm định Lâm Đồng (minh hoạ)',
    });
    await hand.getByRole('button', { name: 'Chuyển cho người khác' }).click();
    await other.getByText(`Đã chuyển báo cáo của ${name} cho người khác duyệt.`).waitFor();

    // Put back, it is nobody’s.
    await first.reload();
    await box(first)
      .getByText(/^Bạn đang duyệt/)
      .waitFor();
    await first.getByRole('button', { name: 'Thôi duyệt' }).click();
    await first.getByText(`Đã thôi duyệt báo cáo của ${name}; người khác nhận được.`).waitFor();
    await first.getByLabel('Người duyệt').selectOption('MINE');
    await first.getByText('0 báo cáo đang chờ').waitFor();
  });
});
