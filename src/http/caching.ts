import { hash } from 'node:crypto';
import type { ApolloServerPlugin } from '@apollo/server';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { OperationTypeNode } from 'graphql';
import type { PublicationState } from '../database/publish.js';
import type { Documents } from '../execution/documents.js';
import { canonicalJson } from '../request/asked-operation.js';
import type { Context } from '../request/context.js';
import type { Exchange } from '../request/exchange.js';
import { dateInVietnam } from '../shared/dates.js';
import { compressed, encodingFor, type Encoding } from '../shared/compression.js';
import { isKnown, weakTag } from '../shared/entity-tag.js';
import { languageOf } from '../shared/text.js';
import { addVary } from '../shared/vary.js';
import { AnswerCache, type KeptAnswer } from './answer-cache.js';

export interface CachingOptions {
  /** The memory for answers; 0 keeps none. */
  megabytes: number;
  documents: Documents;
  /**
   * Whether anybody may read. If not, answers are only for their sender, and no cache on the way
   * keeps them.
   */
  publicRead: boolean;
  /** Reads the state of published data from the database, after this call. */
  readPublication: () => Promise<PublicationState>;
}

/**
 * Answers public queries from memory as long as published data stays the same, and tells caches on
 * the way what they may keep. Everything that an answer depends on is in the key or in the state of
 * the data, which every request reads from the database: an answer from memory is never older than
 * what was published before its request arrived. An answer is kept only if the state was the same
 * before and after all of it was read. A request that is refused for its size reads nothing.
 */
export class Caching {
  readonly #documents: Documents;
  readonly #publicRead: boolean;
  readonly #readPublication: CachingOptions['readPublication'];
  readonly #answers: AnswerCache | null;

  constructor({ megabytes, documents, publicRead, readPublication }: CachingOptions) {
    this.#documents = documents;
    this.#publicRead = publicRead;
    this.#readPublication = readPublication;
    this.#answers = megabytes > 0 ? new AnswerCache(megabytes * 1024 * 1024) : null;
  }

  /** Finds the answers that are public: queries without a viewer and without an error. */
  plugin(): ApolloServerPlugin<Context> {
    const look = (context: Context) => this.#lookFor(context);
    return {
      async requestDidStart() {
        return {
          async responseForOperation({ contextValue }) {
            await look(contextValue);
            return null;
          },

          async willSendResponse({ response, errors, contextValue, operation }) {
            const { exchange, viewer, hypothetical, personal, cost } = contextValue;
            if (!exchange || operation?.operation !== OperationTypeNode.QUERY) return;
            exchange.isQuery = true;
            if (errors || response.body.kind !== 'single') return;
            if (viewer === null && !hypothetical && !personal) exchange.publicCost = cost;
          },
        };
      },
    };
  }

