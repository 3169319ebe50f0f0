import { Arg, Ctx, FieldResolver, Mutation, Query, Resolver, Root } from 'type-graphql';
import { ACCESS_TOKEN_SECONDS } from '../auth/access-token.js';
import { requireViewer } from '../auth/require-viewer.js';
import type { Viewer, ViewerGrant } from '../auth/viewer.js';
import { userErrors, type Refusal } from '../graphql/user-error.js';
import type { Context } from '../request/context.js';
import { passwordProblems } from './account-input.js';
import { GrantType } from './grant.type.js';
import { granted, refused, refuseLater } from './session-answer.resolver.js';
import {
  PasswordChangeInput,
  PasswordChangePayload,
  SessionEndPayload,
  SessionPayload,
  SessionStartInput,
  ViewerType,
} from './session.type.js';
import { changePassword, refreshSession, signIn, signOut } from './session.service.js';
import { wrongCredentials, wrongPassword } from './wrong-credentials.js';

const SIGN_IN_ENDED: Refusal = {
  code: 'SIGN_IN_ENDED',
  field: null,
  text: {
    vi: 'Phiên đăng nhập đã hết hạn hoặc đã kết thúc. Hãy đăng nhập lại.',
    en: 'The sign-in has expired or was ended. Sign in again.',
  },
};

const UNCHANGED: Refusal = {
  code: 'PASSWORD_UNCHANGED',
  field: ['newPassword'],
  text: {
    vi: 'Mật khẩu này do người vận hành đặt. Hãy chọn một mật khẩu khác.',
    en: 'An operator set this password. Choose another one.',
  },
};

@Resolver(() => ViewerType)
export class SessionResolver {
  @Query(() => ViewerType, {
    nullable: true,
    description: 'The account that sends the request; null for anonymous requests.',
  })
  viewer(@Ctx() context: Context): Viewer | null {
    context.personal = true;
    return context.viewer;
  }

  @FieldResolver(() => [GrantType], {
    description:
      'The grants that hold today; empty when the account has no role today. While the password has to be changed or a second factor to be set up, they give no rights yet.',
  })
  grants(@Root() { granted }: Viewer): readonly ViewerGrant[] {
    return granted;
  }

  @Mutation(() => SessionPayload, {
    description: `Signs in. The access token is valid for ${ACCESS_TOKEN_SECONDS / 60} minutes; sessionRefresh returns the next one.`,
  })
  async sessionStart(
    @Ctx() context: Context,
    @Arg('input', () => SessionStartInput, {
      description: 'The e-mail or the name, and the password.',
    })
    input: SessionStartInput,
  ): Promise<SessionPayload> {
    const { email, password, code } = input;
    const outcome = await signIn(context, email, password, code || null).catch(refuseLater);
    return outcome && 'family' in outcome
      ? granted(context, outcome)
      : refused(context, [outcome ?? wrongCredentials(context)]);
  }

  @Mutation(() => SessionPayload, {
    description:
      'Exchanges the refresh token in the cookie for a new access token and a new cookie. A refresh token that is used twice ends the session.',
  })
  async sessionRefresh(@Ctx() context: Context): Promise<SessionPayload> {
    const token = context.refreshCookie.read();
    const signedIn = token === null ? null : await refreshSession(context, token);
    if (signedIn) return granted(context, signedIn);
    context.refreshCookie.clear();
    return refused(context, [SIGN_IN_ENDED]);
  }

  @Mutation(() => SessionEndPayload, {
    description:
      'Signs out: the access and refresh tokens of this session are refused from now on.',
  })
  async sessionEnd(@Ctx() context: Context): Promise<SessionEndPayload> {
    const issuer = await signOut(context, requireViewer(context.viewer), false);
    context.refreshCookie.clear();
    return { issuer, userErrors: [] };
  }

  @Mutation(() => SessionEndPayload, {
    description: 'Signs out everywhere: all sessions of the account end.',
  })
  async sessionEndAll(@Ctx() context: Context): Promise<SessionEndPayload> {
    const issuer = await signOut(context, requireViewer(context.viewer), true);
    context.refreshCookie.clear();
    return { issuer, userErrors: [] };
  }

  @Mutation(() => PasswordChangePayload, {
    description: 'Changes the viewer’s password and ends all other sessions of the account.',
  })
  async accountPasswordChange(
    @Ctx() context: Context,
    @Arg('input', () => PasswordChangeInput, { description: 'The present and the new password.' })
    input: PasswordChangeInput,
  ): Promise<PasswordChangePayload> {
    const viewer = requireViewer(context.viewer);
    const refusals = passwordProblems(input.newPassword, ['newPassword']);
    if (viewer.passwordChangeRequired && input.newPassword === input.presentPassword)
      refusals.push(UNCHANGED);
    if (refusals.length === 0) {
      const passwords = { present: input.presentPassword, next: input.newPassword };
      if (!(await changePassword(context, viewer, passwords).catch(refuseLater)))
        refusals.push(wrongPassword(context, 'presentPassword'));
    }
    return { changed: refusals.length === 0, userErrors: userErrors(refusals, context.language) };
  }
}
