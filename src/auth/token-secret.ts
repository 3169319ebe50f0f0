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
