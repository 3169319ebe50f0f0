import { pino, type Logger } from 'pino';
import type { Config } from './config.js';

/** Logs go to standard error, so that standard output stays for people. */
export function createLogger(config: Pick<Config, 'logLevel'>): Logger {
  return pino({ level: config.logLevel }, pino.destination({ dest: 2, sync: true }));
}
