import type { Logger } from 'pino';
import { OnceAMinute } from '../shared/once-a-minute.js';
import { reasonOf, type DatabaseRefusalError } from './refusals.js';

const told = new WeakMap<object, Map<string, OnceAMinute>>();

/** Logs that the database is away or busy: once a minute for each, however many are refused. */
export function tellRefusal(logger: Pick<Logger, 'error'>, refusal: DatabaseRefusalError): void {
  const ofLogger = told.get(logger) ?? new Map<string, OnceAMinute>();
  told.set(logger, ofLogger);
  const line = ofLogger.get(refusal.code) ?? new OnceAMinute();
  ofLogger.set(refusal.code, line);
  if (line.isDue())
    logger.error({ code: refusal.code, reason: reasonOf(refusal) }, refusal.text.en);
}
