import { GraphQLLocalDate } from 'graphql-scalars';
import { Field, ID, InputType, registerEnumType } from 'type-graphql';
import { enumeration, type NameOf } from '../shared/enumeration.js';
import {
  EducationLevel,
  InstitutionGroup,
  InstitutionKind,
  Ownership,
  SpecialStatus,
} from '../vocabulary/institution.enums.js';
import type { InstitutionConditions } from './institution.queries.js';

export const InstitutionOrder = enumeration('NAME', 'CODE');
export type InstitutionOrder = NameOf<typeof InstitutionOrder>;

registerEnumType(InstitutionOrder, {
  name: 'InstitutionOrder',
  description:
    'The order of a list of institutions; equal ones come in the order they were recorded.',
  valuesConfig: {
    NAME: { description: 'By name without marks, so Đ sorts with D.' },
    CODE: { description: 'By the code in use.' },
  },
});

@InputType({ description: 'Which institutions to list; conditions left out do not limit.' })
export class InstitutionFilter implements Partial<InstitutionConditions> {
  @Field(() => ID, {
    nullable: true,
    description: 'Only those in the unit with this id, or in a unit under it.',
  })
  unit?: string | null;

  @Field(() => GraphQLLocalDate, {
    nullable: true,
    description: 'Only those operating on this date; left out means today.',
  })
  on?: string;

  @Field(() => [InstitutionKind], { nullable: true, description: 'Only these kinds.' })
  kinds?: InstitutionKind[] | null;

  @Field(() => InstitutionGroup, { nullable: true, description: 'Only this group.' })
  group?: InstitutionGroup | null;

  @Field(() => [EducationLevel], {
    nullable: true,
    description: 'Only those that teach at least one of these levels.',
  })
  levels?: EducationLevel[] | null;

  @Field(() => Ownership, { nullable: true, description: 'Only this ownership.' })
  ownership?: Ownership | null;

  @Field(() => SpecialStatus, { nullable: true, description: 'Only this special status.' })
  specialStatus?: SpecialStatus | null;

  @Field(() => Boolean, {
    nullable: true,
    description:
      'False lists those whose commune is not known, so that somebody settles it; true only those whose commune is.',
  })
  settled?: boolean | null;

  @Field(() => String, {
    nullable: true,
    description: 'Only those whose name contains this; marks and case do not matter.',
  })
  search?: string | null;
}
