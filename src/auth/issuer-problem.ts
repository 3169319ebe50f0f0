import * as oidc from 'openid-client';
import { messageOf, propertyOf } from '../shared/errors.js';

/** Why an issuer did not sign somebody in. */
export type IssuerProblemKind =
  /** It did not answer, or said that it cannot now. */
  | 'UNREACHABLE'
  /** The person said no, or the issuer did. */
  | 'DECLINED'
  /** The code was used before, or is too old. */
  | 'CODE_SPENT'
  /** It does not take the hub for its client. */
  | 'CLIENT_REFUSED'
  /** Its clock and that of the hub differ. */
  | 'CLOCK'
  /** What it said proves nothing: another issuer, audience, nonce or signature. */
  | 'UNTRUSTED';

/** The message is for the log, never for the person. */
export class IssuerProblem extends Error {
  override readonly name = 'IssuerProblem';

  constructor(
    readonly kind: IssuerProblemKind,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}

/** What was thrown while an issuer was asked, by what can be done about it. */
export function problemOf(error: unknown): IssuerProblem {
  if (error instanceof IssuerProblem) return error;
  const kind = kindOf(error);
  const cause = propertyOf(error, 'cause');
  const said = [messageOf(error), cause instanceof Error ? cause.message : null];
  return new IssuerProblem(kind, said.filter(Boolean).join(': '), { cause: error });
}

function kindOf(error: unknown): IssuerProblemKind {
  if (error instanceof oidc.AuthorizationResponseError)
    return LATER.has(error.error) ? 'UNREACHABLE' : 'DECLINED';
  if (error instanceof oidc.ResponseBodyError) {
    if (error.error === 'invalid_grant') return 'CODE_SPENT';
    return LATER.has(error.error) ? 'UNREACHABLE' : 'CLIENT_REFUSED';
  }
  if (error instanceof oidc.WWWAuthenticateChallengeError) return 'CLIENT_REFUSED';
  if ([error, propertyOf(error, 'cause')].some(isSilence)) return 'UNREACHABLE';
  const code = propertyOf(error, 'code');
  return (typeof code === 'string' && KINDS[code]) || 'UNTRUSTED';
}

/** What `fetch` throws when nobody answers, or not in time. */
const isSilence = (error: unknown): boolean =>
  propertyOf(error, 'message') === 'fetch failed' || propertyOf(error, 'name') === 'TimeoutError';

const LATER = new Set(['server_error', 'temporarily_unavailable']);

const KINDS: Record<string, IssuerProblemKind> = {
  OAUTH_TIMEOUT: 'UNREACHABLE',
  OAUTH_ABORT: 'UNREACHABLE',
  // Another status than the protocol has, or a page for people.
  OAUTH_RESPONSE_IS_NOT_CONFORM: 'UNREACHABLE',
  OAUTH_RESPONSE_IS_NOT_JSON: 'UNREACHABLE',
  OAUTH_JWT_TIMESTAMP_CHECK_FAILED: 'CLOCK',
};
