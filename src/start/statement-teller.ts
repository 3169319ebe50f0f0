import type { Logger } from 'pino';
import type { ToldStatement } from '../database/statement-watch.js';
import { requestScope } from '../shared/request-scope.js';

const LINES: Record<ToldStatement['kind'], string> = {
  SLOW: 'a statement took long',
  LOCKED: 'a statement waited for a lock in vain',
};

/** Writes what is told of statements to the log, with the operation that they were sent for. */
export function statementTeller(logger: Pick<Logger, 'warn'>): (told: ToldStatement) => void {
  return ({ kind, statement, milliseconds }) => {
    const operation = requestScope()?.operation() ?? null;
    logger.warn({ operation, milliseconds, statement }, LINES[kind]);
  };
}
