import type { CookieSerializeOptions } from '@fastify/cookie';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { GraphQLError } from 'graphql';
import type { Logger } from 'pino';
import { authenticate, type Authentication } from './accounts/authentication.service.js';
import { InvalidToken } from './auth/invalid-token.js';
import type { Viewer } from './auth/viewer.js';
import { INTERNAL } from './graphql/format-error.js';
import { createContext, type Context, type RefreshCookie } from './context.js';
import type { Orm } from './database/orm.js';
import { RequestError } from './shared/errors.js';
import { languageOf, type Language, type Text } from './shared/text.js';

const COOKIE = 'hub_refresh';

const UNAUTHENTICATED: Text = {
  vi: 'Mã truy cập không hợp lệ, đã hết hạn hoặc phiên đăng nhập đã kết thúc. Hãy làm mới bằng sessionRefresh hoặc đăng nhập lại.',
  en: 'The bearer token is not valid, has expired, or its sign-in has ended. Refresh it with sessionRefresh, or sign in again.',
};

/** What requests are answered with. */
export interface RequestHub {
  orm: Orm;
  logger: Logger;
  authentication: Authentication;
  /** The moment of the request. */
  now: Date;
  /** Below how many people a count is withheld from the public. */
  smallCount: number;
}

/** Makes the context of a request to the graph: its errors are those that Apollo shows as they are. */
export async function graphContextOf(
  request: FastifyRequest,
  reply: FastifyReply,
  hub: RequestHub,
): Promise<Context> {
  return contextOf(request, reply, hub).catch((error: unknown) => {
    const language = languageOf(request.headers['accept-language']);
    if (error instanceof RequestError) throw unauthenticated(error, language);
    hub.logger.error({ err: error }, 'nobody could be asked who sent a request');
    throw masked(language);
  });
}

/**
 * Makes the context of an HTTP request: who asks, in which language, and the cookie of the sign-in.
 * @throws RequestError UNAUTHENTICATED for a bearer token that proves nothing.
 */
export async function contextOf(
  request: FastifyRequest,
  reply: FastifyReply,
  hub: RequestHub,
): Promise<Context> {
  const { orm, logger, authentication, now } = hub;
  const viewer = await authenticate(
    orm.em.fork(),
    authentication,
    { header: request.headers.authorization, address: request.ip },
    now,
  ).catch((error: unknown) => {
    if (!(error instanceof InvalidToken)) throw error;
    logger.info({ reason: error.message }, 'a bearer token was refused');
    throw new RequestError('UNAUTHENTICATED', UNAUTHENTICATED);
  });
  return contextFor(request, reply, hub, viewer);
}

/** The same for a viewer who is known otherwise. */
export function contextFor(
  request: FastifyRequest,
  reply: FastifyReply,
  { orm, authentication, now, smallCount }: RequestHub,
  viewer: Viewer | null,
): Context {
  return createContext(orm, {
    language: languageOf(request.headers['accept-language']),
    now,
    address: request.ip,
    viewer,
    tokenSecret: authentication.secret,
    smallCount,
    refreshCookie: refreshCookie(request, reply),
  });
}

/** Apollo would show the message of any other error that is thrown while a context is made. */
function masked(language: Language): GraphQLError {
  return new GraphQLError(INTERNAL[language], {
    extensions: { code: 'INTERNAL_SERVER_ERROR', http: { status: 500 } },
  });
}

function unauthenticated({ code, text }: RequestError, language: Language): GraphQLError {
  return new GraphQLError(text[language], {
    extensions: {
      code,
      http: {
        status: 401,
        headers: new Map([['www-authenticate', 'Bearer error="invalid_token"']]),
      },
    },
  });
}

/** Scripts cannot read the cookie, other sites cannot send it, and only the graph gets it. */
function refreshCookie(request: FastifyRequest, reply: FastifyReply): RefreshCookie {
  const options: CookieSerializeOptions = {
    httpOnly: true,
    sameSite: 'strict',
    secure: request.protocol === 'https',
    path: '/graphql',
  };
  return {
    read: () => request.cookies[COOKIE] ?? null,
    write: (token, expires) => void reply.setCookie(COOKIE, token, { ...options, expires }),
    clear: () => void reply.clearCookie(COOKIE, options),
  };
}
