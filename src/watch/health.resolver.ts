import { Ctx, Query, Resolver } from 'type-graphql';
import { mayOperate } from '../auth/policy.js';
import type { Context } from '../request/context.js';
import type { HealthFacts } from './health-facts.js';
import { readHealth } from './health.queries.js';
import { HubHealth } from './health.type.js';

@Resolver()
export class HealthResolver {
  @Query(() => HubHealth, {
    nullable: true,
    description:
      'How the hub is: its version, database and disk, what waits and what failed. Only operators can read it; for others it is null.',
  })
  async hubHealth(@Ctx() context: Context): Promise<HealthFacts | null> {
    const { viewer, watched } = context;
    if (!mayOperate(viewer) || !watched) return null;
    return readHealth(context, watched);
  }
}
