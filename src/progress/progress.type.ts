import { GraphQLDateTime, GraphQLLocalDate } from 'graphql-scalars';
import { Field, Float, Int, ObjectType, registerEnumType } from 'type-graphql';
import { Pillar, PillarStage } from '../frameworks/framework.enums.js';
import { InstitutionGroup } from '../institutions/institution.enums.js';
import { TargetType } from '../plans/plan.type.js';
import { AdministrativeUnitType } from '../units/unit.type.js';
import { ProgressAssumptionType } from './assume.type.js';
import { BoundaryBasis, Observation, ProgressWarningCode } from './progress.enums.js';
import type { ProgressLineRow, TargetStandingRow } from './progress-line.js';
import type { ProgressReportRow } from './report.js';
import { Standing } from './standing.js';
import { LOW_COVERAGE_PERCENT, type ProgressWarningRow } from './warnings.js';

registerEnumType(BoundaryBasis, {
  name: 'BoundaryBasis',
  description: 'The borders by which figures are counted.',
  valuesConfig: {
    AS_REPORTED: {
      description:
        'The unit in its own period. A date outside it gives the error OUTSIDE_UNIT_SPAN.',
    },
    CURRENT_UNITS: {
      description:
        'The unit with all predecessors that it took over WHOLE, so that figures of earlier dates are restated on its borders. Predecessors taken over in part cannot be restated; they give the warning PART_SUCCESSION.',
    },
  },
});

registerEnumType(Standing, {
  name: 'Standing',
  description:
    'The standing of a count against a target, by its pace. The pace is linear: percentage points per year since the first date with reports. The required pace leads from there to the target in time. The cases are checked in this order: ACHIEVED, MISSED, NO_DATA, NO_TREND, REVERSING, then by pace / required pace.',
  valuesConfig: {
    ACHIEVED: { description: 'The percentage has reached the target.' },
    ON_TRACK: { description: 'Pace / required pace is at least 0.95.' },
    MODERATE: { description: 'Pace / required pace is at least 0.60.' },
    LIMITED: { description: 'Pace / required pace is at least 0.' },
    REVERSING: { description: 'The pace is negative.' },
    NO_TREND: {
      description: 'Fewer than two rounds have reports, so that there is no pace.',
    },
    NO_DATA: { description: 'There are no reports.' },
    MISSED: { description: 'The due date has passed, and the target was not reached.' },
  },
});

registerEnumType(ProgressWarningCode, {
  name: 'ProgressWarningCode',
  description: 'The subject of a warning about a report.',
  valuesConfig: {
    HYPOTHETICAL: {
      description:
        'The report contains assumptions that were not recorded. `institutions` counts the institutions concerned.',
    },
    PART_SUCCESSION: {
      description:
        'Some predecessors were taken over only in part; their earlier figures are missing. `units` lists them.',
    },
    UNSETTLED_LOCATION: {
      description:
        'Some institutions belong to the unit, or may do so, but their commune is not known. `institutions` counts them.',
    },
    FRAMEWORK_CHANGED: {
      description:
        'Some updates that count answer another framework than the one in force on the date.',
    },
    LOW_COVERAGE: {
      description: `Fewer than ${LOW_COVERAGE_PERCENT}% of the institutions of a group have reported. \`institutions\` counts those that have not.`,
    },
    ILLUSTRATIVE_TARGET: { description: 'Some targets were made up for demonstration.' },
    UNCONFIRMED_TARGET: {
      description: 'Some targets have not been confirmed against an official text.',
    },
    ILLUSTRATIVE_DATA: {
      description: 'Some institutions or updates were made up for demonstration.',
    },
  },
});

registerEnumType(Observation, {
  name: 'Observation',
  description: 'The reason why there is a stage, or why there is none.',
  valuesConfig: {
    REPORTED: { description: 'An approved update reports the stage.' },
    IN_REVIEW: {
      description:
        'No update is approved. One was submitted and is not decided on, or was returned to the institution and the viewer may not inspect it. Counted in `inReview`.',
    },
    RETURNED: {
      description:
        'No update is approved, and one was returned to the institution. Counted in `inReview`. Given only to viewers who may inspect the update.',
    },
    NOT_REPORTED: {
      description:
        'A round was due, and nothing was submitted: the value is missing, which is not the same as zero. Counted in `notReported`.',
    },
    NOT_YET_DUE: {
      description: 'No round has been due since the institution opened. Counted in `notReported`.',
    },
    NOT_APPLICABLE: {
      description:
        'The pillar does not apply to this kind of institution, or the institution was not operating on the date. It is outside the denominator.',
    },
  },
});

@ObjectType('TargetStanding', { description: 'The standing of a count against one target.' })
export class TargetStandingType implements Omit<TargetStandingRow, 'target'> {
  @Field(() => TargetType, { description: 'The target.' })
  target!: TargetType;

  @Field(() => Float, {
    nullable: true,
    description:
      'The target minus the percentage, in percentage points; positive until the target is reached. Null when no institution is counted.',
  })
  gapPoints!: number | null;

  @Field(() => Int, {
    description:
      'The number of institutions that still have to complete for the target to be reached; 0 when it is reached.',
  })
  institutionsToGo!: number;

  @Field(() => Float, {
    nullable: true,
    description:
      'The pace in percentage points per year, from the first date with reports to the requested date. Null without two rounds with reports.',
  })
  pacePerYear!: number | null;

  @Field(() => Float, {
    nullable: true,
    description:
      'The pace in percentage points per year that leads from the first date with reports to the target in time. Null without a trend.',
  })
  requiredPacePerYear!: number | null;

