import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { messageOf, OperatorError } from '../shared/errors.js';
import { keptSecret } from '../shared/kept-secret.js';

/**
 * The secret that signs access tokens: from the settings, or else made once and kept in the data
 * folder, readable only by the hub's user. It is never in the database, so that a copy of the
 * database forges nothing.
 * @throws OperatorError TOKEN_SECRET_UNAVAILABLE when it can neither be read nor made.
 */
export async function tokenSecret(
  given: string | undefined,
  directory: string,
): Promise<Uint8Array> {
  if (given !== undefined) return new TextEncoder().encode(given);
  const file = join(directory, 'token-secret');
  try {
    return new TextEncoder().encode(await keptSecret(file, 48));
  } catch (error) {
    throw new OperatorError(
      'TOKEN_SECRET_UNAVAILABLE',
      `The secret for access tokens cannot be kept in ${file}: ${messageOf(error)}. Set HUB_TOKEN_SECRET, or HUB_DATA_DIR to a folder that can be written.`,
      { cause: error },
    );
  }
}

/**
 * Refuses a secret that a hub with these settings would not use: what another one has sealed could not be
 * read any more.
 * @throws OperatorError TOKEN_SECRET_DIFFERS
 */
export async function refuseOtherSecret(
  secret: string,
  given: string | undefined,
  directory: string,
): Promise<void> {
  const file = join(directory, 'token-secret');
  const used = given ?? (await readFile(file, 'utf8').catch(() => null));
  if (used === null || used === secret) return;
  throw new OperatorError(
    'TOKEN_SECRET_DIFFERS',
    given === undefined
      ? `${file} holds another secret than the backup, so secrets of webhooks and second factors could not be read. Nothing was changed; set HUB_DATA_DIR to a new folder.`
      : 'HUB_TOKEN_SECRET is another secret than that of the backup, so secrets of webhooks and second factors could not be read. Nothing was changed; leave it empty, and the secret of the backup is kept in HUB_DATA_DIR, or set the one that the hub had.',
  );
}

/** Keeps a secret that came with a backup, unless the settings give it. */
export async function keepTokenSecret(
  secret: string,
  given: string | undefined,
  directory: string,
): Promise<void> {
  if (given !== undefined) return;
  await mkdir(directory, { recursive: true, mode: 0o700 });
  await writeFile(join(directory, 'token-secret'), secret, { mode: 0o600, flush: true });
}
