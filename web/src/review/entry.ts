import type { ReviewedUpdateFragment } from '../generated/graphql';

type EntryOf<Revision extends { entries?: readonly unknown[] | null } | null | undefined> =
  NonNullable<NonNullable<Revision>['entries']>[number];
/** An answer that is reviewed. */
export type Entry = EntryOf<ReviewedUpdateFragment['newestRevision']>;
/** The answer to the same question that was approved last. */
export type Before = EntryOf<
  NonNullable<ReviewedUpdateFragment['approvedBefore']>['approvedRevision']
>;
