import { readSignedToken, signedToken } from '../auth/signed-token.js';

export const IMPORT_UPLOADS = '/imports/uploads';

/** How long an address takes its file, in milliseconds: fifteen minutes. */
export const IMPORT_ADDRESS_LIFE = 15 * 60_000;

/** The largest file that is taken, in bytes. */
export const LARGEST_IMPORT = 20_000_000;

const PURPOSE = 'import-upload';

/** The path that takes the file of a job until it expires. Only this hub can make one. */
export function importUploadAddress(secret: Uint8Array, jobId: number, expiresAt: Date): string {
  return `${IMPORT_UPLOADS}/${signedToken(secret, PURPOSE, { id: jobId, expiresAt })}`;
}

/** The job in the last part of an address; null unless this hub signed it. */
export function readImportUpload(
  secret: Uint8Array,
  token: string,
): { id: number; expiresAt: Date } | null {
  return readSignedToken(secret, PURPOSE, token);
}
