import { GraphQLEmailAddress } from 'graphql-scalars';
import { Field, ObjectType } from 'type-graphql';
import { connectionType } from '../graphql/connection.js';
import { Node } from '../graphql/node.js';
import { UserError } from '../graphql/user-error.js';
import type { AccountRow } from './account.queries.js';
import { GrantType } from './grant.type.js';

@ObjectType('Account', {
  implements: Node,
  description: 'Somebody who can sign in. Only operators see accounts; for others there are none.',
})
export class AccountType extends Node implements Pick<AccountRow, 'name' | 'email' | 'fromIssuer'> {
  @Field(() => String, { description: 'The name of the person.' })
  name!: string;

  @Field(() => GraphQLEmailAddress, {
    nullable: true,
    description: 'The e-mail that it signs in with; null for an account of an issuer.',
  })
  email!: string | null;

  @Field(() => Boolean, {
    description:
      'Whether it signs in through the OpenID Connect issuer, which alone keeps its password.',
  })
  fromIssuer!: boolean;
}

export const AccountConnection = connectionType(() => AccountType, 'Account');

@ObjectType({ description: 'An account that was changed.' })
export class AccountPayload {
  @Field(() => AccountType, {
    nullable: true,
    description: 'The account as it is now; null when nothing was done.',
  })
  account!: AccountRow | null;

  @Field(() => [UserError], { description: 'Why nothing was done; empty when it was.' })
  userErrors!: UserError[];
}

@ObjectType({ description: 'A grant that was added or ended.' })
export class GrantPayload {
  @Field(() => GrantType, {
    nullable: true,
    description:
      'The grant as it is now; null when nothing was done, and when ending left no day of it, so that it was taken away.',
  })
  grant!: GrantType | null;

  @Field(() => [UserError], { description: 'Why nothing was done; empty when it was.' })
  userErrors!: UserError[];
}
