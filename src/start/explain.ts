import {
  READ_ONLY,
  reasonOf,
  refusalIn,
  sqlStateOf,
  type DatabaseRefusalError,
} from '../database/refusals.js';
import { messageOf, OperatorError } from '../shared/errors.js';
import { withoutSecrets } from '../shared/secrets.js';

/**
 * Describes an error for an operator: code and sentence if the operator can solve it, including
 * database errors for lack of space or rights; the whole stack for a bug. It never contains a
 * password.
 */
export function explain(error: unknown): string {
  const sentence = sentenceOf(error);
  // What the hub says alone, in its own words, is written with care; it may show how a password is set.
  const isOurs = error instanceof OperatorError && error.cause === undefined;
  return isOurs ? sentence : withoutSecrets(sentence);
}

function sentenceOf(error: unknown): string {
  if (error instanceof OperatorError) return `${error.code}: ${error.message}`;
  const refusal = refusalIn(error);
  const state = sqlStateOf(refusal?.cause ?? error);
  if (state === '53100')
    return `DATABASE_FULL: The disk of the database is full: ${messageOf(error)}. Nothing was changed; make room and try again.`;
  if (state === READ_ONLY)
    return 'DATABASE_READ_ONLY: The database takes no changes: it is read-only. Nothing was changed; point DATABASE_URL at the primary server.';
  if (refusal) return explainRefusal(refusal);
  if (state === '42501')
    return `DATABASE_FORBIDDEN: The database user may not do this: ${messageOf(error)}. Nothing was changed; give the user of DATABASE_URL the rights of an owner.`;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

function explainRefusal(refusal: DatabaseRefusalError): string {
  const reason = reasonOf(refusal);
  if (refusal.code === 'BUSY')
    return `DATABASE_BUSY: Others are changing the data: ${reason}. What was begun was undone; try again when they are through.`;
  if (refusal.code === 'OUTCOME_UNKNOWN')
    return `DATABASE_OUTCOME_UNKNOWN: The database went away while it was told to keep what was done: ${reason}. Look whether it was; doing it again changes nothing that was kept.`;
  return `DATABASE_LOST: The database went away: ${reason}. What was begun was undone; try again when it is back.`;
}
