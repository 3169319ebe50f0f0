import type { FastifyReply } from 'fastify';
import type { Logger } from 'pino';
import {
  RateLimiterMemory,
  RateLimiterPostgres,
  RateLimiterRes,
  type RateLimiterAbstract,
} from 'rate-limiter-flexible';
import type { Context } from '../../context.js';
import { RequestError } from '../../shared/errors.js';
import { networkOf } from '../../shared/network-of.js';
import { LimiterStore } from './limiter-store.js';

/** The span that points are counted over, in seconds. */
export const WINDOW = 60;
/** How often one address may try to sign in within `SIGN_IN_WINDOW` seconds, for all its accounts. */
export const SIGN_INS = 100;
export const SIGN_IN_WINDOW = 15 * 60;

export interface RateLimitOptions {
  /** Points of one account or address a minute; 0 for no limit at all. */
  points: number;
  /** Attempts of one address to sign in; 0 for no limit. */
  signIns: number;
  /** The database that several hubs count in together; undefined for the memory of this one. */
  databaseUrl: string | undefined;
}

/** For tests, and for hubs behind something that limits. */
export const UNLIMITED: RateLimitOptions = { points: 0, signIns: 0, databaseUrl: undefined };

/** What a request used up, and what is left. */
export interface Charge {
  requested: number;
  limit: number;
  remaining: number;
  /** Milliseconds until all points are there again. */
  resetsIn: number;
}

/** Who pays for a request. */
export function chargedTo({
  viewer,
  apiKey,
  address,
}: Pick<Context, 'viewer' | 'apiKey' | 'address'>): string {
  if (apiKey) return `key:${apiKey.id}`;
  return viewer ? `account:${viewer.accountId}` : `address:${networkOf(address)}`;
}

/** Counts what accounts, keys and addresses ask for, in the memory of this hub or in the database. */
export class RateLimits {
  private readonly store: LimiterStore | null;
  private readonly cost: RateLimiterAbstract | null;
  private readonly signIns: RateLimiterAbstract | null;

  constructor({ points, signIns, databaseUrl }: RateLimitOptions, logger: Pick<Logger, 'warn'>) {
    this.store = databaseUrl ? new LimiterStore(databaseUrl, logger) : null;
    this.cost = limiterOf('cost', { points, duration: WINDOW }, this.store);
    this.signIns = limiterOf('sign-in', { points: signIns, duration: SIGN_IN_WINDOW }, this.store);
  }

  /**
   * Takes the cost of a request from the points; a request that is refused is not charged.
   * @returns null without a limit.
   * @throws RequestError RATE_LIMITED
   */
  async charge(key: string, requested: number): Promise<Charge | null> {
    if (!this.cost) return null;
    const limit = this.cost.points;
    const state = await this.cost.consume(key, requested).catch(refused);
    const resetsIn = state.msBeforeNext;
    if (state.consumedPoints <= limit)
      return { requested, limit, remaining: state.remainingPoints, resetsIn };
    const { remainingPoints: remaining } = await this.cost.reward(key, requested);
    throw new TooOften('RATE_LIMITED', { requested, limit, remaining, resetsIn });
  }

  /** @throws TooOften TOO_MANY_SIGN_INS */
  async countSignIns(address: string, attempts: number): Promise<void> {
    if (!this.signIns || attempts === 0) return;
    const limit = this.signIns.points;
    const state = await this.signIns.consume(address, attempts).catch(refused);
    if (state.consumedPoints <= limit) return;
    const resetsIn = state.msBeforeNext;
    throw new TooOften('TOO_MANY_SIGN_INS', { requested: attempts, limit, remaining: 0, resetsIn });
  }

  /** What the key has left, where that takes no statement; null without a limit. */
  async known(key: string): Promise<Charge | null> {
    if (!this.cost || this.store) return null;
    const state = await this.cost.get(key);
    const limit = this.cost.points;
    return {
      requested: 0,
      limit,
      remaining: state ? Math.max(0, state.remainingPoints) : limit,
      resetsIn: state?.msBeforeNext ?? 0,
    };
  }

  async close(): Promise<void> {
    await this.store?.close();
  }
}

/**
 * Counts up to so many points in so many seconds. While the database is away it counts from nothing in
 * the memory of this hub. The library removes what expired an hour ago from the table, every 5 minutes.
 * @returns null without points to count.
 */
function limiterOf(
  keyPrefix: string,
  { points, duration }: { points: number; duration: number },
  store: LimiterStore | null,
): RateLimiterAbstract | null {
  if (points === 0) return null;
  const options = { keyPrefix, points, duration };
  const memory = new RateLimiterMemory(options);
  if (!store) return memory;
  return new RateLimiterPostgres({
    ...options,
    storeClient: store,
    storeType: 'pool',
    tableName: 'rate_limit',
    tableCreated: true,
    insuranceLimiter: memory,
  });
}

/** The limiter throws its answer where the points do not suffice. */
function refused(error: unknown): RateLimiterRes {
  if (error instanceof RateLimiterRes) return error;
  throw error;
}

/** A refusal that ends by itself, after `retryAfter` seconds. */
export class TooOften extends RequestError {
  constructor(
    code: 'RATE_LIMITED' | 'TOO_MANY_SIGN_INS',
    readonly charge: Charge,
  ) {
    const seconds = secondsOf(charge);
    const { requested, remaining, limit } = charge;
    const text =
      code === 'RATE_LIMITED'
        ? {
            vi: `Yêu cầu tốn ${requested} điểm, nhưng chỉ còn ${remaining} trong ${limit} điểm mỗi ${WINDOW} giây. Hãy thử lại sau ${seconds} giây.`,
            en: `The request costs ${requested} points, and ${remaining} of ${limit} per ${WINDOW} seconds are left. Try again in ${seconds} seconds.`,
          }
        : {
            vi: `Đã có hơn ${limit} lần thử đăng nhập từ địa chỉ này. Hãy thử lại sau ${seconds} giây.`,
            en: `More than ${limit} attempts to sign in came from this address. Try again in ${seconds} seconds.`,
          };
    super(code, text, { retryAfter: seconds });
  }
}

/** In how many seconds all points are there again. */
export function secondsOf({ resetsIn }: Charge): number {
  return Math.ceil(resetsIn / 1000);
}

/** The header fields of the IETF’s draft “RateLimit header fields for HTTP”. */
export function rateLimitHeaders(charge: Charge): [name: string, value: string][] {
  return [
    ['ratelimit-policy', `"cost";q=${charge.limit};w=${WINDOW}`],
    ['ratelimit', `"cost";r=${charge.remaining};t=${secondsOf(charge)}`],
  ];
}

/** Says in the header fields of an answer what is left; nothing without a limit. */
export function tellCharge(reply: FastifyReply, charge: Charge | null): void {
  if (charge) void reply.headers(Object.fromEntries(rateLimitHeaders(charge)));
}
