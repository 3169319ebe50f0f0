const MINUTE = 60_000;

/**
 * For log lines about something that may happen very often while it lasts: one per minute is
 * enough.
 */
export class OnceAMinute {
  #next = -Infinity;

  /** @param now the time in milliseconds; tests choose it. */
  constructor(private readonly now: () => number = () => performance.now()) {}

  /** Whether none was written within the last minute; the caller then writes one. */
  isDue(): boolean {
    const now = this.now();
    if (now < this.#next) return false;
    this.#next = now + MINUTE;
    return true;
  }
}
