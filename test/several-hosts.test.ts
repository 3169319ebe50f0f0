import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { takeBackup } from '../src/backups/take-backup.service.js';
import { migrate } from '../src/database/migrate.js';
import type { Orm } from '../src/database/orm.js';
import { refusalIn } from '../src/database/refusals.js';
import { withinTime } from '../src/database/time-limit.js';
import { openEvidenceStore } from '../src/evidence/evidence-store.js';
import { RateLimits, UNLIMITED } from '../src/execution/limits/rate-limits.js';
import { openOrm } from '../src/tables.js';
import { TOKEN_SECRET } from './support/hub.js';
import { startPair, type TestServer } from './support/standby.js';

let primary: TestServer;
let standby: TestServer;
let close: () => Promise<void>;
let url: string;
let orm: Orm;

beforeAll(async () => {
  ({ primary, standby, close } = await startPair());
  // The standby comes first, so whoever takes the first one that answers is wrong.
  const { username, password, pathname } = new URL(primary.url);
  const hosts = `127.0.0.1:${standby.port},127.0.0.1:${primary.port}`;
  url = `postgresql://${username}:${password}@${hosts}${pathname}`;
  orm = await openOrm(url, { limits: { connect: 20_000, wait: 20_000, silence: 20_000 } });
  await migrate(orm);
});
afterAll(async () => {
  await orm.close(true);
  await close();
});

const write = () =>
  orm.em.fork().execute('update publication set revision = revision + 1 returning revision');
const portOf = async () => {
  const [row] = await orm.em.fork().execute('select inet_server_port() as port');
  return row!.port;
};

/** Does it until it succeeds, for half a minute at most. */
async function until<Result>(work: () => Promise<Result>): Promise<Result> {
  for (let tries = 0; ; tries += 1) {
    try {
      return await work();
    } catch (error) {
      if (tries > 300) throw error;
      await pause(100);
    }
  }
}

/** The standby has what the primary has. */
async function replayed(): Promise<void> {
  const [{ at }] = (await primary.ask('select pg_current_wal_lsn()::text as at')) as [
    { at: string },
  ];
  await until(async () => {
    const [row] = await standby.ask<{ is: boolean }>(
      `select pg_last_wal_replay_lsn() >= '${at}' as is`,
    );
    if (!row?.is) throw new Error('the standby is behind');
  });
}

test('of several hosts the hub uses the one that takes changes', async () => {
  expect(await portOf()).toBe(primary.port);
  await write();
});

test('a statement whose time is up is cancelled on the host on which it runs', async () => {
  const sleeping = () => orm.em.fork().execute('select pg_sleep(600)');

  await expect(withinTime(300, sleeping)).rejects.toMatchObject({ code: 'REQUEST_TIMEOUT' });

  await until(async () => {
    const running = await primary.ask(
      `select from pg_stat_activity where query like 'select pg_sleep%'`,
    );
    expect(running).toEqual([]);
  });
});

test('a backup and the counts of limits go there as well', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'edu-dx-hub-hosts-'));
  const store = await openEvidenceStore({ dataDirectory: folder, evidenceBucket: null });
  const rates = new RateLimits(
    { ...UNLIMITED, points: 30, databaseUrl: url },
    { warn: () => undefined },
  );

  await rates.charge('somebody', 7);
  await takeBackup(
    { url, store, tokenSecret: TOKEN_SECRET },
    join(folder, 'all'),
    'a passphrase of tests',
  );

  expect(await primary.ask(`select points from rate_limit where key = 'cost:somebody'`)).toEqual([
    { points: 7 },
  ]);
  await rates.close();
  await rm(folder, { recursive: true });
});

test('a server that was made read-only is left, and used again when it takes changes', async () => {
  const setTo = async (value: 'on' | 'off') => {
    await primary.ask(`alter system set default_transaction_read_only = ${value}`);
    await primary.ask('select pg_reload_conf()');
    await until(async () => {
      const [row] = await primary.ask<{ is: string }>(
        `select current_setting('default_transaction_read_only') as is`,
      );
      expect(row).toEqual({ is: value });
    });
  };
  await write();
  await setTo('on');

  const refusal = refusalIn(await write().catch((error: unknown) => error));

  expect(refusal?.code).toBe('DATABASE_UNAVAILABLE');
  await setTo('off');
  await until(write);
});

test('when the primary dies, the hub goes on with the standby that takes its place', async () => {
  await write();
  await replayed();
  const [before] = await orm.em.fork().execute('select revision from publication');

  await primary.kill();
  const refusal = refusalIn(await write().catch((error: unknown) => error));
  expect(refusal?.code).toBe('DATABASE_UNAVAILABLE');
  await standby.ask('select pg_promote()');

  const [after] = await until(write);
  expect(after!.revision).toBe(Number(before!.revision) + 1);
  expect(await portOf()).toBe(standby.port);
});

test('none of the hosts takes changes: each of them and why is told', async () => {
  const nowhere = await openOrm(url.replaceAll(/:\d+(?=[,/])/g, ':1'));
  const refusal = refusalIn(
    await nowhere.em
      .fork()
      .execute('select 1')
      .catch((error: unknown) => error),
  );
  await nowhere.close(true);

  expect(refusal?.code).toBe('DATABASE_UNAVAILABLE');
  expect(String(refusal?.cause)).toMatch(/127\.0\.0\.1:1.*ECONNREFUSED.*; .*ECONNREFUSED/);
});
