import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, expect } from '@jest/globals';
import { UnitProgressChangedDocument } from '../../clients/typescript/src/generated/graphql.js';
import { cloneDatabase } from '../support/hub.js';
import { seedAccounts } from '../support/long-run/accounts.js';
import { onDatabase } from '../support/long-run/backends.js';
import { makeCast } from '../support/long-run/cast.js';
import { checkLedger } from '../support/long-run/ledger-check.js';
import { Member, type Run } from '../support/long-run/member.js';
import { MixedLoad } from '../support/long-run/mixed-load.js';
import { Outcomes, REFUSED_BY_LOAD } from '../support/long-run/outcomes.js';
import { freePort, SupervisedHub } from '../support/long-run/supervised-hub.js';
import { WriteLedger } from '../support/long-run/write-ledger.js';
import { startNginx, testWithNginx } from '../support/front-proxy.js';

/** How often each hub is restarted. */
const ROUNDS = 3;
/** Readers with little patience, beside everybody else; more would try the machine, not the restart. */
const HURRIED = 4;
/** How long a start may take, in milliseconds. */
const START = 60_000;
/** Open at any time, over both hubs. */
const STREAMS = 4;
/** How long they wait before they ask again, in milliseconds. */
const PAUSE = 50;

const ends: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end();
});

/** Our example, with the addresses of this test and without TLS. */
async function siteFor(port: number, hubs: readonly SupervisedHub[]): Promise<string> {
  const example = await readFile('docs/examples/nginx.conf', 'utf8');
  return example
    .replaceAll(/127\.0\.0\.1:400(\d)/g, (_, one) => `127.0.0.1:${hubs[Number(one) - 1]!.port}`)
    .replaceAll(/^.*ssl_certificate.*$/gm, '')
    .replace('listen 443 ssl', `listen 127.0.0.1:${port}`);
}

/** Downloads again and again, each whole: with as many lines as the first one, which nothing disturbs. */
async function downloadUntil({ port, ending }: Run) {
  const failures: string[] = [];
  let [whole, lines] = [0, 0];
  while (!ending.aborted) {
    const path = '/exports/institutions.csv?asOf=2024-12-31';
    const text = await fetch(`http://127.0.0.1:${port}${path}`)
      .then((answer) => answer.text())
      .catch(String);
    const length = text.split('\n').length;
    // The first one has the header and more.
    if (lines === 0 && text.includes('DN-THPT-01')) lines = length;
    if (length === lines) whole += 1;
    else if (!text.includes(REFUSED_BY_LOAD)) failures.push(text.slice(0, 200));
    await pause(100);
  }
  return { whole, failures };
}

/** Streams that are opened again when they end: each begins with an answer, and ends as the protocol says. */
async function watchUntil({ port, ending }: Run, unit: string) {
  const failures: string[] = [];
  let opened = 0;
  const query = UnitProgressChangedDocument.toString();
  const watch = async () => {
    const answer = await fetch(`http://127.0.0.1:${port}/graphql/stream`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query, variables: { unit } }),
      signal: ending,
    });
    let [began, rest] = [false, ''];
    for await (const part of answer.body ?? []) {
      rest = (rest + Buffer.from(part).toString()).slice(-5000);
      began ||= rest.includes('event: next');
    }
    // A hub that stops may take it, and tell it at once to go elsewhere.
    if (answer.status !== 200 || !rest.includes('event: complete'))
      failures.push(`${answer.status}, ${began ? 'with' : 'without'} an answer: ${rest}`);
  };
  const one = async () => {
    while (!ending.aborted) {
      opened += 1;
      await watch().catch((error: unknown) => ending.aborted || failures.push(String(error)));
      await pause(50);
    }
  };
  await Promise.all(Array.from({ length: STREAMS }, one));
  return { opened, failures };
}

testWithNginx(
  'two hubs behind nginx are restarted one after the other under load, and no request fails',
  async () => {
    const directory = await mkdtemp(join(tmpdir(), 'hub-rolling-'));
    ends.push(() => rm(directory, { recursive: true, force: true }));
    const databaseUrl = await cloneDatabase('demo');
    const password = await seedAccounts(databaseUrl);
    const environment = {
      DATABASE_URL: databaseUrl,
      HUB_DATA_DIR: directory,
      HUB_SEED_DEMO: 'false',
      HUB_TRUST_PROXY: '127.0.0.1',
      HUB_RATE_LIMIT: '100000000',
    };
    const hubs = [];
    for (let number = 0; number < 2; number += 1) {
      const hub = new SupervisedHub(await freePort(), environment);
      ends.push(() => hub.stop(30_000));
      hub.start();
      hubs.push(hub);
    }
    for (const hub of hubs) await hub.untilReady(START);
    const port = await freePort();
    const endNginx = await startNginx(await siteFor(port, hubs), `http://127.0.0.1:${port}`);
    ends.push(() => endNginx());

    const ending = new AbortController();
    const [outcomes, ledger] = [new Outcomes(), new WriteLedger()];
    const run: Run = { port, password, outcomes, ledger, ending: ending.signal };
    const cast = await makeCast(run);
    const load = new MixedLoad(run, cast);
    const hurried = Array.from({ length: HURRIED }, async (_, number) => {
      const member = new Member(run);
      while (!ending.signal.aborted) {
        await member.ask('hurried', `{ frameworks { code } n${number}: __typename }`);
        await pause(PAUSE);
      }
      member.client.close();
    });
    const downloads = downloadUntil(run);
    const streams = watchUntil(run, cast.unit);
    const working = Promise.all([load.go(), ...hurried]);

    for (let round = 0; round < ROUNDS; round += 1)
      for (const hub of hubs) {
        await pause(2000);
        expect(await hub.signal('SIGTERM', 30_000)).not.toBeNull();
        await hub.untilReady(START);
      }
    ending.abort();
    await working;
    load.close();
    cast.sender.member.client.close();

    const told = {
      downloads: await downloads,
      streams: await streams,
      writes: ledger.count('done'),
    };
    const strange = (await endNginx()).split('\n').filter((line) => !/refused|^$/.test(line));
    process.stderr.write(
      `${strange.join('\n')}\n${JSON.stringify({ ...told, requests: outcomes.counts() })}\n`,
    );

    const failed = outcomes.unexcused([]).filter((one) => !one.includes(REFUSED_BY_LOAD));
    expect(failed).toEqual([]);
    expect(told.downloads).toMatchObject({ failures: [] });
    expect(told.streams).toMatchObject({ failures: [] });
    // Each stop ends the streams of its hub, of which there is one at least now and then.
    expect(told.streams.opened).toBeGreaterThan(STREAMS);
    expect(Math.min(told.downloads.whole, told.writes)).toBeGreaterThan(20);
    expect(hubs.map(({ lives }) => lives.length)).toEqual([ROUNDS + 1, ROUNDS + 1]);
    expect(ledger.unknown()).toEqual([]);
    expect(await onDatabase(databaseUrl, (client) => checkLedger(ledger, client))).toEqual({
      lost: [],
      doubled: [],
      unwanted: [],
      torn: [],
    });
  },
  20 * 60_000,
);
