import type { CookieSerializeOptions } from '@fastify/cookie';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { GraphQLError } from 'graphql';
import type { Logger } from 'pino';
import { authenticate, type Authentication } from './accounts/authentication.service.js';
import { InvalidToken } from './auth/invalid-token.js';
import { INTERNAL } from './graphql/format-error.js';
import { createContext, type Context, type RefreshCookie } from './context.js';
import type { Orm } from './database/orm.js';
import { languageOf, type Language, type Text } from './shared/text.js';

const COOKIE = 'hub_refresh';

const UNAUTHENTICATED: Text = {
  vi: 'Mã truy cập không hợp lệ, đã hết hạn hoặc phiên đăng nhập đã kết thúc. Hãy làm mới bằng sessionRefresh hoặc đăng nhập lại.',
  en: 'The bearer token is not valid, has expired, or its sign-in has ended. Refresh it with sessionRefresh, or sign in again.',
};

/** Makes the context of an HTTP request: who asks, in which language, and the cookie of the sign-in. */
export async function contextOf(
  request: FastifyRequest,
  reply: FastifyReply,
  hub: { orm: Orm; logger: Logger; authentication: Authentication; now: Date },
): Promise<Context> {
  const { orm, logger, authentication, now } = hub;
  const language = languageOf(request.headers['accept-language']);
  const viewer = await authenticate(
    orm.em.fork(),
    authentication,
    { header: request.headers.authorization, address: request.ip },
    now,
  ).catch((error: unknown) => {
    if (!(error instanceof InvalidToken)) {
      logger.error({ err: error }, 'nobody could be asked who sent a request');
      throw masked(language);
    }
    logger.info({ reason: error.message }, 'a bearer token was refused');
    throw unauthenticated(language);
  });
  const tokenSecret = authentication.secret;
  return createContext(orm, {
    language,
    now,
    address: request.ip,
    viewer,
    tokenSecret,
    refreshCookie: refreshCookie(request, reply),
  });
}

/** Apollo would show the message of any other error that is thrown while a context is made. */
function masked(language: Language): GraphQLError {
  return new GraphQLError(INTERNAL[language], {
    extensions: { code: 'INTERNAL_SERVER_ERROR', http: { status: 500 } },
  });
}

function unauthenticated(language: Language): GraphQLError {
  return new GraphQLError(UNAUTHENTICATED[language], {
    extensions: {
      code: 'UNAUTHENTICATED',
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
