import type { FastifyRequest } from 'fastify';
import { languageOf, type Text } from '../shared/text.js';

/**
 * The answer to a request that does not reach the graph, in the form and language of its errors.
 */
export function refusalBody(
  request: FastifyRequest,
  code: string,
  text: Text,
  details: Record<string, unknown> = {},
) {
  request.outcome = code;
  const message = text[languageOf(request.headers['accept-language'])];
  return { errors: [{ message, extensions: { code, ...details } }] };
}
