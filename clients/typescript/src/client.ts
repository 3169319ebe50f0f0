import type { TypedDocumentString } from './generated/graphql.js';
import type { HubOptions } from './options.js';
import { walk, type Page, type Step } from './pages.js';
import { errorOf, type HubExtensions, type HubProblem } from './reply.js';
import { send } from './send.js';
import { follow } from './stream.js';

/** Asks a hub. */
export class HubClient {
  readonly #options: HubOptions;

  constructor(options: HubOptions) {
    this.#options = options;
  }

  /**
   * Sends one of the documents; types of variables and answer come with it.
   * @throws HubError when any part of the answer is missing.
   */
  async ask<Data, Variables>(
    document: TypedDocumentString<Data, Variables>,
    variables: Variables,
  ): Promise<Data> {
    const reply = await send<Data>(this.#options, document.toString(), variables);
    if (!reply.data || reply.problems.length > 0) throw errorOf(reply);
    return reply.data;
  }

  /**
   * Sends one of the documents, and takes an answer that lacks parts: each has null in its place and
   * a problem with its path. So one unit that did not exist on a date does not take the others with it.
   * With it comes what the hub says about the answer: revision, licence, cost.
   * @throws HubError when there is no answer at all.
   */
  async askPartly<Data, Variables>(
    document: TypedDocumentString<Data, Variables>,
    variables: Variables,
  ): Promise<{ data: Data; problems: readonly HubProblem[]; extensions: HubExtensions }> {
    const reply = await send<Data>(this.#options, document.toString(), variables);
    const { data, problems, extensions } = reply;
    if (!data) throw errorOf(reply);
    return { data, problems, extensions };
  }

  /**
   * Every row of a list, page after page, as they are needed.
   * @param document takes `after`; the other variables say what is listed.
   * @param pageOf finds the list in the answer; null ends it.
   * @throws HubError CURSOR_OUTDATED when what the list is ordered by has changed, so that it has to be begun anew.
   */
  async *rows<Data, Variables extends { after?: string | null }, Row>(
    document: TypedDocumentString<Data, Variables>,
    variables: Variables,
    pageOf: (data: Data) => Page<Row> | null | undefined,
  ): AsyncGenerator<Row> {
    for await (const { rows } of this.pages(document, variables, pageOf)) yield* rows;
  }

  /** The same, a page at a time, each with the cursor from which another run can go on. */
  pages<Data, Variables extends { after?: string | null }, Row>(
    document: TypedDocumentString<Data, Variables>,
    variables: Variables,
    pageOf: (data: Data) => Page<Row> | null | undefined,
  ): AsyncGenerator<Step<Row>> {
    return walk(variables.after, async (after) =>
      pageOf(await this.ask(document, { ...variables, after })),
    );
  }

  /**
   * The answers to a subscription: one at once, and another whenever it is different. A lost connection is made
   * anew. It ends when its reader leaves the loop, or with `signal`, which need not wait for the next answer.
   * @throws HubError when the hub refuses it, or an answer lacks any part.
   */
  stream<Data, Variables extends Record<string, unknown>>(
    document: TypedDocumentString<Data, Variables>,
    variables: Variables,
    { signal }: { signal?: AbortSignal } = {},
  ): AsyncGenerator<Data> {
    return follow<Data>(this.#options, document.toString(), variables, signal);
  }
}
