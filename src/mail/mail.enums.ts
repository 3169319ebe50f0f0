import { enumeration, isNameIn, type NameOf } from '../shared/enumeration.js';

export const MailState = enumeration(
  'WAITING',
  'SENDING',
  'SENT',
  'PERHAPS_SENT',
  'REFUSED',
  'NOT_SENT',
  'DROPPED',
);
export type MailState = NameOf<typeof MailState>;

/** What became of a report. */
export const DecisionKind = enumeration('RETURNED', 'APPROVED', 'CORRECTED');
export type DecisionKind = NameOf<typeof DecisionKind>;

/** What is so of a round for those who have not handed in; the hub says each by itself. */
export const StepKind = enumeration(
  'ROUND_OPENED',
  'DUE_IN_14_DAYS',
  'DUE_IN_3_DAYS',
  'DUE_IN_1_DAY',
  'OVERDUE',
);
export type StepKind = NameOf<typeof StepKind>;

/** These, and what somebody of the department sends. */
export const ReminderKind = { ...StepKind, ...enumeration('REMINDER') };
export type ReminderKind = NameOf<typeof ReminderKind>;

/** What planners and reviewers hear of each week. */
export const DigestKind = enumeration('WEEKLY_DIGEST');
export type DigestKind = NameOf<typeof DigestKind>;

/** What an account can do without. */
export const ChosenMailKind = { ...DecisionKind, ...ReminderKind, ...DigestKind };
export type ChosenMailKind = NameOf<typeof ChosenMailKind>;

/** What whoever gets a mail ends with one click in it; empty where a mail does not offer it. */
export function endedWith(kind: MailKind): ChosenMailKind[] {
  const ended = [ReminderKind, DigestKind].find((kinds) => isNameIn(kinds, kind));
  return ended ? Object.values(ended) : [];
}

/** The language of the mails to an account. */
export const MailLanguage = enumeration('VI', 'EN', 'BOTH');
export type MailLanguage = NameOf<typeof MailLanguage>;

/** What brings a one-time code, without which nobody signs in. */
export const CodeMailKind = enumeration('INVITED', 'PASSWORD_FORGOTTEN');
export type CodeMailKind = NameOf<typeof CodeMailKind>;

/** What a mail is about. */
export const MailKind = { ...ChosenMailKind, ...CodeMailKind };
export type MailKind = NameOf<typeof MailKind>;
