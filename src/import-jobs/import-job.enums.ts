import { enumeration, type NameOf } from '../shared/enumeration.js';

export const ImportJobState = enumeration(
  'RECEIVING',
  'CHECKING',
  'CHECKED',
  'SAVING',
  'SAVED',
  'FAILED',
  'DISCARDED',
);
export type ImportJobState = NameOf<typeof ImportJobState>;

export const ImportJobRowKind = enumeration('PROBLEM', 'QUESTION', 'FINDING', 'CREATED', 'UPDATED');
export type ImportJobRowKind = NameOf<typeof ImportJobRowKind>;

export const ImportAnswer = enumeration('TAKE', 'SAME', 'LEAVE_OUT');
export type ImportAnswer = NameOf<typeof ImportAnswer>;

/** What was answered about rows, by their numbers. */
export type KeptAnswers = Record<
  string,
  { answer: ImportAnswer; cells?: Readonly<Record<string, string>> }
>;
