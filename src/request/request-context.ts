import type { CookieSerializeOptions } from '@fastify/cookie';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { GraphQLError } from 'graphql';
import type { Logger } from 'pino';
import { AccessRefused } from '../auth/access-refused.js';
import { requireNotHeld } from '../auth/reading.js';
import type { SignInIssuers } from '../auth/sign-in-issuers.js';
import type { SignIns } from '../auth/sign-in-limits.js';
import type { Orm } from '../database/orm.js';
import type { WatchedHub } from '../health/watched-hub.js';
import type { SharedReads } from '../reads/batch.js';
import { INTERNAL, internal } from '../shared/errors.js';
import { languageOf, type Language } from '../shared/text.js';
import { accessError } from './access-error.js';
import {
  createContext,
  type Context,
  type HiddenCookie,
  type Identity,
  type MailPlace,
  type UploadBounds,
} from './context.js';
import type { Exchange } from './exchange.js';
import { whenGone as callWhenGone } from './gone.js';
import { refusalByDatabase } from './refusal.js';

const REFRESH_COOKIE = 'hub_refresh';

const ISSUER_COOKIE = 'hub_issuer';

const NOBODY: Identity = { viewer: null, apiKey: null };

export interface RequestHub {
  orm: Orm;
  logger: Logger;
  tokenSecret: Uint8Array;
  /** The limits on sign-ins. */
  signIns: SignIns;
  /** The loaders that requests share. */
  shared: SharedReads;
  now: Date;
  /** Counts of people below this are withheld from the public. */
  smallCount: number;
  licence: string | null;
  /** Null when the hub sends no mail. */
  mail: MailPlace | null;
  signInIssuers: SignInIssuers | null;
  /** Whether operators, planners and reviewers with a password need a second factor. */
  secondFactorRequired: boolean;
  publicRead: boolean;
  /** The space and the limits for uploads of evidence. */
  uploads: UploadBounds;
  watched: WatchedHub;
  /**
   * Finds the sender of a request.
   * @throws AccessRefused for a bearer token or key that proves nothing.
   */
  identify: (request: FastifyRequest, reply: FastifyReply) => Promise<Identity>;
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
  exchange: Exchange | null,
): Context {
  const identify = () =>
    hub.identify(request, reply).catch((error: unknown) => {
      const language = languageOf(request.headers['accept-language']);
      if (error instanceof AccessRefused) throw accessError(error, language);
      const away = refusalByDatabase(error);
      if (away) throw away;
      hub.logger.error({ err: error }, 'nobody could be asked who sent a request');
      throw masked(request.id, language);
    });
  const whenGone = (then: () => void) => callWhenGone(request, reply, then);
  const { watched } = hub;
  return Object.assign(contextFor(request, reply, hub, NOBODY), {
    exchange,
    identify,
    whenGone,
    watched,
  });
}

/**
 * Makes the context of an HTTP request with its sender, language and cookie.
 * @throws AccessRefused as `identify` of the hub, and as requireNotHeld.
 */
export async function contextOf(
  request: FastifyRequest,
  reply: FastifyReply,
  hub: RequestHub,
): Promise<Context> {
  const identity = await hub.identify(request, reply);
  requireNotHeld(identity);
  return contextFor(request, reply, hub, identity);
}

/** Makes the context for a sender that is already identified. */
export function contextFor(
  request: FastifyRequest,
  reply: FastifyReply,
  hub: RequestHub,
  { viewer, apiKey }: Identity,
): Context {
  const { orm, shared, tokenSecret, signIns, now, smallCount, licence, mail, signInIssuers } = hub;
  return createContext(
    orm,
    {
      language: languageOf(request.headers['accept-language']),
      now,
      address: request.address,
      viewer,
      apiKey,
      publicRead: hub.publicRead,
      tokenSecret,
      signIns,
      smallCount,
      licence,
      mail,
      signInIssuers,
      secondFactorRequired: hub.secondFactorRequired,
      uploads: hub.uploads,
      refreshCookie: hiddenCookie(REFRESH_COOKIE, request, reply, now),
      issuerCookie: hiddenCookie(ISSUER_COOKIE, request, reply, now),
    },
    shared,
  );
}

/** While a context is made, Apollo would show the message of any other error. */
function masked(requestId: string, language: Language): GraphQLError {
  return new GraphQLError(internal(requestId)[language], {
    extensions: { code: INTERNAL, requestId, http: { status: 500 } },
  });
}

/** Scripts cannot read the cookie, other sites cannot send it, and only the graph receives it. */
function hiddenCookie(
  name: string,
  request: FastifyRequest,
  reply: FastifyReply,
  now: Date,
): HiddenCookie {
  const options: CookieSerializeOptions = {
    httpOnly: true,
    sameSite: 'strict',
    secure: request.protocol === 'https',
    path: '/graphql',
  };
  return {
    read: () => request.cookies[name] ?? null,
    // Both a duration and a date, because the clock of the browser may be wrong.
    write: (token, expires) => {
      const maxAge = Math.round((expires.getTime() - now.getTime()) / 1000);
      void reply.setCookie(name, token, { ...options, expires, maxAge });
    },
    clear: () => void reply.clearCookie(name, options),
  };
}
