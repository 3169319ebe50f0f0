/** Something that breaks around the hub. */
export interface Fault {
  name: string;
  /** Whether clients may meet errors meanwhile; what other clients do is no excuse. */
  excuses: boolean;
  /** How soon after its end the hub has to answer well again, in milliseconds. */
  within: number;
  /** Breaks it; resolves when that is over. */
  strike: () => Promise<Strike>;
}

/** What is to be said of a fault itself, apart from what follows. */
interface Strike {
  problems: string[];
  note: string;
}

/** How soon the hub answers again after a fault, unless something else is asked for. */
export const WITHIN = 10_000;

/**
 * A fault in which nothing can go wrong but what follows.
 * @param strike breaks it; what it resolves to is told, if it is a text.
 */
export function fault(
  name: string,
  strike: () => Promise<unknown>,
  options: { excuses?: boolean; within?: number } = {},
): Fault {
  const { excuses = true, within = WITHIN } = options;
  return { name, excuses, within, strike: () => strike().then(noted) };
}

function noted(said: unknown): Strike {
  return { problems: [], note: typeof said === 'string' ? said : '' };
}
