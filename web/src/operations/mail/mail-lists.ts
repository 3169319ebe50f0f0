import type { MailKind, MailState } from '../../generated/graphql';

/** What can be chosen from, in the order in which it is shown: what a person has to see to first. */
export const MAIL_STATES: readonly MailState[] = [
  'PERHAPS_SENT',
  'REFUSED',
  'NOT_SENT',
  'WAITING',
  'SENDING',
  'SENT',
  'DROPPED',
];

export const MAIL_KINDS: readonly MailKind[] = [
  'ROUND_OPENED',
  'DUE_IN_14_DAYS',
  'DUE_IN_3_DAYS',
  'DUE_IN_1_DAY',
  'OVERDUE',
  'REMINDER',
  'WEEKLY_DIGEST',
  'RETURNED',
  'APPROVED',
  'CORRECTED',
  'INVITED',
  'PASSWORD_FORGOTTEN',
];

/** The states in which only a person sends a mail again. */
export const LEFT: readonly MailState[] = ['PERHAPS_SENT', 'REFUSED', 'NOT_SENT'];
