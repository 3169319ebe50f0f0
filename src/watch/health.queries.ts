import { sql } from 'kysely';
import { HubDriver } from '../database/hub-driver.js';
import type { Database, Orm } from '../database/orm.js';
import type { DiskSpace } from '../health/disk-space.js';
import type { WatchedHub } from '../health/watched-hub.js';
import type { VirusScanner } from '../file-checks/virus-scanner.js';
import { placeOf } from '../institutions/institution-place.queries.js';
import type { Context } from '../request/context.js';
import { dateInVietnam, type LocalDate } from '../shared/dates.js';
import { hubVersion } from '../shared/hub-version.js';
import { firstOf } from '../shared/required.js';
import type {
  DatabaseFacts,
  DiskFacts,
  FailureFacts,
  HealthFacts,
  QueueFacts,
  ScannerFacts,
  WithheldFacts,
} from './health-facts.js';
import { readQueues, type Queues } from './queue.queries.js';

const MEGABYTE = 1024 * 1024;

const MOST_WITHHELD = 20;

export async function readHealth(
  { database, orm, now }: Pick<Context, 'database' | 'orm' | 'now'>,
  { startedAt, readiness, disk, errors, scanner }: WatchedHub,
): Promise<HealthFacts> {
  const queues = await readQueues(database);
  const { problems, warnings } = await readiness.look();
  return {
    ...{ version: hubVersion(), startedAt, problems, warnings },
    database: await readDatabase(database, queues),
    disk: disk && (await readDisk(disk)),
    queues: await queuesOf(database, orm, queues),
    virusScanner: scanner && (await readScanner(database, scanner)),
    withheldFiles: await readWithheld(database, dateInVietnam(now)),
    errors: [...errors.all],
  };
}

async function readDatabase(database: Database, { lockWaits }: Queues): Promise<DatabaseFacts> {
  const { rows } = await sql<Omit<DatabaseFacts, 'lockWaits'>>`
    select split_part(current_setting('server_version'), ' ', 1) as version,
      (select max(name) from mikro_orm_migrations) as migration,
      ceil(pg_database_size(current_database()) / ${MEGABYTE}::numeric)::int as megabytes,
      (select count(*)::int from pg_stat_activity where backend_type = 'client backend') as connections,
      current_setting('max_connections')::int as "mostConnections"`.execute(database);
  return { ...firstOf(rows), lockWaits };
}

async function readDisk(disk: DiskSpace): Promise<DiskFacts> {
  return {
    freeMegabytes: Math.floor((await disk.free()) / MEGABYTE),
    reserveMegabytes: disk.reserve / MEGABYTE,
  };
}

async function readScanner(database: Database, scanner: VirusScanner): Promise<ScannerFacts> {
  const { rows } = await sql<{ files: number }>`
    select count(*)::int as files from evidence_file
    where examined_at is null and exists (select from evidence where file_id = evidence_file.id)`.execute(
    database,
  );
  return {
    isReachable: (await scanner.problem()) === null,
    notExamined: firstOf(rows).files,
  };
}

/** The files in quarantine that were found last, each as one institution has it. */
async function readWithheld(database: Database, today: LocalDate): Promise<WithheldFacts[]> {
  const { rows } = await sql<Omit<WithheldFacts, 'examinedAt'> & { examinedAt: string }>`
    select file.sha256, file.virus, file.examined_at as "examinedAt", held.name,
      place.name as institution
    from evidence_file as file
    cross join lateral (
      select evidence.name, status_update.institution_id as "institutionId" from evidence
        join status_update_revision as revision on revision.id = evidence.revision_id
        join status_update on status_update.id = revision.update_id
      where evidence.file_id = file.id order by evidence.id limit 1) as held
    cross join lateral (${placeOf(sql`held."institutionId"`, today)}) as place
    where file.virus is not null
    order by file.examined_at desc, file.id desc limit ${MOST_WITHHELD}`.execute(database);
  return rows.map((row) => ({ ...row, examinedAt: new Date(row.examinedAt) }));
}

async function queuesOf(database: Database, orm: Orm, queues: Queues): Promise<QueueFacts[]> {
  const { webhooks, mails, jobs } = queues;
  const driver = orm.em.getDriver();
  const waiting = driver instanceof HubDriver ? driver.load().publicationsWaiting : 0;
  const sum = (counts: Readonly<Record<string, number>>, ...states: string[]) =>
    states.reduce((all, state) => all + (counts[state] ?? 0), 0);
  const failures = await readFailures(database);
  return [
    { queue: 'PUBLICATIONS', waiting, failed: 0, lastFailure: null },
    {
      queue: 'WEBHOOKS',
      waiting: webhooks.waiting,
      failed: webhooks.failing + webhooks.dead,
      lastFailure: failures('webhook'),
    },
    {
      queue: 'MAILS',
      waiting: sum(mails, 'WAITING', 'SENDING'),
      failed: sum(mails, 'PERHAPS_SENT', 'REFUSED', 'NOT_SENT'),
      lastFailure: failures('mail'),
    },
    {
      queue: 'IMPORT_JOBS',
      waiting: sum(jobs, 'RECEIVING', 'CHECKING', 'SAVING'),
      failed: sum(jobs, 'FAILED'),
      lastFailure: failures('job'),
    },
  ];
}

interface FailureRow {
  queue: string;
  at: string;
  what: string;
  reason: string | null;
}

/** What failed last in each queue of the database. */
async function readFailures(database: Database): Promise<(queue: string) => FailureFacts | null> {
  const { rows } = await sql<FailureRow>`
    (select 'webhook' as queue, coalesce(disabled_at, failing_since) as at, description as what,
        last_failure as reason
      from webhook where failures > 0 order by 2 desc nulls last limit 1)
    union all
    (select 'mail', settled_at, address, answer
      from mail_message where state in ('PERHAPS_SENT', 'REFUSED', 'NOT_SENT')
      order by settled_at desc limit 1)
    union all
    (select 'job', created_at, file, null
      from import_job where state = 'FAILED' order by created_at desc limit 1)`.execute(database);
  return (queue) => {
    const row = rows.find((each) => each.queue === queue);
    return row ? { at: new Date(row.at), what: row.what, reason: row.reason } : null;
  };
}
