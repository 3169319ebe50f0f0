/**
 * The same questions to several hubs in turns: this hub with its plans, with graphql-jit and with graphql
 * alone on one database, with `--service` this hub as a role that owns nothing there, with `--traces` this hub
 * telling every request to a collector that forgets it, and with `--with FOLDER`
 * the hub of another checkout on a database of its own, made by its own bench. What counts is the processor
 * time of a request, because other work on the machine moves every wall clock: the medians of the rounds, and
 * the median of the ratios within each round.
 */
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { startEmbeddedServer } from '../dist/src/embedded-postgres/server.js';
import { asService, openCountry } from './country.js';
import { load } from './load.js';
import { HUB } from './questions.js';

const { values: options } = parseArgs({
  options: {
    institutions: { type: 'string', default: '4000' },
    rounds: { type: 'string', default: '5' },
    // Of the heaviest question; of the others as many as take about as long.
    amount: { type: 'string', default: '150' },
    only: { type: 'string', default: 'R1,R2,R3,R4,R5,warm,304' },
    answering: { type: 'string', default: 'graphql-jit,graphql' },
    with: { type: 'string' },
    // Beside it the same hub as a role that the policies of the database hold for.
    service: { type: 'boolean', default: false },
    // Beside it the same hub with a trace of every request.
    traces: { type: 'boolean', default: false },
    directory: { type: 'string' },
  },
});
const SIZE = Number(options.institutions);
const ROUNDS = Number(options.rounds);
const AMOUNT = Number(options.amount);
/** How many requests take about as long as one of R4. */
const LIGHTER = { R1: 10, R2: 2, R3: 4, R4: 1, R5: 4 };
const only = options.only.split(',');
const { scripts } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'));
const HUB_FLAGS = scripts.start.split(' ').filter((word) => word.startsWith('--'));

const say = (line) => process.stdout.write(`${line}\n`);
const median = (values) => values.toSorted((a, b) => a - b)[Math.floor((values.length - 1) / 2)];

const directory = options.directory ?? (await mkdtemp(join(tmpdir(), 'edu-dx-hub-compare-')));
const postgres = await startEmbeddedServer({ directory, report: say });
const elsewhere = options.with
  ? await startEmbeddedServer({ directory: join(directory, 'other'), report: say })
  : null;
const hubs = [];
try {
  const url = await openCountry(postgres.url, SIZE, 0, say);
  const here = new URL('.', import.meta.url);
  hubs.push(await start('this hub', here, [url, directory]));
  for (const way of options.answering.split(',').filter(Boolean))
    hubs.push(await start(way, here, [url, directory, way]));
  if (options.service)
    hubs.push(await start('as the service role', here, [await asService(url), directory]));
  if (options.traces) {
    const forgetful = createServer((request, reply) =>
      request.resume().on('end', () => reply.end()),
    );
    await once(forgetful.listen(0, '127.0.0.1').unref(), 'listening');
    const OTEL_EXPORTER_OTLP_ENDPOINT = `http://127.0.0.1:${forgetful.address().port}`;
    hubs.push(await start('with traces', here, [url, directory], { OTEL_EXPORTER_OTLP_ENDPOINT }));
  }
  if (options.with) {
    const there = pathToFileURL(join(resolve(options.with), 'bench/'));
    const other = await import(new URL('country.js', there));
    const otherUrl = await other.openCountry(elsewhere.url, SIZE, 0, say);
    hubs.push(await start('the other hub', there, [otherUrl, directory]));
  }
  say(`node ${process.version}, ${SIZE} institutions, ${ROUNDS} rounds of ${AMOUNT} requests\n`);
  say('| question | hub | CPU ms | × this hub | a second | × this hub | MB |');
  say('| --- | --- | ---: | ---: | ---: | ---: | ---: |');
  for (const name of Object.keys(HUB).filter((each) => only.includes(each)))
    await compare(name, (hub) => ({ amount: LIGHTER[name] * AMOUNT, ...cold(hub, name) }));
  if (only.includes('warm'))
    await compare('R1 warm', () => ({
      amount: 20 * AMOUNT,
      path: '/graphql',
      bodyOf: () => bodyOf('R1', 0),
    }));
  if (only.includes('304')) await compare('304', conditional);
} finally {
  for (const { child } of hubs) child.disconnect();
  await postgres.stop();
  await elsewhere?.stop();
  if (!options.directory) await rm(directory, { recursive: true, force: true });
}

async function start(name, folder, parameters, settings = {}) {
  const child = fork(new URL('servers/hub.js', folder), parameters, {
    execArgv: HUB_FLAGS,
    env: { ...process.env, ...settings, NODE_ENV: 'production' },
  });
  child.once('exit', (code) => {
    if (code) throw new Error(`${name} ended with ${code}`);
  });
  const [{ address }] = await once(child, 'message');
  return { name, address, child, turn: 0 };
}

function bodyOf(name, turn) {
  const { query, variables } = HUB[name];
  return JSON.stringify({ query, variables: variables(turn, SIZE) });
}

/** Every hub is asked the same questions, none of them twice. */
function cold(hub, name) {
  return { path: '/graphql', bodyOf: () => bodyOf(name, hub.turn++) };
}

async function conditional({ address }) {
  const { query, variables } = HUB.R1;
  const asked = new URLSearchParams({ query, variables: JSON.stringify(variables(0, SIZE)) });
  const path = `/graphql?${asked}`;
  const first = await fetch(`${address}${path}`);
  const headers = { 'if-none-match': first.headers.get('etag') };
  await first.text();
  return { amount: 20 * AMOUNT, path, headers, expected: 304 };
}

async function costsOf({ child }) {
  child.send('costs');
  const [costs] = await once(child, 'message');
  return costs;
}

async function compare(name, requestOf) {
  const figures = hubs.map(() => []);
  // The first two rounds warm up.
  for (let round = -2; round < ROUNDS; round += 1)
    for (const [index, hub] of hubs.entries()) {
      const request = await requestOf(hub);
      const before = await costsOf(hub);
      const { count, perSecond } = await load({ address: hub.address, ...request });
      const after = await costsOf(hub);
      const cpu = (after.cpuMicroseconds - before.cpuMicroseconds) / 1000 / count;
      if (round >= 0) figures[index].push({ cpu, perSecond, bytes: after.memoryBytes });
    }
  for (const [index, rounds] of figures.entries()) {
    const of = (key) => median(rounds.map((each) => each[key]));
    const ratioOf = (key) =>
      median(rounds.map((each, round) => each[key] / figures[0][round][key])).toFixed(2);
    say(
      `| ${name} | ${hubs[index].name} | ${of('cpu').toFixed(3)} | ${ratioOf('cpu')} | ${of('perSecond').toFixed(0)} | ${ratioOf('perSecond')} | ${(of('bytes') / 2 ** 20).toFixed(0)} |`,
    );
  }
}
