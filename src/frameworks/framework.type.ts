import { GraphQLLocalDate } from 'graphql-scalars';
import { Field, Float, Int, ObjectType, registerEnumType } from 'type-graphql';
import { Node } from '../graphql/node.js';
import { AnswerKind, Pillar, PillarStage } from '../vocabulary/framework.enums.js';
import { InstitutionKind } from '../vocabulary/institution.enums.js';
import { SourceStatus } from '../vocabulary/source-status.js';
import type { CriterionRow, FrameworkRow } from './framework.queries.js';

registerEnumType(Pillar, {
  name: 'Pillar',
  description: 'Trụ cột: the four things an institution completes.',
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
  description: 'Mức độ: how far an institution is in a pillar.',
  valuesConfig: {
    NOT_STARTED: { description: 'It answered, and no point was earned: a zero, not a gap.' },
    IN_PROGRESS: { description: 'At least one point was earned.' },
    COMPLETED: {
      description:
        'Every required criterion is met and the points reach the framework’s threshold of the applicable maximum.',
    },
  },
});

registerEnumType(AnswerKind, {
  name: 'AnswerKind',
  description: 'How a criterion is answered.',
  valuesConfig: {
    YES_NO: { description: 'Yes earns all points, no none.' },
    LEVEL: { description: 'A whole level from 0 to `levels`; points in proportion.' },
    SHARE: { description: 'A counted part of a counted total; points in proportion.' },
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
  @Field(() => String, { description: 'Its number, unique in the framework.' })
  code!: string;

  @Field(() => Pillar, { description: 'The pillar that its points count for.' })
  pillar!: Pillar;

  @Field(() => AnswerKind, { description: 'How it is answered.' })
  answerKind!: AnswerKind;

  @Field(() => Int, {
    nullable: true,
    description: 'The highest level; null unless it is answered by a level.',
  })
  levels!: number | null;

  @Field(() => Float, { description: 'The points of a full answer.' })
  maxPoints!: number;

  @Field(() => Boolean, { description: 'Whether the pillar cannot be completed without it.' })
  required!: boolean;

  @Field(() => Float, {
    description:
      'What the answer must reach where it is required: 1 for yes, a level, or a percentage of the total.',
  })
  minimum!: number;

  @Field(() => Boolean, { description: 'Whether an answer above zero needs evidence.' })
  evidenceRequired!: boolean;

  @Field(() => [InstitutionKind], { description: 'The kinds of institution that are asked it.' })
  kinds!: InstitutionKind[];
}

@ObjectType('Framework', {
  implements: Node,
  description:
    'Bộ tiêu chí: a dated version of the questions, their points, and the rule that completes a pillar.',
})
export class FrameworkType
  extends Node
  implements
    Pick<
      FrameworkRow,
      'code' | 'version' | 'validFrom' | 'validTo' | 'thresholdPercent' | 'source' | 'sourceStatus'
    >
{
  @Field(() => String, { description: 'Its code, the same in all versions.' })
  code!: string;

  @Field(() => Int, { description: 'The version, from 1 up.' })
  version!: number;

  @Field(() => GraphQLLocalDate, { description: 'The first day it is in force.' })
  validFrom!: string;

  @Field(() => GraphQLLocalDate, {
    nullable: true,
    description: 'The last day; null while in force.',
  })
  validTo!: string | null;

  @Field(() => Int, {
    description: 'The percentage of the applicable maximum that completes a pillar.',
  })
  thresholdPercent!: number;

  @Field(() => String, { description: 'Where the questions come from.' })
  source!: string;

  @Field(() => SourceStatus, { description: 'How sure that source is.' })
  sourceStatus!: SourceStatus;
}
