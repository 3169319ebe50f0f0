import type { Context } from '../request/context.js';

/**
 * The moment at which a question about what is known is answered: the one asked for, or that of the
 * last publication when it is left out or later. Nothing has become known since, and so the answer
 * is the same, to the letter, until something does.
 */
export async function knownAtOf(context: Context, asked: Date | null | undefined): Promise<Date> {
  const { publishedAt } = await context.publication();
  return asked && asked < publishedAt ? asked : publishedAt;
}
