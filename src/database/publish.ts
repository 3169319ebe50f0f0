import { sql } from 'kysely';
import { databaseOf, type EntityManager } from './orm.js';

/** What a change of published data reports back. */
export interface Change {
  /** False when everything was already so: the data revision then stays as it is. */
  changed: boolean;
}

/**
 * Runs one change of published data in one transaction. Changes run one after another, so counts
 * computed from what was read cannot be overtaken, and each has its own moment: later than every
 * earlier one, in whole milliseconds.
 * @param work gets the moment at which the change becomes known.
 * @param options.dryRun does everything and then undoes it.
 */
export async function publish<C extends Change>(
  em: EntityManager,
  work: (em: EntityManager, knownAt: Date) => Promise<C>,
  options: { dryRun?: boolean; illustrative?: boolean } = {},
): Promise<C> {
  const fork = em.fork();
  await fork.begin();
  try {
    const knownAt = await lockPublication(fork);
    const change = await work(fork, knownAt);
    await fork.flush();
    if (options.dryRun) {
      await fork.rollback();
    } else {
      if (change.changed) await advance(fork, knownAt, options.illustrative ?? false);
      await fork.commit();
    }
    return change;
  } catch (error) {
    await fork.rollback();
    throw error;
  }
}

async function lockPublication(em: EntityManager): Promise<Date> {
  const row = await databaseOf(em)
    .selectFrom('publication')
    .select(
      sql<string>`greatest(date_trunc('milliseconds', clock_timestamp()), published_at + interval '1 millisecond')`.as(
        'knownAt',
      ),
    )
    .where('id', '=', 1)
    .forUpdate()
    .executeTakeFirstOrThrow();
  return new Date(row.knownAt);
}

async function advance(em: EntityManager, knownAt: Date, illustrative: boolean): Promise<void> {
  await databaseOf(em)
    .updateTable('publication')
    .set({
      revision: sql<number>`revision + 1`,
      published_at: knownAt,
      illustrative: sql<boolean>`illustrative or ${illustrative}`,
    })
    .where('id', '=', 1)
    .execute();
}

/** The state of published data: how often it has changed, and when it last did. */
export interface PublicationState {
  revision: number;
  publishedAt: Date;
  /** Whether demonstration data is among it. */
  illustrative: boolean;
}

export async function readPublication(em: EntityManager): Promise<PublicationState> {
  const row = await databaseOf(em)
    .selectFrom('publication')
    .select(['revision', 'published_at', 'illustrative'])
    .where('id', '=', 1)
    .executeTakeFirstOrThrow();
  return {
    revision: row.revision,
    publishedAt: new Date(row.published_at),
    illustrative: row.illustrative,
  };
}
