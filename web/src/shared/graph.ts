import { cacheExchange, type KeyingConfig } from '@urql/exchange-graphcache';
import { Client, fetchExchange, useMutation, useQuery, type CombinedError } from 'urql';
import type { TypedDocumentString } from '../generated/graphql';
import { byHash } from './by-hash';
import { bearer, renew } from './session';
import { language } from './words';

/** Whatever has an id is known by it; the rest lives inside of the object that gave it. */
const KEYS = new Proxy<KeyingConfig>(
  {},
  { get: () => (data: { id?: unknown }) => (typeof data.id === 'string' ? data.id : null) },
);

/**
 * Asks the hub, with a normalised cache.
 * @param about whose answers it keeps, and in which language: another needs another client.
 */
export function graphClient(_about: string): Client {
  return new Client({
    url: '/graphql',
    exchanges: [cacheExchange({ keys: KEYS }), fetchExchange],
    preferGetMethod: false,
    requestPolicy: 'cache-and-network',
    fetch: ask,
  });
}

const ask: typeof fetch = async (input, init) => {
  const send = async () => {
    const token = await bearer();
    const headers = new Headers(init?.headers);
    headers.set('accept-language', language());
    if (token) headers.set('authorization', `Bearer ${token}`);
    const answer = await byHash(init?.body as string, (body) =>
      fetch(input, { ...init, body, headers }),
    );
    return { answer, token };
  };
  const { answer, token } = await send();
  if (answer.status !== 401 || !token) return answer;
  await renew();
  return (await send()).answer;
};

type Asked<Data> = {
  data: Data | undefined;
  error: CombinedError | undefined;
  fetching: boolean;
  again: () => void;
};

/** Asks a question; `pause` waits with it. */
export function useGraph<Data, Variables extends object>(
  document: TypedDocumentString<Data, Variables>,
  variables: Variables,
  { pause = false, fresh = false } = {},
): Asked<Data> {
  const [{ data, error, fetching, stale }, ask] = useQuery<Data, Variables>({
    query: document.toString(),
    variables,
    pause,
    ...(fresh && { requestPolicy: 'network-only' as const }),
  });
  return {
    data,
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
