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
  description: 'On whose borders figures are given.',
  valuesConfig: {
    AS_REPORTED: {
      description: 'The unit in its own span; a date outside it is the error OUTSIDE_UNIT_SPAN.',
    },
    CURRENT_UNITS: {
      description:
        'The unit and all predecessors it took WHOLE, so that earlier dates are restated on its borders. Parts cannot be restated; they give the warning PART_SUCCESSION.',
    },
  },
});

registerEnumType(ProgressWarningCode, {
  name: 'ProgressWarningCode',
  description: 'What to keep in mind when reading a report.',
  valuesConfig: {
    HYPOTHETICAL: {
      description:
        'The report takes something for given that was not recorded. `institutions` counts those concerned.',
    },
    PART_SUCCESSION: {
      description:
        'Some predecessors came in part only; their earlier figures are missing. `units` names them.',
    },
    UNSETTLED_LOCATION: {
      description:
        'Some institutions are or may be here, but nobody has said in which commune. `institutions` counts them.',
    },
    FRAMEWORK_CHANGED: {
      description:
        'Some counted updates answer another framework than the one in force on the date.',
    },
    LOW_COVERAGE: {
      description: `Fewer than ${LOW_COVERAGE_PERCENT}% of a group’s institutions have reported. \`institutions\` counts the others.`,
    },
    ILLUSTRATIVE_TARGET: { description: 'Some targets are made up for demonstration.' },
    UNCONFIRMED_TARGET: {
      description: 'Some targets have not been confirmed against an official text.',
    },
    ILLUSTRATIVE_DATA: {
      description: 'Some institutions or updates are made up for demonstration.',
    },
  },
});

registerEnumType(Observation, {
  name: 'Observation',
  description: 'Why there is a stage, or why there is none.',
  valuesConfig: {
    REPORTED: { description: 'An approved update says the stage.' },
    IN_REVIEW: {
      description:
        'Nothing is approved; an update was handed in and is undecided, or was returned and the viewer may not see into it. Counted in `inReview`.',
    },
    RETURNED: {
      description:
        'Nothing is approved; the update was sent back for more. Counted in `inReview`. Only for who may see into it.',
    },
    NOT_REPORTED: {
      description:
        'A round was due and nothing was handed in: missing, which is not zero. Counted in `notReported`.',
    },
    NOT_YET_DUE: {
      description:
        'No round has been due yet since the institution opened. Counted in `notReported`.',
    },
    NOT_APPLICABLE: {
      description:
        'The pillar does not apply to this kind of institution, or it was not operating on the date. Outside the denominator.',
    },
  },
});

@ObjectType('ProgressWarning', {
  description: 'Something to keep in mind when reading the report.',
})
export class ProgressWarningType implements Omit<ProgressWarningRow, 'text' | 'units'> {
  @Field(() => ProgressWarningCode, { description: 'What it is about.' })
  code!: ProgressWarningCode;

  @Field(() => InstitutionGroup, {
    nullable: true,
    description: 'The group concerned; null means the whole report.',
  })
  group!: InstitutionGroup | null;

  @Field(() => [AdministrativeUnitType], {
    description: 'The units concerned, if the warning is about units.',
  })
  units!: AdministrativeUnitType[];

  @Field(() => Int, {
    nullable: true,
    description:
      'How many institutions are concerned; null when the warning is not about a number of them.',
  })
  institutions!: number | null;
}

@ObjectType('StandingMethod', {
  description: 'How standing is found; another rule is another version.',
})
export class StandingMethodType {
  @Field(() => String, { description: 'The name of the method.' })
  id!: string;

  @Field(() => Int, { description: 'Its version.' })
  version!: number;
}

@ObjectType('ProgressReport', {
  description: 'Tiến độ: where a unit stood on a date, by what was known at a moment.',
})
export class ProgressReportType implements Omit<
  ProgressReportRow,
  'assumptions' | 'lines' | 'warnings'
> {
  @Field(() => GraphQLLocalDate, { description: 'The date the figures are for.' })
  asOf!: string;

  @Field(() => GraphQLDateTime, {
    description:
      'The moment up to which approvals are counted: the one asked for, or that of the last publication when none or a later one was asked for.',
  })
  knownAt!: Date;

  @Field(() => BoundaryBasis, { description: 'On whose borders.' })
  basis!: BoundaryBasis;

  @Field(() => Boolean, {
    description:
      'Whether anything is taken for given that was not recorded: such figures are never stored.',
  })
  hypothetical!: boolean;

  @Field(() => [ProgressAssumptionType], {
    description: 'What is taken for given, in the order of `assume`; empty in a real report.',
  })
  assumptions!: ProgressAssumptionType[];

  @Field(() => [ProgressLineType], {
    description:
      'One line per group and pillar, and one per group with pillar null: all four together.',
  })
  lines!: ProgressLineType[];

  @Field(() => [ProgressWarningType], { description: 'What to keep in mind.' })
  warnings!: ProgressWarningType[];
}

@ObjectType('PillarStatus', { description: 'How far one institution was in one pillar on a date.' })
export class PillarStatusType {
  @Field(() => Pillar, { description: 'The pillar.' })
  pillar!: Pillar;

  @Field(() => Observation, { description: 'Why there is a stage, or why there is none.' })
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
    description: 'The points that could be earned; null unless the observation is REPORTED.',
  })
  maxPoints!: number | null;

  @Field(() => GraphQLLocalDate, {
    nullable: true,
    description: 'The reference date of the round it was reported in; null unless REPORTED.',
  })
  asOf!: string | null;

  @Field(() => Int, {
    nullable: true,
    description: 'The revision of the update that counts; null unless REPORTED.',
  })
  revision!: number | null;
}
