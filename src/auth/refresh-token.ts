import { createHash, randomBytes } from 'node:crypto';

/** How long a session lasts without a refresh, in milliseconds: fourteen days. */
export const REFRESH_TOKEN_LIFE = 14 * 24 * 3_600_000;

/** 256 random bits. */
export function newRefreshToken(): string {
  return randomBytes(32).toString('base64url');
}

/** The database stores only this hash, from which nobody can find the token. */
export function hashRefreshToken(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}
