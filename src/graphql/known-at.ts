import type { Context } from '../request/context.js';

/**
 * The moment up to which data is known: the requested one, or that of the last publication when
 * none or a later one is requested. Nothing has changed since then, so the answer stays exactly the
 * same until the next publication.
 */
export async function knownAtOf(context: Context, asked: Date | null | undefined): Promise<Date> {
  const { publishedAt } = await context.publication();
  return asked && asked < publishedAt ? asked : publishedAt;
}
