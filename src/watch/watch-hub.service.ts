import type { FastifyInstance } from 'fastify';
import type { Logger } from 'pino';
import { backupStanding } from '../backups/standing.queries.js';
import { HubDriver } from '../database/hub-driver.js';
import { databaseOf, type Orm } from '../database/orm.js';
import type { StandbyReads } from '../database/standby-reads.js';
import { refusalIn } from '../database/refusals.js';
import { tellRefusal } from '../database/tell-refusal.js';
import { withinTime } from '../database/time-limit.js';
import type { Measured, Metrics, Readings } from '../health/metrics.js';
import { OF_PROCESS, readProcess } from '../health/process-readings.js';
import type { Readiness } from '../health/readiness.js';
import type { WatchedHub } from '../health/watched-hub.js';
import { hubVersion } from '../shared/hub-version.js';
import { readQueues } from './queue.queries.js';

/** How long the database has for what is asked of it, in milliseconds: who watches asks again soon. */
const PATIENCE = 2000;

const OF_HUB: readonly Measured[] = [
  { name: 'hub_info', help: 'Always 1, with the version of the hub.', label: 'version' },
  { name: 'hub_ready', help: '1 when /health/ready answers 200, else 0.' },
  { name: 'hub_warnings', help: 'How many warnings /health/ready gives.' },
  {
    name: 'hub_database_connections',
    help: 'Connections of this hub to the database: used and idle.',
    label: 'state',
  },
  {
    name: 'hub_database_waiting',
    help: 'Who waits in this hub: statements for a connection, writes and publications for their turn.',
    label: 'for',
  },
];

const OF_STATEMENTS: readonly Measured[] = [
  {
    name: 'hub_slow_statements_total',
    help: 'Statements that took longer than HUB_SLOW_MS.',
    isCounter: true,
  },
  {
    name: 'hub_lock_timeouts_total',
    help: 'Statements that waited for a lock in vain.',
    isCounter: true,
  },
];

const OF_STANDBY: readonly Measured[] = [
  {
    name: 'hub_standby_reads_total',
    help: 'Statements of queries: answered by the standby, or by the primary, as the standby was behind, ahead or away.',
    label: 'outcome',
    isCounter: true,
  },
];

const OF_DISK: readonly Measured[] = [
  { name: 'hub_disk_free_bytes', help: 'What is free on the disk of the data folder.' },
  { name: 'hub_disk_reserve_bytes', help: 'Below this no files are taken (HUB_DISK_RESERVE_MB).' },
];

const OF_DATABASE: readonly Measured[] = [
  { name: 'hub_database_lock_waits', help: 'Statements in the database that wait for a lock now.' },
  { name: 'hub_published_revision', help: 'The data revision: how often data was published.' },
  { name: 'hub_published_timestamp_seconds', help: 'When data was published last.' },
  {
    name: 'hub_published_day_timestamp_seconds',
    help: 'The beginning of the day whose changes are published, in Vietnam.',
  },
  {
    name: 'hub_webhooks',
    help: 'Webhooks that wait for a delivery, whose last one failed, and that were given up (dead).',
    label: 'state',
  },
  {
    name: 'hub_webhook_behind_publications',
    help: 'The most publications that an enabled webhook has not got yet.',
  },
  { name: 'hub_mails', help: 'Mails by their state, without those that are done.', label: 'state' },
  { name: 'hub_mail_waiting_seconds', help: 'For how long the mail that is due longest waits.' },
  {
    name: 'hub_import_jobs',
    help: 'Files brought in that are not done, by state.',
    label: 'state',
  },
];

const OF_BACKUPS: readonly Measured[] = [
  { name: 'hub_backup_timestamp_seconds', help: 'When the last good backup was done.' },
  { name: 'hub_backup_bytes', help: 'How large the last good backup is.' },
  {
    name: 'hub_backups_failed',
    help: 'Backups that were due since the last good one, and failed.',
  },
  {
    name: 'hub_backup_overdue_seconds',
    help: 'How long ago the backup that is overdue should have been made; 0 while none is.',
  },
];

