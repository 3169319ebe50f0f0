import { Arg, Ctx, FieldResolver, Mutation, Query, Resolver, Root } from 'type-graphql';
import { ACCESS_TOKEN_SECONDS, signAccessToken } from '../auth/access-token.js';
import { passwordProblem } from '../auth/password.js';
import type { Viewer, ViewerGrant } from '../auth/viewer.js';
import type { Context } from '../context.js';
import { RequestError } from '../shared/errors.js';
import { userErrors, type Refusal } from '../graphql/user-error.js';
import { loadInstitution, type InstitutionRow } from '../institutions/institution.queries.js';
import { InstitutionType } from '../institutions/institution.type.js';
import { dateInVietnam } from '../shared/dates.js';
import { loadUnit, type UnitRow } from '../units/unit.queries.js';
import { AdministrativeUnitType } from '../units/unit.type.js';
import { readViewer } from './account.queries.js';
import {
  GrantType,
  PasswordChangeInput,
  PasswordChangePayload,
  SessionEndPayload,
  SessionPayload,
  SessionStartInput,
  ViewerType,
} from './account.type.js';
import {
  changePassword,
  endAllSessions,
  endFamily,
  LOCK,
  refreshSession,
  signIn,
  type SignedIn,
} from './session.service.js';

const WRONG_CREDENTIALS: Refusal = {
  code: 'WRONG_CREDENTIALS',
  field: null,
  text: {
    vi: `E-mail hoặc mật khẩu không đúng. Sau ${LOCK.attempts} lần sai liên tiếp, tài khoản bị khoá ${LOCK.milliseconds / 60_000} phút.`,
    en: `The e-mail or the password is wrong. After ${LOCK.attempts} wrong passwords in a row an account is locked for ${LOCK.milliseconds / 60_000} minutes.`,
  },
};

const SIGN_IN_ENDED: Refusal = {
  code: 'SIGN_IN_ENDED',
  field: null,
  text: {
    vi: 'Phiên đăng nhập đã hết hạn hoặc đã kết thúc. Hãy đăng nhập lại.',
    en: 'The sign-in has expired or was ended. Sign in again.',
  },
};

@Resolver(() => ViewerType)
export class AccountResolver {
  @Query(() => ViewerType, {
    nullable: true,
    description: 'Who is asking; null for anonymous requests.',
  })
  viewer(@Ctx() context: Context): Viewer | null {
    return context.viewer;
  }

  @Mutation(() => SessionPayload, {
    description: `Signs in. The access token is good for ${ACCESS_TOKEN_SECONDS / 60} minutes; sessionRefresh gives the next one.`,
  })
  async sessionStart(
    @Ctx() context: Context,
    @Arg('input', () => SessionStartInput, { description: 'Who signs in.' })
    input: SessionStartInput,
  ): Promise<SessionPayload> {
    const signedIn = await signIn(context.em, input.email, input.password, context.now);
    return signedIn ? granted(context, signedIn) : refused(context, WRONG_CREDENTIALS);
  }

  @Mutation(() => SessionPayload, {
    description:
      'Exchanges the refresh token of the cookie for a new access token and the next cookie. A token used twice ends the sign-in.',
  })
  async sessionRefresh(@Ctx() context: Context): Promise<SessionPayload> {
    const token = context.refreshCookie.read();
    const signedIn = token === null ? null : await refreshSession(context.em, token, context.now);
    if (signedIn) return granted(context, signedIn);
    context.refreshCookie.clear();
    return refused(context, SIGN_IN_ENDED);
  }

  @Mutation(() => SessionEndPayload, {
    description: 'Signs out: access and refresh tokens of this sign-in are refused from now on.',
  })
  async sessionEnd(@Ctx() context: Context): Promise<SessionEndPayload> {
    const viewer = requireViewer(context);
    if (viewer.family !== null) await endFamily(context.em, viewer.family, context.now);
    context.refreshCookie.clear();
    return { userErrors: [] };
  }

  @Mutation(() => SessionEndPayload, {
    description: 'Signs out everywhere: every sign-in of the account ends.',
  })
  async sessionEndAll(@Ctx() context: Context): Promise<SessionEndPayload> {
    await endAllSessions(context.em, requireViewer(context).accountId, context.now);
    context.refreshCookie.clear();
    return { userErrors: [] };
  }

  @Mutation(() => PasswordChangePayload, {
    description: 'Changes the viewer’s password and ends all other sign-ins of the account.',
  })
  async accountPasswordChange(
    @Ctx() context: Context,
    @Arg('input', () => PasswordChangeInput, { description: 'The two passwords.' })
    input: PasswordChangeInput,
  ): Promise<PasswordChangePayload> {
    const viewer = requireViewer(context);
    const problem = passwordProblem(input.newPassword);
    const refusals: Refusal[] = problem
      ? [{ code: 'PASSWORD_UNFIT', field: ['newPassword'], text: problem }]
      : [];
    if (!problem) {
      const passwords = { present: input.presentPassword, next: input.newPassword };
      if (!(await changePassword(context.em, viewer, passwords, context.now)))
        refusals.push({ ...WRONG_CREDENTIALS, field: ['presentPassword'] });
    }
    return { changed: refusals.length === 0, userErrors: userErrors(refusals, context.language) };
  }
}

@Resolver(() => GrantType)
export class GrantResolver {
  @FieldResolver(() => AdministrativeUnitType, {
    nullable: true,
    description: 'The unit of a planner or reviewer; null for other roles.',
  })
  unit(@Ctx() context: Context, @Root() grant: ViewerGrant): Promise<UnitRow | null> | null {
    return grant.unitId === null ? null : loadUnit(context, grant.unitId);
  }

  @FieldResolver(() => InstitutionType, {
    nullable: true,
    description: 'The institution of a school administrator; null for other roles.',
  })
  institution(
    @Ctx() context: Context,
    @Root() grant: ViewerGrant,
  ): Promise<InstitutionRow | null> | null {
    return grant.institutionId === null ? null : loadInstitution(context, grant.institutionId);
  }
}

function requireViewer(context: Context): Viewer {
  if (context.viewer) return context.viewer;
  throw new RequestError('UNAUTHENTICATED', {
    vi: 'Hãy đăng nhập trước: gửi “Authorization: Bearer …” với accessToken của sessionStart.',
    en: 'Sign in first: send “Authorization: Bearer …” with the accessToken of sessionStart.',
  });
}

async function granted(context: Context, signedIn: SignedIn): Promise<SessionPayload> {
  const { accountId, family, refreshToken, expiresAt } = signedIn;
  context.refreshCookie.write(refreshToken, expiresAt);
  const today = dateInVietnam(context.now);
  return {
    accessToken: await signAccessToken(context.tokenSecret, { accountId, family }, context.now),
    expiresAt: new Date(context.now.getTime() + ACCESS_TOKEN_SECONDS * 1000),
    viewer: (await readViewer(
      context.database,
      { id: accountId },
      family,
      today,
    )) as ViewerType | null,
    userErrors: [],
  };
}

function refused(context: Context, refusal: Refusal): SessionPayload {
  return {
    accessToken: null,
    expiresAt: null,
    viewer: null,
    userErrors: userErrors([refusal], context.language),
  };
}
