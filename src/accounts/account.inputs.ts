import { GraphQLLocalDate } from 'graphql-scalars';
import { Field, ID, InputType } from 'type-graphql';
import { KEY_DESCRIPTION } from '../changes/change.service.js';
import { KeyedInput } from '../graphql/change-input.js';
import { InstitutionKind } from '../vocabulary/institution.enums.js';
import { Role } from './account.enums.js';

@InputType({ description: 'Which accounts to list; conditions left out do not limit.' })
export class AccountFilter {
  @Field(() => String, {
    nullable: true,
    description: 'Part of the name or the e-mail; marks and case do not matter.',
  })
  search?: string | null;

  @Field(() => Role, { nullable: true, description: 'Only those that have this role today.' })
  role?: Role | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'True for those that are disabled, false for those that are not.',
  })
  disabled?: boolean | null;
}

@InputType({ description: 'A role, and where and when it is to hold.' })
export class GrantInput {
  @Field(() => Role, { description: 'The role.' })
  role!: Role;

  @Field(() => ID, {
    nullable: true,
    description: 'The unit of a planner or a reviewer, who need one; other roles take none.',
  })
  unit?: string | null;

  @Field(() => ID, {
    nullable: true,
    description: 'The institution of a school administrator, who needs one; other roles take none.',
  })
  institution?: string | null;

  @Field(() => [InstitutionKind], {
    nullable: true,
    description:
      'The kinds of institution of a reviewer’s duty; left out means all. Other roles take none.',
  })
  kinds?: InstitutionKind[] | null;

  @Field(() => GraphQLLocalDate, {
    nullable: true,
    description: 'The first day; left out means from the beginning.',
  })
  validFrom?: string | null;

  @Field(() => GraphQLLocalDate, {
    nullable: true,
    description: 'The last day; left out means without end.',
  })
  validTo?: string | null;
}

@InputType({ description: 'A new account that signs in with a password.' })
export class AccountCreateInput extends KeyedInput {
  @Field(() => String, { description: 'The name of the person, at most 200 characters.' })
  name!: string;

  @Field(() => String, {
    description: 'The e-mail to sign in with; no other account may have it. Case does not matter.',
  })
  email!: string;

  @Field(() => String, {
    description:
      'The password of the first sign-in, of 12 to 128 characters; the person is to change it.',
  })
  password!: string;

  @Field(() => [GrantInput], {
    defaultValue: [],
    description: 'The first grants, at most 100; none if left out.',
  })
  grants!: GrantInput[];
}

@InputType()
abstract class OneAccountInput extends KeyedInput {
  @Field(() => ID, { description: 'The account.' })
  account!: string;
}

@InputType({ description: 'Which account to shut out.' })
export class AccountDisableInput extends OneAccountInput {}

@InputType({ description: 'Which account to let in again.' })
export class AccountEnableInput extends OneAccountInput {}

@InputType({ description: 'Which account gets which password.' })
export class AccountPasswordResetInput extends OneAccountInput {
  @Field(() => String, { description: 'The new password, of 12 to 128 characters.' })
  password!: string;
}

@InputType({ description: 'A role for an account, and where and when it is to hold.' })
export class GrantAddInput extends GrantInput {
  @Field(() => ID, { description: 'The account.' })
  account!: string;

  @Field(() => String, { nullable: true, description: KEY_DESCRIPTION })
  idempotencyKey?: string | null;
}

@InputType({ description: 'Which grant ends, and when.' })
export class GrantEndInput extends KeyedInput {
  @Field(() => ID, { description: 'The grant.' })
  grant!: string;

  @Field(() => GraphQLLocalDate, {
    nullable: true,
    description:
      'Its last day, not before yesterday and not after the present one; left out means yesterday, so that it ends now.',
  })
  lastDay?: string | null;
}
