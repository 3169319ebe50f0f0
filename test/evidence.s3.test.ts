import { createHash, randomUUID } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import S3rver from 's3rver';
import type { Config } from '../src/config.js';
import { COMMAND_LINE } from '../src/changes/change.service.js';
import { databaseOf } from '../src/database/orm.js';
import { cleanEvidence } from '../src/evidence/clean.service.js';
import { lockContents } from '../src/evidence/content-lock.service.js';
import { openBucket } from '../src/evidence/open-bucket.js';
import { openEvidenceStore } from '../src/evidence/evidence-store.js';
import { ownsStore } from '../src/evidence/store-owner.service.js';
import { FILES } from './support/evidence-files.js';
import { download, evidence, school, startUpload, put, upload } from './support/evidence.js';
import { backupFolder, succeeding } from './support/backup.js';
import { command } from './support/command.js';
import { bareDatabase, startHub, TOKEN_SECRET, type TestHub } from './support/hub.js';

const NOW = new Date('2026-11-23T02:00:00Z');

let directory: string;
let server: S3rver;
let bucket: NonNullable<Config['evidenceBucket']>;
let hub: TestHub;
beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'edu-dx-hub-s3-'));
  server = new S3rver({
    address: '127.0.0.1',
    port: 0,
    silent: true,
    directory,
    configureBuckets: ['evidence', 'second', 'foreign'].map((name) => ({ name, configs: [] })),
  });
  const { port } = await server.run();
  bucket = {
    endpoint: `http://127.0.0.1:${port}`,
    region: 'us-east-1',
    bucket: 'evidence',
    credentials: { accessKeyId: 'S3RVER', secretAccessKey: 'S3RVER' },
  };
  hub = await startHub({ from: 'demo', now: () => NOW, evidenceBucket: bucket });
});
afterAll(async () => {
  await hub.close();
  await server.close();
  await rm(directory, { recursive: true });
});

/** The objects in a bucket. */
async function objects(name = 'evidence'): Promise<string[]> {
  const files = await readdir(join(directory, name), { recursive: true });
  return files.filter((file) => file.endsWith('_object'));
}

/** The objects in a bucket that are contents; the store's owner is not one. */
async function contents(name: string): Promise<string[]> {
  return (await objects(name)).filter((path) => path.includes('/')).sort();
}

test('a file is sent to the bucket, once, and fetched from it', async () => {
  const [first, second] = [await school(hub), await school(hub, 'DN-THPT-02')];
  const content = Buffer.concat([FILES.pdf('bucket'), Buffer.alloc(6 * 1024 * 1024)]);

  const sent = await upload(hub, first, content);
  const again = await upload(hub, second, content);
  const { downloadPath, file } = await evidence(hub, sent.body.id, first.admin);
  const fetched = await download(hub, downloadPath, first.admin);

  expect([sent.status, again.status]).toEqual([201, 201]);
  expect(await objects()).toEqual([
    expect.stringMatching(new RegExp(`^${file.sha256.slice(0, 2)}/${file.sha256}`)),
  ]);
  expect(fetched.statusCode).toBe(200);
  expect(fetched.headers).toMatchObject({
    'content-type': 'application/pdf',
    'content-length': String(content.length),
    'content-disposition': `attachment; filename="a.pdf"; filename*=UTF-8''a.pdf`,
  });
  expect(fetched.rawPayload.equals(content)).toBe(true);
  expect(await readdir(join(hub.dataDirectory, 'evidence', 'parts'))).toEqual([]);
});

