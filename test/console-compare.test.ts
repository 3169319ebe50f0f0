import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { isSound, needsBrowser, PHONE, startConsole, type ConsoleHub } from './support/browser.js';
import { idOfUnit } from './support/people.js';

const ON = '2025-06-30';
const LINE = `basis=AS_REPORTED&of=GENERAL_EDUCATION&in=DIGITAL_GOVERNANCE`;

const panels = (page: Page) =>
  page.getByRole('region', { name: 'So sánh bằng hình' }).getByRole('article');
const table = (page: Page) => page.getByRole('region', { name: 'Bảng số liệu' });

needsBrowser('units and dates side by side, in the console', () => {
  let console: ConsoleHub;
  /** More units than are compared at once. */
  let units: { id: string; name: string }[];
  beforeAll(async () => {
    console = await startConsole();
    const { administrativeUnit } = await console.hub.data(
      `{ administrativeUnit(code: "67", kind: PROVINCE, on: "${ON}") { children(first: 7) { nodes { id name } } } }`,
    );
    units = administrativeUnit.children.nodes;
    expect(units).toHaveLength(7);
  });
  afterAll(() => console.close());

  const addressOf = (ids: readonly string[], rest = `on=${ON}&${LINE}`) =>
    `/compare?${rest}&${ids.map((id) => `with=${encodeURIComponent(id)}`).join('&')}`;

  /** What the graph counts in each of the units: completed of all. */
  async function counted(ids: readonly string[]): Promise<string[]> {
    const { nodes } = await console.hub.data(
      `query ($ids: [ID!]!) { nodes(ids: $ids) { ... on AdministrativeUnit { name
        progress(asOf: "${ON}", basis: AS_REPORTED, groups: [GENERAL_EDUCATION], indicators: ["DIGITAL_GOVERNANCE"]) {
          lines { completed reported institutions } } } } }`,
      { ids },
    );
    return nodes.map(({ name, progress: { lines } }: any) => {
      const { completed, reported, institutions } = lines[0];
      return reported === 0
        ? `${name}: chưa biết, trong ${institutions}`
        : `${name}: ${completed}/${institutions}`;
    });
  }
  const shown = (page: Page) =>
    table(page)
      .locator('tbody tr')
      .evaluateAll((rows: any[]) =>
        rows.map((row) => {
          const cells = [...row.cells].map((cell: any) => cell.textContent.trim());
          return `${cells[0]}: ${cells.find((cell) => /^(\d+|chưa biết, trong )\/?\d+$/.test(cell))}`;
        }),
      );

  test('six units come from the list below a unit, each with the figures of the graph', async () => {
    const page = await console.open(`/?unit=67&kind=PROVINCE&on=${ON}&${LINE}`);
    await page.getByRole('link', { name: 'So sánh 6 đơn vị đầu danh sách' }).click();
    await panels(page).nth(5).waitFor();
    const named = new URL(page.url()).searchParams.getAll('with');

    expect(named).toHaveLength(6);
    expect(await panels(page).count()).toBe(6);
    expect(await shown(page)).toEqual(await counted(named));
    await isSound(page);
  });

  test('a seventh is refused, by choice and in an address that is sent', async () => {
    const six = units.slice(0, 6).map(({ id }) => id);
    const page = await console.open(addressOf(six));
    await panels(page).nth(5).waitFor();
    const add = page
      .getByRole('combobox', { name: 'Thêm một đơn vị' })
      .or(page.getByLabel('Thêm một đơn vị'))
      .first();
    await add.click();
    await add.fill(units[6]!.name);
    await page.getByRole('option').filter({ hasText: units[6]!.name }).first().click();
    await page.getByText(`Chưa thêm ${units[6]!.name}`).waitFor();
    expect(await panels(page).count()).toBe(6);

    // There is room when one is left out, by keyboard.
    await page.getByRole('button', { name: `Bỏ ${units[0]!.name}` }).press('Enter');
    await page.waitForURL((url) => url.searchParams.getAll('with').length === 5);
    await add.click();
    await add.fill(units[6]!.name);
    await page.getByRole('option').filter({ hasText: units[6]!.name }).first().click();
    await panels(page).filter({ hasText: units[6]!.name }).waitFor();
    expect(await shown(page)).toEqual(await counted([...six.slice(1), units[6]!.id]));

    const sent = await console.open(addressOf(units.map(({ id }) => id)), { viewport: PHONE });
    await sent.getByText('Địa chỉ này nêu 7 đơn vị. Mỗi lần so sánh nhiều nhất 6').waitFor();
    await panels(sent).nth(5).waitFor();
    expect(await panels(sent).count()).toBe(6);
  });

  test('the dates of a unit stand side by side; what nobody had reported is unknown', async () => {
    const unit = await idOfUnit(console.hub, '67', ON);
    const page = await console.open(
      `${addressOf([unit], `by=days&${LINE}`)}&day=2020-01-01&day=2025-05-31`,
    );
    await panels(page).nth(1).waitFor();

    const [before, after] = await panels(page).all();
    await before!.getByRole('heading', { name: '01/01/2020' }).waitFor();
    await before!.getByText('Chưa có báo cáo nào được duyệt').waitFor();
    await before!.getByText('chưa biết (0–100%)', { exact: true }).waitFor();
    await after!.getByText(/^\d+(,\d)?% \(\d+\/\d+ cơ sở\)$/).waitFor();
    await isSound(page);

    const file = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Tải CSV' }).click();
    const lines = (await readFile(await (await file).path(), 'utf8')).trim().split('\r\n');
    expect(lines).toHaveLength(3);
    expect(lines[1]).toMatch(/^01\/01\/2020,/);

    await page.emulateMedia({ media: 'print' });
    expect(await page.getByRole('button', { name: 'Tải CSV' }).isVisible()).toBe(false);
    expect(await panels(page).first().isVisible()).toBe(true);
  });

  test('a unit that was not there on the date says so, and since when it is', async () => {
    const unit = await idOfUnit(console.hub, '68', '2026-01-01');
    const page = await console.open(addressOf([unit, units[0]!.id]));
    await panels(page).nth(1).waitFor();
    await panels(page)
      .filter({ hasText: 'Không có số liệu: đơn vị này chỉ có từ 01/07/2025 đến nay' })
      .waitFor();

    await page.goto(console.address + addressOf([unit]));
    await panels(page).getByText('Không có số liệu: đơn vị này chỉ có từ 01/07/2025').waitFor();
  });

  test('the rounds of a unit are reached from its trend', async () => {
    const page = await console.open(`/?unit=67&kind=PROVINCE&on=${ON}&${LINE}`);
    await page.getByRole('link', { name: 'So sánh các đợt báo cáo' }).click();
    await panels(page).nth(1).waitFor();
    const { administrativeUnit } = await console.hub.data(
      `{ administrativeUnit(code: "67", kind: PROVINCE, on: "${ON}") { progressSeries(basis: AS_REPORTED) { asOf } } }`,
    );
    const days = administrativeUnit.progressSeries.map(({ asOf }: any) =>
      asOf.split('-').reverse().join('/'),
    );
    expect(await panels(page).getByRole('heading').allTextContents()).toEqual(days.slice(-6));
  });
});

needsBrowser('comparing in a hub without data', () => {
  let console: ConsoleHub;
  beforeAll(async () => {
    console = await startConsole({ from: 'empty' });
  });
  afterAll(() => console.close());

  test('says that there is nothing yet', async () => {
    const page = await console.open('/compare');
    await page.getByText(/^Trung tâm dữ liệu chưa có đợt báo cáo nào/).waitFor();
    await isSound(page);
  });
});
