import type { CookieSerializeOptions } from '@fastify/cookie';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { GraphQLError } from 'graphql';
import type { Logger } from 'pino';
import { authenticate, type Authentication } from './accounts/authentication.service.js';
import { authenticateKey, keyIn } from './api-keys/key-authentication.service.js';
import type { KeyUse } from './api-keys/key-use.service.js';
import { AccessRefused } from './auth/access-refused.js';
import { prefixOf } from './auth/api-key-secret.js';
import { InvalidToken } from './auth/invalid-token.js';
import { accessError } from './graphql/access-gate.js';
import { refusal } from './graphql/limits/refusal.js';
import type { Limits } from './graphql/limits/limits.js';
import type { RateLimits } from './graphql/limits/rate-limits.js';
import { INTERNAL } from './graphql/format-error.js';
import type { SharedReads } from './graphql/batch.js';
import { createContext, type Context, type Identity, type RefreshCookie } from './context.js';
import { databaseOf, type Orm } from './database/orm.js';
import type { UploadRoom } from './evidence/upload-room.js';
import { refusalIn, retryAfter } from './database/refusals.js';
import { languageOf, type Language, type Text } from './shared/text.js';

const COOKIE = 'hub_refresh';

const NOBODY: Identity = { viewer: null, apiKey: null };

const UNAUTHENTICATED: Text = {
  vi: 'Mã truy cập không hợp lệ, đã hết hạn hoặc phiên đăng nhập đã kết thúc. Hãy làm mới bằng sessionRefresh hoặc đăng nhập lại.',
  en: 'The bearer token is not valid, has expired, or its sign-in has ended. Refresh it with sessionRefresh, or sign in again.',
};

export interface RequestHub {
  orm: Orm;
  logger: Logger;
  authentication: Authentication;
  /** The loaders that requests share. */
  shared: SharedReads;
  now: Date;
  /** Counts of people below this are withheld from the public. */
  smallCount: number;
  licence: string | null;
  publicRead: boolean;
  keyUse: KeyUse;
  rates: RateLimits;
  /** The space and the limits for uploads of evidence. */
  uploads: UploadRoom;
  limits: Limits;
}

/**
 * Makes the context of a request to the graph. The sender is found later by `identify`, after the
 * request is known to be worth a database query. Its errors are of a type that Apollo shows
 * unchanged.
 */
export function graphContextOf(
  request: FastifyRequest,
  reply: FastifyReply,
  hub: RequestHub,
): Context {
  const identify = () =>
    identityOf(request, reply, hub).catch((error: unknown) => {
      const language = languageOf(request.headers['accept-language']);
      if (error instanceof AccessRefused) throw accessError(error, language);
      const away = refusalIn(error);
      if (away) throw refusal(away, 503, retryAfter(away));
      hub.logger.error({ err: error }, 'nobody could be asked who sent a request');
      throw masked(language);
    });
  return Object.assign(contextFor(request, reply, hub, NOBODY), { identify });
}

/**
 * Makes the context of an HTTP request with its sender, language and cookie.
 * @throws AccessRefused as `identityOf`.
 */
export async function contextOf(
  request: FastifyRequest,
  reply: FastifyReply,
  hub: RequestHub,
): Promise<Context> {
  return contextFor(request, reply, hub, await identityOf(request, reply, hub));
}

/**
 * Finds the sender of a request.
 * @throws AccessRefused UNAUTHENTICATED for a bearer token that proves nothing, and the refusals of
 * keys.
 */
export async function identityOf(
  request: FastifyRequest,
  reply: FastifyReply,
  { orm, logger, authentication, keyUse, now }: RequestHub,
): Promise<Identity> {
  const key = keyIn(request.headers);
  if (key !== null) {
    const isStream = reply.raw.headersSent;
    // The part of the key that is not confidential identifies it in every line of the log.
    if (!isStream) reply.log = request.log = request.log.child({ apiKey: prefixOf(key) });
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
    { header, address: request.ip },
    now,
  ).catch((error: unknown) => {
    if (!(error instanceof InvalidToken)) throw error;
    logger.info({ reason: error.message }, 'a bearer token was refused');
    throw AccessRefused.invalid('UNAUTHENTICATED', UNAUTHENTICATED);
  });
  return { viewer, apiKey: null };
}

/** Makes the context for a sender that is already identified. */
export function contextFor(
  request: FastifyRequest,
  reply: FastifyReply,
  { orm, shared, authentication, now, rates, smallCount, licence, publicRead, uploads }: RequestHub,
  { viewer, apiKey }: Identity,
): Context {
  return createContext(
    orm,
    {
      language: languageOf(request.headers['accept-language']),
      now,
      address: request.ip,
      viewer,
      apiKey,
      publicRead,
      tokenSecret: authentication.secret,
      signIns: rates.signIns,
      smallCount,
      licence,
      uploads,
      refreshCookie: refreshCookie(request, reply, now),
    },
    shared,
  );
}

/** While a context is made, Apollo would show the message of any other error. */
function masked(language: Language): GraphQLError {
  return new GraphQLError(INTERNAL[language], {
    extensions: { code: 'INTERNAL_SERVER_ERROR', http: { status: 500 } },
  });
}

/** Scripts cannot read the cookie, other sites cannot send it, and only the graph receives it. */
function refreshCookie(request: FastifyRequest, reply: FastifyReply, now: Date): RefreshCookie {
  const options: CookieSerializeOptions = {
    httpOnly: true,
    sameSite: 'strict',
    secure: request.protocol === 'https',
    path: '/graphql',
  };
  return {
    read: () => request.cookies[COOKIE] ?? null,
    // Both a duration and a date, because the clock of the browser may be wrong.
    write: (token, expires) => {
      const maxAge = Math.round((expires.getTime() - now.getTime()) / 1000);
      void reply.setCookie(COOKIE, token, { ...options, expires, maxAge });
    },
    clear: () => void reply.clearCookie(COOKIE, options),
  };
}
