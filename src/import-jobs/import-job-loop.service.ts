import { sql } from 'kysely';
import type { Logger } from 'pino';
import { databaseOf, type Database, type Orm } from '../database/orm.js';
import { startTurns } from '../database/turns.js';
import { BegunAgain, FAILED, INTERRUPTED, LostTurn, NeedsTooMuch, TOO_LARGE } from './job-turn.js';
import { failJob, type TellPercent } from './work-on-job.service.js';

/** A step belongs to the hub that works on it for so long; a hub that is silent longer was killed. */
const TURN_SECONDS = 20;

/** How often a hub says that it still works on a step, in milliseconds. */
const SAY_EVERY = 1000;

/** How often the hub looks for work, in milliseconds. */
const LOOK_EVERY = 1000;

/** A step that was begun so often without an end is given up: maybe it is what ends the hub. */
const MOST_ATTEMPTS = 3;

/** What was brought and never saved is discarded after so many days, with what was found in it. */
const KEPT_DAYS = 30;

/** Does the step of a job; a signal cuts it off. */
export type WorkOnJob = (id: number, tell: TellPercent, cut: AbortSignal) => Promise<void>;

interface Turn {
  id: number;
  attempts: number;
}

/**
 * Works on files that were brought while the hub runs, one at a time. Several hubs on one database share
 * the work, and one takes up what another left when it ended.
 * @returns a function that cuts off what is under way, which is begun again later, and stops it.
 */
export function startImportJobs(
  orm: Orm,
  logger: Logger,
  { work, every = LOOK_EVERY }: { work: WorkOnJob; every?: number },
): () => Promise<void> {
  const database = () => databaseOf(orm.em.fork());
  const cut = new AbortController();
  const stop = startTurns<Turn>(logger, {
    atOnce: 1,
    every,
    take: async () => (cut.signal.aborted ? [] : takeJob(database())),
    run: (turn) => runJob(database, logger, turn, (tell) => work(turn.id, tell, cut.signal)),
    failures: { take: 'no import could be taken', run: 'an import could not be worked on' },
  });
  return async () => {
    cut.abort();
    await stop();
  };
}

/** Takes the job that has waited longest for this hub alone. */
export async function takeJob(database: Database): Promise<Turn[]> {
  await sql`
    update import_job set state = 'FAILED', taken_until = null, version = version + 1,
      told = ${JSON.stringify(INTERRUPTED)}::jsonb
    where state in ('CHECKING', 'SAVING') and attempts >= ${MOST_ATTEMPTS}
      and taken_until <= clock_timestamp()`.execute(database);
  await sql`
    with forgotten as (
      update import_job set state = 'DISCARDED', content = null, version = version + 1
      where state in ('RECEIVING', 'CHECKED', 'FAILED')
        and created_at < clock_timestamp() - make_interval(days => ${KEPT_DAYS})
      returning id)
    delete from import_job_row using forgotten where job_id = forgotten.id`.execute(database);
  const { rows } = await sql<Turn>`
    update import_job set attempts = attempts + 1,
      taken_until = clock_timestamp() + make_interval(secs => ${TURN_SECONDS})
    where id = (
      select id from import_job where state in ('CHECKING', 'SAVING') and attempts < ${MOST_ATTEMPTS}
        and (taken_until is null or taken_until <= clock_timestamp())
      order by id limit 1 for update skip locked)
    returning id, attempts`.execute(database);
  return rows;
}

async function runJob(
  database: () => Database,
  logger: Logger,
  turn: Turn,
  work: (tell: TellPercent) => Promise<void>,
): Promise<void> {
  let percent = 0;
  const say = () =>
    stay(database(), turn, percent).catch((error: unknown) =>
      logger.warn({ err: error }, 'the progress of an import could not be recorded'),
    );
  const saying = setInterval(() => void say(), SAY_EVERY);
  try {
    await work((reached) => (percent = reached));
  } catch (error) {
    if (error instanceof LostTurn) return;
    // It is taken again when it was cut off, or when the database is back.
    if (error instanceof BegunAgain) return await giveBack(database(), turn);
    logger.error({ err: error, job: turn.id }, 'an import failed');
    await failJob(database(), turn.id, error instanceof NeedsTooMuch ? TOO_LARGE : FAILED);
  } finally {
    clearInterval(saying);
  }
}

async function stay(database: Database, { id, attempts }: Turn, percent: number): Promise<void> {
  await sql`
    update import_job set percent = ${percent},
      taken_until = clock_timestamp() + make_interval(secs => ${TURN_SECONDS})
    where id = (select id from import_job
      where id = ${id} and attempts = ${attempts} and taken_until is not null
      -- The job is held by its own last statement, which nobody needs to wait for.
      for update skip locked)`.execute(database);
}

/** What was cut off on purpose does not count as an attempt. */
async function giveBack(database: Database, { id, attempts }: Turn): Promise<void> {
  await sql`
    update import_job set taken_until = null, attempts = attempts - 1, percent = 0
    where id = ${id} and attempts = ${attempts} and taken_until is not null`.execute(database);
}
