import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { brotliDecompressSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { publish } from '../src/database/publish.js';
import { startHub, type TestHub } from './support/hub.js';
import { now } from './support/reporting.js';

const PLACE = '?unit=67&kind=PROVINCE&on=2025-06-30';
const VERDICT =
  'Đến 30/06/2025, 14,1% cơ sở giáo dục phổ thông (44/313) đã hoàn thành cả bốn trụ cột, nhiều nhất có thể là 36,1% nếu tính cả những cơ sở chưa có báo cáo được duyệt; còn thiếu 25,9 điểm phần trăm (82 cơ sở) so với chỉ tiêu 40% năm 2025.';

let folder: string;
let hub: TestHub;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hub-console-'));
  // What the build adds to it is about scripts.
  await writeFile(join(folder, 'index.html'), await readFile('web/index.html'));
  hub = await startHub({ from: 'demo', now, consoleFolder: folder });
});
afterAll(async () => {
  await hub.close();
  await rm(folder, { recursive: true });
});

const get = (url: string, headers: Record<string, string> = {}, of: TestHub = hub) =>
  of.server.inject({ url, headers: { accept: 'text/html', host: 'hub.example', ...headers } });

/** The page with its preview: on a busy machine it may come without one first, which is kept meanwhile. */
async function shown(url: string, headers: Record<string, string> = {}, of: TestHub = hub) {
  let answer = await get(url, headers, of);
  for (let more = 50; more > 0 && !answer.body.includes('og:url'); more--) {
    if (answer.statusCode === 304) break;
    await setTimeout(100);
    answer = await get(url, headers, of);
  }
  return answer;
}

const UNESCAPED: Record<string, string> = { '&lt;': '<', '&gt;': '>', '&quot;': '"', '&amp;': '&' };

/** The tags of a page, by what they are called; each is there once. */
function tagsOf(page: string): Record<string, string> {
  const found = [
    ...page.matchAll(/<meta\s+(?:name|property)="([^"]+)"\s+content="([^"]*)"\s*\/?>/g),
  ].map(([, name = '', content = '']) => [
    name,
    content.replace(/&\w+;/g, (entity) => UNESCAPED[entity] ?? entity),
  ]);
  const names = found.map(([name]) => name);
  expect(new Set(names).size).toBe(names.length);
  return Object.fromEntries(found);
}

const GENERAL = {
  'og:site_name': 'Chuyển đổi số giáo dục',
  'og:type': 'website',
  'og:title': 'Chuyển đổi số giáo dục',
  'og:locale': 'vi_VN',
};

describe('a link to a page about a unit', () => {
  test.each(['/', '/target', '/changes'])('shows its verdict: %s', async (path) => {
    const { body, statusCode, headers } = await shown(`${path}${PLACE}`);
    expect([statusCode, headers['content-type']]).toEqual([200, 'text/html; charset=utf-8']);
    expect(tagsOf(body)).toMatchObject({
      description: `[Số liệu minh hoạ] ${VERDICT}`,
      'og:site_name': 'Chuyển đổi số giáo dục',
      'og:type': 'website',
      'og:title': 'Tỉnh Đắk Nông: chuyển đổi số trong giáo dục, đến 30/06/2025',
      'og:description': `[Số liệu minh hoạ] ${VERDICT}`,
      'og:locale': 'vi_VN',
      'og:url': `http://hub.example${path}${PLACE}`,
    });
    // The rest of the page is as it is built, and its policy as before.
    expect(body).toContain('<div id="console"></div>');
    expect(String(headers['content-security-policy'])).toContain("script-src 'self';");
    expect(headers['cache-control']).toBe('no-cache');
    expect(headers['vary']).toMatch(/Accept-Language/);
  });

  test('speaks the language of who asks, about the line that is chosen', async () => {
    const { body } = await shown(`/${PLACE}&of=COLLEGE_AND_VOCATIONAL`, {
      'accept-language': 'en',
    });
    const tags = tagsOf(body);
    expect(tags['og:locale']).toBe('en_GB');
    expect(tags['og:title']).toBe(
      'Tỉnh Đắk Nông: digital transformation of education, by 30 Jun 2025',
    );
    expect(tags['description']).toMatch(/^\[Demonstration data\] By 30 Jun 2025, 17\.6% of the /);
  });

  test('is sent once, and again when its verdict is another', async () => {
    const own = await startHub({ from: 'demo', now, consoleFolder: folder });
    const first = await shown(`/${PLACE}`, {}, own);
    const known = { 'if-none-match': String(first.headers['etag']) };
    expect((await get(`/${PLACE}`, known, own)).statusCode).toBe(304);
    const other = await shown(`/${PLACE}&of=COLLEGE_AND_VOCATIONAL`, known, own);
    expect(other.statusCode).toBe(200);

    await publish(own.em.fork(), async (em) => {
      await em
        .getConnection()
        .execute(
          `update administrative_unit set name = 'Đắk Nông cũ' where code = '67'`,
          [],
          'run',
          em.getTransactionContext(),
        );
      return { changed: true };
    });
    const after = await shown(`/${PLACE}`, known, own);
    await own.close();
    expect(after.statusCode).toBe(200);
    expect(tagsOf(after.body)['og:title']).toMatch(/^Đắk Nông cũ: /);
  });

  test('is compressed like the page that is built', async () => {
    await shown(`/${PLACE}`);
    const { rawPayload, headers } = await get(`/${PLACE}`, { 'accept-encoding': 'br' });
    expect(headers['content-encoding']).toBe('br');
    expect(brotliDecompressSync(rawPayload).toString()).toContain(VERDICT);
  });

  test('keeps a name as it is, whatever stands in it', async () => {
    const own = await startHub({ from: 'demo', now, consoleFolder: folder });
    const hostile = `Tỉnh "></head><script>alert(1)</script> $& $' {{day}} &lt;`;
    await own.em
      .fork()
      .getConnection()
      .execute(`update administrative_unit set name = ? where code = '67' and kind = 'PROVINCE'`, [
        hostile,
      ]);
    const { body } = await shown(`/${PLACE}`, {}, own);
    await own.close();
    expect(tagsOf(body)['og:title']).toBe(
      `${hostile}: chuyển đổi số trong giáo dục, đến 30/06/2025`,
    );
    expect(body).not.toContain('<script>alert');
    expect(body.match(/<\/head>/g)).toHaveLength(1);
  });

  test('writes an address as it is asked for, and nothing of it as a tag', async () => {
    const { body } = await get(`/${PLACE}&x="><script>alert(1)</script>`);
    expect(body).not.toContain('<script>alert');
  });
});

