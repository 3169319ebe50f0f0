import { Field, ID, InputType, ObjectType } from 'type-graphql';
import type { AccountRow } from '../accounts/account.queries.js';
import { AccountType } from '../accounts/account.type.js';
import { severalObjects } from '../graphql/answer-size.js';
import { KeyedInput } from '../graphql/change-input.js';
import { UserError } from '../graphql/user-error.js';
import { MOST_INVITED } from './invite.service.js';

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
export class AccountPasswordRenewInput extends CodeInput {
  @Field(() => String, {
    nullable: true,
    description:
      'The six digits of the authenticator app, or a recovery code, for accounts with a second factor. Left out at first: such an account refuses with SECOND_FACTOR_NEEDED, and the mailed code stays good.',
  })
  secondFactor?: string | null;
}

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

/** For the cost: seldom are more invited at once. */
export const INVITED_EXPECTED = 100;

@InputType({ description: 'The accounts whose owners are invited.' })
export class AccountsInviteInput extends KeyedInput {
  @Field(() => [ID], { description: `The ids of the accounts, at most ${MOST_INVITED}.` })
  accounts!: string[];

  @Field(() => Boolean, {
    defaultValue: true,
    description:
      'True: an invitation goes by mail if the account has an e-mail and the hub sends mail. False: the answer has the codes, to be handed over otherwise.',
  })
  byMail!: boolean;
}

@ObjectType({ description: 'Somebody who was invited just now.' })
export class AccountInvitation {
  @Field(() => AccountType, {
    description: 'The account; its invitationEndsAt says until when the invitation is good.',
  })
  account!: AccountRow;

  @Field(() => String, {
    nullable: true,
    description:
      'The one-time code for a letter, with which the first password is set at `/invitation#CODE`. It is told only here. Null when the invitation goes by mail.',
  })
  code!: string | null;
}

@ObjectType({ description: 'The result of inviting the owners of accounts.' })
export class AccountsInvitePayload {
  @Field(() => [AccountInvitation], {
    complexity: ({ childComplexity }) => severalObjects(INVITED_EXPECTED, childComplexity),
    description: 'Those who were invited; empty when it was refused and nobody was invited.',
  })
  invitations!: AccountInvitation[];

  @Field(() => [UserError], {
    description:
      'The reasons why nobody was invited, with the path to each account concerned; empty on success.',
  })
  userErrors!: UserError[];
}
