/**
 * What an approval costs at 40,000 institutions, as a multiple of what it costs at 400, and with three
 * frameworks and twelve indicators as a multiple of what it costs with the four pillars: through HTTP, the
 * hubs in turns on one PostgreSQL, the median of all.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { addAccount } from '../dist/src/accounts/account.service.js';
import { migrate } from '../dist/src/database/migrate.js';
import { startEmbeddedServer } from '../dist/src/embedded-postgres/server.js';
import { referenceFramework } from '../dist/seeds/reference/frameworks.js';
import { openOrm } from '../dist/src/tables.js';
import { fillDataset, LAST_ROUND } from './dataset.js';
import { measuredServer } from './measured-server.js';

const HUBS = [
  { institutions: 400, several: false },
  { institutions: 40_000, several: false },
  { institutions: 40_000, several: true },
];
const ROUNDS = 5;
const APPROVALS = 40;
const PASSWORD = 'a password for measuring';

const say = (line) => process.stdout.write(`${line}\n`);

const directory = await mkdtemp(join(tmpdir(), 'edu-dx-hub-bench-'));
const postgres = await startEmbeddedServer({ directory, report: say });
try {
  const hubs = [];
  for (const each of HUBS) hubs.push(await startHub(each));
  // The first round warms both up and is not counted.
  for (let round = 0; round <= ROUNDS; round += 1)
    for (const hub of hubs) await approveSome(hub, round === 0 ? null : hub.times);
  report(hubs);
  for (const hub of hubs) await hub.close();
} finally {
  await postgres.stop();
  await rm(directory, { recursive: true, force: true });
}

async function startHub({ institutions, several }) {
  const name = `bench_${institutions}_${several ? 'several' : 'one'}`;
  const admin = await openOrm(postgres.url);
  await admin.em.fork().execute(`create database ${name}`);
  await admin.close(true);
  const url = new URL(postgres.url);
  url.pathname = `/${name}`;
  const orm = await openOrm(url.toString());
  await migrate(orm);
  const em = orm.em.fork();
  const started = performance.now();
  const waiting = Math.min(institutions, (ROUNDS + 1) * APPROVALS);
  const frameworks = several ? await threeFrameworks() : undefined;
  await fillDataset(em, { institutions, rounds: 5, waiting, frameworks });
  say(`${institutions} institutions made in ${Math.round((performance.now() - started) / 1000)} s`);
  const email = 'reviewer@example.org';
  const account = { name: 'Reviewer', email, password: PASSWORD, grants: [] };
  const id = await addAccount(em, account, new Date());
  await em.fork().execute(
    `insert into account_grant (account_id, role, unit_id)
     select ?, 'REVIEWER', id from administrative_unit where kind = 'PROVINCE'`,
    [id],
  );
  const server = await measuredServer(orm, directory, {
    now: () => new Date(`${LAST_ROUND}-11-01T03:00:00Z`),
  });
  const address = await server.listen({ port: 0 });
  const ask = askerOf(address);
  const { sessionStart } = await ask(
    `mutation ($email: String!, $password: String!) {
      sessionStart(input: { email: $email, password: $password }) { accessToken } }`,
    { email, password: PASSWORD },
  );
  const signedIn = askerOf(address, sessionStart.accessToken);
  const waitingRows = await em.execute(`select id from status_update where state = 'SUBMITTED'`);
  return {
    name: several ? `${institutions}, three frameworks` : `${institutions}`,
    ask: signedIn,
    waiting: waitingRows.map((row) => row.id),
    times: [],
    close: async () => {
      await server.close();
      await orm.close(true);
    },
  };
}

/** The three reference frameworks, with two indicators more: of the hub, twelve in all. */
async function threeFrameworks() {
  const [pillars, levels, vocational] = await Promise.all(
    ['four-pillar', 'decision-4725-unconfirmed', 'vocational-illustrative'].map(referenceFramework),
  );
  const added = ['bench-1', 'bench-2'];
  const more = {
    ...levels,
    newIndicators: [
      ...levels.newIndicators,
      ...added.map((code) => ({
        code,
        name: { vi: code, en: code },
        group: 'GENERAL_EDUCATION',
      })),
    ],
    indicators: [
      ...levels.indicators,
      ...added.map((indicator) => ({ indicator, completedWhen: { section: '1', percent: 50 } })),
    ],
  };
  return [pillars, more, vocational];
}

function askerOf(address, token) {
  return async (query, variables) => {
    const response = await fetch(`${address}/graphql`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        ...(token && { authorization: `Bearer ${token}` }),
      },
      body: JSON.stringify({ query, variables }),
    });
    const { data, errors } = await response.json();
    if (errors) throw new Error(JSON.stringify(errors));
    return data;
  };
}

async function approveSome(hub, times) {
  for (let count = 0; count < APPROVALS; count += 1) {
    const id = Buffer.from(`StatusUpdate:${hub.waiting.shift()}`).toString('base64url');
    const started = performance.now();
    const { statusUpdateApprove } = await hub.ask(
      `mutation ($id: ID!) { statusUpdateApprove(input: { id: $id, version: 1 }) {
        statusUpdate { state } userErrors { code message } } }`,
      { id },
    );
    times?.push(performance.now() - started);
    if (statusUpdateApprove.statusUpdate?.state !== 'APPROVED')
      throw new Error(JSON.stringify(statusUpdateApprove));
  }
}

function report(hubs) {
  const rows = hubs.map(({ name, times }) => {
    const sorted = times.toSorted((a, b) => a - b);
    const at = (share) => sorted[Math.floor(share * (sorted.length - 1))];
    return { name, count: sorted.length, median: at(0.5), p95: at(0.95) };
  });
  say(`\n${cpus().length} × ${cpus()[0].model}, node ${process.version}`);
  say('             institutions  approvals  median ms  p95 ms');
  for (const { name, count, median, p95 } of rows)
    say(
      [
        name.padStart(25),
        String(count).padStart(9),
        median.toFixed(1).padStart(9),
        p95.toFixed(1).padStart(6),
      ].join('  '),
    );
  const [small, large, several] = rows;
  say(`at 40,000 institutions: ${(large.median / small.median).toFixed(2)} times as long`);
  say(`with three frameworks: ${(several.median / large.median).toFixed(2)} times as long`);
}
