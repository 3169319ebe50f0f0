import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, expect } from '@jest/globals';
import { seedAccounts } from '../support/long-run/accounts.js';
import { onDatabase } from '../support/long-run/backends.js';
import { makeCast } from '../support/long-run/cast.js';
import { checkLedger } from '../support/long-run/ledger-check.js';
import type { Run } from '../support/long-run/member.js';
import { MixedLoad } from '../support/long-run/mixed-load.js';
import { Outcomes, REFUSED_BY_LOAD, type Span } from '../support/long-run/outcomes.js';
import { RecoveryProbe } from '../support/long-run/recovery.js';
import { freePort, SupervisedHub } from '../support/long-run/supervised-hub.js';
import { WriteLedger } from '../support/long-run/write-ledger.js';
import { PatroniPair, testWithPatroni } from '../support/patroni.js';

/** How often the primary is lost: the second time it is the one that took over. */
const TIMES = 2;
/** How long everybody works before and after, in milliseconds. */
const WORK = 10_000;
/** How long its first start may take, in milliseconds. */
const START = 120_000;
/** Within which the hub acknowledges a write again, in milliseconds. */
const BACK = 10_000;

const ends: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end();
});

testWithPatroni(
  'the primary is lost under load while queries are read on the standby, which takes over: nothing acknowledged is lost, and no answer is older than a decision',
  async () => {
    const directory = await mkdtemp(join(tmpdir(), 'hub-failover-'));
    ends.push(() => rm(directory, { recursive: true, force: true }));
    const pair = new PatroniPair();
    ends.push(() => pair.close());
    await pair.start();
    await onDatabase(pair.superuser(await pair.primary()), async (client) => {
      await client.query(`create role hub_owner login password 'owner'`);
      await client.query(`create role hub_service login password 'service'`);
      await client.query('create database edu_dx_hub owner hub_owner');
    });
    const ownerUrl = pair.url('hub_owner', 'owner', 'edu_dx_hub');
    const hub = new SupervisedHub(await freePort(), {
      DATABASE_URL: pair.url('hub_service', 'service', 'edu_dx_hub'),
      HUB_MIGRATE_DATABASE_URL: ownerUrl,
      HUB_READ_DATABASE_URL: pair.url('hub_service', 'service', 'edu_dx_hub'),
      HUB_DATA_DIR: directory,
      HUB_RATE_LIMIT: '100000000',
    });
    ends.push(() => hub.stop(30_000));
    hub.start();
    await hub.untilReady(START);
    const password = await seedAccounts(ownerUrl);

    const ending = new AbortController();
    const [outcomes, ledger] = [new Outcomes(), new WriteLedger()];
    const run: Run = { port: hub.port, password, outcomes, ledger, ending: ending.signal };
    const cast = await makeCast(run);
    const probe = new RecoveryProbe(run, cast.probe);
    const load = new MixedLoad(run, cast);
    const working = load.go();

    const back: (number | null)[] = [];
    const away: Span[] = [];
    const reads = [await readsOf(hub.port)];
    for (let time = 0; time < TIMES; time += 1) {
      await pause(WORK);
      await pair.untilSynchronous();
      reads.push(await readsOf(hub.port));
      const lost = await pair.primary();
      const from = Date.now();
      await pair.kill(lost);
      const took = (await probe.measure()) === null ? null : Date.now() - from;
      back.push(took);
      expect(await pair.primary()).not.toBe(lost);
      // Whoever was refused last has waited its time for the database.
      away.push({ from, to: Date.now() + 10_000 });
      await pause(WORK);
      await pair.run(lost);
    }
    await pair.untilSynchronous();
    reads.push(await readsOf(hub.port));
    ending.abort();
    await working;
    load.close();
    probe.close();
    cast.sender.member.client.close();
    const counts = { done: ledger.count('done'), unknown: ledger.unknown() };
    const { times, stale } = load.looked;
    const figures = { back, reads, looked: times, counts, requests: outcomes.counts() };
    process.stderr.write(`${JSON.stringify(figures)}\n`);

    const primary = pair.superuser(await pair.primary(), 'edu_dx_hub');
    expect(await onDatabase(primary, (client) => checkLedger(ledger, client))).toEqual({
      ...{ lost: [], doubled: [], unwanted: [], torn: [] },
    });
    expect(counts.done).toBeGreaterThan(50);
    expect(stale).toEqual([]);
    expect(times).toBeGreaterThan(5);
    expect(reads[1]!['standby']).toBeGreaterThan(reads[0]!['standby']!);
    expect(hub.lives).toHaveLength(1);
    const failed = outcomes.unexcused(away).filter((one) => !one.includes(REFUSED_BY_LOAD));
    expect(failed).toEqual([]);
    expect(back.map((each) => each !== null && each < BACK)).toEqual([true, true]);
  },
  15 * 60_000,
);

/** How many statements of queries the standby and the primary answered, by the outcome. */
async function readsOf(port: number): Promise<Record<string, number>> {
  const text = await (await fetch(`http://127.0.0.1:${port}/metrics`)).text();
  const lines = text.matchAll(/^hub_standby_reads_total\{outcome="(\w+)"\} (\d+)$/gm);
  return Object.fromEntries([...lines].map(([, outcome, count]) => [outcome, Number(count)]));
}
