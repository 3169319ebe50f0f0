import { randomUUID } from 'node:crypto';
import type { Code } from './outcomes.js';

/**
 * What the hub made of a write: `done` when it said so; `refused` when it gave a reason; `nothing` when
 * it said that nothing happened and nobody asked again; `unknown` when no answer came in the end.
 */
export type Verdict = 'done' | 'refused' | 'nothing' | 'unknown';

/** A write that one of the clients sent, as often as it took. */
export interface Write {
  /** The mutation, as the trail names it. */
  action: string;
  /** What tells the write from all others, in the trail as well, and its idempotency key. */
  mark: string;
  verdict: Verdict;
  /** How often it was sent. */
  sent: number;
  /** What its last sending came to. */
  last: Code;
}

/** All writes of a run. */
export class WriteLedger {
  readonly writes: Write[] = [];

  begin(action: string, mark = `write-${randomUUID()}`): Write {
    const write: Write = { action, mark, verdict: 'unknown', sent: 0, last: '' };
    this.writes.push(write);
    return write;
  }

  /** What nobody knows of, by mutation and last code. */
  unknown(): string[] {
    return this.writes
      .filter(({ verdict }) => verdict === 'unknown')
      .map(({ action, sent, last }) => `${action} after ${sent} with ${last}`);
  }

  count(verdict: Verdict): number {
    return this.writes.filter((write) => write.verdict === verdict).length;
  }
}
