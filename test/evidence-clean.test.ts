import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, readdir, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { pino } from 'pino';
import { COMMAND_LINE } from '../src/changes/change.service.js';
import { startCleaning } from '../src/evidence/clean-daily.service.js';
import { cleanEvidence, type Cleaning } from '../src/evidence/clean.service.js';
import { openEvidenceStore, type EvidenceStore } from '../src/evidence/evidence-store.js';
import { ownsStore } from '../src/evidence/store-owner.service.js';
import { command } from './support/command.js';
import { differenceOf, dumpOf } from './support/dump.js';
import { FILES } from './support/evidence-files.js';
import {
  download,
  handIn,
  put,
  school,
  startUpload,
  upload,
  type School,
} from './support/evidence.js';
import { startHub, type TestHub } from './support/hub.js';

const NOW = new Date('2026-11-23T02:00:00Z');
const DAY = 24 * 3_600_000;
const later = (days: number) => new Date(Date.now() + days * DAY);

let hub: TestHub;
let store: EvidenceStore;
beforeAll(async () => {
  hub = await startHub({ from: 'demo', now: () => NOW });
  store = await openEvidenceStore({ dataDirectory: hub.dataDirectory, evidenceBucket: null });
  expect(await ownsStore(hub.em, store)).toBe(true);
});
afterAll(() => hub.close());

const sha256Of = (content: Buffer) => createHash('sha256').update(content).digest('hex');

/** Cleans at once, or as it is said. */
const cleaned = (cleaning: Partial<Cleaning> = {}, from: EvidenceStore = store) =>
  cleanEvidence(hub.em.fork(), from, {
    author: COMMAND_LINE,
    now: new Date(),
    olderThan: 0,
    dryRun: false,
    ...cleaning,
  });

/** The contents that a cleaning removes; null when another is running. */
const clean = async (...how: Parameters<typeof cleaned>) =>
  (await cleaned(...how))?.contents ?? null;

/** The files in the folder of evidence, by their paths. */
async function stored(): Promise<string[]> {
  const found = await readdir(join(hub.dataDirectory, 'evidence'), {
    recursive: true,
    withFileTypes: true,
  });
  return found
    .filter((each) => each.isFile())
    .map(({ parentPath, name }) => join(parentPath, name))
    .sort();
}

const isStored = async (content: Buffer) =>
  (await stored()).some((path) => path.endsWith(sha256Of(content)));

async function remove(id: string, { admin }: School): Promise<void> {
  const { evidenceRemove } = await hub.data(
    `mutation ($id: ID!) { evidenceRemove(input: { evidence: $id }) { removed } }`,
    { id },
    admin,
  );
  expect(evidenceRemove.removed).toBe(id);
}

/** Has a file sent to a draft and removed from it again. */
async function unnamed(content: Buffer): Promise<void> {
  const ours = await school(hub);
  await remove((await upload(hub, ours, content)).body.id, ours);
}

/** Puts a content into the folder that no row tells of, as a hub does that is killed then. */
async function unrecorded(
  content: Buffer,
  storedAt = new Date(),
  dataDirectory = hub.dataDirectory,
): Promise<void> {
  const sha256 = sha256Of(content);
  const folder = join(dataDirectory, 'evidence', sha256.slice(0, 2));
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, sha256), content);
  await utimes(join(folder, sha256), storedAt, storedAt);
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
const waiting = (sessions: number) =>
  eventually(
    () =>
      hub.em.execute(
        `select count(*)::int as waiting from pg_stat_activity
          where datname = current_database() and wait_event_type = 'Lock'`,
      ),
    ([row]) => row!['waiting'] === sessions,
  );

/** The entries of the trail about removals, newest first. */
const trail = () =>
  hub.em.execute(
    `select account_name as who, subject_type as what, institution_id, before, after
      from audit_event where action = 'evidence clean' order by id desc`,
  );

