import type { FastifyRequest } from 'fastify';

/** What stands for the address of a connection that has closed and no longer says whose it was. */
const GONE = 'gone';

/** The network address that a request came from; its sender may have left meanwhile. */
export function addressOf(request: Pick<FastifyRequest, 'ip'>): string {
  const known: string | undefined = request.ip;
  return known ?? GONE;
}
