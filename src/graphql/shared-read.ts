/**
 * Reads something that others change, once for all who wait. Every caller gets what a read found that
 * began after it asked, so whatever was changed before somebody asks is seen; and under load one read
 * serves many.
 */
export class SharedRead<Value> {
  #running: Promise<Value> | null = null;
  #next: Promise<Value> | null = null;

  constructor(private readonly load: () => Promise<Value>) {}

  read(): Promise<Value> {
    if (!this.#running) return this.#begin();
    // The one under way may have begun too early.
    return (this.#next ??= this.#running.then(ignore, ignore).then(() => {
      this.#next = null;
      return this.#begin();
    }));
  }

  #begin(): Promise<Value> {
    const running = this.load().finally(() => {
      if (this.#running === running) this.#running = null;
    });
    this.#running = running;
    return running;
  }
}

function ignore(): void {}
