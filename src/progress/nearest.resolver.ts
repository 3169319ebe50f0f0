import { Arg, Ctx, FieldResolver, Int, Resolver, Root } from 'type-graphql';
import { PAGE_LIMIT } from '../graphql/page.js';
import type { Context } from '../request/context.js';
import { loadNearest, type NearestInstitutionRow } from './nearest.queries.js';
import { NearestInstitutionType } from './nearest.type.js';
import type { ProgressLineRow } from './progress-line.js';
import { ProgressLineType } from './progress-line.type.js';

@Resolver(() => ProgressLineType)
export class NearestInstitutionsResolver {
  @FieldResolver(() => [NearestInstitutionType], {
    description:
      'The institutions that are counted here and not as completed, the nearest first: first those of which all pillars asked are known, then by `missingPoints`, then by `unmetCriteria` if the viewer sees them of all that this compares, then by name. Those that reported nothing here are not listed: they are unknown, not near. What the report assumes is taken for given.',
  })
  nearest(
    @Ctx() context: Context,
    @Root() line: ProgressLineRow,
    @Arg('first', () => Int, {
      defaultValue: 10,
      description: `How many, 1 to ${PAGE_LIMIT}.`,
    })
    first: number,
  ): Promise<NearestInstitutionRow[]> {
    return loadNearest(context, line, first);
  }
}
