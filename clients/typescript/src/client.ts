import type { TypedDocumentString } from './generated/graphql.js';

export interface HubOptions {
  /** The address of the graph, such as `https://hub.example/graphql`. */
  url: string;
  /** The language of names and messages; Vietnamese unless it is said. */
  language?: 'vi' | 'en';
  /** A bearer token, or what gives one for each request; public questions need none. */
  token?: string | (() => string | Promise<string>);
  /** Other than the `fetch` of the platform. */
  fetch?: typeof fetch;
}

/** One thing that is wrong with a question; `docs/errors.md` of the hub explains the codes. */
export interface HubProblem {
  message: string;
  path?: readonly (string | number)[];
  extensions?: { code?: string; [detail: string]: unknown };
}

/** A question that was not answered, or not wholly: a half answer never passes for a whole one. */
export class HubError extends Error {
  override readonly name = 'HubError';

  /** @param status what HTTP said. */
  constructor(
    readonly status: number,
    readonly problems: readonly HubProblem[],
  ) {
    super(problems.map(({ message }) => message).join(' ') || `HTTP ${status}`);
  }

  /** The codes of all problems. */
  get codes(): string[] {
    return this.problems.flatMap(({ extensions }) => extensions?.code ?? []);
  }
}

/** A page of a list: what the hub calls a connection. */
export interface Page<Row> {
  nodes?: readonly Row[];
  edges?: readonly { node: Row }[];
  pageInfo: { hasNextPage: boolean; endCursor?: string | null };
}

interface Answer<Data> {
  data?: Data | null;
  errors?: readonly HubProblem[];
}

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
    const { status, data, problems } = await this.#send(document, variables);
    if (!data || problems.length > 0) throw new HubError(status, problems);
    return data;
  }

  /**
   * Sends one of the documents, and takes an answer that lacks parts: each has null in its place and
   * a problem with its path. So one unit that did not exist on a date does not take the others with it.
   * @throws HubError when there is no answer at all.
   */
  async askPartly<Data, Variables>(
    document: TypedDocumentString<Data, Variables>,
    variables: Variables,
  ): Promise<{ data: Data; problems: readonly HubProblem[] }> {
    const { status, data, problems } = await this.#send(document, variables);
    if (!data) throw new HubError(status, problems);
    return { data, problems };
  }

  async #send<Data, Variables>(
    document: TypedDocumentString<Data, Variables>,
    variables: Variables,
  ): Promise<{ status: number; data: Data | null; problems: readonly HubProblem[] }> {
    const { url, language = 'vi', token, fetch: send = fetch } = this.#options;
    const bearer = typeof token === 'function' ? await token() : token;
    const response = await send(url, {
      method: 'POST',
      headers: {
        accept: 'application/graphql-response+json, application/json',
        'accept-language': language,
        'content-type': 'application/json',
        ...(bearer && { authorization: `Bearer ${bearer}` }),
      },
      body: JSON.stringify({ query: document.toString(), variables }),
    });
    // A gateway on the way may answer with something else.
    const answer = (await response.json().catch(() => ({}))) as Answer<Data>;
    const data = response.ok ? (answer.data ?? null) : null;
    return { status: response.status, data, problems: answer.errors ?? [] };
  }

  /**
   * Every row of a list, page after page, as they are needed.
   * @param document takes `after`; the other variables say what is listed.
   * @param pageOf finds the list in the answer; null ends it.
   */
  async *rows<Data, Variables extends { after?: string | null }, Row>(
    document: TypedDocumentString<Data, Variables>,
    variables: Variables,
    pageOf: (data: Data) => Page<Row> | null | undefined,
  ): AsyncGenerator<Row> {
    let after = variables.after;
    for (;;) {
      const page = pageOf(await this.ask(document, { ...variables, after }));
      if (!page) return;
      yield* page.nodes ?? page.edges?.map(({ node }) => node) ?? [];
      if (!page.pageInfo.hasNextPage) return;
      after = page.pageInfo.endCursor;
    }
  }
}
