import type { FastifyInstance } from 'fastify';
import { sendUnchanging } from './unchanging.js';

/**
 * The text of the graph at `/schema.graphql`, for code generators. It changes only with the hub.
 */
export async function schemaText(
  server: FastifyInstance,
  { text }: { text: string },
): Promise<void> {
  const type = 'application/graphql; charset=utf-8';
  server.get('/schema.graphql', sendUnchanging({ content: text, type }));
}
