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
  /** How much of answers is kept; 0 keeps none. */
  megabytes: number;
  documents: Documents;
  /** Whether anybody may read; otherwise answers are for who asked, and no cache on the way keeps them. */
  publicRead: boolean;
  /** Whether who asks is let in, at the cost of the answer; whoever is not is told why by the graph. */
  admit: (request: FastifyRequest, reply: FastifyReply, cost: number) => Promise<boolean>;
  /** Reads the state of published data from the database, after it was called. */
  readPublication: () => Promise<PublicationState>;
  now: () => Date;
}

/** A request whose answer may be kept. */
interface Question {
  key: string;
  today: string;
  /** Of the data, before anything of the answer was read; null until it is known. */
  publication: PublicationState | null;
}

/**
 * Answers the public's queries from memory as long as published data stays as it is, and tells caches
 * on the way what they may do. What an answer depends on is in the key, or is the state of the data,
 * which every request reads anew from the database: an answer from memory is never older than what was
 * published before its request came. It is kept only if the state was the same before and after all of
 * it was read. Nothing is read for a request that is refused for its size.
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
  /** The same, by what a request's context holds: Apollo copies the context. */
  readonly #asked = new WeakMap<Batch, Question>();
  /** The costs of the public's answers. */
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

  /** Finds out which answers are the public's: queries of nobody in particular, without any error. */
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

  /** Tells the caching which context a request is answered in. */
  watch(request: FastifyRequest, context: Context): Context {
    this.#contexts.set(request, context);
    const question = this.#questions.get(request);
    if (question) this.#asked.set(context.batch, question);
    return context;
  }

  /** Reads which state of the data an answer that may be kept is from, before the answer is made. */
  async #lookFor({ batch, cost, published }: Context): Promise<void> {
    const question = this.#asked.get(batch);
    // What has no cost has variables that do not fit.
    if (!question || cost === 0) return;
    // Without a database the answer says so itself.
    question.publication ??= await this.#readPublication().catch(() => null);
    if (question.publication) published(question.publication);
  }

  /**
   * The answer to a request, if it is in memory and whoever asks is let in; to be sent by `send`.
   * @throws DatabaseRefusalError when the database cannot say whether it is still true.
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

  /** Answers with what was kept. */
  send(request: FastifyRequest, reply: FastifyReply, kept: KeptAnswer): FastifyReply {
    this.#answered.add(request);
    if (this.#tellPublic(request, reply, kept.etag)) return reply.code(304).send();
    return reply.header('content-type', kept.contentType).send(kept.body);
  }

  /** A hook after the graph has answered: says what may be kept of it, and keeps it. */
  readonly keep = async (
    request: FastifyRequest,
    reply: FastifyReply,
    payload: unknown,
  ): Promise<unknown> => {
    if (this.#answered.has(request)) return payload;
    const context = this.#contexts.get(request);
    const cost = context && this.#publicAnswers.get(context.batch);
    // A request whose time was up has another answer than the one that the graph made of it.
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
      // Nested too deep; the graph says so.
      return null;
    }
  }

  /** The answer waits for nothing: who asks next reads the state after this has. */
  async #store(key: string, before: PublicationState, answer: () => KeptAnswer): Promise<void> {
    try {
      const state = stateOf(await this.#readPublication());
      if (state === stateOf(before)) this.#answers?.set(state, key, answer());
    } catch {
      // The database is away; whoever asks next will be told.
    }
  }

  /** Says that the answer is for everybody who may read; gives whether who asks has it already. */
  #tellPublic(request: FastifyRequest, reply: FastifyReply, etag: string): boolean {
    addVary(reply, DIFFERS_BY);
    const readers = this.#publicRead ? 'public' : 'private';
    reply.header('cache-control', `${readers}, max-age=0, must-revalidate`).header('etag', etag);
    return request.method === 'GET' && isKnown(request.headers['if-none-match'], etag);
  }
}

/** The revision alone would be the same again after a backup was restored. */
function stateOf({ revision, publishedAt }: PublicationState): string {
  return `${revision} ${publishedAt.getTime()}`;
}

const DIFFERS_BY = 'Authorization, X-Api-Key, Accept-Language, Accept';
