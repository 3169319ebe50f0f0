/**
 * What the graph costs on data of a country's size, beside PostGraphile and beside SQL that builds the
 * JSON itself, on one database: in turns, over 16 connections, the median of the rounds. Everything
 * listens on loopback only.
 */
import { execFileSync, fork } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { startEmbeddedServer } from '../dist/src/embedded-postgres/server.js';
import { openCountry, REVIEWER, updatesWaiting } from './country.js';
import { load } from './load.js';
import { BARE_VALUES, HUB, POSTGRAPHILE } from './questions.js';

const { values: options } = parseArgs({
  options: {
    institutions: { type: 'string', default: '40000' },
    rounds: { type: 'string', default: '3' },
    seconds: { type: 'string', default: '3' },
    only: { type: 'string', default: 'R1,R2,R3,R4,R5,W1,SIZE,304' },
    modes: { type: 'string', default: 'cold,warm' },
    // Where PostgreSQL keeps the country for the next run; left out, it is made anew and removed.
    directory: { type: 'string' },
  },
});
const LARGE = Number(options.institutions);
const SMALL = LARGE / 10;
const ROUNDS = Number(options.rounds);
const SECONDS = Number(options.seconds);
const APPROVALS = 160;
/** The fewest requests of one measurement: each of the 16 connections sends two. */
const LEAST = 32;
const only = options.only.split(',');

/** How `npm start` runs the hub. */
const { scripts } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'));
const HUB_FLAGS = scripts.start.split(' ').filter((word) => word.startsWith('--'));

const say = (line) => process.stdout.write(`${line}\n`);
const median = (values) => values.toSorted((a, b) => a - b)[Math.floor((values.length - 1) / 2)];

const directory = options.directory ?? (await mkdtemp(join(tmpdir(), 'edu-dx-hub-bench-')));
const postgres = process.env.DATABASE_URL
  ? { url: process.env.DATABASE_URL, stop: async () => undefined }
  : await startEmbeddedServer({ directory, report: say });
const servers = [];
try {
  const waiting = (ROUNDS + 1) * APPROVALS;
  const large = await openCountry(postgres.url, LARGE, waiting, say);
  const small = await openCountry(postgres.url, SMALL, waiting, say);
  const hub = await start('hub', 'hub', large, directory);
  const postgraphile = await start('PostGraphile', 'postgraphile', large);
  const bare = await start('bare SQL', 'bare', large);
  say(machine());
  await reads([hub, postgraphile, bare]);
  if (only.includes('SIZE')) await sizes(hub, await start('hub small', 'hub', small, directory));
  if (only.includes('304')) await conditional([hub, bare]);
  if (only.includes('W1')) await approvals(hub, large);
  say(`load of the machine at the end: ${loadavg()[0].toFixed(1)}`);
} finally {
  for (const { child } of servers) child.disconnect();
  await postgres.stop();
  if (!options.directory) await rm(directory, { recursive: true, force: true });
}

/** A server in a process of its own, so that its memory and its processor time are its own. */
async function start(name, file, ...parameters) {
  const child = fork(new URL(`servers/${file}.js`, import.meta.url), parameters, {
    execArgv: file === 'hub' ? HUB_FLAGS : [],
    env: { ...process.env, NODE_ENV: 'production', GRAPHILE_ENV: 'production' },
  });
  child.once('exit', (code) => {
    if (code) throw new Error(`${name} ended with ${code}`);
  });
  const [{ address }] = await once(child, 'message');
  const server = { name, file, address, child };
  servers.push(server);
  return server;
}

async function costsOf({ child }) {
  child.send('costs');
  const [costs] = await once(child, 'message');
  return costs;
}

/** One measurement, with what it cost the server. */
async function measure(server, request) {
  const before = await costsOf(server);
  const result = await load({ address: server.address, ...request });
  const after = await costsOf(server);
  return {
    ...result,
    cpuMilliseconds: (after.cpuMicroseconds - before.cpuMicroseconds) / 1000 / result.count,
    megabytes: after.memoryBytes / 2 ** 20,
  };
}

/** How a server is asked a question; warm, it is always the same turn. */
function asking(server, question, warm, size) {
  const turnOf = (turn) => (warm ? 0 : turn);
  if (server.file === 'bare')
    return {
      path: '/',
      bodyOf: (turn) =>
        JSON.stringify({ name: question, values: BARE_VALUES[question](turnOf(turn), size) }),
    };
  const { query, variables } = (server.file === 'hub' ? HUB : POSTGRAPHILE)[question];
  return {
    path: '/graphql',
    bodyOf: (turn) => JSON.stringify({ query, variables: variables(turnOf(turn), size) }),
  };
}

