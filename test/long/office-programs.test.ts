import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import { COMMAND_LINE } from '../../src/changes/change.service.js';
import { publish } from '../../src/database/publish.js';
import { importFile } from '../../src/imports/import-file.service.js';
import { holding } from '../support/imports.js';
import { startHub, type TestHub } from '../support/hub.js';
import { freePort } from '../support/long-run/supervised-hub.js';
import { now } from '../support/reporting.js';

/**
 * Programs as Debian has them: `apt-get install --no-install-recommends varnish r-base-core
 * libreoffice-calc-nogui`. Without one of them, its tests are skipped.
 */
const PROGRAMS = {
  libreoffice: '/usr/bin/soffice',
  r: '/usr/bin/Rscript',
  varnish: '/usr/sbin/varnishd',
};
const testWith = (program: keyof typeof PROGRAMS) =>
  existsSync(PROGRAMS[program]) ? test : (test.skip as typeof test);

/** Nothing of what the machine is set to, such as a proxy. */
const PLAIN = { PATH: '/usr/local/bin:/usr/bin:/bin', LANG: 'C.UTF-8' };

const run = promisify(execFile);

let hub: TestHub;
let address: string;
let folder: string;
beforeAll(async () => {
  hub = await startHub({ from: 'demo', now, corsOrigins: ['*'] });
  address = await hub.server.listen({ host: '127.0.0.1', port: 0 });
  folder = await mkdtemp(join(tmpdir(), 'hub-office-'));
});
afterAll(async () => {
  await hub.close();
  await rm(folder, { recursive: true });
});

const asked = 'asOf=2024-12-31&unit=67';
const rowsOf = async (name: string): Promise<Record<string, string>[]> =>
  parse((await hub.server.inject({ url: `/exports/${name}.csv?${asked}` })).body, {
    columns: true,
  });

describe('LibreOffice without a window', () => {
  testWith('libreoffice').each([
    ['progress', 'csv'],
    ['progress', 'xlsx'],
    ['institutions', 'xlsx'],
  ])(
    'opens %s.%s from its address and says what stands in it',
    async (name, form) => {
      const options = [
        '--headless',
        '--norestore',
        `-env:UserInstallation=file://${folder}/office`,
      ];
      const file = `${name}-${form}`;
      // What people say in the window in which LibreOffice asks how a CSV file is written: UTF-8.
      if (form === 'csv') options.push('--infilter=Text - txt - csv (StarCalc):44,34,76,1');
      const from = `${address}/exports/${name}.${form}?${asked}`;
      // The name that LibreOffice gives is that of the address.
      await run(
        PROGRAMS.libreoffice,
        [
          ...options,
          ...['--convert-to', 'csv:Text - txt - csv (StarCalc):44,34,76,1', '--outdir'],
          ...[join(folder, file), from],
        ],
        { timeout: 240_000, env: { ...PLAIN, HOME: folder } },
      );
      const [made] = await readdir(join(folder, file));
      const read: Record<string, string>[] = parse(await readFile(join(folder, file, made!)), {
        columns: true,
        bom: true,
      });
      const rows = await rowsOf(name);

      expect(read).toHaveLength(rows.length);
      for (const column of ['unit_code', 'unit_name', 'province_code'])
        expect(read.map((row) => row[column])).toEqual(rows.map((row) => row[column]));
      if (name === 'progress')
        expect(read.map(({ numerator, denominator }) => `${numerator}/${denominator}`)).toEqual(
          rows.map(({ numerator, denominator }) => `${numerator}/${denominator}`),
        );
    },
    300_000,
  );
});

describe('the register through LibreOffice', () => {
  testWith('libreoffice').each(['xlsx', 'csv'])(
    'opened and saved as %s, and imported again, changes nothing',
    async (form) => {
      const filter = form === 'csv' ? 'csv:Text - txt - csv (StarCalc):44,34,76,1' : 'xlsx';
      const saved = join(folder, `register-${form}`);
      const options = ['--headless', '--norestore'];
      await run(
        PROGRAMS.libreoffice,
        [
          ...[...options, `-env:UserInstallation=file://${folder}/office`],
          ...['--convert-to', filter, '--outdir', saved],
          `${address}/exports/register.xlsx?asOf=2024-12-31&includeClosed=true`,
        ],
        { timeout: 240_000, env: { ...PLAIN, HOME: folder } },
      );
      const [made] = await readdir(saved);
      const content = await readFile(join(saved, made!));
      const before = await holding(hub);
      const source = { kind: 'INSTITUTIONS', file: `register.${form}` } as const;
      const by = { author: COMMAND_LINE, action: 'import institutions' };
      const { id, rows, findings } = await publish(hub.em, (em, at) =>
        importFile(em, { ...source, ...by }, content, at),
      );

      expect([...rows].length).toBeGreaterThan(300);
      expect([...rows].filter(({ outcome }) => outcome !== 'UNCHANGED')).toEqual([]);
      expect({ id, findings }).toEqual({ id: null, findings: [] });
      expect(await holding(hub)).toEqual(before);
    },
    300_000,
  );
});

