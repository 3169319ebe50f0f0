import type { FastifyInstance } from 'fastify';
import { entityTag, isKnown } from '../shared/entity-tag.js';

/**
 * The text of the graph at `/schema.graphql`, for code generators. It changes only with the hub.
 */
export async function schemaText(
  server: FastifyInstance,
  { text }: { text: string },
): Promise<void> {
  const etag = entityTag(text);
  server.get('/schema.graphql', (request, reply) => {
    void reply.headers({ etag, 'cache-control': 'public, no-cache' });
    if (isKnown(request.headers['if-none-match'], etag)) return reply.code(304).send();
    return reply.type('application/graphql; charset=utf-8').send(text);
  });
}
