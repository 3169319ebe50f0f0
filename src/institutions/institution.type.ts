import { GraphQLLocalDate } from 'graphql-scalars';
import { Field, ObjectType, registerEnumType } from 'type-graphql';
import { connectionType } from '../graphql/connection.js';
import { Node } from '../graphql/node.js';
import {
  EducationLevel,
  InstitutionGroup,
  InstitutionKind,
  Ownership,
  PeriodOrigin,
  SpecialStatus,
} from '../vocabulary/institution.enums.js';
import { SourceStatus } from '../vocabulary/source-status.js';
import type { InstitutionCodeRow } from './institution-code.queries.js';
import type { InstitutionLocationRow } from './institution-period.queries.js';
import type { InstitutionRow } from './institution.queries.js';

registerEnumType(InstitutionKind, {
  name: 'InstitutionKind',
  description:
    'The kind of an institution. It decides in which group the institution is counted. Kinds in no group are recorded, listed and exported, but no target is set for them: no line of `progress` counts them.',
  valuesConfig: {
    PRESCHOOL: {
      description:
        'Trường mầm non, trường mẫu giáo, nhà trẻ; in no group, because no target is set for preschools.',
    },
    PRIMARY_SCHOOL: { description: 'Trường tiểu học.' },
    LOWER_SECONDARY_SCHOOL: { description: 'Trường trung học cơ sở.' },
    UPPER_SECONDARY_SCHOOL: { description: 'Trường trung học phổ thông.' },
    MULTI_LEVEL_SCHOOL: {
      description: 'Trường phổ thông có nhiều cấp học; `levels` lists the levels.',
    },
    SPECIAL_SCHOOL: {
      description:
        'Trường dành cho người khuyết tật, whatever its levels; in no group, because no target is set for special schools.',
    },
    CONTINUING_EDUCATION_CENTRE: { description: 'Trung tâm giáo dục thường xuyên.' },
    VOCATIONAL_CENTRE: { description: 'Trung tâm giáo dục nghề nghiệp.' },
    VOCATIONAL_SECONDARY_SCHOOL: { description: 'Trường trung cấp.' },
    COLLEGE: { description: 'Trường cao đẳng.' },
    UNIVERSITY: {
      description: 'Trường đại học; in no group, because no target is set for universities.',
    },
  },
});

registerEnumType(InstitutionGroup, {
  name: 'InstitutionGroup',
  description: 'A group for which targets are set.',
  valuesConfig: {
    GENERAL_EDUCATION: {
      description:
        'Schools from primary to upper secondary, and continuing education centres; without preschools and special schools.',
    },
    COLLEGE_AND_VOCATIONAL: {
      description: 'Colleges, vocational secondary schools and vocational centres.',
    },
  },
});

registerEnumType(EducationLevel, {
  name: 'EducationLevel',
  description: 'A level of education. One institution can teach several levels.',
  valuesConfig: {
    PRESCHOOL: { description: 'Mầm non: nhà trẻ, mẫu giáo.' },
    PRIMARY: { description: 'Tiểu học.' },
    LOWER_SECONDARY: { description: 'Trung học cơ sở.' },
    UPPER_SECONDARY: { description: 'Trung học phổ thông.' },
    CONTINUING: { description: 'Giáo dục thường xuyên.' },
    VOCATIONAL: { description: 'Sơ cấp, trung cấp.' },
    COLLEGE: { description: 'Cao đẳng.' },
    UNIVERSITY: { description: 'Đại học.' },
  },
});

registerEnumType(Ownership, {
  name: 'Ownership',
  description: 'The owner of an institution.',
  valuesConfig: {
    PUBLIC: { description: 'Công lập.' },
    PRIVATE: { description: 'Tư thục, dân lập.' },
  },
});

registerEnumType(SpecialStatus, {
  name: 'SpecialStatus',
  description: 'A special status given by law.',
  valuesConfig: {
    ETHNIC_BOARDING: { description: 'Dân tộc nội trú.' },
    SPECIALISED: { description: 'Trường chuyên.' },
  },
});

registerEnumType(PeriodOrigin, {
  name: 'LocationOrigin',
  description: 'The origin of a location.',
  valuesConfig: {
    RECORDED: { description: 'The location was recorded.' },
    SUCCESSION: {
      description: 'The location follows from a change of the earlier unit, such as a merger.',
    },
  },
});

