import { Field, ObjectType } from 'type-graphql';
import { InstitutionGroup, InstitutionKind } from '../vocabulary/institution.enums.js';
import type { IndicatorRow } from './indicator.queries.js';

@ObjectType('Indicator', {
  description:
    'Chỉ số đo: a statement about an institution that is met or not. Figures count it, and targets are set on it. The four pillars and all four together are indicators that every hub has.',
})
export class IndicatorType implements Pick<IndicatorRow, 'code' | 'group'> {
  @Field(() => String, {
    description:
      'The code, unique in the hub: of a pillar its name in the enum, and ALL_FOUR for all four together.',
  })
  code!: string;

  @Field(() => InstitutionGroup, {
    nullable: true,
    description: 'The group of institutions that it is about; null means both.',
  })
  group!: InstitutionGroup | null;

  @Field(() => [InstitutionKind], {
    nullable: true,
    description:
      'The kinds of institution that it is about; null means all of its group. To which of them it applies on a date is decided by the frameworks in force.',
  })
  kinds!: InstitutionKind[] | null;
}
