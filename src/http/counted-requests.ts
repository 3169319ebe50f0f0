import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Documents } from '../execution/documents.js';
import type { Metrics } from '../health/metrics.js';
import type { SecurityLog } from './security-log.js';

/** Documents that no list names, and addresses that lead nowhere. */
const OTHER = 'other';

const STREAM = '/graphql/stream';

/** Counts every request once it is answered, a stream when it has ended. */
export function countRequests(
  server: FastifyInstance,
  {
    metrics,
    documents,
    security,
  }: { metrics: Metrics; documents: Documents; security: SecurityLog },
): void {
  server.addHook('onResponse', (request, reply, done) => {
    const { exchange, outcome, sender } = request;
    const operation = operationOf(request, documents);
    if (outcome !== null) security.noteRefusal(request, outcome, operation);
    metrics.countRequest({
      operation,
      code: outcome ?? (reply.statusCode < 400 ? 'OK' : String(reply.statusCode)),
      sender,
      seconds: request.routeOptions.url === STREAM ? null : reply.elapsedTime / 1000,
    });
    if (exchange?.key) metrics.countCached(exchange.isRepeated ? 'hit' : 'miss');
    done();
  });
}

/** Of a bounded number of names, whatever clients send. */
export function operationOf(
  { exchange, routeOptions }: FastifyRequest,
  documents: Documents,
): string {
  if (!exchange) return routeOptions.url ?? OTHER;
  return (exchange.asked && documents.nameOf(exchange.asked)) ?? OTHER;
}
