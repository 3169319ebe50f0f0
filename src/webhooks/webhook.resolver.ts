import { GraphQLDateTime } from 'graphql-scalars';
import { Arg, Args, Ctx, FieldResolver, Mutation, Query, Resolver, Root } from 'type-graphql';
import type { Changed } from '../accounts/operate.service.js';
import type { Answer } from '../changes/change.service.js';
import { cursorOf, positionOf } from '../feed/change.queries.js';
import type { Connection } from '../graphql/connection.js';
import { fromGlobalId } from '../graphql/node.js';
import { PageArguments } from '../graphql/page-arguments.js';
import { pageOf, type Order } from '../graphql/page.js';
import { readPage } from '../graphql/read-pages.js';
import { userErrors } from '../graphql/user-error.js';
import type { Context } from '../request/context.js';
import {
  WebhookCreateInput,
  WebhookDisableInput,
  WebhookReplayInput,
  WebhookUpdateInput,
} from './webhook.inputs.js';
import { loadWebhook, webhookRows, type WebhookRow } from './webhook.queries.js';
import {
  createWebhook,
  disableWebhook,
  replayWebhook,
  updateWebhook,
  type AnswerWithSecret,
} from './webhook.service.js';
import {
  WebhookConnection,
  WebhookPayload,
  WebhookSecretPayload,
  WebhookType,
} from './webhook.type.js';

const OLDEST_FIRST: Order = {
  name: 'webhook-oldest',
  descending: false,
  columns: [{ name: 'id', type: 'number' }],
};

@Resolver(() => WebhookType)
export class WebhookResolver {
  @Query(() => WebhookConnection, {
    description:
      'Webhooks, oldest first. Only operators can read them; for others the list is empty.',
  })
  webhooks(
    @Ctx() context: Context,
    @Args(() => PageArguments) pageArguments: PageArguments,
  ): Promise<Connection<WebhookRow>> {
    const page = pageOf(pageArguments, OLDEST_FIRST);
    return readPage(context, 'webhooks', {}, 0, page, () => webhookRows(context));
  }

  @Mutation(() => WebhookSecretPayload, {
    description: 'Creates a webhook, to which every published change is sent. Operators only.',
  })
  async webhookCreate(
    @Ctx() context: Context,
    @Arg('input', () => WebhookCreateInput, { description: 'The new webhook.' })
    input: WebhookCreateInput,
  ): Promise<WebhookSecretPayload> {
    const { url, description, after } = input;
    const position = after == null ? null : positionOf(after);
    return secretPayload(
      context,
      await createWebhook(context, { url, description, position, input }),
    );
  }

  @Mutation(() => WebhookSecretPayload, {
    description:
      'Changes the address or the description of a webhook, renews its secret or resumes its deliveries. Operators only.',
  })
  async webhookUpdate(
    @Ctx() context: Context,
    @Arg('input', () => WebhookUpdateInput, {
      description: 'The webhook and the values to change.',
    })
    input: WebhookUpdateInput,
  ): Promise<WebhookSecretPayload> {
    const { url = null, description = null, renewSecret, enable } = input;
    const wanted = { url, description, renewSecret, enable };
    return secretPayload(context, await updateWebhook(context, { ...requestOf(input), ...wanted }));
  }

  @Mutation(() => WebhookPayload, {
    description:
      'Disables a webhook. It keeps its position in the feed. A webhook that is disabled already stays so, without an error. Operators only.',
  })
  async webhookDisable(
    @Ctx() context: Context,
    @Arg('input', () => WebhookDisableInput, { description: 'The webhook to disable.' })
    input: WebhookDisableInput,
  ): Promise<WebhookPayload> {
    return payload(context, await disableWebhook(context, requestOf(input)));
  }

  @Mutation(() => WebhookPayload, {
    description:
      'Sends all changes after a cursor again, and enables the webhook if it is disabled. Operators only.',
  })
  async webhookReplay(
    @Ctx() context: Context,
    @Arg('input', () => WebhookReplayInput, { description: 'The webhook and the cursor.' })
    input: WebhookReplayInput,
  ): Promise<WebhookPayload> {
    const position = input.after == null ? 0 : positionOf(input.after);
    return payload(context, await replayWebhook(context, { ...requestOf(input), position }));
  }

  @FieldResolver(() => String, {
    description:
      'The cursor of the last change that was delivered. The changes after it are still to be sent.',
  })
  cursor(@Root() webhook: WebhookRow): string {
    return cursorOf(webhook.position);
  }

  @FieldResolver(() => GraphQLDateTime, { description: 'When the webhook was created.' })
  createdAt(@Root() webhook: WebhookRow): Date {
    return new Date(webhook.createdAt);
  }

  @FieldResolver(() => GraphQLDateTime, {
    nullable: true,
    description: 'When a delivery last succeeded; null when none ever did.',
  })
  deliveredAt(@Root() webhook: WebhookRow): Date | null {
    return momentOf(webhook.deliveredAt);
  }

  @FieldResolver(() => GraphQLDateTime, {
    nullable: true,
    description:
      'The beginning of the failures that have lasted until now; null when the last attempt succeeded.',
  })
  failingSince(@Root() webhook: WebhookRow): Date | null {
    return momentOf(webhook.failingSince);
  }

  @FieldResolver(() => GraphQLDateTime, {
    nullable: true,
    description: 'When the next attempt is made; null unless the last attempt failed.',
  })
  nextAttemptAt(@Root() webhook: WebhookRow): Date | null {
    return webhook.failures > 0 && webhook.disabledAt === null
      ? new Date(webhook.nextAttemptAt)
      : null;
  }

  @FieldResolver(() => GraphQLDateTime, {
    nullable: true,
    description: 'When the webhook was disabled; null when it is enabled.',
  })
  disabledAt(@Root() webhook: WebhookRow): Date | null {
    return momentOf(webhook.disabledAt);
  }
}

function momentOf(text: string | null): Date | null {
  return text === null ? null : new Date(text);
}

function requestOf<Input extends { id: string }>(input: Input) {
  return { webhookId: fromGlobalId('Webhook', input.id), input };
}

async function payload(
  context: Context,
  { value, refusals }: Answer<Changed>,
): Promise<WebhookPayload> {
  return {
    webhook: value && (await loadWebhook(context, value.id)),
    userErrors: userErrors(refusals, context.language),
  };
}

async function secretPayload(
  context: Context,
  answer: AnswerWithSecret,
): Promise<WebhookSecretPayload> {
  return { ...(await payload(context, answer)), secret: answer.secret };
}
