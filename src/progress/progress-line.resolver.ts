import { Arg, Args, Ctx, FieldResolver, Int, registerEnumType, Resolver, Root } from 'type-graphql';
import type { Connection } from '../graphql/connection.js';
import { PageArguments } from '../graphql/page-arguments.js';
import { PAGE_LIMIT, pageOf } from '../graphql/page.js';
import { loadIndicator, type IndicatorRow } from '../indicators/indicator.queries.js';
import { IndicatorType } from '../indicators/indicator.type.js';
import { institutionOrder, type InstitutionRow } from '../institutions/institution.queries.js';
import { InstitutionConnection } from '../institutions/institution.type.js';
import type { Context } from '../request/context.js';
import { loadCounted } from './counted.queries.js';
import type { IndicatorNeed } from './nearest.js';
import { loadNearest, type NearestInstitutionRow } from './nearest.queries.js';
import { IndicatorNeedType, NearestInstitutionType } from './nearest.type.js';
import { isDecided, type ProgressLineRow } from './progress-line.js';
import { ProgressLineType } from './progress-line.type.js';
import { ProgressFigure } from './progress.enums.js';

registerEnumType(ProgressFigure, {
  name: 'ProgressFigure',
  description: 'A count of a progress line.',
  valuesConfig: {
    INSTITUTIONS: { description: 'The denominator, `institutions`.' },
    COMPLETED: { description: 'The numerator, `completed`.' },
    REPORTED: { description: '`reported`: institutions with an approved update.' },
    IN_REVIEW: {
      description: '`inReview`: institutions without an approved update that have submitted one.',
    },
    NOT_REPORTED: { description: '`notReported`: institutions that have submitted nothing.' },
    CARRIED_FORWARD: {
      description:
        '`carriedForward`: institutions that are reported, with an update from a round before the newest round due.',
    },
    NOT_APPLICABLE: { description: '`notApplicable`: institutions outside the denominator.' },
  },
});

@Resolver(() => ProgressLineType)
export class ProgressLineResolver {
  @FieldResolver(() => IndicatorType, { description: 'The indicator that is counted.' })
  indicator(@Ctx() context: Context, @Root() line: ProgressLineRow): Promise<IndicatorRow> {
    return loadIndicator(context, line.indicator.code);
  }

  @FieldResolver(() => Boolean, {
    description:
      'Whether a framework in force on the date decides the indicator, or a part of it, for a kind of the group. A pillar that none decides for any kind still counts all institutions of the group, of which nothing can be known.',
  })
  decided(@Root() line: ProgressLineRow): boolean {
    return isDecided(line);
  }

  @FieldResolver(() => InstitutionConnection, {
    description:
      'The institutions that a figure of this line counts, sorted by name. `totalCount` equals the figure. Assumptions of the report are included.',
  })
  counted(
    @Ctx() context: Context,
    @Root() line: ProgressLineRow,
    @Arg('figure', () => ProgressFigure, { description: 'The figure.' }) figure: ProgressFigure,
    @Args(() => PageArguments) pageArguments: PageArguments,
  ): Promise<Connection<InstitutionRow>> {
    const page = pageOf(pageArguments, institutionOrder('NAME'));
    return loadCounted(context, line, figure, page);
  }

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
