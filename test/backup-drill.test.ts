import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { headerOf } from '../src/backups/read-archive.service.js';
import { attachEmbeddedServer, startEmbeddedServer } from '../src/embedded-postgres/server.js';
import { backupFolder, succeeding } from './support/backup.js';
import { run, type Running } from './support/command.js';
import { again, ask, changeOwner, keyNumbers, makeKey, signIn } from './support/drill.js';
import { FILES } from './support/evidence-files.js';

let folder: string;
let backups: Awaited<ReturnType<typeof backupFolder>>;
let hub: Running | null = null;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'edu-dx-hub-drill-'));
  backups = await backupFolder();
});
afterAll(async () => {
  await stop();
  for (const each of [folder, backups.folder]) await rm(each, { recursive: true, force: true });
});

async function stop(): Promise<void> {
  hub?.process.kill('SIGTERM');
  await hub?.finished;
  hub = null;
}

const settings = (name: string) => ({
  HUB_DATA_DIR: join(folder, name),
  HUB_BACKUP_PASSPHRASE_FILE: backups.passphrase,
  HUB_RATE_LIMIT: '0',
  TZ: 'Asia/Ho_Chi_Minh',
});

interface Started {
  at: string;
  /** All that the hub said. */
  out: string;
}

async function start(name: string): Promise<Started> {
  hub = run('main', [], { PORT: '0', ...settings(name) });
  const out = await hub.saying('/health/ready');
  return { at: /http:\/\/127\.0\.0\.1:\d+/.exec(out)![0], out };
}

/** A file behind an answer of the demo's school; the path at which it is fetched. */
async function addEvidence(at: string, school: string, content: Buffer): Promise<string> {
  const { viewer, reportingRounds } = await ask(
    at,
    '{ viewer { grants { institution { id } } } reportingRounds(first: 1) { nodes { id } } }',
    {},
    school,
  );
  const { statusUpdateSave } = await ask(
    at,
    `mutation ($input: StatusUpdateSaveInput!) {
      statusUpdateSave(input: $input) { statusUpdate { id } userErrors { message } } }`,
    {
      input: {
        institution: viewer.grants[0].institution.id,
        round: reportingRounds.nodes[0].id,
        answers: [],
      },
    },
    school,
  );
  const { evidenceUploadStart } = await ask(
    at,
    `mutation ($update: ID!) { evidenceUploadStart(input: {
      statusUpdate: $update, criterion: "G1", fileName: "Quyết định.pdf" }) {
      upload { address } userErrors { message } } }`,
    { update: statusUpdateSave.statusUpdate.id },
    school,
  );
  const sent = await fetch(new URL(evidenceUploadStart.upload.address, at), {
    method: 'PUT',
    body: new Uint8Array(content),
  });
  const { id } = (await sent.json()) as { id: string };
  const { node } = await ask(
    at,
    'query ($id: ID!) { node(id: $id) { ... on Evidence { downloadPath } } }',
    { id },
    school,
  );
  return node.downloadPath;
}

/** What was known at a moment, in all forms that tell it. */
async function knownAt(at: string, moment: string, planner: string): Promise<object> {
  const day = moment.slice(0, 10);
  const { administrativeUnit } = await ask(at, '{ administrativeUnit(code: "68") { id } }');
  const figures = await ask(
    at,
    `query ($moment: DateTime!, $day: LocalDate!, $province: ID!) {
      breakdown(unit: $province, by: [KIND, OWNERSHIP], first: 100, asOf: $day, knownAt: $moment) {
        totalCount nodes { kind ownership line { institutions completed reported inReview percent } } }
      administrativeUnit(code: "68") {
        progress(asOf: $day, knownAt: $moment) { lines { group institutions completed reported inReview percent
          targets { standing gapPoints target { id percent } } } warnings { code } }
        criterionFigures(framework: "four-pillar", asOf: $day, knownAt: $moment) {
          criteria(first: 30) { nodes { options { code institutions } } } } } }`,
    { moment, day, province: administrativeUnit.id },
    planner,
  );
  const response = await fetch(`${at}/exports/progress.csv?asOf=${day}&knownAt=${moment}`);
  // The revision of now, which leaps.
  const download = (await response.text()).replace(/^([\d-]+,[A-Z_]+),\d+,/gm, '$1,');
  return { figures, status: response.status, download };
}

test('the drill: under load a backup, then everything destroyed and restored, and all answers as of the backup', async () => {
  const { at, out } = await start('first');
  const password = /with the password {2}(\S+)$/m.exec(out)![1]!;
  const [operator, planner, school] = await Promise.all(
    ['operator', 'planner', 'school'].map((name) => signIn(at, name, password)),
  );
  const key = await makeKey(at, operator!, 'Bảng điều khiển');
  const content = FILES.pdf('Quyết định của hiệu trưởng');
  const path = await addEvidence(at, school!, content);
  const keys = again(async (number) => {
    await makeKey(at, operator!, `Khoá ${number}`);
  });
  const owners = again((number) => changeOwner(at, operator!, number));
  while (keys.done.length < 5 || owners.done.length < 5)
    await new Promise((resolve) => setTimeout(resolve, 20));
  const file = join(backups.folder, 'drill.backup');
  const earlier = keys.done.length;

  const made = await succeeding(['backup', file, '--verify'], settings('first'));
  const later = keys.done.length + 1;
  while (keys.done.length < later + 3) await new Promise((resolve) => setTimeout(resolve, 20));
  await Promise.all([keys.stop(), owners.stop()]);
  const { publishedAt } = await headerOf(file);
  const before = await knownAt(at, publishedAt, planner!);

  hub!.process.kill('SIGKILL');
  await hub!.finished;
  await stopServer('first');
  await rm(join(folder, 'first'), { recursive: true });
  const restored = await succeeding(['restore', file], settings('second'));
  const second = await start('second');
  const tokens = await Promise.all(
    ['operator', 'planner', 'school'].map((name) => signIn(second.at, name, password)),
  );

  expect(made.out).toContain('every count equals the recount');
  expect(restored.out).toContain('everything is restored');
  expect(await knownAt(second.at, publishedAt, tokens[1]!)).toEqual(before);
  const sent = await fetch(`${second.at}${path}`, {
    headers: { authorization: `Bearer ${tokens[2]}` },
  });
  expect(Buffer.from(await sent.arrayBuffer()).equals(content)).toBe(true);
  await ask(second.at, '{ rateLimit { limit } }', {}, key);
  // One moment: all that was acknowledged before, nothing that was begun after, and no gap between.
  const numbers = await keyNumbers(second.at, tokens[0]!);
  expect(numbers).toEqual(numbers.map((_number, index) => index + 1));
  expect(numbers.length).toBeGreaterThanOrEqual(earlier);
  expect(numbers.length).toBeLessThanOrEqual(later);
  const verified = await succeeding(['rollup', 'verify'], settings('second'));
  expect(verified.out).toContain('every count equals the recount');
});

/** The PostgreSQL that a killed hub leaves is ended as by a machine that burns. */
async function stopServer(name: string): Promise<void> {
  expect(await attachEmbeddedServer({ directory: join(folder, name) })).toBeNull();
  const server = await startEmbeddedServer({ directory: join(folder, name) });
  await server.stop();
}
