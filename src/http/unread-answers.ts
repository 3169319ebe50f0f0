import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { WaitingTimes } from './waiting-times.js';

/** Closes the connections of clients that take nothing of their answers for too long. */
export function limitUnreadAnswers(server: FastifyInstance, { idle }: WaitingTimes): void {
  server.addHook('onSend', (request, _reply, payload, done) => {
    closeWhenUnread(request, idle);
    done(null, payload);
  });
}

/**
 * Closes the connection once nothing of the answer was taken for so many milliseconds. Node sets
 * another time when the answer has been sent, and none for the next request.
 */
export function closeWhenUnread({ raw: { socket } }: FastifyRequest, idle: number): void {
  // The requests of tests that go without a connection have none.
  if ('setTimeout' in socket) socket.setTimeout(idle);
}
