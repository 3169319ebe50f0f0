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
import type {
  InstitutionCodeRow,
  InstitutionLocationRow,
  InstitutionRow,
} from './institution.queries.js';

registerEnumType(InstitutionKind, {
  name: 'InstitutionKind',
  description: 'What sort of institution it is; it decides the group it is counted in.',
  valuesConfig: {
    PRIMARY_SCHOOL: { description: 'Trường tiểu học.' },
    LOWER_SECONDARY_SCHOOL: { description: 'Trường trung học cơ sở.' },
    UPPER_SECONDARY_SCHOOL: { description: 'Trường trung học phổ thông.' },
    MULTI_LEVEL_SCHOOL: { description: 'Trường phổ thông có nhiều cấp học; `levels` says which.' },
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
  description: 'The groups that targets are set for.',
  valuesConfig: {
    GENERAL_EDUCATION: {
      description: 'Schools from primary to upper secondary, and continuing education centres.',
    },
    COLLEGE_AND_VOCATIONAL: {
      description: 'Colleges, vocational secondary schools and vocational centres.',
    },
  },
});

registerEnumType(EducationLevel, {
  name: 'EducationLevel',
  description: 'A level taught; one institution can teach several.',
  valuesConfig: {
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
  description: 'Who owns the institution.',
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
  description: 'How a location came to be known.',
  valuesConfig: {
    RECORDED: { description: 'Somebody recorded it.' },
    SUCCESSION: { description: 'It follows from what became of the unit before.' },
  },
});

registerEnumType(SourceStatus, {
  name: 'SourceStatus',
  description: 'How sure a record is.',
  valuesConfig: {
    CONFIRMED: { description: 'From an official text or official data.' },
    UNCONFIRMED: { description: 'A lead that nobody has confirmed; never a fact.' },
    ILLUSTRATIVE: { description: 'Made up for demonstration.' },
  },
});

@ObjectType('InstitutionCode', { description: 'A code of an institution in one system.' })
export class InstitutionCodeType implements Pick<
  InstitutionCodeRow,
  'system' | 'code' | 'validFrom' | 'validTo'
> {
  @Field(() => String, {
    description:
      'Who gives the code, such as MOET (the ministry), ADMISSIONS (unique only inside a province) or HUB (given by this hub).',
  })
  system!: string;

  @Field(() => String, { description: 'The code: opaque text, leading zeros kept.' })
  code!: string;

  @Field(() => GraphQLLocalDate, {
    nullable: true,
    description: 'Its first day; null means since before our records.',
  })
  validFrom!: string | null;

  @Field(() => GraphQLLocalDate, {
    nullable: true,
    description: 'Its last day; null while in use.',
  })
  validTo!: string | null;
}

@ObjectType('InstitutionLocation', { description: 'Where an institution was between two dates.' })
export class InstitutionLocationType implements Pick<
  InstitutionLocationRow,
  'settled' | 'origin' | 'validFrom' | 'validTo'
> {
  @Field(() => Boolean, {
    description:
      'Whether the commune is known. Where it is not, `unit` is the closest unit that is certain; after a split `candidates` lists the parts.',
  })
  settled!: boolean;

  @Field(() => PeriodOrigin, { description: 'How it came to be known.' })
  origin!: PeriodOrigin;

  @Field(() => GraphQLLocalDate, {
    nullable: true,
    description: 'The first day; null means since before our records.',
  })
  validFrom!: string | null;

  @Field(() => GraphQLLocalDate, {
    nullable: true,
    description: 'The last day; null while it lasts.',
  })
  validTo!: string | null;
}

@ObjectType('Institution', {
  implements: Node,
  description:
    'Cơ sở giáo dục: a school, centre, vocational institution, college or university. It stays the same institution when its commune, codes or name change.',
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
    description: 'The code in use; `codes` has all of them with their systems and dates.',
  })
  code!: string;

  @Field(() => String, { description: 'The Vietnamese name in use.' })
  name!: string;

  @Field(() => InstitutionKind, { description: 'What sort of institution it is.' })
  kind!: InstitutionKind;

  @Field(() => [EducationLevel], { description: 'The levels it teaches: a set, never empty.' })
  levels!: EducationLevel[];

  @Field(() => Ownership, { description: 'Who owns it.' })
  ownership!: Ownership;

  @Field(() => SpecialStatus, {
    nullable: true,
    description: 'A special status; null when it has none.',
  })
  specialStatus!: SpecialStatus | null;

  @Field(() => GraphQLLocalDate, {
    nullable: true,
    description: 'The first day; null means since before our records.',
  })
  openedOn!: string | null;

  @Field(() => GraphQLLocalDate, {
    nullable: true,
    description: 'The last day; null while it is open.',
  })
  closedOn!: string | null;

  @Field(() => SourceStatus, {
    description: 'How sure it is that this institution exists as described.',
  })
  sourceStatus!: SourceStatus;
}

export const InstitutionConnection = connectionType(() => InstitutionType, 'Institution');
