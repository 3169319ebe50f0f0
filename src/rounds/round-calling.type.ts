import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import { InstitutionType } from '../institutions/institution.type.js';
import { InstitutionKind } from '../vocabulary/institution.enums.js';
import { NotCalledReason } from '../vocabulary/round.enums.js';

registerEnumType(NotCalledReason, {
  name: 'NotCalledReason',
  description: 'The reason why a round does not call an institution.',
  valuesConfig: {
    KIND_NOT_ASKED: { description: 'The framework has no criterion for its kind.' },
    UNSETTLED: {
      description:
        'It is not known whether it was in the unit on the reference date, because its commune has to be found out.',
    },
    ELSEWHERE: { description: 'It is in the unit today, but was elsewhere on the reference date.' },
    CLOSED: { description: 'It had closed before the reference date.' },
    NOT_OPEN_YET: { description: 'It opens after the reference date.' },
  },
});

@ObjectType('CalledKind', {
  description: 'The institutions of one kind that a round calls or does not call.',
})
export class CalledKindType {
  @Field(() => InstitutionKind, {
    description:
      'The kind on the reference date; of institutions not operating then, that of today.',
  })
  kind!: InstitutionKind;

  @Field(() => NotCalledReason, {
    nullable: true,
    description: 'Why they are not called; null for those that are.',
  })
  reason!: NotCalledReason | null;

  @Field(() => Int, { description: 'The number of institutions.' })
  institutions!: number;
}

@ObjectType('NotCalledInstitution', {
  description: 'An institution that a round would not call.',
})
export class NotCalledInstitutionType {
  @Field(() => InstitutionType, { description: 'The institution, as it is today.' })
  institution!: InstitutionType;

  @Field(() => NotCalledReason, { description: 'Why it is not called.' })
  reason!: NotCalledReason;
}

@ObjectType('RoundCalling', {
  description: 'The institutions that a round would call, and those that it would not.',
})
export class RoundCallingType {
  @Field(() => Int, { description: 'The number of institutions that would be called.' })
  called!: number;

  @Field(() => Int, {
    description: 'The number of institutions of the unit that would not be called.',
  })
  notCalledCount!: number;

  @Field(() => [CalledKindType], {
    description: 'The same numbers by kind and reason; those that are called come first.',
  })
  kinds!: CalledKindType[];
}
