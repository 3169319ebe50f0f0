import { HeaderMap, type ApolloServer, type HTTPGraphQLResponse } from '@apollo/server';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { refusalIn, retryAfter } from '../database/refusals.js';
import { tellRefusal } from '../database/tell-refusal.js';
import { TimeIsUp, withinTime } from '../database/time-limit.js';
import type { AdmittingHub } from '../execution/admission.js';
import type { Context } from '../request/context.js';
import { graphContextOf } from '../request/request-context.js';
import type { Caching } from './caching.js';
import { refusalBody } from './refusal-body.js';
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
  /** The answer. The reply stays unchanged until then, because the time limit may pass first. */
  async function answerTo(request: FastifyRequest, reply: FastifyReply): Promise<() => unknown> {
    const kept = await caching.find(request, reply);
    if (kept) return () => caching.send(request, reply, kept);
    const answer = await apollo.executeHTTPGraphQLRequest({
      httpGraphQLRequest: {
        body: request.body,
        method: request.method,
        headers: headersOf(request),
        search: new URL(request.url, 'http://hub').search,
      },
      context: async () => caching.watch(request, graphContextOf(request, reply, hub())),
    });
    return () => send(reply, answer);
  }

  server.route({
    url: '/graphql',
    method: ['GET', 'POST'],
    errorHandler: refuseUnreadable,
    preHandler: trust ?? [],
    onSend: caching.keep,
    handler: async (request, reply) => {
      const { limits, logger } = hub();
      const answer = await withinTime(limits.time, () => answerTo(request, reply)).catch(
        (error: unknown) => {
          const away = refusalIn(error);
          if (away) {
            tellRefusal(logger, away);
            void reply.code(503).headers(retryAfter(away));
            return () => reply.send(refusalBody(request, away.code, away.text));
          }
          if (!(error instanceof TimeIsUp)) throw error;
          return () => reply.code(504).send(refusalBody(request, error.code, error.text));
        },
      );
      return answer();
    },
  });
}

function headersOf({ headers }: FastifyRequest): HeaderMap {
  const map = new HeaderMap();
  for (const [name, value] of Object.entries(headers))
    if (value) map.set(name, [value].flat().join(', '));
  return map;
}

/** The graph never answers in parts. */
function send(reply: FastifyReply, { headers, status, body }: HTTPGraphQLResponse): unknown {
  if (body.kind !== 'complete') throw new Error('an answer in parts');
  for (const [name, value] of headers) void reply.header(name, value);
  void reply.code(status ?? 200);
  return body.string;
}
