/** What is told of a statement, without the values in it. */
export interface ToldStatement {
  /** SLOW took long, LOCKED waited for a lock in vain. */
  kind: 'SLOW' | 'LOCKED';
  statement: string;
  milliseconds: number;
}

/** Longer ones are cut. */
const LONGEST = 1000;

/** Sees which statements take long, and which wait for a lock in vain. */
export class StatementWatch {
  slow = 0;
  locked = 0;

  /** @param limit in milliseconds; 0 for none. */
  constructor(
    private readonly limit: number,
    private readonly tell: (told: ToldStatement) => void,
  ) {}

  /** A statement has ended. @param since when it began, as `performance.now()` said. */
  ended(text: string, since: number, isLocked: boolean): void {
    const milliseconds = performance.now() - since;
    const isSlow = this.limit > 0 && milliseconds >= this.limit;
    if (!isLocked && !isSlow) return;
    if (isLocked) this.locked += 1;
    else this.slow += 1;
    this.tell({
      kind: isLocked ? 'LOCKED' : 'SLOW',
      statement: withoutValues(text),
      milliseconds: Math.round(milliseconds),
    });
  }
}

/** A statement as it is written for any values; most have theirs beside the text. */
export function withoutValues(text: string): string {
  return text
    .replace(/'(?:[^']|'')*'/g, '?')
    .replace(/(?<![\w$."])\d+(?:\.\d+)?\b/g, '?')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, LONGEST);
}
