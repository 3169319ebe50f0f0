import { jwtVerify, SignJWT } from 'jose';
import { InvalidToken } from './invalid-token.js';

export const ACCESS_TOKEN_SECONDS = 15 * 60;

const HUB = 'edu-dx-hub';

export interface AccessClaims {
  accountId: number;
  /** The family of sessions of the token, which ends with it. */
  family: string;
}

/** HS256 is enough, because only this hub reads the token. */
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

/** @throws InvalidToken unless this hub signed the token and it has not expired. */
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
