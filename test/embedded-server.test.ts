import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import {
  chmod,
  cp,
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  rm,
  stat,
  writeFile,
} from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { Client } from 'pg';
import { adoptPostmaster } from '../src/embedded-postgres/adoption.js';
import { runnableBinaries } from '../src/embedded-postgres/binaries.js';
import { explainFailure } from '../src/embedded-postgres/errors.js';
import { serverIdentity } from '../src/embedded-postgres/identity.js';
import { layoutOf } from '../src/embedded-postgres/layout.js';
import { startPostmaster } from '../src/embedded-postgres/postmaster.js';
import { clusterName, processesOf, waitUntil } from '../src/embedded-postgres/process.js';
import {
  attachEmbeddedServer,
  startEmbeddedServer,
  type EmbeddedServer,
} from '../src/embedded-postgres/server.js';
import { stopPostmaster } from '../src/embedded-postgres/shutdown.js';
import { acquireInstanceLock, isInstanceLocked } from '../src/embedded-postgres/instance-lock.js';
import { OperatorError } from '../src/shared/errors.js';

const module = (name: string) => new URL(`../src/embedded-postgres/${name}`, import.meta.url).href;
let root: string;
let directory: string;
const servers: EmbeddedServer[] = [];
const children: ChildProcess[] = [];

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'hub-embedded-'));
  directory = join(root, 'data');
});

afterEach(async () => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
  for (const server of servers.splice(0)) await server.stop();
});

afterAll(async () => {
  await rm(root, { recursive: true, force: true });
});

async function start(reports: string[] = [], where = directory): Promise<EmbeddedServer> {
  const server = await startEmbeddedServer({
    directory: where,
    durable: false,
    report: (message) => reports.push(message),
  });
  servers.push(server);
  return server;
}

async function query(url: string, sql: string): Promise<Record<string, unknown>[]> {
  const client = new Client({ connectionString: url });
  client.on('error', () => undefined);
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(sql)).rows;
  } finally {
    await client.end();
  }
}

/** A process of its own, that can be killed. Its program prints one line when it has got there. */
function launch(
  program: string,
  where = directory,
): { child: ChildProcess; line: Promise<string> } {
  const child = spawn(
    process.execPath,
    [
      ...['--import', '@swc-node/register/esm-register', '--input-type=module'],
      ...['--eval', `const directory = ${JSON.stringify(where)};\n${program}`],
    ],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );
  children.push(child);
  const line = once(child.stdout, 'data').then(([chunk]) => String(chunk).trim());
  return { child, line };
}

const hub = `
  const { startEmbeddedServer } = await import('${module('server.ts')}');
  const server = await startEmbeddedServer({ directory, durable: false });
  console.log(server.url);
  setInterval(() => {}, 1000);`;

const owner = `
  const { acquireInstanceLock } = await import('${module('instance-lock.ts')}');
  try {
    acquireInstanceLock(directory);
    console.log('owner');
    setInterval(() => {}, 1000);
  } catch (error) {
    console.log(error.code);
  }`;

async function kill(child: ChildProcess): Promise<void> {
  const exit = once(child, 'exit');
  child.kill('SIGKILL');
  await exit;
}

/** A hub that ran, and what it left when it was killed. */
async function killedHub(): Promise<{ url: string; postmaster: number }> {
  const { child, line } = launch(hub);
  const url = await line;
  await kill(child);
  const file = await readFile(join(directory, 'postgres/postmaster.pid'), 'utf8');
  return { url, postmaster: Number(file.split('\n')[0]) };
}

async function serverProcesses(where = directory): Promise<number[]> {
  return processesOf(await clusterName(join(where, 'postgres')));
}

