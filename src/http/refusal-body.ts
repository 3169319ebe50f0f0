import type { FastifyRequest } from 'fastify';
import { languageOf, type Text } from '../shared/text.js';

/** What is answered to a request that the graph is not asked, in the shape and language of its errors. */
export function refusalBody({ headers }: FastifyRequest, code: string, text: Text) {
  const message = text[languageOf(headers['accept-language'])];
  return { errors: [{ message, extensions: { code } }] };
}
