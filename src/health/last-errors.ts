import { z } from 'zod';

/** How many are kept. */
const MOST = 20;

/** How pino begins the lines of errors and of what is worse. */
const OF_ERRORS = /^\{"level":(?:50|60),/;

const LINE = z.object({
  time: z.number(),
  msg: z.string().default(''),
  requestId: z.string().nullable().default(null),
  err: z.object({ message: z.string() }).nullable().default(null),
  reason: z.string().nullable().default(null),
});

/** An error in the log of this hub. */
export interface LoggedError {
  at: Date;
  /** What the log says. */
  message: string;
  /** Why, in the words of what failed; null when the line does not say. */
  reason: string | null;
  /** Of the request that failed; null for what the hub does by itself. */
  requestId: string | null;
}

/** The last errors in the log, for who has no hand on it. Only lines without secrets may be given to it. */
export class LastErrors {
  #kept: LoggedError[] = [];

  /** The newest first. */
  get all(): readonly LoggedError[] {
    return this.#kept;
  }

  /** @param line as it is written to the log. */
  note(line: string): void {
    if (!OF_ERRORS.test(line)) return;
    const { data } = LINE.safeParse(JSON.parse(line));
    if (!data) return;
    const { time, msg, requestId, err, reason } = data;
    const error = {
      at: new Date(time),
      message: msg || (err?.message ?? ''),
      reason: msg ? (err?.message ?? reason) : null,
      requestId,
    };
    this.#kept = [error, ...this.#kept].slice(0, MOST);
  }
}
