import { sql } from 'kysely';
import { COMMAND_LINE, trailOf } from '../changes/change.service.js';
import { databaseOf, type EntityManager } from '../database/orm.js';
import { OperatorError } from '../shared/errors.js';
import { apiKeyProblems, type NewApiKey } from './api-key-input.js';
import { insertApiKey, revoke } from './issue.service.js';

/**
 * Creates a key on the command line, with its audit entry.
 * @returns the secret, which is not stored.
 * @throws OperatorError KEY_INVALID with all problems.
 */
export async function createKeyByCommand(
  em: EntityManager,
  key: NewApiKey,
  now: Date,
): Promise<string> {
  const problems = apiKeyProblems(key, now).map(({ text }) => text.en);
  if (problems.length > 0)
    throw new OperatorError('KEY_INVALID', `The key cannot be made. ${problems.join(' ')}`);
  return em.fork().transactional(async (within) => {
    const { event, secret } = await insertApiKey(within, key, now, now);
    await trailOf(COMMAND_LINE, 'key create', [event], now).execute(databaseOf(within));
    return secret;
  });
}

/**
 * Revokes a key for good, with its audit entry; does nothing when it is revoked already.
 * @param prefix of any of its secrets.
 * @returns its name.
 * @throws OperatorError KEY_NOT_FOUND.
 */
export async function revokeKeyByCommand(
  em: EntityManager,
  prefix: string,
  now: Date,
): Promise<string> {
  return em.fork().transactional(async (within) => {
    const database = databaseOf(within);
    const found = await sql<{ id: number; name: string; version: number; revoked: boolean }>`
      select id, name, version, revoked_at is not null as revoked from api_key
      where id = (select api_key_id from api_key_secret where prefix = ${prefix})
      for update`.execute(database);
    const [key] = found.rows;
    if (!key)
      throw new OperatorError(
        'KEY_NOT_FOUND',
        'No key has this prefix. Give it as “hub key list” shows it, such as edh_1a2b3c4d, and never the whole key.',
      );
    if (!key.revoked) {
      const event = await revoke(within, key, now);
      await trailOf(COMMAND_LINE, 'key revoke', [event], now).execute(database);
    }
    return key.name;
  });
}