test('what nothing names is removed from the bucket, and nothing else', async () => {
  const ours = await school(hub);
  const named = await upload(hub, ours, FILES.pdf('named'));
  const unnamed = await upload(hub, ours, FILES.pdf('unnamed'));
  await hub.data(
    `mutation ($id: ID!) { evidenceRemove(input: { evidence: $id }) { removed } }`,
    { id: unnamed.body.id },
    ours.admin,
  );
  const store = await openEvidenceStore({
    dataDirectory: hub.dataDirectory,
    evidenceBucket: bucket,
  });
  // As a hub does that is killed before it can record it.
  const killed = join(hub.dataDirectory, 'killed.pdf');
  await writeFile(killed, FILES.pdf('killed'));
  const sha256 = createHash('sha256').update(FILES.pdf('killed')).digest('hex');
  const size = FILES.pdf('killed').length;
  await store.keep(killed, { sha256, size, mediaType: 'application/pdf' });
  expect(await ownsStore(hub.em, store)).toBe(true);
  const clean = (dryRun: boolean) =>
    cleanEvidence(hub.em.fork(), store, {
      author: COMMAND_LINE,
      // The server rounds the moment at which it stored an object.
      now: new Date(Date.now() + 60_000),
      olderThan: 0,
      dryRun,
    });
  const before = await objects();

  const would = await clean(true);
  const afterDryRun = await objects();
  const gone = await clean(false);
  const left = await objects();

  expect(would).toEqual({
    contents: [
      { sha256: unnamed.body.sha256, size: unnamed.body.size },
      { sha256, size },
    ],
    foreign: false,
    failures: [],
  });
  expect(afterDryRun).toEqual(before);
  expect(gone).toEqual(would);
  expect(left).toHaveLength(before.length - 2);
  expect(left.some((path) => path.includes(named.body.sha256))).toBe(true);
  expect(left.some((path) => path.includes(unnamed.body.sha256))).toBe(false);
});

test('a file that is refused does not reach the bucket', async () => {
  const ours = await school(hub);
  const before = await objects();

  const sent = await upload(hub, ours, FILES.exe());

  expect(sent).toMatchObject({ status: 415, body: { code: 'FILE_TYPE_UNSUPPORTED' } });
  expect(await objects()).toEqual(before);
});

test('a bucket that is not there, or a server that does not answer, is said at the start', async () => {
  const { dataDirectory } = hub;
  const open = (change: Partial<typeof bucket>) =>
    openEvidenceStore({ dataDirectory, evidenceBucket: { ...bucket, ...change } });

  await expect(open({ bucket: 'nowhere' })).rejects.toMatchObject({
    code: 'EVIDENCE_STORE_UNAVAILABLE',
    message: `Evidence cannot be kept in the bucket nowhere at ${bucket.endpoint}: The specified bucket does not exist. Check HUB_EVIDENCE_S3_… and the rights.`,
  });
  await expect(open({ endpoint: 'http://127.0.0.1:1' })).rejects.toMatchObject({
    code: 'EVIDENCE_STORE_UNAVAILABLE',
  });
});

test('a bucket that takes a call and never answers it counts as away', async () => {
  const calls: IncomingMessage[] = [];
  const silent = createServer((call) => void calls.push(call));
  await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve));
  const { port } = silent.address() as AddressInfo;
  const hanging = { ...bucket, endpoint: `http://127.0.0.1:${port}` };

  try {
    await expect(openBucket(hanging, { connect: 1000, answer: 50 })).rejects.toMatchObject({
      code: 'EVIDENCE_STORE_UNAVAILABLE',
      message: expect.stringContaining('requestTimeout'),
    });
    expect(calls).toHaveLength(2);
  } finally {
    silent.closeAllConnections();
    silent.close();
  }
});

test('whoever waits for the store with a lock gives it back when nothing happens', async () => {
  const limits = await hub.em.fork().transactional(async (em) => {
    await lockContents(databaseOf(em), ['a', 'b']);
    return em.execute(`select current_setting('idle_in_transaction_session_timeout') as limit`);
  });

  expect(limits).toEqual([{ limit: '1min' }]);
});

