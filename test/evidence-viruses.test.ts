import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { examineWaiting, startExamining } from '../src/evidence/examine-waiting.service.js';
import { openEvidenceStore } from '../src/evidence/evidence-store.js';
import { readConfig } from '../src/config.js';
import { VirusScanner } from '../src/file-checks/virus-scanner.js';
import { createLogger } from '../src/start/logger.js';
import { FILES } from './support/evidence-files.js';
import { download, handIn, provincial, school, upload, type School } from './support/evidence.js';
import { EICAR, fakeClamd, type FakeClamd } from './support/fake-clamd.js';
import { startHub, type TestHub } from './support/hub.js';
import { metricsOf } from './support/metrics.js';
import { signIn, type Headers } from './support/people.js';
import { FULL_ANSWERS, NEED_EVIDENCE, save } from './support/reporting.js';

let folder: string;
let clamd: FakeClamd;
let refusing: TestHub;
let taking: TestHub;
let reviewer: Headers;
let operator: Headers;
let log = '';
const NOW = new Date('2026-11-23T02:00:00Z');
let time = NOW;
const TIMES = { file: 2000, ping: 500 };

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'edu-dx-hub-clamd-'));
  clamd = await fakeClamd(folder);
  const destination = new Writable({
    write: (line: Buffer, _encoding, done) => {
      log += line.toString();
      done();
    },
  });
  const logger = createLogger({ logLevel: 'warn' }, destination);
  const common = { logger, now: () => time };
  const address = { path: clamd.path };
  refusing = await startHub({
    ...{ from: 'demo', ...common },
    scanner: new VirusScanner(address, false, TIMES),
  });
  taking = await startHub({
    ...{ ...common, sharing: refusing.databaseUrl, dataDirectory: refusing.dataDirectory },
    scanner: new VirusScanner(address, true, TIMES),
  });
  reviewer = await provincial(refusing, 'REVIEWER');
  operator = await signIn(refusing, { role: 'OPERATOR' }, 'Người vận hành');
});
afterEach(async () => {
  clamd.mood = 'well';
  await clamd.stop();
  await clamd.start();
  log = '';
});
afterAll(async () => {
  await taking.server.close();
  await taking.orm.close(true);
  await refusing.close();
  await clamd.stop();
  await rm(folder, { recursive: true });
});

const infected = (mark: string) => Buffer.concat([FILES.pdf(mark), EICAR]);

const READ = `query ($id: ID!) { node(id: $id) { ... on Evidence {
  name downloadPath file { virusCheck virus findings } } } }`;

async function read(id: string, viewer: Headers, hub = refusing) {
  return (await hub.data(READ, { id }, viewer)).node;
}

/** Examines what waits, once, as a hub does by itself. */
async function examineNow(
  hub = refusing,
  scanner: VirusScanner | null = new VirusScanner({ path: clamd.path }, true, TIMES),
) {
  const told: { file: string; virus: string }[] = [];
  const { dataDirectory } = hub;
  const store = await openEvidenceStore({ dataDirectory, evidenceBucket: null });
  const logger = createLogger({ logLevel: 'silent' });
  await examineWaiting(hub.em.fork(), {
    ...{ store, scanner, logger, now: () => time },
    tellVirus: (found) => told.push(found),
  });
  return told;
}

const trail = ({ updateId }: School) =>
  refusing.em.execute(
    `select account_name as who, action, institution_id is not null and unit_id is not null as placed, after
      from audit_event where subject_type = 'StatusUpdate' and subject_id = ?
        and action in ('evidenceUpload', 'evidence withhold', 'evidence release') order by id`,
    [updateId],
  );

