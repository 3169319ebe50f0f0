import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { expect, test } from '@jest/globals';

/** Looks at a process that calls itself as PostgreSQL does, after every file that may be open is. */
const LOOK = `
  import { spawn } from 'node:child_process';
  import { openSync } from 'node:fs';
  import { setTimeout as pause } from 'node:timers/promises';
  import { isPostmaster } from './dist/src/embedded-postgres/process.js';
  import { untilEnded } from './dist/src/embedded-postgres/watch.js';
  const server = spawn('sleep', ['60'], { argv0: 'postgres', stdio: 'ignore' });
  while (!(await isPostmaster(server.pid))) await pause(10);
  try { for (;;) openSync('/dev/null'); } catch {}
  const looked = await isPostmaster(server.pid).catch(({ code }) => code);
  const watched = await Promise.race([
    untilEnded({ pid: server.pid, port: 1 }, '/nowhere', new AbortController().signal).then(() => 'ended'),
    pause(1200, 'runs'),
  ]);
  server.kill('SIGKILL');
  process.stdout.write(JSON.stringify({ looked, watched }));
  process.exit(0);`;

const onLinux = process.platform === 'linux' ? test : test.skip;

onLinux('with too many open files a server is not taken for one that has ended', async () => {
  const { stdout } = await promisify(execFile)('bash', [
    '-c',
    'ulimit -n 60; exec "$0" --input-type=module -e "$1"',
    process.execPath,
    LOOK,
  ]);

  expect(JSON.parse(stdout)).toEqual({ looked: 'EMFILE', watched: 'runs' });
});
