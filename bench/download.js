/**
 * What a download of all institutions takes of memory, at 4,000 and at 40,000 of them, in a hub that
 * does nothing else: how far its resident set rises, at full speed and while the reader stops in the
 * middle; and how far what is left of the heap after collections does, which V8's generosity with
 * memory that it has does not blur. Then what it takes of the processor in each encoding and form, the
 * threads that compress included, against the same file as it is. `npm run build && node bench/download.js`;
 * with `--processor` only the last, at 4,000.
 */
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { get } from 'node:http';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { setInterval } from 'node:timers';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { migrate } from '../dist/src/database/migrate.js';
import { startEmbeddedServer } from '../dist/src/embedded-postgres/server.js';
import { openOrm } from '../dist/src/tables.js';
import { fillDataset, LAST_ROUND } from './dataset.js';
import { measuredServer } from './measured-server.js';

const onlyProcessor = process.argv.includes('--processor');
const SIZES = onlyProcessor ? [4_000] : [4_000, 40_000];
const FILES = ['institutions.csv', 'institutions.jsonl'];
/** How many rows a hub has written before it is measured: by then V8 holds what it is going to. */
const WARM = 80_000;
/** How long the slow reader stops in the middle, in milliseconds. */
const PAUSE = 3_000;
/** What is read for the processor, each so many times, in turns. */
const TEXTS = ['institutions.csv', 'institutions.jsonl', 'progress.csv', 'progress.json'];
const FORMS = ['institutions.xlsx', 'institutions.parquet', 'progress.xlsx', 'progress.parquet'];
const ENCODINGS = ['identity', 'gzip', 'br'];
const TIMES = 3;

const say = (line) => process.stdout.write(`${line}\n`);
const [, script, databaseUrl, directory] = process.argv.filter((each) => each !== '--processor');

if (databaseUrl) await serve();
else await measureAll();

/** The hub alone in its process, which says how much memory it takes when it is asked. */
async function serve() {
  const server = await measuredServer(await openOrm(databaseUrl), directory, {
    now: () => new Date(`${LAST_ROUND}-11-01T03:00:00Z`),
  });
  const address = await server.listen({ port: 0 });
  const held = {
    resident: () => process.memoryUsage.rss(),
    live: () => {
      globalThis.gc();
      return process.memoryUsage().heapUsed;
    },
  };
  let [kind, before, peak] = ['resident', 0, 0];
  process.on('message', (begin) => {
    if (begin) {
      kind = begin;
      before = peak = held[kind]();
    }
    const { user, system } = process.cpuUsage();
    process.send({ before, peak, processor: (user + system) / 1000 });
  });
  process.send(address);
  setInterval(() => (peak = Math.max(peak, held[kind]())), 200);
}

async function measureAll() {
  const folder = await mkdtemp(join(tmpdir(), 'edu-dx-hub-bench-'));
  const postgres = await startEmbeddedServer({ directory: folder, report: say });
  const hubs = [];
  try {
    for (const size of SIZES) hubs.push(await startHub(postgres.url, folder, size));
    for (const hub of hubs)
      for (let rows = 0; rows < WARM; rows += hub.institutions) await read(hub, FILES[0], 0);
    say(`\n${cpus().length} × ${cpus()[0].model}, node ${process.version}`);
    if (onlyProcessor) return await measureProcessor(hubs[0]);
    say('file                institutions     MB       s  stops  what      MB before  growth');
    const ways = [
      ['resident', 0],
      ['resident', PAUSE],
      ['live', 0],
    ];
    for (const file of FILES)
      for (const [kind, pause] of ways)
        for (const hub of hubs)
          report(file, hub, kind, pause, await measure(hub, file, kind, pause));
    await measureProcessor(hubs[0]);
  } finally {
    for (const { child } of hubs) child.kill();
    await postgres.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

/** How long the processor works for each way of reading a file, in milliseconds; the least of all turns. */
async function measureProcessor(hub) {
  const ways = [
    ...TEXTS.flatMap((file) => ENCODINGS.map((encoding) => ({ file, encoding }))),
    ...FORMS.map((file) => ({ file, encoding: 'identity' })),
  ];
  const least = new Map(ways.map((way) => [way, { spent: Infinity, bytes: 0 }]));
  for (let turn = 0; turn < TIMES; turn += 1)
    for (const way of ways) {
      const { processor: before } = await ask(hub, null);
      const bytes = await read(hub, way.file, 0, way.encoding);
      const { processor: after } = await ask(hub, null);
      if (after - before < least.get(way).spent) least.set(way, { spent: after - before, bytes });
    }
  say(
    `\n${hub.institutions} institutions\nfile                  encoding      kB   CPU ms  × plain or csv`,
  );
  for (const [{ file, encoding }, { spent, bytes }] of least) {
    const base = FORMS.includes(file) ? file.replace(/\..*/, '.csv') : file;
    const plain = ways.find((way) => way.file === base && way.encoding === 'identity');
    const ratio = (spent / least.get(plain).spent).toFixed(2);
    const cells = [
      file.padEnd(20),
      encoding.padEnd(8),
      (bytes / 1000).toFixed(0).padStart(6),
      spent.toFixed(0).padStart(7),
      ratio.padStart(5),
    ];
    say(cells.join('  '));
  }
}

async function startHub(server, folder, institutions) {
  const name = `bench_${institutions}`;
  const admin = await openOrm(server);
  await admin.em.fork().execute(`create database ${name}`);
  await admin.close(true);
  const url = new URL(server);
  url.pathname = `/${name}`;
  const orm = await openOrm(url.toString());
  await migrate(orm);
  await fillDataset(orm.em.fork(), { institutions, rounds: 5, waiting: 0 });
  await orm.close(true);
  const child = fork(script ?? fileURLToPath(import.meta.url), [url.toString(), folder], {
    execArgv: ['--expose-gc'],
  });
  const [address] = await once(child, 'message');
  return { institutions, child, address };
}

/** What one download takes above what the hub held before. */
async function measure(hub, file, kind, pause) {
  await ask(hub, kind);
  const started = performance.now();
  const bytes = await read(hub, file, pause);
  const seconds = (performance.now() - started) / 1000;
  const { before, peak } = await ask(hub, null);
  return { bytes, seconds, before, growth: peak - before };
}

/** Begins to measure what the hub holds of a kind; without a kind it only asks. */
async function ask({ child }, kind) {
  const answer = once(child, 'message');
  child.send(kind ?? '');
  const [memory] = await answer;
  return memory;
}

/** Reads a file and forgets it; with a pause, the reader takes nothing for so long after a while. */
async function read({ address }, path, pause, encoding = 'identity') {
  const headers = { 'accept-encoding': encoding };
  const [response] = await once(get(`${address}/exports/${path}`, { headers }), 'response');
  if (response.statusCode !== 200) throw new Error(`${path}: ${response.statusCode}`);
  let bytes = 0;
  let paused = pause === 0;
  for await (const chunk of response) {
    bytes += chunk.length;
    if (paused || bytes < 500_000) continue;
    paused = true;
    await setTimeout(pause);
  }
  return bytes;
}

function report(file, { institutions }, kind, pause, { bytes, seconds, before, growth }) {
  const megabytes = (count) => (count / 1e6).toFixed(1);
  say(
    [
      file.padEnd(18),
      String(institutions).padStart(12),
      megabytes(bytes).padStart(5),
      seconds.toFixed(1).padStart(6),
      (pause === 0 ? 'no' : `${pause / 1000} s`).padStart(5),
      kind.padEnd(8),
      megabytes(before).padStart(9),
      megabytes(growth).padStart(6),
    ].join('  '),
  );
}
