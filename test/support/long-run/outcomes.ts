/** A span of time, as Date.now() tells it. */
export interface Span {
  from: number;
  to: number;
}

/** What a request came to: `OK`, a code of the hub's, `HTTP 500` for an answer without one, or `LOST`. */
export type Code = string;

/** An answer that asks for an explanation, unless something was broken at the time. */
interface Suspect extends Span {
  kind: string;
  code: Code;
  /** What was said with it. */
  said: string;
}

/** No client should see these while nothing is broken. */
const WHILE_WELL = /^(INTERNAL_SERVER_ERROR|OVERLOADED|LOST|HTTP 5\d\d)$/;
/** These never, as every client asks well. */
const EVER = /^(BAD_USER_INPUT|GRAPHQL_\w+|REQUEST_UNREADABLE|HTTP 4\d\d)$/;

/** A machine that is busy with other things makes a hub refuse, whatever was done to it; it is printed. */
export const REFUSED_BY_LOAD = 'OVERLOADED';

/** Counts what all requests of a run came to. */
export class Outcomes {
  readonly #counts = new Map<Code, number>();
  readonly #suspects: Suspect[] = [];

  add(kind: string, code: Code, from: number, said: string): void {
    this.#counts.set(code, (this.#counts.get(code) ?? 0) + 1);
    if (WHILE_WELL.test(code) || EVER.test(code))
      this.#suspects.push({ kind, code, said, from, to: Date.now() });
  }

  /** How many there were of each code, the most frequent first. */
  counts(): [Code, number][] {
    return [...this.#counts].sort(([, one], [, other]) => other - one);
  }

  total(): number {
    return [...this.#counts.values()].reduce((sum, count) => sum + count, 0);
  }

  /** The answers that these spans do not excuse, counted, with what one of them said. */
  unexcused(spans: readonly Span[]): string[] {
    const met = (one: Span) => spans.some(({ from, to }) => one.from <= to && from <= one.to);
    const found = new Map<string, Suspect[]>();
    for (const suspect of this.#suspects) {
      if (!EVER.test(suspect.code) && met(suspect)) continue;
      const name = `${suspect.code} to ${suspect.kind}`;
      found.set(name, [...(found.get(name) ?? []), suspect]);
    }
    return [...found].map(([name, [first, ...others]]) => {
      const at = first && new Date(first.to).toISOString();
      return `${1 + others.length} times ${name}, first at ${at}: ${first?.said}`;
    });
  }
}
