import { execFile } from 'node:child_process';
import { createServer, connect, type Server, type Socket } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { mock } from 'node:test';
import { promisify } from 'node:util';
import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import { RateLimits, UNLIMITED } from '../src/execution/limits/rate-limits.js';
import { startHub, type TestHub } from './support/hub.js';

let hub: TestHub;
beforeAll(async () => {
  hub = await startHub();
});
afterAll(() => hub.close());

const closing: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

/** Limits of 30 points, which count in a database, and what they log. */
function limitsOn(databaseUrl: string) {
  const logged: string[] = [];
  const logger = {
    warn: (_details: unknown, text?: string) => logged.push(String(text ?? _details)),
  };
  const rates = new RateLimits({ ...UNLIMITED, points: 30, databaseUrl }, logger);
  closing.push(() => rates.close());
  return { rates, logged };
}

const AWAY = 'the database cannot count what is limited; this hub counts in memory until it can';
const BACK = 'what is limited is counted in the database again';

/** Waits for something to be so, for half a minute at most. */
async function until(isSo: () => Promise<boolean>): Promise<void> {
  for (let tries = 0; tries < 300; tries += 1) {
    if (await isSo()) return;
    await pause(100);
  }
  throw new Error('it never came to be so');
}

/** How many points the database has counted for a key. */
async function countedFor(key: string): Promise<number> {
  const rows = await hub.em.execute<{ points: number }[]>(
    'select points from rate_limit where key = ?',
    [`cost:${key}`],
  );
  return rows[0]?.points ?? 0;
}

/** Charges a key again and again until the database counts it. */
const countsAgain = (rates: RateLimits, key: string) =>
  until(async () => {
    await rates.charge(key, 1);
    return (await countedFor(key)) > 0;
  });

/** What stands between the limits and the database: it can go away and come back. */
async function wayTo(databaseUrl: string) {
  const to = new URL(databaseUrl);
  const open = new Set<Socket>();
  let server: Server;
  const listen = (port: number) =>
    new Promise<number>((resolve) => {
      server = createServer((socket) => {
        const other = connect(Number(to.port), to.hostname);
        for (const each of [socket, other]) {
          open.add(each);
          each.on('error', () => undefined).on('close', () => open.delete(each));
        }
        socket.pipe(other).pipe(socket);
      }).listen(port, '127.0.0.1', () => resolve((server.address() as { port: number }).port));
    });
  const port = await listen(0);
  const cut = async () => {
    for (const socket of open) socket.destroy();
    await new Promise((resolve) => server.close(resolve));
  };
  closing.push(cut);
  const url = new URL(databaseUrl);
  url.host = `127.0.0.1:${port}`;
  return { url: url.toString(), cut, mend: () => listen(port) };
}

test('while the database is away the hub counts by itself, and says so once', async () => {
  const way = await wayTo(hub.databaseUrl);
  const { rates, logged } = limitsOn(way.url);
  expect(await rates.charge('a', 20)).toMatchObject({ remaining: 10 });
  expect(await countedFor('a')).toBe(20);

  await way.cut();
  const first = await Promise.all([rates.charge('a', 11), rates.charge('a', 11)]);

  // It begins with nothing, and ends at the limit.
  expect(first.map((charge) => charge!.remaining).sort()).toEqual([19, 8]);
  await expect(rates.charge('a', 11)).rejects.toMatchObject({
    code: 'RATE_LIMITED',
    charge: { remaining: 8 },
  });
  expect(await rates.charge('a', 8)).toMatchObject({ remaining: 0 });
  expect(logged).toEqual([AWAY]);

  await way.mend();
  await countsAgain(rates, 'b');
  expect(await rates.charge('a', 1)).toMatchObject({ remaining: 9 });
  expect(logged).toEqual([AWAY, BACK]);
});

test('sign-ins that fail are counted while the database is away, too', async () => {
  const way = await wayTo(hub.databaseUrl);
  await way.cut();
  const signIns = { ofPair: 5, ofAccount: 100, ofAddress: 2 };
  const rates = new RateLimits({ ...UNLIMITED, signIns, databaseUrl: way.url }, { warn: () => 0 });
  closing.push(() => rates.close());

  await rates.signIns.begin('192.0.2.1');
  await rates.signIns.giveBack('192.0.2.1');
  await rates.signIns.begin('192.0.2.1');
  await rates.signIns.begin('192.0.2.1');

  await expect(rates.signIns.begin('192.0.2.1')).rejects.toMatchObject({
    code: 'TOO_MANY_SIGN_INS',
  });
  await expect(rates.signIns.require('192.0.2.1', 1)).rejects.toMatchObject({
    code: 'TOO_MANY_SIGN_INS',
  });
  await rates.signIns.begin('192.0.2.2');
});

test('a database that takes connections and answers nothing keeps few requests waiting', async () => {
  const open = new Set<Socket>();
  const silent = createServer((socket) => open.add(socket.on('error', () => undefined)));
  await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', () => resolve()));
  closing.push(() => {
    for (const socket of open) socket.destroy();
    return new Promise((resolve) => silent.close(resolve));
  });
  const { port } = silent.address() as { port: number };
  const { rates, logged } = limitsOn(`postgresql://hub@127.0.0.1:${port}/hub`);

  await rates.charge('a', 1);
  const tried = open.size;
  await Promise.all(Array.from({ length: 20 }, () => rates.charge('a', 1)));

  expect(open.size - tried).toBeLessThanOrEqual(1);
  expect(logged).toEqual([AWAY]);
});

test('connections that the database ends do not end the hub, which counts there again', async () => {
  const { rates, logged } = limitsOn(hub.databaseUrl);
  await Promise.all([1, 2, 3, 4].map(() => rates.charge('c', 1)));

  const ended = await hub.em.execute<{ ended: boolean }[]>(
    `select pg_terminate_backend(pid) as ended from pg_stat_activity
     where application_name = 'edu-dx-hub rate limits' and datname = current_database()`,
  );
  expect(ended.length).toBeGreaterThan(0);
  await until(async () => {
    await rates.charge('d', 1);
    return logged.length > 0;
  });
  await countsAgain(rates, 'e');

  expect(logged).toEqual([AWAY, BACK]);
});

test('what expired is removed from the table by itself', async () => {
  mock.timers.enable({ apis: ['setTimeout'] });
  try {
    limitsOn(hub.databaseUrl);
    await hub.em.execute(
      `insert into rate_limit (key, points, expire) values ('cost:old', 1, ?), ('cost:new', 1, ?)`,
      [Date.now() - 3_700_000, Date.now() + 60_000],
    );
    mock.timers.tick(300_000);
  } finally {
    mock.timers.reset();
  }

  await until(async () => (await countedFor('old')) === 0);
  expect(await countedFor('new')).toBe(1);
});

test('nothing of it keeps a process from ending', async () => {
  const script = `
    const { RateLimits, UNLIMITED } = await import(${JSON.stringify(
      new URL('../dist/src/execution/limits/rate-limits.js', import.meta.url).href,
    )});
    const rates = new RateLimits(
      { ...UNLIMITED, points: 5, databaseUrl: ${JSON.stringify(hub.databaseUrl)} },
      { warn: console.error },
    );
    await rates.charge('f', 1);
    await rates.close();
    console.log('closed');`;
  const { stdout } = await promisify(execFile)(
    process.execPath,
    ['--input-type=module', '--eval', script],
    { timeout: 30_000 },
  );

  expect(stdout).toBe('closed\n');
});
