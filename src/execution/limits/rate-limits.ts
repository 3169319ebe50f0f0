import type { FastifyReply } from 'fastify';
import type { Logger } from 'pino';
import {
  RateLimiterMemory,
  RateLimiterPostgres,
  RateLimiterRes,
  type RateLimiterAbstract,
} from 'rate-limiter-flexible';
import { SHORT_SPAN, type SignInLimits, type SignIns } from '../../auth/sign-in-limits.js';
import type { Charge, Context } from '../../request/context.js';
import { networkOf } from '../../shared/network-of.js';
import { LimiterStore } from './limiter-store.js';
import { SignInCounts } from './sign-in-counts.js';
import { secondsOf, TooOften, WINDOW } from './too-often.js';

export interface RateLimitOptions {
  /** Points of one account or address a minute; 0 for no limit at all. */
  points: number;
  /** How many failed sign-ins are taken; null for no limit. */
  signIns: SignInLimits | null;
  /** The database that several hubs count in together; undefined for the memory of this one. */
  databaseUrl: string | undefined;
  /** How long the decision on a sign-in that fails takes at least, in milliseconds; 50 unless given. */
  leastDecision?: number;
}

/** Longer than the statements for any account take, so that the time does not show which exist. */
const LEAST_DECISION = 50;

/** For tests, and for hubs behind something that limits. */
export const UNLIMITED: RateLimitOptions = {
  points: 0,
  signIns: null,
  databaseUrl: undefined,
  leastDecision: 0,
};

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
  readonly signIns: SignIns;
  private readonly store: LimiterStore | null;
  private readonly cost: RateLimiterAbstract | null;

  constructor(
    { points, signIns, databaseUrl, leastDecision = LEAST_DECISION }: RateLimitOptions,
    logger: Pick<Logger, 'warn'>,
  ) {
    this.store = databaseUrl ? new LimiterStore(databaseUrl, logger) : null;
    this.cost = limiterOf('cost', { points, duration: WINDOW }, this.store);
    const failures = { points: signIns?.ofAddress ?? 0, duration: SHORT_SPAN / 1000 };
    const limiter = limiterOf('sign-in', failures, this.store);
    this.signIns = new SignInCounts(signIns, limiter, leastDecision);
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
