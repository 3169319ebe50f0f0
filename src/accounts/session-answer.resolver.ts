import { ACCESS_TOKEN_SECONDS, signAccessToken } from '../auth/access-token.js';
import { LineIsFullError } from '../auth/waiting-line.js';
import { secondsOf, TooOften } from '../execution/limits/too-often.js';
import { both } from '../database/flight.js';
import { PUBLICATION } from '../database/publish.js';
import { userErrors, type Refusal } from '../graphql/user-error.js';
import type { Context } from '../request/context.js';
import { refusal } from '../request/refusal.js';
import { dateInVietnam } from '../shared/dates.js';
import { viewerOf } from './account.queries.js';
import type { SignedIn } from './session.service.js';
import type { SessionPayload } from './session.type.js';

/** Says with the status as well when it may be tried again. */
export function refuseLater(error: unknown): never {
  if (error instanceof TooOften)
    throw refusal(error, 429, { 'retry-after': String(secondsOf(error.charge)) });
  if (error instanceof LineIsFullError)
    throw refusal(error, 503, { 'retry-after': String(error.retryAfter) });
  throw error;
}

/** The answer to somebody who is signed in now. */
export async function granted(context: Context, signedIn: SignedIn): Promise<SessionPayload> {
  const { accountId, family, refreshToken, expiresAt } = signedIn;
  context.refreshCookie.write(refreshToken, expiresAt);
  const { database, now, secondFactorRequired } = context;
  const entry = { family, today: dateInVietnam(now), secondFactorRequired };
  const asked = both(viewerOf({ id: accountId }, entry), PUBLICATION);
  const [viewer, state] = await asked.ask(database);
  context.published(state);
  return {
    accessToken: await signAccessToken(context.tokenSecret, { accountId, family }, now),
    expiresAt: new Date(now.getTime() + ACCESS_TOKEN_SECONDS * 1000),
    viewer,
    userErrors: [],
  };
}

/** The answer to somebody who is not. */
export function refused(context: Context, refusals: readonly Refusal[]): SessionPayload {
  return {
    accessToken: null,
    expiresAt: null,
    viewer: null,
    userErrors: userErrors(refusals, context.language),
  };
}