describe('a content', () => {
  test('goes once nothing has named it for as long as is said, and the trail tells it', async () => {
    const content = FILES.pdf('removed');
    await unnamed(content);

    const first = await clean({ olderThan: 30 });
    const early = await clean({ olderThan: 30, now: later(29) });
    const kept = await isStored(content);
    const inTime = await clean({ olderThan: 30, now: later(31) });
    const rows = await hub.em.execute('select id from evidence_file where sha256 = ?', [
      sha256Of(content),
    ]);

    expect([first, early, kept]).toEqual([[], [], true]);
    expect(inTime).toEqual([{ sha256: sha256Of(content), size: content.length }]);
    expect(await isStored(content)).toBe(false);
    expect(rows).toEqual([]);
    expect((await trail())[0]).toEqual({
      who: 'command line',
      what: 'EvidenceFile',
      institution_id: null,
      before: { contents: 1, bytes: content.length, sha256: [sha256Of(content)] },
      after: null,
    });
  });

  test('that is named again counts from when nothing names it anew', async () => {
    const content = FILES.pdf('named again');
    await unnamed(content);
    await clean({ olderThan: 30 });
    await unnamed(content);

    const gone = await clean({ olderThan: 30, now: later(31) });

    expect(gone).toEqual([]);
    expect(await isStored(content)).toBe(true);
    await clean({ now: later(31) });
    expect(await isStored(content)).toBe(false);
  });

  test('that any revision names stays, whatever was noted of it', async () => {
    const [drafted, approved] = [FILES.pdf('drafted'), FILES.pdf('approved')];
    await upload(hub, await school(hub), drafted);
    const ours = await school(hub);
    const { body } = await upload(hub, ours, approved);
    await handIn(hub, ours);
    await hub.em.execute(
      `with old as (update status_update_revision set decided_at = '2026-11-24', decision = 'APPROVED'
          where update_id = ${ours.updateId})
        update status_update set state = 'APPROVED' where id = ${ours.updateId}`,
    );
    await hub.em.execute(`update evidence_file set unnamed_since = '2020-01-01'`);

    await clean({ now: later(1000) });

    expect([await isStored(drafted), await isStored(approved)]).toEqual([true, true]);
    const fetched = await download(hub, `/evidence/${body.id}`, ours.admin);
    expect(fetched.rawPayload).toEqual(approved);
  });

  test('that no row tells of goes when it is old enough, and nothing else that lies there', async () => {
    const [old, fresh] = [FILES.pdf('killed long ago'), FILES.pdf('killed now')];
    await unrecorded(old, later(-31));
    await unrecorded(fresh);
    const foreign = join(hub.dataDirectory, 'evidence', 'notes.txt');
    await writeFile(foreign, 'of the operator');
    await utimes(foreign, later(-1000), later(-1000));

    const gone = await clean({ olderThan: 30 });

    expect(gone).toEqual([{ sha256: sha256Of(old), size: old.length }]);
    expect([await isStored(old), await isStored(fresh)]).toEqual([false, true]);
    expect(await stored()).toContain(foreign);
  });
});

test('parts that were left behind are removed as well', async () => {
  const part = join(store.parts, 'left.part');
  await writeFile(part, 'left');
  await utimes(part, new Date(0), new Date(0));

  await clean();

  expect(await readdir(store.parts)).toEqual([]);
});

test('a dry run tells what would go, and leaves everything as it is', async () => {
  const [removed, killed] = [FILES.pdf('dry'), FILES.pdf('dry and killed')];
  await clean();
  await unnamed(removed);
  await unrecorded(killed);
  await writeFile(join(store.parts, 'dry.part'), 'left');
  await utimes(join(store.parts, 'dry.part'), new Date(0), new Date(0));
  const before = { files: await stored(), rows: await dumpOf(hub) };

  const found = await clean({ dryRun: true });

  expect(found).toEqual(
    [removed, killed].map((content) => ({ sha256: sha256Of(content), size: content.length })),
  );
  expect(await stored()).toEqual(before.files);
  expect(differenceOf(before.rows, await dumpOf(hub))).toEqual([]);
  expect(await clean()).toEqual(found);
});

