import { messageOf, propertyOf, RequestError } from '../shared/errors.js';
import type { Text } from '../shared/text.js';

/**
 * Why the database did not do what it was asked: nothing is wrong with the question. The original error
 * is its cause.
 */
export class DatabaseRefusalError extends RequestError {
  /** MikroORM makes an error of its own of any other, with the properties of that one. */
  readonly refusal = this;

  /** @param retryAfter in how many seconds it is worth trying again; null where that has to be decided. */
  constructor(
    code: string,
    text: Text,
    readonly retryAfter: number | null,
    cause: unknown,
  ) {
    super(code, text);
    this.cause = cause;
  }
}

/** The database is away: it does not run, cannot be reached, or does not answer. */
export function unavailable(cause: unknown): DatabaseRefusalError {
  return new DatabaseRefusalError('DATABASE_UNAVAILABLE', UNAVAILABLE, 5, cause);
}

/** The database is there, and others were before: for a connection, a turn to write, or a lock. */
export function busy(cause: unknown): DatabaseRefusalError {
  return new DatabaseRefusalError('BUSY', BUSY, 2, cause);
}

/** The connection was lost while the database was told to commit: it may have done so. */
export function outcomeUnknown(cause: unknown): DatabaseRefusalError {
  return new DatabaseRefusalError('OUTCOME_UNKNOWN', OUTCOME_UNKNOWN, null, cause);
}

/** What an error says of the state of the database; null for every other error. */
export function refusalIn(error: unknown): DatabaseRefusalError | null {
  const refusal = propertyOf(error, 'refusal');
  return refusal instanceof DatabaseRefusalError ? refusal : null;
}

/** The header field that says when it is worth trying again; none where that has to be decided. */
export function retryAfter({ retryAfter: seconds }: DatabaseRefusalError): Record<string, string> {
  return seconds === null ? {} : { 'retry-after': String(seconds) };
}

/** The code of a change where none is taken: on a standby, or where the server was made read-only. */
export const READ_ONLY = '25006';

/** Shutting down, starting up, recovering; too many connections; a connection that was ended; a standby. */
const AWAY = /^(08...|57P0[1-5]|53300|25P03|25006)$/;
/** A lock that did not come, a deadlock, a change of what was read. */
const CONTENDED = /^(55P03|40P01|40001)$/;

/**
 * An error of a statement, or of making a connection, in the words of the hub where it is not the
 * statement that is wrong.
 */
export function readably(error: unknown): unknown {
  if (error instanceof RequestError) return error;
  const state = sqlStateOf(error);
  if (state === null) return unavailable(error);
  if (AWAY.test(state)) return unavailable(error);
  return CONTENDED.test(state) ? busy(error) : error;
}

/** The code that PostgreSQL gave an error; null for one that does not come from there. */
export function sqlStateOf(error: unknown): string | null {
  const code = propertyOf(error, 'code');
  return typeof code === 'string' && typeof propertyOf(error, 'severity') === 'string'
    ? code
    : null;
}

/** An error in the words of the database, for operators. */
export function reasonOf(error: unknown): string {
  const cause = refusalIn(error)?.cause ?? error;
  // Of a host with several addresses, none of which can be reached, Node says nothing but the code.
  return messageOf(cause) || String(propertyOf(cause, 'code'));
}

const UNAVAILABLE: Text = {
  vi: 'Cơ sở dữ liệu tạm thời không trả lời. Những gì chưa xong đã được hoàn tác; hãy thử lại sau ít giây.',
  en: 'The database does not answer at the moment. What was not done has been undone; try again in a few seconds.',
};

const BUSY: Text = {
  vi: 'Hệ thống đang bận vì có nhiều yêu cầu đến trước. Những gì chưa xong đã được hoàn tác; hãy thử lại sau ít giây.',
  en: 'The hub is busy with others who came before. What was not done has been undone; try again in a few seconds.',
};

const OUTCOME_UNKNOWN: Text = {
  vi: 'Mất kết nối với cơ sở dữ liệu đúng lúc ghi, nên không biết thay đổi đã được ghi hay chưa. Hãy gửi lại với cùng idempotencyKey, thì thay đổi chỉ được ghi một lần; nếu không có khoá, hãy xem lại dữ liệu trước.',
  en: 'The connection to the database was lost just as the change was being committed, so it is not known whether it was. Send it again with the same idempotencyKey, and it is made once only; without a key, look at the data first.',
};
