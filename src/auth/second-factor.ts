import { Secret, TOTP } from 'otpauth';

/** As all authenticator apps know it: six digits, a new code every 30 seconds (RFC 6238). */
const KIND = { algorithm: 'SHA1', digits: 6, period: 30 };

/** How many codes before and after the present one are taken: clocks of telephones differ. */
const WINDOW = 1;

/** 160 random bits, as text that can be typed into an app. */
export function newFactorSecret(): string {
  return new Secret({ size: 20 }).base32;
}

/** What an authenticator app reads from the picture. */
export function factorAddress(secret: string, hub: string, account: string): string {
  return new TOTP({ ...KIND, issuer: hub, label: account, secret }).toString();
}

/**
 * The step of time that a code is of; null for one that does not fit now, or was used before.
 * @param lastStep of the code that was used last; null for none.
 */
export function stepOfCode(
  secret: string,
  code: string,
  lastStep: number | null,
  now: Date,
): number | null {
  const timestamp = now.getTime();
  const token = code.replace(/\s/g, '');
  const delta = new TOTP({ ...KIND, secret }).validate({ token, timestamp, window: WINDOW });
  if (delta === null) return null;
  const step = TOTP.counter({ period: KIND.period, timestamp }) + delta;
  return lastStep !== null && step <= lastStep ? null : step;
}
