import { GraphQLDateTime, GraphQLLocalDate } from 'graphql-scalars';
import { Arg, Args, Ctx, Field, FieldResolver, ObjectType, Resolver, Root } from 'type-graphql';
import { severalObjects } from '../graphql/answer-size.js';
import { KNOWN_AT, momentKnown } from '../graphql/known-at.js';
import type { InstitutionRow } from '../institutions/institution.queries.js';
import { InstitutionType } from '../institutions/institution.type.js';
import type { Context } from '../request/context.js';
import { ReportingRoundType } from '../rounds/round.type.js';
import type { RoundRow } from '../rounds/round.queries.js';
import type { IndicatorStatusRow } from './indicator-status.js';
import { IndicatorStatusType } from './indicator-status.type.js';
import { loadIndicatorSeries, type IndicatorSeriesRow } from './institution-series.queries.js';
import { lengthOfSeries, SeriesArguments } from './series.arguments.js';
import { SERIES_LIMIT, type SeriesDates } from './series.js';

@ObjectType('IndicatorSeriesPoint', {
  description: 'The status of one institution in its indicators on one date of a series.',
})
class IndicatorSeriesPointType implements IndicatorSeriesRow {
  @Field(() => GraphQLLocalDate, { description: 'The date.' })
  asOf!: string;

  @Field(() => ReportingRoundType, {
    nullable: true,
    description:
      'The round of whose reference date this is; null where the dates were given. Whether its report is the one that counts on the date is told by each indicator: `update { round { id } }` is another round where the report was carried forward.',
  })
  round!: RoundRow | null;

  @Field(() => [IndicatorStatusType], {
    description:
      'The status in each indicator, as `Institution.indicators(asOf:)` gives it. One that is not known says why in its observation, and has no stage and no points.',
  })
  indicators!: IndicatorStatusRow[];
}

@Resolver(() => InstitutionType)
export class InstitutionSeriesResolver {
  @FieldResolver(() => [IndicatorSeriesPointType], {
    complexity: ({ args, childComplexity }: { args: SeriesDates; childComplexity: number }) =>
      severalObjects(lengthOfSeries(args), childComplexity),
    description: `The status of the institution in its indicators on each of several dates, at most ${SERIES_LIMIT}: those given in \`on\`, those of \`months\`, or the reference dates of the rounds that called it, one for each round and the oldest first.`,
  })
  async indicatorSeries(
    @Ctx() context: Context,
    @Root() institution: InstitutionRow,
    @Args(() => SeriesArguments) series: SeriesArguments,
    @Arg('indicators', () => [String], {
      nullable: true,
      description:
        'Only the indicators with these codes, such as the names of the pillars; left out means all that are about the group of the institution. A code that the hub does not have gives the error INDICATOR_UNKNOWN.',
    })
    codes: string[] | null,
    @Arg('knownAt', () => GraphQLDateTime, { nullable: true, description: KNOWN_AT })
    knownAt: Date | null,
  ): Promise<IndicatorSeriesRow[]> {
    const moment = await momentKnown(context, knownAt);
    return loadIndicatorSeries(context, institution, series, { moment, codes: codes ?? null });
  }
}
