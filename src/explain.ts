import { messageOf, OperatorError } from './shared/errors.js';

/**
 * Describes an error for an operator: code and sentence if the operator can solve it, including
 * database errors for lack of space or rights; the whole stack for a bug.
 */
export function explain(error: unknown): string {
  if (error instanceof OperatorError) return `${error.code}: ${error.message}`;
  const state = sqlStateOf(error);
  if (state === '53100')
    return `DATABASE_FULL: The disk of the database is full: ${messageOf(error)}. Nothing was changed; make room and try again.`;
  if (state === '25006')
    return 'DATABASE_READ_ONLY: The database takes no changes: it is read-only. Nothing was changed; point DATABASE_URL at the primary server.';
  if (state === '42501')
    return `DATABASE_FORBIDDEN: The database user may not do this: ${messageOf(error)}. Nothing was changed; give the user of DATABASE_URL the rights of an owner.`;
  if (state?.startsWith('08') || state?.startsWith('57P'))
    return `DATABASE_LOST: The database went away: ${messageOf(error)}. What was begun was undone; try again when it is back.`;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

function sqlStateOf(error: unknown): string | undefined {
  const code = (error as { code?: unknown } | undefined)?.code;
  return typeof code === 'string' && /^[0-9A-Z]{5}$/.test(code) ? code : undefined;
}
