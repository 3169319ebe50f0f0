import { Field, InputType } from 'type-graphql';
import { ChangeInput, KeyedInput } from '../graphql/change-input.js';
import { LONGEST_DESCRIPTION } from './webhook.service.js';

const URL = 'A public http or https address, without user name and password.';
const DESCRIPTION = `The owner and the purpose of the webhook, for operators to read; at most ${LONGEST_DESCRIPTION} characters.`;

@InputType({ description: 'A new webhook.' })
export class WebhookCreateInput extends KeyedInput {
  @Field(() => String, { description: URL })
  url!: string;

  @Field(() => String, { description: DESCRIPTION })
  description!: string;

  @Field(() => String, {
    nullable: true,
    description:
      'The cursor of `changes` after which deliveries begin; left out means that they begin with the next publication.',
  })
  after?: string | null;
}

@InputType({ description: 'A change of a webhook. A value that is left out stays.' })
export class WebhookUpdateInput extends ChangeInput {
  @Field(() => String, { nullable: true, description: URL })
  url?: string | null;

  @Field(() => String, { nullable: true, description: DESCRIPTION })
  description?: string | null;

  @Field(() => Boolean, {
    defaultValue: false,
    description:
      'Whether to create a new secret. The present secret signs no delivery from then on.',
  })
  renewSecret!: boolean;

  @Field(() => Boolean, {
    defaultValue: false,
    description:
      'Whether to resume deliveries: a disabled webhook continues where it stopped, and one that waits after a failure is tried at once.',
  })
  enable!: boolean;
}

@InputType({ description: 'A webhook to disable.' })
export class WebhookDisableInput extends ChangeInput {}

@InputType({ description: 'A webhook whose deliveries are to be repeated.' })
export class WebhookReplayInput extends ChangeInput {
  @Field(() => String, {
    nullable: true,
    description:
      'The cursor of `changes` after which every change is sent again, in deliveries with new ids; left out means all changes.',
  })
  after?: string | null;
}
