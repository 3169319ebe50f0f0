import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { startConsole, needsBrowser, problemsOf, type ConsoleHub } from './support/browser.js';
import { now } from './support/reporting.js';

/** A server that has nothing but the page, as a department’s own has. */
async function serve(path: string): Promise<{ server: Server; origin: string }> {
  const page = await readFile(path);
  const server = createServer((_, response) => {
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(page);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return { server, origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}` };
}

/** The rows of a table of the page, as texts, and how wide the parts of the bars are. */
const rowsOf = (page: Page, caption: string): Promise<string[][]> =>
  page.evaluate(`(() => {
    const table = [...document.querySelectorAll('table')].find((each) => each.caption.textContent === ${JSON.stringify(caption)});
    return [...table.rows].slice(1).map((row) => [...row.cells].map((cell) =>
      cell.querySelector('svg') ? [...cell.querySelectorAll('rect')].slice(1).map((part) => Math.round(part.width.baseVal.value * 100)).join('|') : cell.textContent));
  })()`);

const BELOW = 'Các đơn vị bên dưới';

needsBrowser('the static page of a chart', () => {
  let it: ConsoleHub;
  let pages: Server;
  let origin: string;
  let page: Page;
  beforeAll(async () => {
    const served = await serve('clients/static-page/index.html');
    pages = served.server;
    it = await startConsole({ now, corsOrigins: [served.origin] });
    origin = served.origin;
    page = await opened('unit=67&on=2025-06-30');
  });
  afterAll(async () => {
    await it.close();
    pages.close();
  });

  test('shows, on another origin, the figures that a walk through the institutions finds', async () => {
    const { unit } = await it.hub.data(
      `{ unit: administrativeUnit(code: "67", on: "2025-06-30") { id children(first: 100) { nodes { id name } } } }`,
    );
    const expected = [];
    for (const { id, name } of [unit, ...unit.children.nodes])
      expected.push([name ?? '30/06/2025', ...(await counted(id))]);

    const shown = [...(await rowsOf(page, 'Cả tỉnh')), ...(await rowsOf(page, BELOW))];
    expect(shown).toHaveLength(expected.length);
    expect(shown).toEqual(expect.arrayContaining(expected));
  });

  test('tells unknown from 0 %, and from units without institutions', async () => {
    const kinds = new Set<string>();
    const views = ['unit=68', 'unit=68&group=COLLEGE_AND_VOCATIONAL', 'unit=67&on=2021-12-31'];
    for (const view of views) {
      const seen = await opened(view);
      for (const [, figure, bar, completed, reported] of [
        ...(await rowsOf(seen, BELOW)),
        ...(await rowsOf(seen, 'Qua các đợt báo cáo')),
      ]) {
        const kind = completed!.endsWith(' trên 0')
          ? 'không có cơ sở'
          : reported!.startsWith('0 trên')
            ? 'chưa rõ'
            : '%';
        kinds.add(figure!.startsWith('0%') ? '0%' : kind);
        expect(figure).toContain(kind);
        if (kind === 'không có cơ sở') expect(bar).toBe('');
        // Hatched from end to end.
        if (kind === 'chưa rõ') expect(bar).toBe('0|10000');
      }
    }
    expect([...kinds].sort()).toEqual(['%', '0%', 'chưa rõ', 'không có cơ sở']);
  });

  test('shows all units below, also when they are more than a page', async () => {
    // The page asks for a hundred at a time, and no unit of the demo has as many below.
    let asked = 0;
    const today = await opened('unit=68', async (fresh) => {
      await fresh.route(/graphql\?query=.*first%3A\+100/, (route) => {
        asked += 1;
        return route.continue({
          url: route.request().url().replace('first%3A+100', 'first%3A+10'),
        });
      });
    });
    const { unit } = await it.hub.data(
      '{ unit: administrativeUnit(code: "68") { children(first: 100) { nodes { id name } } } }',
    );

    const names = (await rowsOf(today, BELOW)).map(([name]) => name!);
    expect(names.sort()).toEqual(unit.children.nodes.map(({ name }: any) => name).sort());
    expect(asked).toBe(3);
  });

  test('says the day, the source and that data is illustrative, and everybody can read it', async () => {
    expect(await page.locator('h1').textContent()).toMatch(
      /^Tỉnh Đắk Nông: .+, đến ngày 30\/06\/2025$/,
    );
    expect(await page.locator('#illustrative').isVisible()).toBe(true);
    expect(await page.locator('#source').textContent()).toContain(`Nguồn: ${it.address}, bản số`);
    expect(await page.locator('#source').textContent()).toContain('công bố lúc');
    expect(await problemsOf(page)).toEqual([]);
  });

  test('says why there is nothing to see', async () => {
    const without = await it.browser.newPage();
    await without.goto(`${origin}/?hub=${it.address}&unit=67&on=2026-06-30`);

    expect(await without.locator('[role=alert]').textContent()).toContain('mã 67');
    expect(await without.locator('table').count()).toBe(0);
  });

  /** The page with its tables; `prepare` sees it before it asks the hub. */
  async function opened(wanted: string, prepare?: (page: Page) => Promise<void>): Promise<Page> {
    const fresh = await it.browser.newPage();
    await prepare?.(fresh);
    await fresh.goto(`${origin}/?hub=${it.address}&${wanted}`);
    await fresh.locator('table').last().waitFor();
    return fresh;
  }

  /** What a row has to say of a unit, counted institution by institution. */
  async function counted(unit: string): Promise<string[]> {
    let [institutions, completed, reported] = [0, 0, 0];
    for (let cursor: string | null = null, more = true; more;) {
      const { walked }: any = await it.hub.data(
        `query ($unit: ID!, $cursor: String) { walked: institutions(first: 100, after: $cursor, orderBy: ID,
          filter: { unit: $unit, on: "2025-06-30", group: GENERAL_EDUCATION }) {
          pageInfo { hasNextPage endCursor } nodes { pillars(asOf: "2025-06-30") { observation stage } } } }`,
        { unit, cursor },
      );
      for (const { pillars } of walked.nodes) {
        const asked = pillars.filter(({ observation }: any) => observation !== 'NOT_APPLICABLE');
        institutions += 1;
        if (asked.every(({ observation }: any) => observation === 'REPORTED')) reported += 1;
        if (asked.every(({ stage }: any) => stage === 'COMPLETED')) completed += 1;
      }
      ({ hasNextPage: more, endCursor: cursor } = walked.pageInfo);
    }
    const share = (count: number) => (100 * count) / institutions;
    const percent = (value: number) =>
      `${value.toLocaleString('vi', { maximumFractionDigits: 1 })}%`;
    const [least, most] = [share(completed), share(completed + institutions - reported)];
    const range = least === most ? percent(least) : `${percent(least)} – ${percent(most)}`;
    return [
      reported === 0 ? 'chưa rõ' : range,
      `${Math.round(least * 100)}|${Math.round((most - least) * 100)}`,
      `${completed} trên ${institutions}`,
      `${reported} trên ${institutions} (${percent(share(reported))})`,
    ];
  }
});
