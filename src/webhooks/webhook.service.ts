import { sql } from 'kysely';
import { alreadySo, operate, type Changed, type Keyed } from '../accounts/operate.service.js';
import { refused, type Answer, type Done } from '../changes/change.service.js';
import { conflictWith } from '../changes/conflict.queries.js';
import { databaseOf, type EntityManager } from '../database/orm.js';
import { notFound, requiredTextProblems, urlProblems } from '../graphql/input-check.js';
import type { Refusal } from '../graphql/user-error.js';
import type { Context } from '../request/context.js';
import { firstOf } from '../shared/required.js';
import { newSecret, sealSecret } from './secret.js';

export const LONGEST_DESCRIPTION = 200;

/**
 * The answer with the new secret, if there is one. The secret is stored only encrypted, so it is
 * shown in this answer only.
 */
export type AnswerWithSecret = Answer<Changed> & { secret: string | null };

interface LockedWebhook {
  id: number;
  url: string;
  description: string;
  version: number;
  disabled: boolean;
}

/**
 * Adds a webhook.
 * @param position the change after which it begins; null for the newest.
 */
export async function createWebhook(
  context: Context,
  request: { url: string; description: string; position: number | null; input: Keyed },
): Promise<AnswerWithSecret> {
  let secret: string | null = null;
  const answer = await operate(context, 'webhookCreate', request.input, async (em, at) => {
    const { url, position } = request;
    const problems = fieldProblems(request);
    if (problems.length > 0) return refused(problems);
    secret = newSecret();
    const description = request.description.trim();
    const added = await sql<{ id: number }>`
      insert into webhook (url, description, sealed_secret, version, created_at, position, next_attempt_at)
      values (${url}, ${description}, ${sealSecret(secret, context.tokenSecret)}, 1, ${at},
        coalesce(${position}::int, (select max(id) from published_change), 0), ${at})
      returning id`.execute(databaseOf(em));
    const { id } = firstOf(added.rows);
    return changed(id, 1, null, { url, description });
  });
  return { ...answer, secret };
}

export async function updateWebhook(
  context: Context,
  request: WebhookRequest & {
    url: string | null;
    description: string | null;
    renewSecret: boolean;
    enable: boolean;
  },
): Promise<AnswerWithSecret> {
  let secret: string | null = null;
  const answer = await changeWebhook(context, 'webhookUpdate', request, async (em, found) => {
    const url = request.url ?? found.url;
    const description = (request.description ?? found.description).trim();
    const problems = fieldProblems({ url, description });
    if (problems.length > 0) return refused(problems);
    if (request.renewSecret) secret = newSecret();
    const sealed = secret === null ? null : sealSecret(secret, context.tokenSecret);
    await sql`
      update webhook set url = ${url}, description = ${description}, version = version + 1,
        sealed_secret = coalesce(${sealed}::text, sealed_secret),
        ${request.enable ? TAKEN_UP : sql`turn = turn + 1, taken_until = null`}
      where id = ${found.id}`.execute(databaseOf(em));
    const { renewSecret, enable } = request;
    const before = { url: found.url, description: found.description, disabled: found.disabled };
    const after = { url, description, disabled: found.disabled && !enable, renewSecret };
    return changed(found.id, found.version + 1, before, after);
  });
  return { ...answer, secret };
}

/** Disables a webhook, which keeps its position. */
export function disableWebhook(
  context: Context,
  request: WebhookRequest,
): Promise<Answer<Changed>> {
  return changeWebhook(context, 'webhookDisable', request, async (em, found, at) => {
    if (found.disabled) return alreadySo(found.id);
    await sql`
      update webhook set disabled_at = ${at}, disabled_reason = 'OPERATOR', version = version + 1,
        turn = turn + 1, taken_until = null
      where id = ${found.id}`.execute(databaseOf(em));
    return changed(found.id, found.version + 1, { disabled: false }, { disabled: true });
  });
}

/**
 * Sends all changes after a position again, and enables the webhook.
 * @param position 0 for all changes.
 */
export function replayWebhook(
  context: Context,
  request: WebhookRequest & { position: number },
): Promise<Answer<Changed>> {
  const { position } = request;
  return changeWebhook(context, 'webhookReplay', request, async (em, found) => {
    await sql`
      update webhook set position = ${position}, pending_to = null, replays = replays + 1,
        version = version + 1, ${TAKEN_UP}
      where id = ${found.id}`.execute(databaseOf(em));
    return changed(found.id, found.version + 1, { disabled: found.disabled }, { position });
  });
}

/** Due at once; the result of a running delivery no longer counts. */
const TAKEN_UP = sql`disabled_at = null, disabled_reason = null, failures = 0, failing_since = null,
  last_failure = null, turn = turn + 1, taken_until = null, next_attempt_at = clock_timestamp()`;

export interface WebhookRequest {
  /** The row id; null for a malformed id. */
  webhookId: number | null;
  input: Keyed & { version: number };
}

function changeWebhook(
  context: Context,
  action: string,
  { webhookId, input }: WebhookRequest,
  act: (em: EntityManager, found: LockedWebhook, at: Date) => Promise<Done<Changed>>,
): Promise<Answer<Changed>> {
  return operate(context, action, input, async (em, at) => {
    const database = databaseOf(em);
    const locked = await sql<LockedWebhook>`
      select id, url, description, version, disabled_at is not null as disabled
      from webhook where id = ${webhookId ?? 0} for update`.execute(database);
    const [found] = locked.rows;
    if (!found) return refused([notFound('id')]);
    if (found.version === input.version) return act(em, found, at);
    const subject = { subjectType: 'Webhook', subjectId: found.id };
    const versions = { present: found.version, seen: input.version };
    return refused([await conflictWith(database, { ...subject, ...versions })]);
  });
}

function fieldProblems({ url, description }: { url: string; description: string }): Refusal[] {
  return [
    ...urlProblems(url, 'url'),
    ...requiredTextProblems(description, 'description', LONGEST_DESCRIPTION),
  ];
}

function changed(id: number, version: number, before: object | null, after: object): Done<Changed> {
  const subject = { subjectType: 'Webhook', subjectId: id, subjectVersion: version };
  return { value: { id }, refusals: [], events: [{ ...subject, before, after }] };
}