describe('a file with a virus', () => {
  test('is recorded and withheld: the sender, the reviewer and the operator are told, and nobody gets it', async () => {
    const ours = await school(refusing);
    const before = (await metricsOf(refusing)).of('hub_security_events_total{event="virus-found"}');

    const sent = await upload(refusing, ours, infected('a'), { fileName: 'Kế hoạch.pdf' });
    await handIn(refusing, ours);

    expect(sent).toMatchObject({
      status: 201,
      body: {
        name: 'Kế hoạch.pdf',
        virusCheck: 'WITHHELD',
        message: expect.stringContaining(
          'The virus scanner found something harmful in “Kế hoạch.pdf”',
        ),
      },
    });
    expect(await read(sent.body.id, reviewer)).toEqual({
      name: 'Kế hoạch.pdf',
      downloadPath: null,
      file: { virusCheck: 'WITHHELD', virus: null, findings: [] },
    });
    for (const viewer of [ours.admin, reviewer]) {
      const fetched = await download(refusing, `/evidence/${sent.body.id}`, viewer);
      expect(fetched.statusCode).toBe(403);
      expect(fetched.json()).toMatchObject({ code: 'FILE_WITHHELD' });
    }
    const event = log.split('\n').find((line) => line.includes('virus-found'));
    expect(JSON.parse(event!)).toMatchObject({
      ...{ event: 'virus-found', virus: 'Eicar-Test-Signature', msg: 'security' },
      ...{ file: sent.body.sha256, requestId: expect.any(String), address: '127.0.0.1' },
    });
    const after = (await metricsOf(refusing)).of('hub_security_events_total{event="virus-found"}');
    expect(after).toBe(before! + 1);
    expect(await trail(ours)).toMatchObject([{ after: { withheld: true } }]);
    expect((await trail(ours))[0]!['after']).not.toHaveProperty('virus');
  });

  test('does not count as the evidence that an answer needs', async () => {
    const ours = await school(refusing);
    await save(refusing, ours.admin, {
      ...{ institution: ours.institution, round: ours.round, version: 1 },
      answers: FULL_ANSWERS,
    });
    const [criterion] = NEED_EVIDENCE;
    await upload(refusing, ours, infected('needed'), { criterion });
    const problems = async () => {
      const { node } = await refusing.data(
        `query ($id: ID!) { node(id: $id) { ... on StatusUpdate { submissionProblems { code field } } } }`,
        { id: ours.update },
        ours.admin,
      );
      return node.submissionProblems.filter((each: any) => each.field.includes(criterion));
    };

    const withVirus = await problems();
    await upload(refusing, ours, FILES.pdf('clean and needed'), { criterion });

    expect(withVirus).toEqual([
      { code: 'EVIDENCE_MISSING', field: ['answers', criterion, 'evidence'] },
    ]);
    expect(await problems()).toEqual([]);
  });

  test('is withheld wherever the same content is, also when it is sent while the scanner is away', async () => {
    const [ours, theirs] = [await school(refusing), await school(refusing, 'DN-THPT-02')];
    await upload(refusing, ours, infected('twice'));
    await clamd.stop();

    const again = await upload(taking, theirs, infected('twice'));

    expect(again.body).toMatchObject({ virusCheck: 'WITHHELD', message: expect.any(String) });
  });
});

test('a clean file is taken and said to be clean, in pieces and not in one', async () => {
  const ours = await school(refusing);
  const content = Buffer.concat([FILES.pdf('clean'), Buffer.alloc(1_000_000, ' ')]);

  const sent = await upload(refusing, ours, content);

  expect(sent).toMatchObject({ status: 201, body: { virusCheck: 'CLEAN' } });
  expect(sent.body).not.toHaveProperty('message');
  expect(clamd.largest).toBeLessThan(100_000);
  expect(clamd.largest).toBeGreaterThan(0);
});

