import { createHash } from 'node:crypto';
import { readdir, readFile, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { toGlobalId } from '../src/graphql/node.js';
import { openEvidenceStore } from '../src/evidence/evidence-store.js';
import { uploadAddress } from '../src/evidence/upload-address.js';
import { FILES } from './support/evidence-files.js';
import {
  download,
  evidence,
  handIn,
  provincial,
  put,
  school,
  startUpload,
  upload,
  type School,
} from './support/evidence.js';
import { bodyOf } from './support/problem.js';
import { startHub, TOKEN_SECRET, type TestHub } from './support/hub.js';
import { idOfUnit, signIn, type Headers } from './support/people.js';
import {
  FULL_ANSWERS,
  NEED_EVIDENCE,
  save,
  submit,
  TODAY,
  type Outcome,
} from './support/reporting.js';

let hub: TestHub;
let time: Date;
let reviewer: Headers;
const NOW = new Date('2026-11-23T02:00:00Z');
beforeAll(async () => {
  time = NOW;
  hub = await startHub({ from: 'demo', now: () => time });
  await hub.server.listen({ port: 0, host: '127.0.0.1' });
  reviewer = await provincial(hub, 'REVIEWER');
});
beforeEach(() => {
  time = NOW;
});
afterAll(() => hub.close());

const MEGABYTE = 1024 * 1024;
const sha256Of = (content: Buffer) => createHash('sha256').update(content).digest('hex');

/** The files in the folder of evidence, by their paths. */
async function stored(): Promise<string[]> {
  const found = await readdir(join(hub.dataDirectory, 'evidence'), {
    recursive: true,
    withFileTypes: true,
  });
  return found
    .filter((each) => each.isFile())
    .map(({ parentPath, name }) => join(parentPath, name));
}

/** What backs answers of an update, by name. */
async function backing({ updateId }: School): Promise<string[]> {
  const rows = await hub.em.execute(
    `select name from evidence join status_update_revision as revision on revision.id = revision_id
      where update_id = ? order by evidence.id`,
    [updateId],
  );
  return rows.map((row) => String(row['name']));
}

/** What the trail says of an update since its draft was begun. */
async function trail({ updateId }: School) {
  return hub.em.execute(
    `select account_name as who, action, subject_version as version,
        institution_id is not null and unit_id is not null as placed, before, after
      from audit_event where subject_type = 'StatusUpdate' and subject_id = ?
        and action like 'evidence%' order by id`,
    [updateId],
  );
}

const ADD_LINK = `mutation ($input: EvidenceLinkAddInput!) { evidenceLinkAdd(input: $input) {
  evidence { id name url downloadPath file { size } } userErrors { code field message } } }`;

async function addLink({ update, admin }: School, input: object = {}, viewer = admin) {
  const link = { name: 'Kế hoạch', url: 'https://truong.edu.vn/ke-hoach', criterion: 'G1' };
  const answer = await hub.data(
    ADD_LINK,
    { input: { statusUpdate: update, ...link, ...input } },
    viewer,
  );
  return answer.evidenceLinkAdd;
}

const REMOVE = `mutation ($id: ID!) { evidenceRemove(input: { evidence: $id }) {
  removed userErrors { code field } } }`;

async function remove(id: string, viewer: Headers) {
  return (await hub.data(REMOVE, { id }, viewer)).evidenceRemove;
}

/** Asks until the answer is as wanted; what never is fails by the test's time limit. */
async function eventually<Value>(
  ask: () => Promise<Value>,
  wanted: (value: Value) => boolean,
): Promise<Value> {
  for (;;) {
    const value = await ask();
    if (wanted(value)) return value;
    await pause(10);
  }
}

/** Waits until so many sessions of the database wait for a lock. */
async function waiting(sessions: number): Promise<void> {
  await eventually(
    () =>
      hub.em.execute(
        `select count(*)::int as waiting from pg_stat_activity
          where datname = current_database() and wait_event_type = 'Lock'`,
      ),
    ([row]) => row!['waiting'] === sessions,
  );
}

test('the folder of evidence is for the user of the hub alone', async () => {
  const { mode } = await stat(join(hub.dataDirectory, 'evidence'));

  expect(mode & 0o777).toBe(0o700);
});

describe('the life of a file', () => {
  test('it is sent, read, fetched and handed in, and the trail tells it', async () => {
    const ours = await school(hub);
    const content = FILES.pdf('a life');
    const started = await startUpload(hub, ours, { fileName: 'Quyết định số 12.pdf' });

    const sent = await put(hub, started.upload.address, content);
    await handIn(hub, ours);
    const seen = await evidence(hub, sent.body.id, reviewer);
    const fetched = await download(hub, seen.downloadPath, reviewer);

    expect(started).toEqual({
      upload: {
        address: expect.stringMatching(/^\/evidence\/uploads\/\d+\.\d+\.[\w-]{43}$/),
        expiresAt: '2026-11-23T02:15:00.000Z',
        mostBytes: 20 * MEGABYTE,
      },
      userErrors: [],
    });
    const file = { sha256: sha256Of(content), size: content.length, mediaType: 'application/pdf' };
    expect(sent).toEqual({
      status: 201,
      body: {
        id: expect.any(String),
        name: 'Quyết định số 12.pdf',
        ...file,
        findings: [],
        virusCheck: null,
      },
    });
    expect(seen).toEqual({
      name: 'Quyết định số 12.pdf',
      criterion: { code: 'G1' },
      url: null,
      file,
      downloadPath: `/evidence/${sent.body.id}`,
      addedBy: 'Quản trị DN-THPT-01',
      reusedIn: 0,
      reusedByOthers: 0,
      repeatedHere: 0,
    });
    expect(fetched.statusCode).toBe(200);
    expect(fetched.rawPayload).toEqual(content);
    expect(fetched.headers).toMatchObject({
      'content-type': 'application/pdf',
      'content-length': String(content.length),
      'content-disposition': `attachment; filename="Quyet dinh so 12.pdf"; filename*=UTF-8''Quy%E1%BA%BFt%20%C4%91%E1%BB%8Bnh%20s%E1%BB%91%2012.pdf`,
      'x-content-type-options': 'nosniff',
      'cache-control': 'private, no-store',
    });
    const told = { who: 'Quản trị DN-THPT-01', version: null, placed: true, before: null };
    expect(await trail(ours)).toEqual([
      {
        ...told,
        action: 'evidenceUploadStart',
        after: { criterion: 'G1', fileName: 'Quyết định số 12.pdf' },
      },
      {
        ...told,
        action: 'evidenceUpload',
        after: {
          evidence: expect.any(Number),
          criterion: 'G1',
          name: 'Quyết định số 12.pdf',
          ...{ ...file, findings: [] },
        },
      },
    ]);
  });

  test.each([
    ['a.pdf', FILES.pdf, 'application/pdf'],
    ['a.png', FILES.png, 'image/png'],
    ['a.JPG', FILES.jpeg, 'image/jpeg'],
    ['a.jpeg', FILES.jpeg, 'image/jpeg'],
    [
      'a.docx',
      FILES.docx,
      'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    ],
    ['a.xlsx', FILES.xlsx, 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
    ['a.odt', FILES.odt, 'application/vnd.oasis.opendocument.text'],
  ])('%s is taken', async (fileName, make, mediaType) => {
    const sent = await upload(hub, await school(hub), make(fileName), { fileName });

    expect(sent).toMatchObject({ status: 201, body: { mediaType } });
  });

  test('the entries of the update show it, to its school at once and to others when it is handed in', async () => {
    const ours = await school(hub);
    await upload(hub, ours, FILES.pdf('entry'));
    await addLink(ours, { criterion: 'G2' });
    const ask = (viewer: Headers) =>
      hub.data(
        `query ($id: ID!) { node(id: $id) { ... on StatusUpdate { newestRevision {
          entries { criterion { code } evidence { name } } } } } }`,
        { id: ours.update },
        viewer,
      );
    const shown = (answer: any) =>
      answer.node.newestRevision?.entries
        .filter((entry: any) => entry.evidence.length > 0)
        .map((entry: any) => [entry.criterion.code, entry.evidence[0].name]);

    const before = [await ask(ours.admin), await ask(reviewer)];
    await handIn(hub, ours);
    const after = await ask(reviewer);

    const all = [
      ['G1', 'a.pdf'],
      ['G2', 'Kế hoạch'],
    ];
    expect(before.map(shown)).toEqual([all, undefined]);
    expect(shown(after)).toEqual(all);
  });

  test('what needs evidence can be handed in with it, and not once it was removed', async () => {
    const ours = await school(hub, 'DN-THPT-03');
    const { institution, round, update: id, admin } = ours;
    const { update } = await save(hub, admin, {
      institution,
      round,
      version: 1,
      answers: FULL_ANSWERS,
    });
    const { version } = update!;
    const missing = await submit(hub, admin, { id, version });
    for (const criterion of NEED_EVIDENCE) await addLink(ours, { criterion });
    const { body } = await upload(hub, ours, FILES.pdf('needed'), { criterion: 'G3' });

    // Somebody is removing a link while it is handed in: that waits, and then sees it.
    const em = hub.em.fork();
    await em.begin();
    await em.execute('select from status_update where id = ? for update', [ours.updateId]);
    await em.execute(
      `delete from evidence using criterion, status_update_revision as revision
        where criterion.id = criterion_id and criterion.code = 'R5'
          and revision.id = revision_id and update_id = ?`,
      [ours.updateId],
    );
    const racing = submit(hub, admin, { id, version });
    await waiting(1);
    await em.commit();
    const refused = await racing;
    await addLink(ours, { criterion: 'R5' });
    const handedIn = await submit(hub, admin, { id, version });

    const told = ({ refusals }: Outcome) => refusals.map(({ code, field }) => [code, field?.[1]]);
    expect(told(missing)).toEqual(NEED_EVIDENCE.map((code) => ['EVIDENCE_MISSING', code]));
    expect(told(refused)).toEqual([['EVIDENCE_MISSING', 'R5']]);
    expect(handedIn.update?.state).toBe('SUBMITTED');
    expect(await evidence(hub, body.id, reviewer)).toMatchObject({ name: 'a.pdf' });
  });

  test('evidence of many answers is read with as many statements as that of one', async () => {
    const [few, many] = [await school(hub), await school(hub)];
    await addLink(few);
    for (const criterion of ['G1', 'G1', 'G2', 'G3', 'G4', 'G5'])
      await addLink(many, { criterion });
    const ask = ({ update, admin }: School) =>
      hub.data(
        `query ($id: ID!) { node(id: $id) { ... on StatusUpdate { newestRevision { entries {
          evidence { id name criterion { code } repeatedHere reusedIn } } } } } }`,
        { id: update },
        admin,
      );

    const statements = await hub.countStatements(() => ask(few));

    expect(await hub.countStatements(() => ask(many))).toBe(statements);
  });
});

describe('the same file', () => {
  test('is stored once and shown as re-used, to those who check it', async () => {
    const content = FILES.pdf('the same');
    const before = await stored();
    const [first, second, third] = [
      await school(hub),
      await school(hub),
      await school(hub, 'DN-THPT-02'),
    ];
    const [one, again] = [
      await upload(hub, first, content),
      await upload(hub, first, content, { criterion: 'G2', fileName: 'b.pdf' }),
    ];
    await upload(hub, second, content);
    const other = await upload(hub, third, content);
    await handIn(hub, first);
    const early = await evidence(hub, one.body.id, reviewer);

    await handIn(hub, second);
    await handIn(hub, third);
    const added = (await stored()).filter((path) => !before.includes(path));
    const reuse = async (id: string, viewer: Headers) => {
      const { reusedIn, reusedByOthers, repeatedHere } = await evidence(hub, id, viewer);
      return { reusedIn, reusedByOthers, repeatedHere };
    };

    expect(added).toHaveLength(1);
    expect(added[0]).toContain(sha256Of(content));
    expect((await stat(added[0]!)).size).toBe(content.length);
    expect(early).toMatchObject({ reusedIn: 0, reusedByOthers: 0, repeatedHere: 1 });
    expect(await reuse(one.body.id, reviewer)).toEqual({
      reusedIn: 2,
      reusedByOthers: 1,
      repeatedHere: 1,
    });
    expect(await reuse(again.body.id, await provincial(hub, 'PLANNER'))).toEqual({
      reusedIn: 2,
      reusedByOthers: 1,
      repeatedHere: 1,
    });
    expect(await reuse(other.body.id, reviewer)).toEqual({
      reusedIn: 2,
      reusedByOthers: 1,
      repeatedHere: 0,
    });
    expect(await reuse(one.body.id, first.admin)).toEqual({
      reusedIn: null,
      reusedByOthers: null,
      repeatedHere: 1,
    });
  });

  test('sent for two schools at once is stored once', async () => {
    const content = FILES.png('at once');
    const [first, second] = [await school(hub), await school(hub, 'DN-THPT-02')];
    const before = await stored();

    const sent = await Promise.all(
      [first, second, first, second].map((each) =>
        upload(hub, each, content, { fileName: 'a.png' }),
      ),
    );

    expect(sent.map(({ status }) => status)).toEqual([201, 201, 201, 201]);
    expect((await stored()).filter((path) => !before.includes(path))).toHaveLength(1);
  });

  test('is stored again when somebody has lost it', async () => {
    const content = FILES.pdf('lost');
    const first = await upload(hub, await school(hub), content);
    const path = (await stored()).find((each) => each.endsWith(sha256Of(content)))!;
    await rm(path);

    const second = await school(hub);
    const missing = await download(hub, `/evidence/${first.body.id}`, second.admin);
    await upload(hub, second, content);

    expect(missing.statusCode).toBe(503);
    expect(missing.json()).toMatchObject({ code: 'EVIDENCE_STORE_UNAVAILABLE' });
    expect(await readFile(path)).toEqual(content);
  });
});

describe('a file is refused', () => {
  /** What comes of sending it, when nothing may be kept. */
  async function refusedPut(content: Buffer, fileName: string) {
    const ours = await school(hub);
    const before = await stored();
    const sent = await upload(hub, ours, content, { fileName });
    expect(await backing(ours)).toEqual([]);
    expect(await stored()).toEqual(before);
    return { status: sent.status, ...sent.body };
  }
  const TAKEN = 'pdf, png, jpg, jpeg, docx, xlsx, odt';

  test.each([
    [
      'a program called a PDF',
      FILES.exe(),
      'a.pdf',
      `The content of “a.pdf” is application/x-msdownload (.exe). Only these are taken: ${TAKEN}.`,
    ],
    [
      'an archive called a document',
      FILES.zip(),
      'a.docx',
      `The content of “a.docx” is application/zip (.zip). Only these are taken: ${TAKEN}.`,
    ],
    [
      'text called a picture',
      Buffer.from('<script>alert(1)</script>'),
      'a.png',
      `The content of “a.png” is of no type that could be told. Only these are taken: ${TAKEN}.`,
    ],
    [
      'a document that is cut off in its first bytes',
      FILES.docx().subarray(0, 40),
      'a.docx',
      `The content of “a.docx” is application/zip (.zip). Only these are taken: ${TAKEN}.`,
    ],
  ])('%s', async (_, content, fileName, message) => {
    expect(await refusedPut(content, fileName)).toEqual({
      status: 415,
      code: 'FILE_TYPE_UNSUPPORTED',
      message,
    });
  });

  test('a picture called a PDF', async () => {
    expect(await refusedPut(FILES.png(), 'a.pdf')).toEqual({
      status: 422,
      code: 'FILE_NAME_MISLEADING',
      message:
        'The content of “a.pdf” is image/png (.png), not what its name says. Give the file its right name, then send it again.',
    });
  });

  test('an empty one', async () => {
    expect(await refusedPut(Buffer.alloc(0), 'a.pdf')).toEqual({
      status: 422,
      code: 'FILE_EMPTY',
      message: 'The file is empty: not one byte came.',
    });
  });

  test('one of more than 20 MB, whether it says so or not', async () => {
    const ours = await school(hub);
    const { upload: started } = await startUpload(hub, ours);
    const large = Buffer.concat([FILES.pdf(), Buffer.alloc(20 * MEGABYTE)]);
    const before = await stored();

    const { port } = hub.server.server.address() as AddressInfo;
    const send = async (init: RequestInit & { duplex?: 'half' }) => {
      const url = `http://127.0.0.1:${port}${started.address}`;
      const response = await fetch(url, { method: 'PUT', ...init });
      const { code, message } = (await response.json()) as { code: string; message: string };
      return { status: response.status, code, message };
    };
    const announced = await send({ body: large });
    const chunked = await send({ body: new Blob([large]).stream(), duplex: 'half' });

    const refused = {
      status: 413,
      code: 'FILE_TOO_LARGE',
      message: 'Tệp lớn hơn 20 MB.',
    };
    expect([announced, chunked]).toEqual([refused, refused]);
    expect(await stored()).toEqual(before);
  });

  test('but not one of 20 MB', async () => {
    const ours = await school(hub);
    const begin = FILES.pdf('20 MB');
    const content = Buffer.concat([begin, Buffer.alloc(20 * MEGABYTE - begin.length)]);

    expect(await upload(hub, ours, content)).toMatchObject({
      status: 201,
      body: { size: 20 * MEGABYTE, sha256: sha256Of(content) },
    });
  });

  test('in the language of the sender', async () => {
    const ours = await school(hub);
    const { upload: started } = await startUpload(hub, ours);

    const sent = await put(hub, started.address, Buffer.alloc(0), { 'accept-language': 'vi' });

    expect(sent.body.message).toBe('Tệp rỗng: không nhận được byte nào.');
  });

  test('with a content type that is none, and the address stays good', async () => {
    const ours = await school(hub);
    const { upload: started } = await startUpload(hub, ours);

    const malformed = await put(hub, started.address, FILES.pdf(), { 'content-type': 'x;;' });
    const lying = await put(hub, started.address, FILES.pdf(), { 'content-type': 'text/html' });

    expect(malformed.body.code).toBe('BAD_USER_INPUT');
    expect(lying).toMatchObject({ status: 201, body: { mediaType: 'application/pdf' } });
  });
});

describe('a transfer that breaks off', () => {
  test('leaves nothing and can begin again', async () => {
    const ours = await school(hub);
    const { upload: started } = await startUpload(hub, ours);
    const before = await stored();
    const content = Buffer.concat([FILES.pdf('broken off'), Buffer.alloc(3 * MEGABYTE)]);

    const { port } = hub.server.server.address() as AddressInfo;
    const sending = request({
      port,
      host: '127.0.0.1',
      method: 'PUT',
      path: started.address,
      headers: { 'content-length': content.length },
    });
    // The client breaks off; that it notices is no failure.
    sending.on('error', () => undefined);
    const closed = new Promise((resolve) => sending.on('close', resolve));
    sending.write(content.subarray(0, MEGABYTE));
    const whileComing = await eventually(stored, (paths) => paths.length > before.length);
    sending.destroy();
    await closed;
    const afterwards = await eventually(stored, (paths) => paths.length === before.length);

    expect(whileComing.filter((path) => !before.includes(path))).toEqual([
      expect.stringMatching(/parts\/[\w-]+\.part$/),
    ]);
    expect(afterwards).toEqual(before);
    expect(await backing(ours)).toEqual([]);
    expect(await put(hub, started.address, content)).toMatchObject({ status: 201 });
  });

  test('by a hub that was killed is cleared once nobody has written to it for an hour', async () => {
    const parts = join(hub.dataDirectory, 'evidence', 'parts');
    const [old, fresh] = [join(parts, 'old.part'), join(parts, 'fresh.part')];
    const leave = async () => {
      for (const part of [old, fresh]) await writeFile(part, 'left');
      await utimes(old, new Date(0), new Date(0));
    };

    await leave();
    await upload(hub, await school(hub), FILES.pdf('clears'));
    const afterUpload = await readdir(parts);
    await leave();
    await openEvidenceStore({ dataDirectory: hub.dataDirectory, evidenceBucket: null });
    const afterStart = await readdir(parts);
    await rm(fresh);

    expect(afterUpload).toEqual(['fresh.part']);
    expect(afterStart).toEqual(['fresh.part']);
  });
});

describe('an address', () => {
  test('takes one file', async () => {
    const ours = await school(hub);
    const { upload: started } = await startUpload(hub, ours);

    const first = await put(hub, started.address, FILES.pdf('once'));
    const second = await put(hub, started.address, FILES.pdf('twice'));

    expect(first.status).toBe(201);
    expect(second).toEqual({
      status: 409,
      body: {
        code: 'UPLOAD_DONE',
        message:
          'This address has taken its file. Each is good for one; another file needs another address.',
      },
    });
    expect(await backing(ours)).toEqual(['a.pdf']);
  });

  test('takes one of two files that come at once', async () => {
    const ours = await school(hub);
    const { upload: started } = await startUpload(hub, ours);

    const sent = await Promise.all(
      Array.from({ length: 5 }, (_, index) =>
        put(hub, started.address, FILES.pdf(`at once ${index}`)),
      ),
    );

    expect(sent.map(({ status }) => status).sort()).toEqual([201, 409, 409, 409, 409]);
    expect(await backing(ours)).toEqual(['a.pdf']);
    expect((await trail(ours)).map(({ action }) => action)).toEqual([
      'evidenceUploadStart',
      'evidenceUpload',
    ]);
  });

  test('is good for fifteen minutes', async () => {
    const ours = await school(hub);
    const { upload: started } = await startUpload(hub, ours);

    time = new Date(NOW.getTime() + 15 * 60_000);
    const late = await put(hub, started.address, FILES.pdf());
    time = new Date(NOW.getTime() + 15 * 60_000 - 1);
    const inTime = await put(hub, started.address, FILES.pdf());

    expect(late).toMatchObject({ status: 410, body: { code: 'UPLOAD_EXPIRED' } });
    expect(inTime.status).toBe(201);
  });

  test('that the hub has not given out is unknown', async () => {
    const ours = await school(hub);
    const { upload: started } = await startUpload(hub, ours);
    const [, id, expiry, signature] = /uploads\/(\d+)\.(\d+)\.(.+)$/.exec(started.address)!;
    const otherSecret = new TextEncoder().encode('another secret of thirty-two bytes!');
    const expiresAt = new Date(Number(expiry));

    const forged = [
      `/evidence/uploads/${id}.${Number(expiry) + 3_600_000}.${signature}`,
      `/evidence/uploads/${Number(id) + 1}.${expiry}.${signature}`,
      `/evidence/uploads/${id}.${expiry}.${'A'.repeat(43)}`,
      `/evidence/uploads/${id}.${expiry}.`,
      `/evidence/uploads/${id}.${expiry}`,
      `/evidence/uploads/${id}`,
      '/evidence/uploads/%00',
      `/evidence/uploads/${'9'.repeat(9)}.${'9'.repeat(14)}.${signature}`,
      uploadAddress(otherSecret, { uploadId: Number(id), expiresAt }),
      uploadAddress(TOKEN_SECRET, { uploadId: 999_999_999, expiresAt }),
    ];
    const answers = [];
    for (const address of forged) answers.push(await put(hub, address, FILES.pdf()));

    expect(answers.map(({ status }) => status)).toEqual(forged.map(() => 404));
    expect(await backing(ours)).toEqual([]);
  });

  test('is the same for the same key, and the database holds none', async () => {
    const ours = await school(hub);
    const input = { idempotencyKey: crypto.randomUUID() };

    const [first, again] = [
      await startUpload(hub, ours, input),
      await startUpload(hub, ours, input),
    ];
    const other = await startUpload(hub, ours, { ...input, fileName: 'b.pdf' });
    const token = first.upload.address.split('/').at(-1);
    const signature = token.split('.').at(-1);
    const tables = await hub.em.execute(
      `select table_name as name from information_schema.tables
        where table_schema = 'public' and table_type = 'BASE TABLE'`,
    );
    const dump = await Promise.all(
      tables.map(async ({ name }) => {
        const rows = await hub.em.execute(`select "${name}"::text as row from "${name}"`);
        return rows.map(({ row }) => String(row)).join('\n');
      }),
    ).then((texts) => texts.join('\n'));

    expect(again).toEqual(first);
    expect(other).toMatchObject({
      upload: null,
      userErrors: [{ code: 'IDEMPOTENCY_KEY_REUSED' }],
    });
    expect(dump).toContain(input.idempotencyKey);
    for (const secret of [first.upload.address, token, signature])
      expect(dump).not.toContain(secret);
  });
});

describe('nothing is added', () => {
  /** Sends a file to an address that was given out before something changed. */
  async function sendAfter(change: (ours: School) => Promise<unknown>) {
    const ours = await school(hub);
    const { upload: started } = await startUpload(hub, ours);
    const before = await stored();
    await change(ours);
    const sent = await put(hub, started.address, FILES.pdf('too late'));
    expect(await stored()).toEqual(before);
    expect(await backing(ours)).toEqual([]);
    return { status: sent.status, code: sent.body.code };
  }

  test('once the update has been handed in', async () => {
    expect(await sendAfter((ours) => handIn(hub, ours))).toEqual({
      status: 409,
      code: 'IN_REVIEW',
    });
  });

  test('once the round has been closed', async () => {
    const close = ({ updateId }: School) =>
      hub.em.execute(
        `update reporting_round set closed_at = '2026-11-23T01:00:00Z'
          where id = (select round_id from status_update where id = ?)`,
        [updateId],
      );
    expect(await sendAfter(close)).toEqual({ status: 409, code: 'CLOSED' });
  });

  test('by an account that was disabled or has lost its role', async () => {
    const accountOf = ({ updateId }: School) =>
      `(select account_id from evidence_upload where update_id = ${updateId} limit 1)`;
    const disable = (ours: School) =>
      hub.em.execute(`update account set disabled_at = now() where id = ${accountOf(ours)}`);
    const dismiss = (ours: School) =>
      hub.em.execute(`delete from account_grant where account_id = ${accountOf(ours)}`);

    expect(await sendAfter(disable)).toEqual({ status: 403, code: 'FORBIDDEN' });
    expect(await sendAfter(dismiss)).toEqual({ status: 403, code: 'FORBIDDEN' });
  });

  test('while the update is being handed in: it waits, and then is refused', async () => {
    const ours = await school(hub);
    const { upload: started } = await startUpload(hub, ours);

    const em = hub.em.fork();
    await em.begin();
    await em.execute(`update status_update set state = 'SUBMITTED' where id = ?`, [ours.updateId]);
    const sending = put(hub, started.address, FILES.pdf('racing'));
    const linking = addLink(ours);
    await waiting(2);
    await em.execute(`update status_update_revision set submitted_at = now() where update_id = ?`, [
      ours.updateId,
    ]);
    await em.commit();

    expect((await sending).body.code).toBe('IN_REVIEW');
    expect((await linking).userErrors).toMatchObject([{ code: 'IN_REVIEW' }]);
    expect(await backing(ours)).toEqual([]);
  });

  test('by removal from what was handed in and came back', async () => {
    const ours = await school(hub);
    await addLink(ours);
    const [{ id }] = await hub.em.execute<[{ id: number }]>(
      `select evidence.id from evidence join status_update_revision as revision
         on revision.id = revision_id where update_id = ?`,
      [ours.updateId],
    );
    await hub.em.execute(
      `update status_update_revision set submitted_at = '2026-11-20', decided_at = '2026-11-21',
        decision = 'RETURNED' where update_id = ?`,
      [ours.updateId],
    );
    await hub.em.execute(`update status_update set state = 'RETURNED' where id = ?`, [
      ours.updateId,
    ]);

    const { userErrors } = await remove(toGlobalId('Evidence', id), ours.admin);

    expect(userErrors).toEqual([
      {
        code: 'NO_DRAFT',
        field: ['evidence'],
      },
    ]);
  });

  test('beyond ten pieces for a criterion, even when they come at once', async () => {
    const ours = await school(hub);
    for (let count = 0; count < 8; count += 1) await addLink(ours);
    const addresses = [];
    for (let count = 0; count < 4; count += 1)
      addresses.push((await startUpload(hub, ours)).upload.address);

    const sent = await Promise.all(
      addresses.map((address, index) => put(hub, address, FILES.pdf(`many ${index}`))),
    );

    const codes = sent.map(({ status, body }) => (status === 201 ? 201 : body.code)).sort();
    expect(codes).toEqual([201, 201, 'EVIDENCE_TOO_MUCH', 'EVIDENCE_TOO_MUCH']);
    expect((await addLink(ours)).userErrors).toMatchObject([
      { code: 'EVIDENCE_TOO_MUCH', field: ['criterion'] },
    ]);
    expect((await addLink(ours, { criterion: 'G2' })).userErrors).toEqual([]);
  });

  test('that is unfit, and everything that is comes at once', async () => {
    const ours = await school(hub);

    const link = await addLink(ours, { criterion: 'X9', name: ' ', url: 'javascript:alert(1)' });
    const file = await startUpload(hub, ours, { criterion: 'X9', fileName: '../a.exe' });

    const told = ({ userErrors }: any) =>
      userErrors.map(({ code, field }: any) => [code, ...field]);
    expect(told(link)).toEqual([
      ['CRITERION_UNKNOWN', 'criterion'],
      ['TEXT_MISSING', 'name'],
      ['URL_UNFIT', 'url'],
    ]);
    expect(told(file)).toEqual([
      ['CRITERION_UNKNOWN', 'criterion'],
      ['NAME_UNFIT', 'fileName'],
      ['FILE_TYPE_UNSUPPORTED', 'fileName'],
    ]);
    expect(await trail(ours)).toEqual([]);
  });
});

describe('links', () => {
  test('are added once for a key, and keep the version of the update', async () => {
    const ours = await school(hub);
    const input = { idempotencyKey: crypto.randomUUID() };

    const [first, again] = [await addLink(ours, input), await addLink(ours, input)];
    const [update] = await hub.em.execute('select version from status_update where id = ?', [
      ours.updateId,
    ]);

    expect(first).toEqual({
      evidence: {
        id: expect.any(String),
        name: 'Kế hoạch',
        url: 'https://truong.edu.vn/ke-hoach',
        downloadPath: null,
        file: null,
      },
      userErrors: [],
    });
    expect(again).toEqual(first);
    expect(await backing(ours)).toEqual(['Kế hoạch']);
    expect(update!['version']).toBe(1);
    expect(await trail(ours)).toMatchObject([
      {
        action: 'evidenceLinkAdd',
        version: null,
        after: { criterion: 'G1', name: 'Kế hoạch', url: 'https://truong.edu.vn/ke-hoach' },
      },
    ]);
  });

  test('have no file and no figures of re-use', async () => {
    const ours = await school(hub);
    const { evidence: link } = await addLink(ours);
    await handIn(hub, ours);

    expect(await evidence(hub, link.id, reviewer)).toMatchObject({
      file: null,
      downloadPath: null,
      reusedIn: null,
      reusedByOthers: null,
      repeatedHere: null,
    });
    expect((await download(hub, `/evidence/${link.id}`, reviewer)).statusCode).toBe(404);
  });
});

describe('removing', () => {
  test('takes evidence out of the draft; what was handed in keeps its own', async () => {
    const ours = await school(hub);
    const { body } = await upload(hub, ours, FILES.pdf('removed'));

    const removed = await remove(body.id, ours.admin);
    const again = await remove(body.id, ours.admin);

    expect(removed).toEqual({ removed: body.id, userErrors: [] });
    expect(again).toEqual({
      removed: null,
      userErrors: [{ code: 'NOT_FOUND', field: ['evidence'] }],
    });
    expect(await backing(ours)).toEqual([]);
    expect((await trail(ours)).at(-1)).toMatchObject({
      action: 'evidenceRemove',
      before: { criterion: 'G1', name: 'a.pdf', sha256: sha256Of(FILES.pdf('removed')) },
      after: null,
    });
  });

  test('is refused for what was handed in', async () => {
    const ours = await school(hub);
    const { body } = await upload(hub, ours, FILES.pdf('handed in'));
    await handIn(hub, ours);

    const inReview = await remove(body.id, ours.admin);
    await hub.em.execute(
      `with old as (update status_update_revision set decided_at = '2026-11-24', decision = 'RETURNED'
          where update_id = ${ours.updateId}),
        back as (update status_update set state = 'RETURNED' where id = ${ours.updateId})
        insert into status_update_revision (update_id, number) values (${ours.updateId}, 2)`,
    );
    const returned = await remove(body.id, ours.admin);

    expect(inReview.userErrors).toEqual([{ code: 'IN_REVIEW', field: ['evidence'] }]);
    expect(returned.userErrors).toEqual([{ code: 'EVIDENCE_HANDED_IN', field: ['evidence'] }]);
    expect(await backing(ours)).toEqual(['a.pdf']);
  });
});

describe('who may', () => {
  let ours: School;
  let draft: string;
  let handedIn: string;
  let viewers: Record<string, Headers>;
  beforeAll(async () => {
    ours = await school(hub);
    draft = (await upload(hub, ours, FILES.pdf('whose draft'))).body.id;
    const before = await school(hub);
    handedIn = (await upload(hub, before, FILES.pdf('whose'))).body.id;
    await handIn(hub, before);
    const { institution } = ours;
    const province = await idOfUnit(hub, '68', TODAY);
    viewers = {
      'its administrator': await signIn(hub, { role: 'SCHOOL_ADMIN', institution }),
      'a reviewer in duty': reviewer,
      'a planner of the unit': await signIn(hub, { role: 'PLANNER', unit: province }),
      'the administrator of another school': (await school(hub, 'DN-THPT-02')).admin,
      'a reviewer of other kinds': await signIn(hub, {
        role: 'REVIEWER',
        unit: province,
        kinds: ['COLLEGE'],
      }),
      'a reviewer whose duty is over': await signIn(hub, {
        role: 'REVIEWER',
        unit: province,
        validTo: '2026-11-22',
      }),
      'a planner of another unit': await signIn(hub, {
        role: 'PLANNER',
        unit: await idOfUnit(hub, '24611', TODAY),
      }),
      'an operator': await signIn(hub, { role: 'OPERATOR' }),
      anonymous: {},
    };
  });

  test.each([
    ['its administrator', true, true],
    ['a reviewer in duty', true, false],
    ['a planner of the unit', true, false],
    ['the administrator of another school', false, false],
    ['a reviewer of other kinds', false, false],
    ['a reviewer whose duty is over', false, false],
    ['a planner of another unit', false, false],
    ['an operator', false, false],
    ['anonymous', false, false],
  ])(
    'see and fetch evidence: %s, handed in %p, a draft %p',
    async (who, seesHandedIn, seesDraft) => {
      const viewer = viewers[who]!;
      const unknown = await download(hub, `/evidence/${toGlobalId('Evidence', 999_999)}`, viewer);
      for (const [id, sees] of [
        [handedIn, seesHandedIn],
        [draft, seesDraft],
      ] as const) {
        const fetched = await download(hub, `/evidence/${id}`, viewer);

        expect((await evidence(hub, id, viewer)) !== null).toBe(sees);
        expect(fetched.statusCode).toBe(sees ? 200 : 404);
        if (!sees) expect(fetched.json()).toEqual(unknown.json());
      }
      expect(bodyOf(unknown)).toEqual({
        code: 'NOT_FOUND',
        message: 'There is no file of evidence at this address.',
      });
    },
  );

  test.each([
    ['the administrator of another school', 'NOT_FOUND'],
    ['an operator', 'NOT_FOUND'],
    ['a reviewer in duty', 'FORBIDDEN'],
    ['a planner of the unit', 'FORBIDDEN'],
    ['anonymous', 'UNAUTHENTICATED'],
  ])('add evidence: %s gets %s', async (who, code) => {
    const viewer = viewers[who]!;
    const input = { statusUpdate: ours.update, criterion: 'G1' };
    const attempts = [
      ['evidenceLinkAdd', 'EvidenceLinkAddInput', { ...input, name: 'a', url: 'https://a.vn' }],
      ['evidenceUploadStart', 'EvidenceUploadStartInput', { ...input, fileName: 'a.pdf' }],
    ] as const;

    for (const [mutation, type, given] of attempts) {
      const answer = await hub.ask(
        `mutation ($input: ${type}!) { change: ${mutation}(input: $input) { userErrors { code } } }`,
        { input: given },
        viewer,
      );
      const codes = [
        ...answer.errors.map(({ extensions }) => extensions.code),
        ...(answer.data?.change.userErrors ?? []).map((each: any) => each.code),
      ];
      expect(codes).toEqual([code]);
    }
  });

  test.each([
    ['the administrator of another school', 'NOT_FOUND'],
    ['a reviewer in duty', 'FORBIDDEN'],
    ['anonymous', 'UNAUTHENTICATED'],
  ])('remove evidence that was handed in: %s gets %s', async (who, code) => {
    const answer = await hub.ask(REMOVE, { id: handedIn }, viewers[who]);
    const codes = [
      ...answer.errors.map(({ extensions }) => extensions.code),
      ...(answer.data?.evidenceRemove.userErrors ?? []).map((each: any) => each.code),
    ];
    expect(codes).toEqual([code]);
  });

  test('a token that proves nothing is refused, not taken for nobody', async () => {
    const fetched = await download(hub, `/evidence/${handedIn}`, { authorization: 'Bearer x.y.z' });

    expect(fetched.statusCode).toBe(401);
    expect(fetched.headers['www-authenticate']).toBe('Bearer error="invalid_token"');
    expect(fetched.json().code).toBe('UNAUTHENTICATED');
  });

  test.each([
    ['broken', 404],
    ['%00', 404],
    ['..%2F..%2Ftoken-secret', 404],
    ['%E0%A4%A', 400],
    ['a'.repeat(101), 414],
  ])('nothing is at /evidence/%s', async (id, status) => {
    const fetched = await download(hub, `/evidence/${id}`, viewers['its administrator']);

    expect(fetched.statusCode).toBe(status);
  });
});
