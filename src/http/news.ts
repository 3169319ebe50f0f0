/**
 * What of the answers of a stream is new to its client: all of the first one, and of every other one what
 * differs. Of a list these are the items that were not in the answer before.
 */
export class News {
  #sent: readonly string[] | null = null;

  /**
   * @param data the answer to a subscription, which has one field.
   * @returns null when nothing is new.
   */
  in(data: Readonly<Record<string, unknown>>): Record<string, unknown> | null {
    const [field] = Object.entries(data);
    if (!field) return null;
    const [name, value] = field;
    const items: readonly unknown[] = Array.isArray(value) ? value : [value];
    const texts = items.map((item) => JSON.stringify(item));
    // Counted, because items that do not say whose they are may be equal.
    const known = new Map<string, number>();
    for (const text of this.#sent ?? []) known.set(text, (known.get(text) ?? 0) + 1);
    const changed = items.filter((_item, index) => {
      const text = texts[index] ?? '';
      const left = known.get(text) ?? 0;
      known.set(text, left - 1);
      return left <= 0;
    });
    const isFirst = this.#sent === null;
    this.#sent = texts;
    if (changed.length === 0 && !isFirst) return null;
    return { [name]: Array.isArray(value) ? changed : value };
  }
}
