import { GraphQLDateTime, GraphQLLocalDate } from 'graphql-scalars';
import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import { connectionType } from '../graphql/connection.js';
import { Node } from '../graphql/node.js';
import type { LocalDate } from '../shared/dates.js';
import { SourceStatus } from '../vocabulary/source-status.js';
import type { ShownCount } from './protection.js';
import { QUANTITY_MEANINGS } from './quantity-meanings.js';
import type { RecordRow } from './record.queries.js';
import { Audience, Quantity, RecordKind, Tier, WithheldReason } from './workforce.enums.js';

registerEnumType(RecordKind, {
  name: 'WorkforceRecordKind',
  description: 'The kind of a record in the workforce registry.',
  valuesConfig: {
    COMMUNITY_TEAMS: {
      description: 'Tổ công nghệ số cộng đồng: community teams of a tier and their members.',
    },
    IT_OFFICERS: { description: 'Cán bộ công nghệ thông tin: IT officers of agencies.' },
    TRAINING_CLASSES: {
      description: 'Lớp tập huấn: training classes for an audience in a period.',
    },
    TRAINED_PEOPLE: {
      description:
        'Người đã được đào tạo về chuyển đổi số: people trained for digital transformation.',
    },
    MANDATES: {
      description: 'Whether an agency has a unit, or a duty, for digital transformation.',
    },
  },
});

registerEnumType(Tier, {
  name: 'WorkforceTier',
  description: 'The level on which community teams and IT officers are counted.',
  valuesConfig: {
    PROVINCE: { description: 'Cấp tỉnh.' },
    DISTRICT: { description: 'Cấp huyện, until 2025-06-30.' },
    COMMUNE: { description: 'Cấp xã.' },
    HAMLET: { description: 'Thôn, bon, buôn, tổ dân phố.' },
  },
});

registerEnumType(Audience, {
  name: 'WorkforceAudience',
  description: 'The people for whom a class is held, or who were trained.',
  valuesConfig: {
    LEADERS: { description: 'Lãnh đạo.' },
    OFFICIALS: { description: 'Cán bộ, công chức, viên chức.' },
    TEACHERS: { description: 'Giáo viên.' },
    STUDENTS: { description: 'Học sinh, sinh viên.' },
    COMMUNITY_TEAMS: { description: 'Thành viên tổ công nghệ số cộng đồng.' },
    PEOPLE: { description: 'Người dân.' },
  },
});

registerEnumType(Quantity, {
  name: 'WorkforceQuantity',
  description:
    'A quantity that a record can hold. The kind of the record decides which quantities are possible.',
  valuesConfig: Object.fromEntries(
    Object.entries(QUANTITY_MEANINGS).map(([name, { en }]) => [name, { description: en }]),
  ),
});

registerEnumType(WithheldReason, {
  name: 'WithheldReason',
  description: 'The reason why a count is withheld. Planners of the unit see all counts.',
  valuesConfig: {
    SMALL_COUNT: {
      description:
        'The count, or another one from which it could be calculated, is about so few people that it could identify a person. Which of them is not shown, because that would reveal its value.',
    },
    WOULD_REVEAL: {
      description: 'The number is calculated from withheld counts and would reveal them.',
    },
  },
});

@ObjectType('WorkforceCount', { description: 'A count of one quantity in a record.' })
export class WorkforceCountType implements ShownCount {
  @Field(() => Quantity, { description: 'The quantity that was counted.' })
  quantity!: Quantity;

  @Field(() => Int, {
    nullable: true,
    description: 'The number; null when withheld. 0 means that it was counted and there is none.',
  })
  value!: number | null;

  @Field(() => WithheldReason, {
    nullable: true,
    description: 'The reason why the value is withheld; null when it is not.',
  })
  withheld!: WithheldReason | null;
}

@ObjectType('WorkforceRecord', {
  implements: Node,
  description:
    'A count of one subject in one period, with the document that contains it. The subject is the unit together with kind, tier, audience, agency and topic.',
})
export class WorkforceRecordType
  extends Node
  implements
    Pick<
      RecordRow,
      | 'kind'
      | 'tier'
      | 'audience'
      | 'agency'
      | 'topic'
      | 'validFrom'
      | 'validTo'
      | 'source'
      | 'sourceStatus'
      | 'version'
      | 'removed'
    >
{
  @Field(() => RecordKind, { description: 'The kind of the record.' })
  kind!: RecordKind;

  @Field(() => Tier, {
    nullable: true,
    description:
      'The level that is counted; null for all levels together, or when the kind has no levels.',
  })
  tier!: Tier | null;

  @Field(() => Audience, {
    nullable: true,
    description:
      'The people for whom a class is held, or who were trained; null when the kind has no audience.',
  })
  audience!: Audience | null;

  @Field(() => String, {
    nullable: true,
    description:
      'The agency that is counted; null for all agencies together, or when the kind has no agency.',
  })
  agency!: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      'The topic that was taught; null for all topics together, or when the kind has no topic.',
  })
  topic!: string | null;

  @Field(() => GraphQLLocalDate, {
    description: 'The day of the count, or the first day of the period that it covers.',
  })
  validFrom!: LocalDate;

  @Field(() => GraphQLLocalDate, {
    nullable: true,
    description:
      'The last day on which the count is valid; null until the subject is counted again.',
  })
  validTo!: LocalDate | null;

  @Field(() => String, { description: 'The document that contains the count.' })
  source!: string;

  @Field(() => SourceStatus, { description: 'How certain it is that the document says this.' })
  sourceStatus!: SourceStatus;

  @Field(() => Int, {
    description:
      'The number of the version, from 1. Mutations require the version that the client has read.',
  })
  version!: number;

  @Field(() => Boolean, {
    description:
      'Whether the record was removed, so that it is not counted. Only planners of the unit see removed records.',
  })
  removed!: boolean;
}

@ObjectType('WorkforceRecordVersion', {
  description: 'The content of a record during one span of time.',
})
export class WorkforceRecordVersionType implements Pick<
  RecordRow,
  'version' | 'validFrom' | 'validTo' | 'source' | 'sourceStatus' | 'note' | 'removed'
> {
  @Field(() => Int, { description: 'The number of the version, from 1.' })
  version!: number;

  @Field(() => GraphQLLocalDate, {
    description: 'The day of the count, or the first day of the period that it covers.',
  })
  validFrom!: LocalDate;

  @Field(() => GraphQLLocalDate, {
    nullable: true,
    description:
      'The last day on which the count was valid; null until the subject is counted again.',
  })
  validTo!: LocalDate | null;

  @Field(() => String, { description: 'The document that contained the count.' })
  source!: string;

  @Field(() => SourceStatus, { description: 'How certain it was that the document says this.' })
  sourceStatus!: SourceStatus;

  @Field(() => String, {
    nullable: true,
    description: 'The note, or the reason of a removal; null when there is none.',
  })
  note!: string | null;

  @Field(() => Boolean, { description: 'Whether this version removed the record.' })
  removed!: boolean;
}

export const WorkforceRecordConnection = connectionType(
  () => WorkforceRecordType,
  'WorkforceRecord',
);

@ObjectType('Workforce', {
  description: 'Nhân lực số: the records of the digital workforce of a unit.',
})
export class WorkforceType {
  @Field(() => GraphQLLocalDate, { description: 'The date of the records.' })
  asOf!: LocalDate;

  @Field(() => GraphQLDateTime, {
    description:
      'The moment up to which records are counted: the requested moment, or that of the last publication when none or a later one was requested.',
  })
  knownAt!: Date;
}