registerEnumType(SourceStatus, {
  name: 'SourceStatus',
  description: 'How certain a record is.',
  valuesConfig: {
    CONFIRMED: { description: 'The record comes from an official text or official data.' },
    UNCONFIRMED: {
      description:
        'The record is a lead that nobody has confirmed. It must not be taken as a fact.',
    },
    ILLUSTRATIVE: { description: 'The record was made up for demonstration.' },
  },
});

@ObjectType('InstitutionCode', { description: 'A code of an institution in one system.' })
export class InstitutionCodeType implements Pick<
  InstitutionCodeRow,
  'system' | 'code' | 'validFrom' | 'validTo'
> {
  @Field(() => String, {
    description:
      'The system that gives the code, such as MOET (the ministry), ADMISSIONS (unique only inside a province) or HUB (given by this hub).',
  })
  system!: string;

  @Field(() => String, {
    description: 'The code. It is text without further meaning; leading zeros are kept.',
  })
  code!: string;

  @Field(() => GraphQLLocalDate, {
    nullable: true,
    description:
      'The first day of the code: the recorded one, or else the first day of the institution. Null means since before our records.',
  })
  validFrom!: string | null;

  @Field(() => GraphQLLocalDate, {
    nullable: true,
    description:
      'The last day of the code: when another took its place, or when the institution closed. Null while it is in use.',
  })
  validTo!: string | null;
}

@ObjectType('InstitutionLocation', {
  description: 'The location of an institution between two dates.',
})
export class InstitutionLocationType implements Pick<
  InstitutionLocationRow,
  'settled' | 'origin' | 'validFrom' | 'validTo'
> {
  @Field(() => Boolean, {
    description:
      'Whether the commune is known. If not, `unit` is the smallest unit that is certain, and after a split `candidates` lists the parts.',
  })
  settled!: boolean;

  @Field(() => PeriodOrigin, { description: 'The origin of the location.' })
  origin!: PeriodOrigin;

  @Field(() => GraphQLLocalDate, {
    nullable: true,
    description: 'The first day at this location; null means since before our records.',
  })
  validFrom!: string | null;

  @Field(() => GraphQLLocalDate, {
    nullable: true,
    description: 'The last day at this location; null while the institution is there.',
  })
  validTo!: string | null;
}

@ObjectType('Institution', {
  implements: Node,
  description:
    'Cơ sở giáo dục: a preschool, school, centre, vocational institution, college or university. It stays the same institution when its commune, codes, name or kind change. Name, kind, levels, ownership and special status are those of the date that was asked for: by the list, the code or the figure that the institution comes from, otherwise of today. Outside its days of operation they are those of the last day before, or else of the first day. `periods` tells those of all days.',
})
export class InstitutionType
  extends Node
  implements
    Pick<
      InstitutionRow,
      | 'code'
      | 'name'
      | 'kind'
      | 'levels'
      | 'ownership'
      | 'specialStatus'
      | 'openedOn'
      | 'closedOn'
      | 'sourceStatus'
    >
{
  @Field(() => String, {
    description:
      'The present code, or the last one of an institution that has closed; `codes` lists all codes with their systems and dates. Over time a code can be that of several institutions.',
  })
  code!: string;

  @Field(() => String, { description: 'The Vietnamese name on the date that was asked for.' })
  name!: string;

  @Field(() => InstitutionKind, { description: 'The kind on the date that was asked for.' })
  kind!: InstitutionKind;

  @Field(() => [EducationLevel], {
    description:
      'The levels taught on the date that was asked for; at least one, each listed once.',
  })
  levels!: EducationLevel[];

  @Field(() => Ownership, { description: 'The owner on the date that was asked for.' })
  ownership!: Ownership;

  @Field(() => SpecialStatus, {
    nullable: true,
    description:
      'The special status given by law on the date that was asked for; null when there is none.',
  })
  specialStatus!: SpecialStatus | null;

  @Field(() => GraphQLLocalDate, {
    nullable: true,
    description: 'The first day of operation; null means since before our records.',
  })
  openedOn!: string | null;

  @Field(() => GraphQLLocalDate, {
    nullable: true,
    description: 'The last day of operation; null while the institution is open.',
  })
  closedOn!: string | null;

  @Field(() => SourceStatus, {
    description: 'How certain it is that the institution exists as described.',
  })
  sourceStatus!: SourceStatus;
}

export const InstitutionConnection = connectionType(() => InstitutionType, 'Institution');
