import { Field, ObjectType } from 'type-graphql';
import type { Language, Text } from '../shared/text.js';

/** A problem in the input of a mutation that the client can correct. */
export interface Refusal {
  code: string;
  /** The path to the field in the input; null when the whole input is concerned. */
  field: string[] | null;
  text: Text;
}

@ObjectType({
  description: 'A reason why a mutation was refused. All reasons are returned at once.',
})
export class UserError {
  @Field(() => String, { description: 'A stable code, documented in docs/errors.md.' })
  code!: string;

  @Field(() => [String], {
    nullable: true,
    description: 'The path to the field in the input; null when the whole input is concerned.',
  })
  field!: string[] | null;

  @Field(() => String, { description: 'A sentence for people, in the language of the request.' })
  message!: string;
}

export function userErrors(refusals: readonly Refusal[], language: Language): UserError[] {
  return refusals.map(({ code, field, text }) => ({ code, field, message: text[language] }));
}
