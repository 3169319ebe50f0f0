/**
 * What ten years of data cost beside one: `npm run bench:years`. Two countries of 4,000 institutions
 * (`-- --institutions 400`), one with one round of reports and one with ten, each with answers, evidence, the trail,
 * the outbox and mails of all of them. Of every kind of reading and writing it tells how many pages of
 * 8 kB PostgreSQL touches and how long its statements take, medians of `--times` turns that ask of something else each,
 * and what ten rounds take of both beside one. What does not ask for more years should stay at 1.
 * `-- --directory DIR` keeps the countries for another run, which asks readings only (`--only R1,trail`): each
 * writing needs schools that have not written yet.
 * `-- --statements 1.5` shows the statements that touch that many times as many pages. At the end it tells
 * the bytes of each table for a row, and what `--country` institutions would come to with ten rounds.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { addAccount } from '../dist/src/accounts/account.service.js';
import { migrate } from '../dist/src/database/migrate.js';
import { startEmbeddedServer } from '../dist/src/embedded-postgres/server.js';
import { openOrm } from '../dist/src/tables.js';
import { REVIEWER } from './country.js';
import { fillDataset, LAST_ROUND } from './dataset.js';
import { addHistory } from './history.js';
import { readingsOf, writingsOf } from './years-questions.js';
import { measuredServer } from './measured-server.js';

const { values: options } = parseArgs({
  options: {
    institutions: { type: 'string', default: '4000' },
    times: { type: 'string', default: '9' },
    rounds: { type: 'string', default: '10' },
    statements: { type: 'string' },
    only: { type: 'string' },
    country: { type: 'string', default: '400000' },
    directory: { type: 'string' },
  },
});
const SIZE = Number(options.institutions);
const TIMES = Number(options.times);
const MANY = Number(options.rounds);
/** How many updates of the last round wait for a decision. */
const WAITING = 40;

const say = (line) => process.stdout.write(`${line}\n`);
const median = (values) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];

const directory = options.directory ?? (await mkdtemp(join(tmpdir(), 'edu-dx-hub-bench-years-')));
const postgres = await startCountingServer();
const admin = await openOrm(postgres.url);
const hubs = [];
try {
  for (const rounds of [1, MANY]) hubs.push(await startHub(rounds));
  say(
    `\n${cpus().length} × ${cpus()[0].model}, node ${process.version}, ${SIZE} institutions, load ${loadavg()[0].toFixed(1)}\n`,
  );
  say(`| what | pages: 1 round | ${MANY} rounds | ratio | ms: 1 round | ${MANY} rounds | ratio |`);
  say('| --- | ---: | ---: | ---: | ---: | ---: | ---: |');
  const readings = await readingsOf(SIZE);
  for (const question of [...readings, ...writingsOf(SIZE)])
    if (!options.only || options.only.split(',').some((part) => question.name.includes(part)))
      await compare(question);
  await tellSizes();
} finally {
  for (const hub of hubs) await hub.close();
  await admin.close(true);
  await postgres.stop();
  if (!options.directory) await rm(directory, { recursive: true, force: true });
}

/** An embedded PostgreSQL that counts the pages of each statement; it has to be started again for that. */
async function startCountingServer() {
  const first = await startEmbeddedServer({ directory, report: say });
  const orm = await openOrm(first.url);
  await orm.em.fork().execute(`alter system set shared_preload_libraries = 'pg_stat_statements'`);
  await orm.close(true);
  await first.stop();
  const second = await startEmbeddedServer({ directory, report: say });
  const counting = await openOrm(second.url);
  await counting.em.fork().execute('create extension if not exists pg_stat_statements');
  await counting.close(true);
  return second;
}

/** A hub on a country of its own, and who asks it. */
async function startHub(rounds) {
  const name = `years_${SIZE}_${rounds}`;
  const url = new URL(postgres.url);
  url.pathname = `/${name}`;
  const isThere = await admin.em
    .fork()
    .execute('select 1 from pg_database where datname = ?', [name]);
  if (isThere.length === 0) await admin.em.fork().execute(`create database ${name}`);
  const orm = await openOrm(url.toString());
  await migrate(orm);
  if (isThere.length === 0) await fill(orm, rounds);
  await orm.em.fork().execute('vacuum analyze');
  const server = await measuredServer(orm, directory, {
    now: () => new Date(`${LAST_ROUND}-11-01T03:00:00Z`),
  });
  const address = await server.listen({ port: 0, host: '127.0.0.1' });
  const tokens = new Map();
  return {
    name,
    rounds,
    rows: (statement, parameters = []) => orm.em.fork().execute(statement, parameters),
    get: async (path) => (await fetch(`${address}${path}`)).text(),
    ask: async (query, variables, email) => {
      if (email && !tokens.has(email)) tokens.set(email, await signIn(address, email));
      return post(address, { query, variables }, email && tokens.get(email));
    },
    close: async () => {
      await server.close();
      await orm.close(true);
    },
  };
}

