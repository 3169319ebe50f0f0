import type { Context } from '../request/context.js';

/** The description of every `knownAt` argument. */
export const KNOWN_AT =
  'Only what was recorded at or before this moment; left out, or in the future, means now. It covers reports and decisions about them, the attributes and places of institutions, the dates of rounds, plans and their targets, and counts of the workforce. It cannot cover what is kept only as it is now: the names and borders of units and their successions, and frameworks.';

/** The description of a `knownAt` argument that speaks of one thing, all of which is covered. */
export const RECORDED_BY = 'Only what was recorded at or before this moment; left out means now.';

/** A requested moment as a number; without one everything that is known counts. */
export const momentOf = (knownAt: Date | null | undefined): number =>
  knownAt?.getTime() ?? Infinity;

/**
 * The moment up to which data is known: the requested one, or that of the last publication when
 * none or a later one is requested. Nothing has changed since then, so the answer stays exactly the
 * same until the next publication.
 */
export async function knownAtOf(context: Context, asked: Date | null | undefined): Promise<Date> {
  const { publishedAt } = await context.publication();
  return asked && asked < publishedAt ? asked : publishedAt;
}
