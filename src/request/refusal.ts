import { GraphQLError } from 'graphql';
import { refusalIn, retryAfter } from '../database/refusals.js';
import type { RequestError } from '../shared/errors.js';

/** An answer without data for a request that is refused, with its HTTP status and headers. */
export function refusal(
  error: RequestError,
  status = 400,
  headers: Record<string, string> = {},
): GraphQLError {
  return new GraphQLError(error.message, {
    originalError: error,
    extensions: { http: { status, headers: new Map(Object.entries(headers)) } },
  });
}

/** The answer while the database is away or busy; null for every other error. */
export function refusalByDatabase(error: unknown): GraphQLError | null {
  const away = refusalIn(error);
  return away && refusal(away, 503, retryAfter(away));
}
