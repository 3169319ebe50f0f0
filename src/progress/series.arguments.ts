import { GraphQLLocalDate } from 'graphql-scalars';
import { ArgsType, Field, Int } from 'type-graphql';
import type { LocalDate } from '../shared/dates.js';
import { SERIES_LIMIT, type SeriesDates } from './series.js';

@ArgsType()
export class SeriesArguments implements SeriesDates {
  @Field(() => [GraphQLLocalDate], {
    nullable: true,
    description: `The dates, at most ${SERIES_LIMIT}. \`on\` and \`months\` both left out mean the reference dates of rounds.`,
  })
  on?: LocalDate[] | null;

  @Field(() => Int, {
    nullable: true,
    description: `The number of months, 1 to ${SERIES_LIMIT}: a date for each, its last day, and \`until\` for the last month. Give either this or \`on\`.`,
  })
  months?: number | null;

  @Field(() => GraphQLLocalDate, {
    nullable: true,
    description:
      'The last date of a series by months; left out means today, or the last day of what has ended.',
  })
  until?: LocalDate | null;
}

/** For the cost of a series without dates. */
const ROUNDS_EXPECTED = 5;

/** How many items a series counts for. */
export function lengthOfSeries({ on, months }: SeriesDates): number {
  return on?.length ?? (months ? Math.max(0, months) : ROUNDS_EXPECTED);
}
