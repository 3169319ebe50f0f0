import { GraphQLDateTime, GraphQLLocalDate } from 'graphql-scalars';
import { ArgsType, Field, ID, InputType, Int, registerEnumType } from 'type-graphql';
import { LIMITS } from '../execution/limits/limits.js';
import { KNOWN_AT } from '../graphql/known-at.js';
import { PageArguments } from '../graphql/page-arguments.js';
import { OrderDirection } from '../graphql/page.js';
import { Standing } from '../progress/standing.js';
import type { LocalDate } from '../shared/dates.js';
import { Pillar } from '../vocabulary/framework.enums.js';
import { InstitutionGroup } from '../vocabulary/institution.enums.js';
import { BoundaryBasis, UnitKind } from '../vocabulary/unit.enums.js';
import { BreakdownDimension, BreakdownFigure } from './breakdown.enums.js';

registerEnumType(BreakdownDimension, {
  name: 'BreakdownDimension',
  description: 'What figures are broken down by.',
  valuesConfig: {
    UNIT: { description: 'The units below, of one tier.' },
    KIND: { description: 'The kind of institution on the date.' },
    OWNERSHIP: { description: 'Public or private on the date.' },
    LEVEL: {
      description:
        'The levels taught on the date. An institution that teaches several is counted in each, so that the rows add up to more than the whole.',
    },
    SPECIAL_STATUS: { description: 'The special status on the date; null for the ordinary.' },
  },
});

registerEnumType(BreakdownFigure, {
  name: 'BreakdownFigure',
  description:
    'A figure by which a breakdown is sorted: that of `ProgressLine` with the same name, or one of the standing against a target.',
  valuesConfig: {
    INSTITUTIONS: { description: '`institutions`.' },
    COMPLETED: { description: '`completed`.' },
    REPORTED: { description: '`reported`.' },
    IN_REVIEW: { description: '`inReview`.' },
    NOT_REPORTED: { description: '`notReported`.' },
    CARRIED_FORWARD: { description: '`carriedForward`.' },
    NOT_APPLICABLE: { description: '`notApplicable`.' },
    PERCENT: { description: '`percent`, from 0 to 100; null without institutions.' },
    PERCENT_OF_REPORTED: {
      description: '`percentOfReported`, from 0 to 100; null when none has reported.',
    },
    UPPER_PERCENT: { description: '`upperPercent`, from 0 to 100; null without institutions.' },
    COVERAGE_PERCENT: {
      description: '`coveragePercent`, from 0 to 100; null without institutions.',
    },
    GAP_POINTS: {
      description: 'Percentage points to the target; negative beyond it, null without a report.',
    },
    INSTITUTIONS_TO_GO: { description: 'Institutions that lack to the target.' },
    PACE_PER_YEAR: { description: 'Percentage points a year so far; null without a trend.' },
  },
});

@InputType({ description: 'The order of a breakdown.' })
export class BreakdownOrderInput {
  @Field(() => BreakdownFigure, { description: 'The figure.' })
  figure!: BreakdownFigure;

  @Field(() => OrderDirection, {
    defaultValue: OrderDirection.DESC,
    description: 'The direction. Rows without the figure are last in both.',
  })
  direction!: OrderDirection;
}

@ArgsType()
export class BreakdownArguments extends PageArguments {
  @Field(() => [BreakdownDimension], {
    description: 'One dimension, or two at a time.',
  })
  by!: BreakdownDimension[];

  @Field(() => ID, {
    nullable: true,
    description: 'The unit that is broken down; left out means the whole country.',
  })
  unit?: string | null;

  @Field(() => UnitKind, {
    nullable: true,
    description:
      'For UNIT: the tier of the units below, however far down. Left out means the units directly below, and the provinces for the country.',
  })
  unitKind?: UnitKind | null;

  @Field(() => GraphQLLocalDate, {
    nullable: true,
    description: 'The date; left out means today, or the last day of a unit that has ended.',
  })
  asOf?: LocalDate | null;

  @Field(() => GraphQLDateTime, {
    nullable: true,
    description: `For one unit only, because everything is counted again. ${KNOWN_AT}`,
  })
  knownAt?: Date | null;

  @Field(() => BoundaryBasis, {
    defaultValue: BoundaryBasis.AS_REPORTED,
    description:
      'The borders by which the figures are counted; the units below are those of the date, or with CURRENT_UNITS those of today.',
  })
  basis!: BoundaryBasis;

  @Field(() => [InstitutionGroup], {
    nullable: true,
    description: 'Only rows of these groups; left out means both groups.',
  })
  groups?: InstitutionGroup[] | null;

  @Field(() => [Pillar], {
    nullable: true,
    description:
      'Only rows of these pillars, and of `indicators`; both left out means all pillars, and all four together.',
  })
  pillars?: Pillar[] | null;

  @Field(() => [String], {
    nullable: true,
    description: `Only rows of the indicators with these codes, and of \`pillars\`, at most ${LIMITS.list}. The code ALL_FOUR is all four pillars together. A code that the hub does not have gives the error INDICATOR_UNKNOWN.`,
  })
  indicators?: string[] | null;

  @Field(() => [Standing], {
    nullable: true,
    description:
      'Only rows with one of these standings against the target of `targetYear`. Needs one group and one pillar or indicator.',
  })
  standings?: Standing[] | null;

  @Field(() => Int, {
    nullable: true,
    description:
      'The year of the target that `standings` and `orderBy` mean; left out means the next one due, or the last one when all are past.',
  })
  targetYear?: number | null;

  @Field(() => BreakdownOrderInput, {
    nullable: true,
    description:
      'Sorts the rows by a figure and ranks them. Needs one group and one pillar or indicator, because figures of different things have no order. Left out means the order of names and values.',
  })
  orderBy?: BreakdownOrderInput | null;
}
