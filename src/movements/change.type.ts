import { GraphQLDateTime, GraphQLLocalDate } from 'graphql-scalars';
import { Field, Float, Int, ObjectType, registerEnumType } from 'type-graphql';
import { connectionType } from '../graphql/connection.js';
import { InstitutionType } from '../institutions/institution.type.js';
import { AdministrativeUnitType } from '../units/unit.type.js';
import { PillarStage } from '../vocabulary/framework.enums.js';
import { InstitutionGroup, InstitutionKind } from '../vocabulary/institution.enums.js';
import { BoundaryBasis } from '../vocabulary/unit.enums.js';
import { ProgressChangeReason } from './movement.enums.js';
import type { ChangeCounts } from './reason.js';

registerEnumType(ProgressChangeReason, {
  name: 'ProgressChangeReason',
  description:
    'Why the counts of an institution differ between two dates. Each institution has one reason in a line. Where several hold, it is the first in this order: OPENED, CLOSED, MOVED_IN, MOVED_OUT and BORDERS_CHANGED, KIND_CHANGED, CRITERIA_CHANGED, then what it reported. So the parts of all reasons add up to the difference of the line, in each counter.',
  valuesConfig: {
    OPENED: {
      description:
        'It was operating on the second date only: it opened in between or, between two moments of knowledge, was recorded only later.',
    },
    CLOSED: {
      description:
        'It was operating on the first date only: it closed in between or, between two moments of knowledge, was recorded as closed or as never there.',
    },
    MOVED_IN: {
      description:
        'It was in the unit on the second date only and came there by itself, or its place was corrected.',
    },
    MOVED_OUT: {
      description:
        'It was in the unit on the first date only and left by itself, or its place was corrected.',
    },
    BORDERS_CHANGED: {
      description:
        'It was in the unit on one of the dates only, without a move of its own: its commune came to another unit, or what is known of successions changed. Those who came and those who left are one part.',
    },
    KIND_CHANGED: {
      description:
        'It changed to a kind of another group, or to one to which the indicator or a part of it applies otherwise.',
    },
    CRITERIA_CHANGED: {
      description:
        'Other criteria were in force: to its kind, the indicator or a part of it applies on one of the dates only, and its counts would be others without that.',
    },
    CORRECTED: {
      description:
        'No later report: what counts of the same update was corrected, or the approval that counted was taken back, so that it completed, fell back or is no longer reported.',
    },
    NEWLY_COMPLETED: {
      description:
        'A later report, or its first, made it completed. It may have been the first report as well.',
    },
    FELL_BACK: { description: 'It was completed, and by a later report is no longer.' },
    NEWLY_REPORTED: {
      description: 'It is reported and was not before, and it is not completed.',
    },
  },
});

@ObjectType('ProgressCounts', {
  description:
    'The figures of a line on one date, by the rules of ProgressLine. What is in review is no part of them.',
})
export class ProgressCountsType implements ChangeCounts {
  @Field(() => Int, { description: 'The denominator, as in ProgressLine.' })
  institutions!: number;

  @Field(() => Int, { description: 'The numerator, as in ProgressLine.' })
  completed!: number;

  @Field(() => Int, { description: 'The reported institutions, as in ProgressLine.' })
  reported!: number;

  @Field(() => Int, { description: 'The institutions outside the denominator.' })
  notApplicable!: number;

  @Field(() => Float, {
    nullable: true,
    description:
      'completed / institutions, 0 to 100, as in ProgressLine; null when no institution is counted.',
  })
  percent!: number | null;

  @Field(() => Float, {
    nullable: true,
    description: 'reported / institutions, 0 to 100; null when no institution is counted.',
  })
  coveragePercent!: number | null;
}

@ObjectType('ProgressCountsDifference', {
  description: 'The counts after minus those before: negative for what became less.',
})
export class ProgressCountsDifferenceType implements ChangeCounts {
  @Field(() => Int, { description: 'Of the denominator.' })
  institutions!: number;

