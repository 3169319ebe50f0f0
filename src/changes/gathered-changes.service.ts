import { AsyncLocalStorage } from 'node:async_hooks';
import { requireViewer } from '../auth/require-viewer.js';
import type { Viewer } from '../auth/viewer.js';
import { all, both, type Question } from '../database/flight.js';
import type { EntityManager } from '../database/orm.js';
import { inTurn, publishNow } from '../database/publish.js';
import { refusalIn } from '../database/refusals.js';
import type { Time } from '../database/shared-time.js';
import { ownTime, withinTimesOf } from '../database/time-limit.js';
import { RequestError } from '../shared/errors.js';
import { paired, required } from '../shared/required.js';
import {
  keptAnswer,
  record,
  type Answer,
  type Asking,
  type ChangeRequest,
  type Done,
} from './change.service.js';
import { hasLongKey, keyLock } from './key-lock.queries.js';
import { KEY_TOO_LONG } from './key-refusals.js';

/** How many go in one transaction at most: the locks of all are held until its end. */
const MOST = 32;

/** What is done for one of many, or why that one is refused as a whole. */
export type Outcome<Value> = Done<Value> | RequestError;

/** A kind of change of which many may be made in one transaction. */
export interface Gathering<Item, Found, Value> {
  /** Whether two may go in one transaction; the later one waits for the next otherwise. */
  mayGoWith: (one: Item, other: Item) => boolean;
  /** What is read when their turn comes. */
  read: (items: readonly Item[]) => Question<Found>;
  /** Does what each asks for. What it throws undoes all, and each is then tried alone. */
  work: (
    em: EntityManager,
    at: Date,
    found: Found,
    items: readonly Item[],
  ) => Promise<Outcome<Value>[]>;
}

interface Waiting<Item, Value> {
  asking: Asking;
  viewer: Viewer;
  request: ChangeRequest;
  item: Item;
  time: Time | null;
  /** Does work as a part of the request that waits. */
  within: <Result>(work: () => Result) => Result;
  answer: (answer: Answer<Value>) => void;
  fail: (error: unknown) => void;
}

/**
 * Changes of published data that are made together while they wait for their turn: one transaction, one
 * moment and one revision of the data, as if somebody had sent them as one. Each has its own answer, its own
 * entries in the trail and its own idempotency key, and where one of them fails, the others are made without
 * it. On a hub where nobody waits, each goes alone.
 */
export class GatheredChanges<Item, Found, Value> {
  /** By the database to which they go. */
  readonly #queues = new WeakMap<object, Waiting<Item, Value>[]>();

  constructor(private readonly gathering: Gathering<Item, Found, Value>) {}

  /** Makes a change, alone or with others: see `change`. */
  make(asking: Asking, request: ChangeRequest, item: Item): Promise<Answer<Value>> {
    const viewer = requireViewer(asking.viewer);
    if (hasLongKey(request)) return Promise.resolve({ value: null, refusals: [KEY_TOO_LONG] });
    return new Promise((answer, fail) => {
      const queue = this.#queueOf(asking.em);
      const within = AsyncLocalStorage.snapshot();
      queue.push({ asking, viewer, request, item, time: ownTime(), within, answer, fail });
      if (queue.length === 1) this.#lead(queue);
    });
  }

  #queueOf(em: EntityManager): Waiting<Item, Value>[] {
    const driver = em.getDriver();
    const queue = this.#queues.get(driver) ?? [];
    this.#queues.set(driver, queue);
    return queue;
  }

  /** The first one takes a turn for all who wait by then. */
  #lead(queue: Waiting<Item, Value>[]): void {
    const [first] = queue;
    if (!first) return;
    const lead = () =>
      inTurn(first.asking.em, async () => {
        const members = this.#take(queue);
        this.#lead(queue);
        await this.#settle(members);
      });
    // No turn came in time, for nobody of them.
    const giveUp = (error: unknown) => queue.splice(0).forEach(({ fail }) => fail(error));
    first.within(lead).catch(giveUp);
  }

  /** Those who may go with the first, in the order in which they came. */
  #take(queue: Waiting<Item, Value>[]): Waiting<Item, Value>[] {
    const taken: Waiting<Item, Value>[] = [];
    const left: Waiting<Item, Value>[] = [];
    for (const each of queue.splice(0)) {
      // Its sender has been told.
      if (each.time?.isUp) continue;
      const mayGo = taken.length < MOST && taken.every((other) => this.#mayGoWith(each, other));
      (mayGo ? taken : left).push(each);
    }
    queue.push(...left);
    return taken;
  }

  #mayGoWith(one: Waiting<Item, Value>, other: Waiting<Item, Value>): boolean {
    const key = one.request.input.idempotencyKey;
    // The answer of the first is the answer of the second, once it is written.
    const isRepeated =
      one.viewer.accountId === other.viewer.accountId &&
      !!key &&
      key === other.request.input.idempotencyKey;
    return !isRepeated && this.gathering.mayGoWith(one.item, other.item);
  }

  async #settle(members: readonly Waiting<Item, Value>[]): Promise<void> {
    try {
      const outcomes = await this.#publish(members);
      for (const [{ asking, answer, fail }, outcome] of paired(members, outcomes)) {
        asking.batch.clear();
        if (outcome instanceof RequestError) fail(outcome);
        else answer({ value: outcome.value, refusals: outcome.refusals });
      }
    } catch (error) {
      // Nothing was done. Where it was not the database, it was one of them.
      if (members.length > 1 && !refusalIn(error))
        for (const each of members) await this.#settle([each]);
      else for (const { fail } of members) fail(error);
    }
  }

  async #publish(members: readonly Waiting<Item, Value>[]): Promise<Outcome<Value>[]> {
    const [first] = members;
    if (!first) return [];
    const kept = all(
      members.map(({ viewer, request, asking }) => keptAnswer<Value>(viewer, request, asking)),
    );
    const reading = both(kept, this.gathering.read(members.map(({ item }) => item)));
    const times = members.map(({ time }) => time);
    const { outcomes } = await withinTimesOf(times, () =>
      publishNow(
        first.asking.em,
        reading,
        async (em, at, state, [answers, found]) => {
          const fresh = members.filter((_, index) => !answers[index]);
          const items = fresh.map(({ item }) => item);
          const made = paired(fresh, await this.gathering.work(em, at, found, items));
          let changed = false;
          for (const [{ viewer, request, asking }, done] of made) {
            if (done instanceof RequestError || done.events.length === 0) continue;
            await record(em, viewer, request, asking, done, at);
            asking.published(state);
            changed = true;
          }
          const outcomeOf = new Map(made);
          const outcomes = paired(members, answers).map(([member, answer]) =>
            answer ? { ...answer, events: [] } : required(outcomeOf, member),
          );
          return { changed, outcomes };
        },
        { lock: keyLock(...members) },
      ),
    );
    return outcomes;
  }
}
