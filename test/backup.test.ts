import { createReadStream } from 'node:fs';
import { mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createZstdCompress, createZstdDecompress } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { pino } from 'pino';
import { extract, pack } from 'tar-stream';
import { openEvidenceStore } from '../src/evidence/evidence-store.js';
import { ownsStore } from '../src/evidence/store-owner.service.js';
import { migrations } from '../src/database/migrations/index.js';
import { openOrm } from '../src/tables.js';
import { startDeliveries } from '../src/webhooks/delivery-loop.service.js';
import { newSecret, sealSecret } from '../src/webhooks/secret.js';
import { UPDATES, sceneOf, type Scene } from './support/access-scene.js';
import { apiKey, frameworkDraft, importJob, importRun } from './support/access-targets.js';
import { backupFolder, succeeding } from './support/backup.js';
import { command, run } from './support/command.js';
import { differenceOf, dumpOf } from './support/dump.js';
import { FILES } from './support/evidence-files.js';
import { download, upload } from './support/evidence.js';
import { everythingOf } from './support/everything.js';
import {
  bareDatabase,
  cloneDatabase,
  startHub,
  TOKEN_SECRET,
  UNBOUNDED,
  type TestHub,
} from './support/hub.js';
import { PASSWORD, type Headers } from './support/people.js';
import { receiver } from './support/receiver.js';
import { now, SCHOOL } from './support/reporting.js';

const SECRET = new TextDecoder().decode(TOKEN_SECRET);
/** What migrations make beside rows; the second life moves two sequences on. */
const PARTS = `
  select conrelid::regclass || ' ' || conname || ' ' || pg_get_constraintdef(oid) as part
  from pg_constraint where connamespace = 'public'::regnamespace
  union all select tgrelid::regclass || ' ' || pg_get_triggerdef(oid) || ' ' || tgenabled::text
  from pg_trigger where not tgisinternal
  union all select sequencename || ' ' || coalesce(last_value::text, '')
  from pg_sequences where sequencename not in ('published_change_id_seq', 'audit_event_id_seq')
  order by part`;

const CONTENT = FILES.pdf('Biên bản họp tổ chuyên môn');

let hub: TestHub;
let scene: Scene;
let folder: string;
let passphrase: string;
/** A backup of all that the hub has. */
let file: string;
/** The id of a file of evidence. */
let evidence: string;
let key: string;
/** Of the viewers of the scene who have an account. */
const emails: Record<string, string> = {};
let before: { dump: string; parts: unknown[]; answers: Record<string, unknown> };
beforeAll(async () => {
  hub = await startHub({ from: 'demo', now, limits: UNBOUNDED });
  const store = await openEvidenceStore({ dataDirectory: hub.dataDirectory, evidenceBucket: null });
  expect(await ownsStore(hub.em, store)).toBe(true);
  scene = await sceneOf(hub);
  for (const make of Object.values(UPDATES)) await make(scene);
  for (const make of [apiKey, importRun, importJob, frameworkDraft]) await make(scene);
  for (const [who, headers] of Object.entries(scene.headers)) {
    const { data } = await hub.ask('{ viewer { email } }', {}, headers);
    if (data?.viewer) emails[who] = data.viewer.email;
  }
  key = await newKey();
  evidence = await newEvidence();
  ({ folder, passphrase } = await backupFolder());
  file = join(folder, 'hub.backup');
  const answers = await answersOf(hub);
  before = { dump: await dumpOf(hub), parts: await rowsOf(hub, PARTS), answers };
  await succeeding(['backup', file], settings());
});
afterAll(async () => {
  await hub.close();
  await rm(folder, { recursive: true });
});

/** What a command on the hub is told. */
const settings = (rest: Record<string, string> = {}) => ({
  DATABASE_URL: hub.databaseUrl,
  HUB_DATA_DIR: hub.dataDirectory,
  HUB_TOKEN_SECRET: SECRET,
  HUB_BACKUP_PASSPHRASE_FILE: passphrase,
  ...rest,
});

