import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Locator, Page } from 'playwright-core';
import {
  needsBrowser,
  PHONE,
  problemsOf,
  sidewaysOf,
  startConsole,
  type ConsoleHub,
  until,
} from './support/browser.js';
import { addDemoAccounts, openSignedIn } from './support/console-accounts.js';
import { idOfUnit, signIn as headersOf } from './support/people.js';
import { giveBack } from './support/reporting.js';

needsBrowser('reviewing in the console', () => {
  let console: ConsoleHub;
  beforeAll(async () => {
    console = await startConsole();
    await addDemoAccounts(console.hub.em);
  });
  afterAll(() => console.close());

  async function openQueue(
    options: Parameters<ConsoleHub['open']>[1] = {},
    path = '/review',
  ): Promise<Page> {
    const page = await openSignedIn(console, 'reviewer', path, options);
    await page.locator('tbody a').first().waitFor();
    return page;
  }

  /** How many decisions of this kind were made since the demo began. */
  async function decided(kind: string): Promise<number> {
    const [row] = await console.hub.orm.em
      .fork()
      .execute(`select count(*)::int as count from audit_event where action = ?`, [kind]);
    return (row as { count: number }).count;
  }

  /** Goes on by the keyboard until it is there. */
  async function tabTo(page: Page, place: Locator): Promise<void> {
    for (let pressed = 0; pressed < 100; pressed++) {
      if (await place.evaluate((element) => element === element.ownerDocument.activeElement))
        return;
      await page.keyboard.press('Tab');
    }
    throw new Error(`The keyboard does not come to ${place.toString()}`);
  }

  const heading = (page: Page) => page.getByRole('heading', { level: 1 });
  const card = (page: Page) => page.locator('[data-criterion]').first();
  /** Out of what is typed into, where keys mean letters. */
  const outside = (page: Page) => page.locator('[data-criterion]').nth(1).getByLabel('Accept');

  test('goes by keyboard alone through a round: changes and approves, returns, approves, and is back', async () => {
    const page = await openQueue({ language: 'en' });
    const before = {
      approved: await decided('statusUpdateApprove'),
      returned: await decided('statusUpdateReturn'),
    };
    await tabTo(page, page.getByLabel('Round', { exact: true }));
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await page.getByText('3 reports are waiting').waitFor();
    const queue = new URL(page.url()).search;
    expect(queue).toMatch(/^\?round=\w+$/);
    await tabTo(page, page.locator('tbody a').first());
    await page.keyboard.press('Enter');
    await heading(page).and(page.locator(':focus')).waitFor();
    const first = await heading(page).textContent();
    // The first criterion: another value, with its reason.
    await page.keyboard.press('j');
    await page.keyboard.press('c');
    await tabTo(page, card(page).getByLabel('Value', { exact: true }));
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Tab');
    await page.keyboard.type('A plan of last year');
    await tabTo(page, outside(page));
    // A key that was pressed by mistake approves nothing.
    await page.keyboard.press('a');
    const question = page.getByRole('dialog', { name: 'Approve with the changes' });
    await question.waitFor();
    await page.keyboard.press('Escape');
    await question.waitFor({ state: 'hidden' });
    expect(await decided('statusUpdateApprove')).toBe(before.approved);
    await page.keyboard.press('a');
    await question.getByRole('button', { name: 'Approve with the changes' }).waitFor();
    // Before that, the key goes to the page.
    await question.locator(':focus').waitFor();
    await page.keyboard.press('Enter');
    // The next one opens by itself, of the same queue, and says what was done without the address.
    await page.getByText(`${first} was approved. The next one:`).waitFor();
    expect(new URL(page.url()).search).toBe(queue);
    await heading(page).and(page.locator(':focus')).waitFor();
    await page.getByText('Reporting round 2025 (illustrative) ·').waitFor();
    const second = await heading(page).textContent();
    expect(second).not.toBe(first);
    await page.keyboard.press('j');
    await page.keyboard.press('r');
    await tabTo(page, card(page).getByLabel('Reason'));
    await page.keyboard.type('The evidence cannot be opened');
    await tabTo(page, outside(page));
    await page.keyboard.press('d');
    await tabTo(page, page.getByRole('button', { name: 'Return the report' }));
    await page.keyboard.press('Enter');
    await page.getByText(`${second} was returned. The next one:`).waitFor();
    await heading(page).and(page.locator(':focus')).waitFor();
    await page.keyboard.press('a');
    await page.getByRole('dialog').getByRole('button', { name: 'Approve' }).waitFor();
    // Before that, the key goes to the page.
    await page.getByRole('dialog').locator(':focus').waitFor();
    await page.keyboard.press('Enter');
    // Nothing of the round is left; the queue is still of the round.
    await page.getByText('0 reports are waiting').waitFor();
    expect(new URL(page.url()).pathname + new URL(page.url()).search).toBe(`/review${queue}`);
    await heading(page).and(page.locator(':focus')).waitFor();
    expect(await decided('statusUpdateApprove')).toBe(before.approved + 2);
    expect(await decided('statusUpdateReturn')).toBe(before.returned + 1);
  });

  test('stays within a unit, says beside its field what is refused, and does once what is tried twice', async () => {
    const page = await openQueue({ language: 'en', viewport: PHONE });
    const approved = await decided('statusUpdateApprove');
    await page.getByRole('combobox', { name: 'Administrative unit' }).fill('Atlantis');
    await page.getByText('Nothing is called that. Try a part of the name.').waitFor();
    await page.getByRole('combobox', { name: 'Administrative unit' }).fill('krong no');
    await page.getByRole('option', { name: 'Xã Krông Nô' }).click();
    await page.getByText('3 reports are waiting').waitFor();
    expect(new URL(page.url()).search).toBe('?unit=24688&unitKind=COMMUNE');
    expect(await sidewaysOf(page)).toBe(0);
    await page.locator('tbody a').first().click();
    const first = await heading(page).textContent();
    const approve = page.getByRole('button', { name: 'Approve with the changes' });
    await card(page).getByLabel('Change the value').check();
    await approve.click();
    const value = card(page).getByLabel('Value').and(page.locator(':focus'));
    await value.waitFor();
    expect(await value.getAttribute('aria-invalid')).toBe('true');
    await card(page).getByText('Give the new value.').waitFor();
    await card(page).getByText('Give a reason.').waitFor();
    await page.getByRole('alert').getByText('G1: Give a reason.').waitFor();
    await value.selectOption('No');
    expect(await problemsOf(page)).toEqual([]);
    expect(await sidewaysOf(page)).toBe(0);
    await card(page).getByLabel('Reason').fill('A plan of last year');

    // The answer is lost on its way: what is tried again is the same intention.
    const keys: string[] = [];
    let lost = 0;
    await page.route('**/graphql', async (route) => {
      const key = route.request().postDataJSON().variables?.input?.idempotencyKey;
      if (!key) return route.continue();
      keys.push(key);
      const answer = await route.fetch();
      if (lost++ === 0) await route.abort();
      else await route.fulfill({ response: answer });
    });
    const sure = page.getByRole('dialog').getByRole('button', { name: 'Approve with the changes' });
    await approve.click();
    await sure.click();
    await page.getByRole('alert').getByText('The hub cannot be reached.').waitFor();
    await approve.click();
    await sure.click();
    await page.getByText(`${first} was approved. The next one:`).waitFor();
    await page.unrouteAll({ behavior: 'wait' });
    expect(new URL(page.url()).search).toBe('?unit=24688&unitKind=COMMUNE');
    expect(new Set(keys).size).toBe(1);
    expect(await decided('statusUpdateApprove')).toBe(approved + 1);
  });

  test('tells who is second that somebody else has decided, and shows what', async () => {
    const { hub } = console;
    const page = await openQueue({ language: 'en' });
    await page.getByRole('link', { name: 'Phổ thông DTNT THCS-THPT huyện Đăk Glong' }).click();
    await card(page).getByLabel('Change the value').check();
    await card(page).getByLabel('Value', { exact: true }).selectOption('0');
    await card(page).getByLabel('Return').check();
    await card(page).getByLabel('Reason').fill('The plan is not signed');
    const unit = await idOfUnit(hub, '68', '2026-11-25');
    const other = await headersOf(hub, { role: 'REVIEWER', unit }, 'Thầy Bình');
    const id = decodeURIComponent(new URL(page.url()).pathname.split('/').at(-1)!);
    // Who opened the report has claimed it: another takes it over first.
    const { statusUpdateHandOver: taken } = await hub.data(
      'mutation ($id: ID!) { statusUpdateHandOver(input: { id: $id }) { userErrors { code } } }',
      { id },
      other,
    );
    expect(taken.userErrors).toEqual([]);
    const { node } = await hub.data(
      'query ($id: ID!) { node(id: $id) { ... on StatusUpdate { version } } }',
      { id },
      other,
    );
    await giveBack(hub, other, {
      id,
      version: node.version,
      reasons: [{ criterion: 'G2', reason: 'It names nobody' }],
      note: 'See question G2',
    });
    await page.getByRole('button', { name: 'Return the report' }).click();
    const told = page.getByRole('alert');
    await told.getByText('Somebody else changed this report before you').waitFor();
    // What was typed for nothing can still be copied.
    await told.getByText('G1: No; The plan is not signed').waitFor();
    await page.getByText(/^Returned on .* by Thầy Bình$/).waitFor();
    await page.getByText('See question G2').waitFor();
    await page.locator('[data-criterion=G2]').getByText('It names nobody').waitFor();
    await heading(page).and(page.locator(':focus')).waitFor();
    expect(await page.getByRole('button', { name: 'Return the report' }).count()).toBe(0);
    expect(await problemsOf(page)).toEqual([]);
  });

  test('approves several at once, and says of each what became of it', async () => {
    const page = await openQueue();
    // With the day that it was handed in.
    expect(await page.locator('tbody tr').first().textContent()).toMatch(/\d{2}\/\d{2}\/20\d\d/);
    const boxes = page.getByRole('checkbox');
    await boxes.nth(0).check();
    await boxes.nth(1).check();
    const approve = page.getByRole('button', { name: 'Duyệt các báo cáo đã chọn' });
    const before = await decided('statusUpdateApprove');
    await approve.click();
    const question = page.getByRole('dialog');
    await question.getByText('Duyệt 2 báo cáo? Kết quả được tính ngay sau khi duyệt.').waitFor();
    await question.getByText('2 báo cáo có câu trả lời mới hoặc đã thay đổi').waitFor();
    await question.getByRole('button', { name: 'Huỷ' }).click();
    expect(await decided('statusUpdateApprove')).toBe(before);
    await approve.click();
    await question.getByRole('button', { name: 'Duyệt các báo cáo đã chọn' }).click();
    await page.getByText(': đã duyệt').nth(1).waitFor();
    const [first, ...others] = await page.getByText(': đã duyệt').allTextContents();
    expect(first).toMatch(/^.+ \(.+\): đã duyệt$/);
    expect(others).toHaveLength(1);
  });

  test('keeps what a reviewer has written over leaving and a reload, until it is decided', async () => {
    const page = await openQueue();
    const queue = page.url();
    const link = page.locator('tbody a').first();
    const name = (await link.textContent())!;
    const opened = () => page.getByRole('link', { name, exact: true }).first().click();
    const reason = () => card(page).getByLabel('Lý do');
    await opened();
    await card(page).getByLabel('Trả lại').check();
    await reason().fill('Minh chứng không mở được');
    await page.getByLabel('Lời nhắn').fill('Xem lại câu đầu');
    await page.getByRole('link', { name: 'Chờ duyệt' }).click();
    await opened();
    expect(await reason().inputValue()).toBe('Minh chứng không mở được');
    await page.reload();
    expect(await reason().inputValue()).toBe('Minh chứng không mở được');
    expect(await page.getByLabel('Lời nhắn').inputValue()).toBe('Xem lại câu đầu');
    await page.getByRole('button', { name: 'Trả lại báo cáo' }).click();
    await page.getByText(`Đã trả lại báo cáo của ${name}.`).waitFor();
    expect(
      await page.evaluate(
        `Object.keys(localStorage).filter((key) => key.startsWith('hub.review'))`,
      ),
    ).toEqual([]);
    expect(queue).toContain('/review');
  });

  test('says before an approval which changed answers were not looked at', async () => {
    const page = await openQueue({ viewport: PHONE });
    await page.locator('tbody a').first().click();
    await card(page).waitFor();
    await page.evaluate('window.scrollTo(0, document.body.scrollHeight)');
    await page.getByRole('button', { name: 'Duyệt', exact: true }).click();
    const question = page.getByRole('dialog');
    await question.getByText(/^Duyệt báo cáo của .+\? Kết quả được tính/).waitFor();
    await question.getByText(/^\d+ câu trả lời mới hoặc đã thay đổi .* chưa xem: /).waitFor();
    await question.getByRole('button', { name: 'Huỷ' }).click();
    const cards = page.locator('[data-criterion]');
    // A machine with other work may show a card for too short a time.
    await until(async () => {
      for (let at = 0; at < (await cards.count()); at++) {
        await cards.nth(at).evaluate((each) => each.scrollIntoView({ block: 'center' }));
        await page.waitForTimeout(50);
      }
      await page.getByRole('button', { name: 'Duyệt', exact: true }).click();
      await question.getByText(/^Duyệt báo cáo của/).waitFor();
      const isSeen = (await question.getByText('chưa xem').count()) === 0;
      await question.getByRole('button', { name: 'Huỷ' }).click();
      await question.waitFor({ state: 'hidden' });
      return isSeen;
    });
  });
});
