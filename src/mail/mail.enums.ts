import { enumeration, type NameOf } from '../shared/enumeration.js';

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

/** What a mail is about. */
export const MailKind = enumeration(
  'RETURNED',
  'APPROVED',
  'CORRECTED',
  'INVITED',
  'PASSWORD_FORGOTTEN',
);
export type MailKind = NameOf<typeof MailKind>;