describe('a backup of a hub with a bucket', () => {
  const content = FILES.pdf('Quyết định ban hành quy chế');
  let folder: string;
  let settings: Record<string, string>;
  beforeAll(async () => {
    const ours = await school(hub);
    await upload(hub, ours, content);
    const backup = await backupFolder();
    folder = backup.folder;
    settings = {
      DATABASE_URL: hub.databaseUrl,
      HUB_DATA_DIR: hub.dataDirectory,
      HUB_TOKEN_SECRET: new TextDecoder().decode(TOKEN_SECRET),
      HUB_BACKUP_PASSPHRASE_FILE: backup.passphrase,
    };
    await succeeding(['backup', join(folder, 'hub.backup')], {
      ...settings,
      ...inBucket('evidence'),
    });
  });
  afterAll(() => rm(folder, { recursive: true }));

  const inBucket = (name: string) => ({
    HUB_EVIDENCE_S3_ENDPOINT: bucket.endpoint!,
    HUB_EVIDENCE_S3_BUCKET: name,
    HUB_EVIDENCE_S3_ACCESS_KEY_ID: 'S3RVER',
    HUB_EVIDENCE_S3_SECRET_ACCESS_KEY: 'S3RVER',
  });
  /** A restore into a new database and data folder. */
  async function restoring(rest: Record<string, string>): Promise<Parameters<typeof succeeding>> {
    const place = {
      DATABASE_URL: await bareDatabase(),
      HUB_DATA_DIR: await mkdtemp(join(folder, 'data-')),
    };
    return [['restore', join(folder, 'hub.backup')], { ...settings, ...place, ...rest }];
  }

  test('fills another bucket with every file, and nothing of the first is touched', async () => {
    const before = await objects();

    const restore = await restoring(inBucket('second'));
    await succeeding(...restore);

    expect(await contents('second')).toEqual(await contents('evidence'));
    expect(await objects()).toEqual(before);
    expect(await readdir(join(restore[1]['HUB_DATA_DIR']!, 'evidence'))).toEqual(['parts']);
  });

  test('fills a folder with the same bytes', async () => {
    const sha256 = createHash('sha256').update(content).digest('hex');

    const restore = await restoring({});
    await succeeding(...restore);

    const kept = join(restore[1]['HUB_DATA_DIR']!, 'evidence', sha256.slice(0, 2), sha256);
    expect((await readFile(kept)).equals(content)).toBe(true);
  });

  test('is refused into the bucket of another hub, and nothing is changed there', async () => {
    const evidenceBucket = { ...bucket, bucket: 'foreign' };
    const theirs = await openEvidenceStore({ dataDirectory: hub.dataDirectory, evidenceBucket });
    await theirs.own(randomUUID());
    const before = await objects('foreign');

    const refused = await command(...(await restoring(inBucket('foreign'))));

    expect([refused.status, refused.err]).toEqual([
      1,
      expect.stringMatching(/EVIDENCE_STORE_FOREIGN: .* HUB_EVIDENCE_S3_BUCKET/),
    ]);
    expect(await objects('foreign')).toEqual(before);
  });
});

test('while the bucket is away nothing is recorded, and the address stays good', async () => {
  const other = new S3rver({
    address: '127.0.0.1',
    port: 0,
    silent: true,
    directory: join(directory, 'other'),
    configureBuckets: [{ name: 'evidence', configs: [] }],
  });
  const { port } = await other.run();
  const endpoint = `http://127.0.0.1:${port}`;
  const away = await startHub({
    from: 'demo',
    now: () => NOW,
    evidenceBucket: { ...bucket, endpoint },
  });
  try {
    const ours = await school(away);
    const { upload: started } = await startUpload(away, ours);
    await other.close();

    const sent = await put(away, started.address, FILES.pdf());
    const rows = await away.em.execute(
      'select id from evidence_upload where finished_at is not null union all select id from evidence',
    );

    expect(sent).toMatchObject({ status: 503, body: { code: 'EVIDENCE_STORE_UNAVAILABLE' } });
    expect(rows).toEqual([]);
  } finally {
    await away.close();
  }
});
