import { Ctx, Query, Resolver } from 'type-graphql';
import type { Context } from '../../request/context.js';
import { RateLimitType } from './rate-limit.type.js';

@Resolver(() => RateLimitType)
export class RateLimitResolver {
  @Query(() => RateLimitType, {
    nullable: true,
    description: 'The points that are left in the current minute; null when the hub sets no limit.',
  })
  rateLimit(@Ctx() context: Context): RateLimitType | null {
    context.personal = true;
    const { charge, now } = context;
    if (!charge) return null;
    const { limit, remaining, requested, resetsIn } = charge;
    return { limit, remaining, cost: requested, resetsAt: new Date(now.getTime() + resetsIn) };
  }
}
