import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { pino } from 'pino';
import { startBackups, type MakeBackup } from '../src/backups/backup-loop.service.js';
import { backupStanding, backupWarning, backupWarningOf } from '../src/backups/standing.queries.js';
import { databaseOf } from '../src/database/orm.js';
import { Readiness } from '../src/health/readiness.js';
import { backupFolder, succeeding } from './support/backup.js';
import { run } from './support/command.js';
import { startHub, type TestHub } from './support/hub.js';

const DAY = 24 * 3_600_000;
const SLOT = new Date('2026-11-22T19:00:00Z');
const at = (hours: number) => new Date(SLOT.getTime() + hours * 3_600_000);

let hub: TestHub;
let other: TestHub;
let folder: string;
let passphrase: string;
beforeAll(async () => {
  hub = await startHub();
  other = await startHub({ sharing: hub.databaseUrl });
  ({ folder, passphrase } = await backupFolder());
});
afterAll(async () => {
  await other.close();
  await hub.close();
  await rm(folder, { recursive: true });
});

let place: string;
beforeEach(async () => {
  place = join(folder, crypto.randomUUID());
  await hub.em.fork().execute('delete from backup');
});
const stops: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const stop of stops.splice(0)) await stop();
});

/** What a hub logs, as it comes. */
const log: Record<string, unknown>[] = [];
beforeEach(() => void log.splice(0));
const logger = pino(
  { level: 'info' },
  { write: (line: string) => void log.push(JSON.parse(line)) },
);

const standing = (now: Date) => backupStanding(databaseOf(hub.em.fork()), DAY, now);

/** Writes a file as a backup does, and remembers it. */
function writer(made: string[]): MakeBackup {
  return async (file) => {
    made.push(file);
    await writeFile(file, 'đủ');
    return { bytes: 3, missing: 0 };
  };
}

function schedule(make: MakeBackup, now: () => Date, on = hub, keep = 3) {
  const stop = startBackups(
    on.orm,
    logger,
    { folder: place, every: DAY, keep, make },
    { now, lookEvery: 5 },
  );
  stops.push(stop);
  return stop;
}

async function until(so: () => Promise<boolean> | boolean): Promise<void> {
  while (!(await so())) await new Promise((resolve) => setTimeout(resolve, 10));
}

const saw = (text: string) => () => log.some(({ msg }) => msg === text);

test('what is due is made once by two hubs, and again on the next day', async () => {
  const made: string[] = [];
  let now = at(1);
  schedule(writer(made), () => now);
  schedule(writer(made), () => now, other);
  await until(async () => (await standing(now)).lastGood !== null);

  now = at(25);
  await until(async () => (await standing(now)).lastGood?.begunAt.getTime() === now.getTime());
  for (const stop of stops.splice(0)) await stop();

  expect(made.map((file) => file.slice(place.length + 1))).toEqual([
    'edu-dx-hub-20261122T200000Z.backup',
    'edu-dx-hub-20261123T200000Z.backup',
  ]);
  expect(await standing(now)).toEqual({
    lastGood: { begunAt: at(25), doneAt: at(25), file: made[1], bytes: 3 },
    lastFailure: null,
    failed: 0,
    overdueSince: null,
  });
});

test('the first of all is not overdue while it is made, however late in the day', async () => {
  const now = at(20);
  const begun = Promise.withResolvers<void>();
  const goOn = Promise.withResolvers<void>();
  const slow: MakeBackup = async (...asked) => {
    begun.resolve();
    await goOn.promise;
    return writer([])(...asked);
  };
  schedule(slow, () => now);
  await begun.promise;

  expect(await standing(now)).toMatchObject({ lastGood: null, overdueSince: null });
  goOn.resolve();
  await until(async () => (await standing(now)).lastGood !== null);
  expect(log.filter(({ msg }) => msg === 'a backup is overdue')).toEqual([]);
});

test('the newest are kept, and other files in the folder are left alone', async () => {
  await mkdir(place);
  const old = [17, 18, 19, 20].map((day) => `edu-dx-hub-202611${day}T190000Z.backup`);
  for (const name of [...old, 'edu-dx-hub.backup', 'ghi chú.txt'])
    await writeFile(join(place, name), '');
  schedule(writer([]), () => at(0));

  await until(async () => (await readdir(place)).length === 5);

  expect((await readdir(place)).sort()).toEqual([
    ...old.slice(2),
    'edu-dx-hub-20261122T190000Z.backup',
    'edu-dx-hub.backup',
    'ghi chú.txt',
  ]);
});