describe('while the scanner does not answer', () => {
  test.each<[string, () => Promise<void> | void]>([
    ['because it is stopped', () => clamd.stop()],
    ['because it hangs', () => void (clamd.mood = 'silent')],
    [
      'because the file is too large for it',
      () => void (clamd.mood = { says: 'INSTREAM size limit exceeded. ERROR' }),
    ],
  ])(
    '%s, nothing is taken, nothing stays, and the same address is good later',
    async (_why, happen) => {
      const ours = await school(refusing);
      const content = FILES.pdf(crypto.randomUUID());
      await happen();

      const sent = await upload(refusing, ours, content);
      const kept = await refusing.em.execute('select 1 from evidence_file where stored_at is null');
      const parts = await readdir(join(refusing.dataDirectory, 'evidence', 'parts'));

      expect(sent).toMatchObject({ status: 503, body: { code: 'VIRUS_SCANNER_UNAVAILABLE' } });
      expect(kept).toEqual([]);
      expect(parts).toEqual([]);
      expect(await trail(ours)).toEqual([]);
      expect(log).toContain('the virus scanner does not answer');
    },
  );

  test('a hub that is told to take files marks them, and examines them later by itself', async () => {
    const ours = await school(refusing);
    await clamd.stop();
    const [clean, bad] = [
      await upload(taking, ours, FILES.pdf('later')),
      await upload(taking, ours, infected('later'), { fileName: 'b.pdf' }),
    ];
    const meanwhile = await download(taking, `/evidence/${bad.body.id}`, ours.admin);
    await examineNow(taking);
    const still = await read(bad.body.id, ours.admin, taking);
    await clamd.start();

    const told = await examineNow(taking);

    expect([clean.body.virusCheck, bad.body.virusCheck]).toEqual(['NOT_EXAMINED', 'NOT_EXAMINED']);
    expect(meanwhile.statusCode).toBe(200);
    expect(still.file.virusCheck).toBe('NOT_EXAMINED');
    expect(told).toContainEqual({ file: bad.body.sha256, virus: 'Eicar-Test-Signature' });
    expect((await read(clean.body.id, ours.admin)).file.virusCheck).toBe('CLEAN');
    expect((await read(bad.body.id, ours.admin)).file.virusCheck).toBe('WITHHELD');
    expect((await trail(ours)).at(-1)).toEqual({
      ...{ who: 'hub', action: 'evidence withhold', placed: true },
      after: { name: 'b.pdf', sha256: bad.body.sha256 },
    });
    expect(await examineNow(taking)).toEqual([]);
  });

  test('it is a warning of /health/ready that says what happens meanwhile', async () => {
    const ready = async (hub: TestHub) => (await hub.server.inject('/health/ready')).json();
    const before = await ready(refusing);
    await clamd.stop();

    const [refused, taken] = [await ready(refusing), await ready(taking)];

    expect(before).toEqual({ status: 'ok' });
    expect(refused).toEqual({
      status: 'ok',
      warnings: [
        expect.stringMatching(/^the virus scanner .*ENOENT.*no files of evidence are taken$/),
      ],
    });
    expect(taken.warnings[0]).toMatch(/are taken, marked as not examined, and examined later$/);
  });
});

