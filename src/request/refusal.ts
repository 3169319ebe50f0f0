import { GraphQLError } from 'graphql';
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
