import { GraphQLLocalDate } from 'graphql-scalars';
import { Field, Float, Int, ObjectType, registerEnumType } from 'type-graphql';
import { Node } from '../graphql/node.js';
import { AnswerKind, Pillar, PillarStage } from '../vocabulary/framework.enums.js';
import { InstitutionKind } from '../vocabulary/institution.enums.js';
import { SourceStatus } from '../vocabulary/source-status.js';
import type { CriterionRow, FrameworkRow } from './framework.queries.js';

registerEnumType(Pillar, {
  name: 'Pillar',
  description: 'Trụ cột: one of the four areas that an institution completes.',
  valuesConfig: {
    DIGITAL_GOVERNANCE: { description: 'Mô hình quản trị số: the digital governance model.' },
    DIGITAL_OPERATIONS: { description: 'Hoạt động số: digital operations.' },
    STANDARDIZED_DATA: { description: 'Chuẩn hoá dữ liệu số: standardised digital data.' },
    OPEN_LEARNING_RESOURCES: {
      description: 'Kho học liệu số mở: the open repository of learning resources.',
    },
  },
});

registerEnumType(PillarStage, {
  name: 'PillarStage',
  description: 'Mức độ: the stage that an institution has reached in a pillar.',
  valuesConfig: {
    NOT_STARTED: {
      description:
        'The institution answered and earned no point: a real zero, not a missing answer.',
    },
    IN_PROGRESS: { description: 'The institution earned points, but the pillar is not completed.' },
    COMPLETED: {
      description:
        'Every required criterion is met, and the points reach the threshold of the framework, a percentage of the maximum that applies to the institution.',
    },
  },
});

registerEnumType(AnswerKind, {
  name: 'AnswerKind',
  description: 'The form of an answer to a criterion.',
  valuesConfig: {
    YES_NO: { description: 'Yes or no. Yes earns all points, no earns none.' },
    LEVEL: {
      description: 'A whole level from 0 to `levels`. The points are in proportion to the level.',
    },
    SHARE: {
      description: 'A counted part of a counted total. The points are in proportion to the share.',
    },
  },
});

@ObjectType('Criterion', { description: 'Tiêu chí: one question of a framework.' })
export class CriterionType implements Pick<
  CriterionRow,
  | 'code'
  | 'pillar'
  | 'answerKind'
  | 'levels'
  | 'maxPoints'
  | 'required'
  | 'minimum'
  | 'evidenceRequired'
  | 'kinds'
> {
  @Field(() => String, { description: 'The number of the criterion, unique in the framework.' })
  code!: string;

  @Field(() => Pillar, { description: 'The pillar to which the points count.' })
  pillar!: Pillar;

  @Field(() => AnswerKind, { description: 'The form of the answer.' })
  answerKind!: AnswerKind;

  @Field(() => Int, {
    nullable: true,
    description: 'The highest level; null unless the answer is a level.',
  })
  levels!: number | null;

  @Field(() => Float, { description: 'The points of a full answer.' })
  maxPoints!: number;

  @Field(() => Boolean, {
    description: 'Whether a pillar can be completed only if this criterion is met.',
  })
  required!: boolean;

  @Field(() => Float, {
    description:
      'The least answer that meets the criterion where it is required: 1 for yes, a level, or a percentage of the total.',
  })
  minimum!: number;

  @Field(() => Boolean, { description: 'Whether an answer above zero needs evidence.' })
  evidenceRequired!: boolean;

  @Field(() => [InstitutionKind], {
    description: 'The kinds of institution that answer this criterion.',
  })
  kinds!: InstitutionKind[];
}

@ObjectType('Framework', {
  implements: Node,
  description:
    'Bộ tiêu chí: a dated version of the criteria, their points and the rule that completes a pillar.',
})
export class FrameworkType
  extends Node
  implements
    Pick<
      FrameworkRow,
      'code' | 'version' | 'validFrom' | 'validTo' | 'thresholdPercent' | 'source' | 'sourceStatus'
    >
{
  @Field(() => String, { description: 'The code, the same in all versions of the framework.' })
  code!: string;

  @Field(() => Int, { description: 'The number of the version, from 1.' })
  version!: number;

  @Field(() => GraphQLLocalDate, {
    description: 'The first day on which this version is in force.',
  })
  validFrom!: string;

  @Field(() => GraphQLLocalDate, {
    nullable: true,
    description: 'The last day on which this version is in force; null while there is no end.',
  })
  validTo!: string | null;

  @Field(() => Int, {
    description: 'The percentage of the applicable maximum points that completes a pillar.',
  })
  thresholdPercent!: number;

  @Field(() => String, { description: 'The source of the criteria.' })
  source!: string;

  @Field(() => SourceStatus, { description: 'How certain the source is.' })
  sourceStatus!: SourceStatus;
}
