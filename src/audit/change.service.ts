import { createHmac } from 'node:crypto';
import { sql, type RawBuilder } from 'kysely';
import type { Viewer } from '../auth/viewer.js';
import type { Context } from '../context.js';
import { databaseOf, type Database, type EntityManager } from '../database/orm.js';
import { publish, type PublicationState } from '../database/publish.js';
import type { Refusal } from '../graphql/user-error.js';

/** How long an idempotency key is remembered: seven days. */
const KEY_DAYS = 7;

/** The longest key, in characters. */
const LONGEST_KEY = 200;

/** What the graph says of the argument. */
export const KEY_DESCRIPTION = `A text of your choice, at most ${LONGEST_KEY} characters, that makes the request safe to repeat. Within ${KEY_DAYS} days, the same key with the same input gets the first answer again and changes nothing; the same key with another input is refused.`;

/** What a mutation answers: a value, or the reasons why it did nothing. */
export interface Answer<Value> {
  /** Plain data, because it is kept with the idempotency key; null when refused. */
  value: Value | null;
  refusals: readonly Refusal[];
}

/** One entry of the trail as the one who makes the change tells it. */
export interface Event {
  /** The object type in the graph, and its row. */
  subjectType: string;
  subjectId: number;
  /** The version that came of it; null for what has none. */
  subjectVersion?: number | null;
  institutionId?: number | null;
  /** Where the institution stood, or whose round it is. */
  unitId?: number | null;
  before?: object | null;
  after?: object | null;
}

/** What a mutation did. Without an event nothing was changed, and the transaction is undone. */
export interface Done<Value> extends Answer<Value> {
  events: readonly Event[];
}

/** Refuses with all that is wrong; nothing has been written. */
export function refused(refusals: readonly Refusal[]): Done<never> {
  return { value: null, refusals, events: [] };
}

type Asking = Pick<
  Context,
  'em' | 'batch' | 'viewer' | 'now' | 'address' | 'tokenSecret' | 'published'
>;

/** The mutation, and its input as it came: with the key, if the sender gave one. */
export interface ChangeRequest {
  action: string;
  input: { idempotencyKey?: string | null };
  /** Whether published data may change: such changes run one after another and get a moment. */
  publishes: boolean;
  /** Whether what it publishes is made up for demonstration. */
  illustrative?: boolean;
}

/**
 * Runs a change that a signed-in viewer asks for, in one transaction with its entries in the audit
 * trail and the answer to its idempotency key. The same key and input are answered as before, and
 * nothing is done again; a refusal did nothing, so it is not kept and the same request is tried anew.
 * @param work authorises nothing: whoever calls has done so, or it refuses.
 */
export async function change<Value>(
  asking: Asking,
  request: ChangeRequest,
  work: (em: EntityManager, at: Date) => Promise<Done<Value>>,
): Promise<Answer<Value>> {
  const viewer = asking.viewer!;
  if ((request.input.idempotencyKey?.length ?? 0) > LONGEST_KEY)
    return { value: null, refusals: [KEY_TOO_LONG] };
  const once = async (em: EntityManager, at: Date): Promise<Done<Value>> => {
    const kept = await keptAnswer<Value>(databaseOf(em), viewer, request, asking);
    if (kept) return { ...kept, events: [] };
    const done = await work(em, at);
    if (done.events.length > 0) await record(em, viewer, request, asking, done, at);
    return done;
  };
  const { value, refusals } = request.publishes
    ? await published(asking, request, keyLock(viewer, request), once)
    : await alone(asking, keyLock(viewer, request), once);
  asking.batch.clear();
  return { value, refusals };
}

/**
 * Of two requests with one key, the second waits for the answer of the first. It is taken in a
 * statement before the one that looks for that answer, which would not see it otherwise.
 */
function keyLock({ accountId }: Viewer, { input: { idempotencyKey } }: ChangeRequest) {
  return idempotencyKey
    ? sql`pg_advisory_xact_lock(${accountId}, hashtext(${idempotencyKey}))`
    : sql`null`;
}

async function published<Value>(
  asking: Asking,
  { illustrative = false }: ChangeRequest,
  lock: RawBuilder<unknown>,
  once: (em: EntityManager, at: Date) => Promise<Done<Value>>,
): Promise<Done<Value>> {
  const work = async (em: EntityManager, at: Date, state: PublicationState) => {
    const done = await once(em, at);
    const changed = done.events.length > 0;
    if (changed) asking.published(state);
    return { changed, done };
  };
  const { done } = await publish(asking.em, work, { illustrative, lock });
  return done;
}

