import { GraphQLDateTime } from 'graphql-scalars';
import { Arg, Args, Ctx, FieldResolver, Mutation, Query, Resolver, Root } from 'type-graphql';
import type { Connection } from '../graphql/connection.js';
import { rowIdOf } from '../graphql/node.js';
import { PageArguments } from '../graphql/page-arguments.js';
import { pageOf, type Order } from '../graphql/page.js';
import { readPage } from '../graphql/read-pages.js';
import { userErrors } from '../graphql/user-error.js';
import type { Context } from '../request/context.js';
import { ApiKeyCreateInput, ApiKeyRevokeInput, ApiKeyRotateInput } from './api-key.inputs.js';
import {
  apiKeyRows,
  loadApiKey,
  secretsOf,
  TOLD_SECRETS,
  type ApiKeyRow,
  type ApiKeySecretRow,
} from './api-key.queries.js';
import { createApiKey, revokeApiKey, rotateApiKey, type IssuedAnswer } from './api-key.service.js';
import {
  ApiKeyConnection,
  ApiKeyIssuedPayload,
  ApiKeyPayload,
  ApiKeySecretType,
  ApiKeyType,
} from './api-key.type.js';

const NEWEST_FIRST: Order = {
  name: 'api-key-newest',
  descending: true,
  columns: [{ name: 'id', type: 'number' }],
};

@Resolver(() => ApiKeyType)
export class ApiKeyResolver {
  @Query(() => ApiKeyConnection, {
    description:
      'Keys, newest first, those that have ended too. Operators only: for everybody else there are none.',
  })
  apiKeys(
    @Ctx() context: Context,
    @Args(() => PageArguments) pageArguments: PageArguments,
    @Arg('prefix', () => String, {
      nullable: true,
      description:
        'Only the key that has a secret of this prefix, such as edh_1a2b3c4d, also one that was replaced.',
    })
    prefix: string | null,
  ): Promise<Connection<ApiKeyRow>> {
    const page = pageOf(pageArguments, NEWEST_FIRST);
    return readPage(context, 'api keys', prefix ?? null, 0, page, () =>
      apiKeyRows(context, prefix ?? null),
    );
  }

  @Mutation(() => ApiKeyIssuedPayload, {
    description: 'Makes a key for a program that is to read. Operators only.',
  })
  async apiKeyCreate(
    @Ctx() context: Context,
    @Arg('input', () => ApiKeyCreateInput, { description: 'What the key is for.' })
    input: ApiKeyCreateInput,
  ): Promise<ApiKeyIssuedPayload> {
    const { name, scopes, expiresAt = null } = input;
    return issued(context, await createApiKey(context, { name, scopes, expiresAt }, input));
  }

  @Mutation(() => ApiKeyIssuedPayload, {
    description:
      'Gives a key a new secret, for the usual change or because it may have leaked; the old one stays good for a while, so that nothing stands still. Operators only.',
  })
  async apiKeyRotate(
    @Ctx() context: Context,
    @Arg('input', () => ApiKeyRotateInput, { description: 'Which key, and how.' })
    input: ApiKeyRotateInput,
  ): Promise<ApiKeyIssuedPayload> {
    const { version, overlapHours, expiresAt = null } = input;
    const rotation = { id: rowIdOf('ApiKey', input.id)!, version, overlapHours, expiresAt };
    return issued(context, await rotateApiKey(context, rotation, input));
  }

  @Mutation(() => ApiKeyPayload, {
    description:
      'Ends a key for good: its next request is refused. Harmless when it was revoked already. Operators only.',
  })
  async apiKeyRevoke(
    @Ctx() context: Context,
    @Arg('input', () => ApiKeyRevokeInput, { description: 'Which key.' })
    input: ApiKeyRevokeInput,
  ): Promise<ApiKeyPayload> {
    const id = rowIdOf('ApiKey', input.id)!;
    const { value, refusals } = await revokeApiKey(context, id, input);
    return {
      apiKey: value && (await loadApiKey(context, value.id)),
      userErrors: userErrors(refusals, context.language),
    };
  }

  @FieldResolver(() => GraphQLDateTime, { description: 'When it was made.' })
  createdAt(@Root() key: ApiKeyRow): Date {
    return new Date(key.createdAt);
  }

  @FieldResolver(() => GraphQLDateTime, {
    description: 'From when on it is refused; rotating can put that off.',
  })
  expiresAt(@Root() key: ApiKeyRow): Date {
    return new Date(key.expiresAt);
  }

  @FieldResolver(() => GraphQLDateTime, {
    nullable: true,
    description: 'When it was ended for good; null when it was not.',
  })
  revokedAt(@Root() key: ApiKeyRow): Date | null {
    return moment(key.revokedAt);
  }

  @FieldResolver(() => GraphQLDateTime, {
    nullable: true,
    description:
      'When it was last used, as exactly as a minute, with any of its secrets; null when it never was. Refused requests do not count.',
  })
  lastUsedAt(@Root() key: ApiKeyRow): Date | null {
    return moment(key.lastUsedAt);
  }

  @FieldResolver(() => [ApiKeySecretType], {
    description: `Its secrets, newest first, also those that were replaced; at most the newest ${TOLD_SECRETS}.`,
  })
  secrets(@Ctx() context: Context, @Root() key: ApiKeyRow): Promise<ApiKeySecretRow[]> {
    return context.batch
      .load('secrets of api key', key.id, (ids) => secretsOf(context.database, ids))
      .then((secrets) => secrets ?? []);
  }
}

@Resolver(() => ApiKeySecretType)
export class ApiKeySecretResolver {
  @FieldResolver(() => GraphQLDateTime, { description: 'When it was made.' })
  createdAt(@Root() secret: ApiKeySecretRow): Date {
    return new Date(secret.createdAt);
  }

  @FieldResolver(() => GraphQLDateTime, {
    nullable: true,
    description:
      'From when on it is refused because it was replaced; null for the newest, which is good as long as its key.',
  })
  goodUntil(@Root() secret: ApiKeySecretRow): Date | null {
    return moment(secret.goodUntil);
  }

  @FieldResolver(() => GraphQLDateTime, {
    nullable: true,
    description: 'When it was last used, as exactly as a minute; null when it never was.',
  })
  lastUsedAt(@Root() secret: ApiKeySecretRow): Date | null {
    return moment(secret.lastUsedAt);
  }
}

function moment(text: string | null): Date | null {
  return text === null ? null : new Date(text);
}

async function issued(
  context: Context,
  { value, refusals, secret }: IssuedAnswer,
): Promise<ApiKeyIssuedPayload> {
  return {
    apiKey: value && (await loadApiKey(context, value.id)),
    secret,
    userErrors: userErrors(refusals, context.language),
  };
}
