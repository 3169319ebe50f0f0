import { Field, Float, Int, ObjectType, registerEnumType } from 'type-graphql';
import { TargetType } from '../plans/plan.type.js';
import { Pillar } from '../vocabulary/framework.enums.js';
import { InstitutionGroup } from '../vocabulary/institution.enums.js';
import type { ProgressLineRow, TargetStandingRow } from './progress-line.js';
import { Standing } from './standing.js';

registerEnumType(Standing, {
  name: 'Standing',
  description:
    'What the pace says about a target. The pace is linear, in percentage points a year since the first date of which something was reported; the required pace is the one that leads from there to the target in time. The cases are tried in this order: ACHIEVED, MISSED, NO_DATA, NO_TREND, REVERSING, then by pace / required pace.',
  valuesConfig: {
    ACHIEVED: { description: 'The percentage has reached the target.' },
    ON_TRACK: { description: 'Pace / required pace is at least 0.95.' },
    MODERATE: { description: 'Pace / required pace is at least 0.60.' },
    LIMITED: { description: 'Pace / required pace is at least 0.' },
    REVERSING: { description: 'The pace is negative.' },
    NO_TREND: {
      description: 'Fewer than two rounds with something reported: no pace can be told.',
    },
    NO_DATA: { description: 'Nothing was reported.' },
    MISSED: { description: 'The due date has passed and the target was not reached.' },
  },
});

@ObjectType('TargetStanding', { description: 'How a count stands against one target.' })
export class TargetStandingType implements Omit<TargetStandingRow, 'target'> {
  @Field(() => TargetType, { description: 'The target.' })
  target!: TargetType;

  @Field(() => Float, {
    nullable: true,
    description:
      'Target minus percentage, in percentage points: positive while there is a way to go. Null when no institution is counted.',
  })
  gapPoints!: number | null;

  @Field(() => Int, {
    description:
      'How many more institutions must complete to reach the target; 0 when it is reached.',
  })
  institutionsToGo!: number;

  @Field(() => Float, {
    nullable: true,
    description:
      'Percentage points a year from the first reported date to the date asked for. Null without two rounds with something reported.',
  })
  pacePerYear!: number | null;

  @Field(() => Float, {
    nullable: true,
    description:
      'Percentage points a year that lead from the first reported date to the target in time. Null without a trend.',
  })
  requiredPacePerYear!: number | null;

  @Field(() => Float, {
    nullable: true,
    description:
      'Where the straight path from the first reported date to the target is on the date asked for. Null without a trend.',
  })
  expectedPercent!: number | null;

  @Field(() => Standing, { description: 'What the pace says.' })
  standing!: Standing;
}

@ObjectType('ProgressLine', {
  description: 'What one group has come to in one pillar, or in all four together.',
})
export class ProgressLineType implements Omit<ProgressLineRow, 'targets' | 'inputs'> {
  @Field(() => InstitutionGroup, { description: 'The group that is counted.' })
  group!: InstitutionGroup;

  @Field(() => Pillar, {
    nullable: true,
    description:
      'The pillar; null means all four together: an institution then counts as completed when all its applicable pillars are.',
  })
  pillar!: Pillar | null;

  @Field(() => Int, {
    description:
      'The denominator: institutions of the group that were operating in the unit on the date and to which the pillar applies.',
  })
  institutions!: number;

  @Field(() => Int, {
    description:
      'The numerator: those that are COMPLETED in the latest update approved for the date.',
  })
  completed!: number;

  @Field(() => Int, {
    description:
      'Those with an approved update for the date. With inReview and notReported it adds up to institutions.',
  })
  reported!: number;

  @Field(() => Int, {
    description:
      'Those without an approved update, of which one is submitted or returned and undecided.',
  })
  inReview!: number;

  @Field(() => Int, { description: 'Those that handed in nothing: missing, which is not zero.' })
  notReported!: number;

  @Field(() => Int, {
    description:
      'Of those reported, the ones whose latest approved update is from before the newest round due.',
  })
  carriedForward!: number;

  @Field(() => Int, {
    description:
      'Institutions of the group to which the pillar does not apply; outside the denominator.',
  })
  notApplicable!: number;

  @Field(() => Float, {
    nullable: true,
    description:
      'The official figure, 0 to 100: completed / institutions. Those who are missing count as not completed, so it is also the lower bound. Null when no institution is counted.',
  })
  percent!: number | null;

  @Field(() => Float, {
    nullable: true,
    description: 'completed / reported, 0 to 100; null when nobody reported.',
  })
  percentOfReported!: number | null;

  @Field(() => Float, {
    nullable: true,
    description:
      'How high the figure could be if all that are in review or missing had completed, 0 to 100; null when no institution is counted.',
  })
  upperPercent!: number | null;

  @Field(() => Float, {
    nullable: true,
    description: 'reported / institutions, 0 to 100; null when no institution is counted.',
  })
  coveragePercent!: number | null;

  @Field(() => [TargetStandingType], {
    description:
      'The targets that hold for the unit, the group and the pillar, those due first first.',
  })
  targets!: TargetStandingType[];
}
