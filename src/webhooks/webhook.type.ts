import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import { connectionType } from '../graphql/connection.js';
import { Node } from '../graphql/node.js';
import { UserError } from '../graphql/user-error.js';
import { DisabledReason } from './webhook.enums.js';
import type { WebhookRow } from './webhook.queries.js';

registerEnumType(DisabledReason, {
  name: 'WebhookDisabledReason',
  description: 'The reason why a webhook is disabled.',
  valuesConfig: {
    OPERATOR: { description: 'An operator disabled it.' },
    FAILING: { description: 'All attempts failed for five days.' },
  },
});

@ObjectType('Webhook', {
  implements: Node,
  description:
    'An address to which every published change is sent, signed and in order. Only operators can read webhooks; others get none.',
})
export class WebhookType
  extends Node
  implements
    Pick<
      WebhookRow,
      'url' | 'description' | 'version' | 'failures' | 'lastFailure' | 'disabledReason'
    >
{
  @Field(() => String, { description: 'The address to which changes are sent.' })
  url!: string;

  @Field(() => String, { description: 'The owner and the purpose of the webhook.' })
  description!: string;

  @Field(() => Int, {
    description: 'The number of the version, which rises with every change by an operator.',
  })
  version!: number;

  @Field(() => Int, {
    description: 'The number of failed attempts in a row; 0 when the last one succeeded.',
  })
  failures!: number;

  @Field(() => String, {
    nullable: true,
    description:
      'The reason why the last attempt failed: `HTTP` with a status, TIMEOUT, UNREACHABLE, ADDRESS_NOT_PUBLIC, or SECRET_UNREADABLE when the hub’s own secret has changed (renewSecret solves that). Null when the last attempt succeeded.',
  })
  lastFailure!: string | null;

  @Field(() => DisabledReason, {
    nullable: true,
    description: 'The reason why the webhook is disabled; null when it is enabled.',
  })
  disabledReason!: DisabledReason | null;
}

export const WebhookConnection = connectionType(() => WebhookType, 'Webhook');

@ObjectType({ description: 'The result of changing a webhook.' })
export class WebhookPayload {
  @Field(() => WebhookType, {
    nullable: true,
    description: 'The webhook after the change; null when nothing was changed.',
  })
  webhook!: WebhookRow | null;

  @Field(() => [UserError], {
    description: 'The reasons why nothing was changed; empty on success.',
  })
  userErrors!: UserError[];
}

@ObjectType({ description: 'The result of a change that can create a secret.' })
export class WebhookSecretPayload extends WebhookPayload {
  @Field(() => String, {
    nullable: true,
    description:
      'The new secret with which deliveries are signed. It is shown in this answer only. Null when no secret was created, and when the request repeats an earlier one by its idempotencyKey.',
  })
  secret!: string | null;
}
