import { GraphQLLocalDate } from 'graphql-scalars';
import { Field, ID, InputType } from 'type-graphql';
import { RegisterChangeInput, STAYS } from './register.inputs.js';

@InputType({ description: 'A new campus of an institution.' })
export class CampusAddInput extends RegisterChangeInput {
  @Field(() => String, {
    nullable: true,
    description:
      'The system that gives the code; left out or null means that of the institution’s code.',
  })
  system?: string | null;

  @Field(() => String, { description: 'The code of the campus.' })
  code!: string;

  @Field(() => String, { description: 'The Vietnamese name.' })
  name!: string;

  @Field(() => ID, { description: 'The commune in which it lies.' })
  unit!: string;

  @Field(() => GraphQLLocalDate, {
    nullable: true,
    description: 'Its first day; left out or null means since before our records.',
  })
  from?: string | null;
}

@InputType({ description: 'What changes of a campus. What is left out stays as it is.' })
export class CampusChangeInput extends RegisterChangeInput {
  @Field(() => String, { description: 'The system of its code.' })
  system!: string;

  @Field(() => String, { description: 'Its code, by which it is known.' })
  code!: string;

  @Field(() => String, { nullable: true, description: `The Vietnamese name. ${STAYS}` })
  name?: string | null;

  @Field(() => ID, {
    nullable: true,
    description: `The commune in which it lies, corrected for all its days. ${STAYS}`,
  })
  unit?: string | null;

  @Field(() => GraphQLLocalDate, { nullable: true, description: `Its first day. ${STAYS}` })
  from?: string | null;

  @Field(() => GraphQLLocalDate, {
    nullable: true,
    description: 'Its last day, which closes it. Left out, it stays; null: it exists still.',
  })
  lastDay?: string | null;
}
