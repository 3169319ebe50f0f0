import { GraphQLError } from 'graphql';
import type { AccessRefused } from '../auth/access-refused.js';
import type { Language } from '../shared/text.js';

/** The form in which Apollo sends the status and the challenge of the refusal. */
export function accessError(
  { code, text, status, challenge }: AccessRefused,
  language: Language,
): GraphQLError {
  const headers = new Map([['www-authenticate', challenge]]);
  return new GraphQLError(text[language], { extensions: { code, http: { status, headers } } });
}
