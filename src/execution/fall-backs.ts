import { OnceAMinute } from '../shared/once-a-minute.js';

/** Why graphql answers a query without a plan. */
export type FallBack =
  | 'introspection'
  | 'an interface or a union'
  | 'a name that a plain object cannot have'
  | 'a value without a plan'
  | 'a resolver that needs the path'
  | 'too many ways through the document'
  | 'variables that do not fit'
  | 'an error';

/** Thrown for everything that graphql itself answers: every error, and queries without a plan. */
export class NotPlannedError extends Error {
  override readonly name = 'NotPlannedError';

  constructor(readonly reason: FallBack) {
    super(reason);
  }
}

/** Counts the queries that graphql answers, by the reason, and logs them once a minute. */
export class FallBacks {
  readonly counts = new Map<FallBack, number>();
  readonly #line = new OnceAMinute();
  #planned = 0;

  constructor(private readonly logger: { debug: (line: object, message: string) => void }) {}

  /** A query was answered by its plan. */
  notePlanned(): void {
    this.#planned += 1;
  }

  note(reason: FallBack): void {
    this.counts.set(reason, (this.counts.get(reason) ?? 0) + 1);
    if (!this.#line.isDue()) return;
    const fallBacks = Object.fromEntries(this.counts);
    this.logger.debug({ planned: this.#planned, fallBacks }, 'queries answered without a plan');
  }
}
