import { Field, Float, Int, ObjectType, registerEnumType } from 'type-graphql';
import { TargetType } from '../plans/plan.type.js';
import { Pillar } from '../vocabulary/framework.enums.js';
import { InstitutionGroup } from '../vocabulary/institution.enums.js';
import type { ProgressLineRow, TargetStandingRow } from './progress-line.js';
import { Standing } from './standing.js';

registerEnumType(Standing, {
  name: 'Standing',
  description:
    'The standing of a count against a target, by its pace. The pace is linear: percentage points per year since the first round that was answered. The required pace leads from there to the target in time. A round is answered when at least one institution of the line has an approval of it. The cases are checked in this order: ACHIEVED, NO_DATA, MISSED, NO_TREND, REVERSING, then by pace / required pace.',
  valuesConfig: {
    ACHIEVED: { description: 'The percentage has reached the target.' },
    ON_TRACK: { description: 'Pace / required pace is at least 0.95.' },
    MODERATE: { description: 'Pace / required pace is at least 0.60.' },
    LIMITED: { description: 'Pace / required pace is at least 0.' },
    REVERSING: { description: 'The pace is negative.' },
    NO_TREND: {
      description: 'Fewer than two rounds were answered, so that there is no pace.',
    },
    NO_DATA: {
      description:
        'No institution is counted, or none has reported, so that nothing can be judged. This holds after the due date as well.',
    },
    MISSED: {
      description: 'The due date has passed, and by what was reported the target was not reached.',
    },
  },
});

@ObjectType('TargetStanding', { description: 'The standing of a count against one target.' })
export class TargetStandingType implements Omit<TargetStandingRow, 'target'> {
  @Field(() => TargetType, {
    description:
      'The target, as it was known at the moment of the report. One of a former version of its plan has an id of its own.',
  })
  target!: TargetType;

  @Field(() => Float, {
    nullable: true,
    description:
      'The target minus the percentage, in percentage points; positive until the target is reached. Null with NO_DATA: 0 percent would then stand for what is missing.',
  })
  gapPoints!: number | null;

  @Field(() => Int, {
    description:
      'The number of institutions that still have to complete for the target to be reached, as far as is reported; 0 when it is reached, and when no institution is counted.',
  })
  institutionsToGo!: number;

  @Field(() => Float, {
    nullable: true,
    description:
      'The pace in percentage points per year, from the first round that was answered to the requested date. Null until a second round is answered, and with NO_DATA.',
  })
  pacePerYear!: number | null;

  @Field(() => Float, {
    nullable: true,
    description:
      'The pace in percentage points per year that leads from the first round that was answered to the target in time. Null without a pace, and when the target was due before that round.',
  })
  requiredPacePerYear!: number | null;

  @Field(() => Float, {
    nullable: true,
    description:
      'The percentage that the straight line from the first round that was answered to the target has on the requested date. Null without a pace.',
  })
  expectedPercent!: number | null;

  @Field(() => Standing, {
    description:
      'The standing by the pace. NO_DATA and NO_TREND are no bad standings: they say that nothing can be judged.',
  })
  standing!: Standing;
}

@ObjectType('ProgressLine', {
  description:
    'The figures of one group in one indicator: a pillar, all four pillars together, or another one that was asked for.',
})
export class ProgressLineType implements Omit<ProgressLineRow, 'targets' | 'inputs' | 'indicator'> {
  @Field(() => InstitutionGroup, { description: 'The group of institutions.' })
  group!: InstitutionGroup;

  @Field(() => Pillar, {
    nullable: true,
    description:
      'The pillar; null means all four together, or another indicator that was asked for: `indicator` says which. An institution counts as completed in all four when it has completed all pillars that apply to it.',
  })
  pillar!: Pillar | null;

  @Field(() => Int, {
    description:
      'The denominator: institutions of the group that were operating in the unit on the date and to which the indicator applies.',
  })
  institutions!: number;

  @Field(() => Int, {
    description:
      'The numerator: institutions that are COMPLETED in the latest update approved for the date that says something of the indicator; of one that is made of others, in all parts that apply, each by its own update.',
  })
  completed!: number;

  @Field(() => Int, {
    description:
      'Institutions with an approved update for the date that says something of the indicator; of one that is made of others, of every part that applies. reported, inReview and notReported add up to institutions.',
  })
  reported!: number;

  @Field(() => Int, {
    description:
      'Institutions that are not reported and have an update that says something of what is missing and is submitted or was returned.',
  })
  inReview!: number;

  @Field(() => Int, {
    description:
      'Institutions that have submitted nothing: their value is missing, which is not the same as zero.',
  })
  notReported!: number;

  @Field(() => Int, {
    description:
      'The reported institutions whose update that counts is from a round before the newest round due whose frameworks decide the same; of an indicator that is made of others, the oldest of the updates.',
  })
  carriedForward!: number;

  @Field(() => Int, {
    description:
      'Institutions of the group to which the indicator does not apply. They are outside the denominator.',
  })
  notApplicable!: number;

  @Field(() => Float, {
    nullable: true,
    description:
      'The official figure, 0 to 100: completed / institutions. Institutions that are missing count as not completed, so that this is also the lower bound. Null when no institution is counted.',
  })
  percent!: number | null;

  @Field(() => Float, {
    nullable: true,
    description: 'completed / reported, 0 to 100; null when no institution has reported.',
  })
  percentOfReported!: number | null;

  @Field(() => Float, {
    nullable: true,
    description:
      'The upper bound, 0 to 100: the percentage if all institutions in review or missing had completed. Null when no institution is counted.',
  })
  upperPercent!: number | null;

  @Field(() => Float, {
    nullable: true,
    description: 'reported / institutions, 0 to 100; null when no institution is counted.',
  })
  coveragePercent!: number | null;

  @Field(() => [TargetStandingType], {
    description:
      'The targets for the unit, the group and the indicator that were known at the moment of the report, sorted by due date with the earliest first.',
  })
  targets!: TargetStandingType[];
}
