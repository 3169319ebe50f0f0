import encodeQR from 'qr';
import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import type { Viewer } from '../auth/viewer.js';
import { rowIdOf } from '../graphql/node.js';
import { userErrors } from '../graphql/user-error.js';
import type { Context } from '../request/context.js';
import { loadAccount, type AccountRow } from './account.queries.js';
import { AccountPayload, AccountType } from './account.type.js';
import { loadFactor } from './second-factor.queries.js';
import {
  confirmSecondFactor,
  resetSecondFactor,
  startSecondFactor,
} from './second-factor.service.js';
import {
  AccountSecondFactorResetInput,
  OwnSecondFactor,
  SecondFactorConfirmInput,
  SecondFactorConfirmPayload,
  SecondFactorStartInput,
  SecondFactorStartPayload,
} from './second-factor.type.js';
import { refuseLater } from './session-answer.resolver.js';
import { ViewerType } from './session.type.js';

@Resolver(() => ViewerType)
class SecondFactorResolver {
  @FieldResolver(() => OwnSecondFactor, { description: 'The second factor of the account.' })
  async secondFactor(
    @Ctx() context: Context,
    @Root() { accountId }: Viewer,
  ): Promise<OwnSecondFactor> {
    const factor = await loadFactor(context, accountId);
    return { active: factor !== null, recoveryCodesLeft: factor?.recoveryCodesLeft ?? 0 };
  }

  @Mutation(() => SecondFactorStartPayload, {
    description:
      'Makes a secret for the viewer’s authenticator app, which counts once secondFactorConfirm has confirmed it; until then an earlier one does. A wrong password has the limits of sessionStart.',
  })
  async secondFactorStart(
    @Ctx() context: Context,
    @Arg('input', () => SecondFactorStartInput, { description: 'The password.' })
    { presentPassword }: SecondFactorStartInput,
  ): Promise<SecondFactorStartPayload> {
    const { value, refusals } = await startSecondFactor(context, presentPassword).catch(
      refuseLater,
    );
    return {
      secret: value?.secret ?? null,
      address: value?.address ?? null,
      picture: value && encodeQR(value.address, 'svg'),
      userErrors: userErrors(refusals, context.language),
    };
  }

  @Mutation(() => SecondFactorConfirmPayload, {
    description:
      'Confirms the secret of secondFactorStart with a code. From then on signing in with the password needs a code, and all other sessions of the account end.',
  })
  async secondFactorConfirm(
    @Ctx() context: Context,
    @Arg('input', () => SecondFactorConfirmInput, { description: 'A code of the app.' })
    { code }: SecondFactorConfirmInput,
  ): Promise<SecondFactorConfirmPayload> {
    const { value, refusals } = await confirmSecondFactor(context, code);
    return { recoveryCodes: value ?? [], userErrors: userErrors(refusals, context.language) };
  }

  @Mutation(() => AccountPayload, {
    description:
      'Ends the second factor of an account whose owner has lost it, and all its sessions. Operators only.',
  })
  async accountSecondFactorReset(
    @Ctx() context: Context,
    @Arg('input', () => AccountSecondFactorResetInput, { description: 'The account.' })
    input: AccountSecondFactorResetInput,
  ): Promise<AccountPayload> {
    const accountId = rowIdOf('Account', input.account);
    const { value, refusals } = await resetSecondFactor(context, { accountId, input });
    return {
      account: value && (await loadAccount(context, value.id)),
      userErrors: userErrors(refusals, context.language),
    };
  }
}

@Resolver(() => AccountType)
class AccountSecondFactorResolver {
  @FieldResolver(() => Boolean, {
    description: 'Whether a sign-in with the password needs a code of an authenticator app.',
  })
  async secondFactor(@Ctx() context: Context, @Root() { id }: AccountRow): Promise<boolean> {
    return (await loadFactor(context, id)) !== null;
  }
}

/** What second factors add to the graph. */
export const secondFactorResolvers = [SecondFactorResolver, AccountSecondFactorResolver] as const;
