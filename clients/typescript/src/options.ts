/** A text, or what gives one for each request. */
type Given = string | (() => string | Promise<string>);

export interface HubOptions {
  /** The address of the graph, such as `https://hub.example/graphql`. */
  url: string;
  /** The language of names and messages; Vietnamese unless it is said. */
  language?: 'vi' | 'en';
  /** An API key (`edh_…`), for a program; the hub takes a key or a token, not both. */
  key?: Given;
  /** A bearer token, for a person who is signed in; public questions need neither. */
  token?: Given;
  /**
   * How many seconds a request may wait, all in all, for a hub that has said when to ask again (`Retry-After`),
   * and a query for one that cannot be reached: 60 unless it is said, 0 to be told at once.
   */
  patience?: number;
  /** Other than the `fetch` of the platform. */
  fetch?: typeof fetch;
}

/** Who asks, and in which language. */
export async function headersOf(options: HubOptions): Promise<Record<string, string>> {
  const { language = 'vi' } = options;
  const [key, token] = await Promise.all([given(options.key), given(options.token)]);
  return {
    'accept-language': language,
    ...(key && { 'x-api-key': key }),
    ...(token && { authorization: `Bearer ${token}` }),
  };
}

const given = (text: Given | undefined) => (typeof text === 'function' ? text() : text);
