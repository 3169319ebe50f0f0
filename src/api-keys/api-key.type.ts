import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import { ApiKeyScope } from '../auth/api-key.js';
import { connectionType } from '../graphql/connection.js';
import { Node } from '../graphql/node.js';
import { UserError } from '../graphql/user-error.js';
import type { ApiKeyRow, ApiKeySecretRow } from './api-key.queries.js';

registerEnumType(ApiKeyScope, {
  name: 'ApiKeyScope',
  description:
    'What a key may be used for. There is none for writing, nor for what the public does not see.',
  valuesConfig: {
    READ_PUBLIC: { description: 'Ask the graph; answered as the public is.' },
    READ_EXPORTS: { description: 'Download published data as files.' },
  },
});

@ObjectType('ApiKey', {
  implements: Node,
  description:
    'What a program of somebody else reads with, such as a dashboard: sent as “X-Api-Key: edh_…” or “Authorization: Bearer edh_…”. It sees what the public sees and changes nothing. Only operators see keys; for others there are none.',
})
export class ApiKeyType extends Node implements Pick<ApiKeyRow, 'name' | 'scopes' | 'version'> {
  @Field(() => String, { description: 'Whose it is and what it is for.' })
  name!: string;

  @Field(() => [ApiKeyScope], { description: 'What it may be used for; one at least.' })
  scopes!: ApiKeyScope[];

  @Field(() => Int, { description: 'Counts its changes, beginning with 1.' })
  version!: number;
}

export const ApiKeyConnection = connectionType(() => ApiKeyType, 'ApiKey');

@ObjectType('ApiKeySecret', {
  description:
    'What proves a key. Only a hash of it is kept, so nobody can read it; its prefix tells which it is. A key has two that are good while it is being rotated.',
})
export class ApiKeySecretType implements Pick<ApiKeySecretRow, 'prefix'> {
  @Field(() => String, {
    description: 'How the secret begins, such as edh_1a2b3c4d; no secret, and in the hub’s log.',
  })
  prefix!: string;
}

@ObjectType({ description: 'A key that was made or rotated.' })
export class ApiKeyIssuedPayload {
  @Field(() => ApiKeyType, {
    nullable: true,
    description: 'The key as it is now; null when nothing was done.',
  })
  apiKey!: ApiKeyRow | null;

  @Field(() => String, {
    nullable: true,
    description:
      'The new secret, from “edh_” to its end. It is shown this once and kept nowhere. Null when nothing was done, and when the request repeats an earlier one by its idempotencyKey: then the first answer had it, and if that was lost, rotate the key with an overlap of 0, or revoke it.',
  })
  secret!: string | null;

  @Field(() => [UserError], { description: 'Why nothing was done; empty when it was.' })
  userErrors!: UserError[];
}

@ObjectType({ description: 'A key that was revoked.' })
export class ApiKeyPayload {
  @Field(() => ApiKeyType, {
    nullable: true,
    description: 'The key as it is now; null when nothing was done.',
  })
  apiKey!: ApiKeyRow | null;

  @Field(() => [UserError], { description: 'Why nothing was done; empty when it was.' })
  userErrors!: UserError[];
}
