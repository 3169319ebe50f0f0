import cors from '@fastify/cors';
import type { FastifyInstance } from 'fastify';

/**
 * Lets pages of other origins read what the hub answers: those that the operator named, or all with
 * `*`, which then come without cookies. Without any, browsers keep every other page out.
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
    exposedHeaders: ['etag', 'content-disposition', 'retry-after', 'ratelimit', 'ratelimit-policy'],
    maxAge: 600,
  });
}
