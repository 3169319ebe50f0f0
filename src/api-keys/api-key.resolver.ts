import { GraphQLDateTime } from 'graphql-scalars';
import { Arg, Args, Ctx, FieldResolver, Mutation, Query, Resolver, Root } from 'type-graphql';
import type { Connection } from '../graphql/connection.js';
import { fromGlobalId } from '../graphql/node.js';
import { PageArguments } from '../graphql/page-arguments.js';
import { pageOf, type Order } from '../graphql/page.js';
import { readPage } from '../graphql/read-pages.js';
import { userErrors } from '../graphql/user-error.js';
import type { Context } from '../request/context.js';
import { ApiKeyCreateInput, ApiKeyRevokeInput, ApiKeyRotateInput } from './api-key.inputs.js';
import {
  apiKeyRows,
  loadApiKey,
  loadSecrets,
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
      'API keys, newest first, including expired and revoked ones. Only operators can read them; for others the list is empty.',
  })
  apiKeys(
    @Ctx() context: Context,
    @Args(() => PageArguments) pageArguments: PageArguments,
    @Arg('prefix', () => String, {
      nullable: true,
      description:
        'Only the key that has a secret with this prefix, such as edh_1a2b3c4d. Replaced secrets are found too.',
    })
    prefix: string | null,
  ): Promise<Connection<ApiKeyRow>> {
    const page = pageOf(pageArguments, NEWEST_FIRST);
    return readPage(context, 'api keys', prefix ?? null, 0, page, () =>
      apiKeyRows(context, prefix ?? null),
    );
  }

  @Mutation(() => ApiKeyIssuedPayload, {
    description: 'Creates an API key for a program. Operators only.',
  })
  async apiKeyCreate(
    @Ctx() context: Context,
    @Arg('input', () => ApiKeyCreateInput, { description: 'The new key.' })
    input: ApiKeyCreateInput,
  ): Promise<ApiKeyIssuedPayload> {
    const { name, scopes, expiresAt = null } = input;
    return issued(context, await createApiKey(context, { name, scopes, expiresAt }, input));
  }

  @Mutation(() => ApiKeyIssuedPayload, {
    description:
      'Gives a key a new secret, as a routine or because the old one may have leaked. The old secret stays valid for a while, so that the program keeps working. Operators only.',
  })
  async apiKeyRotate(
    @Ctx() context: Context,
    @Arg('input', () => ApiKeyRotateInput, { description: 'The key to rotate.' })
    input: ApiKeyRotateInput,
  ): Promise<ApiKeyIssuedPayload> {
    const { version, overlapHours, expiresAt = null } = input;
    const rotation = {
      id: fromGlobalId('ApiKey', input.id) ?? 0,
      version,
      overlapHours,
      expiresAt,
    };
    return issued(context, await rotateApiKey(context, rotation, input));
  }

  @Mutation(() => ApiKeyPayload, {
    description:
      'Revokes a key for good: its next request is refused. A key that is revoked already stays so, without an error. Operators only.',
  })
  async apiKeyRevoke(
    @Ctx() context: Context,
    @Arg('input', () => ApiKeyRevokeInput, { description: 'The key to revoke.' })
    input: ApiKeyRevokeInput,
  ): Promise<ApiKeyPayload> {
    const id = fromGlobalId('ApiKey', input.id) ?? 0;
    const { value, refusals } = await revokeApiKey(context, id, input);
    return {
      apiKey: value && (await loadApiKey(context, value.id)),
      userErrors: userErrors(refusals, context.language),
    };
  }

  @FieldResolver(() => GraphQLDateTime, { description: 'When the key was created.' })
  createdAt(@Root() key: ApiKeyRow): Date {
    return new Date(key.createdAt);
  }

  @FieldResolver(() => GraphQLDateTime, {
    description: 'When the key expires. Rotating the key can set a later moment.',
  })
  expiresAt(@Root() key: ApiKeyRow): Date {
    return new Date(key.expiresAt);
  }

  @FieldResolver(() => GraphQLDateTime, {
    nullable: true,
    description: 'When the key was revoked for good; null when it was not revoked.',
  })
  revokedAt(@Root() key: ApiKeyRow): Date | null {
    return moment(key.revokedAt);
  }

  @FieldResolver(() => GraphQLDateTime, {
    nullable: true,
    description:
      'When the key was last used with any of its secrets, to the minute; null when it was never used. Refused requests do not count.',
  })
  lastUsedAt(@Root() key: ApiKeyRow): Date | null {
    return moment(key.lastUsedAt);
  }

  @FieldResolver(() => [ApiKeySecretType], {
    description: `The secrets of the key, newest first, including replaced ones; at most the newest ${TOLD_SECRETS}.`,
  })
  async secrets(@Ctx() context: Context, @Root() key: ApiKeyRow): Promise<ApiKeySecretRow[]> {
    return (await loadSecrets(context, key.id)) ?? [];
  }
}

@Resolver(() => ApiKeySecretType)
export class ApiKeySecretResolver {
  @FieldResolver(() => GraphQLDateTime, { description: 'When the secret was created.' })
  createdAt(@Root() secret: ApiKeySecretRow): Date {
    return new Date(secret.createdAt);
  }

  @FieldResolver(() => GraphQLDateTime, {
    nullable: true,
    description:
      'The end of a replaced secret, after which it is refused; null for the newest secret, which is valid as long as its key.',
  })
  goodUntil(@Root() secret: ApiKeySecretRow): Date | null {
    return moment(secret.goodUntil);
  }

  @FieldResolver(() => GraphQLDateTime, {
    nullable: true,
    description: 'When the secret was last used, to the minute; null when it was never used.',
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