/** All servers in turns; of each figure the median of the rounds. */
async function inTurns(contestants) {
  const figures = contestants.map(() => []);
  // The first two rounds warm up and tell how many requests take about the time given: a number and not
  // a time, so that every request is answered before the next server's turn.
  const amounts = contestants.map(() => LEAST);
  for (let round = -2; round < ROUNDS; round += 1)
    for (const [index, contestant] of contestants.entries()) {
      const figure = await contestant(amounts[index]);
      if (round < 0) amounts[index] = Math.max(LEAST, Math.round(figure.perSecond * SECONDS));
      else figures[index].push(figure);
    }
  return figures.map((rounds) =>
    Object.fromEntries(
      Object.keys(rounds[0]).map((key) => [key, median(rounds.map((round) => round[key]))]),
    ),
  );
}

async function reads(contestants) {
  say('\n| question | variables | server | per second | hub is | p50 ms | p99 ms | CPU ms | MB |');
  say('| --- | --- | --- | ---: | ---: | ---: | ---: | ---: | ---: |');
  for (const question of Object.keys(HUB).filter((name) => only.includes(name)))
    for (const mode of options.modes.split(',')) {
      const figures = await inTurns(
        contestants.map(
          (server) => (amount) =>
            measure(server, { ...asking(server, question, mode === 'warm', LARGE), amount }),
        ),
      );
      for (const [index, figure] of figures.entries())
        row([question, mode, contestants[index].name], figures[0].perSecond, figure);
    }
}

/** The hub's time for R3 at the whole size and at a tenth of it. */
async function sizes(large, small) {
  const [at, tenth] = await inTurns(
    [
      [large, LARGE],
      [small, SMALL],
    ].map(
      ([server, size]) =>
        (amount) =>
          measure(server, { ...asking(server, 'R3', false, size), amount }),
    ),
  );
  const ratio = (tenth.perSecond / at.perSecond).toFixed(2);
  say(`\nR3 takes ${ratio} times as long at ${LARGE} institutions as at ${SMALL}`);
}

/** A question that the asker has the answer of already. */
async function conditional([hub, bare]) {
  const { query, variables } = HUB.R1;
  const asked = new URLSearchParams({ query, variables: JSON.stringify(variables(0, LARGE)) });
  const path = `/graphql?${asked}`;
  const headers = { 'apollo-require-preflight': 'true' };
  const first = await fetch(`${hub.address}${path}`, { headers });
  const etag = first.headers.get('etag');
  const again =
    etag &&
    (await fetch(`${hub.address}${path}`, { headers: { ...headers, 'if-none-match': etag } }));
  if (again?.status !== 304) {
    say(`\nA conditional GET is answered ${again?.status ?? `${first.status} without an ETag`}.`);
    return;
  }
  const request = { expected: 304, headers: { ...headers, 'if-none-match': etag } };
  const figures = await inTurns([
    (amount) => measure(hub, { ...request, path, amount }),
    (amount) => measure(bare, { ...request, path: '/', amount }),
  ]);
  for (const [index, figure] of figures.entries())
    row(['304', 'conditional', [hub, bare][index].name], figures[0].perSecond, figure);
}

/** Approvals, each of another update. */
async function approvals(hub, url) {
  const waiting = await updatesWaiting(url);
  const possible = Math.floor(waiting.length / APPROVALS);
  if (possible === 0) {
    say('\nW1: no update waits any more; remove the folder to measure approvals again.');
    return;
  }
  const session = await fetch(`${hub.address}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      query: `mutation ($email: String!, $password: String!) {
        sessionStart(input: { email: $email, password: $password }) { accessToken } }`,
      variables: REVIEWER,
    }),
  });
  const { data } = await session.json();
  const query = `mutation ($id: ID!) { statusUpdateApprove(input: { id: $id, version: 1 }) {
    statusUpdate { state } userErrors { code message } } }`;
  const rounds = [];
  for (let round = 0; round < Math.min(possible, ROUNDS); round += 1)
    rounds.push(
      await measure(hub, {
        path: '/graphql',
        headers: { authorization: `Bearer ${data.sessionStart.accessToken}` },
        amount: APPROVALS,
        bodyOf: () => JSON.stringify({ query, variables: { id: waiting.shift() } }),
      }),
    );
  row(['W1', 'cold', 'hub'], null, rounds[Math.floor((rounds.length - 1) / 2)]);
}

function row(names, hubPerSecond, { perSecond, p50, p99, cpuMilliseconds, megabytes }) {
  const ratio = hubPerSecond === null ? '' : (hubPerSecond / perSecond).toFixed(2);
  say(
    `| ${[...names, perSecond.toFixed(perSecond < 10 ? 2 : 0), ratio, p50, p99, cpuMilliseconds.toFixed(2), megabytes.toFixed(0)].join(' | ')} |`,
  );
}

function machine() {
  const commit = execFileSync('git', ['rev-parse', '--short', 'HEAD'], { encoding: 'utf8' }).trim();
  return `${cpus().length} × ${cpus()[0].model}, node ${process.version}, commit ${commit}, ${LARGE} institutions, load ${loadavg()[0].toFixed(1)}`;
}