async function alone<Value>(
  asking: Asking,
  lock: RawBuilder<unknown>,
  once: (em: EntityManager, at: Date) => Promise<Done<Value>>,
): Promise<Done<Value>> {
  return asking.em.fork().transactional(async (em) => {
    const found = await sql<{ at: string }>`
      select date_trunc('milliseconds', clock_timestamp()) as at, ${lock}`.execute(databaseOf(em));
    return once(em, new Date(found.rows[0]!.at));
  });
}

async function keptAnswer<Value>(
  database: Database,
  { accountId }: Viewer,
  { action, input }: ChangeRequest,
  { now, tokenSecret }: Asking,
): Promise<Answer<Value> | null> {
  if (!input.idempotencyKey) return null;
  const found = await sql<{ inputDigest: string; answer: Value }>`
    select input_digest as "inputDigest", answer from idempotent_answer
    where account_id = ${accountId} and key = ${input.idempotencyKey}
      and answered_at > ${now}::timestamptz - make_interval(days => ${KEY_DAYS})`.execute(database);
  const [kept] = found.rows;
  if (!kept) return null;
  if (kept.inputDigest === digestOf(action, input, tokenSecret))
    return { value: kept.answer, refusals: [] };
  return { value: null, refusals: [KEY_REUSED] };
}

const KEY_REUSED: Refusal = {
  code: 'IDEMPOTENCY_KEY_REUSED',
  field: ['idempotencyKey'],
  text: {
    vi: 'Khoá này đã được dùng cho một yêu cầu khác trong 7 ngày qua. Hãy dùng khoá mới cho mỗi yêu cầu mới.',
    en: 'This key was used for another request within the last 7 days. Use a new key for every new request.',
  },
};

const KEY_TOO_LONG: Refusal = {
  code: 'IDEMPOTENCY_KEY_TOO_LONG',
  field: ['idempotencyKey'],
  text: {
    vi: `Khoá dài quá ${LONGEST_KEY} ký tự.`,
    en: `The key has more than ${LONGEST_KEY} characters.`,
  },
};

/** Keyed with the hub's secret, because an input may hold a password. */
function digestOf(action: string, input: object, secret: Uint8Array): string {
  return createHmac('sha256', secret)
    .update(`${action} ${JSON.stringify(input)}`)
    .digest('hex');
}

/** The trail and the key's answer, in one statement. */
async function record<Value>(
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
    await trail.execute(databaseOf(em));
    return;
  }
  const expired = sql`${now}::timestamptz - make_interval(days => ${KEY_DAYS})`;
  await sql`
    with forgotten as (
      delete from idempotent_answer where account_id = ${accountId}
        and answered_at <= ${expired} and key <> ${idempotencyKey}
    ), kept as (
      insert into idempotent_answer (account_id, key, input_digest, answer, answered_at)
      values (${accountId}, ${idempotencyKey}, ${digestOf(action, input, tokenSecret)},
        ${JSON.stringify(value)}::jsonb, ${now})
      on conflict (account_id, key) do update set input_digest = excluded.input_digest,
        answer = excluded.answer, answered_at = excluded.answered_at
    ) ${trail}`.execute(databaseOf(em));
}

/** Who makes changes; where nobody is signed in, the name says what made them. */
export interface Author {
  accountId: number | null;
  name: string;
  /** Null where no request made them. */
  address: string | null;
}

/** What `hub` does on the command line. */
export const COMMAND_LINE: Author = { accountId: null, name: 'command line', address: null };

/** The statement that adds to the trail. */
export function trailOf(author: Author, action: string, events: readonly Event[], at: Date) {
  const json = (value: object | null | undefined) => (value ? JSON.stringify(value) : null);
  return sql`
    insert into audit_event (at, account_id, account_name, address, action, subject_type, subject_id,
      subject_version, institution_id, unit_id, before, after)
    select ${at}::timestamptz, ${author.accountId}::int, ${author.name}::text, ${author.address}::text,
      ${action}::text, event.*
    from unnest(${events.map((event) => event.subjectType)}::text[],
      ${events.map((event) => event.subjectId)}::int[],
      ${events.map((event) => event.subjectVersion ?? null)}::int[],
      ${events.map((event) => event.institutionId ?? null)}::int[],
      ${events.map((event) => event.unitId ?? null)}::int[],
      ${events.map((event) => json(event.before))}::jsonb[],
      ${events.map((event) => json(event.after))}::jsonb[]) as event`;
}