test('a failure is told, leaves nothing behind, and is tried again until it succeeds', async () => {
  const made: string[] = [];
  let now = at(0);
  let broken = true;
  const make: MakeBackup = async (file, cut) => {
    if (!broken) return writer(made)(file, cut);
    await writeFile(`${file}.unfinished-1`, '');
    throw new Error('FILE_UNWRITABLE: The disk is full.');
  };
  schedule(make, () => now);
  await until(async () => (await standing(now)).lastFailure !== null);
  const failed = await standing(now);
  const left = await readdir(place);
  const logged = log.filter(({ msg }) => msg === 'a backup failed');

  now = at(7);
  const overdue = await standing(now);
  await until(saw('a backup is overdue'));
  // The attempt of this hour is over: the next one is that of the next hour.
  await until(async () => (await standing(now)).lastFailure?.failedAt.getTime() === now.getTime());
  broken = false;
  now = at(8.1);
  await until(async () => (await standing(now)).lastGood !== null);

  expect(failed.lastFailure).toEqual({
    failedAt: at(0),
    reason: 'FILE_UNWRITABLE: The disk is full.',
  });
  expect(backupWarning(failed)).toBe(
    'the backup failed at 2026-11-22T19:00:00.000Z and is tried again: there is none; the log says why',
  );
  expect(left).toEqual([]);
  expect(logged).toEqual([
    expect.objectContaining({ reason: 'FILE_UNWRITABLE: The disk is full.', level: 50 }),
  ]);
  expect(overdue.overdueSince).toEqual(at(0));
  expect(backupWarning(overdue)).toBe(
    'a backup is overdue since 2026-11-22T19:00:00.000Z: there is none; the log says why',
  );
  expect(await standing(now)).toMatchObject({ lastFailure: null, overdueSince: null });
});

test('a hub that is stopped leaves its backup to the next one', async () => {
  const made: string[] = [];
  const begun: string[] = [];
  const stop = schedule(
    (file, cut) =>
      new Promise((_resolve, reject) => {
        begun.push(file);
        cut.addEventListener('abort', () => reject(new Error('cut')));
      }),
    () => at(1),
  );
  await until(() => begun.length === 1);

  await stop();
  schedule(writer(made), () => at(1.1), other);
  await until(() => made.length === 1);

  expect(log.filter(({ msg }) => msg === 'a backup failed')).toEqual([]);
});

test('health tells the operator what is overdue, and the hub stays ready', async () => {
  const readiness = new Readiness();
  readiness.addWarning('the list of backups', backupWarningOf(hub.orm, { every: DAY }));
  const nothing = await readiness.look();
  await hub.em
    .fork()
    .execute(
      `insert into backup (due_at, begun_at, not_before) values ('2026-11-20T19:00:00Z', now(), now())`,
    );

  const overdue = await readiness.look();

  expect(nothing).toEqual({ problems: [], warnings: [] });
  expect(overdue).toEqual({
    problems: [],
    warnings: [
      'a backup is overdue since 2026-11-20T19:00:00.000Z: there is none; the log says why',
    ],
  });
});

test('a hub with a folder for backups makes one that can be restored', async () => {
  const settings = {
    DATABASE_URL: hub.databaseUrl,
    HUB_DATA_DIR: join(folder, 'data'),
    HUB_BACKUP_FOLDER: place,
    HUB_BACKUP_PASSPHRASE_FILE: passphrase,
    HUB_SEED_DEMO: 'false',
  };
  const running = run('main', [], { PORT: '0', ...settings });
  await running.saying('/health/ready');
  await until(async () => (await standing(new Date())).lastGood !== null);
  running.process.kill('SIGTERM');
  await running.finished;

  const [name] = await readdir(place);
  const tried = await succeeding(['restore', '--try', join(place, name!)], settings);

  expect(name).toMatch(/^edu-dx-hub-\d{8}T\d{6}Z\.backup$/);
  expect(tried.out).toContain('every count equals the recount');
});

test('a folder without a passphrase, or a rhythm that no day has, is refused at the start', async () => {
  const { err } = await run('main', [], {
    HUB_BACKUP_FOLDER: place,
    HUB_BACKUP_EVERY: '7h',
    HUB_BACKUP_KEEP: '0',
  }).finished;

  expect(err).toContain('HUB_BACKUP_PASSPHRASE_FILE: must be given with HUB_BACKUP_FOLDER');
  expect(err).toContain('HUB_BACKUP_EVERY: must be 1h, 2h, 3h, 4h, 6h, 8h or 12h');
  expect(err).toContain('HUB_BACKUP_KEEP: must be a whole number from 1 to 10000');
});
