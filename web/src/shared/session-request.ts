import { SessionRefreshDocument } from '../generated/graphql';
import { byHash } from './by-hash';
import { language } from './words';

/** What has to be done before anything else. */
export interface Holds {
  passwordChangeRequired: boolean;
  secondFactorRequired: boolean;
}

export interface Refusal {
  code: string;
  message: string;
  field: string[] | null;
}

/** What the hub answers to whoever comes, stays or goes. */
export interface SessionAnswer {
  accessToken: string | null;
  expiresAt: string | null;
  viewer: Holds | null;
  /** Of a sign-out: where the session at the issuer ends as well. */
  issuerSignOut?: string | null;
  userErrors: Refusal[];
}

/** Asks the hub something of a session; by itself, since what else is asked needs a session first. */
export async function post(query: string, variables: object, token?: string) {
  const operationName = /^\s*mutation (\w+)/.exec(query)?.[1];
  const response = await byHash(JSON.stringify({ query, operationName, variables }), (body) =>
    fetch('/graphql', {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'accept-language': language(),
        ...(token && { authorization: `Bearer ${token}` }),
      },
      body,
    }),
  );
  // A hub that fails may answer with anything, or a proxy for it.
  const answer: unknown = await response.json().catch(() => {
    throw new HubFailed();
  });
  return answer as {
    data?: Record<string, SessionAnswer | null> | null;
    errors?: { message: string; extensions?: { code?: string } }[];
  };
}

/** The hub was reached, and its answer is none. */
export class HubFailed extends Error {}

/** What the hub says of the session; one that is busy says nothing of it. */
export async function refreshed(): Promise<SessionAnswer> {
  const { data } = await post(SessionRefreshDocument.toString(), {});
  if (!data?.sessionRefresh) throw new HubFailed();
  return data.sessionRefresh;
}