describe('whoever sends a content while it is removed keeps it', () => {
  test('when it goes after it was found and before it is recorded', async () => {
    const content = FILES.pdf('found, then gone');
    await unrecorded(content, later(-31));
    const ours = await school(hub);
    const started = await startUpload(hub, ours);

    const em = hub.em.fork();
    await em.begin();
    await em.execute('select from status_update where id = ? for update', [ours.updateId]);
    const sending = put(hub, started.upload.address, content);
    await waiting(1);
    const gone = await clean();
    await em.commit();
    const { status, body } = await sending;

    expect(gone).toMatchObject([{ sha256: sha256Of(content) }]);
    expect(status).toBe(201);
    const fetched = await download(hub, `/evidence/${body.id}`, ours.admin);
    expect(fetched.rawPayload).toEqual(content);
  });

  test('when it comes in the middle of the removal', async () => {
    const content = FILES.pdf('in the middle');
    await unnamed(content);
    const ours = await school(hub);
    const started = await startUpload(hub, ours);
    let sending: ReturnType<typeof put> | undefined;
    const slow: EvidenceStore = {
      ...store,
      remove: async (sha256) => {
        // The upload finds the content still there, and waits for what becomes of it.
        sending = put(hub, started.upload.address, content);
        await waiting(1);
        await store.remove(sha256);
      },
    };

    const gone = await clean({}, slow);
    const { status, body } = (await sending)!;

    expect(gone).toMatchObject([{ sha256: sha256Of(content) }]);
    expect(status).toBe(201);
    const fetched = await download(hub, `/evidence/${body.id}`, ours.admin);
    expect(fetched.rawPayload).toEqual(content);
  });

  test('however often and at once both happen', async () => {
    const content = FILES.pdf('again and again');
    const schools = [await school(hub), await school(hub, 'DN-THPT-02')];
    let cleaning = true;
    const cleaner = (async () => {
      while (cleaning) await clean();
    })();

    for (let round = 0; round < 15; round += 1) {
      const sent = await Promise.all(schools.map((each) => upload(hub, each, content)));
      for (const [index, { status, body }] of sent.entries()) {
        expect(status).toBe(201);
        const ours = schools[index]!;
        const fetched = await download(hub, `/evidence/${body.id}`, ours.admin);
        expect(fetched.statusCode).toBe(200);
        await remove(body.id, ours);
      }
    }
    cleaning = false;
    await cleaner;

    await clean();
    expect(await isStored(content)).toBe(false);
  });
});

test('a content that cannot be removed from the store is told of until it can', async () => {
  const content = FILES.pdf('stuck');
  await unnamed(content);
  const stuck: EvidenceStore = { ...store, remove: () => Promise.reject(new Error('away')) };
  const before = (await trail()).length;

  const failed = await cleaned({}, stuck);
  const told = (await trail()).length;
  const gone = await clean();

  expect(failed).toEqual({ contents: [], foreign: false, failures: [new Error('away')] });
  expect(told).toBe(before);
  expect(gone).toMatchObject([{ sha256: sha256Of(content) }]);
});

