import { GraphQLDateTime } from 'graphql-scalars';
import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import type { Viewer } from '../auth/viewer.js';
import { userErrors } from '../graphql/user-error.js';
import type { Context } from '../request/context.js';
import { ownSessions, type OwnSessionRow } from './own-session.queries.js';
import { endOwnSession } from './own-session.service.js';
import {
  AccountSessionEndInput,
  AccountSessionEndPayload,
  OwnSessionType,
} from './own-session.type.js';
import { ViewerType } from './session.type.js';

@Resolver(() => ViewerType)
class ViewerSessionsResolver {
  @FieldResolver(() => [OwnSessionType], {
    description:
      'The sign-ins of the account that are open, the last used first, at most 200; without those of tokens of another issuer.',
  })
  sessions(
    @Ctx() { database, now }: Context,
    @Root() viewer: Viewer,
  ): Promise<readonly OwnSessionRow[]> {
    return ownSessions(database, viewer, now);
  }

  @Mutation(() => AccountSessionEndPayload, {
    description:
      'Ends one of the viewer’s own sessions: its access and refresh tokens are refused from now on. For everybody who is signed in.',
  })
  async accountSessionEnd(
    @Ctx() context: Context,
    @Arg('input', () => AccountSessionEndInput, { description: 'The session.' })
    input: AccountSessionEndInput,
  ): Promise<AccountSessionEndPayload> {
    const { value, refusals } = await endOwnSession(context, input);
    if (value !== null && value === context.viewer?.family) context.refreshCookie.clear();
    return { ended: value !== null, userErrors: userErrors(refusals, context.language) };
  }
}

@Resolver(() => OwnSessionType)
class OwnSessionResolver {
  @FieldResolver(() => Boolean, { description: 'Whether it is the one that sends the request.' })
  present(@Ctx() { viewer }: Context, @Root() { id }: OwnSessionRow): boolean {
    return id === viewer?.family;
  }

  @FieldResolver(() => GraphQLDateTime, {
    description: 'When it was used last, within fifteen minutes.',
  })
  lastUsedAt(@Root() { lastUsedAt }: OwnSessionRow): Date {
    return new Date(lastUsedAt);
  }

  @FieldResolver(() => GraphQLDateTime, {
    description: 'When it ends by itself if it is not used before.',
  })
  expiresAt(@Root() { expiresAt }: OwnSessionRow): Date {
    return new Date(expiresAt);
  }
}

/** What the viewer's own sessions add to the graph. */
export const ownSessionResolvers = [ViewerSessionsResolver, OwnSessionResolver] as const;
