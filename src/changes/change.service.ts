import { createHmac } from 'node:crypto';
import { sql, type RawBuilder } from 'kysely';
import { requireViewer } from '../auth/require-viewer.js';
import type { Viewer } from '../auth/viewer.js';
import { databaseOf, type EntityManager } from '../database/orm.js';
import { both, doLater, NOTHING_ASKED, question, type Question } from '../database/flight.js';
import { PUBLICATION, publishAfter } from '../database/publish.js';
import type { Refusal } from '../graphql/user-error.js';
import type { Context } from '../request/context.js';
import { firstOf } from '../shared/required.js';
import { hasLongKey, keyLock } from './key-lock.queries.js';
import { KEY_DAYS, KEY_REUSED, KEY_TOO_LONG, LONGEST_KEY } from './key-refusals.js';

export const KEY_DESCRIPTION = `A text of your choice, at most ${LONGEST_KEY} characters, that makes the request safe to repeat. Within ${KEY_DAYS} days, the same key with the same input gets the first answer again and changes nothing; the same key with another input is refused.`;

/** The answer of a mutation: a value, or the reasons why it did nothing. */
export interface Answer<Value> {
  /** Plain data, because it is stored with the idempotency key; null when refused. */
  value: Value | null;
  refusals: readonly Refusal[];
}

export interface Event {
  /** The object type in the graph, and the row. */
  subjectType: string;
  subjectId: number;
  subjectVersion?: number | null;
  institutionId?: number | null;
  /** The unit of the institution, or of the round. */
  unitId?: number | null;
  before?: object | null;
  after?: object | null;
  /** What is recorded as done, where the mutation does several things; left out, the mutation itself. */
  action?: string;
}

/**
 * The outcome of a mutation. Without an event nothing was changed, and the transaction is rolled
 * back.
 */
export interface Done<Value> extends Answer<Value> {
  events: readonly Event[];
}

export function refused(refusals: readonly Refusal[]): Done<never> {
  return { value: null, refusals, events: [] };
}

/** What a change needs to know of the request that asks for it. */
export type Asking = Pick<
  Context,
  'em' | 'batch' | 'viewer' | 'now' | 'address' | 'tokenSecret' | 'published'
>;

/** The mutation and its input, with the idempotency key if the client sent one. */
export interface ChangeRequest {
  action: string;
  input: { idempotencyKey?: string | null };
  /**
   * Whether published data may change. Such changes run one after another, and each gets a moment.
   */
  publishes: boolean;
  illustrative?: boolean;
}

/**
 * Runs a change for a signed-in viewer in one transaction, together with its audit entries and the
 * answer for its idempotency key. A repeated key with the same input gets the first answer, and
 * nothing is done again. A refusal changes nothing, so it is not stored and the same request is
 * tried anew.
 * @param work does not authorise: the caller has done so, or `work` refuses.
 */
export function change<Value>(
  asking: Asking,
  request: ChangeRequest,
  work: (em: EntityManager, at: Date) => Promise<Done<Value>>,
): Promise<Answer<Value>> {
  return changeAfter(asking, request, NOTHING_ASKED, work);
}

/** The same for work that reads something first, in the round trip in which the transaction begins. */
export async function changeAfter<Read, Value>(
  asking: Asking,
  request: ChangeRequest,
  reading: Question<Read>,
  work: (em: EntityManager, at: Date, read: Read) => Promise<Done<Value>>,
): Promise<Answer<Value>> {
  const viewer = requireViewer(asking.viewer);
  if (hasLongKey(request)) return { value: null, refusals: [KEY_TOO_LONG] };
  const once: Once<Value, Read> = async (em, at, [kept, read]) => {
    if (kept) return { ...kept, events: [] };
    const done = await work(em, at, read);
    if (done.events.length > 0) await record(em, viewer, request, asking, done, at);
    return done;
  };
  const first = both(keptAnswer<Value>(viewer, request, asking), reading);
  const lock = keyLock({ viewer, request });
  const { value, refusals } = request.publishes
    ? await published(asking, request, lock, first, once)
    : await alone(asking, lock, first, once);
  asking.batch.clear();
  return { value, refusals };
}

/** What a change does, once it is known whether it was done already, and what it reads first. */
type Once<Value, Read> = (
  em: EntityManager,
  at: Date,
  first: [Answer<Value> | null, Read],
) => Promise<Done<Value>>;

