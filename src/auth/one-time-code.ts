import { createHash, createHmac, randomUUID } from 'node:crypto';

/** Digits and letters of which none is read as another (Crockford's base 32). */
const DIGITS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** 100 bits, which nobody guesses and a person can still type from a letter. */
const LENGTH = 20;

/** Where a code begins: it is stored, and tells nothing without the secret of the hub. */
export function newCodeSeed(): string {
  return randomUUID();
}

/**
 * The code of a seed, such as `7K3M-0ZQ4-…`. It is never stored: the hub derives it again whenever it has
 * to write it into a mail, and whoever reads the database cannot.
 */
export function codeOf(secret: Uint8Array, seed: string): string {
  const bytes = createHmac('sha256', secret).update(`one-time code ${seed}`).digest();
  const digits = [...bytes.subarray(0, LENGTH)].map((byte) => DIGITS.charAt(byte % DIGITS.length));
  return digits.join('').replace(/.{4}(?=.)/g, '$&-');
}

/** The hash by which a code is found, however it was typed: O is 0, I and L are 1, case is ignored. */
export function hashCode(typed: string): string {
  const digits = typed
    .toUpperCase()
    .replaceAll('O', '0')
    .replace(/[IL]/g, '1')
    .replace(/[^0-9A-Z]/g, '');
  return createHash('sha256').update(digits).digest('hex');
}
