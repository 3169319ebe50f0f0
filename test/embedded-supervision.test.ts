import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import { Client } from 'pg';
import { clusterName, processesOf } from '../src/database/embedded/process.js';
import { startEmbeddedServer, type EmbeddedServer } from '../src/database/embedded/server.js';
import { run, type Running } from './support/command.js';

let root: string;
const servers: EmbeddedServer[] = [];
const hubs: Running[] = [];
const clients: Client[] = [];
const others: Server[] = [];

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'hub-supervision-'));
});
afterEach(async () => {
  for (const other of others.splice(0)) other.close();
  for (const client of clients.splice(0)) await client.end().catch(() => undefined);
  for (const server of servers.splice(0)) await server.stop();
  for (const hub of hubs.splice(0)) {
    hub.process.kill('SIGTERM');
    await hub.finished;
  }
});
afterAll(() => rm(root, { recursive: true, force: true }));

/** A server under supervision, with what is told of it. */
async function supervised(directory: string) {
  const told: string[] = [];
  const givenUp: string[] = [];
  const server = await startEmbeddedServer({
    directory,
    durable: false,
    supervision: {
      patienceMilliseconds: 60_000,
      tell: (line) => told.push(line),
      giveUp: ({ message }) => givenUp.push(message),
    },
  });
  servers.push(server);
  return { server, told, givenUp };
}

async function connect(url: string): Promise<Client> {
  const client = new Client({ connectionString: url });
  client.on('error', () => undefined);
  await client.connect();
  clients.push(client);
  return client;
}

async function postmasterOf(directory: string): Promise<number> {
  const file = await readFile(join(directory, 'postgres/postmaster.pid'), 'utf8');
  return Number(file.split('\n')[0]);
}

/** Tries until it succeeds, for half a minute at the most. */
async function eventually<Value>(attempt: () => Promise<Value>): Promise<Value> {
  const deadline = Date.now() + 30_000;
  for (;;) {
    try {
      return await attempt();
    } catch (error) {
      if (Date.now() > deadline) throw error;
      await pause(50);
    }
  }
}

/** Sends the signal to the server, and gives the one that runs in its place. */
async function replaced(directory: string, signal: NodeJS.Signals): Promise<number> {
  const gone = await postmasterOf(directory);
  process.kill(gone, signal);
  return eventually(async () => {
    const found = await postmasterOf(directory);
    if (found === gone) throw new Error(`the server ${gone} is still there`);
    return found;
  });
}

test('a server that is ended three times answers again at its address, with all that was acknowledged', async () => {
  const directory = join(root, 'owned');
  const { server, told, givenUp } = await supervised(directory);
  const first = await connect(server.url);
  await first.query('create table acknowledged (signal text)');

  for (const signal of ['SIGKILL', 'SIGQUIT', 'SIGTERM'] as const) {
    // It stays connected, for which a server that is told to end by SIGTERM waits.
    const writer = await eventually(() => connect(server.url));
    await writer.query('insert into acknowledged values ($1)', [signal]);
    await replaced(directory, signal);
  }

  const reader = await eventually(() => connect(server.url));
  const { rows } = await reader.query('select signal from acknowledged');
  expect(rows.map(({ signal }) => signal)).toEqual(['SIGKILL', 'SIGQUIT', 'SIGTERM']);
  await eventually(async () => expect(server.problem()).toBeNull());
  expect(told[0]).toBe('PostgreSQL has ended by itself, saying nothing; it is being brought back');
  expect(told[1]).toMatch(/^PostgreSQL is back after \d+ s$/);
  expect(givenUp).toEqual([]);
});

test('a statement that outlives its killed server does not keep the next one away', async () => {
  const directory = join(root, 'busy');
  const { server } = await supervised(directory);
  const busy = await connect(server.url);
  const sql = 'select count(*) from generate_series(1, 1000000000) a, generate_series(1, 9) b';
  const lost = expect(busy.query(sql)).rejects.toThrow();

  await replaced(directory, 'SIGKILL');

  await eventually(() => connect(server.url));
  await lost;
});

