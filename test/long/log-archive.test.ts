import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { appendFile, chmod, chown, mkdir, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { serverIdentity } from '../../src/embedded-postgres/identity.js';
import { run, type Running } from '../support/command.js';
import { again, ask, changeOwner, keyNumbers, makeKey, signIn } from '../support/drill.js';
import { freePort } from '../support/long-run/supervised-hub.js';
import { PASSWORD } from '../support/people.js';
import { until } from '../support/raw-connection.js';

const execute = promisify(execFile);

/** Where Debian puts it: `apt-get install --no-install-recommends postgresql`. */
const PROGRAMS = ['15', '16', '17', '18']
  .map((version) => `/usr/lib/postgresql/${version}/bin`)
  .find((folder) => existsSync(join(folder, 'pg_basebackup')));
const testWithPostgres = PROGRAMS ? test : test.skip;

let folder: string;
let port: number;
/** PostgreSQL does not run as root. */
let identity: Awaited<ReturnType<typeof serverIdentity>>;
const cluster = () => join(folder, 'data');
let hub: Running | null = null;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hub-archive-'));
  port = await freePort();
  identity = await serverIdentity(cluster());
  for (const each of [cluster(), join(folder, 'backups'), join(folder, 'backups/wal')]) {
    await mkdir(each, { mode: 0o700 });
    if (identity) await chown(each, identity.uid, identity.gid);
  }
  await chmod(folder, 0o755);
});
afterAll(async () => {
  await stopHub();
  if (PROGRAMS) await postgres('pg_ctl -D "$PGDATA" -m immediate stop').catch(() => undefined);
  await rm(folder, { recursive: true, force: true });
});

/** Runs lines of the shell as whom PostgreSQL runs. */
async function postgres(lines: string): Promise<string> {
  const { stdout } = await execute('bash', ['--norc', '-euc', lines], {
    ...identity,
    cwd: folder,
    env: {
      PATH: `${PROGRAMS}:/usr/bin:/bin`,
      PGDATA: cluster(),
      PGHOST: join(folder, 'backups'),
      PGPORT: String(port),
      PGUSER: 'postgres',
    },
  });
  return stdout;
}

const query = async (sql: string) =>
  (await postgres(`psql -X -t -A -v ON_ERROR_STOP=1 -c "${sql}"`)).trim();

const settingsOfHub = () => ({
  ...{ PORT: '0', HUB_DATA_DIR: join(folder, 'hub'), HUB_RATE_LIMIT: '0' },
  DATABASE_URL: `postgresql://hub:hub@127.0.0.1:${port}/hub`,
});

/** @returns where it answers. */
async function startHub(): Promise<string> {
  hub = run('main', [], settingsOfHub());
  const out = await hub.saying('/health/ready');
  return /http:\/\/127\.0\.0\.1:\d+/.exec(out)![0];
}

async function addOperator(): Promise<void> {
  const who = ['--email', 'operator@demo.example', '--name', 'Vận hành'];
  const adding = run('cli', ['user', 'add', ...who], settingsOfHub());
  adding.process.stdin!.end(`${PASSWORD}\n`);
  const { status, err } = await adding.finished;
  if (status !== 0) throw new Error(err);
}

async function stopHub(): Promise<void> {
  hub?.process.kill('SIGKILL');
  await hub?.finished;
  hub = null;
}

/** What the handbook says, with the folders and the moment of here. */
async function handbook() {
  const text = await readFile('docs/operations.md', 'utf8');
  const [, block = ''] = /\n### Less to lose[^]*?```sh\n([^]*?)```/.exec(text) ?? [];
  const here = block.replaceAll('/backups', join(folder, 'backups'));
  const [base = ''] = /^pg_basebackup.*$/m.exec(here) ?? [];
  return {
    settings: [...here.matchAll(/^# {3}(\w+ = .*)$/gm)].map(([, setting]) => setting!),
    base,
    back: (moment: string) =>
      here
        .slice(here.indexOf(base) + base.length)
        .replace(/recovery_target_time = '.*'/, `recovery_target_time = '${moment}'`),
  };
}

/** What anybody can read of the demo's province. */
const published = (at: string) =>
  ask(
    at,
    `{ institutions(first: 50) { nodes { code version ownership } }
      administrativeUnit(code: "68") { progress { lines { group institutions completed reported percent } } } }`,
  );

testWithPostgres(
  'by the base backup and the archived log of the handbook one goes back to a moment',
  async () => {
    const { settings, base, back } = await handbook();
    expect(settings).toHaveLength(4);
    await postgres('initdb -A trust -U postgres >/dev/null');
    await appendFile(
      join(cluster(), 'postgresql.conf'),
      [
        ...settings,
        `port = ${port}`,
        `unix_socket_directories = '${join(folder, 'backups')}'`,
        '',
      ].join('\n'),
    );
    await postgres('pg_ctl -D "$PGDATA" -l backups/server.log -w start');
    await query("create role hub login password 'hub'");
    await query('create database hub owner hub');
    const first = await startHub();
    await addOperator();
    const operator = await signIn(first, 'operator', PASSWORD);
    await postgres(base);

    const before = again(async (number) => {
      await makeKey(first, operator, `Khoá ${number}`);
      await changeOwner(first, operator, number);
    });
    await until(async () => before.done.length >= 10);
    await before.stop();
    const figures = await published(first);
    const moment = await query('select clock_timestamp()');
    const after = again(async (number) => {
      await makeKey(first, operator, `Khoá ${before.done.length + number}`);
      await changeOwner(first, operator, number);
    });
    await until(async () => after.done.length >= 10);
    await after.stop();
    // In the handbook a minute does this.
    const piece = await query('select pg_walfile_name(pg_switch_wal())');
    await until(async () => existsSync(join(folder, 'backups/wal', piece)));

    await stopHub();
    await postgres('pg_ctl -D "$PGDATA" -m immediate stop');
    await postgres('find "$PGDATA" -mindepth 1 -delete');
    await postgres(back(moment).replace(' start', ' -l backups/server.log -w start'));
    await until(async () => (await query('select pg_is_in_recovery()')) === 'f');
    const second = await startHub();

    expect(await published(second)).toEqual(figures);
    const signedIn = await signIn(second, 'operator', PASSWORD);
    expect(await keyNumbers(second, signedIn)).toEqual(before.done);
  },
);
