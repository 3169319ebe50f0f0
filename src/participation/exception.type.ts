import { GraphQLLocalDate } from 'graphql-scalars';
import { Field, ObjectType, registerEnumType } from 'type-graphql';
import { ExceptionKind } from '../vocabulary/round.enums.js';
import type { ExceptionRow } from './participation.queries.js';

registerEnumType(ExceptionKind, {
  name: 'ExceptionKind',
  description: 'What differs for one institution in a round.',
  valuesConfig: {
    EXTENDED: { description: 'It has a later due date or last day than the round.' },
    REOPENED: { description: 'It may answer again after the round has closed for it.' },
    EXCUSED: {
      description:
        'It need not answer: it is not overdue. It may still answer while the round is open, and all figures count it as before.',
    },
  },
});

@ObjectType('ParticipationException', {
  description:
    'Ngoại lệ: what differs for one institution in a round, with its reason and author. Visible as the participation is.',
})
export class ParticipationExceptionType implements Omit<ExceptionRow, 'recordedAt'> {
  @Field(() => ExceptionKind, { description: 'The kind of the exception.' })
  kind!: ExceptionKind;

  @Field(() => GraphQLLocalDate, {
    nullable: true,
    description: 'The due date that the exception gives; null for an excuse.',
  })
  dueOn!: string | null;

  @Field(() => GraphQLLocalDate, {
    nullable: true,
    description: 'The last day that the exception gives; null for an excuse.',
  })
  closesOn!: string | null;

  @Field(() => String, { description: 'The reason.' })
  reason!: string;

  @Field(() => String, { description: 'The name of the account that made the exception.' })
  recordedBy!: string;
}