/** An empty database and a new data folder. */
async function elsewhere(): Promise<{ url: string; place: Record<string, string>; data: string }> {
  const url = await bareDatabase();
  const data = join(await mkdtemp(join(tmpdir(), 'edu-dx-hub-data-')), 'data');
  return { url, data, place: settings({ DATABASE_URL: url, HUB_DATA_DIR: data }) };
}

async function restored(): Promise<TestHub> {
  const { url, place, data } = await elsewhere();
  await succeeding(['restore', file], place);
  return startHub({ sharing: url, dataDirectory: data, now, limits: UNBOUNDED });
}

async function newKey(): Promise<string> {
  const { apiKeyCreate } = await hub.data(
    `mutation { apiKeyCreate(input: { name: "Bảng điều khiển", scopes: [READ_PUBLIC] }) { secret } }`,
    {},
    scene.headers.operator,
  );
  return apiKeyCreate.secret;
}

async function newEvidence(): Promise<string> {
  const { id } = await UPDATES.draft(scene);
  const sender = { update: id, admin: scene.headers.school };
  const sent = await upload(hub, { institution: '', round: '', updateId: 0, ...sender }, CONTENT);
  return sent.body.id;
}

/** The viewers of the scene, signed in again: a restore ends all sign-ins. */
async function signedIn(asked: TestHub): Promise<Record<string, Headers>> {
  const signing = Object.entries(emails).map(async ([who, email]) => {
    const { sessionStart } = await asked.data(
      `mutation ($email: String!, $password: String!) {
        sessionStart(input: { email: $email, password: $password }) { accessToken } }`,
      { email, password: PASSWORD },
    );
    return [who, { authorization: `Bearer ${sessionStart.accessToken}` }] as const;
  });
  return Object.fromEntries(await Promise.all(signing));
}

/** Everything that the public and those of the department read, field by field. */
async function answersOf(asked: TestHub): Promise<Record<string, unknown>> {
  const page = (type: string, depth: number) => everythingOf(`${type}Connection`, depth, 20);
  const questions: Record<string, string> = {
    institution: `{ institution(code: "${SCHOOL}") ${everythingOf('Institution', 4, 20)} }`,
    institutions: `{ institutions(first: 100) ${page('Institution', 2)} }`,
    unit: `{ administrativeUnit(code: "68") ${everythingOf('AdministrativeUnit', 3)} }`,
    units: `{ administrativeUnits(first: 100) ${page('AdministrativeUnit', 2)} }`,
    rounds: `{ reportingRounds(first: 20) ${page('ReportingRound', 3)} }`,
    updates: `{ statusUpdates(first: 50) ${page('StatusUpdate', 3)} }`,
    plans: `{ plans(first: 20) ${page('Plan', 3)} }`,
    frameworks: `{ frameworks ${everythingOf('Framework', 3)} }`,
    indicators: `{ indicators ${everythingOf('Indicator', 2)} }`,
    accounts: `{ accounts(first: 100) ${page('Account', 3)} }`,
    keys: `{ apiKeys(first: 100) ${page('ApiKey', 3)} }`,
    imports: `{ imports(first: 100) ${page('ImportRun', 2)} }`,
    breakdown: `{ breakdown(by: [UNIT, KIND], first: 100) { totalCount nodes { unit { code } kind line { institutions completed inReview } } } }`,
    movers: `{ progressMovers(unitKind: COMMUNE, from: "2025-07-01", group: GENERAL_EDUCATION, first: 20) { nodes { rank unit { code } before { completed } after { completed } } } }`,
  };
  const answers: Record<string, unknown> = {};
  for (const [who, headers] of Object.entries({ public: {}, ...(await signedIn(asked)) }))
    for (const [what, question] of Object.entries(questions)) {
      const { data, errors } = await asked.ask(question, {}, headers);
      // The moment of the publication with which the second life begins.
      const told = JSON.stringify(data).replace(/"knownAt":"[^"]+"/g, '');
      answers[`${who}: ${what}`] = {
        told,
        errors: errors.map(({ extensions }) => extensions.code),
      };
    }
  return answers;
}

