import { createHmac, timingSafeEqual } from 'node:crypto';

/** Where files are fetched, on the hub's own address. */
export const DOWNLOADS = '/evidence';

/** Where they are sent. */
export const UPLOADS = `${DOWNLOADS}/uploads`;

/** How long an address takes a file, in milliseconds: fifteen minutes. */
export const ADDRESS_LIFE = 15 * 60_000;

/** What an address says. */
export interface UploadClaims {
  uploadId: number;
  expiresAt: Date;
}

/** The path that takes the file of an upload until it expires; nobody else can make one. */
export function uploadAddress(secret: Uint8Array, { uploadId, expiresAt }: UploadClaims): string {
  const claims = `${uploadId}.${expiresAt.getTime()}`;
  return `${UPLOADS}/${claims}.${signatureOf(secret, claims)}`;
}

/** What the last part of an address says; null when this hub has not signed it. */
export function readUploadToken(secret: Uint8Array, token: string): UploadClaims | null {
  const match = /^((\d{1,9})\.(\d{1,14}))\.([\w-]{43})$/.exec(token);
  if (!match) return null;
  const [, claims, uploadId, expiry, signature] = match;
  const expected = Buffer.from(signatureOf(secret, claims!));
  if (!timingSafeEqual(Buffer.from(signature!), expected)) return null;
  return { uploadId: Number(uploadId), expiresAt: new Date(Number(expiry)) };
}

/** The first word keeps it apart from everything else that the hub signs with its secret. */
function signatureOf(secret: Uint8Array, claims: string): string {
  return createHmac('sha256', secret).update(`evidence-upload\n${claims}`).digest('base64url');
}
