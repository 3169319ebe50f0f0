import { GraphQLLocalDate } from 'graphql-scalars';
import { Field, ID, InputType } from 'type-graphql';
import type { ExtensionInput } from '../exceptions/exception-input.js';
import { KeyedInput } from '../graphql/change-input.js';
import { LONGEST_LIST, LONGEST_TEXT } from '../graphql/input-check.js';

/** The base of every exception: for whom, and why. */
@InputType()
abstract class ParticipationExceptionInput extends KeyedInput {
  @Field(() => ID, { description: 'The round.' })
  round!: string;

  @Field(() => [ID], {
    description: `The institutions, at most ${LONGEST_LIST}. All of them get the exception, or none.`,
  })
  institutions!: string[];

  @Field(() => String, {
    description: `The reason, at most ${LONGEST_TEXT} characters. The institutions, their reviewers and their planners see it.`,
  })
  reason!: string;
}

@InputType({ description: 'A later day for institutions in a round.' })
export class ParticipationExtendInput
  extends ParticipationExceptionInput
  implements ExtensionInput
{
  @Field(() => GraphQLLocalDate, {
    description:
      'The day by which they should report; later than the due date of the round and not over.',
  })
  dueOn!: string;

  @Field(() => GraphQLLocalDate, {
    nullable: true,
    description:
      'The last day on which they may report; not before `dueOn` and not before the last day of the round. Left out, it is the later of these two.',
  })
  closesOn?: string | null;
}

@InputType({ description: 'Institutions to which a closed round opens again.' })
export class ParticipationReopenInput extends ParticipationExceptionInput {
  @Field(() => GraphQLLocalDate, {
    description: 'The last day on which they may report, and their due date; from today on.',
  })
  closesOn!: string;
}

@InputType({ description: 'Institutions to excuse from a round.' })
export class ParticipationExcuseInput extends ParticipationExceptionInput {}

@InputType({ description: 'Institutions whose exceptions end.' })
export class ParticipationExceptionTakeBackInput extends ParticipationExceptionInput {}
