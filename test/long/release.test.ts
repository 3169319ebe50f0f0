import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { afterEach, expect, test } from '@jest/globals';
import { freePort } from '../support/long-run/supervised-hub.js';
import { until } from '../support/raw-connection.js';

const run = promisify(execFile);

const ends: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end();
});

/** As the handbook says it: npm runs no script of a package that is not named. */
async function handbooksPackage(): Promise<string> {
  const handbook = await readFile('docs/operations.md', 'utf8');
  return /echo '(.*allowScripts.*)' > package\.json/.exec(handbook)![1]!;
}

test('what is released is installed in an empty folder, and is a hub with console and commands', async () => {
  await run(process.execPath, ['house/release.js']);
  const { version } = JSON.parse(await readFile('package.json', 'utf8'));
  const file = `edu-dx-hub-${version}.tgz`;
  await run('sha256sum', ['--check', '--strict', 'SHA256SUMS'], { cwd: 'release' });

  const folder = await mkdtemp(join(tmpdir(), 'hub-installed-'));
  ends.push(() => rm(folder, { recursive: true, force: true }));
  await writeFile(join(folder, 'package.json'), await handbooksPackage());
  const install = ['install', '--no-audit', '--no-fund', resolve('release', file)];
  await run('npm', install, { cwd: folder });

  const [program, port] = [join(folder, 'node_modules/.bin/edu-dx-hub'), await freePort()];
  const address = `http://127.0.0.1:${port}`;
  const env = { PATH: '/usr/bin:/bin', PORT: String(port), HUB_DATA_DIR: join(folder, 'data') };
  const before = await run(program, ['upgrade', '--check'], { cwd: folder, env });
  expect(before.stdout).toContain('There is no database yet');

  const hub = spawn(program, ['start'], { cwd: folder, env, stdio: 'ignore' });
  const ended = once(hub, 'exit');
  ends.push(async () => (hub.kill('SIGKILL'), ended));
  await until(async () => (await fetch(`${address}/health/ready`).catch(() => null))?.ok ?? false);
  const [page, graph, check] = await Promise.all([
    fetch(address).then((answer) => answer.text()),
    fetch(`${address}/graphql?query={frameworks{code}}`).then((answer) => answer.json()),
    run(program, ['upgrade', '--check'], { cwd: folder, env }),
  ]);
  hub.kill('SIGTERM');

  expect(page).toContain('/console/assets/');
  expect(graph).toMatchObject({ data: { frameworks: expect.any(Array) } });
  expect(check.stdout).toContain('The tables are up to date');
  expect(await ended).toEqual([0, null]);
});
