import { execFile } from 'node:child_process';
import { appendFile, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import pg from 'pg';
import { runnableBinaries } from '../../src/embedded-postgres/binaries.js';
import { addressesOf } from '../../src/embedded-postgres/connection.js';
import { serverIdentity } from '../../src/embedded-postgres/identity.js';
import { layoutOf } from '../../src/embedded-postgres/layout.js';
import { readPassword } from '../../src/embedded-postgres/password.js';
import { startPostmaster, type Postmaster } from '../../src/embedded-postgres/postmaster.js';
import { clusterName, processesOf, signalProcess } from '../../src/embedded-postgres/process.js';
import { startEmbeddedServer } from '../../src/embedded-postgres/server.js';
import { stopPostmaster } from '../../src/embedded-postgres/shutdown.js';

const run = promisify(execFile);

/** One of two PostgreSQL servers, on a port of its own. */
export class TestServer {
  readonly #layout;
  #postmaster: Postmaster | null = null;
  #port: number | null = null;
  #password = '';

  constructor(private readonly directory: string) {
    this.#layout = layoutOf(directory);
  }

  get cluster(): string {
    return this.#layout.cluster;
  }

  /** As the owner of the tables. */
  get url(): string {
    return addressesOf(this.#port!, this.#password).url;
  }

  get port(): number {
    return this.#port!;
  }

  /** On the port that it had before. */
  async start(): Promise<void> {
    const identity = await serverIdentity(this.cluster);
    const report = () => undefined;
    const binaries = await runnableBinaries(identity, report);
    const port = this.#port;
    this.#postmaster = await startPostmaster({
      ...{ layout: this.#layout, binaries, identity, durable: false, report },
      ...(port !== null && { choosePort: async () => port }),
    });
    this.#port = this.#postmaster.port;
    this.#password = await readPassword(this.#layout.password);
  }

  /** With every process of it, as a machine whose power is cut. */
  async kill(): Promise<void> {
    for (const pid of await processesOf(await clusterName(this.cluster)))
      signalProcess(pid, 'SIGKILL');
  }

  async stop(): Promise<void> {
    if (this.#postmaster) await stopPostmaster(this.#postmaster.pid, this.cluster);
    this.#postmaster = null;
  }

  async ask<Row extends object>(text: string): Promise<Row[]> {
    const client = new pg.Client({ connectionString: this.url });
    await client.connect();
    try {
      return (await client.query<Row>(text)).rows;
    } finally {
      await client.end();
    }
  }

  /** From the next start on it follows another one. */
  async follow(primary: TestServer): Promise<void> {
    const { username, password } = new URL(primary.url);
    const place = `host=127.0.0.1 port=${primary.port} user=${username} password=${password}`;
    await appendFile(
      join(this.cluster, 'postgresql.auto.conf'),
      `\nprimary_conninfo = '${place}'\nrecovery_target_timeline = 'latest'\n`,
    );
    await writeFile(join(this.cluster, 'standby.signal'), '');
  }
}

/** A PostgreSQL and a standby that follows it, with the database of the hub in them. */
export async function startPair() {
  const folder = await mkdtemp(join(tmpdir(), 'edu-dx-hub-pair-'));
  const [one, two] = [join(folder, 'one'), join(folder, 'two')];
  await (await startEmbeddedServer({ directory: one, durable: false })).stop();
  // The copy keeps whom its files belong to.
  await run('cp', ['-a', one, two]);
  const [primary, standby] = [new TestServer(one), new TestServer(two)];
  await primary.start();
  await standby.follow(primary);
  await standby.start();
  return {
    primary,
    standby,
    close: async () => {
      await Promise.all([primary.stop(), standby.stop()]);
      await rm(folder, { recursive: true });
    },
  };
}
