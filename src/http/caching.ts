import { hash } from 'node:crypto';
import type { ApolloServerPlugin } from '@apollo/server';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { OperationTypeNode } from 'graphql';
import type { PublicationState } from '../database/publish.js';
import { askedOperation, canonicalJson } from '../execution/asked-operation.js';
import type { Documents } from '../execution/documents.js';
import type { Batch } from '../reads/batch.js';
import type { Context } from '../request/context.js';
import { dateInVietnam } from '../shared/dates.js';
import { isKnown } from '../shared/entity-tag.js';
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
  /** Whether the sender is admitted at the cost of the answer; if not, the graph says why. */
  admit: (request: FastifyRequest, reply: FastifyReply, cost: number) => Promise<boolean>;
  /** Reads the state of published data from the database, after this call. */
  readPublication: () => Promise<PublicationState>;
  now: () => Date;
}

interface Question {
  key: string;
  today: string;
  /** The state before anything of the answer was read; null until it is known. */
  publication: PublicationState | null;
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
  readonly #admit: CachingOptions['admit'];
  readonly #now: () => Date;
  readonly #readPublication: CachingOptions['readPublication'];
  readonly #answers: AnswerCache | null;
  readonly #contexts = new WeakMap<FastifyRequest, Context>();
  readonly #questions = new WeakMap<FastifyRequest, Question>();
  /** The question by an object in the context of the request, because Apollo copies the context. */
  readonly #asked = new WeakMap<Batch, Question>();
  readonly #publicAnswers = new WeakMap<Batch, number>();
  readonly #answered = new WeakSet<FastifyRequest>();

  constructor({ megabytes, documents, publicRead, admit, readPublication, now }: CachingOptions) {
    this.#documents = documents;
    this.#publicRead = publicRead;
    this.#admit = admit;
    this.#now = now;
    this.#readPublication = readPublication;
    this.#answers = megabytes > 0 ? new AnswerCache(megabytes * 1024 * 1024) : null;
  }

  /** Finds the answers that are public: queries without a viewer and without an error. */
  plugin(): ApolloServerPlugin<Context> {
    const publicAnswers = this.#publicAnswers;
    const look = (context: Context) => this.#lookFor(context);
    return {
      async requestDidStart() {
        return {
          async responseForOperation({ contextValue }) {
            await look(contextValue);
            return null;
          },

          async willSendResponse({ response, errors, contextValue, operation }) {
            if (
              operation?.operation !== OperationTypeNode.QUERY ||
              errors ||
              response.body.kind !== 'single'
            )
              return;
            const { viewer, hypothetical, personal, batch, cost } = contextValue;
            if (viewer === null && !hypothetical && !personal) publicAnswers.set(batch, cost);
          },
        };
      },
    };
  }

  /** Connects a request with the context in which it is answered. */
  watch(request: FastifyRequest, context: Context): Context {
    this.#contexts.set(request, context);
    const question = this.#questions.get(request);
    if (question) this.#asked.set(context.batch, question);
    return context;
  }

  /** Reads the state of the data before an answer is made that may be kept. */
  async #lookFor({ batch, cost, published }: Context): Promise<void> {
    const question = this.#asked.get(batch);
    // Without a cost the variables do not fit, and there is nothing to keep.
    if (!question || cost === 0) return;
    // Without a database, the answer itself reports the error.
    question.publication ??= await this.#readPublication().catch(() => null);
    if (question.publication) published(question.publication);
  }

  /**
   * The answer to a request, if it is in memory and the sender is admitted. Send it with `send`.
   * @throws DatabaseRefusalError when the database cannot say whether the answer is still valid.
   */
  async find(request: FastifyRequest, reply: FastifyReply): Promise<KeptAnswer | null> {
    const question = this.#answers && this.#questionOf(request);
    if (!question) return null;
    this.#questions.set(request, question);
    if (!this.#answers.has(question.key)) return null;
    question.publication = await this.#readPublication();
    const kept = this.#answers.get(stateOf(question.publication), question.key);
    return kept && (await this.#admit(request, reply, kept.cost)) ? kept : null;
  }

  send(request: FastifyRequest, reply: FastifyReply, kept: KeptAnswer): FastifyReply {
    this.#answered.add(request);
    if (this.#tellPublic(request, reply, kept.etag)) return reply.code(304).send();
    return reply.header('content-type', kept.contentType).send(kept.body);
  }

  /** A hook after the graph has answered: it sets the cache headers and keeps the answer. */
  readonly keep = async (
    request: FastifyRequest,
    reply: FastifyReply,
    payload: unknown,
  ): Promise<unknown> => {
    if (this.#answered.has(request)) return payload;
    const context = this.#contexts.get(request);
    const cost = context && this.#publicAnswers.get(context.batch);
    // After a timeout, the answer of the request is not the one that the graph made.
    if (cost === undefined || typeof payload !== 'string' || reply.statusCode !== 200) {
      addVary(reply, DIFFERS_BY);
      reply.header('cache-control', 'private, no-store');
      return payload;
    }
    const etag = `"${hash('sha256', payload, 'base64url')}"`;
    const contentType = String(reply.getHeader('content-type'));
    const question = this.#questions.get(request);
    if (question?.publication && question.today === context!.today)
      void this.#store(question.key, question.publication, () => ({
        body: Buffer.from(payload),
        contentType,
        etag,
        cost,
      }));
    if (!this.#tellPublic(request, reply, etag)) return payload;
    reply.code(304).removeHeader('content-type').removeHeader('content-length');
    return null;
  };

  #questionOf(request: FastifyRequest): Question | null {
    const { authorization, accept, 'accept-language': languages } = request.headers;
    if (authorization !== undefined) return null;
    const asked = askedOperation(request);
    if (!asked) return null;
    const text = this.#documents.textOf(asked);
    const form = text ? this.#documents.formOf(text) : null;
    if (!form?.isQuery(asked.operationName)) return null;
    const today = dateInVietnam(this.#now());
    try {
      const parts = [form.digest, asked.operationName, accept, languageOf(languages), today];
      const variables = canonicalJson(asked.variables);
      const key = hash('sha256', `${JSON.stringify(parts)} ${variables}`, 'base64url');
      return { key, today, publication: null };
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
    return request.method === 'GET' && isKnown(request.headers['if-none-match'], etag);
  }
}

/** After a backup was restored, the revision alone could be the same again. */
function stateOf({ revision, publishedAt }: PublicationState): string {
  return `${revision} ${publishedAt.getTime()}`;
}

const DIFFERS_BY = 'Authorization, X-Api-Key, Accept-Language, Accept';
