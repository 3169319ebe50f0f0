import type { Context } from '../context.js';

/**
 * The moment at which a question about what is known is answered: the one asked for, or now when it
 * is left out or lies in the future.
 */
export async function knownAtOf(context: Context, asked: Date | null | undefined): Promise<Date> {
  const { publishedAt } = await context.publication();
  // The database's clock may be ahead of ours; what it has published is known all the same.
  const latest = publishedAt > context.now ? publishedAt : context.now;
  return asked && asked < latest ? asked : latest;
}
