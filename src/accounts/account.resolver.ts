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
  AccountCreateInput,
  AccountDisableInput,
  AccountEnableInput,
  AccountFilter,
  AccountPasswordResetInput,
} from './account.inputs.js';
import { accountRows, loadAccount, type AccountRow } from './account.queries.js';
import { AccountConnection, AccountPayload, AccountType } from './account.type.js';
import {
  createAccount,
  disableAccount,
  enableAccount,
  resetPassword,
} from './administration.service.js';
import { grantsOf, type GrantRow } from './grant.queries.js';
import { grantFacts } from './grant.resolver.js';
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
    description: 'Accounts by name. Operators only: for everybody else there are none.',
  })
  accounts(
    @Ctx() context: Context,
    @Args(() => PageArguments) pageArguments: PageArguments,
    @Arg('filter', () => AccountFilter, {
      nullable: true,
      description: 'Which accounts to list.',
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
    description: 'Adds an account that signs in with a password. Operators only.',
  })
  async accountCreate(
    @Ctx() context: Context,
    @Arg('input', () => AccountCreateInput, { description: 'Who is to sign in.' })
    input: AccountCreateInput,
  ): Promise<AccountPayload> {
    const { name, email, password } = input;
    const grants = input.grants.map(grantFacts);
    const account = { name, email, password, grants, input };
    return payload(context, await createAccount(context, account));
  }

  @Mutation(() => AccountPayload, {
    description:
      'Disables an account: its sign-ins end at once and it cannot sign in. Harmless when it is disabled already. Operators only; not their own account.',
  })
  async accountDisable(
    @Ctx() context: Context,
    @Arg('input', () => AccountDisableInput, { description: 'Which account.' })
    input: AccountDisableInput,
  ): Promise<AccountPayload> {
    const accountId = rowIdOf('Account', input.account);
    return payload(context, await disableAccount(context, { accountId, input }));
  }

  @Mutation(() => AccountPayload, {
    description:
      'Lets a disabled account sign in again. Harmless when it is not disabled. Operators only.',
  })
  async accountEnable(
    @Ctx() context: Context,
    @Arg('input', () => AccountEnableInput, { description: 'Which account.' })
    input: AccountEnableInput,
  ): Promise<AccountPayload> {
    const accountId = rowIdOf('Account', input.account);
    return payload(context, await enableAccount(context, { accountId, input }));
  }

  @Mutation(() => AccountPayload, {
    description:
      'Gives an account a new password: its sign-ins end, and it is no longer locked. Operators only; their own password they change with accountPasswordChange.',
  })
  async accountPasswordReset(
    @Ctx() context: Context,
    @Arg('input', () => AccountPasswordResetInput, { description: 'Which account and password.' })
    input: AccountPasswordResetInput,
  ): Promise<AccountPayload> {
    const accountId = rowIdOf('Account', input.account);
    const { password } = input;
    return payload(context, await resetPassword(context, { accountId, password, input }));
  }

  @FieldResolver(() => GraphQLDateTime, { description: 'Since when there is the account.' })
  createdAt(@Root() account: AccountRow): Date {
    return new Date(account.createdAt);
  }

  @FieldResolver(() => GraphQLDateTime, {
    nullable: true,
    description: 'When it was disabled; null when it is not.',
  })
  disabledAt(@Root() account: AccountRow): Date | null {
    return account.disabledAt === null ? null : new Date(account.disabledAt);
  }

  @FieldResolver(() => GraphQLDateTime, {
    nullable: true,
    description:
      'Until when an address that sent too many wrong passwords has to wait, or after many of them every address that the account has not signed in from; from others it can sign in. Null when none waits.',
  })
  lockedUntil(@Ctx() context: Context, @Root() account: AccountRow): Date | null {
    const until = account.lockedUntil === null ? null : new Date(account.lockedUntil);
    return until !== null && until > context.now ? until : null;
  }

  @FieldResolver(() => [GrantType], {
    description: 'All its grants, past ones and those to come too, in the order they were given.',
  })
  grants(@Ctx() context: Context, @Root() account: AccountRow): Promise<GrantRow[]> {
    return context.batch
      .load('grants of account', account.id, (ids) => grantsOf(context.database, ids))
      .then((grants) => grants ?? []);
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
