/**
 * The evening on which a round is due: schools sign in, save, and hand in, 50 at once, reviewers approve,
 * and the public reads beside them. With `--with FOLDER` the hub of another checkout does the same in turns, on a database of its
 * own that its own bench makes. Told are the medians of the rounds, and of the ratios within each round.
 */
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { Agent, request } from 'node:http';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { json } from 'node:stream/consumers';
import { setTimeout as pause } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { startEmbeddedServer } from '../dist/src/embedded-postgres/server.js';
import { openOrm } from '../dist/src/tables.js';
import { ANSWERS, NEED_EVIDENCE } from './answers.js';
import { REVIEWER } from './country.js';
import { LAST_ROUND } from './dataset.js';
import { HUB } from './questions.js';

const { values: options } = parseArgs({
  options: {
    institutions: { type: 'string', default: '4000' },
    schools: { type: 'string', default: '150' },
    rounds: { type: 'string', default: '3' },
    with: { type: 'string' },
    directory: { type: 'string' },
  },
});
const SIZE = Number(options.institutions);
const SCHOOLS = Number(options.schools);
const ROUNDS = Number(options.rounds);
const AT_ONCE = 50;
/** How many reviewers approve at once. */
const REVIEWERS = 16;
/** How often a school saves; the first time everything. */
const SAVES = 4;
const READERS = 4;
/** Between two questions of a reader, in milliseconds. */
const READS_EVERY = 100;

const DOCUMENTS = {
  'sign-in': `mutation ($input: SessionStartInput!) { sessionStart(input: $input) {
    accessToken viewer { name grants { role institution { id name } } } userErrors { code message } } }`,
  save: `mutation ($input: StatusUpdateSaveInput!) { statusUpdateSave(input: $input) {
    statusUpdate { id version state } userErrors { code message } } }`,
  link: `mutation ($input: EvidenceLinkAddInput!) { evidenceLinkAdd(input: $input) {
    evidence { id } userErrors { code message } } }`,
  submit: `mutation ($input: StatusUpdateSubmitInput!) { statusUpdateSubmit(input: $input) {
    statusUpdate { id version state } userErrors { code message } } }`,
  approve: `mutation ($input: StatusUpdateApproveInput!) { statusUpdateApprove(input: $input) {
    statusUpdate { state } userErrors { code message } } }`,
};
const KINDS = [...Object.keys(DOCUMENTS), 'read'];
const { scripts } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'));
const HUB_FLAGS = scripts.start.split(' ').filter((word) => word.startsWith('--'));

const say = (line) => process.stdout.write(`${line}\n`);
const at = (share, values) =>
  values.toSorted((a, b) => a - b)[Math.floor(share * (values.length - 1))];
const median = (values) => at(0.5, values);

const directory = options.directory ?? (await mkdtemp(join(tmpdir(), 'edu-dx-hub-evening-')));
const servers = [];
const hubs = [];
try {
  await add('this hub', new URL('.', import.meta.url), directory);
  if (options.with)
    await add(
      'the other hub',
      pathToFileURL(join(resolve(options.with), 'bench/')),
      join(directory, 'other'),
    );
  say(
    `${cpus().length} × ${cpus()[0].model}, node ${process.version}, ${SIZE} institutions, ${SCHOOLS} schools, load ${loadavg()[0].toFixed(1)}\n`,
  );
  // The first round warms up.
  for (let round = 0; round <= ROUNDS; round += 1)
    for (const hub of round % 2 ? hubs.toReversed() : hubs) {
      const figures = await evening(hub, round);
      if (round > 0) hub.rounds.push(figures);
    }
  tell();
} finally {
  for (const { child } of hubs) child.disconnect();
  for (const server of servers) await server.stop();
  if (!options.directory) await rm(directory, { recursive: true, force: true });
}

async function add(name, bench, folder) {
  const postgres = await startEmbeddedServer({ directory: folder, report: say });
  servers.push(postgres);
  const country = await import(new URL('country.js', bench));
  const url = await country.openCountry(postgres.url, SIZE, 0, say);
  const child = fork(new URL('servers/hub.js', bench), [url, folder], {
    execArgv: HUB_FLAGS,
    env: { ...process.env, NODE_ENV: 'production' },
  });
  child.once('exit', (code) => {
    if (code) throw new Error(`${name} ended with ${code}`);
  });
  const [{ address }] = await once(child, 'message');
  hubs.push({
    name,
    url,
    child,
    address,
    rounds: [],
    turn: 0,
    agent: new Agent({ keepAlive: true }),
  });
}

/** Schools that have not begun, each with somebody who reports for it with the reviewer's password. */
async function addSchools({ url }, round) {
  const orm = await openOrm(url);
  const rows = await orm.em.fork().execute(
    `with added as (
       insert into institution (code, source_status)
       select 'EVENING-' || ?::text || '-' || at, 'ILLUSTRATIVE' from generate_series(1, ?) as at
       returning id, code
     ), coded as (
       insert into institution_code (institution_id, system, code, recorded_at)
       select id, 'HUB', code, '2021-01-01' from added
     ), unit as (
       select id, path from administrative_unit where kind = 'COMMUNE' order by id limit 1
     ), placed as (
       insert into institution_period (institution_id, name, search_name, kind, levels, ownership,
         unit_id, settled, origin, recorded_at)
       select added.id, 'Trường ' || added.code, 'truong ' || added.code, 'UPPER_SECONDARY_SCHOOL',
         array['UPPER_SECONDARY'], 'PUBLIC', unit.id, true, 'RECORDED', '2021-01-01'
       from added, unit
     ), account as (
       insert into account (name, search_name, email, password_hash, created_at)
       select added.code, lower(added.code), lower(added.code) || '@evening.example',
         model.password_hash, model.created_at
       from added, account as model where model.email = ?
       returning id, email, name
     ), granted as (
       insert into account_grant (account_id, role, institution_id)
       select account.id, 'SCHOOL_ADMIN', added.id from account join added on added.code = account.name
     )
     select added.id, account.email, round.id as round
     from account join added on added.code = account.name, unit
     join reporting_round as round on round.unit_id = unit.path[1] and round.code = ?`,
    [round, SCHOOLS, REVIEWER.email, String(LAST_ROUND)],
  );
  await orm.em.fork().execute('analyze');
  await orm.close(true);
  const idOf = (type, id) => Buffer.from(`${type}:${id}`).toString('base64url');
  return rows.map(({ id, email, round: its }) => ({
    email,
    institution: idOf('Institution', id),
    round: idOf('ReportingRound', its),
  }));
}

