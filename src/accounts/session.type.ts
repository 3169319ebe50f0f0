import { GraphQLDateTime, GraphQLEmailAddress } from 'graphql-scalars';
import { Field, InputType, ObjectType } from 'type-graphql';
import { UserError } from '../graphql/user-error.js';
import { GrantType } from './grant.type.js';

@ObjectType('Viewer', { description: 'Who is asking.' })
export class ViewerType {
  @Field(() => String, { description: 'The name of the account.' })
  name!: string;

  @Field(() => GraphQLEmailAddress, {
    nullable: true,
    description: 'The e-mail that it signs in with; null for an account of an issuer.',
  })
  email!: string | null;

  @Field(() => [GrantType], {
    description: 'The roles that hold today; empty for somebody without any.',
  })
  grants!: GrantType[];
}

@InputType({ description: 'E-mail and password.' })
export class SessionStartInput {
  @Field(() => String, { description: 'The e-mail of the account; case does not matter.' })
  email!: string;

  @Field(() => String, { description: 'The password.' })
  password!: string;
}

@InputType({ description: 'The present password and the new one.' })
export class PasswordChangeInput {
  @Field(() => String, { description: 'The password that is good now.' })
  presentPassword!: string;

  @Field(() => String, { description: 'The new one, of 12 to 128 characters.' })
  newPassword!: string;
}

@ObjectType({ description: 'A sign-in that was started or refreshed.' })
export class SessionPayload {
  @Field(() => String, {
    nullable: true,
    description:
      'Send it as “Authorization: Bearer …”; null when the sign-in failed. The refresh token goes into a cookie that scripts cannot read.',
  })
  accessToken!: string | null;

  @Field(() => GraphQLDateTime, {
    nullable: true,
    description: 'When the access token expires; null when the sign-in failed.',
  })
  expiresAt!: Date | null;

  @Field(() => ViewerType, {
    nullable: true,
    description: 'Who is signed in; null when the sign-in failed.',
  })
  viewer!: ViewerType | null;

  @Field(() => [UserError], { description: 'Why it failed; empty when it did not.' })
  userErrors!: UserError[];
}

@ObjectType({ description: 'A sign-in that was ended.' })
export class SessionEndPayload {
  @Field(() => [UserError], { description: 'Why nothing was ended; empty when it was.' })
  userErrors!: UserError[];
}

@ObjectType({ description: 'A password that was changed.' })
export class PasswordChangePayload {
  @Field(() => Boolean, {
    description:
      'Whether the password was changed; all other sign-ins of the account have ended then.',
  })
  changed!: boolean;

  @Field(() => [UserError], { description: 'Why it was not; empty when it was.' })
  userErrors!: UserError[];
}
