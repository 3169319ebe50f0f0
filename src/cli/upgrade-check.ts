const HOUR = 3_600_000;
const MEGABYTE = 1024 * 1024;

/** How old a backup may be before an update, in milliseconds: a day's, and the time that one takes. */
const FRESH = 26 * HOUR;

/** What is so before a version of the hub starts on a database. */
export interface UpgradeFacts {
  version: string;
  /** Which version changed the tables last; null when it is not known. */
  tablesOf: string | null;
  /** The migrations that it would run. */
  pending: readonly string[];
  /** The newest migration that it does not know; null when it knows all. */
  unknown: string | null;
  /** Whether a restore was not done. */
  restoring: boolean;
  /** When the last good backup of the hub's own was begun; null for none. */
  backedUpAt: Date | null;
  databaseBytes: number;
  /** What is free where the embedded database is; null for a server of one's own. */
  freeBytes: number | null;
  /** Connections of other programs to the database. */
  others: number;
}

/** What an update would do, and what has to be done before it, in sentences for the operator. */
export function checkUpgrade(facts: UpgradeFacts, now: Date): { does: string[]; first: string[] } {
  const { version, tablesOf, pending, unknown, backedUpAt, freeBytes, databaseBytes } = facts;
  const tables = tablesOf === null ? 'an earlier version' : `version ${tablesOf}`;
  const does = [
    `This is version ${version}; the tables were changed last by ${tables}, and the database has ${megabytes(databaseBytes)}.`,
    pending.length === 0
      ? 'The tables are up to date; its start changes nothing of them.'
      : `Its start changes the tables with ${pending.length} migration(s), all or none: ${pending.join(', ')}.`,
  ];
  const first: string[] = [];
  if (unknown !== null)
    first.push(
      `A newer hub has migrated the database (${unknown}): this version refuses to start. Use the newer one, or restore the backup from before its update.`,
    );
  if (facts.restoring)
    first.push('A restore into the database is not done: run “hub restore FILE” again.');
  if (pending.length === 0) return { does, first };
  const age = backedUpAt && now.getTime() - backedUpAt.getTime();
  if (age === null || age > FRESH)
    first.push(
      `Make a backup (“hub backup FILE --verify”), the only way back: ${backedUpAt ? `the last of the hub’s own is of ${backedUpAt.toISOString()}` : 'the hub has made none by itself'}.`,
    );
  if (freeBytes !== null && freeBytes < databaseBytes)
    first.push(
      `Make room: ${megabytes(freeBytes)} are free, and a migration may write all of the database anew.`,
    );
  if (facts.others > 0)
    first.push(
      `Stop every hub of the version before: ${facts.others} connection(s) of other programs are open to the database.`,
    );
  return { does, first };
}

function megabytes(bytes: number): string {
  return `${Math.round(bytes / MEGABYTE)} MB`;
}