const rowsOf = async (asked: TestHub, statement: string): Promise<any[]> =>
  asked.em.fork().execute(statement);

describe('a restored hub', () => {
  let copy: TestHub;
  let parts: unknown[];
  let dump: string;
  beforeAll(async () => {
    copy = await restored();
    [parts, dump] = [await rowsOf(copy, PARTS), await dumpOf(copy)];
  });
  afterAll(() => copy.close());

  test('has every row as it was, but for those of the second life', async () => {
    const changed = differenceOf(before.dump, dump).map((line) => line.split(' ')[0]);

    expect(new Set(changed)).toEqual(
      new Set([
        // The leap of the revision, and what tells followers to read again.
        ...['publication', 'published_change', 'audit_event'],
        // Sign-ins that end, and mails that are perhaps sent.
        ...['account_session', 'mail_message', 'reminded_round', 'digested_week'],
      ]),
    );
  });

  test('answers the public, schools and the department as before', async () => {
    const after = await answersOf(copy);

    expect(Object.keys(after)).toHaveLength(Object.keys(before.answers).length);
    expect(Object.keys(after).length).toBeGreaterThan(100);
    for (const [what, answer] of Object.entries(before.answers))
      expect([what, after[what]]).toEqual([what, answer]);
  });

  test('gives the same bytes of evidence', async () => {
    const { school } = await signedIn(copy);
    const { node } = await copy.data(
      'query ($id: ID!) { node(id: $id) { ... on Evidence { downloadPath } } }',
      { id: evidence },
      school,
    );

    const sent = await download(copy, node.downloadPath, school);

    expect(sent.statusCode).toBe(200);
    expect(sent.rawPayload.equals(CONTENT)).toBe(true);
  });

  test('takes the old passwords and keys', async () => {
    const email = emails['planner'];

    const { sessionStart } = await copy.data(
      `mutation ($email: String!, $password: String!) {
        sessionStart(input: { email: $email, password: $password }) { viewer { email } } }`,
      { email, password: PASSWORD },
    );
    const byKey = await copy.ask('{ rateLimit { limit } }', {}, { authorization: `Bearer ${key}` });

    expect(sessionStart.viewer.email).toBe(email);
    expect(byKey.errors).toEqual([]);
  });

  test('counts again what it has, and finds no difference', async () => {
    const verified = await succeeding(
      ['rollup', 'verify'],
      settings({ DATABASE_URL: copy.databaseUrl }),
    );

    expect(verified.out).toBe('every count equals the recount from the updates\n');
  });

  test('has all constraints, triggers and sequences of a database that was migrated', () => {
    expect(parts.length).toBeGreaterThan(300);
    expect(parts).toEqual(before.parts);
  });

  test('says in its trail what it was restored from', async () => {
    const [entry] = await rowsOf(
      copy,
      `select action, after from audit_event order by id desc limit 1`,
    );

    expect(entry).toMatchObject({ action: 'restore', after: { hubVersion: expect.any(String) } });
  });
});

