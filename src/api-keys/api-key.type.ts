import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import { ApiKeyScope } from '../auth/api-key.js';
import { connectionType } from '../graphql/connection.js';
import { Node } from '../graphql/node.js';
import { UserError } from '../graphql/user-error.js';
import type { ApiKeyRow, ApiKeySecretRow } from './api-key.queries.js';

registerEnumType(ApiKeyScope, {
  name: 'ApiKeyScope',
  description:
    'A use that a key is allowed where not everybody may read. What everybody may read, every key may read too. No scope allows a change, or reading data that is not public.',
  valuesConfig: {
    READ_PUBLIC: { description: 'Query the graph. The answers hold public data only.' },
    READ_EXPORTS: { description: 'Download published data as files.' },
  },
});

@ObjectType('ApiKey', {
  implements: Node,
  description:
    'A key with which a program, such as a dashboard, reads from the hub. It is sent as “X-Api-Key: edh_…”, as “Authorization: Bearer edh_…”, or as the password of HTTP Basic with any user name. It reads public data only and changes nothing. Only operators can read keys; others get none.',
})
export class ApiKeyType extends Node implements Pick<ApiKeyRow, 'name' | 'scopes' | 'version'> {
  @Field(() => String, { description: 'The owner and the purpose of the key.' })
  name!: string;

  @Field(() => [ApiKeyScope], { description: 'The scopes of the key; at least one.' })
  scopes!: ApiKeyScope[];

  @Field(() => Int, {
    description: 'The number of the version, from 1. It rises with every change.',
  })
  version!: number;
}

export const ApiKeyConnection = connectionType(() => ApiKeyType, 'ApiKey');

@ObjectType('ApiKeySecret', {
  description:
    'A secret of a key. The hub stores only its hash, so that nobody can read it; its prefix identifies it. While a key is being rotated, it has two valid secrets.',
})
export class ApiKeySecretType implements Pick<ApiKeySecretRow, 'prefix'> {
  @Field(() => String, {
    description:
      'The beginning of the secret, such as edh_1a2b3c4d. It is not confidential and appears in the hub’s log.',
  })
  prefix!: string;
}

@ObjectType({ description: 'The result of creating or rotating an API key.' })
export class ApiKeyIssuedPayload {
  @Field(() => ApiKeyType, {
    nullable: true,
    description: 'The key after the change; null when nothing was changed.',
  })
  apiKey!: ApiKeyRow | null;

  @Field(() => String, {
    nullable: true,
    description:
      'The new secret, beginning with “edh_”. It is shown in this answer only, and the hub does not store it. Null when nothing was changed, and when the request repeats an earlier one by its idempotencyKey, because the first answer held it. If that answer was lost, rotate the key with an overlap of 0, or revoke it.',
  })
  secret!: string | null;

  @Field(() => [UserError], {
    description: 'The reasons why nothing was changed; empty on success.',
  })
  userErrors!: UserError[];
}

@ObjectType({ description: 'The result of revoking an API key.' })
export class ApiKeyPayload {
  @Field(() => ApiKeyType, {
    nullable: true,
    description: 'The key after the change; null when nothing was changed.',
  })
  apiKey!: ApiKeyRow | null;

  @Field(() => [UserError], {
    description: 'The reasons why nothing was changed; empty on success.',
  })
  userErrors!: UserError[];
}
