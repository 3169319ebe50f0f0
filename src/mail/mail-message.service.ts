import { sql } from 'kysely';
import { operate, type Changed, type Keyed } from '../accounts/operate.service.js';
import { refused, type Answer } from '../changes/change.service.js';
import { conflictWith } from '../changes/conflict.queries.js';
import { databaseOf } from '../database/orm.js';
import { notFound } from '../graphql/input-check.js';
import type { Refusal } from '../graphql/user-error.js';
import type { Context } from '../request/context.js';
import type { MailState } from './mail.enums.js';

/** The states in which only a person sends a mail again. */
const LEFT: readonly MailState[] = ['PERHAPS_SENT', 'REFUSED', 'NOT_SENT'];

/** Lets the hub send a mail again, under the same Message-ID. */
export function resendMail(
  context: Context,
  request: { mailId: number | null; input: Keyed & { version: number } },
): Promise<Answer<Changed>> {
  const { mailId, input } = request;
  return operate(context, 'mailResend', input, async (em) => {
    const database = databaseOf(em);
    const locked = await sql<{ id: number; version: number; state: MailState }>`
      select id, version, state from mail_message where id = ${mailId ?? 0} for update`.execute(
      database,
    );
    const [found] = locked.rows;
    if (!found) return refused([notFound('id')]);
    const { id, version, state } = found;
    const subject = { subjectType: 'MailMessage', subjectId: id };
    if (version !== input.version)
      return refused([
        await conflictWith(database, { ...subject, present: version, seen: input.version }),
      ]);
    if (!LEFT.includes(state)) return refused([NOT_LEFT]);
    await sql`
      update mail_message set state = 'WAITING', settled_at = null, version = version + 1,
        next_attempt_at = clock_timestamp()
      where id = ${id}`.execute(database);
    const event = { ...subject, subjectVersion: version + 1 };
    const told = { before: { state }, after: { state: 'WAITING' } };
    return { value: { id }, refusals: [], events: [{ ...event, ...told }] };
  });
}

const NOT_LEFT: Refusal = {
  code: 'MAIL_NOT_LEFT',
  field: ['id'],
  text: {
    vi: 'Chỉ gửi lại được thư bị từ chối, chưa gửi được, hoặc có thể đã gửi.',
    en: 'Only a mail that was refused, not sent or perhaps sent can be sent again.',
  },
};