describe('says no more than every page', () => {
  test.each([
    '/',
    '/?unit=99',
    '/?unit=67&on=2026-01-01',
    '/?unit=67&on=2025-02-30',
    '/?unit=68&on=2031-01-01',
    '/?unit=67&unit=68',
    '/?unit=%00',
    // Pages of drafts, of accounts, and of several units.
    `/reports/x/y${PLACE}`,
    `/review${PLACE}`,
    `/operations${PLACE}`,
    `/account${PLACE}`,
    `/home${PLACE}`,
    `/sign-in${PLACE}`,
    `/institutions${PLACE}`,
    `/compare${PLACE}`,
    `/nowhere${PLACE}`,
  ])('%s', async (url) => {
    const { body, statusCode } = await get(url);
    expect(statusCode).toBe(url.startsWith('/nowhere') ? 404 : 200);
    expect(tagsOf(body)).toMatchObject(GENERAL);
    expect(body).not.toContain('Đắk Nông');
  });

  test('where not everybody may read, whoever asks', async () => {
    const secret = await startHub({ from: 'demo', now, consoleFolder: folder, publicRead: false });
    const { body, statusCode } = await get(`/${PLACE}`, {}, secret);
    await secret.close();
    expect(statusCode).toBe(200);
    expect(tagsOf(body)).toMatchObject(GENERAL);
  });

  test('where no points are left: the page comes all the same, and a kept preview costs nothing', async () => {
    const limited = await startHub({
      ...{ from: 'demo', now, consoleFolder: folder },
      rateLimits: { points: 150, signIns: null, databaseUrl: undefined },
    });
    const title = async (more: string) =>
      tagsOf((await get(`/${PLACE}${more}`, {}, limited)).body)['og:title'];
    await shown(`/${PLACE}`, {}, limited);
    expect(await title('')).toMatch(/^Tỉnh Đắk Nông/);
    expect(await title('&of=COLLEGE_AND_VOCATIONAL')).toBe(GENERAL['og:title']);
    expect(await title('')).toMatch(/^Tỉnh Đắk Nông/);
    await limited.close();
  });

  test('where the database does not answer soon', async () => {
    const slow = await startHub({ from: 'demo', now, consoleFolder: folder });
    const connection = slow.em.fork().getConnection();
    // Nobody reads the state of the data until this is over.
    const holding = connection.transactional(async (transaction) => {
      await connection.execute('lock table publication', [], 'run', transaction);
      await setTimeout(3000);
    });
    await setTimeout(200);
    const before = Date.now();
    const { body, statusCode } = await get(`/${PLACE}`, {}, slow);
    const waited = Date.now() - before;
    await holding;
    await slow.close();
    expect(statusCode).toBe(200);
    expect(tagsOf(body)).toMatchObject(GENERAL);
    expect(waited).toBeLessThan(2500);
  });
});