describe('the embedded server', () => {
  test('starts from nothing, in UTF-8 and UTC, for this machine only', async () => {
    const server = await start();
    expect(server.url).toMatch(/^postgresql:\/\/\w+:[\w-]{43}@127\.0\.0\.1:\d+\/edu_dx_hub$/);
    expect(server.adopted).toBe(false);
    const [row] = await query(
      server.url,
      `SELECT current_setting('server_encoding') AS encoding, current_setting('timezone') AS zone,
         current_setting('listen_addresses') AS addresses,
         current_setting('unix_socket_directories') AS sockets,
         lower('ĐẮK LẮK') AS lowered, datlocprovider AS provider
       FROM pg_database WHERE datname = current_database()`,
    );
    expect(row).toEqual({
      encoding: 'UTF8',
      zone: 'UTC',
      addresses: '127.0.0.1',
      sockets: '',
      lowered: 'đắk lắk',
      provider: 'b',
    });
    expect((await stat(join(directory, 'password'))).mode & 0o777).toBe(0o600);
  });

  test('keeps its data over a restart, and may be told to stop twice', async () => {
    const first = await start();
    await query(first.url, 'CREATE TABLE kept AS SELECT 42 AS answer');
    await Promise.all([first.stop(), first.stop()]);
    await first.stop();
    expect(await serverProcesses()).toEqual([]);
    const second = await start();
    expect(await query(second.url, 'SELECT answer FROM kept')).toEqual([{ answer: 42 }]);
  });

  test('lets guests in while it runs, and tells them when it does not', async () => {
    const server = await start();
    expect(await attachEmbeddedServer({ directory })).toEqual({
      url: server.url,
      serviceUrl: server.serviceUrl,
    });
    await server.stop();
    expect(await attachEmbeddedServer({ directory })).toBeNull();
    expect(await attachEmbeddedServer({ directory: join(root, 'nowhere') })).toBeNull();
  });

  test('makes a guest wait for a hub that is just starting', async () => {
    const where = join(root, 'starting');
    const { line } = launch(hub, where);
    await waitUntil(async () => isInstanceLocked(where), 10_000);
    const guest = await attachEmbeddedServer({ directory: where });
    expect(guest).toMatchObject({ url: await line });
    for (const child of children.splice(0)) await kill(child);
    expect((await start([], where)).adopted).toBe(true);
  });

  test('refuses a second owner with a sentence that names the folder', async () => {
    await start();
    const refused = startEmbeddedServer({ directory });
    await expect(refused).rejects.toThrow(OperatorError);
    await expect(refused).rejects.toMatchObject({
      code: 'DATA_DIRECTORY_IN_USE',
      message: expect.stringContaining(directory),
    });
  });

  test('takes over the server of a killed hub', async () => {
    const { url } = await killedHub();
    await query(url, 'CREATE TABLE adopted AS SELECT 1 AS answer');
    expect(await attachEmbeddedServer({ directory })).toBeNull();
    const server = await start();
    expect(server).toMatchObject({ url, adopted: true });
    expect(await query(server.url, 'SELECT answer FROM adopted')).toEqual([{ answer: 1 }]);
    await server.stop();
    expect(await serverProcesses()).toEqual([]);
  });

  test('starts afresh after everything was killed', async () => {
    const { url, postmaster } = await killedHub();
    await query(url, 'CREATE TABLE survives AS SELECT 1 AS answer');
    process.kill(postmaster, 'SIGKILL');
    const server = await start();
    expect(server.adopted).toBe(false);
    expect(await query(server.url, 'SELECT answer FROM survives')).toEqual([{ answer: 1 }]);
  });

  test('starts although another program has got the number of its killed server', async () => {
    const { postmaster } = await killedHub();
    process.kill(postmaster, 'SIGKILL');
    const path = join(directory, 'postgres/postmaster.pid');
    const stale = await readFile(path, 'utf8');
    await writeFile(path, stale.replace(/^\d+/, String(process.pid)));
    expect((await start()).adopted).toBe(false);
  });

  test('ends a statement that outlives its killed server', async () => {
    const { url, postmaster } = await killedHub();
    const sql = 'SELECT count(*) FROM generate_series(1, 1000000000) a, generate_series(1, 9) b';
    const lost = expect(query(url, sql)).rejects.toThrow();
    await query(url, 'SELECT pg_sleep(0.2)');
    process.kill(postmaster, 'SIGKILL');
    expect((await start()).adopted).toBe(false);
    await lost;
  });

  test('replaces a server that no longer answers', async () => {
    const { postmaster } = await killedHub();
    process.kill(postmaster, 'SIGSTOP');
    const reports: string[] = [];
    const server = await start(reports);
    expect(server.adopted).toBe(false);
    expect(reports).toEqual([expect.stringContaining('does not answer')]);
    expect(await serverProcesses()).not.toContain(postmaster);
  });

  test('replaces a server that does not come to the end of its recovery', async () => {
    const { postmaster } = await killedHub();
    process.kill(postmaster, 'SIGSTOP');
    const layout = layoutOf(directory);
    const path = join(layout.cluster, 'postmaster.pid');
    await writeFile(path, (await readFile(path, 'utf8')).replace(/ready\s*$/, 'starting\n'));
    const password = await readFile(layout.password, 'utf8');
    const reports: string[] = [];
    const left = await adoptPostmaster(layout, password, (line) => reports.push(line), {
      startPatience: 100,
    });
    expect(left).toBeNull();
    expect(reports).toEqual([expect.stringContaining('does not answer')]);
    expect(await serverProcesses()).toEqual([]);
  });

  test('gives up a start that takes too long, and leaves no process behind', async () => {
    const layout = layoutOf(directory);
    const identity = await serverIdentity(layout.cluster);
    const failed = startPostmaster({
      ...{ layout, identity, durable: false, patienceMilliseconds: -1 },
      binaries: await runnableBinaries(identity, () => undefined),
      report: () => undefined,
    });
    await expect(failed).rejects.toMatchObject({ code: 'EMBEDDED_POSTGRES_FAILED' });
    expect(await serverProcesses()).toEqual([]);
  });

  test('does not take the server of the folder that it was copied from for its own', async () => {
    const original = await start();
    const copied = join(root, 'copied');
    // The server's files come and go while they are copied, which is no matter here.
    await cp(directory, copied, { recursive: true, preserveTimestamps: true }).catch(() => null);
    const identity = await serverIdentity(join(directory, 'postgres'));
    if (identity !== undefined) await giveTo(identity, join(copied, 'postgres'));
    const copy = await start([], copied);
    expect(copy.adopted).toBe(false);
    expect(copy.url).not.toBe(original.url);
    expect(await query(original.url, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
  });

  test('redoes an initialisation that was killed in the middle', async () => {
    const where = join(root, 'halfway');
    const { child } = launch(hub, where);
    const halfway = async () => (await namesIn(where)).some((name) => name.includes('unfinished'));
    expect(await waitUntil(halfway, 10_000)).toBe(true);
    await kill(child);
    expect(await readdir(where)).not.toContain('postgres');
    await start([], where);
    expect((await readdir(where)).toSorted()).toEqual([
      'lock',
      'password',
      'postgres',
      'postgres.log',
    ]);
  });

  test('tries another port when one is taken meanwhile', async () => {
    const occupied = createServer().listen(0, '127.0.0.1');
    await once(occupied, 'listening');
    const ports = [(occupied.address() as AddressInfo).port, await freePort()];
    const layout = layoutOf(directory);
    const identity = await serverIdentity(layout.cluster);
    const postmaster = await startPostmaster({
      ...{ layout, identity, durable: false },
      binaries: await runnableBinaries(identity, () => undefined),
      report: () => undefined,
      choosePort: async () => ports.shift() as number,
    });
    await stopPostmaster(postmaster.pid, layout.cluster);
    occupied.close();
    expect(ports).toEqual([]);
  });

  test('quotes its log when it cannot start, and lets go of the folder', async () => {
    const path = join(directory, 'postgres/postgresql.conf');
    const settings = await readFile(path, 'utf8');
    await writeFile(path, `${settings}\nnonsense = on\n`);
    const failed = startEmbeddedServer({ directory });
    await expect(failed).rejects.toMatchObject({ code: 'EMBEDDED_POSTGRES_FAILED' });
    await expect(failed).rejects.toThrow(/unrecognized configuration parameter "nonsense"/);
    await writeFile(path, settings);
    await start();
  });

  test('leaves no process behind', async () => {
    for (const name of await readdir(root)) {
      const where = join(root, name);
      if ((await namesIn(where)).includes('postgres')) {
        expect(await serverProcesses(where)).toEqual([]);
      }
    }
  });
});

describe('a data folder that cannot be used is refused:', () => {
  async function refusal(name: string): Promise<unknown> {
    return startEmbeddedServer({ directory: join(root, name) }).catch((error: unknown) => error);
  }

  test('a cluster of another major version', async () => {
    await mkdir(join(root, 'older/postgres'), { recursive: true });
    await writeFile(join(root, 'older/postgres/PG_VERSION'), '17\n');
    expect(await refusal('older')).toMatchObject({
      code: 'EMBEDDED_POSTGRES_VERSION',
      message: expect.stringContaining('PostgreSQL 17'),
    });
  });

  test('files that are no cluster', async () => {
    await mkdir(join(root, 'foreign/postgres'), { recursive: true });
    await writeFile(join(root, 'foreign/postgres/notes.txt'), 'mine');
    expect(await refusal('foreign')).toMatchObject({ code: 'EMBEDDED_POSTGRES_FOREIGN' });
  });

  test('a cluster whose password is lost', async () => {
    await mkdir(join(root, 'lost/postgres'), { recursive: true });
    await writeFile(join(root, 'lost/postgres/PG_VERSION'), '18\n');
    expect(await refusal('lost')).toMatchObject({ code: 'EMBEDDED_POSTGRES_PASSWORD_LOST' });
  });

  test('a file in its place', async () => {
    await writeFile(join(root, 'file'), '');
    expect(await refusal('file')).toMatchObject({ code: 'DATA_DIRECTORY_NOT_WRITABLE' });
    expect(await refusal('file/below')).toMatchObject({ code: 'DATA_DIRECTORY_NOT_WRITABLE' });
  });

  test('a folder that may not be written', async () => {
    await mkdir(join(root, 'closed'));
    await chmod(join(root, 'closed'), 0o555);
    // Modes do not stop root; the kernel's own folders do.
    const closed = process.getuid?.() === 0 ? relative(root, '/sys/hub') : 'closed';
    expect(await refusal(closed)).toMatchObject({ code: 'DATA_DIRECTORY_NOT_WRITABLE' });
    expect(await refusal(`${closed}/below`)).toMatchObject({ code: 'DATA_DIRECTORY_NOT_WRITABLE' });
  });

  test.each([
    ['ENOSPC: no space left on device, write', 'DATA_DIRECTORY_FULL'],
    ['FATAL: could not write: No space left on device', 'DATA_DIRECTORY_FULL'],
    [
      'could not extend file: wrote only 4096\nHINT:  Check free disk space.',
      'DATA_DIRECTORY_FULL',
    ],
    ['EROFS: read-only file system, open', 'DATA_DIRECTORY_NOT_WRITABLE'],
    ['EACCES: permission denied, mkdir', 'DATA_DIRECTORY_NOT_WRITABLE'],
  ])('what the system says as "%s"', (said, code) => {
    expect(explainFailure(new Error(said), '/data')).toMatchObject({ code });
  });
});

describe('the lock of a data folder', () => {
  test('goes to exactly one of several hubs that start at once after a kill', async () => {
    const where = join(root, 'contended');
    await mkdir(where);
    for (let round = 0; round < 2; round += 1) {
      const contenders = Array.from({ length: 4 }, () => launch(owner, where));
      const lines = await Promise.all(contenders.map(({ line }) => line));
      expect(lines.toSorted()).toEqual([
        ...['DATA_DIRECTORY_IN_USE', 'DATA_DIRECTORY_IN_USE', 'DATA_DIRECTORY_IN_USE'],
        'owner',
      ]);
      const winner = contenders[lines.indexOf('owner')];
      if (winner !== undefined) await kill(winner.child);
    }
    const lock = acquireInstanceLock(where);
    lock.release();
    lock.release();
    acquireInstanceLock(where).release();
  });

  test('is refused within one process too', async () => {
    const where = join(root, 'twice');
    await mkdir(where);
    const lock = acquireInstanceLock(where);
    expect(() => acquireInstanceLock(where)).toThrow(OperatorError);
    lock.release();
  });

  test('does not depend on the length of the path', async () => {
    const where = join(root, ...Array.from({ length: 5 }, () => 'a-rather-long-name-of-a-folder'));
    await mkdir(where, { recursive: true });
    acquireInstanceLock(where).release();
  });
});

async function namesIn(path: string): Promise<string[]> {
  return readdir(path).catch(() => []);
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address() as AddressInfo;
  probe.close();
  await once(probe, 'close');
  return port;
}

async function giveTo(identity: { uid: number; gid: number }, path: string): Promise<void> {
  const { uid, gid } = identity;
  const child = spawn('chown', ['-R', `${uid}:${gid}`, path]);
  await once(child, 'exit');
}
