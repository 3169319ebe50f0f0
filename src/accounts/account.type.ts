import { GraphQLEmailAddress } from 'graphql-scalars';
import { Field, ObjectType, registerEnumType } from 'type-graphql';
import { connectionType } from '../graphql/connection.js';
import { Node } from '../graphql/node.js';
import { UserError } from '../graphql/user-error.js';
import { AccountState } from './account.enums.js';
import type { AccountRow } from './account.queries.js';
import type { GrantRow } from './grant.queries.js';
import { GrantType } from './grant.type.js';

registerEnumType(AccountState, {
  name: 'AccountState',
  description: 'Whether an account can sign in.',
  valuesConfig: {
    INVITED: { description: 'Its owner has not set the first password yet.' },
    ACTIVE: { description: 'It can sign in.' },
    DISABLED: { description: 'It was disabled, so that it cannot sign in.' },
  },
});

@ObjectType('Account', {
  implements: Node,
  description:
    'An account with which a person signs in. Operators can read all accounts, planners those of schools in their units; others get none.',
})
export class AccountType
  extends Node
  implements
    Pick<
      AccountRow,
      'name' | 'email' | 'signInName' | 'state' | 'fromIssuer' | 'passwordChangeRequired'
    >
{
  @Field(() => String, { description: 'The name of the person.' })
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
      'What its owner types to sign in: the e-mail or, without one, a name of its own. Null when the account signs in through the OpenID Connect issuer.',
  })
  signInName!: string | null;

  @Field(() => AccountState, { description: 'Whether it can sign in.' })
  state!: AccountState;

  @Field(() => Boolean, {
    description:
      'Whether the account signs in through the OpenID Connect issuer, which then keeps the password.',
  })
  fromIssuer!: boolean;

  @Field(() => Boolean, {
    description:
      'Whether somebody else set the password and its owner has not changed it yet. Until then the account can do nothing else.',
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

  @Field(() => String, {
    nullable: true,
    description:
      'The one-time code of an invitation that is not mailed, with which the first password is set at `/invitation#CODE`. It is told only here. Null when nobody was invited, and when the invitation goes by mail.',
  })
  invitationCode?: string | null;

  @Field(() => [UserError], {
    description: 'The reasons why nothing was changed; empty on success.',
  })
  userErrors!: UserError[];
}

@ObjectType({ description: 'The result of changing the name of the viewer’s account.' })
export class NameChangePayload {
  @Field(() => String, {
    nullable: true,
    description: 'The name after the change; null when nothing was changed.',
  })
  name!: string | null;

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
