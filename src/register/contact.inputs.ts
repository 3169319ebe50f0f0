import { Field, InputType } from 'type-graphql';
import { ChangeInput } from '../graphql/change-input.js';

@InputType({
  description: 'The contact of an institution. What is left out stays as it is; null empties.',
})
export class InstitutionContactSetInput extends ChangeInput {
  @Field(() => String, {
    nullable: true,
    description: 'The mail address of the office, at most 200 characters.',
  })
  email?: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      'The telephone of the office, with at least six digits and at most 60 characters, such as `0263 3822 123 (máy lẻ 5)`.',
  })
  telephone?: string | null;
}
