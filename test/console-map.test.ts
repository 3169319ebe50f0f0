import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { importBoundaries } from '../src/boundaries/boundary.import.js';
import { publish } from '../src/database/publish.js';
import { isSound, needsBrowser, PHONE, startConsole, type ConsoleHub } from './support/browser.js';
import { idOfUnit } from './support/people.js';
import { collection, square } from './support/shapes.js';

const ON = '2025-06-30';
const LINE = 'of=GENERAL_EDUCATION&in=DIGITAL_GOVERNANCE';
const THEN = `/map?unit=67&kind=PROVINCE&on=${ON}&basis=AS_REPORTED&${LINE}`;

interface Row {
  unit: { id: string; code: string; kind: 'DISTRICT'; name: string };
  line: { institutions: number; completed: number; reported: number; percent: number | null };
}

const map = (page: Page) => page.getByRole('region', { name: 'Bản đồ tỷ lệ hoàn thành' });
const table = (page: Page) => page.getByRole('region', { name: 'Bảng số liệu' });
const shapes = (page: Page) => map(page).locator('path[data-unit]');

needsBrowser('the map, in the console', () => {
  let console: ConsoleHub;
  /** The units below on the day, as the graph ranks them. */
  let rows: Row[];
  beforeAll(async () => {
    console = await startConsole();
    const unit = await idOfUnit(console.hub, '67', ON);
    const { breakdown } = await console.hub.data(
      `query ($unit: ID!) { breakdown(unit: $unit, by: [UNIT], asOf: "${ON}", first: 100,
        groups: [GENERAL_EDUCATION], indicators: ["DIGITAL_GOVERNANCE"],
        orderBy: { figure: PERCENT, direction: DESC }) {
          nodes { unit { id code kind name } line { institutions completed reported percent } } } }`,
      { unit },
    );
    rows = breakdown.nodes;
    expect(rows.length).toBeGreaterThan(3);
  });
  afterAll(() => console.close());

  const isUnknown = ({ line }: Row) => line.reported === 0 || line.percent === null;

  /** Squares side by side for these units. */
  async function bring(units: readonly Row[]): Promise<void> {
    const squares = units.map(({ unit }, at) =>
      square(unit.code, 107 + (at % 4), 12 + Math.floor(at / 4)),
    );
    const content = new TextEncoder().encode(JSON.stringify(collection(...squares)));
    const choices = {
      ...{ source: 'Sở Tự làm', licence: 'CC0', from: '2020-01-01' },
      ...{ codeProperty: 'code', kind: null, layer: null },
    };
    await publish(console.hub.em, (em, _at, state) =>
      importBoundaries(em, { name: 'hinh.geojson', content }, choices, state),
    );
  }

  test('is a ranked chart until there are borders, with the same numbers', async () => {
    const page = await console.open(THEN);
    const dots = page.getByRole('region', { name: 'Biểu đồ xếp hạng' });
    await dots.getByText('Chưa có bản đồ ranh giới của các đơn vị bên dưới').waitFor();

    const names = rows.map(({ unit }) => unit.name);
    expect(await dots.getByRole('link').allTextContents()).toEqual(names);
    expect(await table(page).getByRole('link').allTextContents()).toEqual(names);
    expect(await dots.locator('.dot-track i').count()).toBe(
      rows.filter((row) => !isUnknown(row)).length,
    );
    expect(await shapes(page).count()).toBe(0);
    await isSound(page);
  });

  test('shows each unit in the colour of its figure, and hatched what nobody knows', async () => {
    const drawn = rows.slice(0, -1);
    await bring(drawn);
    const page = await console.open(`/?${THEN.slice('/map?'.length)}`);
    await page.getByRole('link', { name: 'Xem trên bản đồ' }).first().click();
    await page.getByRole('heading', { level: 1, name: 'Bản đồ: Tỉnh Đắk Nông' }).waitFor();
    await shapes(page).first().waitFor();

    const colours = await shapes(page).evaluateAll((paths: any[]) =>
      Object.fromEntries(
        paths.map((path) => [
          path.dataset.unit,
          path.getAttribute('fill') ?? path.getAttribute('class'),
        ]),
      ),
    );
    const classOf = ({ line: { percent } }: Row) =>
      `map-class-${Math.min(5, Math.floor((percent ?? 0) / 20) + 1)}`;
    expect(colours).toEqual(
      Object.fromEntries(
        drawn.map((row) => [row.unit.code, isUnknown(row) ? 'url(#map-unknown)' : classOf(row)]),
      ),
    );
    const unknown = rows.filter(isUnknown).length;
    await map(page).getByText(`Chưa có số liệu, không phải bằng 0: ${unknown} đơn vị`).waitFor();
    await map(page)
      .getByText(`Không có trên bản đồ vì chưa có ranh giới: ${rows.at(-1)?.unit.name}`)
      .waitFor();
    await map(page)
      .getByText('Ranh giới: Sở Tự làm (CC0), từ ngày 01/01/2020; đã đơn giản hoá')
      .waitFor();
    expect(
      await table(page)
        .locator('tbody tr')
        .evaluateAll((lines: any[]) =>
          lines.map((line) => `${line.cells[0].textContent} ${line.cells[3].textContent}`),
        ),
    ).toEqual(
      rows.map(({ unit, line }) => `${unit.name} ${line.completed}/${line.institutions} cơ sở`),
    );
    await isSound(page);
  });

  test('tells of what is pointed at, by mouse or keyboard, and leads to its overview', async () => {
    const page = await console.open(THEN);
    const [first] = rows;
    const { name = '', code = '' } = first?.unit ?? {};
    await shapes(page).first().waitFor();
    const tip = map(page).locator('.map-tip');

    await table(page).getByRole('link', { name }).focus();
    await tip.getByText(`${name}: `).waitFor();
    expect(await map(page).locator('path.pointed').getAttribute('data-pointed')).toBe(code);
    await map(page).locator(`path[data-unit="${rows[1]?.unit.code}"]`).hover();
    await tip.getByText(`${rows[1]?.unit.name}: `).waitFor();

    await map(page).locator(`path[data-unit="${code}"]`).click();
    await page.getByRole('heading', { level: 1, name }).waitFor();
    const view = new URL(page.url()).searchParams;
    expect([view.get('unit'), view.get('on'), view.get('in')]).toEqual([
      code,
      ON,
      'DIGITAL_GOVERNANCE',
    ]);
  });

  test('has the borders of now where they are chosen, and fits a phone, paper and a file', async () => {
    const page = await console.open(THEN, { viewport: PHONE });
    await shapes(page).first().waitFor();
    await isSound(page);
    await page.emulateMedia({ media: 'print' });
    expect(await map(page).isVisible()).toBe(true);
    await page.emulateMedia({ media: 'screen' });
    const file = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Tải CSV' }).click();
    const lines = (await readFile(await (await file).path(), 'utf8')).trim().split('\r\n');
    expect(lines).toHaveLength(rows.length + 1);

    // Of the units of today no borders were imported.
    await page.goto(`${console.address}/map?unit=68&kind=PROVINCE&${LINE}`);
    await page.getByRole('region', { name: 'Biểu đồ xếp hạng' }).waitFor();
    await isSound(page);
  });
});
