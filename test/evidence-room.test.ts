import { readdir } from 'node:fs/promises';
import { request, type ClientRequest } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { COMMAND_LINE, trailOf } from '../src/changes/change.service.js';
import { databaseOf } from '../src/database/orm.js';
import { sentBytes } from '../src/evidence/quota.queries.js';
import { PLACES_EACH } from '../src/evidence/upload-room.js';
import { DiskSpace } from '../src/health/disk-space.js';
import { FILES } from './support/evidence-files.js';
import { handIn, put, school, startUpload, upload, type School } from './support/evidence.js';
import { startHub, type TestHub } from './support/hub.js';
import { save } from './support/reporting.js';

const MEGABYTE = 1024 * 1024;
const NOW = new Date('2026-11-23T02:00:00Z');

let hub: TestHub;
/** How much of the disk of the hub is free, in bytes. */
let free: number;
beforeAll(async () => {
  free = 1000 * MEGABYTE;
  const disk = new DiskSpace({ folder: '.', reserve: 512, read: async () => free, goodFor: 0 });
  hub = await startHub({
    from: 'demo',
    now: () => NOW,
    evidenceQuota: MEGABYTE,
    disk,
    rateLimits: { points: 9_000, signIns: null, databaseUrl: undefined },
  });
  await hub.server.listen({ port: 0, host: '127.0.0.1' });
});
afterAll(() => hub.close());

