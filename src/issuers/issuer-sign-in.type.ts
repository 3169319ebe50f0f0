import { GraphQLDateTime } from 'graphql-scalars';
import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { KeyedInput } from '../graphql/change-input.js';
import { UserError } from '../graphql/user-error.js';

@ObjectType('SignInIssuer', {
  description:
    'An OpenID Connect issuer through which people sign in, as the settings of the hub have it.',
})
export class SignInIssuerType {
  @Field(() => String, { description: 'Its address, by which issuerSignInStart knows it.' })
  issuer!: string;

  @Field(() => String, { description: 'Its name for people.' })
  name!: string;
}

@ObjectType('AccountIdentity', {
  description: 'That an account signs in through an OpenID Connect issuer.',
})
export class AccountIdentityType {
  @Field(() => String, { description: 'The address of the issuer.' })
  issuer!: string;

  @Field(() => String, {
    description: 'The name of the issuer for people; its address when the hub has it no more.',
  })
  name!: string;

  @Field(() => GraphQLDateTime, { description: 'When the account was linked to it.' })
  linkedAt!: Date;
}

@InputType({ description: 'The issuer through which somebody signs in.' })
export class IssuerSignInStartInput {
  @Field(() => String, { description: 'The address of the issuer, one of signInIssuers.' })
  issuer!: string;
}

@InputType({ description: 'The issuer through which the viewer wants to sign in as well.' })
export class IssuerLinkStartInput extends IssuerSignInStartInput {
  @Field(() => String, {
    nullable: true,
    description: 'The present password; left out by accounts that have none.',
  })
  presentPassword?: string | null;
}

@ObjectType({ description: 'Where to sign in at an issuer.' })
export class IssuerSignInStartPayload {
  @Field(() => String, {
    nullable: true,
    description:
      'The address to open in the browser that has sent this; a cookie that scripts cannot read belongs to it. The issuer leads back to `/sign-in/return` within ten minutes. Null when the sign-in cannot begin.',
  })
  address!: string | null;

  @Field(() => [UserError], {
    description: 'The reasons why the sign-in cannot begin; empty on success.',
  })
  userErrors!: UserError[];
}

@InputType({ description: 'What an issuer has answered.' })
export class IssuerSignInFinishInput {
  @Field(() => String, {
    description:
      'What stands behind the question mark of the address that the issuer led back to. It is good once.',
  })
  answer!: string;
}

@InputType({
  description: 'The account, and the issuer through which it shall not sign in any more.',
})
export class AccountUnlinkInput extends KeyedInput {
  @Field(() => ID, { description: 'The id of the account.' })
  account!: string;

  @Field(() => String, { description: 'The address of the issuer.' })
  issuer!: string;
}
