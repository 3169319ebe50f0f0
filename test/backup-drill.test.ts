import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { headerOf } from '../src/backups/read-archive.service.js';
import { attachEmbeddedServer, startEmbeddedServer } from '../src/embedded-postgres/server.js';
import { backupFolder, succeeding } from './support/backup.js';
import { run, type Running } from './support/command.js';
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

async function ask(at: string, query: string, variables: object = {}, token?: string) {
  const response = await fetch(`${at}/graphql`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      ...(token && { authorization: `Bearer ${token}` }),
    },
    body: JSON.stringify({ query, variables }),
  });
  const { data, errors } = (await response.json()) as { data: any; errors?: object[] };
  if (errors) throw new Error(JSON.stringify(errors));
  return data;
}

async function signIn(at: string, name: string, password: string): Promise<string> {
  const { sessionStart } = await ask(
    at,
    `mutation ($email: String!, $password: String!) {
      sessionStart(input: { email: $email, password: $password }) { accessToken } }`,
    { email: `${name}@demo.example`, password },
  );
  return sessionStart.accessToken;
}

/** Does something again and again, with a number each time, until it is stopped. */
function again(work: (number: number) => Promise<void>) {
  const done: number[] = [];
  let going = true;
  const working = (async () => {
    for (let number = 1; going; number += 1) {
      await work(number);
      done.push(number);
    }
  })();
  return {
    done,
    stop: async () => {
      going = false;
      await working;
    },
  };
}

async function makeKey(at: string, operator: string, name: string): Promise<string> {
  const { apiKeyCreate } = await ask(
    at,
    `mutation ($name: String!) {
      apiKeyCreate(input: { name: $name, scopes: [READ_PUBLIC] }) { secret } }`,
    { name },
    operator,
  );
  return apiKeyCreate.secret;
}

/** Publishes: a school changes its owner, and the figures by owner with it. */
async function changeOwner(at: string, operator: string, number: number): Promise<void> {
  const code = `DN-THPT-0${(number % 3) + 1}`;
  const { institution } = await ask(
    at,
    `{ institution(code: "${code}") { id version ownership } }`,
  );
  const ownership = institution.ownership === 'PUBLIC' ? 'PRIVATE' : 'PUBLIC';
  const { institutionChange } = await ask(
    at,
    `mutation ($input: InstitutionChangeInput!) {
      institutionChange(input: $input) { userErrors { message } } }`,
    { input: { id: institution.id, version: institution.version, ownership, reason: 'Thử' } },
    operator,
  );
  expect(institutionChange.userErrors).toEqual([]);
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

/** The numbers of the keys that were made one after the other, in order. */
async function keyNumbers(at: string, operator: string): Promise<number[]> {
  const numbers: number[] = [];
  for (let after: string | null = null; ;) {
    const { apiKeys }: any = await ask(
      at,
      `query ($after: String) { apiKeys(first: 100, after: $after) {
        nodes { name } pageInfo { hasNextPage endCursor } } }`,
      { after },
      operator,
    );
    for (const { name } of apiKeys.nodes) {
      const number = /^Khoá (\d+)$/.exec(name)?.[1];
      if (number !== undefined) numbers.push(Number(number));
    }
    if (!apiKeys.pageInfo.hasNextPage) return numbers.sort((one, other) => one - other);
    after = apiKeys.pageInfo.endCursor;
  }
}

/** The PostgreSQL that a killed hub leaves is ended as by a machine that burns. */
async function stopServer(name: string): Promise<void> {
  expect(await attachEmbeddedServer({ directory: join(folder, name) })).toBeNull();
  const server = await startEmbeddedServer({ directory: join(folder, name) });
  await server.stop();
}
