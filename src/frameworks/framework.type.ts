import { GraphQLLocalDate } from 'graphql-scalars';
import { Field, Float, Int, ObjectType, registerEnumType } from 'type-graphql';
import { Node } from '../graphql/node.js';
import { AnswerKind, Pillar, PillarStage } from '../vocabulary/framework.enums.js';
import { InstitutionKind } from '../vocabulary/institution.enums.js';
import { SourceStatus } from '../vocabulary/source-status.js';
import type { CriterionRow } from './criterion-row.js';
import type { FileQuestion, FileSection } from './framework-file.js';
import type { FrameworkRow } from './framework.queries.js';

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
        'What the framework requires of the pillar is met: of the four-pillar framework, every required criterion and a percentage of the points that apply to the institution.',
    },
  },
});

registerEnumType(AnswerKind, {
  name: 'AnswerKind',
  description: 'The form of an answer to a question.',
  valuesConfig: {
    YES_NO: { description: 'Yes or no. Yes earns all points, no earns none.' },
    LEVEL: { description: 'One of named levels, each with its share of the points.' },
    SHARE: {
      description:
        'A counted part of a counted total. The points are in proportion to the share, or by bands of it.',
    },
    COUNT: { description: 'A whole number with a unit. The points are by bands.' },
    CHOICE: {
      description: 'One of named options, each with its share of the points or with none.',
    },
    TEXT: { description: 'A text. It earns no points.' },
  },
});

@ObjectType({ description: 'A level or an option that answers a question.' })
export class AnswerOption {
  @Field(() => String, {
    description: 'What an answer names: the number of a level, or the code of an option.',
  })
  code!: string;

  @Field(() => String, { description: 'The name, in the language of the request.' })
  name!: string;

  @Field(() => Float, {
    nullable: true,
    description:
      'The share of the points that it earns, from 0 to 1; null for an option without points.',
  })
  share!: number | null;
}

@ObjectType('Question', {
  description:
    'Câu hỏi: a question of the bank. It is asked once in a round, whatever the number of frameworks that use it.',
})
export class QuestionType implements Pick<FileQuestion, 'code' | 'revision'> {
  @Field(() => String, { description: 'The code, the same in all revisions of the question.' })
  code!: string;

  @Field(() => Int, { description: 'The number of the wording, from 1.' })
  revision!: number;
}

@ObjectType('Criterion', { description: 'Tiêu chí: the use of a question in a framework.' })
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
  | 'takesEvidence'
  | 'optional'
> {
  @Field(() => String, { description: 'The number of the criterion, unique in the framework.' })
  code!: string;

  @Field(() => Pillar, {
    nullable: true,
    description: 'The pillar that its section completes; null in a framework of another kind.',
  })
  pillar!: Pillar | null;

  @Field(() => AnswerKind, { description: 'The form of the answer.' })
  answerKind!: AnswerKind;

  @Field(() => Int, {
    nullable: true,
    description: 'The highest level; null unless the answer is a level.',
  })
  levels!: number | null;

  @Field(() => Float, { description: 'The points of a full answer; 0 for what is not scored.' })
  maxPoints!: number;

  @Field(() => Boolean, {
    nullable: true,
    description:
      'Whether its pillar can be completed only if this criterion is met; null where it has no pillar.',
  })
  required!: boolean | null;

  @Field(() => Float, {
    nullable: true,
    description:
      'The least answer that meets the criterion where its pillar requires it: 1 for yes, a level, or a percentage of the total. Null where it has no pillar.',
  })
  minimum!: number | null;

  @Field(() => Boolean, { description: 'Whether an answer above zero needs evidence.' })
  evidenceRequired!: boolean;

  @Field(() => Boolean, { description: 'Whether evidence may support the answer.' })
  takesEvidence!: boolean;

  @Field(() => Boolean, {
    description: 'Whether the answer may be left out: a text, unless the framework requires it.',
  })
  optional!: boolean;

  @Field(() => [InstitutionKind], {
    description: 'The kinds of institution that answer this criterion.',
  })
  kinds!: readonly InstitutionKind[];
}

@ObjectType('FrameworkSection', {
  description:
    'Nhóm tiêu chí: a section of a framework. Its points are those of its criteria and of the sections in it.',
})
export class FrameworkSectionType implements Pick<FileSection, 'code' | 'maximum'> {
  @Field(() => String, { description: 'The number of the section, unique in the framework.' })
  code!: string;

  @Field(() => Float, {
    description: 'The maximum that its source declares; the criteria may add up to another one.',
  })
  maximum!: number;
}

@ObjectType('Framework', {
  implements: Node,
  description:
    'Bộ tiêu chí: a dated version of the criteria, their points, and what the answers decide.',
})
export class FrameworkType
  extends Node
  implements
    Pick<FrameworkRow, 'code' | 'version' | 'validFrom' | 'validTo' | 'source' | 'sourceStatus'>
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

  @Field(() => String, { description: 'The source of the criteria.' })
  source!: string;

  @Field(() => SourceStatus, { description: 'How certain the source is.' })
  sourceStatus!: SourceStatus;
}
