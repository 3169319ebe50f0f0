import type { FastifyBaseLogger } from 'fastify';

/** How long nothing may have been refused before it counts as over, in milliseconds. */
const QUIET = 5000;

/** A time in which requests are refused: the log tells its beginning and its end, not each request. */
export class Refusals {
  readonly #logger: FastifyBaseLogger;
  readonly #what: string;
  #since = 0;
  #latest = 0;
  #count = 0;
  #timer: NodeJS.Timeout | null = null;

  /** @param what what is refused and why, as the log tells it. */
  constructor(logger: FastifyBaseLogger, what: string) {
    this.#logger = logger;
    this.#what = what;
  }

  /** Whether the hub refuses requests just now. */
  get goOn(): boolean {
    return this.#timer !== null;
  }

  /** Call it for each request that is refused. */
  note(details: object = {}): void {
    this.#latest = Date.now();
    this.#count += 1;
    if (this.#timer) return;
    this.#since = this.#latest;
    this.#logger.warn(details, `${this.#what}: requests are refused`);
    this.#timer = setInterval(() => this.#look(), QUIET / 5).unref();
  }

  /** Tells the end, if there was a beginning. */
  end(): void {
    if (!this.#timer) return;
    clearInterval(this.#timer);
    this.#timer = null;
    const seconds = Math.round((this.#latest - this.#since) / 1000);
    const refused = this.#count;
    this.#count = 0;
    this.#logger.warn({ refused, seconds }, `${this.#what}: over, requests are answered again`);
  }

  #look(): void {
    if (Date.now() - this.#latest >= QUIET) this.end();
  }
}
