import { GraphQLEmailAddress } from 'graphql-scalars';
import { Field, ObjectType } from 'type-graphql';
import { connectionType } from '../graphql/connection.js';
import { Node } from '../graphql/node.js';
import { UserError } from '../graphql/user-error.js';
import type { AccountRow } from './account.queries.js';
import type { GrantRow } from './grant.queries.js';
import { GrantType } from './grant.type.js';

@ObjectType('Account', {
  implements: Node,
  description:
    'An account with which a person signs in. Only operators can read accounts; others get none.',
})
export class AccountType
  extends Node
  implements Pick<AccountRow, 'name' | 'email' | 'fromIssuer' | 'passwordChangeRequired'>
{
  @Field(() => String, { description: 'The name of the person.' })
  name!: string;

  @Field(() => GraphQLEmailAddress, {
    nullable: true,
    description:
      'The e-mail to sign in with; null when the account signs in through the OpenID Connect issuer.',
  })
  email!: string | null;

  @Field(() => Boolean, {
    description:
      'Whether the account signs in through the OpenID Connect issuer, which then keeps the password.',
  })
  fromIssuer!: boolean;

  @Field(() => Boolean, {
    description:
      'Whether an operator set the password and its owner has not changed it yet. Until then the account can do nothing else.',
  })
  passwordChangeRequired!: boolean;
}

export const AccountConnection = connectionType(() => AccountType, 'Account');

@ObjectType({ description: 'The result of changing an account.' })
export class AccountPayload {
  @Field(() => AccountType, {
    nullable: true,
    description: 'The account after the change; null when nothing was changed.',
  })
  account!: AccountRow | null;

  @Field(() => [UserError], {
    description: 'The reasons why nothing was changed; empty on success.',
  })
  userErrors!: UserError[];
}

@ObjectType({ description: 'The result of changing a grant.' })
export class GrantPayload {
  @Field(() => GrantType, {
    nullable: true,
    description:
      'The grant after the change. Null when nothing was changed, and when the grant was deleted because no day of it would be left.',
  })
  grant!: GrantRow | null;

  @Field(() => [UserError], {
    description: 'The reasons why nothing was changed; empty on success.',
  })
  userErrors!: UserError[];
}
