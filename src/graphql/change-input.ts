import { Field, ID, InputType, Int } from 'type-graphql';

/** The base of every input that creates or decides. */
@InputType()
export abstract class KeyedInput {
  @Field(() => String, {
    nullable: true,
    description:
      'A text of your choice, at most 200 characters, that makes the request safe to repeat. Within 7 days, the same key with the same input gets the first answer again and changes nothing; the same key with another input is refused.',
  })
  idempotencyKey?: string | null;
}

/** The base of every input that changes an object. */
@InputType()
export abstract class ChangeInput extends KeyedInput {
  @Field(() => ID, { description: 'The id of the object to change.' })
  id!: string;

  @Field(() => Int, {
    description:
      'The version that you read. If the object has changed since, the request is refused with CONFLICT.',
  })
  version!: number;
}
