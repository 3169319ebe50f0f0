import type { RateLimiterAbstract } from 'rate-limiter-flexible';
import type { SignInLimits, SignIns } from '../../auth/sign-in-limits.js';
import { networkOf } from '../../shared/network-of.js';
import { TooOften } from './too-often.js';

/**
 * Counts the failed sign-ins of each address over all accounts. One that succeeds is not counted, so
 * that any number of people behind one address get in.
 */
export class SignInCounts implements SignIns {
  constructor(
    readonly limits: SignInLimits | null,
    private readonly limiter: RateLimiterAbstract | null,
    readonly leastDecision: number,
  ) {}

  async require(address: string, attempts: number): Promise<void> {
    if (!this.limiter || attempts === 0) return;
    const state = await this.limiter.get(networkOf(address));
    const failed = state?.consumedPoints ?? 0;
    if (failed + attempts > this.limiter.points)
      throw this.#tooOften(failed, attempts, state?.msBeforeNext ?? 0);
  }

  async begin(address: string): Promise<void> {
    if (!this.limiter) return;
    const { consumedPoints, msBeforeNext } = await this.limiter.penalty(networkOf(address), 1);
    if (consumedPoints <= this.limiter.points) return;
    await this.giveBack(address);
    throw this.#tooOften(consumedPoints - 1, 1, msBeforeNext);
  }

  async giveBack(address: string): Promise<void> {
    await this.limiter?.reward(networkOf(address), 1);
  }

  #tooOften(failed: number, requested: number, resetsIn: number): TooOften {
    const limit = this.limits?.ofAddress ?? 0;
    const remaining = Math.max(0, limit - failed);
    return new TooOften('TOO_MANY_SIGN_INS', { requested, limit, remaining, resetsIn });
  }
}
