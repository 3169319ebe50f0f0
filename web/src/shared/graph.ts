import { cacheExchange, type KeyingConfig } from '@urql/exchange-graphcache';
import { useState } from 'react';
import { Client, fetchExchange, useMutation, useQuery, type CombinedError } from 'urql';
import type { TypedDocumentString } from '../generated/graphql';
import { byHash, takeAskedFirst } from './by-hash';
import { bearer, noticeHold, renew } from './session';
import { HubFailed } from './session-request';
import type { Language } from './words';

/** Whatever has an id is known by it; the rest lives inside of the object that gave it. */
const KEYS = new Proxy<KeyingConfig>(
  {},
  { get: () => (data: { id?: unknown }) => (typeof data.id === 'string' ? data.id : null) },
);

/**
 * Asks the hub, with a normalised cache: one for each language, and one for the public and for who is signed in, as
 * answers differ.
 */
export function graphClient(speaking: Language, signedIn: boolean): Client {
  return new Client({
    url: '/graphql',
    exchanges: [cacheExchange({ keys: KEYS }), fetchExchange],
    preferGetMethod: false,
    requestPolicy: 'cache-and-network',
    fetch: asking(speaking, signedIn),
  });
}

/** Sends a question with its language and the token; where that is refused, once more with the next. */
function asking(speaking: Language, signedIn: boolean): typeof fetch {
  return async (input, init) => {
    const send = async () => {
      const token = signedIn ? await bearer() : undefined;
      const headers = new Headers(init?.headers);
      headers.set('accept-language', speaking);
      if (token) headers.set('authorization', `Bearer ${token}`);
      const answer = await byHash(
        init?.body as string,
        (body) => takeAskedFirst(body, speaking) ?? fetch(input, { ...init, body, headers }),
      );
      return { answer, token };
    };
    const { answer, token } = await send();
    if (!token) return answer;
    await noticeHold(answer);
    if (answer.status !== 401) return answer;
    await renew();
    return (await send()).answer;
  };
}

/** Why there is no answer of the graph: the hub has failed, or could not be reached at all. */
export function silenceOf(error: CombinedError | undefined): 'hub-failed' | 'offline' {
  const { status = 0 } = (error?.response ?? {}) as Partial<Response>;
  return status >= 400 || error?.networkError instanceof HubFailed ? 'hub-failed' : 'offline';
}

/** By which number the operator finds in the log what came of it; undefined where the hub was not reached. */
export function requestOf(error: CombinedError): string | undefined {
  const { headers } = (error.response ?? {}) as Partial<Response>;
  return headers?.get('x-request-id') ?? undefined;
}

type Asked<Data> = {
  data: Data | undefined;
  error: CombinedError | undefined;
  fetching: boolean;
  again: () => void;
};

/** Asks a question; `pause` waits with it. What was answered stays while it is asked once more, and when it cannot be. */
export function useGraph<Data, Variables extends object>(
  document: TypedDocumentString<Data, Variables>,
  variables: Variables,
  { pause = false } = {},
): Asked<Data> {
  const [{ data, error, fetching, stale }, ask] = useQuery<Data, Variables>({
    query: document.toString(),
    variables,
    pause,
  });
  const [last, setLast] = useState<{ key: string; data: Data }>();
  const key = JSON.stringify(variables);
  if (data !== undefined && (last?.data !== data || last.key !== key)) setLast({ key, data });
  return {
    data: data ?? ((error || fetching) && last?.key === key ? last.data : undefined),
    error,
    fetching: fetching || stale,
    again: () => ask({ requestPolicy: 'network-only' }),
  };
}

/**
 * Changes something.
 * @returns the function that does, and whether it is at it.
 */
export function useChange<Data, Variables extends object>(
  document: TypedDocumentString<Data, Variables>,
): [(variables: Variables) => Promise<{ data?: Data; error?: CombinedError }>, boolean] {
  const [{ fetching }, change] = useMutation<Data, Variables>(document.toString());
  return [change, fetching];
}
