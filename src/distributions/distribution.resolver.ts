import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { severalObjects } from '../graphql/answer-size.js';
import type { ProgressLineRow } from '../progress/progress-line.js';
import { ProgressLineType } from '../progress/progress-line.type.js';
import type { Context } from '../request/context.js';
import type { PointsDistributionRow } from './distribution.js';
import { PointsDistributionType } from './distribution.type.js';
import { loadLineDistribution } from './line-distribution.queries.js';

@Resolver(() => ProgressLineType)
class LineDistributionResolver {
  @FieldResolver(() => PointsDistributionType, {
    nullable: true,
    complexity: ({ childComplexity }) => severalObjects(1, childComplexity),
    description:
      'How the institutions of this line are spread by their share of points. `institutions`, `unknown` and `withoutPoints` of it add up to `institutions` of the line, its denominator; an institution of which a value is only assumed is unknown. Null for an indicator that is made of others, whose points have no common measure.',
  })
  distribution(
    @Ctx() context: Context,
    @Root() line: ProgressLineRow,
  ): Promise<PointsDistributionRow | null> {
    return loadLineDistribution(context, line);
  }
}

export const DISTRIBUTION_RESOLVERS = [LineDistributionResolver] as const;
