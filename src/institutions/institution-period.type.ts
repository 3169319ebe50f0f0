import { GraphQLDateTime, GraphQLLocalDate } from 'graphql-scalars';
import { Field, ObjectType } from 'type-graphql';
import {
  EducationLevel,
  InstitutionGroup,
  InstitutionKind,
  Ownership,
  PeriodOrigin,
  SpecialStatus,
} from '../vocabulary/institution.enums.js';
import type { InstitutionPeriodRow } from './institution-period.queries.js';

@ObjectType('InstitutionPeriod', {
  description:
    'A span of days in which the place and the attributes of an institution stayed as they are here.',
})
export class InstitutionPeriodType implements Omit<
  InstitutionPeriodRow,
  'institutionId' | 'unitId' | 'recordedAt'
> {
  @Field(() => GraphQLLocalDate, {
    nullable: true,
    description: 'The first day; null means since before our records.',
  })
  validFrom!: string | null;

  @Field(() => GraphQLLocalDate, {
    nullable: true,
    description: 'The last day; null while it goes on.',
  })
  validTo!: string | null;

  @Field(() => String, { description: 'The Vietnamese name in this span.' })
  name!: string;

  @Field(() => InstitutionKind, { description: 'The kind in this span.' })
  kind!: InstitutionKind;

  @Field(() => InstitutionGroup, {
    nullable: true,
    description: 'The group of this kind; null where no target is set for the kind.',
  })
  group!: InstitutionGroup | null;

  @Field(() => [EducationLevel], {
    description: 'The levels taught in this span; at least one, each listed once.',
  })
  levels!: EducationLevel[];

  @Field(() => Ownership, { description: 'The owner in this span.' })
  ownership!: Ownership;

  @Field(() => SpecialStatus, {
    nullable: true,
    description: 'The special status given by law; null when there was none.',
  })
  specialStatus!: SpecialStatus | null;

  @Field(() => Boolean, {
    description:
      'Whether the commune is known. If not, `unit` is the smallest unit that is certain.',
  })
  settled!: boolean;

  @Field(() => PeriodOrigin, { description: 'The origin of the place.' })
  origin!: PeriodOrigin;

  @Field(() => GraphQLDateTime, {
    description:
      'When it became known that this span was as it is here. Before that, it was not known, or something else was.',
  })
  recordedAt!: Date;
}
