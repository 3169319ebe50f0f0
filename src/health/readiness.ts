/** Gives a sentence for a problem; null when there is none. */
export type Check = () => string | null | Promise<string | null>;

/** The limit for one check in milliseconds, so that a caller waits two seconds at most. */
const PATIENCE = 1500;

export interface Findings {
  /** What keeps the hub from doing its work. */
  problems: string[];
  /** What the operator should know although the hub does its work. */
  warnings: string[];
}

/**
 * The conditions for the hub to be ready: each part that can fail adds its check. A check that
 * fails or takes too long counts as a problem, so that the question itself never fails.
 */
export class Readiness {
  readonly #problems = new Map<string, Check>();
  readonly #warnings = new Map<string, Check>();

  /** @param part the name of the checked part; a second check of a part replaces the first. */
  add(part: string, check: Check): void {
    this.#problems.set(part, check);
  }

  /** A check whose result does not keep the hub from its work. */
  addWarning(part: string, check: Check): void {
    this.#warnings.set(part, check);
  }

  async look(): Promise<Findings> {
    const [problems, warnings] = await Promise.all([ask(this.#problems), ask(this.#warnings)]);
    return { problems, warnings };
  }
}

async function ask(checks: ReadonlyMap<string, Check>): Promise<string[]> {
  const found = await Promise.all([...checks].map(([part, check]) => withinPatience(part, check)));
  return found.filter((sentence) => sentence !== null);
}

async function withinPatience(part: string, check: Check): Promise<string | null> {
  let timer: NodeJS.Timeout | undefined;
  const tooLate = new Promise<string>((resolve) => {
    timer = setTimeout(() => resolve(`${part} does not answer`), PATIENCE);
  });
  try {
    return await Promise.race([Promise.resolve().then(check), tooLate]);
  } catch {
    return `${part} does not answer`;
  } finally {
    clearTimeout(timer);
  }
}
