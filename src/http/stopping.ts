import type { FastifyInstance } from 'fastify';
import type { Readiness } from '../health/readiness.js';
import type { Stop } from '../health/stop.js';
import type { Connections } from './connections.js';

/**
 * Makes a server stop as the hub does: it says that it is not ready; then it takes no connection any
 * more, closes those that have no request under way and get none within a moment, and the others with
 * their answers; and when the time is up it cuts what is left.
 */
export function stopConnections(
  server: FastifyInstance,
  { connections, stop, readiness }: { connections: Connections; stop: Stop; readiness: Readiness },
): void {
  readiness.add('the stop', () => (stop.begun ? 'the hub is stopping' : null));
  server.addHook('onSend', (_request, reply, payload, done) => {
    if (stop.begun) void reply.header('connection', 'close');
    done(null, payload);
  });
  const cut = () => {
    const left = connections.cut();
    if (left > 0) server.log.warn({ connections: left }, 'cut off what was not done in time');
  };
  server.addHook('preClose', async () => {
    stop.close();
    await connections.end(stop.cut);
    if (stop.cut.aborted) cut();
    else stop.cut.addEventListener('abort', cut, { once: true });
  });
}