describe('what cannot be removed', () => {
  /** A store with more contents than are removed at once, of which the first refuses to go. */
  async function partlyStuck() {
    await clean();
    const contents = Array.from({ length: 51 }, (_, index) => FILES.pdf(`one of many ${index}`));
    for (const content of contents) await unrecorded(content, later(-31));
    const [first] = contents.map(sha256Of).sort();
    const stuck: EvidenceStore = {
      ...store,
      remove: async (sha256) => {
        if (sha256 === first) throw new Error('refused');
        await store.remove(sha256);
      },
    };
    return { stuck, first };
  }

  test('does not keep the rest from going', async () => {
    const { stuck, first } = await partlyStuck();

    const done = await cleaned({}, stuck);

    expect(done).toMatchObject({ failures: [new Error('refused')] });
    expect(done?.contents).toHaveLength(1);
    expect(await store.find(first!)).not.toBeNull();
    await clean();
    expect(await store.find(first!)).toBeNull();
  });

  test('is in the log of the hub', async () => {
    const { stuck } = await partlyStuck();
    const lines: string[] = [];
    const logger = pino({ level: 'error' }, { write: (line: string) => void lines.push(line) });

    const stop = startCleaning(hub.orm, stuck, logger, { first: 1, every: DAY });
    await eventually(async () => lines.length, Boolean);
    await stop();
    await clean();

    expect(lines.map((line) => JSON.parse(line))).toEqual([
      expect.objectContaining({
        msg: 'evidence could not be cleaned',
        err: expect.objectContaining({ message: 'refused' }),
      }),
    ]);
  });

  test('ends the command with status 1, after the rest', async () => {
    await clean();
    await unrecorded(FILES.pdf('stuck for the command'), later(-31));
    const em = hub.em.fork();
    await em.execute(
      `create function refuse() returns trigger language plpgsql
        as $$ begin raise exception 'no entry now'; end $$`,
    );
    await em.execute(
      `create trigger refuse before insert on audit_event for each row execute function refuse()`,
    );
    try {
      const run = await command(['evidence', 'clean'], {
        DATABASE_URL: hub.databaseUrl,
        HUB_DATA_DIR: hub.dataDirectory,
      });

      expect(run.status).toBe(1);
      expect(run.out).toBe('0 file(s), 0.0 MB, removed\n');
      expect(run.err).toMatch(
        /^EVIDENCE_NOT_CLEANED: Some files could not be removed: .*no entry now/s,
      );
    } finally {
      await em.execute('drop function refuse() cascade');
    }
    await clean();
  });
});

test('one cleans at a time', async () => {
  await unnamed(FILES.pdf('two cleaners'));
  let second: Awaited<ReturnType<typeof clean>> | undefined;
  const slow: EvidenceStore = {
    ...store,
    remove: async (sha256) => {
      second = await clean();
      await store.remove(sha256);
    },
  };

  const first = await clean({}, slow);

  expect(first).toHaveLength(1);
  expect(second).toBeNull();
  expect(await clean()).toEqual([]);
});

test('a hub cleans by itself, in its own name, until it is stopped', async () => {
  const content = FILES.pdf('by itself');
  await unnamed(content);
  await clean({ olderThan: 30 });
  await hub.em.execute(
    `update evidence_file set unnamed_since = now() - interval '31 days' where sha256 = ?`,
    [sha256Of(content)],
  );

  const stop = startCleaning(hub.orm, store, pino({ level: 'silent' }), { first: 1, every: DAY });
  await eventually(trail, ([newest]) => newest?.['who'] === 'hub');
  await stop();

  expect(await isStored(content)).toBe(false);
  expect((await trail())[0]).toMatchObject({
    who: 'hub',
    before: { contents: 1, sha256: [sha256Of(content)] },
  });
});

