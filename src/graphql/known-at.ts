import type { Context } from '../request/context.js';

/** The description of every `knownAt` argument. */
export const KNOWN_AT =
  'Only what was recorded at or before this moment; left out, or in the future, means now. It covers reports and decisions about them, the attributes and places of institutions, the spans and successions of units, frameworks, the dates of rounds, plans and their targets, and counts of the workforce. What was recorded before this hub kept earlier versions counts as always known. It cannot cover what is kept only as it is now: the names of units, and the source status of institutions. The place of a unit in the tree never changes. A unit that was recorded later is taken as it is now.';

/** The description of a `knownAt` argument that speaks of one thing, all of which is covered. */
export const RECORDED_BY = 'Only what was recorded at or before this moment; left out means now.';

/** A requested moment as a number; without one everything that is known counts. */
export const momentOf = (knownAt: Date | null | undefined): number =>
  knownAt?.getTime() ?? Infinity;

/**
 * The requested moment as a number, and Infinity for the last publication or later: nothing has been
 * published since, so all that is known was known then, and it is read as it is now.
 */
export async function momentKnown(
  context: Context,
  asked: Date | null | undefined,
): Promise<number> {
  if (!asked) return Infinity;
  const { publishedAt } = await context.publication();
  return asked < publishedAt ? asked.getTime() : Infinity;
}

/**
 * The moment up to which data is known: the requested one, or that of the last publication when
 * none or a later one is requested. Nothing has changed since then, so the answer stays exactly the
 * same until the next publication.
 */
export async function knownAtOf(context: Context, asked: Date | null | undefined): Promise<Date> {
  const { publishedAt } = await context.publication();
  return asked && asked < publishedAt ? asked : publishedAt;
}
