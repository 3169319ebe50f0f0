import { GraphQLDateTime, GraphQLLocalDate } from 'graphql-scalars';
import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import { connectionType } from '../graphql/connection.js';
import { Node } from '../graphql/node.js';
import { UserError } from '../graphql/user-error.js';
import type { LocalDate } from '../shared/dates.js';
import { SourceStatus } from '../vocabulary/source-status.js';
import type { ShownCount } from './protection.js';
import { QUANTITY_MEANINGS } from './quantity-meanings.js';
import type { RecordRow } from './record.queries.js';
import { Audience, Quantity, RecordKind, Tier, WithheldReason } from './workforce.enums.js';

registerEnumType(RecordKind, {
  name: 'WorkforceRecordKind',
  description: 'What a record of the registry counts.',
  valuesConfig: {
    COMMUNITY_TEAMS: { description: 'Tổ công nghệ số cộng đồng: teams of a tier, their members.' },
    IT_OFFICERS: { description: 'Cán bộ công nghệ thông tin: officers of agencies.' },
    TRAINING_CLASSES: { description: 'Lớp tập huấn: classes for an audience, in a span.' },
    TRAINED_PEOPLE: { description: 'Người đã được đào tạo về chuyển đổi số.' },
    MANDATES: {
      description: 'Whether an agency has a unit, or a duty, for digital transformation.',
    },
  },
});

registerEnumType(Tier, {
  name: 'WorkforceTier',
  description: 'The level that community teams and IT officers are counted on.',
  valuesConfig: {
    PROVINCE: { description: 'Cấp tỉnh.' },
    DISTRICT: { description: 'Cấp huyện, until 2025-06-30.' },
    COMMUNE: { description: 'Cấp xã.' },
    HAMLET: { description: 'Thôn, bon, buôn, tổ dân phố.' },
  },
});

registerEnumType(Audience, {
  name: 'WorkforceAudience',
  description: 'Whom a class is for, or who was trained.',
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
  description: 'A number that a record can hold; its kind says which.',
  valuesConfig: Object.fromEntries(
    Object.entries(QUANTITY_MEANINGS).map(([name, { en }]) => [name, { description: en }]),
  ),
});

registerEnumType(WithheldReason, {
  name: 'WithheldReason',
  description: 'Why a count is not shown; those who plan for the unit see every count.',
  valuesConfig: {
    SMALL_COUNT: {
      description:
        'It, or a count with which it could be worked out, is of so few people that it could tell who somebody is. Which of them is not said, because that would tell its value.',
    },
    WOULD_REVEAL: { description: 'It is made of counts that are withheld, and would tell them.' },
  },
});

@ObjectType('WorkforceCount', { description: 'A number of a record that was counted.' })
export class WorkforceCountType implements ShownCount {
  @Field(() => Quantity, { description: 'What was counted.' })
  quantity!: Quantity;

  @Field(() => Int, {
    nullable: true,
    description: 'How many; null when withheld. What was counted and is none is 0.',
  })
  value!: number | null;

  @Field(() => WithheldReason, {
    nullable: true,
    description: 'Why the value is not shown; null when it is.',
  })
  withheld!: WithheldReason | null;
}

@ObjectType('WorkforceRecord', {
  implements: Node,
  description:
    'A count of one subject over one span, with the document that says so. The subject is the unit with kind, tier, audience, agency and topic.',
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
  @Field(() => RecordKind, { description: 'What is counted.' })
  kind!: RecordKind;

  @Field(() => Tier, {
    nullable: true,
    description: 'On which level; null for all of them together, or where the kind has none.',
  })
  tier!: Tier | null;

  @Field(() => Audience, {
    nullable: true,
    description: 'Whom a class is for, or who was trained; null where the kind has none.',
  })
  audience!: Audience | null;

  @Field(() => String, {
    nullable: true,
    description: 'Of which agency; null for all of them together, or where the kind has none.',
  })
  agency!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'What was taught; null for all topics together, or where the kind has none.',
  })
  topic!: string | null;

  @Field(() => GraphQLLocalDate, {
    description: 'The day of the count, or the first day that it is over.',
  })
  validFrom!: LocalDate;

  @Field(() => GraphQLLocalDate, {
    nullable: true,
    description: 'The last day that the count is good for; null until it is counted anew.',
  })
  validTo!: LocalDate | null;

  @Field(() => String, { description: 'The document that says so.' })
  source!: string;

  @Field(() => SourceStatus, { description: 'How sure it is that the document says so.' })
  sourceStatus!: SourceStatus;

  @Field(() => Int, {
    description: 'The number of this version, from 1; a change takes the one that its sender saw.',
  })
  version!: number;

  @Field(() => Boolean, {
    description:
      'Whether it was taken back and counts nothing; only planners of the unit see such.',
  })
  removed!: boolean;
}

@ObjectType('WorkforceRecordVersion', {
  description: 'What a record said from one moment to another.',
})
export class WorkforceRecordVersionType implements Pick<
  RecordRow,
  'version' | 'validFrom' | 'validTo' | 'source' | 'sourceStatus' | 'note' | 'removed'
> {
  @Field(() => Int, { description: 'The number, from 1.' })
  version!: number;

  @Field(() => GraphQLLocalDate, {
    description: 'The day of the count, or the first day that it is over.',
  })
  validFrom!: LocalDate;

  @Field(() => GraphQLLocalDate, {
    nullable: true,
    description: 'The last day that the count was good for; null until counted anew.',
  })
  validTo!: LocalDate | null;

  @Field(() => String, { description: 'The document that said so.' })
  source!: string;

  @Field(() => SourceStatus, { description: 'How sure it was that the document says so.' })
  sourceStatus!: SourceStatus;

  @Field(() => String, {
    nullable: true,
    description: 'What was noted, of a removal its reason; null when nothing was.',
  })
  note!: string | null;

  @Field(() => Boolean, { description: 'Whether it took the record back.' })
  removed!: boolean;
}

export const WorkforceRecordConnection = connectionType(
  () => WorkforceRecordType,
  'WorkforceRecord',
);

@ObjectType('Workforce', {
  description: 'Nhân lực số: what is recorded of the digital workforce of a unit.',
})
export class WorkforceType {
  @Field(() => GraphQLLocalDate, { description: 'The date that is told of.' })
  asOf!: LocalDate;

  @Field(() => GraphQLDateTime, {
    description:
      'The moment up to which records are known: the one asked for, or that of the last publication when none or a later one was asked for.',
  })
  knownAt!: Date;
}

@ObjectType({ description: 'A record after a mutation.' })
export class WorkforceRecordPayload {
  @Field(() => WorkforceRecordType, {
    nullable: true,
    description: 'The record as it is now; null when nothing was done.',
  })
  workforceRecord!: WorkforceRecordType | null;

  @Field(() => [UserError], { description: 'Why nothing was done; empty when it was.' })
  userErrors!: UserError[];
}