describe('a store that is not known to be ours', () => {
  let dataDirectory: string;
  let other: EvidenceStore;
  beforeEach(async () => {
    dataDirectory = await mkdtemp(join(tmpdir(), 'edu-dx-hub-other-'));
    other = await openEvidenceStore({ dataDirectory, evidenceBucket: null });
  });
  afterEach(() => rm(dataDirectory, { recursive: true }));

  const contentsOf = async (from: EvidenceStore) => {
    const found = [];
    for await (const page of from.list()) found.push(...page);
    return found.sort();
  };

  test('is claimed when it is empty, and the claim is no content', async () => {
    const ours = await ownsStore(hub.em, other);

    expect(ours).toBe(true);
    expect(await other.owner()).toBe(await store.owner());
    expect(await contentsOf(other)).toEqual([]);
  });

  test('is claimed by who knows at least half of its contents, and else belongs to another', async () => {
    const known = FILES.pdf('known');
    await upload(hub, await school(hub), known);
    await unrecorded(FILES.pdf('unknown 1'), later(-31), dataDirectory);

    const asStranger = await ownsStore(hub.em, other);
    await unrecorded(known, later(-31), dataDirectory);
    const dry = await ownsStore(hub.em, other, { dryRun: true });
    const unclaimed = await other.owner();
    const asOurs = await ownsStore(hub.em, other);

    expect([asStranger, dry, unclaimed, asOurs]).toEqual([false, true, null, true]);
    expect(await other.owner()).toBe(await store.owner());
  });

  test('keeps what no row tells of while it belongs to another, and loses what we removed', async () => {
    const [foreign, removed] = [FILES.pdf('of another'), FILES.pdf('removed by us')];
    await clean();
    await other.own('another');
    await unrecorded(foreign, later(-1000), dataDirectory);
    await unnamed(removed);
    await unrecorded(removed, later(-1000), dataDirectory);

    const done = await cleaned({}, other);

    expect(done).toEqual({
      contents: [{ sha256: sha256Of(removed), size: removed.length }],
      foreign: true,
      failures: [],
    });
    expect(await contentsOf(other)).toEqual([sha256Of(foreign)]);
    expect(await other.owner()).toBe('another');
    await store.remove(sha256Of(removed));
  });

  test('is warned of by the hub that cleans by itself', async () => {
    await other.own('another');
    const lines: string[] = [];
    const logger = pino({ level: 'warn' }, { write: (line: string) => void lines.push(line) });

    const stop = startCleaning(hub.orm, other, logger, { first: 1, every: DAY });
    await eventually(async () => lines.length, Boolean);
    await stop();

    expect(lines.map((line) => JSON.parse(line).msg)).toEqual([
      'the store of evidence belongs to another database: contents that this one does not know were kept',
    ]);
  });

  test('is told of by the command, and taken over on purpose, on record', async () => {
    const foreign = FILES.pdf('taken over');
    await clean();
    await other.own('another');
    await unrecorded(foreign, later(-31), dataDirectory);
    const run = (...parameters: string[]) =>
      command(['evidence', 'clean', ...parameters], {
        DATABASE_URL: hub.databaseUrl,
        HUB_DATA_DIR: dataDirectory,
      });

    const kept = await run();
    const dry = await run('--adopt-store', '--dry-run');
    const still = await other.owner();
    const adopted = await run('--adopt-store');

    expect(kept).toEqual({
      status: 0,
      out: '0 file(s), 0.0 MB, removed\n',
      err: expect.stringMatching(/^The store belongs to another database: .* --adopt-store\.\n$/),
    });
    const line = `${sha256Of(foreign)}  ${foreign.length} bytes\n`;
    expect(dry).toEqual({ status: 0, out: '1 file(s), 0.0 MB, would be removed\n', err: line });
    expect(still).toBe('another');
    expect(adopted).toEqual({ status: 0, out: '1 file(s), 0.0 MB, removed\n', err: line });
    const owner = await store.owner();
    expect(await other.owner()).toBe(owner);
    const [entry] = await hub.em.execute(
      `select account_name as who, subject_type as what, before, after
        from audit_event where action = 'evidence adopt store' order by id desc`,
    );
    expect(entry).toEqual({
      who: 'command line',
      what: 'EvidenceStore',
      before: { owner: 'another' },
      after: { owner },
    });
  });
});

test('the command says what would go and what has gone', async () => {
  const content = FILES.pdf('by command');
  await clean();
  await unnamed(content);
  const run = (...parameters: string[]) =>
    command(['evidence', 'clean', ...parameters], {
      DATABASE_URL: hub.databaseUrl,
      HUB_DATA_DIR: hub.dataDirectory,
    });

  const wrong = await run('--older-than', 'soon');
  const young = await run();
  const dry = await run('--dry-run', '--older-than', '0');
  const kept = await isStored(content);
  const gone = await run('--older-than', '0');

  const line = `${sha256Of(content)}  ${content.length} bytes\n`;
  expect(wrong.status).toBe(1);
  expect(wrong.err).toContain('Give a number of days from 0 to 9999.');
  expect(young).toEqual({ status: 0, out: '0 file(s), 0.0 MB, removed\n', err: '' });
  expect(dry).toEqual({ status: 0, out: '1 file(s), 0.0 MB, would be removed\n', err: line });
  expect(kept).toBe(true);
  expect(gone).toEqual({ status: 0, out: '1 file(s), 0.0 MB, removed\n', err: line });
  expect(await isStored(content)).toBe(false);
});
