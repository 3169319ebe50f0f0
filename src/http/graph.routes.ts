import { HeaderMap, type ApolloServer, type HTTPGraphQLResponse } from '@apollo/server';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { withinTime } from '../database/time-limit.js';
import { admitReader, type AdmittingHub } from '../execution/admission.js';
import { searchOf } from '../request/asked-operation.js';
import type { Context } from '../request/context.js';
import { Exchange } from '../request/exchange.js';
import { graphContextOf } from '../request/request-context.js';
import { requestScope } from '../shared/request-scope.js';
import { traced } from '../shared/tracer.js';
import type { Caching } from './caching.js';
import { refuseUnreadable } from './unreadable-request.js';
import type { Trust } from './untrusted-document.js';

export interface Graph {
  apollo: ApolloServer<Context>;
  caching: Caching;
  /** Null when every document is accepted. */
  trust: Trust | null;
  hub: () => AdmittingHub;
}

/** Answers at `/graphql` from memory or by Apollo, within the time limit. */
export async function graphRoutes(
  server: FastifyInstance,
  { apollo, caching, trust, hub }: Graph,
): Promise<void> {
  server.decorateRequest('exchange', null);
  server.route({
    url: '/graphql',
    method: ['GET', 'POST'],
    errorHandler: refuseUnreadable(hub().logger),
    onSend: caching.keep,
    handler: async (request, reply) => {
      const asking = hub();
      const exchange = new Exchange(request, asking.now);
      request.exchange = exchange;
      trust?.(exchange.asked);
      const answer = await withinTime(asking.limits.time, () => answerTo(exchange, reply, asking));
      return answer();
    },
  });

  /** The answer. The reply stays unchanged until then, because the time limit may pass first. */
  async function answerTo(
    exchange: Exchange,
    reply: FastifyReply,
    asking: AdmittingHub,
  ): Promise<() => unknown> {
    const { request } = exchange;
    const kept = await caching.find(exchange);
    if (kept && (await admitReader(request, reply, asking, kept.cost)))
      return () => caching.repeat(exchange, reply, kept);
    const answer = await traced('graphql', async (span) => {
      const found = await apollo.executeHTTPGraphQLRequest({
        httpGraphQLRequest: {
          body: request.body,
          // Fastify leaves the body of its answer out.
          method: request.method === 'HEAD' ? 'GET' : request.method,
          headers: headersOf(request),
          search: searchOf(request.url),
        },
        context: async () => graphContextOf(request, reply, asking, exchange),
      });
      const operation = requestScope()?.operation();
      if (operation) span.updateName(operation).setAttribute('graphql.operation.name', operation);
      if (request.outcome !== null) span.setAttribute('error.type', request.outcome);
      return found;
    });
    return () => send(reply, answer);
  }
}

const JSON_TYPE = 'application/json';

function headersOf({ headers }: FastifyRequest): HeaderMap {
  const map = new HeaderMap();
  for (const [name, value] of Object.entries(headers))
    if (value) map.set(name, [value].flat().join(', '));
  // Whoever takes events only is told in JSON where they are, which the library would not say.
  if (/^text\/event-stream\b[^,]*$/.test(map.get('accept') ?? '')) map.set('accept', JSON_TYPE);
  return map;
}

/** The graph never answers in parts. */
function send(reply: FastifyReply, { headers, status, body }: HTTPGraphQLResponse): unknown {
  if (body.kind !== 'complete') throw new Error('an answer in parts');
  for (const [name, value] of headers) void reply.header(name, value);
  void reply.code(status ?? 200);
  return body.string;
}