test('after a restore nothing is sent twice, and followers are told to read everything again', async () => {
  const got = await receiver();
  const sealed = sealSecret(newSecret(), TOKEN_SECRET);
  const [account] = await rowsOf(hub, 'select min(id) as id from account');
  await hub.em.fork().execute(
    `insert into webhook (url, description, sealed_secret, version, created_at, position, next_attempt_at)
     values (?, 'Bảng điều khiển', ?, 1, now(), 0, now())`,
    [got.url, sealed],
  );
  await hub.em.fork().execute(
    `insert into mail_message (account_id, address, kind, cause, facts, state, next_attempt_at, created_at)
     values (?, 'a@example.edu.vn', 'APPROVED', 'revision 1', '{}', 'WAITING', now(), now())`,
    [account.id],
  );
  const [last] = await rowsOf(hub, 'select max(id) as id from published_change');
  const other = join(folder, 'others.backup');
  await succeeding(['backup', other], settings());
  const { url, place, data } = await elsewhere();
  await succeeding(['restore', other], place);
  const copy = await startHub({ sharing: url, dataDirectory: data, now });

  const sender = { hubSecret: TOKEN_SECRET, allowPrivate: true };
  const stop = startDeliveries(copy.orm, pino({ level: 'silent' }), sender, 20);
  await got.got(1);
  await stop();

  expect(got.received).toHaveLength(1);
  expect(got.received[0]!.told.changes).toEqual([
    expect.objectContaining({ kind: 'FIGURES', nodeType: null, nodeId: null }),
  ]);
  const [{ id }] = await rowsOf(copy, 'select max(id) as id from published_change');
  expect(id).toBeGreaterThan(last.id + 1_000_000);
  const mails = await rowsOf(
    copy,
    `select state, answer from mail_message where address = 'a@example.edu.vn'`,
  );
  expect(mails).toEqual([
    { state: 'PERHAPS_SENT', answer: 'restored from a backup: it may have been sent before' },
  ]);
  await copy.close();
  await got.close();
  await hub.em.fork().execute('delete from webhook');
  await hub.em.fork().execute(`delete from mail_message where address = 'a@example.edu.vn'`);
});

