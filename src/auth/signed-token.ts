import { createHmac, timingSafeEqual } from 'node:crypto';

/** What a token lets its bearer do, and until when. */
interface Signed {
  id: number;
  expiresAt: Date;
}

/**
 * A token for one purpose, which only this hub can make.
 * @param purpose separates these signatures from others that the hub makes with its secret.
 */
export function signedToken(
  secret: Uint8Array,
  purpose: string,
  { id, expiresAt }: Signed,
): string {
  const claims = `${id}.${expiresAt.getTime()}`;
  return `${claims}.${signatureOf(secret, purpose, claims)}`;
}

/** What a token says; null unless this hub signed it. */
export function readSignedToken(secret: Uint8Array, purpose: string, token: string): Signed | null {
  const match = /^((\d{1,9})\.(\d{1,14}))\.([\w-]{43})$/.exec(token);
  const [, claims, id, expiry, signature] = match ?? [];
  if (claims === undefined || signature === undefined) return null;
  const expected = Buffer.from(signatureOf(secret, purpose, claims));
  if (!timingSafeEqual(Buffer.from(signature), expected)) return null;
  return { id: Number(id), expiresAt: new Date(Number(expiry)) };
}

function signatureOf(secret: Uint8Array, purpose: string, claims: string): string {
  return createHmac('sha256', secret).update(`${purpose}\n${claims}`).digest('base64url');
}
