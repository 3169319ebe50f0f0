import { execFile, execFileSync } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { startHub, type TestHub } from './support/hub.js';
import { demoPeople } from './support/people.js';
import { now } from './support/reporting.js';

/** A test with a program that not every machine has; its name says what it is skipped without. */
function testWith(program: string): typeof test {
  try {
    execFileSync('which', [program], { stdio: 'ignore' });
    return test;
  } catch {
    return test.skip as typeof test;
  }
}

const run = promisify(execFile);

let hub: TestHub;
let address: string;
let folder: string;
beforeAll(async () => {
  hub = await startHub({ from: 'demo', now });
  address = await hub.server.listen({ host: '127.0.0.1', port: 0 });
  folder = await mkdtemp(join(tmpdir(), 'hub-programs-'));
});
afterAll(async () => {
  await hub.close();
  await rm(folder, { recursive: true });
});

const FILE = '/exports/progress.csv?asOf=2024-12-31&unit=67';
const FILES = [
  FILE,
  FILE.replace('.csv', '.xlsx'),
  '/exports/frameworks/four-pillar-1.json',
  '/catalog',
];

describe('wget (skipped where there is none)', () => {
  testWith('wget').each(FILES)('finds %s with --spider', async (path) => {
    const { stderr } = await run('wget', ['--spider', '--no-proxy', '-S', `${address}${path}`]);

    expect(stderr).toContain('HTTP/1.1 200 OK');
    expect(stderr).toMatch(/Remote file exists|exists/);
  });

  testWith('wget')('fetches a file again only after a publication', async () => {
    const plain = (await hub.server.inject({ url: FILE })).body;
    const at = join(folder, 'progress.csv');
    await run('wget', ['-q', '--no-proxy', '-O', at, `${address}${FILE}`]);

    expect(await readFile(at, 'utf8')).toBe(plain);
  });
});

describe('curl (skipped where there is none)', () => {
  testWith('curl').each(FILES)('is told by -I of %s what GET would tell', async (path) => {
    const { stdout } = await run('curl', ['-sI', '--noproxy', '*', `${address}${path}`]);
    const { host } = new URL(address);
    const whole = await hub.server.inject({ url: path, headers: { host } });

    expect(stdout).toMatch(/^HTTP\/1\.1 200 OK\r\n/);
    for (const name of ['content-type', 'etag', 'cache-control'])
      expect(stdout.toLowerCase()).toContain(
        `${name}: ${String(whole.headers[name])}`.toLowerCase(),
      );
  });

  testWith('curl')('sends a key as the password, as spreadsheets and BI do', async () => {
    const { operator } = await demoPeople(hub);
    const { apiKeyCreate } = await hub.data(
      'mutation { apiKeyCreate(input: { name: "Bảng tính", scopes: [READ_PUBLIC] }) { secret } }',
      {},
      operator!.headers,
    );
    const ask = async (secret: string) => {
      const { stdout } = await run('curl', [
        ...['-s', '--noproxy', '*', '-u', `anything:${secret}`, '-w', '\n%{http_code}'],
        `${address}${FILE}`,
      ]);
      return [stdout.slice(0, stdout.lastIndexOf('\n')), stdout.slice(-3)];
    };
    const { body } = await hub.server.inject({ url: FILE });

    expect(await ask(apiKeyCreate.secret)).toEqual([body, '200']);
    expect((await ask(`${apiKeyCreate.secret}x`))[1]).toBe('401');
  });

  testWith('curl')('unpacks what it asked for compressed', async () => {
    const plain = (await hub.server.inject({ url: FILE })).body;
    const { stdout } = await run(
      'curl',
      ['-s', '--compressed', '--noproxy', '*', `${address}${FILE}`],
      { maxBuffer: 1e8 },
    );

    expect(stdout).toBe(plain);
  });

  testWith('curl')('keeps the tag of a file and is not sent it again', async () => {
    const [tag, at] = [join(folder, 'tag'), join(folder, 'tagged.csv')];
    const ask = () =>
      run('curl', [
        ...['-s', '--noproxy', '*', '--etag-save', tag, '--etag-compare', tag],
        ...['-o', at, '-w', '%{http_code}', `${address}${FILE}`],
      ]);

    expect((await ask()).stdout).toBe('200');
    expect((await ask()).stdout).toBe('304');
  });

  testWith('curl')('sees the events of a stream as they come, with no encoding', async () => {
    const { unit } = await hub.data('{ unit: administrativeUnit(code: "68") { id name } }');
    const query = `subscription { unitProgressChanged(unit: "${unit.id}") { name } }`;
    const told = await run('curl', [
      ...['-sN', '-i', '--compressed', '--noproxy', '*', '--max-time', '5'],
      ...['-H', 'content-type: application/json', '-d', JSON.stringify({ query })],
      `${address}/graphql/stream`,
    ]).catch((error: { stdout: string }) => error);

    expect(told.stdout).toContain('event: next');
    expect(told.stdout).toContain(unit.name);
    expect(told.stdout.toLowerCase()).not.toContain('content-encoding');
  });
});

describe('Excel and Power Query', () => {
  /** What Excel asks before it opens an address, by its own names. */
  const OFFICE = 'Microsoft Office Excel 2014';

  test('are answered in each step in which Excel opens an address', async () => {
    const steps = [
      ['OPTIONS', 'Microsoft Office Protocol Discovery', 204],
      ['HEAD', 'Microsoft Office Existence Discovery', 200],
      ['GET', OFFICE, 200],
      // It asks whether the place can be written to.
      ['PROPFIND', 'Microsoft-WebDAV-MiniRedir/10.0.22631', 405],
      ['LOCK', OFFICE, 405],
    ] as const;
    for (const [method, agent, status] of steps) {
      const answer = await fetch(`${address}${FILE.replace('.csv', '.xlsx')}`, {
        method,
        headers: { 'user-agent': agent, 'x-office-major-version': '16', 'x-idcrl_accepted': 't' },
      });
      expect([method, answer.status]).toEqual([method, status]);
      await answer.arrayBuffer();
    }
  });

  test('get a table with typed columns, compressed, and the same again by its tag', async () => {
    const headers = {
      'user-agent': 'Microsoft.Data.Mashup (https://go.microsoft.com/fwlink/?LinkID=304225)',
      'accept-encoding': 'gzip, deflate',
      'x-ms-client-request-id': '00000000-0000-0000-0000-000000000000',
    };
    const answer = await hub.server.inject({ url: FILE, headers });
    const again = await hub.server.inject({
      url: FILE,
      headers: { ...headers, 'if-none-match': String(answer.headers['etag']) },
    });

    expect(answer.headers).toMatchObject({
      'content-encoding': 'gzip',
      'content-type': 'text/csv; charset=utf-8; header=present',
    });
    expect(again.statusCode).toBe(304);
  });
});