async function evening(hub, round) {
  const schools = await addSchools(hub, round);
  // The hub has closed what was open for long.
  hub.agent = new Agent({ keepAlive: true });
  const times = Object.fromEntries(KINDS.map((kind) => [kind, []]));
  const rates = {};
  const costs = {};
  const phase = async (kind, count, step, atOnce = AT_ONCE) => {
    const before = await processorOf(hub);
    const began = performance.now();
    for (let turn = 0; turn < count; turn += 1)
      await together(schools, atOnce, (each) => step(each, turn));
    rates[kind] = (1000 * times[kind].length) / (performance.now() - began);
    costs[kind] = ((await processorOf(hub)) - before) / times[kind].length;
  };
  const ask = async (kind, input, token) => {
    const began = performance.now();
    const body = await post(hub, { query: DOCUMENTS[kind], variables: { input } }, token);
    times[kind].push(performance.now() - began);
    const [payload] = Object.values(body.data ?? {});
    if (!payload || payload.userErrors.length > 0) throw new Error(JSON.stringify(body));
    return payload;
  };
  let isOver = false;
  const readers = Array.from({ length: READERS }, async () => {
    while (!isOver) {
      const began = performance.now();
      const { query, variables } = HUB.R1;
      await post(hub, { query, variables: variables(hub.turn++, SIZE) });
      times.read.push(performance.now() - began);
      await pause(READS_EVERY);
    }
  });
  await phase('sign-in', 1, async (school) => {
    const { email } = school;
    school.token = (await ask('sign-in', { email, password: REVIEWER.password })).accessToken;
  });
  await phase('save', SAVES, async (school, turn) => {
    const { institution, round: its, update, token } = school;
    const answers = turn === 0 ? ANSWERS : ANSWERS.slice(3 * turn, 3 * turn + 3);
    const input = { institution, round: its, answers, version: update?.version };
    school.update = (await ask('save', input, token)).statusUpdate;
  });
  await phase('link', NEED_EVIDENCE.length, async ({ update, token }, turn) => {
    const link = { name: 'Minh chứng', url: 'https://example.edu.vn/minh-chung' };
    const criterion = NEED_EVIDENCE[turn];
    await ask('link', { statusUpdate: update.id, criterion, ...link }, token);
  });
  await phase('submit', 1, async (school) => {
    const { id, version } = school.update;
    school.update = (await ask('submit', { id, version }, school.token)).statusUpdate;
  });
  const reviewer = await ask('sign-in', REVIEWER);
  const approving = async ({ update: { id, version } }) => {
    await ask('approve', { id, version }, reviewer.accessToken);
  };
  await phase('approve', 1, approving, REVIEWERS);
  isOver = true;
  await Promise.all(readers);
  return Object.fromEntries(
    KINDS.map((kind) => [
      kind,
      {
        p50: at(0.5, times[kind]),
        p95: at(0.95, times[kind]),
        perSecond: rates[kind] ?? null,
        cpu: costs[kind] ?? null,
      },
    ]),
  );
}

/** The processor time of a hub so far, in milliseconds; of a phase, with what the readers ask beside it. */
async function processorOf({ child }) {
  child.send('costs');
  const [{ cpuMicroseconds }] = await once(child, 'message');
  return cpuMicroseconds / 1000;
}

async function together(schools, atOnce, step) {
  const left = [...schools];
  const next = async () => {
    for (let school = left.pop(); school; school = left.pop()) await step(school);
  };
  await Promise.all(Array.from({ length: atOnce }, next));
}

function post({ address, agent }, body, token) {
  return new Promise((fulfil, reject) => {
    const headers = {
      'content-type': 'application/json',
      ...(token && { authorization: `Bearer ${token}` }),
    };
    const sent = request(`${address}/graphql`, { agent, method: 'POST', headers });
    sent.on('error', reject);
    sent.on('response', (response) => json(response).then(fulfil, reject));
    sent.end(JSON.stringify(body));
  });
}

function tell() {
  say('| what | hub | p50 ms | p95 ms | a second | CPU ms | p95 × this hub | CPU × this hub |');
  say('| --- | --- | ---: | ---: | ---: | ---: | ---: | ---: |');
  const [own] = hubs;
  for (const kind of KINDS)
    for (const hub of hubs) {
      const isPhase = kind !== 'read';
      const of = (key) => median(hub.rounds.map((each) => each[kind][key]));
      const ratio = (key) =>
        median(hub.rounds.map((each, index) => each[kind][key] / own.rounds[index][kind][key]));
      const cells = [
        of('p50').toFixed(0),
        of('p95').toFixed(0),
        isPhase ? of('perSecond').toFixed(0) : '',
        isPhase ? of('cpu').toFixed(2) : '',
        ratio('p95').toFixed(2),
        isPhase ? ratio('cpu').toFixed(2) : '',
      ];
      say(`| ${kind} | ${hub.name} | ${cells.join(' | ')} |`);
    }
}
