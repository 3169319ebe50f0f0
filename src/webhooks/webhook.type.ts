import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import { connectionType } from '../graphql/connection.js';
import { Node } from '../graphql/node.js';
import { UserError } from '../graphql/user-error.js';
import { DisabledReason } from './webhook.enums.js';
import type { WebhookRow } from './webhook.queries.js';

registerEnumType(DisabledReason, {
  name: 'WebhookDisabledReason',
  description: 'Why a webhook is disabled.',
  valuesConfig: {
    OPERATOR: { description: 'An operator disabled it.' },
    FAILING: { description: 'For five days every attempt failed.' },
  },
});

@ObjectType('Webhook', {
  implements: Node,
  description:
    'An address that every published change is sent to, signed and in order. Only operators see webhooks; for others there are none.',
})
export class WebhookType
  extends Node
  implements
    Pick<
      WebhookRow,
      'url' | 'description' | 'version' | 'failures' | 'lastFailure' | 'disabledReason'
    >
{
  @Field(() => String, { description: 'Where changes are sent.' })
  url!: string;

  @Field(() => String, { description: 'Whose it is and what for.' })
  description!: string;

  @Field(() => Int, { description: 'Rises with every change that an operator makes.' })
  version!: number;

  @Field(() => Int, {
    description: 'How many attempts in a row have failed; 0 when the last one did not.',
  })
  failures!: number;

  @Field(() => String, {
    nullable: true,
    description:
      'Why the last attempt failed: `HTTP` with a status, TIMEOUT, UNREACHABLE, ADDRESS_NOT_PUBLIC, or SECRET_UNREADABLE when the hub’s own secret is another one now (renewSecret mends it). Null when it did not.',
  })
  lastFailure!: string | null;

  @Field(() => DisabledReason, {
    nullable: true,
    description: 'Why it is disabled; null when it is not.',
  })
  disabledReason!: DisabledReason | null;
}

export const WebhookConnection = connectionType(() => WebhookType, 'Webhook');

@ObjectType({ description: 'A webhook that was added or changed.' })
export class WebhookPayload {
  @Field(() => WebhookType, {
    nullable: true,
    description: 'The webhook as it is now; null when nothing was done.',
  })
  webhook!: WebhookRow | null;

  @Field(() => [UserError], { description: 'Why nothing was done; empty when it was.' })
  userErrors!: UserError[];
}

@ObjectType({ description: 'The same, with the secret if one was made.' })
export class WebhookSecretPayload extends WebhookPayload {
  @Field(() => String, {
    nullable: true,
    description:
      'What deliveries are signed with. It is told this once; null when none was made, and when an idempotency key came again.',
  })
  secret!: string | null;
}
