import { readSignedToken, signedToken } from '../auth/signed-token.js';

export const DOWNLOADS = '/evidence';

export const UPLOADS = `${DOWNLOADS}/uploads`;

/** How long an upload address is valid, in milliseconds: fifteen minutes. */
export const ADDRESS_LIFE = 15 * 60_000;

const PURPOSE = 'evidence-upload';

export interface UploadClaims {
  uploadId: number;
  expiresAt: Date;
}

/** The upload path, valid until it expires. Only this hub can make one. */
export function uploadAddress(secret: Uint8Array, { uploadId, expiresAt }: UploadClaims): string {
  return `${UPLOADS}/${signedToken(secret, PURPOSE, { id: uploadId, expiresAt })}`;
}

/** The claims in the last part of an address; null unless this hub signed it. */
export function readUploadToken(secret: Uint8Array, token: string): UploadClaims | null {
  const signed = readSignedToken(secret, PURPOSE, token);
  return signed && { uploadId: signed.id, expiresAt: signed.expiresAt };
}
