import type { Socket } from 'node:net';
import type { FastifyReply, FastifyRequest } from 'fastify';

/** One listener for each socket: a client may send many requests before the first is answered. */
const waiting = new WeakMap<Socket, Set<() => void>>();

/**
 * Calls back once, when nobody waits for the answer to a request any more: it has been sent, or the
 * connection has closed. Fastify's `onResponse` is called only for answers that were sent, and an
 * answer that waits behind another one of its connection is never told that the connection closed.
 */
export function whenGone(request: FastifyRequest, reply: FastifyReply, then: () => void): void {
  const { socket } = request.raw;
  if (reply.raw.destroyed || socket.destroyed) return then();
  const gone = () => {
    if (!callbacksOf(socket).delete(gone)) return;
    reply.raw.off('close', gone);
    then();
  };
  callbacksOf(socket).add(gone);
  reply.raw.once('close', gone);
}

function callbacksOf(socket: Socket): Set<() => void> {
  const known = waiting.get(socket);
  if (known) return known;
  const callbacks = new Set<() => void>();
  waiting.set(socket, callbacks);
  socket.once('close', () => callbacks.forEach((gone) => gone()));
  return callbacks;
}
