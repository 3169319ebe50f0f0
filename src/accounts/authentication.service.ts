import { readAccessToken } from '../auth/access-token.js';
import { InvalidToken } from '../auth/invalid-token.js';
import type { Issuer } from '../auth/issuer.js';
import type { Viewer } from '../auth/viewer.js';
import { databaseOf, type EntityManager } from '../database/orm.js';
import { dateInVietnam } from '../shared/dates.js';
import { readViewer } from './account.queries.js';
import { recordIssuerAccount } from './identity.service.js';

export interface Authentication {
  secret: Uint8Array;
  /** The OpenID Connect issuer whose tokens are accepted; null for none. */
  issuer: Issuer | null;
  /** Whether operators, planners and reviewers with a password need a second factor. */
  secondFactorRequired: boolean;
}

/**
 * Finds the account by the `Authorization` header; null without one. A person whom only the issuer
 * knows gets an account without roles.
 * @throws InvalidToken for a header that proves nothing; such a request is not treated as
 * anonymous.
 */
export async function authenticate(
  em: EntityManager,
  { secret, issuer, secondFactorRequired }: Authentication,
  { header, address }: { header: string | undefined; address: string },
  now: Date,
): Promise<Viewer | null> {
  if (header === undefined) return null;
  const token = /^Bearer ([A-Za-z0-9._~+/-]+=*)$/.exec(header)?.[1];
  if (token === undefined) throw new InvalidToken('the header is no bearer token');
  const asked = { today: dateInVietnam(now), secondFactorRequired };
  const database = databaseOf(em);
  if (issuer?.claims(token)) {
    const claims = await issuer.read(token, now);
    const known = await readViewer(database, claims, { ...asked, family: null });
    if (known) return known;
    await recordIssuerAccount(em, claims, address, now);
    return required(await readViewer(database, claims, { ...asked, family: null }));
  }
  const { accountId, family } = await readAccessToken(secret, token, now);
  return required(await readViewer(database, { id: accountId }, { ...asked, family }));
}

function required(viewer: Viewer | null): Viewer {
  if (!viewer) throw new InvalidToken('the account is disabled or the sign-in has ended');
  return viewer;
}
