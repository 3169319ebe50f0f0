import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { KeyedInput } from '../graphql/change-input.js';
import { UserError } from '../graphql/user-error.js';
import type { OwnSessionRow } from './own-session.queries.js';

@ObjectType('OwnSession', {
  description: 'A sign-in of the viewer that is open, in a browser or a program.',
})
export class OwnSessionType implements Pick<OwnSessionRow, 'id' | 'address' | 'issuer'> {
  @Field(() => ID, { description: 'What names it for accountSessionEnd.' })
  id!: string;

  @Field(() => String, {
    nullable: true,
    description:
      'The network address from which it was used last, within fifteen minutes; null for one that was used last before addresses were kept (2026-12-01).',
  })
  address!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'The address of the issuer through which it began; null for a password.',
  })
  issuer!: string | null;
}

@InputType({ description: 'The session that ends.' })
export class AccountSessionEndInput extends KeyedInput {
  @Field(() => ID, { description: 'Its id, from Viewer.sessions.' })
  session!: string;
}

@ObjectType({ description: 'The result of ending one session.' })
export class AccountSessionEndPayload {
  @Field(() => Boolean, { description: 'Whether it was ended.' })
  ended!: boolean;

  @Field(() => [UserError], {
    description:
      'The reasons why nothing was ended, such as NOT_FOUND for one that is over; empty on success.',
  })
  userErrors!: UserError[];
}
