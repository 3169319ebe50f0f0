/**
 * The advisory locks of the database that have a fixed number. The numbers are arbitrary, but no two
 * may be the same, or one piece of work waits for another that has nothing to do with it.
 */
export const ADVISORY_LOCKS = {
  /** Two hubs that start at once on one database migrate it one after another. */
  migration: 4_725_146,
  /** It is held while a database is made ready. */
  preparation: 4_725_147,
  /** Only one hub or command on a database cleans evidence at a time. */
  cleaning: 4_725_148,
} as const;
