import { STATUS_CODES } from 'node:http';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Logger } from 'pino';
import { AccessRefused } from '../auth/access-refused.js';
import { refusalIn, retryAfter } from '../database/refusals.js';
import { tellRefusal } from '../database/tell-refusal.js';
import { TimeIsUp } from '../database/time-limit.js';
import { rateLimitHeaders } from './limits/rate-limits.js';
import { secondsOf, TooOften } from './limits/too-often.js';
import { BodyTooSlowError } from '../request/body-too-slow-error.js';
import { INTERNAL, internal, RequestError } from '../shared/errors.js';
import { languageOf, type Text } from '../shared/text.js';

/** Why a request is refused, whichever form its route answers in. */
export interface Refused {
  status: number;
  code: string;
  text: Text;
  details?: Record<string, unknown>;
  headers?: Record<string, string>;
}

/** Thrown by a route that refuses a request before anything is done for it. */
export class RefusedError extends RequestError implements Refused {
  constructor(
    readonly status: number,
    code: string,
    text: Text,
    readonly headers: Record<string, string> = {},
  ) {
    super(code, text);
  }
}

/**
 * What an error means on every route; null when only its own route can say.
 * @param log the hub's, because the log tells once a minute that the database is away.
 */
export function refusedBy(error: unknown, log: Logger): Refused | null {
  if (error instanceof RefusedError) return error;
  const away = refusalIn(error);
  if (away) {
    tellRefusal(log, away);
    const { code, text } = away;
    return { status: away.retryAfter === null ? 500 : 503, code, text, headers: retryAfter(away) };
  }
  if (error instanceof AccessRefused) {
    const { status, code, text, challenge } = error;
    return { status, code, text, headers: { 'www-authenticate': challenge } };
  }
  if (error instanceof TooOften) {
    const { code, text, details, charge } = error;
    const seconds = String(secondsOf(charge));
    const headers = { ...Object.fromEntries(rateLimitHeaders(charge)), 'retry-after': seconds };
    return { status: 429, code, text, details, headers };
  }
  if (error instanceof TimeIsUp) return { status: 504, code: error.code, text: error.text };
  if (error instanceof BodyTooSlowError) {
    const { statusCode: status, code, text } = error;
    // The rest of the body may still come.
    return { status, code, text, headers: { connection: 'close' } };
  }
  return null;
}

/** What a sender is told of an error that is ours. */
export function masked(requestId: string | null): Refused {
  return { status: 500, code: INTERNAL, text: internal(requestId), details: { requestId } };
}

/**
 * Answers the errors of routes beside the graph with RFC 9457's problem details; `code` is stable
 * and `message` the same as `detail`.
 * @param own what an error of the route means; null for one that is ours, which is masked.
 * @param failure what the log says of an error that is ours.
 */
export function answerProblems(
  log: Logger,
  own: (error: unknown, log: Logger) => Refused | null,
  failure: string,
) {
  return (error: unknown, request: FastifyRequest, reply: FastifyReply): FastifyReply => {
    const known = refusedBy(error, log) ?? own(error, log);
    if (!known) log.error({ err: error, route: request.routeOptions.url }, failure);
    return sendProblem(request, reply, known ?? masked(request.id));
  };
}

/** Answers with a problem, in the language of the sender. */
export function sendProblem(
  request: FastifyRequest,
  reply: FastifyReply,
  { status, code, text, details, headers }: Refused,
): FastifyReply {
  request.outcome = code;
  const detail = text[languageOf(request.headers['accept-language'])];
  for (const name of OF_CONTENT) void reply.removeHeader(name);
  return reply
    .code(status)
    .headers({ ...headers, 'cache-control': 'no-store' })
    .type('application/problem+json; charset=utf-8')
    .send({ title: STATUS_CODES[status], status, detail, code, message: detail, ...details });
}

/** The header fields that a route may have set for what it cannot send. */
const OF_CONTENT = [
  'etag',
  'content-disposition',
  'content-language',
  'content-encoding',
  'content-length',
];
