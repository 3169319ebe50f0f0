import { createHmac, timingSafeEqual } from 'node:crypto';

export const DOWNLOADS = '/evidence';

export const UPLOADS = `${DOWNLOADS}/uploads`;

/** How long an upload address is valid, in milliseconds: fifteen minutes. */
export const ADDRESS_LIFE = 15 * 60_000;

export interface UploadClaims {
  uploadId: number;
  expiresAt: Date;
}

/** The upload path, valid until it expires. Only this hub can make one. */
export function uploadAddress(secret: Uint8Array, { uploadId, expiresAt }: UploadClaims): string {
  const claims = `${uploadId}.${expiresAt.getTime()}`;
  return `${UPLOADS}/${claims}.${signatureOf(secret, claims)}`;
}

/** The claims in the last part of an address; null unless this hub signed it. */
export function readUploadToken(secret: Uint8Array, token: string): UploadClaims | null {
  const match = /^((\d{1,9})\.(\d{1,14}))\.([\w-]{43})$/.exec(token);
  const [, claims, uploadId, expiry, signature] = match ?? [];
  if (claims === undefined || signature === undefined) return null;
  const expected = Buffer.from(signatureOf(secret, claims));
  if (!timingSafeEqual(Buffer.from(signature), expected)) return null;
  return { uploadId: Number(uploadId), expiresAt: new Date(Number(expiry)) };
}

/** The first word separates these signatures from others that the hub makes with its secret. */
function signatureOf(secret: Uint8Array, claims: string): string {
  return createHmac('sha256', secret).update(`evidence-upload\n${claims}`).digest('base64url');
}
