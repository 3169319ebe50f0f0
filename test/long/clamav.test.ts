import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { userInfo, tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { VirusScanner } from '../../src/file-checks/virus-scanner.js';
import { FILES } from '../support/evidence-files.js';
import { download, school, upload, type School } from '../support/evidence.js';
import { EICAR } from '../support/fake-clamd.js';
import { startHub, type TestHub } from '../support/hub.js';

/** Where Debian and Ubuntu put it: `apt-get install --no-install-recommends clamav-daemon`. */
const CLAMD = '/usr/sbin/clamd';
const testWithClamd = existsSync(CLAMD) ? test : test.skip;

let folder: string;
let scanner: VirusScanner;
let hub: TestHub;
let ours: School;
let daemon: ChildProcess | null = null;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hub-clamav-'));
  scanner = new VirusScanner({ path: join(folder, 'clamd.ctl') }, false, {
    file: 20_000,
    ping: 5000,
  });
  hub = await startHub({ from: 'demo', scanner, now: () => new Date('2026-11-23T02:00:00Z') });
  ours = await school(hub);
  await mkdir(join(folder, 'database'));
  // The signatures of ClamAV are not fetched: one of our own knows the file of tests, anywhere in a file.
  await writeFile(
    join(folder, 'database', 'tests.ndb'),
    `Hub-Tests.Eicar:0:*:${EICAR.toString('hex')}\n`,
  );
  await writeFile(
    join(folder, 'clamd.conf'),
    [
      `LocalSocket ${join(folder, 'clamd.ctl')}`,
      `DatabaseDirectory ${join(folder, 'database')}`,
      `TemporaryDirectory ${folder}`,
      `User ${userInfo().username}`,
      'Foreground yes',
    ].join('\n'),
  );
});
afterAll(async () => {
  await stop();
  await hub.close();
  await rm(folder, { recursive: true });
});

async function start(): Promise<void> {
  daemon = spawn(CLAMD, ['-c', join(folder, 'clamd.conf')], { stdio: 'ignore' });
  for (let tries = 0; tries < 300; tries += 1) {
    if ((await scanner.problem()) === null) return;
    await setTimeout(200);
  }
  throw new Error('clamd did not begin to answer');
}

async function stop(): Promise<void> {
  if (!daemon || daemon.exitCode !== null) return;
  daemon.kill('SIGKILL');
  await once(daemon, 'exit');
  daemon = null;
}

testWithClamd('the daemon of Debian finds EICAR, takes what is clean, and is missed', async () => {
  await start();
  const clean = await upload(hub, ours, FILES.pdf('clean'));
  const large = await upload(
    hub,
    ours,
    Buffer.concat([FILES.pdf(), Buffer.alloc(19_000_000, ' ')]),
  );
  const bad = await upload(hub, ours, Buffer.concat([FILES.pdf('bad'), EICAR]));
  const inside = await upload(hub, ours, FILES.docx(EICAR.toString()), { fileName: 'a.docx' });
  const fetched = await download(hub, `/evidence/${bad.body.id}`, ours.admin);
  const names = await hub.em.execute('select virus from evidence_file where virus is not null');

  // A daemon that hangs is one that is stopped in the middle.
  daemon?.kill('SIGSTOP');
  const hanging = await upload(hub, ours, FILES.pdf('hanging'));
  daemon?.kill('SIGCONT');
  await stop();
  const stopped = await upload(hub, ours, FILES.pdf('stopped'));
  const { warnings } = (await hub.server.inject('/health/ready')).json();
  await rm(join(folder, 'clamd.ctl'), { force: true });
  await start();
  const again = await upload(hub, ours, FILES.pdf('stopped'));

  expect([clean, large, again].map(({ body }) => body.virusCheck)).toEqual([
    'CLEAN',
    'CLEAN',
    'CLEAN',
  ]);
  expect([bad, inside].map(({ body }) => body.virusCheck)).toEqual(['WITHHELD', 'WITHHELD']);
  expect(names.map(({ virus }) => virus)).toEqual([
    expect.stringContaining('Hub-Tests.Eicar'),
    expect.stringContaining('Hub-Tests.Eicar'),
  ]);
  expect(fetched.statusCode).toBe(403);
  for (const refused of [hanging, stopped])
    expect(refused).toMatchObject({ status: 503, body: { code: 'VIRUS_SCANNER_UNAVAILABLE' } });
  expect(warnings).toEqual([expect.stringContaining('the virus scanner')]);
});
