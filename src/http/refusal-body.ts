import type { FastifyRequest } from 'fastify';
import { languageOf, type Text } from '../shared/text.js';

/**
 * The answer to a request that does not reach the graph, in the form and language of its errors.
 */
export function refusalBody({ headers }: FastifyRequest, code: string, text: Text) {
  const message = text[languageOf(headers['accept-language'])];
  return { errors: [{ message, extensions: { code } }] };
}
