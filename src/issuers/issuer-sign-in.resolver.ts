import { Arg, Ctx, FieldResolver, Mutation, Query, Resolver, Root } from 'type-graphql';
import { loadAccount, type AccountRow } from '../accounts/account.queries.js';
import { AccountPayload, AccountType } from '../accounts/account.type.js';
import { checkOwnPassword } from '../accounts/own-password.service.js';
import { granted, refused, refuseLater } from '../accounts/session-answer.resolver.js';
import { SessionEndPayload, SessionPayload, ViewerType } from '../accounts/session.type.js';
import { wrongPassword } from '../accounts/wrong-credentials.js';
import { forbidden, requireViewer } from '../auth/require-viewer.js';
import type { SignInIssuer } from '../auth/sign-in-issuers.js';
import type { Viewer } from '../auth/viewer.js';
import { rowIdOf } from '../graphql/node.js';
import { userErrors } from '../graphql/user-error.js';
import type { Context } from '../request/context.js';
import { loadIdentitiesOf } from './identity.queries.js';
import { beginSignIn, finishSignIn } from './issuer-sign-in.service.js';
import {
  AccountIdentityType,
  AccountUnlinkInput,
  IssuerLinkStartInput,
  IssuerSignInFinishInput,
  IssuerSignInStartInput,
  IssuerSignInStartPayload,
  SignInIssuerType,
} from './issuer-sign-in.type.js';
import { unlinkIssuer } from './unlink.service.js';

const IDENTITIES = 'The issuers through which the account signs in, in the order of linking.';

@Resolver()
class IssuerSignInResolver {
  @Query(() => [SignInIssuerType], {
    description:
      'The OpenID Connect issuers through which people sign in; empty when there are none. Everybody may read it, also where nothing else is public.',
  })
  signInIssuers(@Ctx() { signInIssuers }: Context): readonly SignInIssuer[] {
    return signInIssuers?.all ?? [];
  }

  @Mutation(() => IssuerSignInStartPayload, {
    description:
      'Begins a sign-in through an OpenID Connect issuer (authorisation code with PKCE). The same browser finishes it with issuerSignInFinish.',
  })
  async issuerSignInStart(
    @Ctx() context: Context,
    @Arg('input', () => IssuerSignInStartInput, { description: 'The issuer.' })
    { issuer }: IssuerSignInStartInput,
  ): Promise<IssuerSignInStartPayload> {
    const { address, refusals } = await beginSignIn(context, issuer, null);
    return { address, userErrors: userErrors(refusals, context.language) };
  }

  @Mutation(() => IssuerSignInStartPayload, {
    description:
      'Begins to link an issuer to the account of the viewer, who then signs in through it, too. It is finished like a sign-in; the session goes on. A wrong password has the limits of sessionStart.',
  })
  async issuerLinkStart(
    @Ctx() context: Context,
    @Arg('input', () => IssuerLinkStartInput, { description: 'The issuer and the password.' })
    { issuer, presentPassword }: IssuerLinkStartInput,
  ): Promise<IssuerSignInStartPayload> {
    const viewer = requireViewer(context.viewer);
    const { accountId, family } = viewer;
    // A token of an issuer is no session that could go on.
    if (family === null) throw forbidden();
    const own = await checkOwnPassword(context, viewer, presentPassword ?? '').catch(refuseLater);
    const { address, refusals } = !own.isRight
      ? { address: null, refusals: [wrongPassword(context, 'presentPassword')] }
      : await beginSignIn(context, issuer, { accountId, family });
    return { address, userErrors: userErrors(refusals, context.language) };
  }

  @Mutation(() => SessionPayload, {
    description:
      'Finishes what issuerSignInStart or issuerLinkStart began in this browser. Whoever the hub does not know gets an account if a rule of the settings lets them in. It has the limits of sessionStart.',
  })
  async issuerSignInFinish(
    @Ctx() context: Context,
    @Arg('input', () => IssuerSignInFinishInput, { description: 'The answer of the issuer.' })
    { answer }: IssuerSignInFinishInput,
  ): Promise<SessionPayload> {
    const { signedIn, refusals } = await finishSignIn(context, answer).catch(refuseLater);
    return signedIn ? granted(context, signedIn) : refused(context, refusals);
  }

  @Mutation(() => AccountPayload, {
    description:
      'Ends the sign-in of an account through an issuer, and all its sessions. Not for accounts that were made through an issuer and have no other way to sign in. Operators only.',
  })
  async accountUnlink(
    @Ctx() context: Context,
    @Arg('input', () => AccountUnlinkInput, { description: 'The account and the issuer.' })
    input: AccountUnlinkInput,
  ): Promise<AccountPayload> {
    const accountId = rowIdOf('Account', input.account);
    const { issuer } = input;
    const { value, refusals } = await unlinkIssuer(context, { accountId, issuer, input });
    return {
      account: value && (await loadAccount(context, value.id)),
      userErrors: userErrors(refusals, context.language),
    };
  }
}

@Resolver(() => ViewerType)
class ViewerIdentitiesResolver {
  @FieldResolver(() => [AccountIdentityType], { description: IDENTITIES })
  identities(@Ctx() context: Context, @Root() { accountId }: Viewer) {
    return identitiesOf(context, accountId);
  }
}

@Resolver(() => AccountType)
class AccountIdentitiesResolver {
  @FieldResolver(() => [AccountIdentityType], { description: IDENTITIES })
  identities(@Ctx() context: Context, @Root() { id }: AccountRow) {
    return identitiesOf(context, id);
  }
}

@Resolver(() => SessionEndPayload)
class IssuerSignOutResolver {
  @FieldResolver(() => String, {
    nullable: true,
    description:
      'The address at which the browser ends the session at the issuer as well, which leads back to the sign-in. Null when the session began with a password, or the issuer has no such address.',
  })
  issuerSignOut(
    @Ctx() { signInIssuers, now }: Context,
    @Root() { issuer }: SessionEndPayload,
  ): Promise<string | null> | null {
    return issuer ? (signInIssuers?.signOutAddress(issuer, now) ?? null) : null;
  }
}

async function identitiesOf(context: Context, accountId: number): Promise<AccountIdentityType[]> {
  const found = (await loadIdentitiesOf(context, accountId)) ?? [];
  return found.map(({ issuer, linkedAt }) => ({
    issuer,
    name: context.signInIssuers?.find(issuer)?.name ?? issuer,
    linkedAt: new Date(linkedAt),
  }));
}

/** What this feature adds to the graph. */
export const issuerResolvers = [
  IssuerSignInResolver,
  ViewerIdentitiesResolver,
  AccountIdentitiesResolver,
  IssuerSignOutResolver,
] as const;