/** Has the metrics of a server tell how the hub, its database, its disk, its queues and its backups are. */
export function watchHub(
  server: FastifyInstance,
  metrics: Metrics,
  {
    orm,
    logger,
    watched: { readiness, disk },
    backups,
    standby,
  }: {
    orm: Orm;
    logger: Logger;
    watched: WatchedHub;
    backups: { every: number } | null;
    standby: StandbyReads | null;
  },
): void {
  const { read, end } = readProcess();
  server.addHook('onClose', async () => end());
  metrics.watch(OF_PROCESS, read);
  metrics.watch([...OF_HUB, ...OF_STATEMENTS], () => readHub(orm, readiness));
  if (standby)
    metrics.watch(OF_STANDBY, () => ({ hub_standby_reads_total: { ...standby.counts } }));
  if (disk)
    metrics.watch(OF_DISK, async () => ({
      hub_disk_free_bytes: await disk.free(),
      hub_disk_reserve_bytes: disk.reserve,
    }));
  const fromDatabase = (work: () => Promise<Readings>) => () =>
    withinTime(PATIENCE, work).catch((error: unknown) => {
      const refusal = refusalIn(error);
      if (refusal) tellRefusal(logger, refusal);
      else logger.error({ err: error }, 'the database could not be read for the metrics');
      throw error;
    });
  metrics.watch(
    OF_DATABASE,
    fromDatabase(() => readDatabase(orm)),
  );
  if (backups)
    metrics.watch(
      OF_BACKUPS,
      fromDatabase(() => readBackups(orm, backups.every)),
    );
}

async function readHub(orm: Orm, readiness: Readiness): Promise<Readings> {
  const driver = orm.em.getDriver();
  const { problems, warnings } = await readiness.look();
  const hub = {
    hub_info: { [hubVersion()]: 1 },
    hub_ready: problems.length === 0 ? 1 : 0,
    hub_warnings: warnings.length,
  };
  if (!(driver instanceof HubDriver)) return hub;
  const { used, idle, waiting, writesWaiting, publicationsWaiting, slow, locked } = driver.load();
  return {
    ...hub,
    hub_database_connections: { used, idle },
    hub_database_waiting: {
      connection: waiting,
      write: writesWaiting,
      publication: publicationsWaiting,
    },
    hub_slow_statements_total: slow,
    hub_lock_timeouts_total: locked,
  };
}

async function readBackups(orm: Orm, every: number): Promise<Readings> {
  const now = new Date();
  const standing = await backupStanding(databaseOf(orm.em.fork()), every, now);
  const { lastGood, failed, overdueSince } = standing;
  return {
    ...(lastGood && {
      hub_backup_timestamp_seconds: lastGood.doneAt.getTime() / 1000,
      hub_backup_bytes: lastGood.bytes,
    }),
    hub_backups_failed: failed,
    hub_backup_overdue_seconds: overdueSince ? (now.getTime() - overdueSince.getTime()) / 1000 : 0,
  };
}

/** Without a database nothing of it is known, and nothing is told. */
async function readDatabase(orm: Orm): Promise<Readings> {
  const { publication, webhooks, mails, mailWaits, jobs, lockWaits } = await readQueues(
    databaseOf(orm.em.fork()),
  );
  const { waiting, failing, dead, behind } = webhooks;
  return {
    hub_database_lock_waits: lockWaits,
    hub_published_revision: publication.revision,
    hub_published_timestamp_seconds: publication.publishedAt.getTime() / 1000,
    ...(publication.day !== null && {
      hub_published_day_timestamp_seconds: Date.parse(`${publication.day}T00:00:00+07:00`) / 1000,
    }),
    hub_webhooks: { waiting, failing, dead },
    hub_webhook_behind_publications: behind,
    hub_mails: mails,
    hub_mail_waiting_seconds: mailWaits,
    hub_import_jobs: jobs,
  };
}
