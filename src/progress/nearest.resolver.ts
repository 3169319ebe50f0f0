import { Arg, Ctx, FieldResolver, Int, Resolver, Root } from 'type-graphql';
import { PAGE_LIMIT } from '../graphql/page.js';
import { loadIndicator, type IndicatorRow } from '../indicators/indicator.queries.js';
import { IndicatorType } from '../indicators/indicator.type.js';
import type { Context } from '../request/context.js';
import { loadNearest, type NearestInstitutionRow } from './nearest.queries.js';
import { IndicatorNeedType, NearestInstitutionType } from './nearest.type.js';
import type { IndicatorNeed } from './nearest.js';
import type { ProgressLineRow } from './progress-line.js';
import { ProgressLineType } from './progress-line.type.js';

@Resolver(() => ProgressLineType)
export class NearestInstitutionsResolver {
  @FieldResolver(() => [NearestInstitutionType], {
    description:
      'The institutions of this line that are not completed, those nearest to completion first. They are sorted in this order: institutions of which all that is requested is known come first; then by `missingPoints`; then by `unmetCriteria`, if the viewer may see it for all institutions compared; then by name. Institutions that reported nothing are not listed, because their distance is unknown. Assumptions of the report are included.',
  })
  nearest(
    @Ctx() context: Context,
    @Root() line: ProgressLineRow,
    @Arg('first', () => Int, {
      defaultValue: 10,
      description: `The number of institutions, 1 to ${PAGE_LIMIT}.`,
    })
    first: number,
  ): Promise<NearestInstitutionRow[]> {
    return loadNearest(context, line, first);
  }
}

@Resolver(() => IndicatorNeedType)
export class IndicatorNeedResolver {
  @FieldResolver(() => IndicatorType, { description: 'The indicator.' })
  indicator(@Ctx() context: Context, @Root() need: IndicatorNeed): Promise<IndicatorRow> {
    return loadIndicator(context, need.indicator);
  }
}