test('a server whose port another program takes is given up for a new start', async () => {
  const directory = join(root, 'occupied');
  const { server, givenUp } = await supervised(directory);
  const port = Number(new URL(server.url).port);
  const other = createServer();
  others.push(other);
  process.kill(await postmasterOf(directory), 'SIGKILL');
  await eventually(
    () =>
      new Promise<void>((resolve, reject) => {
        other.once('error', reject);
        other.listen(port, '127.0.0.1', resolve);
      }),
  );

  await eventually(async () => expect(givenUp).toHaveLength(1));

  expect(givenUp[0]).toContain('EMBEDDED_POSTGRES_PORT_TAKEN');
  expect(server.problem()).toContain('EMBEDDED_POSTGRES_PORT_TAKEN');
});

test('a stop while the server is being brought back leaves no process behind', async () => {
  const directory = join(root, 'stopped');
  const { server, givenUp } = await supervised(directory);
  process.kill(await postmasterOf(directory), 'SIGKILL');
  await eventually(async () => expect(server.problem()).toContain('is being brought back'));

  await server.stop();

  expect(await processesOf(await clusterName(join(directory, 'postgres')))).toEqual([]);
  expect(givenUp).toEqual([]);
});

test('a server that ends while the hub stops is not brought back', async () => {
  const directory = join(root, 'expected');
  const { server, told } = await supervised(directory);
  server.expectEnd();
  process.kill(await postmasterOf(directory), 'SIGINT');
  await eventually(async () => expect(await serverProcesses(directory)).toEqual([]));

  await server.stop();

  expect(told).toEqual([]);
});

async function serverProcesses(directory: string): Promise<number[]> {
  return processesOf(await clusterName(join(directory, 'postgres')));
}

/** Starts a hub on a port that the system chooses. */
async function startHub(settings: Record<string, string>) {
  const hub = run('main', [], { PORT: '0', ...settings });
  hubs.push(hub);
  const out = await hub.saying('/health/ready');
  const address = /http:\/\/127\.0\.0\.1:\d+/.exec(out)![0];
  const ask = async (query: string, variables = {}, token = '') => {
    const response = await fetch(`${address}/graphql`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        ...(token && { authorization: `Bearer ${token}` }),
      },
      body: JSON.stringify({ query, variables }),
    });
    return ((await response.json()) as { data: any }).data;
  };
  const ready = async () => (await fetch(`${address}/health/ready`)).text();
  return { hub, out, ask, ready };
}

const SIGN_IN = `mutation ($password: String!) {
  session: sessionStart(input: { email: "operator@demo.example", password: $password }) { accessToken }
}`;

test('a hub that took over its server brings it back, with what was acknowledged', async () => {
  const directory = join(root, 'hub');
  const killed = await startHub({ HUB_DATA_DIR: directory });
  killed.hub.process.kill('SIGKILL');
  await killed.hub.finished;
  const left = await postmasterOf(directory);
  const { out, ask } = await startHub({ HUB_DATA_DIR: directory });
  const adopted = await postmasterOf(directory);
  const password = /with the password {2}(\S+)$/m.exec(out)![1];
  const { session } = await ask(SIGN_IN, { password });

  for (const signal of ['SIGKILL', 'SIGTERM'] as const) await replaced(directory, signal);

  const viewer = await eventually(async () => {
    const data = await ask('{ viewer { name } }', {}, session.accessToken);
    return data.viewer;
  });
  expect(adopted).toBe(left);
  expect(viewer).toEqual({ name: 'Người vận hành (minh hoạ)' });
});

test('a hub whose server cannot be brought back says so, by ready as well, and ends', async () => {
  const directory = join(root, 'broken');
  const { hub, ready } = await startHub({
    HUB_DATA_DIR: directory,
    HUB_SEED_DEMO: 'false',
    HUB_POSTGRES_PATIENCE_SECONDS: '3',
  });
  const settings = join(directory, 'postgres/postgresql.conf');
  await writeFile(settings, `${await readFile(settings, 'utf8')}\nnonsense = on\n`);
  process.kill(await postmasterOf(directory), 'SIGKILL');

  const problem = await eventually(async () => {
    const text = await ready();
    expect(text).toContain('contains errors');
    return text;
  });
  const { status, err } = await hub.finished;

  expect(problem).toContain('the embedded PostgreSQL is being brought back: ');
  expect(status).toBe(1);
  expect(err).toMatch(/^EMBEDDED_POSTGRES_LOST: .* could not be brought back within \d+ s: .*$/m);
  expect(err).toContain('PostgreSQL has ended by itself, saying nothing; it is being brought back');
});