describe('what the hub examines by itself', () => {
  test('a file that is withheld by mistake is released when the signatures are mended', async () => {
    const ours = await school(refusing);
    clamd.mood = { says: 'stream: Mistaken.Signature FOUND' };
    const { body } = await upload(refusing, ours, FILES.pdf('a mistake'));
    clamd.mood = 'well';
    await examineNow();
    const soon = await read(body.id, ours.admin);
    // Only for the hub, because nobody stays signed in for so long.
    time = new Date(NOW.getTime() + 25 * 3_600_000);

    await examineNow();
    time = NOW;

    expect(soon.file.virusCheck).toBe('WITHHELD');
    expect((await read(body.id, ours.admin)).file.virusCheck).toBe('CLEAN');
    expect((await trail(ours)).map(({ action }) => action)).toEqual([
      'evidenceUpload',
      'evidence release',
    ]);
  });

  test('files of earlier versions are looked into, and marked when they would be refused now', async () => {
    const ours = await school(refusing);
    const { body } = await upload(refusing, ours, FILES.docx('of old'), { fileName: 'a.docx' });
    const { body: other } = await upload(refusing, ours, FILES.pdf('/JavaScript of old'));
    await refusing.em.execute(
      `update evidence_file set findings = null, media_type = case sha256 when ? then 'application/pdf' else 'image/png' end where sha256 in (?, ?)`,
      [other.sha256, other.sha256, body.sha256],
    );
    const before = await read(body.id, ours.admin);

    await examineNow(refusing, null);

    expect(before.file.findings).toBeNull();
    expect((await read(body.id, ours.admin)).file.findings).toEqual(['REFUSED_TODAY']);
    expect((await read(other.id, ours.admin)).file.findings).toEqual(['SCRIPT']);
  });

  test('a file that the store has lost does not keep the others from it', async () => {
    const ours = await school(refusing);
    const sent = [
      await upload(refusing, ours, FILES.pdf('lost')),
      await upload(refusing, ours, FILES.pdf('there')),
    ];
    const [lost, there] = sent.map(({ body }) => body);
    await refusing.em.execute('update evidence_file set findings = null where sha256 in (?, ?)', [
      lost.sha256,
      there.sha256,
    ]);
    await rm(join(refusing.dataDirectory, 'evidence', lost.sha256.slice(0, 2), lost.sha256));

    await examineNow();

    expect((await read(lost.id, ours.admin)).file.findings).toBeNull();
    expect((await read(there.id, ours.admin)).file.findings).toEqual([]);
    await refusing.em.execute(`update evidence_file set findings = '{}' where sha256 = ?`, [
      lost.sha256,
    ]);
  });

  test('it begins with the hub, and ends with it', async () => {
    const ours = await school(refusing);
    const { body } = await upload(refusing, ours, FILES.pdf('by itself'));
    await refusing.em.execute('update evidence_file set findings = null where sha256 = ?', [
      body.sha256,
    ]);
    const store = await openEvidenceStore({
      dataDirectory: refusing.dataDirectory,
      evidenceBucket: null,
    });
    const logger = createLogger({ logLevel: 'silent' });
    const examining = { store, scanner: null, logger, now: () => time, tellVirus: () => undefined };

    const stop = startExamining(refusing.orm, examining, { first: 1, every: 1 });
    let found = null;
    while (found === null) found = (await read(body.id, ours.admin)).file.findings;
    await stop();

    expect(found).toEqual([]);
  });
});

test('a hub without a scanner says nothing of viruses, but what was withheld stays so', async () => {
  const ours = await school(refusing);
  const { body } = await upload(refusing, ours, infected('without'));
  const { body: clean } = await upload(refusing, ours, FILES.pdf('without'));
  const without = await startHub({ sharing: refusing.databaseUrl, now: () => time });

  expect((await read(body.id, ours.admin, without)).file.virusCheck).toBe('WITHHELD');
  expect((await read(clean.id, ours.admin, without)).file.virusCheck).toBeNull();
  await without.close();
});

test('an operator sees on the health of the hub what is withheld and what waits', async () => {
  const { hubHealth } = await refusing.data(
    `{ hubHealth { virusScanner { isReachable notExamined }
      withheldFiles { name institution virus examinedAt sha256 } } }`,
    {},
    operator,
  );

  expect(hubHealth.virusScanner).toEqual({ isReachable: true, notExamined: 0 });
  expect(hubHealth.withheldFiles).toContainEqual({
    ...{ name: 'Kế hoạch.pdf', virus: 'Eicar-Test-Signature' },
    ...{ institution: expect.any(String), sha256: expect.stringMatching(/^[\da-f]{64}$/) },
    examinedAt: expect.stringMatching(/^2026-11-2\dT/),
  });
});

test.each([
  ['/run/clamav/clamd.ctl', { path: '/run/clamav/clamd.ctl' }],
  ['clamav:3310', { host: 'clamav', port: 3310 }],
  ['[::1]:3310', { host: '::1', port: 3310 }],
])('the setting %s is an address of the scanner', (text, address) => {
  expect(readConfig({ HUB_CLAMAV_SOCKET: text }).clamav).toEqual({
    address,
    takesUnexamined: false,
  });
});

test('a wrong setting of the scanner is told', () => {
  const environment = { HUB_CLAMAV_SOCKET: 'clamav', HUB_CLAMAV_UNREACHABLE: 'perhaps' };
  expect(() => readConfig(environment)).toThrow(
    /HUB_CLAMAV_SOCKET: must be a path .*\n.*HUB_CLAMAV_UNREACHABLE: must be refuse or take/,
  );
});