async function published<Value, Read>(
  asking: Asking,
  { illustrative = false }: ChangeRequest,
  lock: RawBuilder<unknown>,
  first: Question<[Answer<Value> | null, Read]>,
  once: Once<Value, Read>,
): Promise<Done<Value>> {
  const { done } = await publishAfter(
    asking.em,
    first,
    async (em, at, state, read) => {
      const outcome = await once(em, at, read);
      const changed = outcome.events.length > 0;
      if (changed) asking.published(state);
      return { changed, done: outcome };
    },
    { illustrative, lock },
  );
  return done;
}

async function alone<Value, Read>(
  asking: Asking,
  lock: RawBuilder<unknown>,
  first: Question<[Answer<Value> | null, Read]>,
  once: Once<Value, Read>,
): Promise<Done<Value>> {
  return asking.em.fork().transactional(async (em) => {
    const moment = question(
      sql<{ at: string }>`select date_trunc('milliseconds', clock_timestamp()) as at, ${lock}`,
      (rows) => new Date(firstOf(rows).at),
    );
    // The answer names the state of published data, which is read here as a round trip is needed anyway.
    const [at, [state, read]] = await both(moment, both(PUBLICATION, first)).ask(databaseOf(em));
    asking.published(state);
    return once(em, at, read);
  });
}

/** What the key of a request was answered; null when it is new, or there is none. */
export function keptAnswer<Value>(
  { accountId }: Viewer,
  { action, input }: ChangeRequest,
  { now, tokenSecret }: Asking,
): Question<Answer<Value> | null> {
  const { idempotencyKey: key } = input;
  if (!key) return NOTHING_ASKED;
  const query = sql<{ inputDigest: string; answer: Value }>`
    select input_digest as "inputDigest", answer from idempotent_answer
    where account_id = ${accountId} and key = ${key}
      and answered_at > ${now}::timestamptz - make_interval(days => ${KEY_DAYS})`;
  return question(query, ([kept]) => {
    if (!kept) return null;
    if (kept.inputDigest === digestOf(action, input, tokenSecret))
      return { value: kept.answer, refusals: [] };
    return { value: null, refusals: [KEY_REUSED] };
  });
}

/** Keyed with the hub's secret, because an input may hold a password. */
function digestOf(action: string, input: object, secret: Uint8Array): string {
  return createHmac('sha256', secret)
    .update(`${action} ${JSON.stringify(input)}`)
    .digest('hex');
}

/** Writes the trail and the answer for the key in one statement. */
export async function record<Value>(
  em: EntityManager,
  viewer: Viewer,
  { action, input }: ChangeRequest,
  { now, address, tokenSecret }: Asking,
  { value, events }: Done<Value>,
  at: Date,
): Promise<void> {
  const { accountId, name } = viewer;
  const trail = trailOf({ accountId, name, address }, action, events, at);
  const { idempotencyKey } = input;
  if (!idempotencyKey) {
    await doLater(databaseOf(em), trail);
    return;
  }
  const expired = sql`${now}::timestamptz - make_interval(days => ${KEY_DAYS})`;
  await doLater(
    databaseOf(em),
    sql`
    with forgotten as (
      delete from idempotent_answer where account_id = ${accountId}
        and answered_at <= ${expired} and key <> ${idempotencyKey}
    ), kept as (
      insert into idempotent_answer (account_id, key, input_digest, answer, answered_at)
      values (${accountId}, ${idempotencyKey}, ${digestOf(action, input, tokenSecret)},
        ${JSON.stringify(value)}::jsonb, ${now})
      on conflict (account_id, key) do update set input_digest = excluded.input_digest,
        answer = excluded.answer, answered_at = excluded.answered_at
    ) ${trail}`,
  );
}

/** The author of changes. When nobody is signed in, the name gives the origin. */
export interface Author {
  accountId: number | null;
  name: string;
  address: string | null;
}

export const COMMAND_LINE: Author = { accountId: null, name: 'command line', address: null };

export function trailOf(author: Author, action: string, events: readonly Event[], at: Date) {
  const json = (value: object | null | undefined) => (value ? JSON.stringify(value) : null);
  return sql`
    insert into audit_event (at, account_id, account_name, address, action, subject_type, subject_id,
      subject_version, institution_id, unit_id, before, after)
    select ${at}::timestamptz, ${author.accountId}::int, ${author.name}::text, ${author.address}::text,
      event.*
    from unnest(${events.map((event) => event.action ?? action)}::text[],
      ${events.map((event) => event.subjectType)}::text[],
      ${events.map((event) => event.subjectId)}::int[],
      ${events.map((event) => event.subjectVersion ?? null)}::int[],
      ${events.map((event) => event.institutionId ?? null)}::int[],
      ${events.map((event) => event.unitId ?? null)}::int[],
      ${events.map((event) => json(event.before))}::jsonb[],
      ${events.map((event) => json(event.after))}::jsonb[]) as event`;
}
