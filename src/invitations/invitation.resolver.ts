import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { AccountCreateInput, AccountInviteInput } from '../accounts/account.inputs.js';
import { loadAccount } from '../accounts/account.queries.js';
import { AccountPayload } from '../accounts/account.type.js';
import { grantFacts } from '../accounts/grant.resolver.js';
import { granted, refused, refuseLater } from '../accounts/session-answer.resolver.js';
import { SessionPayload } from '../accounts/session.type.js';
import { codeOf } from '../auth/one-time-code.js';
import type { Answer } from '../changes/change.service.js';
import { rowIdOf } from '../graphql/node.js';
import { userErrors } from '../graphql/user-error.js';
import type { Context } from '../request/context.js';
import { createAccount } from './account-create.service.js';
import { setPasswordByCode, type CodeRequest } from './code-use.service.js';
import { inviteAccount, inviteAccounts, type Invited } from './invite.service.js';
import {
  AccountPasswordRenewInput,
  AccountPasswordRequestInput,
  AccountPasswordRequestPayload,
  AccountInvitation,
  AccountsInviteInput,
  AccountsInvitePayload,
  INVITED_EXPECTED,
  InvitationAcceptInput,
} from './invitation.type.js';
import { requestPassword } from './password-forgotten.service.js';

@Resolver()
export class InvitationResolver {
  @Mutation(() => AccountPayload, {
    description:
      'Creates an account that signs in with a password. With a password, its owner has to change it before anything else; without one, its owner is invited to set the first. For operators; planners create accounts with duties of schools in their units.',
  })
  async accountCreate(
    @Ctx() context: Context,
    @Arg('input', () => AccountCreateInput, { description: 'The new account.' })
    input: AccountCreateInput,
  ): Promise<AccountPayload> {
    const { name, email, signInName, password } = input;
    const grants = input.grants.map(grantFacts);
    const account = { name, email, signInName, password, grants, input };
    return invited(context, await createAccount(context, account));
  }

  @Mutation(() => AccountPayload, {
    description:
      'Invites the owner of an account that has no password yet to set the first one, with a code that is good once and for 14 days. An earlier invitation of the account ends. For operators; planners invite for accounts of schools in their units.',
  })
  async accountInvite(
    @Ctx() context: Context,
    @Arg('input', () => AccountInviteInput, { description: 'The account.' })
    input: AccountInviteInput,
  ): Promise<AccountPayload> {
    const accountId = rowIdOf('Account', input.account);
    const { byMail } = input;
    return invited(context, await inviteAccount(context, { accountId, byMail, input }));
  }

  @Mutation(() => AccountsInvitePayload, {
    complexity: ({ childComplexity }) => INVITED_EXPECTED + childComplexity,
    description:
      'Invites the owners of several accounts, as accountInvite does for one: all of them or, with any problem, nobody. Earlier invitations of the accounts end, so that letters printed before open nothing any more. For operators; planners invite for accounts of schools in their units.',
  })
  async accountsInvite(
    @Ctx() context: Context,
    @Arg('input', () => AccountsInviteInput, { description: 'The accounts.' })
    input: AccountsInviteInput,
  ): Promise<AccountsInvitePayload> {
    const accountIds = input.accounts.map((id) => rowIdOf('Account', id));
    const { byMail } = input;
    const { value, refusals } = await inviteAccounts(context, { accountIds, byMail, input });
    return {
      invitations: await invitationsOf(context, value ?? []),
      userErrors: userErrors(refusals, context.language),
    };
  }

  @Mutation(() => SessionPayload, {
    description:
      'Sets the first password with the code of an invitation, and signs in. The code is used up. It has the limits of sessionStart.',
  })
  invitationAccept(
    @Ctx() context: Context,
    @Arg('input', () => InvitationAcceptInput, { description: 'The code and the password.' })
    { code, password }: InvitationAcceptInput,
  ): Promise<SessionPayload> {
    return entered(context, { purpose: 'INVITATION', code, password, secondFactor: null });
  }

  @Mutation(() => AccountPasswordRequestPayload, {
    description:
      'Mails a code for a new password to the owner of an account. It is good once and for an hour. At most one mail in five minutes goes to an account, and the request has the limits of a sign-in that fails.',
  })
  async accountPasswordRequest(
    @Ctx() context: Context,
    @Arg('input', () => AccountPasswordRequestInput, { description: 'The e-mail.' })
    { email }: AccountPasswordRequestInput,
  ): Promise<AccountPasswordRequestPayload> {
    const refusals = await requestPassword(context, email).catch(refuseLater);
    return { requested: refusals.length === 0, userErrors: userErrors(refusals, context.language) };
  }

  @Mutation(() => SessionPayload, {
    description:
      'Sets a new password with the code from the mail about a forgotten one, and signs in. The code is used up, and all other sessions of the account end. It has the limits of sessionStart.',
  })
  accountPasswordRenew(
    @Ctx() context: Context,
    @Arg('input', () => AccountPasswordRenewInput, { description: 'The code and the password.' })
    { code, password, secondFactor = null }: AccountPasswordRenewInput,
  ): Promise<SessionPayload> {
    return entered(context, { purpose: 'PASSWORD_RESET', code, password, secondFactor });
  }
}

async function entered(context: Context, request: CodeRequest): Promise<SessionPayload> {
  const { signedIn, refusals } = await setPasswordByCode(context, request).catch(refuseLater);
  return signedIn ? granted(context, signedIn) : refused(context, refusals);
}

/** With the codes of those to whom no mail goes. */
export async function invitationsOf(
  context: Context,
  invited: readonly Pick<Invited, 'id' | 'seed'>[],
): Promise<AccountInvitation[]> {
  const shown = await Promise.all(
    invited.map(async ({ id, seed }) => {
      const account = await loadAccount(context, id);
      return account && { account, code: seed && codeOf(context.tokenSecret, seed) };
    }),
  );
  return shown.filter((each) => each !== null);
}

/** The code is derived again for a key that is repeated, and stored nowhere. */
async function invited(
  context: Context,
  { value, refusals }: Answer<Invited>,
): Promise<AccountPayload> {
  return {
    account: value && (await loadAccount(context, value.id)),
    invitationCode: value?.seed ? codeOf(context.tokenSecret, value.seed) : null,
    userErrors: userErrors(refusals, context.language),
  };
}
