import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { command } from '../support/command.js';
import { cloneDatabase } from '../support/hub.js';
import { clientAborts, clientResets } from '../support/long-run/client-faults.js';
import {
  backendKilled,
  embeddedUrl,
  killPostmaster,
  postmasterKilled,
  transactionsKilled,
} from '../support/long-run/database-faults.js';
import { killAndStart, stopAndStart } from '../support/long-run/hub-faults.js';
import { lengthOf, lengthOfRun } from '../support/long-run/length.js';
import { longRun } from '../support/long-run/long-run.js';
import { proxyFaults } from '../support/long-run/proxy-faults.js';
import { freePort, SupervisedHub } from '../support/long-run/supervised-hub.js';
import { proxyTo } from '../support/proxy.js';
import { seedAccounts } from '../support/long-run/accounts.js';

const whole = lengthOfRun();
/** The hub with a database of its operator's is used for a fifth of the time. */
const shorter = lengthOf(Math.max(2, whole.whole / 60_000 / 5));
/** Starting, and checking everything at the end, in milliseconds. */
const AROUND = 10 * 60_000;

let directory: string;
const hubs: SupervisedHub[] = [];
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'hub-long-'));
});
afterEach(async () => {
  for (const hub of hubs.splice(0)) await hub.stop(30_000);
  await killPostmaster(directory).catch(() => undefined);
  await rm(directory, { recursive: true, force: true });
});

async function supervised(environment: Record<string, string>): Promise<SupervisedHub> {
  const hub = new SupervisedHub(await freePort(), {
    HUB_DATA_DIR: directory,
    // All clients have one address here, and so have those that give up.
    HUB_RATE_LIMIT: '1000000',
    ...environment,
  });
  hubs.push(hub);
  return hub;
}

test(
  'with an embedded database: nothing that was acknowledged is lost or doubled, and the hub comes back by itself',
  async () => {
    const hub = await supervised({});
    const url = () => embeddedUrl(directory);

    const problems = await longRun({
      title: 'The hub with its embedded PostgreSQL',
      hub,
      length: whole,
      password: () => readFile(join(directory, 'demo-password'), 'utf8'),
      databaseUrl: url,
      verifyRollup: () => command(['rollup', 'verify'], { HUB_DATA_DIR: directory }),
      faults: (cast, load) => {
        const aborts = clientAborts(hub.port, cast.unit, () => cast.sender.uploadAddress());
        const resets = clientResets(load.clients);
        const outlived = [
          backendKilled(url),
          aborts.bodies,
          transactionsKilled(url),
          aborts.answers,
          postmasterKilled(directory),
          resets,
          aborts.others,
        ];
        return { early: [stopAndStart(hub), killAndStart(hub), ...outlived], late: outlived };
      },
    });

    expect(problems).toEqual([]);
  },
  whole.whole + AROUND,
);

test(
  'with a database behind a bad network: the same, and soon after the network is well again',
  async () => {
    const databaseUrl = await cloneDatabase('empty');
    const proxy = await proxyTo(databaseUrl);
    const hub = await supervised({
      DATABASE_URL: proxy.url,
      HUB_RATE_LIMIT_STORE: 'database',
    });

    const problems = await longRun({
      title: 'The hub with DATABASE_URL, through a bad network',
      hub,
      length: shorter,
      password: () => seedAccounts(databaseUrl),
      databaseUrl: async () => databaseUrl,
      verifyRollup: () => command(['rollup', 'verify'], { DATABASE_URL: databaseUrl }),
      faults: () => {
        const { resets, allReset, hole, away } = proxyFaults(proxy);
        return { early: [resets, hole, allReset], late: [hole, resets, away, allReset] };
      },
    });
    await proxy.refuse();

    expect(problems).toEqual([]);
  },
  shorter.whole + AROUND,
);
