import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { readConfig } from '../src/config.js';
import {
  needsBrowser,
  PHONE,
  sidewaysOf,
  startConsole,
  type ConsoleHub,
} from './support/browser.js';
import { startHub, type TestHub } from './support/hub.js';
import { now } from './support/reporting.js';

const ORIGIN = 'https://portal.example.gov.vn';
const EMBED = '/embed/verdict?unit=67&kind=PROVINCE&on=2025-06-30';
const POLICY =
  "default-src 'self';base-uri 'self';font-src 'self' https: data:;form-action 'self';frame-ancestors 'self';img-src 'self' data:;object-src 'none';script-src 'self';script-src-attr 'none';style-src 'self' 'unsafe-inline'";
const VERDICT =
  'Đến 30/06/2025, 14,1% cơ sở giáo dục phổ thông (44/313) đã hoàn thành cả bốn trụ cột, nhiều nhất có thể là 36,1% nếu tính cả những cơ sở chưa có báo cáo được duyệt; còn thiếu 25,9 điểm phần trăm (82 cơ sở) so với chỉ tiêu 40% năm 2025.';

describe('the verdict of a unit for the frame of another page', () => {
  let hub: TestHub;
  beforeAll(async () => {
    hub = await startHub({
      ...{ from: 'demo', now, publisher: 'Sở GD&ĐT', licence: 'CC-BY-4.0' },
      embedOrigins: [ORIGIN, 'http://127.0.0.1:8080'],
    });
  });
  afterAll(() => hub.close());

  const get = (url: string, headers: Record<string, string> = {}) =>
    hub.server.inject({ url, headers: { 'accept-language': 'vi', ...headers } });

  test('may be framed by those that the operator named; the rest of its policy stays', async () => {
    const { statusCode, headers } = await get(EMBED);
    expect(statusCode).toBe(200);
    expect(headers['content-security-policy']).toBe(
      POLICY.replace(
        "frame-ancestors 'self'",
        `frame-ancestors 'self' ${ORIGIN} http://127.0.0.1:8080`,
      ),
    );
    expect(headers['x-frame-options']).toBeUndefined();
    expect(headers['x-content-type-options']).toBe('nosniff');
    expect(headers['set-cookie']).toBeUndefined();
    expect(headers['cache-control']).toBe('public, no-cache');
  });

  test.each(['/graphiql', '/catalog', '/health/live', '/nothing', '/exports/levels.csv?unit=68'])(
    'no page beside it may: %s',
    async (url) => {
      const { headers } = await get(url);
      expect(headers['x-frame-options']).toBe('SAMEORIGIN');
      expect(String(headers['content-security-policy'])).toContain("frame-ancestors 'self';");
    },
  );

  test('says the verdicts of the graph, of which day and from where, and that data is made up', async () => {
    const { body, headers } = await get(EMBED);
    expect(headers['content-type']).toBe('text/html; charset=utf-8');
    expect(body).toContain('<html lang="vi">');
    expect(body).toContain(`<p>${VERDICT}</p>`);
    expect(body).toContain('số liệu đến ngày 30/06/2025');
    expect(body).toContain('Số liệu minh hoạ – không phải số liệu chính thức');
    expect(body).toMatch(
      /Nguồn: Sở GD&amp;ĐT\. Dữ liệu lần 1, công bố [\d:/ ]+\. Giấy phép: CC-BY-4\.0\./,
    );
    expect(body).toContain(
      'href="/?unit=67&amp;kind=PROVINCE&amp;on=2025-06-30&amp;basis=CURRENT_UNITS" target="_blank" rel="noopener"',
    );
    const { unit } = await hub.data(
      `{ unit: administrativeUnit(code: "67", kind: PROVINCE, on: "2025-06-30") {
        progress(asOf: "2025-06-30", basis: CURRENT_UNITS) { lines { indicator { code } percent upperPercent } } } }`,
    );
    const drawn = unit.progress.lines
      .filter(({ indicator }: any) => indicator.code === 'ALL_FOUR')
      .map(({ percent, upperPercent }: any) => [upperPercent, percent]);
    const bars = [...body.matchAll(/<svg class="bar".*?<\/svg>/g)].map(([bar]) =>
      [...bar.matchAll(/<rect width="([\d.]+)" height="6" fill="(?:url|#136b7b)/g)].map(
        ([, width]) => Number(width),
      ),
    );
    expect(bars).toEqual(drawn);
    expect(body).not.toContain('<script');
  });

  test('speaks the language that the address says, else that of the browser', async () => {
    const english = await get(`${EMBED}&lang=en&of=COLLEGE_AND_VOCATIONAL`);
    expect(english.body).toContain('<html lang="en">');
    expect(english.body).toMatch(/<p>By 30 Jun 2025, 17\.6% of the colleges/);
    expect((await get(EMBED, { 'accept-language': 'en' })).body).toContain('<html lang="en">');
    expect(english.headers['vary'] ?? '').not.toContain('Accept-Language');
  });

  test('is not sent again while nothing was published', async () => {
    const { headers } = await get(EMBED);
    const again = await get(EMBED, { 'if-none-match': String(headers['etag']) });
    expect([again.statusCode, again.body]).toEqual([304, '']);
    const other = await get(`${EMBED}&of=COLLEGE_AND_VOCATIONAL`);
    expect(other.headers['etag']).not.toBe(headers['etag']);
  });

  test('looks at nobody’s session: a token or a key, good or bad, changes nothing', async () => {
    const { body } = await get(EMBED);
    const told: Record<string, string>[] = [
      { authorization: 'Bearer nonsense' },
      { 'x-api-key': 'edh_nonsense' },
      { cookie: 'hub_refresh=nonsense' },
    ];
    for (const headers of told) {
      const answer = await get(EMBED, headers);
      expect([answer.statusCode, answer.body]).toEqual([200, body]);
    }
  });

  test.each([
    '/embed/verdict',
    '/embed/verdict?unit=99',
    '/embed/verdict?unit=67&unit=68',
    '/embed/verdict?unit=67&on=2025-02-30',
    '/embed/verdict?unit=67&on=2026-01-01',
    '/embed/verdict?unit=68&on=2030-01-01',
    '/embed/verdict?unit=%00',
    "/embed/verdict?unit=67'%3Cscript%3E",
  ])('says in the frame that there is no such unit: %s', async (url) => {
    const { statusCode, body, headers } = await get(url);
    expect([statusCode, headers['cache-control']]).toEqual([404, 'no-store']);
    expect(body).toContain('Không có đơn vị nào mang mã này vào ngày đã chọn.');
    expect(body).not.toContain('<script');
  });

  test('writes a name as it is, whatever stands in it', async () => {
    const own = await startHub({ from: 'demo', now, embedOrigins: [ORIGIN] });
    await own.em
      .fork()
      .getConnection()
      .execute(`update administrative_unit set name = ? where code = '67' and kind = 'PROVINCE'`, [
        'Tỉnh </title><script>alert("1")</script>',
      ]);
    const { body } = await own.server.inject({ url: EMBED });
    await own.close();
    expect(body).toContain('Tỉnh &lt;/title&gt;&lt;script&gt;alert(&quot;1&quot;)');
    expect(body).not.toContain('<script');
  });
});

test('there is no such page where the operator has named nobody, or not everybody may read', async () => {
  const closed = await startHub({ from: 'demo', now });
  const { statusCode, headers } = await closed.server.inject({ url: EMBED });
  await closed.close();
  expect([statusCode, headers['x-frame-options']]).toEqual([404, 'SAMEORIGIN']);

  const secret = await startHub({ from: 'demo', now, embedOrigins: [ORIGIN], publicRead: false });
  const answer = await secret.server.inject({ url: EMBED });
  await secret.close();
  expect([answer.statusCode, answer.json().code]).toEqual([401, 'PUBLIC_READ_OFF']);
});

test.each([
  ['', []],
  ['https://a.example', ['https://a.example']],
  ['https://a.example, http://b.example:8080', ['https://a.example', 'http://b.example:8080']],
])('HUB_EMBED_ORIGINS takes “%s”', (text, origins) => {
  expect(readConfig({ HUB_EMBED_ORIGINS: text }).embedOrigins).toEqual(origins);
});

test.each(['*', 'https://a.example/page', 'a.example', "https://a;script-src'", "'none'"])(
  'HUB_EMBED_ORIGINS refuses “%s”',
  (text) => {
    expect(() => readConfig({ HUB_EMBED_ORIGINS: text })).toThrow('HUB_EMBED_ORIGINS');
  },
);

needsBrowser('in a browser', () => {
  let portal: Server;
  let stranger: Server;
  let console: ConsoleHub;
  const addressOf = (server: Server) =>
    `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  /** A site of others, with a page of the hub in a frame. */
  const site = async (): Promise<Server> => {
    const server = createServer((request, response) => {
      const path = decodeURIComponent(request.url?.slice(2) ?? '');
      const frame = `<iframe src="${console.address}${path.replaceAll('&', '&amp;')}" width="640" height="480"></iframe>`;
      response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(frame);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return server;
  };
  beforeAll(async () => {
    portal = await site();
    stranger = await site();
    console = await startConsole({ embedOrigins: [addressOf(portal)] });
  });
  afterAll(async () => {
    await console.close();
    for (const server of [portal, stranger]) server.close();
  });

  test('a page of a named origin shows it, another page does not, and the console is shown by none', async () => {
    const page = await console.open('/robots.txt');
    await page.goto(`${addressOf(portal)}/?${encodeURIComponent(EMBED)}`);
    await page.frameLocator('iframe').getByText(VERDICT).waitFor();
    await page.screenshot({ path: 'screenshots/embed-in-a-frame.png' });

    for (const [server, path] of [
      [stranger, EMBED],
      [portal, '/?unit=67&kind=PROVINCE&on=2025-06-30'],
    ] as const) {
      const refused = page.waitForEvent('console', (message) =>
        /frame-ancestors|X-Frame-Options/.test(message.text()),
      );
      await page.goto(`${addressOf(server)}/?${encodeURIComponent(path)}`);
      await refused;
      expect(await page.frameLocator('iframe').getByText('Đắk Nông').count()).toBe(0);
    }
  });

  test('it fits a phone, and leads to the page that has all of it', async () => {
    const page = await console.open(EMBED, { viewport: PHONE });
    expect(await sidewaysOf(page)).toBe(0);
    await page.screenshot({ path: 'screenshots/embed-phone.png', fullPage: true });
    const opened = page.waitForEvent('popup');
    await page.getByRole('link', { name: 'Xem đầy đủ' }).click();
    await (await opened).getByRole('heading', { level: 1, name: 'Tỉnh Đắk Nông' }).waitFor();
  });

  test('the console gives what shows it, of what is chosen', async () => {
    const page = await console.open(
      '/?unit=67&kind=PROVINCE&on=2025-06-30&of=COLLEGE_AND_VOCATIONAL',
    );
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await page.getByRole('button', { name: 'Nhúng vào trang khác' }).click();
    await page.getByText('Đã sao chép.').waitFor();
    expect(await page.evaluate('navigator.clipboard.readText()')).toBe(
      `<iframe src="${console.address}/embed/verdict?unit=67&amp;kind=PROVINCE&amp;on=2025-06-30&amp;of=COLLEGE_AND_VOCATIONAL&amp;in=ALL_FOUR&amp;lang=vi" title="Tỉnh Đắk Nông" width="100%" height="480" loading="lazy" style="border:0"></iframe>`,
    );
  });

  test('the console does not offer it where the operator has named nobody', async () => {
    const closed = await startConsole();
    const page = await closed.open('/?unit=67&kind=PROVINCE&on=2025-06-30');
    await page.getByRole('button', { name: 'Tải phiếu họp (Word)' }).waitFor();
    expect(await page.getByRole('button', { name: 'Nhúng vào trang khác' }).count()).toBe(0);
    await closed.close();
  });
});