describe('refused, with a sentence and nothing done, is', () => {
  /** A copy of the backup with other parts. */
  async function changed(
    change: (name: string, content: Buffer) => Buffer | null,
  ): Promise<string> {
    const path = join(folder, `${crypto.randomUUID()}.backup`);
    const [parts, out] = [extract(), pack()];
    const reading = pipeline(createReadStream(file), createZstdDecompress(), parts);
    const writing = writeFile(path, Readable.from(out).pipe(createZstdCompress()));
    for await (const part of parts) {
      const chunks: Buffer[] = [];
      for await (const chunk of part) chunks.push(chunk);
      const content = change(part.header.name, Buffer.concat(chunks));
      if (content) out.entry({ name: part.header.name }, content);
    }
    out.finalize();
    await Promise.all([reading, writing]);
    return path;
  }
  /** The first line that a restore ends with; the database and the folder are as empty as before. */
  async function refusal(path: string, rest: Record<string, string> = {}): Promise<string> {
    const { url, data, place } = await elsewhere();
    const { status, err, out } = await command(['restore', path], { ...place, ...rest });
    const orm = await openOrm(url);
    const tables = await orm.em
      .fork()
      .execute(`select from pg_class where relnamespace = 'public'::regnamespace`);
    await orm.close(true);
    expect([status, out, tables]).toEqual([1, '', []]);
    expect(await readdir(data).catch(() => [])).toEqual([]);
    return err.trim().split('\n').at(-1)!;
  }
  const ofContents = (change: (contents: any) => void) => (name: string, content: Buffer) => {
    if (name !== 'contents.json') return content;
    const told = JSON.parse(content.toString());
    change(told);
    return Buffer.from(JSON.stringify(told));
  };
  const ofHeader = (more: object) => (name: string, content: Buffer) =>
    name === 'backup.json'
      ? Buffer.from(JSON.stringify({ ...JSON.parse(content.toString()), ...more }))
      : content;

  test('a wrong passphrase', async () => {
    const wrong = { HUB_BACKUP_PASSPHRASE_FILE: '', HUB_BACKUP_PASSPHRASE: 'bún chả và nem rán' };

    expect(await refusal(file, wrong)).toMatch(/^BACKUP_PASSPHRASE_WRONG: .* Nothing was changed/);
  });

  test('no passphrase, or one that is too short', async () => {
    const none = await refusal(file, { HUB_BACKUP_PASSPHRASE_FILE: '' });
    const short = await refusal(file, { HUB_BACKUP_PASSPHRASE: 'ngắn' });

    expect(none).toMatch(/^BACKUP_PASSPHRASE_MISSING: No passphrase is set\./);
    expect(short).toBe('  HUB_BACKUP_PASSPHRASE: must have at least 12 characters');
  });

  test('a file that is cut anywhere, or no backup', async () => {
    const whole = await readFile(file);
    for (const share of [0, 0.001, 0.3, 0.9, 0.9999]) {
      const cut = join(folder, 'cut.backup');
      await writeFile(cut, whole.subarray(0, Math.floor(whole.length * share)));
      expect(await refusal(cut)).toMatch(/^BACKUP_DAMAGED: .*cut\.backup is no whole backup/);
    }
    const other = join(folder, 'other.backup');
    await writeFile(other, 'mã,tên\n1,Trường');
    expect(await refusal(other)).toMatch(/^BACKUP_DAMAGED/);
    expect(await refusal(join(folder, 'none.backup'))).toMatch(/^FILE_UNREADABLE/);
  });

  test('a file with a damaged byte', async () => {
    const whole = await readFile(file);
    const at = Math.floor(whole.length / 2);
    whole[at] = whole[at]! ^ 1;
    const damaged = join(folder, 'damaged.backup');
    await writeFile(damaged, whole);

    expect(await refusal(damaged)).toMatch(/^BACKUP_DAMAGED/);
  });

  test('one with a part that is missing, doubled or other than it was', async () => {
    const lost = await changed((name, content) => (name.startsWith('evidence/') ? null : content));
    const other = await changed((name, content) =>
      name.startsWith('tables/account/')
        ? Buffer.from(content.toString().replace(/\d/, (digit) => String(9 - Number(digit))))
        : content,
    );
    const rows = await changed(ofContents((told) => (told.tables[0].rows += 1)));
    const header = await changed(ofHeader({ revision: 5 }));

    expect(await refusal(lost)).toContain('files of evidence are missing in it');
    expect(await refusal(rows)).toContain('are not as they were written');
    expect(await refusal(header)).toContain('backup.json is not as it was written');
    expect(await refusal(other)).toContain('the rows of account are not as they were written');
  });

  test('one of a newer hub, by its form or its migrations', async () => {
    const form = await changed(ofHeader({ format: 2 }));
    const names = [...migrations.map(({ name }) => name), '20991231000000-later'];
    const later = await changed(ofHeader({ migrations: names, hubVersion: '7.8.9' }));

    expect(await refusal(form)).toMatch(/^BACKUP_NEWER: .*its form 2 is not known here/);
    expect(await refusal(later)).toMatch(
      /^BACKUP_NEWER: .*version 7\.8\.9 after the migration 2099/,
    );
  });

  test('a database that is not empty', async () => {
    const url = await cloneDatabase('empty');
    const { data, place } = await elsewhere();

    const { status, err } = await command(['restore', file], { ...place, DATABASE_URL: url });

    expect([status, err]).toEqual([
      1,
      expect.stringMatching(/DATABASE_NOT_EMPTY: .* set HUB_DATA_DIR/),
    ]);
    expect(await readdir(data).catch(() => [])).toEqual([]);
  });

  test('a store of evidence, or a secret, of another hub', async () => {
    const { place, data } = await elsewhere();
    await mkdir(join(data, 'evidence'), { recursive: true });
    await writeFile(join(data, 'evidence', 'owner'), crypto.randomUUID());
    const foreign = await command(['restore', file], place);
    const secret = await command(['restore', file], { ...place, HUB_TOKEN_SECRET: 'x'.repeat(40) });

    expect(foreign.err).toMatch(/EVIDENCE_STORE_FOREIGN: /);
    expect(secret.err).toMatch(/^TOKEN_SECRET_DIFFERS: HUB_TOKEN_SECRET is another secret/m);
  });

  test('a backup over a file that is there, into a folder that is not, or of no hub', async () => {
    const there = await command(['backup', file], settings());
    const nowhere = await command(['backup', join(folder, 'no', 'hub.backup')], settings());
    const { place } = await elsewhere();
    const nothing = await command(['backup', join(folder, 'nothing.backup')], place);

    expect(there.err).toMatch(/^FILE_EXISTS: /);
    expect(nowhere.err).toMatch(/^FILE_UNWRITABLE: /);
    expect(nothing.err).toMatch(/^BACKUP_NOTHING_THERE: /);
    expect((await readdir(folder)).filter((name) => /unfinished|nothing/.test(name))).toEqual([]);
  });
});

