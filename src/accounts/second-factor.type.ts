import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { KeyedInput } from '../graphql/change-input.js';
import { UserError } from '../graphql/user-error.js';

@ObjectType({ description: 'The second factor of the viewer, codes of an authenticator app.' })
export class OwnSecondFactor {
  @Field(() => Boolean, { description: 'Whether a sign-in with the password needs a code.' })
  active!: boolean;

  @Field(() => Int, { description: 'How many recovery codes were not used yet.' })
  recoveryCodesLeft!: number;
}

@InputType({ description: 'The password of somebody who sets up a second factor.' })
export class SecondFactorStartInput {
  @Field(() => String, { description: 'The present password.' })
  presentPassword!: string;
}

@ObjectType({ description: 'A secret for an authenticator app, which is told only here.' })
export class SecondFactorStartPayload {
  @Field(() => String, {
    nullable: true,
    description: 'The secret in base 32, to be typed into an app; null when nothing was made.',
  })
  secret!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'The same as an `otpauth:` address; null when nothing was made.',
  })
  address!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'The address as a QR code, a picture in SVG; null when nothing was made.',
  })
  picture!: string | null;

  @Field(() => [UserError], {
    description: 'The reasons why nothing was made; empty on success.',
  })
  userErrors!: UserError[];
}

@InputType({ description: 'A code of the app that was set up.' })
export class SecondFactorConfirmInput {
  @Field(() => String, { description: 'The six digits that the app shows now.' })
  code!: string;
}

@ObjectType({ description: 'The result of confirming a second factor.' })
export class SecondFactorConfirmPayload {
  @Field(() => [String], {
    description:
      'Ten recovery codes, each of which stands for the app once. They are told only here, and earlier ones are good no more. Empty when nothing was confirmed.',
  })
  recoveryCodes!: string[];

  @Field(() => [UserError], {
    description: 'The reasons why nothing was confirmed; empty on success.',
  })
  userErrors!: UserError[];
}

@InputType({ description: 'The account whose second factor ends.' })
export class AccountSecondFactorResetInput extends KeyedInput {
  @Field(() => ID, { description: 'The id of the account.' })
  account!: string;
}