  @Field(() => Float, {
    nullable: true,
    description:
      'The percentage that the straight line from the first date with reports to the target has on the requested date. Null without a trend.',
  })
  expectedPercent!: number | null;

  @Field(() => Standing, { description: 'The standing by the pace.' })
  standing!: Standing;
}

@ObjectType('ProgressLine', {
  description: 'The figures of one group in one pillar, or in all four pillars together.',
})
export class ProgressLineType implements Omit<ProgressLineRow, 'targets' | 'inputs'> {
  @Field(() => InstitutionGroup, { description: 'The group of institutions.' })
  group!: InstitutionGroup;

  @Field(() => Pillar, {
    nullable: true,
    description:
      'The pillar; null means all four together. An institution then counts as completed when it has completed all pillars that apply to it.',
  })
  pillar!: Pillar | null;

  @Field(() => Int, {
    description:
      'The denominator: institutions of the group that were operating in the unit on the date and to which the pillar applies.',
  })
  institutions!: number;

  @Field(() => Int, {
    description:
      'The numerator: institutions that are COMPLETED in the latest update approved for the date.',
  })
  completed!: number;

  @Field(() => Int, {
    description:
      'Institutions with an approved update for the date. reported, inReview and notReported add up to institutions.',
  })
  reported!: number;

  @Field(() => Int, {
    description:
      'Institutions without an approved update whose update is submitted or was returned.',
  })
  inReview!: number;

  @Field(() => Int, {
    description:
      'Institutions that have submitted nothing: their value is missing, which is not the same as zero.',
  })
  notReported!: number;

  @Field(() => Int, {
    description:
      'The reported institutions whose latest approved update is from a round before the newest round due.',
  })
  carriedForward!: number;

  @Field(() => Int, {
    description:
      'Institutions of the group to which the pillar does not apply. They are outside the denominator.',
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
      'The targets for the unit, the group and the pillar, sorted by due date with the earliest first.',
  })
  targets!: TargetStandingType[];
}

@ObjectType('ProgressWarning', {
  description: 'A warning to consider when reading the report.',
})
export class ProgressWarningType implements Omit<ProgressWarningRow, 'text' | 'units'> {
  @Field(() => ProgressWarningCode, { description: 'The subject of the warning.' })
  code!: ProgressWarningCode;

  @Field(() => InstitutionGroup, {
    nullable: true,
    description: 'The group concerned; null means the whole report.',
  })
  group!: InstitutionGroup | null;

  @Field(() => [AdministrativeUnitType], {
    description: 'The units concerned, if the warning is about units; otherwise empty.',
  })
  units!: AdministrativeUnitType[];

  @Field(() => Int, {
    nullable: true,
    description:
      'The number of institutions concerned; null when the warning is not about a number of institutions.',
  })
  institutions!: number | null;
}

@ObjectType('StandingMethod', {
  description: 'The method by which the standing is found. A changed rule gets a new version.',
})
export class StandingMethodType {
  @Field(() => String, { description: 'The name of the method.' })
  id!: string;

  @Field(() => Int, { description: 'The version of the method.' })
  version!: number;
}

@ObjectType('ProgressReport', {
  description: 'Tiến độ: the progress of a unit on a date, by what was known at a moment.',
})
export class ProgressReportType implements Omit<
  ProgressReportRow,
  'assumptions' | 'lines' | 'warnings'
> {
  @Field(() => GraphQLLocalDate, { description: 'The date of the figures.' })
  asOf!: string;

  @Field(() => GraphQLDateTime, {
    description:
      'The moment up to which approvals are counted: the requested moment, or that of the last publication when none or a later one was requested.',
  })
  knownAt!: Date;

  @Field(() => BoundaryBasis, { description: 'The borders by which the figures are counted.' })
  basis!: BoundaryBasis;

  @Field(() => Boolean, {
    description:
      'Whether the report contains assumptions that were not recorded. Such figures are never stored.',
  })
  hypothetical!: boolean;

  @Field(() => [ProgressAssumptionType], {
    description: 'The assumptions, in the order of `assume`; empty in a real report.',
  })
  assumptions!: ProgressAssumptionType[];

  @Field(() => [ProgressLineType], {
    description:
      'One line per group and pillar, and one per group with pillar null for all four together.',
  })
  lines!: ProgressLineType[];

  @Field(() => [ProgressWarningType], {
    description: 'Warnings to consider when reading the report.',
  })
  warnings!: ProgressWarningType[];
}

@ObjectType('PillarStatus', {
  description: 'The status of one institution in one pillar on a date.',
})
export class PillarStatusType {
  @Field(() => Pillar, { description: 'The pillar.' })
  pillar!: Pillar;

  @Field(() => Observation, {
    description: 'The reason why there is a stage, or why there is none.',
  })
  observation!: Observation;

  @Field(() => PillarStage, {
    nullable: true,
    description: 'The stage; null unless the observation is REPORTED.',
  })
  stage!: PillarStage | null;

  @Field(() => Float, {
    nullable: true,
    description: 'The points earned; null unless the observation is REPORTED.',
  })
  points!: number | null;

  @Field(() => Float, {
    nullable: true,
    description: 'The maximum of points; null unless the observation is REPORTED.',
  })
  maxPoints!: number | null;

  @Field(() => GraphQLLocalDate, {
    nullable: true,
    description:
      'The reference date of the round of the update that counts; null unless the observation is REPORTED.',
  })
  asOf!: string | null;

  @Field(() => Int, {
    nullable: true,
    description: 'The number of the revision that counts; null unless the observation is REPORTED.',
  })
  revision!: number | null;
}
