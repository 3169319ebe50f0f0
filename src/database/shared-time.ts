import type { DatabaseRefusalError } from './refusals.js';

/** A connection that runs one statement at a time. */
export interface Stoppable {
  /** Cancels the statement, as far as the database can be told so within the time; never fails. */
  cancel(milliseconds: number): Promise<void>;
  /** Ends the connection, and with it the statement. */
  destroy(reason: Error): void;
}

/** The time in which work is done. */
export interface Time {
  readonly milliseconds: number;
  readonly isUp: boolean;
  readonly hasCommitted: boolean;
  /** In milliseconds. */
  readonly left: number;
  /** Why no connection could be made, once that has taken time that the work does not have twice. */
  away: DatabaseRefusalError | null;
  /** Runs a statement of the work. */
  run<Result>(sql: string, connection: Stoppable, execute: () => Promise<Result>): Promise<Result>;
  /** Ends the work. */
  expire(): void;
}

/** The time of work for several at once: it is up when it is up for one of them. */
export class SharedTime implements Time {
  away: DatabaseRefusalError | null = null;

  constructor(private readonly times: readonly [Time, ...Time[]]) {}

  get milliseconds(): number {
    return this.times[0].milliseconds;
  }

  get isUp(): boolean {
    return this.times.some((each) => each.isUp);
  }

  get hasCommitted(): boolean {
    return this.times.some((each) => each.hasCommitted);
  }

  get left(): number {
    return Math.min(...this.times.map((each) => each.left));
  }

  run<Result>(sql: string, connection: Stoppable, execute: () => Promise<Result>): Promise<Result> {
    return this.times.reduceRight(
      (inner, each) => () => each.run(sql, connection, inner),
      execute,
    )();
  }

  expire(): void {
    for (const each of this.times) each.expire();
  }
}
