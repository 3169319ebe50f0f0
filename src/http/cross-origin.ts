import cors from '@fastify/cors';
import type { FastifyInstance } from 'fastify';

/**
 * Lets pages of other origins read the answers: the origins that the operator named, or all with
 * `*`, then without cookies. Without either, browsers refuse every other page.
 */
export async function allowOrigins(
  server: FastifyInstance,
  origins: readonly string[],
): Promise<void> {
  if (origins.length === 0) return;
  const anyone = origins.includes('*');
  await server.register(cors, {
    origin: anyone ? '*' : [...origins],
    credentials: !anyone,
    methods: ['GET', 'POST', 'PUT'],
    // Programs that are no browsers ask with OPTIONS too, without what makes it a preflight.
    strictPreflight: false,
    exposedHeaders: [
      'etag',
      'content-disposition',
      'retry-after',
      'ratelimit',
      'ratelimit-policy',
      'x-request-id',
    ],
    maxAge: 600,
  });
}
