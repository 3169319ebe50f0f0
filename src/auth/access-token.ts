import { jwtVerify, SignJWT } from 'jose';
import { InvalidToken } from './invalid-token.js';

/** How long an access token is good, in seconds. */
export const ACCESS_TOKEN_SECONDS = 15 * 60;

/** Who issues and who takes these tokens: this hub. */
const HUB = 'edu-dx-hub';

export interface AccessClaims {
  accountId: number;
  /** The family of sessions it belongs to; when that ends, so does the token. */
  family: string;
}

/** Signs a token for a session; HS256, because only this hub reads it. */
export function signAccessToken(
  secret: Uint8Array,
  claims: AccessClaims,
  now: Date,
): Promise<string> {
  const seconds = Math.floor(now.getTime() / 1000);
  return new SignJWT({ family: claims.family })
    .setProtectedHeader({ alg: 'HS256', typ: 'at+jwt' })
    .setIssuer(HUB)
    .setAudience(HUB)
    .setSubject(String(claims.accountId))
    .setIssuedAt(seconds)
    .setExpirationTime(seconds + ACCESS_TOKEN_SECONDS)
    .sign(secret);
}

/** @throws InvalidToken for anything but a token that this hub signed and that has not expired. */
export async function readAccessToken(
  secret: Uint8Array,
  token: string,
  now: Date,
): Promise<AccessClaims> {
  try {
    const { payload } = await jwtVerify(token, secret, {
      algorithms: ['HS256'],
      typ: 'at+jwt',
      issuer: HUB,
      audience: HUB,
      requiredClaims: ['sub', 'exp', 'iat', 'family'],
      currentDate: now,
    });
    const accountId = Number(payload.sub);
    if (!Number.isInteger(accountId) || !isUuid(payload['family']))
      throw new InvalidToken('its claims are not ours');
    return { accountId, family: payload['family'] };
  } catch (error) {
    throw InvalidToken.from(error);
  }
}

function isUuid(value: unknown): value is string {
  return typeof value === 'string' && /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(value);
}