  @Field(() => Int, { description: 'Of the numerator.' })
  completed!: number;

  @Field(() => Int, { description: 'Of the reported institutions.' })
  reported!: number;

  @Field(() => Int, { description: 'Of those outside the denominator.' })
  notApplicable!: number;
}

@ObjectType('InstitutionThen', {
  description: 'An institution in the indicator of a line, as it was on one of the dates.',
})
export class InstitutionThenType {
  @Field(() => Boolean, {
    description:
      'Whether it was in the unit and of the group of the line: only then is it in the figures of the date.',
  })
  counted!: boolean;

  @Field(() => InstitutionKind, {
    nullable: true,
    description: 'The kind; null when it was not operating.',
  })
  kind!: InstitutionKind | null;

  @Field(() => Boolean, {
    description: 'Whether the indicator applied to it; false when it was not operating.',
  })
  applies!: boolean;

  @Field(() => PillarStage, {
    nullable: true,
    description:
      'The stage by what was approved; null when the indicator did not apply or was not reported. An indicator that is made of others is COMPLETED when every part that applies is, and NOT_STARTED when none was begun.',
  })
  stage!: PillarStage | null;

  @Field(() => Float, {
    nullable: true,
    description:
      'The points earned; null without a stage, and for an indicator that is made of others, whose parts have no common measure.',
  })
  points!: number | null;

  @Field(() => Float, {
    nullable: true,
    description: 'The maximum of points; null without points.',
  })
  maxPoints!: number | null;
}

@ObjectType('ChangedInstitution', {
  description: 'An institution whose counts differ, as it was on both dates.',
})
export class ChangedInstitutionType {
  @Field(() => InstitutionType, {
    description:
      'The institution, with the attributes of the second date; for one that had closed, of its last day.',
  })
  institution!: InstitutionType;
}

export const ChangedInstitutionConnection = connectionType(
  () => ChangedInstitutionType,
  'ChangedInstitution',
);

@ObjectType('ProgressChangePart', {
  description: 'The institutions whose counts differ for one reason.',
})
export class ProgressChangePartType {
  @Field(() => ProgressChangeReason, { description: 'The reason.' })
  reason!: ProgressChangeReason;

  @Field(() => Int, { description: 'The number of institutions whose counts differ for it.' })
  count!: number;

  @Field(() => ProgressCountsDifferenceType, {
    description: 'What these institutions add to the difference of the line.',
  })
  difference!: ProgressCountsDifferenceType;
}

@ObjectType('ProgressChangeLine', {
  description: 'The change of one group in one indicator, explained.',
})
export class ProgressChangeLineType {
  @Field(() => InstitutionGroup, { description: 'The group of institutions.' })
  group!: InstitutionGroup;
}

@ObjectType('ProgressChange', {
  description:
    'What changed in the progress of a unit between two dates, or in what was known of it between two moments, and why.',
})
export class ProgressChangeType {
  @Field(() => AdministrativeUnitType, {
    nullable: true,
    description: 'The unit; null for the whole country.',
  })
  unit!: AdministrativeUnitType | null;

  @Field(() => GraphQLLocalDate, { description: 'The first date.' })
  from!: string;

  @Field(() => GraphQLLocalDate, { description: 'The second date.' })
  to!: string;

  @Field(() => GraphQLDateTime, {
    description:
      'The moment up to which things count that were recorded, for the first date: the requested moment, or that of the last publication when none or a later one was requested.',
  })
  knownFrom!: Date;

  @Field(() => GraphQLDateTime, { description: 'The same for the second date.' })
  knownTo!: Date;

  @Field(() => BoundaryBasis, { description: 'The borders by which the figures are counted.' })
  basis!: BoundaryBasis;

  @Field(() => [ProgressChangeLineType], {
    description:
      'One line per group and pillar, and one per group for all four together; or those of the pillars and indicators that were asked for.',
  })
  lines!: ProgressChangeLineType[];
}
