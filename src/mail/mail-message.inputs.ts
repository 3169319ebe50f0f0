import { Field, InputType } from 'type-graphql';
import { ChangeInput } from '../graphql/change-input.js';
import { MailKind, MailState } from './mail.enums.js';

@InputType({
  description:
    'Conditions for a list of mails. A condition that is left out does not limit the list.',
})
export class MailMessageFilter {
  @Field(() => [MailState], {
    nullable: true,
    description: 'Only mails in one of these states.',
  })
  states?: MailState[] | null;

  @Field(() => MailKind, { nullable: true, description: 'Only mails about this.' })
  kind?: MailKind | null;
}

@InputType({ description: 'A mail to send again.' })
export class MailResendInput extends ChangeInput {}
