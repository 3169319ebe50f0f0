import { GraphQLLocalDate } from 'graphql-scalars';
import { Field, ID, InputType } from 'type-graphql';
import { KEY_DESCRIPTION } from '../changes/change.service.js';
import { KeyedInput } from '../graphql/change-input.js';
import { InstitutionKind } from '../vocabulary/institution.enums.js';
import { AccountState, Role } from './account.enums.js';

@InputType({
  description:
    'Conditions for a list of accounts. A condition that is left out does not limit the list.',
})
export class AccountFilter {
  @Field(() => String, {
    nullable: true,
    description:
      'Only accounts whose name or e-mail contains this text. Diacritics and case are ignored.',
  })
  search?: string | null;

  @Field(() => Role, { nullable: true, description: 'Only accounts that have this role today.' })
  role?: Role | null;

  @Field(() => AccountState, { nullable: true, description: 'Only accounts in this state.' })
  state?: AccountState | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'True: only disabled accounts. False: only accounts that are not disabled.',
  })
  disabled?: boolean | null;
}

@InputType({ description: 'A role to grant, with its scope and dates.' })
export class GrantInput {
  @Field(() => Role, { description: 'The role.' })
  role!: Role;

  @Field(() => ID, {
    nullable: true,
    description: 'The unit. Required for planners and reviewers; refused for other roles.',
  })
  unit?: string | null;

  @Field(() => ID, {
    nullable: true,
    description: 'The institution. Required for school administrators; refused for other roles.',
  })
  institution?: string | null;

  @Field(() => [InstitutionKind], {
    nullable: true,
    description:
      'The kinds of institution that a reviewer is responsible for; left out means all kinds. Refused for other roles.',
  })
  kinds?: InstitutionKind[] | null;

  @Field(() => GraphQLLocalDate, {
    nullable: true,
    description: 'The first day on which the role holds; left out means from the beginning.',
  })
  validFrom?: string | null;

  @Field(() => GraphQLLocalDate, {
    nullable: true,
    description: 'The last day on which the role holds; left out means without end.',
  })
  validTo?: string | null;
}

@InputType({
  description:
    'A new account that signs in with a password. With neither a password nor an e-mail, or on a hub that sends no mail, the answer has a code for a letter.',
})
export class AccountCreateInput extends KeyedInput {
  @Field(() => String, { description: 'The name of the person, at most 200 characters.' })
  name!: string;

  @Field(() => String, {
    nullable: true,
    description:
      'The e-mail to sign in with, unique among accounts. Case is ignored. Left out for people who have none; then signInName is needed.',
  })
  email?: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      'The name to sign in with for people without an e-mail, such as the code of their institution: 3 to 60 letters, digits, dots, hyphens and underscores, unique among accounts. Case is ignored. Refused beside an e-mail.',
  })
  signInName?: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      'The password for the first sign-in, 12 to 128 characters. The person has to change it before anything else. Left out, the person is invited to set the first one.',
  })
  password?: string | null;

  @Field(() => [GrantInput], {
    defaultValue: [],
    description: 'The first grants, at most 100; left out means none.',
  })
  grants!: GrantInput[];
}

@InputType()
abstract class OneAccountInput extends KeyedInput {
  @Field(() => ID, { description: 'The id of the account.' })
  account!: string;
}

@InputType({ description: 'The account to disable.' })
export class AccountDisableInput extends OneAccountInput {}

@InputType({ description: 'The account to enable again.' })
export class AccountEnableInput extends OneAccountInput {}

@InputType({ description: 'The account and its new name.' })
export class AccountRenameInput extends OneAccountInput {
  @Field(() => String, { description: 'The name to be shown by, at most 200 characters.' })
  name!: string;
}

@InputType({ description: 'The new name of the viewer’s account.' })
export class AccountNameChangeInput extends KeyedInput {
  @Field(() => String, { description: 'The name to be shown by, at most 200 characters.' })
  name!: string;
}

@InputType({ description: 'The account and its new password.' })
export class AccountPasswordResetInput extends OneAccountInput {
  @Field(() => String, {
    description:
      'The new password, 12 to 128 characters. The person has to change it before anything else.',
  })
  password!: string;
}

@InputType({ description: 'The account whose owner is invited.' })
export class AccountInviteInput extends OneAccountInput {
  @Field(() => Boolean, {
    defaultValue: true,
    description:
      'True: the invitation goes by mail if the account has an e-mail and the hub sends mail. False: the answer has its code, to be handed over otherwise.',
  })
  byMail!: boolean;
}

@InputType({ description: 'A role to grant to an account.' })
export class GrantAddInput extends GrantInput {
  @Field(() => ID, { description: 'The id of the account.' })
  account!: string;

  @Field(() => String, { nullable: true, description: KEY_DESCRIPTION })
  idempotencyKey?: string | null;
}

@InputType({ description: 'A grant to end.' })
export class GrantEndInput extends KeyedInput {
  @Field(() => ID, { description: 'The id of the grant.' })
  grant!: string;

  @Field(() => GraphQLLocalDate, {
    nullable: true,
    description:
      'The last day of the grant, from yesterday to its present last day. Left out means yesterday, so that the grant ends now.',
  })
  lastDay?: string | null;
}
