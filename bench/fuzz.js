/**
 * How long the hub takes for the slowest of 10,000 documents made from the schema and 10,000 broken
 * bodies: those of `test/fuzz.test.ts`, one after another, on the demo.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { seedDemoAccounts } from '../dist/seeds/demo/accounts.js';
import { seedDemo } from '../dist/seeds/demo/demo.js';
import { migrate } from '../dist/src/database/migrate.js';
import { startEmbeddedServer } from '../dist/src/embedded-postgres/server.js';
import { buildSchema } from '../dist/src/graph.js';
import { openOrm } from '../dist/src/tables.js';
import { brokenBodies, COUNT, documents, requestsOf, SEED } from '../test/support/fuzz.ts';
import { measuredServer } from './measured-server.js';

const PASSWORD = 'a password for measuring';
const WARM_UP = 500;

/** In milliseconds; what the hub promises. */
const MOST = 500;

const say = (line) => process.stdout.write(`${line}\n`);

const directory = await mkdtemp(join(tmpdir(), 'edu-dx-hub-bench-'));
const postgres = await startEmbeddedServer({ directory, report: say, durable: false });
try {
  const orm = await openOrm(postgres.url);
  await migrate(orm);
  const em = orm.em.fork();
  await seedDemo(em, '2026-11-23');
  await seedDemoAccounts(em, PASSWORD, new Date('2026-01-01'));
  const server = await measuredServer(orm, directory, { cacheMegabytes: 8 });
  const askers = [{}, {}, {}];
  for (const name of ['operator', 'planner', 'reviewer']) askers.push(await signIn(server, name));
  const made = documents(await buildSchema(), askers);
  for (const sent of requestsOf(made, SEED + 1, WARM_UP)) await server.inject(sent);
  say(`${cpus().length} × ${cpus()[0].model}, node ${process.version}`);
  await measure('documents', server, requestsOf(made, SEED, COUNT));
  await measure('broken bodies', server, requestsOf(brokenBodies, SEED, COUNT));
  await server.close();
  await orm.close(true);
} finally {
  await postgres.stop();
  await rm(directory, { recursive: true, force: true });
}

async function signIn(server, name) {
  const answer = await server.inject({
    method: 'POST',
    url: '/graphql',
    payload: {
      query: `mutation ($email: String!, $password: String!) {
        sessionStart(input: { email: $email, password: $password }) { accessToken } }`,
      variables: { email: `${name}@demo.example`, password: PASSWORD },
    },
  });
  return { authorization: `Bearer ${answer.json().data.sessionStart.accessToken}` };
}

async function measure(what, server, requests) {
  const times = [];
  for (const sent of requests) {
    const started = performance.now();
    await server.inject(sent);
    times.push({ took: performance.now() - started, sent });
  }
  times.sort((one, other) => one.took - other.took);
  const at = (share) => times[Math.floor(share * (times.length - 1))].took.toFixed(1);
  const over = times.filter(({ took }) => took > MOST);
  say(`\n${times.length} ${what}: median ${at(0.5)} ms, p99 ${at(0.99)} ms, slowest ${at(1)} ms`);
  say(`over ${MOST} ms: ${over.length}`);
  for (const { took, sent } of times.slice(-3).toReversed())
    say(`  ${took.toFixed(1)} ms  ${String(sent.payload ?? sent.url).slice(0, 200)}`);
}
