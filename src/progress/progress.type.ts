import { GraphQLDateTime, GraphQLLocalDate } from 'graphql-scalars';
import { Field, Float, Int, ObjectType, registerEnumType } from 'type-graphql';
import { Pillar, PillarStage } from '../vocabulary/framework.enums.js';
import { InstitutionGroup } from '../vocabulary/institution.enums.js';
import { AdministrativeUnitType } from '../units/unit.type.js';
import { ProgressAssumptionType } from './assume.type.js';
import { Observation, ProgressWarningCode } from './progress.enums.js';
import { BoundaryBasis } from '../vocabulary/unit.enums.js';
import { ProgressLineType } from './progress-line.type.js';
import type { ProgressReportRow } from './report.js';
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
        'Some institutions of a group belong to the unit, or may do so, but their commune is not known. `institutions` counts them.',
    },
    FRAMEWORK_CHANGED: {
      description:
        'Some updates that count answer another framework than those in force on the date that decide the indicators of the lines.',
    },
    PILLARS_UNDECIDED: {
      description:
        'The frameworks in force on the date decide some pillars for a group, and others, which count in the lines, for no kind of it.',
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
        'The pillar or indicator does not apply to this kind of institution, or the institution was not operating on the date. It is outside the denominator.',
    },
  },
});

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
  description:
    'The method by which the standing is found. A changed rule gets a new version. Since version 2 of `linear-pace`, only rounds that were answered are points of the trend, and nothing is judged where no institution is counted or none has reported. In version 1, every round after the first report was a point, and a target that was due was MISSED also without institutions or reports.',
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
      'One line per group and pillar, and one per group with pillar null for all four together; or those of the pillars and indicators that were asked for.',
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
