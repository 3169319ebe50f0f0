import { Field, InputType } from 'type-graphql';
import { ChangeInput, KeyedInput } from '../graphql/change-input.js';
import { LONGEST_DESCRIPTION } from './webhook.service.js';

const URL = 'An http or https address of the open internet, without name and password.';
const DESCRIPTION = `Whose it is and what for, for operators; at most ${LONGEST_DESCRIPTION} characters.`;

@InputType({ description: 'An address that is to be told of every change.' })
export class WebhookCreateInput extends KeyedInput {
  @Field(() => String, { description: URL })
  url!: string;

  @Field(() => String, { description: DESCRIPTION })
  description!: string;

  @Field(() => String, {
    nullable: true,
    description:
      'A cursor of `changes` to begin after; left out means with what is published next.',
  })
  after?: string | null;
}

@InputType({ description: 'What of a webhook is to be otherwise; what is left out stays.' })
export class WebhookUpdateInput extends ChangeInput {
  @Field(() => String, { nullable: true, description: URL })
  url?: string | null;

  @Field(() => String, { nullable: true, description: DESCRIPTION })
  description?: string | null;

  @Field(() => Boolean, {
    defaultValue: false,
    description: 'Whether it gets another secret; the present one signs nothing from then on.',
  })
  renewSecret!: boolean;

  @Field(() => Boolean, {
    defaultValue: false,
    description:
      'Whether one that is disabled is taken up again where it stopped, and one that waits is tried at once.',
  })
  enable!: boolean;
}

@InputType({ description: 'A webhook that is to be told nothing more.' })
export class WebhookDisableInput extends ChangeInput {}

@InputType({ description: 'A webhook that is to be told again.' })
export class WebhookReplayInput extends ChangeInput {
  @Field(() => String, {
    nullable: true,
    description:
      'A cursor of `changes`: all that comes after it is sent again, in deliveries with ids of their own; left out means everything there is.',
  })
  after?: string | null;
}