describe('R', () => {
  testWith('r')(
    'reads a file from its address with read.csv, and counts in it as the graph does',
    async () => {
      const script = `
        lines <- read.csv("${address}/exports/progress.csv?asOf=2024-12-31&only=PROVINCE", colClasses = c(unit_code = "character"))
        whole <- lines[lines$pillar == "ALL_FOUR" & lines$denominator > 0, ]
        cat(sprintf("%s %s %d/%d %.4f\\n", whole$unit_code, whole$group, whole$numerator, whole$denominator, whole$percent), sep = "")`;
      const { stdout } = await run(PROGRAMS.r, ['-e', script], {
        env: PLAIN,
      });
      const { units } = await hub.data(
        `{ units: administrativeUnits(first: 100, filter: { kind: PROVINCE, on: "2024-12-31" }) { nodes {
          code progress(asOf: "2024-12-31") { lines { group pillar completed institutions percent } } } } }`,
      );
      const expected = units.nodes.flatMap(({ code, progress }: any) =>
        progress.lines
          .filter(({ pillar, institutions }: any) => pillar === null && institutions > 0)
          .map(
            ({ group, completed, institutions, percent }: any) =>
              `${code} ${group} ${completed}/${institutions} ${percent.toFixed(4)}`,
          ),
      );

      expect(expected.length).toBeGreaterThan(1);
      expect(stdout.trim().split('\n').sort()).toEqual(expected.sort());
    },
    120_000,
  );
});

describe('Varnish as it comes', () => {
  let varnish: ChildProcess;
  let front: string;
  beforeAll(async () => {
    if (!existsSync(PROGRAMS.varnish)) return;
    const port = await freePort();
    const vcl = join(folder, 'default.vcl');
    const { port: behind } = new URL(address);
    await writeFile(
      vcl,
      `vcl 4.1; backend default { .host = "127.0.0.1"; .port = "${behind}"; }
       sub vcl_deliver { set resp.http.x-hits = obj.hits; }`,
    );
    varnish = spawn(
      PROGRAMS.varnish,
      [
        '-j',
        'none',
        '-F',
        '-a',
        `127.0.0.1:${port}`,
        '-f',
        vcl,
        '-n',
        join(folder, 'varnish'),
        '-s',
        'malloc,64m',
      ],
      { stdio: 'ignore' },
    );
    front = `http://127.0.0.1:${port}`;
    for (let tries = 0; tries < 200; tries += 1) {
      const is = await fetch(`${front}/health/live`).then(
        ({ ok }) => ok,
        () => false,
      );
      if (is) return;
      await setTimeout(100);
    }
    throw new Error('Varnish did not begin to answer');
  }, 60_000);
  afterAll(async () => {
    if (!varnish) return;
    // One that never began has ended already.
    if (varnish.exitCode === null && varnish.kill()) await once(varnish, 'exit');
  });

  const hits = async (path: string, headers = {}) => {
    const answer = await fetch(`${front}${path}`, { headers });
    const body = await answer.text();
    return { status: answer.status, hits: Number(answer.headers.get('x-hits')), body, answer };
  };

  testWith('varnish')('never answers by itself whether the hub is ready', async () => {
    for (const path of ['/health/live', '/health/ready', '/health/ready', '/exports/none.csv'])
      for (let times = 0; times < 3; times += 1)
        expect([path, (await hits(path)).hits]).toEqual([path, 0]);
  });

  testWith('varnish')('gives no answer that is older than the last publication', async () => {
    const path = `/exports/progress.csv?${asked}&only=PROVINCE`;
    const before = await hits(path);
    const again = await hits(path);
    await hub.em.execute('update publication set revision = revision + 1');
    const after = await hits(path);

    expect(again.body).toBe(before.body);
    expect([before.status, after.status]).toEqual([200, 200]);
    const revision = (text: string) => text.split('\r\n')[1]?.split(',')[2];
    expect(Number(revision(after.body))).toBe(Number(revision(before.body)) + 1);
  });

  testWith('varnish')('gives each client the encoding that it takes', async () => {
    const path = `/exports/institutions.csv?${asked}`;
    const plain = await hits(path, { 'accept-encoding': 'identity' });
    const packed = await hits(path, { 'accept-encoding': 'gzip' });

    expect(packed.body).toBe(plain.body);
    expect(packed.answer.headers.get('content-encoding')).toBe('gzip');
    expect(plain.answer.headers.get('content-encoding')).toBeNull();
  });
});