  /** Reads the state of the data before an answer is made that may be kept. */
  async #lookFor({ exchange, cost, published }: Context): Promise<void> {
    // Without a cost the variables do not fit, and there is nothing to keep.
    if (!exchange?.key || cost === 0) return;
    // Without a database, the answer itself reports the error.
    exchange.publication ??= await this.#readPublication().catch(() => null);
    if (exchange.publication) published(exchange.publication);
  }

  /**
   * The answer to a request, if it is in memory. Send it with `repeat` once the sender is admitted
   * at its cost.
   * @throws DatabaseRefusalError when the database cannot say whether the answer is still valid.
   */
  async find(exchange: Exchange): Promise<KeptAnswer | null> {
    exchange.key = this.#answers && this.#keyOf(exchange);
    if (!this.#answers || !exchange.key || !this.#answers.has(exchange.key)) return null;
    exchange.publication = await this.#readPublication();
    return this.#answers.get(stateOf(exchange.publication), exchange.key) ?? null;
  }

  repeat(exchange: Exchange, reply: FastifyReply, kept: KeptAnswer): FastifyReply {
    exchange.isRepeated = true;
    if (this.#tellPublic(exchange.request, reply, kept.etag)) return reply.code(304).send();
    if (kept.encoding) void reply.header('content-encoding', kept.encoding);
    return reply.header('content-type', kept.contentType).send(kept.body);
  }

  /**
   * A hook after the graph has answered: it compresses the answer, sets the cache headers and keeps
   * what is sent.
   */
  readonly keep = async (
    request: FastifyRequest,
    reply: FastifyReply,
    payload: unknown,
  ): Promise<unknown> => {
    const { exchange } = request;
    if (exchange?.isRepeated) return payload;
    const cost = exchange?.publicCost ?? null;
    const packed = await packedFor(request, payload);
    // After a timeout, the answer of the request is not the one that the graph made.
    if (!exchange || cost === null || typeof payload !== 'string' || reply.statusCode !== 200) {
      addVary(reply, DIFFERS_BY);
      reply.header('cache-control', 'private, no-store');
      return packed ? tellPacked(reply, packed) : payload;
    }
    const tag = `"${hash('sha256', payload, 'base64url')}"`;
    const etag = packed ? weakTag(tag) : tag;
    const contentType = String(reply.getHeader('content-type'));
    if (exchange.key && exchange.publication)
      void this.#store(exchange.key, exchange.publication, () => ({
        body: packed?.body ?? Buffer.from(payload),
        encoding: packed?.encoding ?? null,
        contentType,
        etag,
        cost,
      }));
    if (!this.#tellPublic(request, reply, etag))
      return packed ? tellPacked(reply, packed) : payload;
    reply.code(304).removeHeader('content-type').removeHeader('content-length');
    return null;
  };

  /** Under what the answer may be kept; null for a request that is not a public query. */
  #keyOf({ request, asked, now }: Exchange): string | null {
    const { authorization, accept } = request.headers;
    if (authorization !== undefined || !asked) return null;
    const text = this.#documents.textOf(asked);
    const form = text ? this.#documents.formOf(text) : null;
    if (!form?.isQuery(asked.operationName)) return null;
    const today = dateInVietnam(now);
    try {
      const language = languageOf(request.headers['accept-language']);
      const encoding = encodingFor(request.headers['accept-encoding']);
      const parts = [form.digest, asked.operationName, accept, language, encoding, today];
      const variables = canonicalJson(asked.variables);
      return hash('sha256', `${JSON.stringify(parts)} ${variables}`, 'base64url');
    } catch {
      // Nested too deep, which the graph reports.
      return null;
    }
  }

  /** The answer does not wait for this: the next request reads the state after this one did. */
  async #store(key: string, before: PublicationState, answer: () => KeptAnswer): Promise<void> {
    try {
      const state = stateOf(await this.#readPublication());
      if (state === stateOf(before)) this.#answers?.set(state, key, answer());
    } catch {
      // The database is unavailable, which the next request will report.
    }
  }

  /** Marks an answer as public; returns whether the client has it already. */
  #tellPublic(request: FastifyRequest, reply: FastifyReply, etag: string): boolean {
    addVary(reply, DIFFERS_BY);
    const readers = this.#publicRead ? 'public' : 'private';
    reply.header('cache-control', `${readers}, max-age=0, must-revalidate`).header('etag', etag);
    return request.method !== 'POST' && isKnown(request.headers['if-none-match'], etag);
  }
}

/** After a backup was restored, the revision alone could be the same again. */
function stateOf({ revision, publishedAt }: PublicationState): string {
  return `${revision} ${publishedAt.getTime()}`;
}

interface Packed {
  body: Buffer;
  encoding: Encoding;
}

/**
 * The answer to a query, compressed for a client that takes it. An answer to a change may have a
 * secret in it, whose size would tell of it.
 */
async function packedFor(request: FastifyRequest, payload: unknown): Promise<Packed | null> {
  if (!request.exchange?.isQuery || typeof payload !== 'string') return null;
  const encoding = encodingFor(request.headers['accept-encoding']);
  const body = encoding && (await compressed(payload, encoding));
  return body && { body, encoding };
}

/** The length that is set already is that of the text. */
function tellPacked(reply: FastifyReply, { body, encoding }: Packed): Buffer {
  void reply.header('content-encoding', encoding).removeHeader('content-length');
  return body;
}

const DIFFERS_BY = 'Authorization, X-Api-Key, Accept-Language, Accept, Accept-Encoding';