/** A PDF of so many bytes. */
function pdf(mark: string, size: number): Buffer {
  const begin = FILES.pdf(mark);
  return Buffer.concat([begin, Buffer.alloc(size - begin.length)]);
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

/** The contents that are kept in the folder of evidence, and the parts in it. */
async function stored(): Promise<string[]> {
  const folder = join(hub.dataDirectory, 'evidence');
  const found = await readdir(folder, { recursive: true, withFileTypes: true });
  return found.filter((each) => each.isFile()).map(({ name }) => name);
}

const remove = (id: string, { admin }: School) =>
  hub.data(
    `mutation ($id: ID!) { evidenceRemove(input: { evidence: $id }) { removed } }`,
    { id },
    admin,
  );

const addLink = ({ update, admin }: School) =>
  hub.data(
    `mutation ($input: EvidenceLinkAddInput!) { evidenceLinkAdd(input: $input) { userErrors { code } } }`,
    { input: { statusUpdate: update, criterion: 'G1', name: 'a', url: 'https://a.vn' } },
    admin,
  );

/** Sends bytes in a connection of its own, which stays open. */
function begin(address: string, content: Buffer, headers: object = {}): ClientRequest {
  const { port } = hub.server.server.address() as AddressInfo;
  const sending = request({
    port,
    host: '127.0.0.1',
    method: 'PUT',
    path: address,
    headers: { 'accept-language': 'en', ...headers },
  });
  // The client breaks off; that it notices is no failure.
  sending.on('error', () => undefined);
  sending.write(content);
  return sending;
}

/** The code that a request is refused with while its body is still coming. */
const refusal = (sending: ClientRequest) =>
  new Promise<{ status: number | undefined; code: string }>((resolve, reject) => {
    sending.on('response', (response) => {
      let text = '';
      response.on('data', (chunk: Buffer) => (text += chunk.toString()));
      response.on('end', () =>
        resolve({ status: response.statusCode, code: JSON.parse(text).code }),
      );
    });
    sending.on('close', () => reject(new Error('closed without an answer')));
  });

describe('what an institution sends in a round', () => {
  test('is refused beyond its quota, before it comes, while it comes, and when nothing is left', async () => {
    const ours = await school(hub);
    const addresses = [];
    for (let count = 0; count < 3; count += 1)
      addresses.push((await startUpload(hub, ours)).upload.address);
    expect((await upload(hub, ours, pdf('most', 900_000))).status).toBe(201);
    const before = await stored();

    const announced = await put(hub, addresses[0], pdf('announced', 200_000));
    const chunked = begin(addresses[1], pdf('chunked', 200_000), {
      'transfer-encoding': 'chunked',
    });
    const streamed = await refusal(chunked);
    chunked.destroy();
    expect(await eventually(stored, (all) => all.length === before.length)).toEqual(before);
    const last = await put(hub, addresses[2], pdf('last', MEGABYTE - 900_000));
    const started = await startUpload(hub, ours);

    expect(announced).toEqual({
      status: 409,
      body: {
        code: 'EVIDENCE_QUOTA_EXCEEDED',
        message:
          'The institution has used 0.9 of the 1 MB for files of evidence in this round, and what is left does not suffice. Send smaller files (compressed, scanned at a lower resolution), or add links instead; a file that was removed from the draft counts for 30 days after it was sent, and until it is deleted.',
      },
    });
    expect(streamed).toEqual({ status: 409, code: 'EVIDENCE_QUOTA_EXCEEDED' });
    expect(last.status).toBe(201);
    expect(started).toEqual({
      upload: null,
      userErrors: [
        {
          code: 'EVIDENCE_QUOTA_EXCEEDED',
          field: ['statusUpdate'],
          message: expect.stringContaining('has used 1 of the 1 MB'),
        },
      ],
    });
    // Another round has a quota of its own.
    expect((await upload(hub, await school(hub), pdf('other', 900_000))).status).toBe(201);
  });

  test('does not exceed its quota when two files come at once, and the one too many is not kept', async () => {
    const ours = await school(hub);
    const addresses = [];
    for (let count = 0; count < 2; count += 1)
      addresses.push((await startUpload(hub, ours)).upload.address);
    const before = await stored();

    // Both are in and stored before either can be recorded.
    const em = hub.em.fork();
    await em.begin();
    await em.execute('select from status_update where id = ? for update', [ours.updateId]);
    const sending = addresses.map((address, index) =>
      put(hub, address, pdf(`at once ${index}`, 600_000)),
    );
    await eventually(
      () =>
        hub.em.execute(
          `select count(*)::int as waiting from pg_stat_activity
            where datname = current_database() and wait_event_type = 'Lock'`,
        ),
      ([row]) => row!['waiting'] === 2,
    );
    await em.commit();
    const sent = await Promise.all(sending);

    const codes = sent.map(({ status, body }) => (status === 201 ? 201 : body.code)).sort();
    expect(codes).toEqual([201, 'EVIDENCE_QUOTA_EXCEEDED']);
    expect(await stored()).toHaveLength(before.length + 1);
  });

  test('counts each content once, in all revisions, and what was removed for thirty days', async () => {
    const ours = await school(hub);
    const content = pdf('once', 400_000);
    await upload(hub, ours, content);
    const again = await upload(hub, ours, content, { criterion: 'G2' });
    const removed = await upload(hub, ours, pdf('removed', 400_000));
    await remove(removed.body.id, ours);
    await handIn(hub, ours);
    await hub.em.execute(
      `with old as (update status_update_revision set decided_at = '2026-11-24', decision = 'RETURNED'
          where update_id = ${ours.updateId}),
        back as (update status_update set state = 'RETURNED' where id = ${ours.updateId})
        insert into status_update_revision (update_id, number) values (${ours.updateId}, 2)`,
    );

    const tooMuch = await upload(hub, ours, pdf('too much', 300_000));
    const fitting = await upload(hub, ours, pdf('fitting', 200_000));

    expect(again.status).toBe(201);
    expect(tooMuch.body).toMatchObject({
      code: 'EVIDENCE_QUOTA_EXCEEDED',
      message: expect.stringContaining('has used 0.8 of the 1 MB'),
    });
    expect(fitting.status).toBe(201);
  });

  test('counts no more, thirty days after it was sent, what no revision names and is gone', async () => {
    const ours = await school(hub);
    const sentBefore = (days: number, sha256: string) =>
      trailOf(
        COMMAND_LINE,
        'evidenceUpload',
        [
          {
            subjectType: 'StatusUpdate',
            subjectId: ours.updateId,
            after: { sha256, size: 600_000 },
          },
        ],
        new Date(Date.now() - days * 24 * 3_600_000),
      ).execute(databaseOf(hub.em));
    await sentBefore(31, 'long ago');
    await sentBefore(32, 'long ago, and still stored');
    const still = () =>
      hub.em.execute(
        `insert into evidence_file (sha256, size, media_type, stored_at)
          values ('long ago, and still stored', 600000, 'application/pdf', now())`,
      );
    const gone = () =>
      hub.em.execute(`delete from evidence_file where sha256 = 'long ago, and still stored'`);
    const used = () => sentBytes(databaseOf(hub.em), ours.updateId);
    await still();
    const before = await used();
    await gone();
    const afterwards = await used();
    await sentBefore(29, 'lately');

    const sent = await upload(hub, ours, pdf('one more', 500_000));

    expect([before, afterwards]).toEqual([600_000, 0]);

    expect(sent.body).toMatchObject({
      code: 'EVIDENCE_QUOTA_EXCEEDED',
      message: expect.stringContaining('has used 0.6 of the 1 MB'),
    });
  });
});

test('a file costs its account as much as a download, and is refused once the points are used up', async () => {
  const ours = await school(hub);
  const codes = [];
  for (let count = 0; count < 9; count += 1) {
    const criterion = ['G1', 'G2', 'G3'][count % 3];
    const started = await startUpload(hub, ours, { criterion });
    const response = await hub.server.inject({
      method: 'PUT',
      url: started.upload.address,
      headers: { 'accept-language': 'en' },
      payload: FILES.pdf(`points ${count}`),
    });
    codes.push(response.statusCode);
    if (response.statusCode === 201) continue;
    expect(response.json().code).toBe('RATE_LIMITED');
    expect(Number(response.headers['retry-after'])).toBeGreaterThan(0);
    break;
  }

  // The sign-in and the questions cost some of the 9,000 as well.
  expect(codes).toEqual([...Array<number>(8).fill(201), 429]);
});

test('an institution sends so many files at once, and has its places back when connections close', async () => {
  const [ours, others] = [await school(hub), await school(hub, 'DN-THPT-02')];
  const started = await startUpload(hub, ours);
  const before = await stored();
  const sending = [];
  for (let count = 0; count < PLACES_EACH; count += 1)
    sending.push(
      begin((await startUpload(hub, ours)).upload.address, FILES.pdf(), { 'content-length': 1000 }),
    );
  await eventually(stored, (all) => all.length === before.length + PLACES_EACH);

  const tooMany = await put(hub, started.upload.address, FILES.pdf('one more'));
  const elsewhere = await upload(hub, others, FILES.pdf('elsewhere'));
  sending.forEach((each) => each.destroy());
  const afterwards = await eventually(
    () => put(hub, started.upload.address, FILES.pdf('one more')),
    ({ body }) => body.code !== 'UPLOADS_BUSY',
  );

  expect(tooMany).toEqual({
    status: 503,
    body: {
      code: 'UPLOADS_BUSY',
      message:
        'The institution is sending 5 files, the most at a time. Wait for one of them, then send this one to the same address.',
    },
  });
  expect(elsewhere.status).toBe(201);
  expect(afterwards.status).toBe(201);
});

test('on a disk that is nearly full no file is taken, and everything else goes on', async () => {
  const ours = await school(hub);
  const started = await startUpload(hub, ours);
  const before = await stored();
  const ready = () => hub.server.inject('/health/ready');
  expect((await ready()).statusCode).toBe(200);
  free = 511 * MEGABYTE;
  try {
    const refused = await startUpload(hub, ours);
    const sent = await put(hub, started.upload.address, FILES.pdf('full'));
    const linked = await addLink(ours);
    const { institution, round } = ours;
    const saved = await save(hub, ours.admin, { institution, round, version: 1, answers: [] });

    expect(refused).toMatchObject({ upload: null, userErrors: [{ code: 'DISK_NEARLY_FULL' }] });
    expect(sent).toMatchObject({ status: 507, body: { code: 'DISK_NEARLY_FULL' } });
    expect(await stored()).toEqual(before);
    expect(linked.evidenceLinkAdd.userErrors).toEqual([]);
    expect(saved.refusals).toEqual([]);
    const answer = await ready();
    expect(answer.statusCode).toBe(200);
    expect(answer.json()).toEqual({
      status: 'ok',
      warnings: [expect.stringMatching(/^the disk of the data folder is nearly full: 511 MB/)],
    });
  } finally {
    free = 1000 * MEGABYTE;
  }
  expect((await put(hub, started.upload.address, FILES.pdf('full'))).status).toBe(201);
  expect((await ready()).json()).toEqual({ status: 'ok' });
});
