import { Field, ID, InputType, Int } from 'type-graphql';

/** What every input that creates or decides takes. */
@InputType()
export abstract class KeyedInput {
  @Field(() => String, {
    nullable: true,
    description:
      'Up to 200 characters of your choice. The same key with the same input within 7 days is answered as before, and nothing is done again; with another input it is refused.',
  })
  idempotencyKey?: string | null;
}

/** What every input that changes something takes. */
@InputType()
export abstract class ChangeInput extends KeyedInput {
  @Field(() => ID, { description: 'What is changed.' })
  id!: string;

  @Field(() => Int, {
    description: 'The version that you saw; an older one is refused as a CONFLICT.',
  })
  version!: number;
}
