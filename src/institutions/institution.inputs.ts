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

export const InstitutionOrder = enumeration('NAME', 'CODE', 'ID');
export type InstitutionOrder = NameOf<typeof InstitutionOrder>;

registerEnumType(InstitutionOrder, {
  name: 'InstitutionOrder',
  description:
    'The order of a list of institutions. Institutions that sort equally are listed in the order in which they were recorded.',
  valuesConfig: {
    NAME: {
      description: 'By the name on the date of the list, without diacritics, so that Đ sorts as D.',
    },
    CODE: { description: 'By the present code.' },
    ID: {
      description:
        'In the order in which they were recorded. No change of a name or code makes a cursor of this order outdated: it is the one for reading everything.',
    },
  },
});

@InputType({
  description:
    'Conditions for a list of institutions. A condition that is left out does not limit the list.',
})
export class InstitutionFilter implements Partial<InstitutionConditions> {
  @Field(() => ID, {
    nullable: true,
    description: 'Only institutions in the unit with this id, or in a unit under it.',
  })
  unit?: string | null;

  @Field(() => GraphQLLocalDate, {
    nullable: true,
    description:
      'Only institutions operating on this date; the other conditions are about that date, too. Left out means today.',
  })
  on?: string;

  @Field(() => [InstitutionKind], { nullable: true, description: 'Only these kinds.' })
  kinds?: InstitutionKind[] | null;

  @Field(() => InstitutionGroup, { nullable: true, description: 'Only this group.' })
  group?: InstitutionGroup | null;

  @Field(() => [EducationLevel], {
    nullable: true,
    description: 'Only institutions that teach at least one of these levels.',
  })
  levels?: EducationLevel[] | null;

  @Field(() => Ownership, { nullable: true, description: 'Only this kind of owner.' })
  ownership?: Ownership | null;

  @Field(() => SpecialStatus, { nullable: true, description: 'Only this special status.' })
  specialStatus?: SpecialStatus | null;

  @Field(() => Boolean, {
    nullable: true,
    description:
      'True: only institutions whose commune is known. False: only institutions whose commune still has to be found out.',
  })
  settled?: boolean | null;

  @Field(() => Boolean, {
    nullable: true,
    description:
      'True: only institutions for which somebody has an account that is not disabled, today or later. False: only those for which nobody has one. For those who keep accounts: others, and planners outside of their units, find none by either.',
  })
  hasAccount?: boolean | null;

  @Field(() => String, {
    nullable: true,
    description:
      'Only institutions that have, had or will have a name that contains this text, or of which it is a code or that of a campus, present or past. A name that was corrected counts as one that it never had. Diacritics and case are ignored in names.',
  })
  search?: string | null;

  @Field(() => Boolean, {
    nullable: true,
    description:
      'True: also institutions that had closed by the date, with the attributes and the place of their last day. `totalCount` then includes them. Left out means no.',
  })
  includeClosed?: boolean | null;
}
