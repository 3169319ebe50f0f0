import { Field, InputType, ObjectType } from 'type-graphql';
import { UserError } from '../graphql/user-error.js';

@InputType()
abstract class CodeInput {
  @Field(() => String, {
    description:
      'The one-time code: 20 digits and letters. Case, blanks and hyphens are ignored; O counts as 0, I and L as 1.',
  })
  code!: string;

  @Field(() => String, { description: 'The password to set, 12 to 128 characters.' })
  password!: string;
}

@InputType({ description: 'The code of an invitation and the first password.' })
export class InvitationAcceptInput extends CodeInput {}

@InputType({
  description: 'The code from the mail about a forgotten password, and a new password.',
})
export class AccountPasswordRenewInput extends CodeInput {}

@InputType({ description: 'The e-mail of somebody who forgot their password.' })
export class AccountPasswordRequestInput {
  @Field(() => String, { description: 'The e-mail of the account. Case is ignored.' })
  email!: string;
}

@ObjectType({ description: 'The result of asking for a new password.' })
export class AccountPasswordRequestPayload {
  @Field(() => Boolean, {
    description:
      'Whether the request was taken. It is taken, too, when no account with a password has the e-mail, so that nobody learns who has one; then no mail is sent.',
  })
  requested!: boolean;

  @Field(() => [UserError], {
    description: 'The reasons why no mail can be sent to anybody; empty on success.',
  })
  userErrors!: UserError[];
}
