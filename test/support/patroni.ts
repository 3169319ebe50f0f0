import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import {
  chown,
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  readlink,
  rm,
  writeFile,
} from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { promisify } from 'node:util';
import { test } from '@jest/globals';
import { signalProcess } from '../../src/embedded-postgres/process.js';
import { freePort } from './long-run/supervised-hub.js';

/** Where Debian puts them: `apt-get install --no-install-recommends patroni etcd-server postgresql-15`. */
const PATRONI = '/usr/bin/patroni';
const ETCD = '/usr/bin/etcd';
const isThere = [PATRONI, ETCD, '/usr/lib/postgresql/15/bin/postgres'].every((each) =>
  existsSync(each),
);
export const testWithPatroni = isThere ? test : test.skip;

/** PostgreSQL does not run as root. */
const USER = 'postgres';
const PASSWORD = 'change-this';

const run = promisify(execFile);

/** A PostgreSQL under Patroni. */
interface Member {
  name: string;
  folder: string;
  port: number;
  rest: number;
  patroni: ChildProcess | null;
  log: string;
}

/** Two PostgreSQL servers, of which one is primary and the other one its synchronous standby. */
export class PatroniPair {
  readonly members: Member[] = [];
  #folder = '';
  #etcd: ChildProcess | null = null;
  #etcdPort = 0;
  #owner: { uid: number; gid: number } | null = null;

  async start(): Promise<void> {
    this.#folder = await mkdtemp(join(tmpdir(), 'hub-patroni-'));
    if (process.getuid?.() === 0) this.#owner = await idsOf(USER);
    await this.#give(this.#folder);
    await this.#startEtcd();
    for (const name of ['db1', 'db2']) {
      const folder = join(this.#folder, name);
      await mkdir(folder);
      await this.#give(folder);
      const [port, rest] = [await freePort(), await freePort()];
      this.members.push({ name, folder, port, rest, patroni: null, log: '' });
    }
    for (const member of this.members) {
      await this.run(member);
      await this.primary();
    }
    await this.untilSynchronous();
  }

  /** With both hosts, and the options of libpq left as they come. */
  url(user: string, password: string, database: string): string {
    const hosts = this.members.map(({ port }) => `127.0.0.1:${port}`).join(',');
    return `postgresql://${user}:${password}@${hosts}/${database}`;
  }

  superuser(member: Member, database = 'postgres'): string {
    return `postgresql://postgres:${PASSWORD}@127.0.0.1:${member.port}/${database}`;
  }

  /** Starts Patroni with our example, with the addresses and folders of this test. */
  async run(member: Member): Promise<void> {
    const example = await readFile('docs/examples/patroni.yml', 'utf8');
    const file = join(member.folder, 'patroni.yml');
    await writeFile(
      file,
      example
        .replace('name: db1', `name: ${member.name}`)
        .replaceAll('127.0.0.1:8008', `127.0.0.1:${member.rest}`)
        .replaceAll('127.0.0.1:5432', `127.0.0.1:${member.port}`)
        .replace('127.0.0.1:2379', `127.0.0.1:${this.#etcdPort}`)
        .replace('/var/lib/postgresql/15/edu-dx-hub', join(member.folder, 'data'))
        .replace('/var/lib/postgresql/patroni.pgpass', join(member.folder, 'pgpass'))
        .replace('/var/run/postgresql', member.folder)
        .replace('local all postgres peer', 'local all postgres trust'),
    );
    member.patroni = this.#spawn(PATRONI, [file]);
    const keep = (chunk: Buffer) => (member.log = (member.log + chunk.toString()).slice(-20_000));
    member.patroni.stderr?.on('data', keep);
    member.patroni.stdout?.on('data', keep);
  }

  /** The one that takes changes, once there is one. */
  async primary(): Promise<Member> {
    return until('no primary', this.members, async () => {
      for (const member of this.members) if (await answers(member, '/primary')) return member;
      return null;
    });
  }

  async untilSynchronous(): Promise<void> {
    await until('no synchronous standby', this.members, async () => {
      for (const member of this.members) if (await answers(member, '/sync')) return member;
      return null;
    });
  }

  /** With every process, as a machine whose power is cut. */
  async kill(member: Member): Promise<void> {
    member.patroni?.kill('SIGKILL');
    for (;;) {
      const pids = await processesIn(join(member.folder, 'data'));
      if (pids.length === 0) return;
      for (const pid of pids) signalProcess(pid, 'SIGKILL');
    }
  }

  async close(): Promise<void> {
    for (const member of this.members) await this.kill(member);
    this.#etcd?.kill('SIGKILL');
    if (this.#etcd) await once(this.#etcd, 'exit');
    await pause(500);
    await rm(this.#folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 });
  }

  async #startEtcd(): Promise<void> {
    this.#etcdPort = await freePort();
    const [client, peer] = [this.#etcdPort, await freePort()].map(
      (port) => `http://127.0.0.1:${port}`,
    );
    this.#etcd = this.#spawn(ETCD, [
      ...['--data-dir', join(this.#folder, 'etcd'), '--name', 'one'],
      ...['--listen-client-urls', client!, '--advertise-client-urls', client!],
      ...['--listen-peer-urls', peer!, '--initial-advertise-peer-urls', peer!],
      ...['--initial-cluster', `one=${peer}`],
    ]);
    await until('no etcd', [], async () =>
      (await fetch(`${client}/health`).catch(() => null))?.ok ? true : null,
    );
  }

  #spawn(program: string, arguments_: string[]): ChildProcess {
    return spawn(program, arguments_, {
      ...this.#owner,
      cwd: this.#folder,
      env: { PATH: process.env.PATH, HOME: this.#folder, LC_ALL: 'C.UTF-8' },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
  }

  async #give(path: string): Promise<void> {
    if (this.#owner) await chown(path, this.#owner.uid, this.#owner.gid);
  }
}

async function idsOf(user: string): Promise<{ uid: number; gid: number }> {
  const of = async (what: string) => Number((await run('id', [what, user])).stdout);
  return { uid: await of('-u'), gid: await of('-g') };
}

async function answers({ rest }: Member, path: string): Promise<boolean> {
  return (await fetch(`http://127.0.0.1:${rest}${path}`).catch(() => null))?.ok ?? false;
}

/** Waits for something to be so, for two minutes at most. */
async function until<Found>(
  otherwise: string,
  members: readonly Member[],
  look: () => Promise<Found | null>,
): Promise<Found> {
  for (let tries = 0; tries < 1200; tries += 1) {
    const found = await look();
    if (found !== null) return found;
    await pause(100);
  }
  throw new Error(`${otherwise}: ${members.map(({ log }) => log.slice(-3000)).join('\n')}`);
}

/** The processes that work in a folder: PostgreSQL changes into that of its data. */
async function processesIn(folder: string): Promise<number[]> {
  const pids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name));
  const found = await Promise.all(
    pids.map(async (pid) => {
      const place = await readlink(`/proc/${pid}/cwd`).catch(() => '');
      return place === folder ? [Number(pid)] : [];
    }),
  );
  return found.flat();
}
