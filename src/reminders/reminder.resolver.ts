import { Arg, Ctx, FieldResolver, ID, Mutation, Resolver, Root } from 'type-graphql';
import { fromGlobalId } from '../graphql/node.js';
import { userErrors } from '../graphql/user-error.js';
import { mailText } from '../mail/mail-texts.js';
import type { Context } from '../request/context.js';
import type { RoundRow } from '../rounds/round.queries.js';
import { ReportingRoundType } from '../rounds/round.type.js';
import { loadUnit } from '../units/unit.queries.js';
import { ReminderAudience } from './audience.js';
import { planReminder } from './planned-reminder.queries.js';
import { mayRemind, sendReminder } from './planned-reminder.service.js';
import { MailReminderPayload, MailReminderSendInput, ReminderPreview } from './reminder.type.js';

/** The address that ends reminders is of each mail alone. */
const EXAMPLE = { languages: ['vi', 'en'], unsubscribe: null } as const;

const EVERYBODY = Object.values(ReminderAudience);

@Resolver(() => ReportingRoundType)
class ReminderResolver {
  @FieldResolver(() => ReminderPreview, {
    nullable: true,
    description:
      'What mailReminderSend would send today. Null for a viewer who neither plans for the unit nor operates the hub, and for a unit that is not under the unit of the round.',
  })
  async reminder(
    @Ctx() context: Context,
    @Root() round: RoundRow,
    @Arg('unit', () => ID, {
      nullable: true,
      description:
        'Only institutions of the unit with this id, or of a unit under it. Left out means the unit of the round.',
    })
    unitId: string | null,
    @Arg('audience', () => [ReminderAudience], {
      defaultValue: EVERYBODY,
      description: 'Whom; an institution that is in one of these is reminded.',
    })
    audience: ReminderAudience[],
    @Arg('note', () => String, {
      nullable: true,
      description: 'A note that stands in the mail.',
    })
    note: string | null,
  ): Promise<ReminderPreview | null> {
    const asked = unitId == null ? round.unitId : (fromGlobalId('AdministrativeUnit', unitId) ?? 0);
    const unit = await loadUnit(context, asked);
    if (!unit?.path.includes(round.unitId) || !mayRemind(context.viewer, unit)) return null;
    const wanted = { round, unitId: unit.id, audience, note };
    const { mails, ...counts } = await planReminder(context, wanted);
    const [first] = mails;
    const example = first && mailText(first, context.mail?.publicUrl ?? '', EXAMPLE);
    return {
      ...counts,
      mails: mails.length,
      isSent: context.mail !== null,
      subject: example?.subject ?? null,
      text: example?.text ?? null,
    };
  }

  @Mutation(() => MailReminderPayload, {
    description:
      'Reminds by mail the institutions that can hand in today and have not; those that are excused are never reminded, and each is reminded once a day at most in a round. For planners of the unit and operators.',
  })
  async mailReminderSend(
    @Ctx() context: Context,
    @Arg('input', () => MailReminderSendInput, { description: 'The round, and whom to remind.' })
    input: MailReminderSendInput,
  ): Promise<MailReminderPayload> {
    const { value, refusals } = await sendReminder(context, {
      roundId: fromGlobalId('ReportingRound', input.round),
      ...(input.unit != null && { unitId: fromGlobalId('AdministrativeUnit', input.unit) }),
      audience: input.audience,
      note: input.note ?? null,
      input,
    });
    return {
      institutions: value?.institutions ?? 0,
      mails: value?.mails ?? 0,
      userErrors: userErrors(refusals, context.language),
    };
  }
}

export const REMINDER_RESOLVERS = [ReminderResolver] as const;
