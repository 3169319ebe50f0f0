import { IssuerProblem } from './issuer-problem.js';

/** What an issuer says of a person. */
export interface IssuerClaims {
  issuer: string;
  subject: string;
  name: string | null;
  /** In lower case. */
  email: string | null;
  emailVerified: boolean;
  /** Everything that it says. */
  all: Readonly<Record<string, unknown>>;
}

/** OpenID Connect allows no longer subject. */
const LONGEST_SUBJECT = 255;

const LONGEST_NAME = 200;

/** @throws IssuerProblem UNTRUSTED for a subject that cannot be one. */
export function claimedBy(issuer: string, all: Readonly<Record<string, unknown>>): IssuerClaims {
  const { sub } = all;
  if (typeof sub !== 'string' || !/^[\x20-\x7e]+$/.test(sub) || sub.length > LONGEST_SUBJECT)
    throw new IssuerProblem('UNTRUSTED', 'the subject is none');
  return {
    issuer,
    subject: sub,
    name: lineOf(all['name']),
    email: lineOf(all['email'])?.toLowerCase() ?? null,
    emailVerified: all['email_verified'] === true,
    all,
  };
}

/** A text of one line that the database can keep; null for anything else. */
function lineOf(value: unknown): string | null {
  if (typeof value !== 'string') return null;
  const line = value.replace(/\p{Cc}+/gu, ' ').trim();
  return line === '' ? null : [...line].slice(0, LONGEST_NAME).join('');
}
