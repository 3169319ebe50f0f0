import type { OutgoingHttpHeaders } from 'node:http';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import {
  execute,
  getOperationAST,
  GraphQLError,
  type ExecutionArgs,
  type ExecutionResult,
  type GraphQLSchema,
} from 'graphql';
import { createHandler } from 'graphql-sse/lib/use/fastify';
import { PublicationWatch } from '../database/publication-watch.js';
import { withinTime } from '../database/time-limit.js';
import { requireAccess } from '../execution/access-gate.js';
import { admit, type AdmittingHub } from '../execution/admission.js';
import { presentError } from '../execution/format-error.js';
import { chargedTo, tellCharge } from '../execution/limits/rate-limits.js';
import {
  asError,
  checkVariables,
  readSubscription,
  refusal,
} from '../execution/subscription-request.js';
import type { Context } from '../request/context.js';
import { askedOperation } from '../request/asked-operation.js';
import { whenGone } from '../request/gone.js';
import { graphContextOf } from '../request/request-context.js';
import { networkOf } from '../shared/network-of.js';
import { Places } from '../shared/places.js';
import type { Text } from '../shared/text.js';
import { RefusedError } from '../execution/refused.js';
import { News } from './news.js';
import { closeWhenUnread } from './unread-answers.js';
import { refuseUnreadable, Unreadable } from './unreadable-request.js';
import type { Trust } from './untrusted-document.js';

/** The largest number of open streams of one hub. */
const STREAM_LIMIT = 1000;
/** Of one account or key, or of the anonymous requests of one address. */
export const STREAMS_OF_SENDER = 20;
/** Of one address, whoever sends: an office or a school often has one for all. */
export const STREAMS_OF_ADDRESS = 200;

export interface StreamHub {
  hub: () => AdmittingHub;
  schema: GraphQLSchema;
  /** Refuses documents that are not trusted; null when every document is accepted. */
  trust: Trust | null;
  /** Aborts when the hub stops. */
  closing: AbortSignal;
  /** How long a client may take nothing of its stream, in milliseconds. */
  idle: number;
}

interface Stream {
  request: FastifyRequest;
  reply: FastifyReply;
  signal: AbortSignal;
  /** Aborts when nobody reads it any more. */
  gone: AbortSignal;
  /** The first one; each publication makes another. */
  context: Context;
}

/** The streams by what the library passes on of them: the request, then an empty context. */
class Streams {
  readonly #streams = new WeakMap<object, Stream>();

  note(by: object, stream: Stream): void {
    this.#streams.set(by, stream);
  }

  of(by: unknown): Stream {
    const stream = typeof by === 'object' && by !== null ? this.#streams.get(by) : undefined;
    if (!stream) throw new Error('a stream that was never opened');
    return stream;
  }
}

/**
 * Subscriptions as server-sent events (graphql-sse, one connection each). After each publication a
 * stream runs its query again, with the rights that its viewer has then, and sends the answer if it
 * differs from the last one; of a list it sends the items that differ.
 *
 * Long because the library asks for functions that share which streams are open and when the server closes.
 */
