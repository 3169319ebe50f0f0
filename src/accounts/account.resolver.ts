import { GraphQLDateTime } from 'graphql-scalars';
import { Arg, Args, Ctx, FieldResolver, Mutation, Query, Resolver, Root } from 'type-graphql';
import type { Answer } from '../changes/change.service.js';
import type { Connection } from '../graphql/connection.js';
import { rowIdOf } from '../graphql/node.js';
import { PageArguments } from '../graphql/page-arguments.js';
import { pageOf, type Order } from '../graphql/page.js';
import { readPage } from '../graphql/read-pages.js';
import { userErrors } from '../graphql/user-error.js';
import type { Context } from '../request/context.js';
import {
  AccountDisableInput,
  AccountEnableInput,
  AccountFilter,
  AccountPasswordResetInput,
} from './account.inputs.js';
import { accountRows, loadAccount, type AccountRow } from './account.queries.js';
import { AccountConnection, AccountPayload, AccountType } from './account.type.js';
import { disableAccount, enableAccount, resetPassword } from './administration.service.js';
import { loadGrantsOf, type GrantRow } from './grant.queries.js';
import { GrantType } from './grant.type.js';
import type { Changed } from './operate.service.js';

const BY_NAME: Order = {
  name: 'account-name',
  descending: false,
  columns: [
    { name: 'sortName', type: 'text' },
    { name: 'id', type: 'number' },
  ],
};

@Resolver(() => AccountType)
export class AccountResolver {
  @Query(() => AccountConnection, {
    description:
      'Accounts, sorted by name. Operators read all of them, planners those whose roles, today or later, are all of schools in their units; for others the list is empty.',
  })
  accounts(
    @Ctx() context: Context,
    @Args(() => PageArguments) pageArguments: PageArguments,
    @Arg('filter', () => AccountFilter, {
      nullable: true,
      description: 'Conditions for the list.',
    })
    filter: AccountFilter | null,
  ): Promise<Connection<AccountRow>> {
    const page = pageOf(pageArguments, BY_NAME);
    const conditions = filter ?? {};
    return readPage(context, 'accounts', conditions, 0, page, () =>
      accountRows(context, conditions),
    );
  }

  @Mutation(() => AccountPayload, {
    description:
      'Disables an account: it is signed out everywhere and cannot sign in. An account that is disabled already stays so, without an error. For operators, but not for their own account; planners disable accounts of schools in their units.',
  })
  async accountDisable(
    @Ctx() context: Context,
    @Arg('input', () => AccountDisableInput, { description: 'The account to disable.' })
    input: AccountDisableInput,
  ): Promise<AccountPayload> {
    const accountId = rowIdOf('Account', input.account);
    return payload(context, await disableAccount(context, { accountId, input }));
  }

  @Mutation(() => AccountPayload, {
    description:
      'Lets a disabled account sign in again. An account that is not disabled stays so, without an error. For operators; planners enable accounts of schools in their units.',
  })
  async accountEnable(
    @Ctx() context: Context,
    @Arg('input', () => AccountEnableInput, { description: 'The account to enable again.' })
    input: AccountEnableInput,
  ): Promise<AccountPayload> {
    const accountId = rowIdOf('Account', input.account);
    return payload(context, await enableAccount(context, { accountId, input }));
  }

  @Mutation(() => AccountPayload, {
    description:
      'Sets a new password for an account, which its owner has to change before anything else, signs it out everywhere and unlocks it. For operators; planners reset those of accounts of schools in their units. One’s own is changed with accountPasswordChange.',
  })
  async accountPasswordReset(
    @Ctx() context: Context,
    @Arg('input', () => AccountPasswordResetInput, {
      description: 'The account and its new password.',
    })
    input: AccountPasswordResetInput,
  ): Promise<AccountPayload> {
    const accountId = rowIdOf('Account', input.account);
    const { password } = input;
    return payload(context, await resetPassword(context, { accountId, password, input }));
  }

  @FieldResolver(() => GraphQLDateTime, { description: 'When the account was created.' })
  createdAt(@Root() account: AccountRow): Date {
    return new Date(account.createdAt);
  }

  @FieldResolver(() => GraphQLDateTime, {
    nullable: true,
    description:
      'When the open invitation ends or has ended. Null when there is none: the first password was set, or nobody was invited.',
  })
  invitationEndsAt(@Root() account: AccountRow): Date | null {
    return account.invitationEndsAt === null ? null : new Date(account.invitationEndsAt);
  }

  @FieldResolver(() => GraphQLDateTime, {
    nullable: true,
    description: 'When the account was disabled; null when it is not disabled.',
  })
  disabledAt(@Root() account: AccountRow): Date | null {
    return account.disabledAt === null ? null : new Date(account.disabledAt);
  }

  @FieldResolver(() => GraphQLDateTime, {
    nullable: true,
    description:
      'The end of a wait for sign-ins. An address that sent too many wrong passwords must wait; after many of them, so must every address from which the account has not signed in. From other addresses it can sign in. Null when no address must wait.',
  })
  lockedUntil(@Ctx() context: Context, @Root() account: AccountRow): Date | null {
    const until = account.lockedUntil === null ? null : new Date(account.lockedUntil);
    return until !== null && until > context.now ? until : null;
  }

  @FieldResolver(() => [GrantType], {
    description:
      'All grants of the account, including past and future ones, in the order in which they were given.',
  })
  async grants(@Ctx() context: Context, @Root() account: AccountRow): Promise<GrantRow[]> {
    return (await loadGrantsOf(context, account.id)) ?? [];
  }
}

async function payload(
  context: Context,
  { value, refusals }: Answer<Changed>,
): Promise<AccountPayload> {
  return {
    account: value && (await loadAccount(context, value.id)),
    userErrors: userErrors(refusals, context.language),
  };
}
