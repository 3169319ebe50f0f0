import { Args, Ctx, Resolver, Subscription } from 'type-graphql';
import { LIMITS } from '../execution/limits/limits.js';
import { severalObjects } from '../graphql/answer-size.js';
import type { Context } from '../request/context.js';
import type { UnitRow } from '../units/unit.queries.js';
import { AdministrativeUnitType } from '../units/unit.type.js';
import { once } from './once.js';
import { UnitProgressStream } from './unit-progress.resolver.js';
import { UnitsFollowedArguments } from './units-followed.arguments.js';
import { unitsFollowed } from './units-followed.queries.js';

interface FollowedCost {
  args: UnitsFollowedArguments;
  childComplexity: number;
}

@Resolver()
class UnitsProgressStream {
  @Subscription(() => [AdministrativeUnitType], {
    complexity: ({ args, childComplexity }: FollowedCost) =>
      severalObjects(args.units?.length ?? LIMITS.list, childComplexity),
    description: `Follows several units in one stream: those of \`units\`, or those of a tier under one (\`under\`, \`unitKind\`) that exist on the day, by name. The first event has all of them; each further one has only the units whose answer to the query has changed, and none is sent when nothing has. Select \`id\`, which says whose answer it is. A unit that comes into the tier is in the next event; one that has ended is told no more. The answers are server-sent events at \`/graphql/stream\`. Errors: UNITS_UNCLEAR, UNITS_TOO_MANY, NOT_FOUND.`,
    subscribe: once,
  })
  unitsProgressChanged(
    @Ctx() context: Context,
    @Args(() => UnitsFollowedArguments) followed: UnitsFollowedArguments,
  ): Promise<readonly UnitRow[]> {
    return unitsFollowed(context, followed);
  }
}

/** What resolves subscriptions. */
export const STREAM_RESOLVERS = [UnitProgressStream, UnitsProgressStream] as const;
