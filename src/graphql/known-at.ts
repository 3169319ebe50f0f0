import type { Context } from '../request/context.js';

/** The description of every `knownAt` argument. */
export const KNOWN_AT =
  'Only what was recorded at or before this moment; left out, or in the future, means now. It covers reports and decisions about them, the kinds and places of institutions, plans and their targets, and counts of the workforce. It cannot cover what is kept only as it is now: the names and borders of units and their successions, frameworks, and the dates of rounds.';

/**
 * The moment up to which data is known: the requested one, or that of the last publication when
 * none or a later one is requested. Nothing has changed since then, so the answer stays exactly the
 * same until the next publication.
 */
export async function knownAtOf(context: Context, asked: Date | null | undefined): Promise<Date> {
  const { publishedAt } = await context.publication();
  return asked && asked < publishedAt ? asked : publishedAt;
}
