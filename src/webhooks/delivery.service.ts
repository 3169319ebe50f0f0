import { sql } from 'kysely';
import type { Database } from '../database/orm.js';
import { cursorOf, nodeIdOf, type ChangeRow } from '../feed/change.queries.js';
import { FAILING_DAYS, waitAfter } from '../shared/retry.js';
import { unsealSecret } from './secret.js';
import { CUT, DELIVERY_TIMEOUT, post, type Failure, type Sender } from './send.js';
import { signedHeaders } from './signed-headers.js';

const DELIVERY_CHANGES = 100;

/**
 * A delivery belongs to the hub that took it for this long; after that, the hub counts as killed.
 */
const TURN_SECONDS = (DELIVERY_TIMEOUT / 1000) * 3;

export interface Delivery {
  webhookId: number;
  url: string;
  sealedSecret: string;
  turn: number;
  replays: number;
  failures: number;
  position: number;
  pendingTo: number;
}

/**
 * Takes webhooks that are due for this hub alone. A delivery that failed keeps its content, so that
 * it is repeated unchanged.
 */
export async function takeDue(database: Database, limit: number): Promise<Delivery[]> {
  const taken = await sql<Delivery>`
    update webhook set turn = turn + 1,
      taken_until = clock_timestamp() + make_interval(secs => ${TURN_SECONDS}),
      pending_to = coalesce(pending_to, (select max(id) from (
        select id from published_change where id > webhook.position
        order by id limit ${DELIVERY_CHANGES}) as batch))
    where id in (
      select id from webhook as due
      where disabled_at is null and next_attempt_at <= clock_timestamp()
        and (taken_until is null or taken_until <= clock_timestamp())
        and exists (select from published_change where id > due.position)
      order by next_attempt_at limit ${limit} for update skip locked)
    returning id as "webhookId", url, sealed_secret as "sealedSecret", turn, replays, failures,
      position, pending_to as "pendingTo"`.execute(database);
  return taken.rows;
}

export async function deliver(
  database: Database,
  delivery: Delivery,
  sender: Sender,
): Promise<Failure> {
  const failure = await attempt(database, delivery, sender);
  if (failure === null) await settle(database, delivery);
  else if (failure === CUT) await giveBack(database, delivery);
  else await postpone(database, delivery, failure);
  return failure;
}

async function attempt(database: Database, delivery: Delivery, sender: Sender): Promise<Failure> {
  let secret: string;
  try {
    secret = unsealSecret(delivery.sealedSecret, sender.hubSecret);
  } catch {
    return 'SECRET_UNREADABLE';
  }
  const { webhookId, replays, position, pendingTo } = delivery;
  const id = [webhookId, replays, position, pendingTo].join('-');
  const body = JSON.stringify({
    id,
    cursor: cursorOf(pendingTo),
    changes: await changesBetween(database, position, pendingTo),
  });
  const headers = {
    'content-type': 'application/json; charset=utf-8',
    'user-agent': 'edu-dx-hub',
    ...signedHeaders(secret, { id, body, attemptedAt: new Date() }),
  };
  return post(delivery.url, headers, body, sender);
}

async function changesBetween(database: Database, after: number, to: number) {
  const found = await sql<ChangeRow>`
    select id, revision, at, kind, node_type as "nodeType", row_id as "rowId"
    from published_change where id > ${after} and id <= ${to} order by id`.execute(database);
  return found.rows.map((change) => ({
    cursor: cursorOf(change.id),
    revision: change.revision,
    at: new Date(change.at).toISOString(),
    kind: change.kind,
    nodeType: change.nodeType,
    nodeId: nodeIdOf(change),
  }));
}

async function settle(database: Database, { webhookId, turn, pendingTo }: Delivery): Promise<void> {
  await sql`
    update webhook set position = ${pendingTo}, pending_to = null, taken_until = null, failures = 0,
      failing_since = null, last_failure = null, delivered_at = clock_timestamp()
    where id = ${webhookId} and turn = ${turn}`.execute(database);
}

/** It is due again at once, for the next hub, and counts as no failure of its receiver. */
async function giveBack(database: Database, { webhookId, turn }: Delivery): Promise<void> {
  await sql`update webhook set taken_until = null where id = ${webhookId} and turn = ${turn}`.execute(
    database,
  );
}

async function postpone(
  database: Database,
  { webhookId, turn, failures }: Delivery,
  failure: string,
): Promise<void> {
  const wait = waitAfter(failures + 1, Math.random());
  const given = sql`failing_since <= clock_timestamp() - make_interval(days => ${FAILING_DAYS})`;
  await sql`
    update webhook set taken_until = null, failures = failures + 1, last_failure = ${failure},
      failing_since = coalesce(failing_since, clock_timestamp()),
      next_attempt_at = clock_timestamp() + make_interval(secs => ${wait / 1000}::float8),
      disabled_at = case when ${given} then clock_timestamp() end,
      disabled_reason = case when ${given} then 'FAILING' end
    where id = ${webhookId} and turn = ${turn}`.execute(database);
}
