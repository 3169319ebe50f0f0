import {
  context,
  propagation,
  ROOT_CONTEXT,
  SpanKind,
  SpanStatusCode,
  trace,
  type Context as TraceContext,
} from '@opentelemetry/api';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { tracer } from '../shared/tracer.js';
import { isIn, listOf } from './request-ids.js';

declare module 'fastify' {
  interface FastifyRequest {
    /** Where its trace goes on; null when it has none. */
    trace: TraceContext | null;
  }
}

/** Asked every few seconds, of no use in a trace. */
const NOT_TRACED = /^\/(health|metrics)\b/;

/**
 * Gives every request a span, of which statements and operations are parts. Its name is the route, never the address:
 * that holds tokens and variables.
 * @param proxies the addresses and networks whose traces go on here, as the ids of their requests do.
 */
export function traceRequests(server: FastifyInstance, proxies: readonly string[]): void {
  const trusted = listOf(proxies);
  server.decorateRequest('trace', null);
  server.addHook('onRequest', (request, _reply, done) => {
    const route = request.routeOptions.url;
    if (route && NOT_TRACED.test(route)) return done();
    const from = isIn(trusted, request.raw.socket.remoteAddress)
      ? propagation.extract(ROOT_CONTEXT, request.headers)
      : ROOT_CONTEXT;
    const span = tracer.startSpan(
      route ? `${request.method} ${route}` : request.method,
      {
        kind: SpanKind.SERVER,
        attributes: {
          'http.request.method': request.method,
          ...(route && { 'http.route': route }),
          'hub.request.id': request.id,
        },
      },
      from,
    );
    request.trace = trace.setSpan(from, span);
    enter(request, done);
  });
  // A body comes from the connection, which serves many requests.
  server.addHook('preValidation', (request, _reply, done) => enter(request, done));
  server.addHook('onResponse', (request, reply, done) => {
    const span = request.trace && trace.getSpan(request.trace);
    span?.setAttribute('http.response.status_code', reply.statusCode);
    if (reply.statusCode >= 500) span?.setStatus({ code: SpanStatusCode.ERROR });
    span?.end();
    done();
  });
}

function enter(request: FastifyRequest, goOn: () => void): void {
  if (request.trace) context.with(request.trace, goOn);
  else goOn();
}
