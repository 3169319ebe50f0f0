import { sql } from 'kysely';
import type { Database } from '../database/orm.js';
import { readPublication, type PublicationState } from '../database/publish.js';
import { firstOf } from '../shared/required.js';

/** What waits to be sent or done, and what was given up, of all hubs on the database. */
export interface Queues {
  publication: PublicationState;
  webhooks: WebhookQueue;
  /** How many mails are in each state in which a mail has not come to its end. */
  mails: Readonly<Record<string, number>>;
  /** For how many seconds the mail that is due longest has waited; 0 when none is due. */
  mailWaits: number;
  /** How many files that were brought in are in each state in which one has not come to its end, or failed. */
  jobs: Readonly<Record<string, number>>;
  /** How many statements in the database wait for a lock. */
  lockWaits: number;
}

interface WebhookQueue {
  /** Enabled ones that have not got everything that was published. */
  waiting: number;
  /** Enabled ones whose last delivery failed. */
  failing: number;
  /** Those that the hub has given up. */
  dead: number;
  /** The most publications that an enabled one has not got. */
  behind: number;
}

const MAILS = ['WAITING', 'SENDING', 'PERHAPS_SENT', 'REFUSED', 'NOT_SENT'];
const JOBS = ['RECEIVING', 'CHECKING', 'CHECKED', 'SAVING', 'FAILED'];

export async function readQueues(database: Database): Promise<Queues> {
  const publication = await readPublication(database);
  const { rows: webhooks } = await sql<WebhookQueue>`
    select count(*) filter (where enabled and behind > 0)::int as waiting,
      count(*) filter (where enabled and failures > 0)::int as failing,
      count(*) filter (where disabled_reason = 'FAILING')::int as dead,
      coalesce(max(behind) filter (where enabled), 0)::int as behind
    from (select failures, disabled_reason, disabled_at is null as enabled,
        coalesce((select revision from published_change order by id desc limit 1) + 1
          - (select revision from published_change where id > webhook.position order by id limit 1),
          0) as behind
      from webhook) as each`.execute(database);
  // Each half has an index that holds few mails among many that were sent.
  const { rows: mails } = await sql<{ state: string; mails: number; waits: number }>`
    select state, count(*)::int as mails, coalesce(max(extract(epoch from
        clock_timestamp() - next_attempt_at)) filter (where state = 'WAITING'), 0)::float as waits
    from mail_message where state in ('WAITING', 'SENDING') group by state
    union all
    select state, count(*)::int, 0 from mail_message
    where state in ('PERHAPS_SENT', 'REFUSED', 'NOT_SENT') group by state`.execute(database);
  const { rows: jobs } = await sql<{ state: string; jobs: number }>`
    select state, count(*)::int as jobs from import_job
    where state = any(${JOBS}::text[]) group by state`.execute(database);
  const { rows: locks } = await sql<{ waits: number }>`
    select count(*)::int as waits from pg_stat_activity
    where datname = current_database() and wait_event_type = 'Lock'`.execute(database);
  return {
    publication,
    webhooks: firstOf(webhooks),
    mails: counts(MAILS, new Map(mails.map((row) => [row.state, row.mails]))),
    mailWaits: Math.max(0, ...mails.map(({ waits }) => waits)),
    jobs: counts(JOBS, new Map(jobs.map((row) => [row.state, row.jobs]))),
    lockWaits: firstOf(locks).waits,
  };
}

/** A state without any has no row. */
function counts(states: readonly string[], found: ReadonlyMap<string, number>) {
  return Object.fromEntries(states.map((state) => [state, found.get(state) ?? 0]));
}
