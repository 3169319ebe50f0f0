import { GraphQLDateTime, GraphQLEmailAddress } from 'graphql-scalars';
import { Field, InputType, ObjectType } from 'type-graphql';
import type { Viewer } from '../auth/viewer.js';
import { UserError } from '../graphql/user-error.js';

@ObjectType('Viewer', { description: 'The account that sends the request.' })
export class ViewerType {
  @Field(() => String, { description: 'The name of the account.' })
  name!: string;

  @Field(() => GraphQLEmailAddress, {
    nullable: true,
    description:
      'The e-mail to sign in with; null when the account has none, or signs in through the OpenID Connect issuer.',
  })
  email!: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      'What is typed to sign in: the e-mail or, without one, a name of its own. Null when the account signs in through the OpenID Connect issuer.',
  })
  signInName!: string | null;

  @Field(() => Boolean, {
    description:
      'Whether the password has to be changed (accountPasswordChange) before anything else, because an operator set it. Until then everything else is refused with PASSWORD_CHANGE_REQUIRED.',
  })
  passwordChangeRequired!: boolean;

  @Field(() => Boolean, {
    description:
      'Whether a second factor has to be set up (secondFactorStart, secondFactorConfirm) before anything else, because this hub asks for one of operators, planners and reviewers who sign in with a password. Until then everything else but accountPasswordChange is refused with SECOND_FACTOR_REQUIRED.',
  })
  secondFactorRequired!: boolean;
}

@InputType({ description: 'The e-mail, or the name to sign in with, and the password.' })
export class SessionStartInput {
  @Field(() => String, {
    description:
      'The e-mail of the account or, without one, its name to sign in with. Case is ignored.',
  })
  email!: string;

  @Field(() => String, { description: 'The password.' })
  password!: string;

  @Field(() => String, {
    nullable: true,
    description:
      'The six digits of the authenticator app, or a recovery code. Left out at first: an account that needs one refuses with SECOND_FACTOR_NEEDED.',
  })
  code?: string | null;
}

@InputType({ description: 'The present and the new password.' })
export class PasswordChangeInput {
  @Field(() => String, { description: 'The present password.' })
  presentPassword!: string;

  @Field(() => String, {
    description:
      'The new password, 12 to 128 characters; another one than the present one if an operator set that.',
  })
  newPassword!: string;
}

@ObjectType({ description: 'The result of signing in or of refreshing a session.' })
export class SessionPayload {
  @Field(() => String, {
    nullable: true,
    description:
      'The access token, sent as “Authorization: Bearer …”; null when the sign-in failed. The refresh token is set in a cookie that scripts cannot read.',
  })
  accessToken!: string | null;

  @Field(() => GraphQLDateTime, {
    nullable: true,
    description: 'When the access token expires; null when the sign-in failed.',
  })
  expiresAt!: Date | null;

  @Field(() => ViewerType, {
    nullable: true,
    description: 'The account that is signed in; null when the sign-in failed.',
  })
  viewer!: Viewer | null;

  @Field(() => [UserError], {
    description: 'The reasons why the sign-in failed; empty on success.',
  })
  userErrors!: UserError[];
}

@ObjectType({ description: 'The result of signing out.' })
export class SessionEndPayload {
  /** The issuer through which the session began; null for a password. */
  issuer!: string | null;

  @Field(() => [UserError], { description: 'The reasons why nothing was ended; empty on success.' })
  userErrors!: UserError[];
}

@ObjectType({ description: 'The result of changing a password.' })
export class PasswordChangePayload {
  @Field(() => Boolean, {
    description:
      'Whether the password was changed. All other sessions of the account have then ended.',
  })
  changed!: boolean;

  @Field(() => [UserError], {
    description: 'The reasons why the password was not changed; empty on success.',
  })
  userErrors!: UserError[];
}