export async function streamRoutes(
  server: FastifyInstance,
  { hub, schema, trust, closing, idle }: StreamHub,
) {
  const watch = new PublicationWatch(hub().orm);
  const places = new Places(STREAM_LIMIT, STREAMS_OF_ADDRESS);
  const ofSenders = new Places(STREAM_LIMIT, STREAMS_OF_SENDER);
  const streams = new Streams();
  server.addHook('onClose', () => watch.close());

  const handle = createHandler({
    // The mode in which several streams share one connection would need a state between requests.
    authenticate: () => null,
    // Validated before, so that the answer has its error code.
    validate: () => [],
    onSubscribe: async ({ raw }, { query, operationName, variables }) => {
      const stream = streams.of(raw);
      const { context } = stream;
      const { limits, logger } = hub();
      const asked = { schema, operationName: operationName || null, variables: variables ?? {} };
      try {
        const question = readSubscription(query, asked, limits.tokens, context.language);
        await withinTime(limits.time, () =>
          admit(question, context, hub(), () => takeAsSender(stream)),
        );
        checkVariables(question);
        const contextValue: Record<PropertyKey, unknown> = {};
        streams.note(contextValue, stream);
        return {
          schema,
          document: question.document,
          operationName: asked.operationName,
          variableValues: asked.variables,
          contextValue,
        };
      } catch (error) {
        return refusal(asError(error), context.language, logger);
      } finally {
        tellCharge(stream.reply, context.charge);
      }
    },
    subscribe: (args) => answers(args, streams.of(args.contextValue)),
  });

  const contextOf = ({ request, reply }: Pick<Stream, 'request' | 'reply'>) =>
    graphContextOf(request, reply, hub(), null);

  /** Takes the place of the sender, who is known by now, until the stream is closed. */
  const takeAsSender = ({ context, gone }: Stream) => {
    const giveBack = ofSenders.take(chargedTo(context));
    if (typeof giveBack === 'string') throw tooMany();
    if (gone.aborted) giveBack();
    else gone.addEventListener('abort', giveBack, { once: true });
  };

  /** The answers to a query, each different from the one before, until the stream is closed. */
  async function* answers(args: ExecutionArgs, stream: Stream): AsyncGenerator<ExecutionResult> {
    let { context } = stream;
    const news = new News();
    while (!stream.signal.aborted) {
      let revision = 0;
      const { data, errors } = await withinTime(hub().limits.time, async () => {
        ({ revision } = await context.publication());
        return execute({ ...args, contextValue: context });
      }).catch((error: unknown): ExecutionResult => ({ errors: [asError(error)] }));
      if (errors) {
        const told = errors.map((error) => presentError(error, context.language, hub().logger));
        // A query that failed is not run again.
        yield {
          errors: told as unknown as GraphQLError[],
          ...(data !== undefined && { data }),
        };
        return;
      }
      const changed = data && news.in(data);
      if (changed) yield { data: changed };
      await watch.next(revision, stream.signal);
      if (stream.signal.aborted) return;
      try {
        context = contextOf(stream);
        Object.assign(context, await context.identify());
        const operation = getOperationAST(args.document, args.operationName);
        if (operation) requireAccess(context, args.document, operation);
      } catch (error) {
        // The viewer has signed out, or the account was disabled.
        const { message, extensions } = presentError(
          asError(error),
          context.language,
          hub().logger,
        );
        yield {
          errors: [new GraphQLError(message, { extensions: { code: extensions?.['code'] } })],
        };
        return;
      }
    }
  }

  server.route({
    url: '/graphql/stream',
    method: ['GET', 'POST'],
    errorHandler: refuseUnreadable(hub().logger),
    handler: async (request, reply) => {
      // The library's own error has no code.
      const asked = askedOperation(request);
      if (!asked?.query) throw new Unreadable();
      trust?.(asked);
      const giveBack = places.take(networkOf(request.address));
      if (typeof giveBack === 'string') throw tooMany();
      const gone = new AbortController();
      // The library may wait for ever to end the answer of a client that has gone.
      whenGone(request, reply, () => {
        gone.abort();
        giveBack();
      });
      closeWhenUnread(request, idle);
      const signal = AbortSignal.any([gone.signal, closing]);
      const context = contextOf({ request, reply });
      streams.note(request, { request, reply, signal, gone: gone.signal, context });
      // This address sends streams only, whatever the client accepts.
      request.headers.accept = 'text/event-stream';
      // nginx keeps what it passes on until there is more of it, unless the answer says this.
      void reply.header('x-accel-buffering', 'no');
      nameNoEncoding(reply);
      reply.hijack();
      try {
        await handle(request, reply);
      } catch (error) {
        hub().logger.error({ err: error }, 'a stream failed');
        reply.raw.destroy();
      }
    },
  });
}

/** The library says `content-encoding: none`, which is none of the registered ones and makes clients give up. */
function nameNoEncoding({ raw }: FastifyReply): void {
  const writeHead = raw.writeHead.bind(raw);
  Object.defineProperty(raw, 'writeHead', {
    value: (status: number, text: string, headers: OutgoingHttpHeaders) => {
      const { 'content-encoding': _, ...others } = headers;
      return writeHead(status, text, others);
    },
  });
}

function tooMany(): RefusedError {
  return new RefusedError(503, 'TOO_MANY_STREAMS', TOO_MANY, { 'retry-after': '60' });
}

const TOO_MANY: Text = {
  vi: `Quá nhiều luồng đang mở (nhiều nhất ${STREAMS_OF_SENDER} của một tài khoản, một khóa, hoặc không đăng nhập từ một địa chỉ; tất cả ${STREAMS_OF_ADDRESS} từ một địa chỉ). Hãy đóng bớt, hoặc thử lại sau một phút.`,
  en: `Too many streams are open (at most ${STREAMS_OF_SENDER} of one account, of one key, or of one address without signing in; ${STREAMS_OF_ADDRESS} of one address in all). Close some, or try again in a minute.`,
};
