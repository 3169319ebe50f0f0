import type { ReminderMail } from '../mail/outbox.service.js';
import type { LocalDate } from '../shared/dates.js';
import type { Text } from '../shared/text.js';
import type { OwingInstitution } from './owing.queries.js';
import { stepOn } from './reminder-step.js';

/** What the causes of all mails about a round begin with. */
export const causesOf = (roundId: number) => `ReportingRound:${roundId}:`;

/**
 * What is said about a round on a day: to each account one mail of a kind, that names all of its
 * institutions of which that is so with the same due date. A later due date is another cause, so that
 * its steps are told anew.
 */
export function remindersOf(
  round: { id: number; name: Text },
  owing: readonly OwingInstitution[],
  today: LocalDate,
): ReminderMail[] {
  const mails = new Map<string, ReminderMail>();
  for (const institution of owing) {
    const { state, opensOn, dueOn, closesOn, returnedOn, accounts } = institution;
    const kind = stepOn({ opensOn, dueOn, returnedOn, begun: state !== null }, today);
    if (kind === null) continue;
    const cause = `${causesOf(round.id)}${kind === 'ROUND_OPENED' ? 'opened' : dueOn}`;
    const named = { id: institution.id, name: institution.name };
    for (const { id: accountId, address, declined } of accounts) {
      if (declined.includes(kind)) continue;
      const key = `${accountId} ${kind} ${cause}`;
      const mail = mails.get(key);
      if (mail) {
        mail.facts.institutions.push(named);
        continue;
      }
      const days = { opensOn, dueOn, closesOn, on: today };
      const facts = { roundId: round.id, round: round.name, institutions: [named], ...days };
      mails.set(key, { accountId, address, kind, cause, facts });
    }
  }
  return [...mails.values()];
}
