import { writeSchoolMail, type SchoolMail } from '../mail/outbox.service.js';
import type { MailRemark } from '../mail/decision-text.js';
import type { LocalDate } from '../shared/dates.js';
import type { AskedCriterion } from './asked-criterion.js';
import type { BegunWork } from './work.queries.js';

/** A decision can be taken back for a while: its mail waits so long, in seconds. */
const DELAY = 60;

/** A decision as its mail tells it. */
export interface ToldDecision {
  kind: 'RETURNED' | 'APPROVED' | 'CORRECTED';
  work: BegunWork;
  /** The revision that was decided on. */
  revisionId: number;
  remarks: MailRemark[];
  note: string | null;
  /** The last day to answer again; null unless it was returned. */
  until: LocalDate | null;
}

/** The SQL that writes the mails of decisions, for the transaction of the decisions or their statement. */
export function writeDecisionMail(decisions: readonly ToldDecision[], today: LocalDate) {
  const mails = decisions.map(({ kind, work, revisionId, remarks, note, until }): SchoolMail => ({
    kind,
    cause: decisionCause(revisionId),
    institutionId: work.institutionId,
    roundId: work.round.id,
    facts: { institutionName: work.place.name, remarks, note, until },
  }));
  return writeSchoolMail(mails, today, DELAY);
}

/** What the mails of the decision on a revision are about. */
export function decisionCause(revisionId: number): string {
  return `StatusUpdateRevision:${revisionId}`;
}

/** What the reviewer said about answers, in the words of the report. */
export function remarksOf(
  matched: readonly { criterion: AskedCriterion; item: { reason: string } }[],
): MailRemark[] {
  return matched.map(({ criterion: { called, question }, item }) => ({
    question: {
      vi: `${called.vi} (${question.text.vi})`,
      en: `${called.en} (${question.text.en})`,
    },
    text: item.reason.trim(),
  }));
}
