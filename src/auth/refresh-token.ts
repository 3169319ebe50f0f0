import { createHash, randomBytes } from 'node:crypto';

/** How long a sign-in lasts without being refreshed, in milliseconds: fourteen days. */
export const REFRESH_TOKEN_LIFE = 14 * 24 * 3_600_000;

/** A new refresh token: 256 random bits. */
export function newRefreshToken(): string {
  return randomBytes(32).toString('base64url');
}

/** What the database keeps of it; nobody finds the token from it. */
export function hashRefreshToken(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}
