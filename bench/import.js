/**
 * What it takes to bring 40,000 institutions as a workbook through HTTP to a hub of its own process: from
 * the upload to the preview, and from there until they are saved; what others wait for a read meanwhile,
 * and how much memory the hub takes. BENCH_INSTITUTIONS=4000 for fewer.
 */
import { spawn, execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { promisify } from 'node:util';
import { streamWorkbook } from '../dist/src/shared/workbook/write-workbook.js';

const INSTITUTIONS = Number(process.env.BENCH_INSTITUTIONS ?? 40_000);
const PROVINCES = 34;
const COMMUNES = 98;
const PORT = 4987;
const HUB = `http://127.0.0.1:${PORT}`;
const READ_EVERY = 50;
/** As `npm start` gives them. */
const FLAGS = ['--max-semi-space-size=4', '--heap-growing-percent=100'];
const EMAIL = 'operator@example.org';
const PASSWORD = 'a password for measuring';

const say = (line) => process.stdout.write(`${line}\n`);
const run = promisify(execFile);

const directory = await mkdtemp(join(tmpdir(), 'edu-dx-hub-bench-'));
const env = {
  ...process.env,
  DATABASE_URL: '',
  HUB_DATA_DIR: join(directory, 'hub'),
  PORT: String(PORT),
  HUB_RATE_LIMIT: '0',
};
const command = (...words) => run(process.execPath, ['dist/src/cli.js', ...words], { env });

let hub = null;
try {
  await prepare();
  const file = await workbook();
  hub = spawn(process.execPath, [...FLAGS, 'dist/src/main.js'], {
    env,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  await ready();
  say(
    `${INSTITUTIONS} institutions, ${(file.length / 1e6).toFixed(1)} MB, load ${loadavg()[0].toFixed(1)}`,
  );
  const { sessionStart } = await ask(
    `mutation ($input: SessionStartInput!) { sessionStart(input: $input) { accessToken } }`,
    { input: { email: EMAIL, password: PASSWORD } },
  );
  const token = sessionStart.accessToken;
  const idle = await reads(pause(5000));
  say(`reads before: ${said(idle)}; ${await memory('VmRSS')} MB`);
  const started = performance.now();
  const during = await reads(bring(token, file, started));
  say(
    `in all ${((performance.now() - started) / 1000).toFixed(1)} s, load ${loadavg()[0].toFixed(1)}`,
  );
  say(`reads meanwhile: ${said(during)}`);
  say(`memory of the hub at most ${await memory('VmHWM')} MB`);
} finally {
  hub?.kill('SIGTERM');
  if (hub) await new Promise((resolve) => hub.once('exit', resolve));
  await rm(directory, { recursive: true, force: true });
}

/** A country of today's shape, and who brings its institutions. */
async function prepare() {
  const units = ['kind,code,name,parent_code,valid_from'];
  for (let province = 1; province <= PROVINCES; province += 1) {
    units.push(`PROVINCE,P${province},Tỉnh ${province},,2025-07-01`);
    for (let commune = 1; commune <= COMMUNES; commune += 1)
      units.push(
        `COMMUNE,${unitCode(province, commune)},Xã ${province}.${commune},P${province},2025-07-01`,
      );
  }
  const path = join(directory, 'units.csv');
  await writeFile(path, `${units.join('\n')}\n`);
  await command('import', 'units', path);
  const added = command('user', 'add', '--email', EMAIL, '--name', 'Operator');
  added.child.stdin.end(`${PASSWORD}\n`);
  await added;
}

function unitCode(province, commune) {
  return String(province * 1000 + commune).padStart(5, '0');
}

async function workbook() {
  const kinds = [
    ['PRIMARY_SCHOOL', 'PRIMARY', 'Tiểu học'],
    ['LOWER_SECONDARY_SCHOOL', 'LOWER_SECONDARY', 'THCS'],
    ['UPPER_SECONDARY_SCHOOL', 'UPPER_SECONDARY', 'THPT'],
  ];
  const names = ['Nguyễn Du', 'Lê Lợi', 'Trần Phú', 'Kim Đồng', 'Chu Văn An', 'Hùng Vương'];
  const columns = [
    'system',
    'code',
    'name',
    'kind',
    'levels',
    'ownership',
    'unit_code',
    'opened_on',
  ];
  async function* rows() {
    for (let index = 0; index < INSTITUTIONS; index += 1) {
      const [kind, levels, short] = kinds[index % kinds.length];
      const place = Math.floor(index / kinds.length);
      const unit = unitCode(
        (place % PROVINCES) + 1,
        (Math.floor(place / PROVINCES) % COMMUNES) + 1,
      );
      const round = Math.floor(place / (PROVINCES * COMMUNES));
      const name = `${short} ${names[round % names.length]} ${Math.floor(round / names.length) + 1}`;
      const code = String(1_000_000_007 + index * 13);
      yield ['MOET', code, name, kind, levels, 'PUBLIC', unit, new Date('2025-09-05T00:00:00Z')];
    }
  }
  const pieces = [];
  const sheet = {
    name: 'Institutions',
    columns: columns.map((header) => ({ header, width: 16 })),
    rows: rows(),
  };
  for await (const piece of streamWorkbook(sheet)) pieces.push(piece);
  return Buffer.concat(pieces);
}

async function ready() {
  for (let tries = 0; tries < 300; tries += 1) {
    const answer = await fetch(`${HUB}/health/ready`).catch(() => null);
    if (answer?.ok) return;
    await pause(100);
  }
  throw new Error('the hub is not ready');
}

async function bring(token, file, started) {
  const since = () => `${((performance.now() - started) / 1000).toFixed(1)} s`;
  const { importJobStart } = await ask(
    `mutation ($input: ImportJobStartInput!) {
      importJobStart(input: $input) { upload { address } importJob { id } userErrors { message } } }`,
    { input: { kind: 'INSTITUTIONS', fileName: 'institutions.xlsx' } },
    token,
  );
  const { id } = importJobStart.importJob;
  const sent = await fetch(`${HUB}${importJobStart.upload.address}`, { method: 'PUT', body: file });
  if (!sent.ok) throw new Error(await sent.text());
  say(`uploaded after ${since()}`);
  const checked = await settled(id, token, 'CHECKING');
  say(`checked after ${since()}: ${JSON.stringify(checked)}`);
  await ask(
    `mutation ($input: ImportJobSaveInput!) {
      importJobSave(input: $input) { importJob { id } userErrors { message } } }`,
    { input: { id, version: checked.version } },
    token,
  );
  const saved = await settled(id, token, 'SAVING');
  say(`saved after ${since()}: ${JSON.stringify(saved)}`);
  if (saved.state !== 'SAVED' || saved.created !== INSTITUTIONS) throw new Error('not saved');
}

/** The job, once it is in another state. */
async function settled(id, token, from) {
  for (;;) {
    const { node } = await ask(
      `query ($id: ID!) { node(id: $id) { ... on ImportJob {
        state version created problems questions message } } }`,
      { id },
      token,
    );
    if (node.state !== from) return node;
    await pause(500);
  }
}

async function ask(query, variables, token) {
  const answer = await fetch(`${HUB}/graphql`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      ...(token && { authorization: `Bearer ${token}` }),
    },
    body: JSON.stringify({ query, variables }),
  });
  const { data, errors } = await answer.json();
  if (errors) throw new Error(JSON.stringify(errors));
  return data;
}

/** The times of reads that others make while something is done. */
async function reads(work) {
  const times = [];
  let done = false;
  const working = work.finally(() => (done = true));
  // It is waited for below, after the reads.
  working.catch(() => undefined);
  const query = `{ administrativeUnits(first: 20, filter: { kind: COMMUNE }) { nodes { code
    progress { lines { group institutions completed } } } } }`;
  for (let turn = 0; !done; turn += 1) {
    const started = performance.now();
    // A comment makes each another request, so that none is answered from memory.
    await ask(`${query} # ${turn}`, {});
    times.push(performance.now() - started);
    await pause(READ_EVERY);
  }
  await working;
  return times.sort((a, b) => a - b);
}

function said(times) {
  const at = (share) => Math.round(times[Math.floor((times.length - 1) * share)]);
  return `${times.length}, median ${at(0.5)} ms, p95 ${at(0.95)} ms, longest ${at(1)} ms`;
}

async function memory(name) {
  const status = await readFile(`/proc/${hub.pid}/status`, 'utf8');
  return Math.round(Number(new RegExp(`${name}:\\s+(\\d+)`).exec(status)[1]) / 1024);
}
