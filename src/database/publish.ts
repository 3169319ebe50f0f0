import { sql, type RawBuilder } from 'kysely';
import { both, NOTHING_ASKED, question, type Question } from './flight.js';
import { GIVE_UP } from './give-up.js';
import { HubDriver } from './hub-driver.js';
import type { MovingFact } from './notes-order.js';
import { databaseOf, type Database, type EntityManager } from './orm.js';
import type { LocalDate } from '../shared/dates.js';
import { firstOf } from '../shared/required.js';
import type { Turns } from '../shared/turns.js';

/** What a change of published data reports back. */
export interface Change {
  /** False when everything was already so: the data revision then stays as it is. */
  changed: boolean;
}

/**
 * Runs one change of published data in one transaction. Changes run one after another, so counts
 * computed from what was read cannot be overtaken, and each has its own moment: later than every
 * earlier one, in whole milliseconds. What changes nothing is undone as a whole.
 * @param work gets the moment at which the change becomes known, and the state of the data after it.
 * @param options.dryRun does everything and then undoes it.
 * @param options.lock an SQL call that takes another lock, once this change's turn has come.
 */
export async function publish<C extends Change>(
  em: EntityManager,
  work: (em: EntityManager, knownAt: Date, state: PublicationState) => Promise<C>,
  options: PublishOptions = {},
): Promise<C> {
  return publishAfter(em, NOTHING_ASKED, work, options);
}

interface PublishOptions {
  dryRun?: boolean;
  illustrative?: boolean;
  lock?: RawBuilder<unknown>;
}

type Work<C extends Change, Read> = (
  em: EntityManager,
  knownAt: Date,
  state: PublicationState,
  read: Read,
) => Promise<C>;

/** The same for work that reads something first, in the round trip in which its turn comes. */
export function publishAfter<C extends Change, Read>(
  em: EntityManager,
  reading: Question<Read>,
  work: Work<C, Read>,
  options: PublishOptions = {},
): Promise<C> {
  return inTurn(em, () => publishNow(em, reading, work, options));
}

/** Does what publishes when its turn has come: what it is may depend on who waits by then. */
export async function inTurn<Result>(
  em: EntityManager,
  work: () => Promise<Result>,
): Promise<Result> {
  const endTurn = await turnsOf(em).take();
  try {
    return await work();
  } finally {
    endTurn();
  }
}

/** Whoever waits for the lock keeps a connection, so all but a few wait in the hub. */
function turnsOf(em: EntityManager): Turns {
  const driver = em.getDriver();
  if (!(driver instanceof HubDriver))
    throw new Error('Only the database of a hub is published to.');
  return driver.publications;
}

/** The same as {@link publishAfter} for whose turn it is: see {@link inTurn}. */
export async function publishNow<C extends Change, Read>(
  em: EntityManager,
  reading: Question<Read>,
  work: Work<C, Read>,
  { dryRun = false, illustrative = false, lock = sql`null` }: PublishOptions = {},
): Promise<C> {
  const fork = em.fork();
  await fork.begin();
  try {
    const [state, read] = await both(advance(illustrative, lock), reading).ask(databaseOf(fork));
    const change = await work(fork, state.publishedAt, state, read);
    await fork.flush();
    if (change.changed && !dryRun) await fork.commit();
    else await fork.rollback();
    return change;
  } catch (error) {
    await fork.rollback();
    throw error;
  }
}

/** The row that it changes is the lock: whoever comes second waits here. */
function advance(illustrative: boolean, lock: RawBuilder<unknown>): Question<PublicationState> {
  return stateAfter(sql`
    update publication set revision = revision + 1,
      published_at = greatest(
        date_trunc('milliseconds', clock_timestamp()), published_at + interval '1 millisecond'),
      illustrative = illustrative or ${illustrative}
    where id = 1
    returning ${COLUMNS}, ${lock} as lock, ${GIVE_UP} as give_up`);
}

/** Says that what is being published is made up, when that shows only in the middle of it. */
export async function markIllustrative(em: EntityManager): Promise<void> {
  await databaseOf(em)
    .updateTable('publication')
    .set({ illustrative: true })
    .where('id', '=', 1)
    .execute();
}

/** The state of published data: how often it has changed, and when it last did. */
export interface PublicationState {
  revision: number;
  publishedAt: Date;
  /** Whether demonstration data is among it. */
  illustrative: boolean;
  /** By what rows of lists can move, and the last revision in which one did; nothing for never. */
  reorderings: Readonly<Partial<Record<MovingFact, number>>>;
  /** The day in Vietnam whose beginning is published; null before the first. */
  day: LocalDate | null;
}

interface StateRow extends Omit<PublicationState, 'publishedAt'> {
  published_at: string;
}

const COLUMNS = sql`revision, published_at, illustrative, reorderings, day`;

function stateAfter(query: RawBuilder<StateRow>): Question<PublicationState> {
  return question(query, (rows) => {
    const { revision, published_at, illustrative, reorderings, day } = firstOf(rows);
    return { revision, publishedAt: new Date(published_at), illustrative, reorderings, day };
  });
}

export const PUBLICATION = stateAfter(sql`select ${COLUMNS} from publication where id = 1`);

export function readPublication(database: Database): Promise<PublicationState> {
  return PUBLICATION.ask(database);
}
