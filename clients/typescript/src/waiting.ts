/** The first pause in seconds; each further one is at least twice as long. */
const FIRST = 0.25;

/** What is left of the patience of one question, or of one stream since its last answer. */
export class Waiting {
  #left: number;
  #next = FIRST;

  constructor(patience: number) {
    this.#left = patience;
  }

  /**
   * Waits before the next try.
   * @param atLeast the seconds that the hub asks for, if it does.
   * @param signal ends the pause.
   * @returns false, at once, when that is longer than the patience lasts.
   */
  async again(atLeast: number | null = null, signal?: AbortSignal): Promise<boolean> {
    // A hub that says “at once” again and again is not asked without a pause.
    const pause = Math.max(atLeast ?? 0, this.#next);
    if (pause > this.#left) return false;
    this.#left -= pause;
    this.#next *= 2;
    // Those who were refused together do not come again together.
    const spread = 1 + Math.random() / 4;
    await new Promise<void>((resolve) => {
      const end = () => {
        clearTimeout(timer);
        signal?.removeEventListener('abort', end);
        resolve();
      };
      const timer = setTimeout(end, pause * spread * 1000);
      signal?.addEventListener('abort', end);
    });
    return true;
  }
}
