import { GraphQLDateTime, GraphQLLocalDate } from 'graphql-scalars';
import { ArgsType, Field, ID } from 'type-graphql';
import { LIMITS } from '../execution/limits/limits.js';
import { KNOWN_AT } from '../graphql/known-at.js';
import type { LocalDate } from '../shared/dates.js';
import { Pillar } from '../vocabulary/framework.enums.js';
import { InstitutionGroup } from '../vocabulary/institution.enums.js';
import { BoundaryBasis } from '../vocabulary/unit.enums.js';

@ArgsType()
export class ChangeArguments {
  @Field(() => ID, {
    nullable: true,
    description:
      'The unit; left out means the whole country, which takes a few seconds and is answered by what is known now only (CHANGE_TOO_WIDE).',
  })
  unit?: string | null;

  @Field(() => GraphQLLocalDate, { description: 'The first date, the one before the change.' })
  from!: LocalDate;

  @Field(() => GraphQLLocalDate, {
    nullable: true,
    description:
      'The second date, the one after the change; left out means today, or the last day of a unit that has ended. The same date as `from` asks for what became known only. A date before `from` gives the error DATES_OUT_OF_ORDER.',
  })
  to?: LocalDate | null;

  @Field(() => GraphQLDateTime, {
    nullable: true,
    description: `For the first date; left out means the same as \`knownTo\`. ${KNOWN_AT}`,
  })
  knownFrom?: Date | null;

  @Field(() => GraphQLDateTime, {
    nullable: true,
    description: `For the second date. A moment before \`knownFrom\` gives the error DATES_OUT_OF_ORDER. ${KNOWN_AT}`,
  })
  knownTo?: Date | null;

  @Field(() => BoundaryBasis, {
    defaultValue: BoundaryBasis.AS_REPORTED,
    description: 'The borders by which the figures of both dates are counted.',
  })
  basis!: BoundaryBasis;

  @Field(() => [InstitutionGroup], {
    nullable: true,
    description: 'Only lines of these groups; left out means both groups.',
  })
  groups?: InstitutionGroup[] | null;

  @Field(() => [Pillar], {
    nullable: true,
    description:
      'Only lines of these pillars, and of `indicators`; both left out means all pillars, and the line for all four together.',
  })
  pillars?: Pillar[] | null;

  @Field(() => [String], {
    nullable: true,
    description: `Only lines of the indicators with these codes, and of \`pillars\`, at most ${LIMITS.list}. The code ALL_FOUR is all four pillars together. A code that the hub does not have gives the error INDICATOR_UNKNOWN.`,
  })
  indicators?: string[] | null;
}
