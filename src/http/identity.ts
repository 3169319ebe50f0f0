import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Logger } from 'pino';
import { authenticate, type Authentication } from '../accounts/authentication.service.js';
import { authenticateKey, keyIn } from '../api-keys/key-authentication.service.js';
import type { KeyUse } from '../api-keys/key-use.service.js';
import { AccessRefused } from '../auth/access-refused.js';
import { prefixOf } from '../auth/api-key-secret.js';
import { InvalidToken } from '../auth/invalid-token.js';
import { databaseOf, type Orm } from '../database/orm.js';
import type { Identity } from '../request/context.js';
import type { Text } from '../shared/text.js';

const NOBODY: Identity = { viewer: null, apiKey: null };

const UNAUTHENTICATED: Text = {
  vi: 'Mã truy cập không hợp lệ, đã hết hạn hoặc phiên đăng nhập đã kết thúc. Hãy làm mới bằng sessionRefresh hoặc đăng nhập lại.',
  en: 'The bearer token is not valid, has expired, or its sign-in has ended. Refresh it with sessionRefresh, or sign in again.',
};

export interface Senders {
  orm: Orm;
  logger: Logger;
  authentication: Authentication;
  keyUse: KeyUse;
  now: Date;
}

/**
 * Finds the sender of a request by its key or its bearer token.
 * @throws AccessRefused UNAUTHENTICATED for a bearer token that proves nothing, and the refusals of
 * keys.
 */
export async function identityOf(
  request: FastifyRequest,
  reply: FastifyReply,
  { orm, logger, authentication, keyUse, now }: Senders,
): Promise<Identity> {
  const key = keyIn(request.headers);
  if (key !== null) {
    const isStream = reply.raw.headersSent;
    // The part of the key that is not confidential identifies it in every line of the log.
    if (!isStream) reply.log = request.log = request.log.child({ keyPrefix: prefixOf(key) });
    const { key: apiKey, secret } = await authenticateKey(databaseOf(orm.em.fork()), key, now);
    // Written after the answer, so that nobody waits for it; a stream would go on for hours.
    if (isStream) keyUse.note(secret, now);
    else reply.raw.once('close', () => keyUse.note(secret, now));
    return { viewer: null, apiKey };
  }
  const header = request.headers.authorization;
  if (header === undefined) return NOBODY;
  const viewer = await authenticate(
    orm.em.fork(),
    authentication,
    { header, address: request.address },
    now,
  ).catch((error: unknown) => {
    if (!(error instanceof InvalidToken)) throw error;
    logger.info({ reason: error.message }, 'a bearer token was refused');
    throw AccessRefused.invalid('UNAUTHENTICATED', UNAUTHENTICATED);
  });
  return { viewer, apiKey: null };
}
