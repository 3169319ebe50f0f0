import { Arg, Args, Ctx, FieldResolver, registerEnumType, Resolver, Root } from 'type-graphql';
import type { Connection } from '../graphql/connection.js';
import { PageArguments } from '../graphql/page-arguments.js';
import { pageOf } from '../graphql/page.js';
import { institutionOrder, type InstitutionRow } from '../institutions/institution.queries.js';
import { InstitutionConnection } from '../institutions/institution.type.js';
import type { Context } from '../request/context.js';
import { loadCounted } from './counted.queries.js';
import type { ProgressLineRow } from './progress-line.js';
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
export class CountedInstitutionsResolver {
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
}