test('a restore that is killed says so to a hub, and is started over', async () => {
  const { url, place } = await elsewhere();
  const holder = await openOrm(url);
  // Whoever holds this keeps the restore in its middle.
  const held = holder.em.fork();
  await held.begin();
  await held.execute('select pg_advisory_xact_lock(4725146)');
  const killed = run('cli', ['restore', file], place);
  for (let there = false; !there;) {
    const [row] = await holder.em
      .fork()
      .execute(
        `select count(*)::int as waiting from pg_locks where locktype = 'advisory' and not granted`,
      );
    there = row!['waiting'] > 0;
  }
  killed.process.kill('SIGKILL');
  await killed.finished;
  await held.rollback();
  await holder.close(true);

  const hubStart = await run('main', [], { PORT: '0', ...place }).finished;
  const again = await succeeding(['restore', file], place);

  expect(hubStart.err).toMatch(/^RESTORE_UNFINISHED: .* run “hub restore FILE” again/);
  expect(again.out).toContain('everything is restored');
});

test('of two restores into one database one is made, and the other refused', async () => {
  const { place } = await elsewhere();

  const both = await Promise.all([1, 2].map(() => command(['restore', file], place)));

  expect(both.map(({ status }) => status).sort()).toEqual([0, 1]);
  expect(both.find(({ status }) => status === 1)!.err).toContain('DATABASE_NOT_EMPTY');
});

test('a backup of an older version is restored and brought up to date', async () => {
  const url = await cloneDatabase('demo');
  const orm = await openOrm(url);
  await orm.migrator.down({ to: migrations.at(-6)!.name });
  await orm.close(true);
  const older = join(folder, 'older.backup');
  await succeeding(['backup', older], settings({ DATABASE_URL: url }));
  const { place } = await elsewhere();

  const { out } = await succeeding(['restore', older], place);
  const verified = await succeeding(['rollup', 'verify'], place);

  expect(out).toContain('everything is restored');
  expect(verified.status).toBe(0);
});

test('a backup can be tried without changing anything', async () => {
  const tried = await succeeding(['restore', '--try', file], settings());
  const made = await succeeding(['backup', '--verify', join(folder, 'tried.backup')], settings());

  const sentence = 'a restored copy has every row, and every count equals the recount\n';
  expect(tried.out).toBe(sentence);
  expect(made.out).toContain(sentence);
  const left = await rowsOf(
    hub,
    `select from pg_database where starts_with(datname, 'hub_restore_try_')`,
  );
  expect(left).toEqual([]);
});

test('evidence that the store has lost is told, and the rest is backed up', async () => {
  const { url, place, data } = await elsewhere();
  await succeeding(['restore', file], place);
  const [{ sha256 }] = await rowsOf(hub, 'select sha256 from evidence_file');
  await rm(join(data, 'evidence', sha256.slice(0, 2), sha256));

  const lossy = join(folder, 'lossy.backup');
  const { err } = await succeeding(['backup', lossy], { ...place, DATABASE_URL: url });

  expect(err).toContain(`1 file(s) of evidence are missing or damaged in the store`);
  expect(err).toContain(sha256);
  expect((await stat(lossy)).mode & 0o077).toBe(0);
});
