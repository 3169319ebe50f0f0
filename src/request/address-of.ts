import type { FastifyInstance, FastifyRequest } from 'fastify';

declare module 'fastify' {
  interface FastifyRequest {
    /** The network address that the request came from; its sender may have left meanwhile. */
    readonly address: string;
  }
}

/** What stands for the address of a connection that has closed and no longer says whose it was. */
const GONE = 'gone';

export function addressOf(request: Pick<FastifyRequest, 'ip'>): string {
  const known: string | undefined = request.ip;
  return known ?? GONE;
}

/** Gives every request its `address`. */
export function nameAddresses(server: FastifyInstance): void {
  server.decorateRequest('address', {
    getter(this: FastifyRequest) {
      return addressOf(this);
    },
  });
}
