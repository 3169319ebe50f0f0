/** Gives a sentence for what keeps the hub from being ready; null when nothing does. */
export type Check = () => string | null | Promise<string | null>;

/** How long one check may take, in milliseconds: whoever asks waits two seconds at the most. */
const PATIENCE = 1500;

/**
 * What has to be so for the hub to be ready: each part that can fail adds its check. A check that
 * fails or takes too long counts as a problem, so that the question itself never fails.
 */
export class Readiness {
  readonly #checks = new Map<string, Check>();

  /** @param part the name of what is checked; a second check of one part takes the first one's place. */
  add(part: string, check: Check): void {
    this.#checks.set(part, check);
  }

  /** All problems that there are now, in the order in which the checks were added. */
  async problems(): Promise<string[]> {
    const found = await Promise.all(
      [...this.#checks].map(([part, check]) => withinPatience(part, check)),
    );
    return found.filter((problem) => problem !== null);
  }
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