async function fill(orm, rounds) {
  const started = performance.now();
  const em = orm.em.fork();
  await fillDataset(em, { institutions: SIZE, rounds, waiting: WAITING, answered: rounds });
  for (const who of ['reviewer', 'planner', 'operator'])
    await addAccount(
      em,
      { ...REVIEWER, email: `${who}@example.org`, name: who, grants: [] },
      new Date('2021-01-01T00:00:00Z'),
    );
  await em.fork().execute(
    `insert into account_grant (account_id, role, unit_id)
     select account.id, upper(account.name), unit.id
     from account left join administrative_unit as unit on unit.kind = 'PROVINCE'
       and account.name <> 'operator' and (account.name = 'reviewer' or unit.id = 1)
     where account.email = any(array['reviewer@example.org', 'planner@example.org', 'operator@example.org'])`,
  );
  await addHistory(orm.em.fork(), REVIEWER);
  const seconds = Math.round((performance.now() - started) / 1000);
  say(`${SIZE} institutions with ${rounds} rounds made in ${seconds} s`);
}

async function signIn(address, email) {
  const { sessionStart } = await post(address, {
    query: `mutation ($input: SessionStartInput!) { sessionStart(input: $input) { accessToken } }`,
    variables: { input: { email, password: REVIEWER.password } },
  });
  return sessionStart.accessToken;
}

async function post(address, body, token) {
  const response = await fetch(`${address}/graphql`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      ...(token && { authorization: `Bearer ${token}` }),
    },
    body: JSON.stringify(body),
  });
  const { data, errors } = await response.json();
  const refused = Object.values(data ?? {}).flatMap((each) => each?.userErrors ?? []);
  if (errors || refused.length > 0) throw new Error(JSON.stringify(errors ?? refused));
  return data;
}

/** Asks both hubs in turns; the first turn, in which statements are prepared and sign-ins happen, is not counted. */
async function compare({ name, ask }) {
  for (const hub of hubs) hub.turns = [];
  for (let turn = 0; turn <= TIMES; turn += 1)
    for (const hub of turn % 2 ? hubs : hubs.toReversed()) {
      const { step, turnsBack } = await prepared(ask, hub, turn);
      await forget(hub);
      await step();
      const statements = await touched(hub);
      await turnsBack?.();
      if (turn > 0) hub.turns.push(statements);
    }
  const [one, many] = hubs.map(({ turns }) => {
    const of = (key) =>
      median(turns.map((statements) => statements.reduce((sum, each) => sum + each[key], 0)));
    return { pages: of('pages'), ms: of('ms') };
  });
  const ratio = (key) => (many[key] / one[key]).toFixed(2);
  say(
    `| ${name} | ${one.pages} | ${many.pages} | ${ratio('pages')} | ${one.ms.toFixed(1)} | ${many.ms.toFixed(1)} | ${ratio('ms')} |`,
  );
  if (options.statements) tellStatements();
}

/** What comes before the step is not counted. */
async function prepared(ask, hub, turn) {
  const step = await ask(hub, turn);
  return typeof step === 'function' ? { step } : step;
}

async function forget({ name }) {
  await admin.em
    .fork()
    .execute(
      `select pg_stat_statements_reset(0, (select oid from pg_database where datname = ?), 0)`,
      [name],
    );
}

async function touched({ name }) {
  return admin.em.fork().execute(
    `select queryid::text as id, query, sum(shared_blks_hit + shared_blks_read)::float8 as pages,
       sum(total_exec_time)::float8 as ms
     from pg_stat_statements
     where dbid = (select oid from pg_database where datname = ?) group by 1, 2`,
    [name],
  );
}

/** The statements that grow, by what they touch in the middle turn. */
function tellStatements() {
  const [one, many] = hubs.map(({ turns }) => {
    const found = Map.groupBy(turns.flat(), ({ query }) => query);
    return new Map(
      found.entries().map(([query, each]) => [query, median(each.map(({ pages }) => pages))]),
    );
  });
  for (const [query, pages] of many)
    if (pages > 20 && pages > Number(options.statements) * (one.get(query) ?? 1))
      say(`    ${one.get(query) ?? 0} → ${pages}: ${query.replaceAll(/\s+/g, ' ').slice(0, 1500)}`);
}

/** The tables that grow with the years: rows, bytes of a row with its indexes, and a country with ten rounds. */
async function tellSizes() {
  const factor = (Number(options.country) / SIZE) * (10 / MANY);
  say(`\n| table | rows | bytes a row | of them indexes | ${options.country} × 10, GB |`);
  say('| --- | ---: | ---: | ---: | ---: |');
  const tables = await hubs.at(-1).rows(
    `select relname as name, n_live_tup::float8 as rows, pg_total_relation_size(relid)::float8 as bytes,
       pg_indexes_size(relid)::float8 as indexes
     from pg_stat_user_tables where n_live_tup >= ? order by 3 desc`,
    [SIZE],
  );
  let sum = 0;
  for (const { name, rows, bytes, indexes } of tables) {
    sum += (bytes * factor) / 1e9;
    const cells = [rows, Math.round(bytes / rows), Math.round(indexes / rows)];
    say(`| ${name} | ${cells.join(' | ')} | ${((bytes * factor) / 1e9).toFixed(1)} |`);
  }
  say(`| together |  |  |  | ${sum.toFixed(0)} |`);
}
