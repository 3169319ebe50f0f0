import { join } from 'node:path';
import { messageOf, OperatorError } from '../shared/errors.js';
import { keptSecret } from '../shared/kept-secret.js';

/**
 * The secret that signs access tokens: the one of the settings, else one that the hub makes once and
 * keeps in its data folder, readable by its user alone. Never in the database, so a copy of that
 * forges nothing.
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
