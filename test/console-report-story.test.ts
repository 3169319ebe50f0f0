import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { rowIdOf } from '../src/graphql/node.js';
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
import { PASSWORD, person } from './support/people.js';
import {
  addEvidence,
  castOf,
  FULL_ANSWERS,
  giveBack,
  now,
  save,
  submit,
  type Cast,
  type Changed,
} from './support/reporting.js';

needsBrowser('a report that several hands and a bad network go through', () => {
  let console: ConsoleHub;
  beforeAll(async () => {
    console = await startConsole({ now });
  });
  // Every story begins with a school that has not reported.
  beforeEach(() => console.hub.em.fork().execute('truncate status_update cascade'));
  afterAll(() => console.close());

  interface Story extends Cast {
    draft: Changed;
    address: string;
    email: string;
  }

  /** A draft that lacks only the answer to G1, and somebody who reports for the school. */
  async function story(): Promise<Story> {
    const { hub } = console;
    const cast = await castOf(hub);
    const { institution, round } = cast;
    const answers = FULL_ANSWERS.filter(({ criterion }) => criterion !== 'G1');
    const { update } = await save(hub, cast.school, { institution, round, answers });
    await addEvidence(hub, update!.id);
    const institutionId = rowIdOf('Institution', institution)!;
    const { email } = await person(hub, [{ role: 'SCHOOL_ADMIN', institutionId }]);
    const address = `/reports/${encodeURIComponent(institution)}/${encodeURIComponent(round)}`;
    return { ...cast, draft: update!, address, email };
  }

  async function openReport(
    { email, address }: Story,
    options: Parameters<ConsoleHub['open']>[1] = { language: 'en' },
  ): Promise<Page> {
    const page = await console.open('/sign-in', options);
    await signIn(page, console.address, email, PASSWORD, address);
    await page.locator('#criterion-G1').waitFor();
    return page;
  }

  const comment = (page: Page, code: string) => page.locator(`#criterion-${code} textarea`).first();

  /** The comments of the newest revision and the version, as the school itself reads them. */
  async function seen({ draft, school }: Story) {
    const { node } = await console.hub.data(
      `query ($id: ID!) { node(id: $id) { ... on StatusUpdate { version state newestRevision {
        entries { criterion { code } comment selfValue selfTotal evidence { name } } } } } }`,
      { id: draft.id },
      school,
    );
    const entry = (code: string) =>
      node.newestRevision.entries.find((each: any) => each.criterion.code === code);
    return { version: node.version as number, state: node.state as string, entry };
  }

  const arrived = (of: Story, code: string, text: string) =>
    until(async () => (await seen(of)).entry(code).comment === text);

  test('what is typed while an earlier save waits for the network arrives as well', async () => {
    const mine = await story();
    const page = await openReport(mine);
    await page.context().setOffline(true);
    await comment(page, 'G1').fill('First');
    await page.getByText('waiting for the network').waitFor();
    await comment(page, 'G2').fill('Second');
    await comment(page, 'G1').fill('First, and more');
    await page.context().setOffline(false);
    await arrived(mine, 'G2', 'Second');
    await arrived(mine, 'G1', 'First, and more');
    await page.getByText('Saved', { exact: true }).waitFor();
    expect(await comment(page, 'G1').inputValue()).toBe('First, and more');
  });

  test('what two change apart is joined; what both change, the school settles', async () => {
    const mine = await story();
    const { institution, round, school, draft } = mine;
    const page = await openReport(mine);
    const other = (criterion: string, text: string, version: number) =>
      save(console.hub, school, {
        institution,
        round,
        version,
        answers: [{ criterion, value: 1, comment: text }],
      });
    await other('G2', 'Theirs', draft.version);
    await comment(page, 'O1').fill('Mine');
    await arrived(mine, 'O1', 'Mine');
    expect((await seen(mine)).entry('G2').comment).toBe('Theirs');
    expect(await comment(page, 'G2').inputValue()).toBe('Theirs');

    await other('G5', 'Theirs', (await seen(mine)).version);
    await comment(page, 'G5').fill('Mine');
    await page.getByText('Somebody else has answered otherwise').waitFor();
    expect(await comment(page, 'G5').inputValue()).toBe('Mine');
    expect((await seen(mine)).entry('G5').comment).toBe('Theirs');
    await page.locator('#criterion-G5').getByText('Their answer: Yes; Theirs').waitFor();
    await page.getByRole('button', { name: 'Keep mine' }).click();
    await arrived(mine, 'G5', 'Mine');
  });

  test('an answer that is refused says why beside its field, and keeps no other back', async () => {
    const mine = await story();
    const page = await openReport(mine);
    const question = page.locator('#criterion-G4');
    await question.getByLabel('How many').fill('50');
    await comment(page, 'G5').fill('Saved all the same');
    await arrived(mine, 'G5', 'Saved all the same');
    await question.getByText('50 is more than the total of 40').waitFor();
    await page.reload();
    await question.getByText('50 is more than the total of 40').waitFor();
    expect(await question.getByLabel('How many').inputValue()).toBe('50');
    await question.getByLabel('How many').fill('39');
    await page.getByText('Saved', { exact: true }).waitFor();
    expect((await seen(mine)).entry('G4')).toMatchObject({ selfValue: 39, selfTotal: 40 });
  });

  test('is completed and handed in by keyboard, comes back with reasons, and is taken up again', async () => {
    const mine = await story();
    const page = await openReport(mine);
    const submit = page.getByRole('button', { name: 'Hand in' });
    expect(await submit.isDisabled()).toBe(true);
    await page.getByText('It can be handed in when what is said above is done.').waitFor();
    await page.getByRole('link', { name: 'Criterion G1: there is no answer.' }).focus();
    await page.keyboard.press('Enter');
    await page.keyboard.press('Space');
    await page.getByText('Saved', { exact: true }).waitFor();
    await until(() => submit.isEnabled());
    await submit.focus();
    await page.keyboard.press('Enter');
    await page.getByText('The report was handed in.', { exact: true }).waitFor();
    await page.getByText('The report was handed in and is being reviewed.').waitFor();
    const { state, version, entry } = await seen(mine);
    expect(state).toBe('SUBMITTED');
    expect(entry('G1').selfValue).toBe(1);
    expect(await comment(page, 'G1').isDisabled()).toBe(true);

    const reasons = [{ criterion: 'G1', reason: 'The plan is not signed' }];
    await giveBack(console.hub, mine.reviewer, { id: mine.draft.id, version, reasons });
    await page.reload();
    const question = page.locator('#criterion-G1');
    await page.getByText('The report came back').waitFor();
    await question.getByText('The plan is not signed').waitFor();
    // What came back is no draft yet: evidence begins one.
    const chooser = page.waitForEvent('filechooser');
    await question.getByRole('button', { name: 'Choose a file' }).click();
    await (
      await chooser
    ).setFiles({
      name: 'signed.pdf',
      mimeType: 'application/pdf',
      buffer: Buffer.from('%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n'),
    });
    await question.getByRole('button', { name: 'signed.pdf', exact: true }).waitFor();
    await comment(page, 'G1').fill('Signed now');
    await arrived(mine, 'G1', 'Signed now');
    await question.getByText('The plan is not signed').waitFor();
    await question.getByText('Changed since the last time').waitFor();
    for (const viewport of [DESK, PHONE]) {
      await page.setViewportSize(viewport);
      expect(await problemsOf(page)).toEqual([]);
      expect(await sidewaysOf(page)).toBe(0);
    }
  });

  test('what was handed in is a receipt on A4, in Vietnamese, that has every answer', async () => {
    const mine = await story();
    const { institution, round, school, draft } = mine;
    const { update } = await save(console.hub, school, {
      institution,
      round,
      version: (await seen(mine)).version,
      answers: [{ criterion: 'G1', value: 1, comment: 'Kế hoạch 12/KH-THPT' }],
    });
    const page = await openReport(mine, { language: 'vi' });
    expect(await page.getByRole('link', { name: 'Biên nhận để in' }).count()).toBe(0);
    await page.goto(`${console.address}/receipts/${encodeURIComponent(draft.id)}`);
    await page.getByText('Chưa có biên nhận: báo cáo chưa được nộp').waitFor();
    await submit(console.hub, school, { id: draft.id, version: update!.version });

    await page.goto(console.address + mine.address);
    await page.getByRole('link', { name: 'Biên nhận để in' }).click();
    const receipt = page.getByRole('article');
    await receipt.getByText('Chưa duyệt').waitFor();
    const fact = (name: string) =>
      receipt.getByRole('row').filter({ has: page.getByRole('rowheader', { name, exact: true }) });
    await fact('Cơ sở').waitFor();
    await fact('Lần nộp thứ').getByText('1', { exact: true }).waitFor();
    await receipt.getByRole('cell', { name: 'Kế hoạch 12/KH-THPT' }).waitFor();
    expect(await receipt.locator('.answers tbody tr').count()).toBe(FULL_ANSWERS.length);
    for (const viewport of [DESK, PHONE]) {
      await page.setViewportSize(viewport);
      expect(await problemsOf(page)).toEqual([]);
      expect(await sidewaysOf(page)).toBe(0);
    }

    await page.emulateMedia({ media: 'print' });
    expect(await page.getByRole('button', { name: 'In biên nhận' }).isVisible()).toBe(false);
    expect(await page.locator('header').first().isVisible()).toBe(false);
    const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
    // A4 in points.
    expect(new Set(pdf.match(/\/MediaBox \[[^\]]*\]/g))).toEqual(
      new Set(['/MediaBox [0 0 594.95996 841.91998]']),
    );
    expect(pdf.match(/\/Type\s*\/Page\b/g)!.length).toBeLessThanOrEqual(4);
  });

  test('a receipt is for those who may see the report', async () => {
    const mine = await story();
    const { institutions } = await console.hub.data('{ institutions(first: 2) { nodes { id } } }');
    const other = institutions.nodes.find(({ id }: { id: string }) => id !== mine.institution);
    const institutionId = rowIdOf('Institution', other.id)!;
    const { email } = await person(console.hub, [{ role: 'SCHOOL_ADMIN', institutionId }]);
    const page = await console.open('/sign-in', { language: 'vi' });
    const address = `/receipts/${encodeURIComponent(mine.draft.id)}`;
    await signIn(page, console.address, email, PASSWORD, address);
    await page.getByText('tài khoản này không được xem').waitFor();
    expect(await page.getByRole('article').count()).toBe(0);
  });

  test('whoever signs in at the same computer does not send what another typed', async () => {
    const mine = await story();
    const page = await openReport(mine, { language: 'vi' });
    await page.context().setOffline(true);
    await comment(page, 'G1').fill('Của người trước');
    await page.getByText('đang chờ kết nối').waitFor();
    await page.evaluate(`location.href = 'about:blank'`);
    // A page that is still open sends what waits as soon as the network is back.
    await page.waitForURL('about:blank');
    await page.context().setOffline(false);
    const institutionId = rowIdOf('Institution', mine.institution)!;
    const { email } = await person(console.hub, [{ role: 'SCHOOL_ADMIN', institutionId }]);
    await page.context().clearCookies();
    await signIn(page, console.address, email, PASSWORD, mine.address);
    await page.locator('#criterion-G1').waitFor();
    expect(await comment(page, 'G1').inputValue()).toBe('');
    await comment(page, 'G2').fill('Của người sau');
    await arrived(mine, 'G2', 'Của người sau');
    expect((await seen(mine)).entry('G1').comment).toBe(null);
  });

  test('whoever signs in where another’s session ended begins with a page of their own', async () => {
    const mine = await story();
    const page = await openReport(mine);
    await page.context().clearCookies();
    await console.hub.em.fork().execute('delete from account_session');
    await comment(page, 'G1').fill('Of the one before');
    const dialog = page.getByRole('dialog');
    const institutionId = rowIdOf('Institution', mine.institution)!;
    const { email } = await person(console.hub, [{ role: 'SCHOOL_ADMIN', institutionId }]);
    await dialog.locator('input[name=email]').fill(email);
    await dialog.locator('input[name=password]').fill(PASSWORD);
    const loaded = page.waitForEvent('load');
    await dialog.locator('button[type=submit]').click();
    await loaded;
    await page.locator('#criterion-G1').waitFor();
    expect(await comment(page, 'G1').inputValue()).toBe('');
    await comment(page, 'G2').fill('Of the next');
    const { school } = await castOf(console.hub);
    await arrived({ ...mine, school }, 'G2', 'Of the next');
    expect((await seen({ ...mine, school })).entry('G1').comment).toBe(null);
  });

  const G4 = (page: Page) => page.locator('#criterion-G4');

  test('a number that is none stays as it is typed, says so, and keeps no other answer back', async () => {
    const mine = await story();
    const page = await openReport(mine, { language: 'vi' });
    const part = G4(page).getByLabel('Số đạt');
    expect(await part.getAttribute('inputmode')).toBe('numeric');
    for (const typed of ['92,5', '-5', '1.234', '12 lớp', '99999999999']) {
      await part.fill(typed);
      expect(await part.inputValue()).toBe(typed);
      await G4(page).getByText(`“${typed}”`).waitFor();
    }
    await G4(page).getByText('nhiều nhất là 1.000.000').waitFor();
    await comment(page, 'G5').fill('Vẫn được lưu');
    await arrived(mine, 'G5', 'Vẫn được lưu');
    await page.getByText('Chưa lưu được những câu sau').waitFor();
    expect(await page.getByText('Đã lưu', { exact: true }).count()).toBe(0);
    await page.reload();
    await G4(page).getByText('“99999999999” quá lớn').waitFor();
    await part.fill('38');
    await page.getByText('Đã lưu', { exact: true }).waitFor();
    expect(await page.getByText('quá lớn').count()).toBe(0);
    expect((await seen(mine)).entry('G4')).toMatchObject({ selfValue: 38, selfTotal: 40 });
  });

  test('a comment that is too long stays whole, tells its length, and is saved when it is shorter', async () => {
    const mine = await story();
    const page = await openReport(mine, { language: 'vi' });
    const long = 'x'.repeat(2013);
    await comment(page, 'G2').fill(long);
    expect(await comment(page, 'G2').inputValue()).toBe(long);
    await page.locator('#criterion-G2').getByText('2.013/2.000 ký tự').waitFor();
    await page.locator('#criterion-G2').getByText('nhiều nhất là 2.000').waitFor();
    await comment(page, 'G5').fill('Vẫn được lưu');
    await arrived(mine, 'G5', 'Vẫn được lưu');
    await comment(page, 'G2').fill('x'.repeat(2000));
    await arrived(mine, 'G2', 'x'.repeat(2000));
  });

  test('what is refused vanishes as soon as it is mended', async () => {
    const page = await openReport(await story());
    await G4(page).getByLabel('How many').fill('50');
    await G4(page).getByText('50 is more than the total of 40').waitFor();
    await page.context().setOffline(true);
    await G4(page).getByLabel('How many').fill('39');
    await page.getByText('waiting for the network').waitFor();
    expect(await page.getByText('50 is more than the total of 40').count()).toBe(0);
  });

  test('a report that was handed in elsewhere shows what was handed in; what was typed here stands apart', async () => {
    const mine = await story();
    const { institution, round, school } = mine;
    const page = await openReport(mine, { language: 'vi' });
    await page.context().setOffline(true);
    await comment(page, 'G2').fill('Gõ sau cùng, chưa gửi');
    await page.getByText('đang chờ kết nối').waitFor();
    const { update } = await save(console.hub, school, {
      institution,
      round,
      version: mine.draft.version,
      answers: [
        { criterion: 'G1', value: 1 },
        { criterion: 'G2', value: 1, comment: 'Đã nộp' },
      ],
    });
    const handedIn = await submit(console.hub, school, {
      id: update!.id,
      version: update!.version,
    });
    expect(handedIn.update?.state).toBe('SUBMITTED');
    await page.evaluate(`location.href = 'about:blank'`);
    // A page that is still open sends what waits as soon as the network is back.
    await page.waitForURL('about:blank');
    await page.context().setOffline(false);

    for (const again of [1, 2]) {
      await page.goto(console.address + mine.address);
      const question = page.locator('#criterion-G2');
      await question.getByText('“Có; Gõ sau cùng, chưa gửi”; nội dung này chưa được nộp').waitFor();
      expect([again, await comment(page, 'G2').inputValue()]).toEqual([again, 'Đã nộp']);
      expect(await comment(page, 'G2').isDisabled()).toBe(true);
      await page.getByText('Có nội dung chưa được nộp').waitFor();
      expect((await seen(mine)).entry('G2').comment).toBe('Đã nộp');
    }
    await page.getByRole('button', { name: 'Xoá nội dung đã nhập cho G2' }).click();
    await page.getByText('Có nội dung chưa được nộp').waitFor({ state: 'detached' });
    await page.reload();
    await page.locator('#criterion-G2').waitFor();
    expect(await page.getByText('chưa được nộp').count()).toBe(0);
  });

  test('after a withdrawal the way to hand in is in sight, with why it is shut, and opens with a change', async () => {
    const mine = await story();
    const { institution, round, school } = mine;
    const { update } = await save(console.hub, school, {
      institution,
      round,
      version: mine.draft.version,
      answers: [{ criterion: 'G1', value: 1 }],
    });
    await submit(console.hub, school, { id: update!.id, version: update!.version });
    const page = await openReport(mine, { language: 'vi' });
    await page.getByRole('button', { name: 'Rút lại để sửa' }).click();
    const handIn = page.getByRole('button', { name: 'Nộp báo cáo' });
    await handIn.waitFor();
    expect(await handIn.isDisabled()).toBe(true);
    await page.getByText('Nộp lại được sau khi sửa ít nhất một câu').waitFor();
    await comment(page, 'G2').fill('Sửa sau khi rút lại');
    await until(() => handIn.isEnabled());
    await handIn.click();
    await page.getByText('Đã nộp báo cáo.', { exact: true }).waitFor();
  });

  test('names of 200 letters and reasons of 2,000 break no page, for the school and for the reviewer', async () => {
    const mine = await story();
    const { institution, round, school } = mine;
    const name = `${'Ke_hoach_chuyen_doi_so_nam_hoc_2026-2027_truong_THPT_Chu_Van_An_da_ky_so'.padEnd(196, '_x')}.pdf`;
    const { update } = await save(console.hub, school, {
      institution,
      round,
      version: mine.draft.version,
      answers: [{ criterion: 'G1', value: 1, comment: 'ạ'.repeat(2000) }],
    });
    await console.hub.em.fork().execute('update evidence set name = ?', [name]);
    const { update: submitted } = await submit(console.hub, school, {
      id: update!.id,
      version: update!.version,
      note: 'n'.repeat(2000),
    });
    await giveBack(console.hub, mine.reviewer, {
      id: submitted!.id,
      version: submitted!.version,
      note: 'r'.repeat(2000),
      reasons: [{ criterion: 'G1', reason: 'l'.repeat(2000) }],
    });
    const page = await openReport(mine, { language: 'vi' });
    const reviewer = await person(console.hub, [
      { role: 'REVIEWER', unitId: rowIdOf('AdministrativeUnit', mine.province)! },
    ]);
    const other = await console.open('/sign-in', { language: 'vi' });
    await signIn(
      other,
      console.address,
      reviewer.email,
      PASSWORD,
      `/review/${encodeURIComponent(update!.id)}`,
    );
    await other.locator('[data-criterion=G1]').waitFor();
    for (const viewport of [DESK, PHONE])
      for (const each of [page, other]) {
        await each.setViewportSize(viewport);
        // The frame of the page takes a moment to follow.
        await until(async () => (await sidewaysOf(each)) === 0);
      }
  });
});
