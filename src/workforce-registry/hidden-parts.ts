import { SUMS } from './record-kinds.js';
import type { Quantity } from './workforce.enums.js';

type Counts = Partial<Record<Quantity, number>>;

/**
 * The parts of a record to hide, so that a total and the visible parts do not reveal a hidden part:
 * from the first hidden part of a sum on all of them, and always at least the last two; all parts
 * when the total is hidden, because they would reveal it. The choice must depend on the values as
 * little as possible, because everybody knows this rule: if it chose the smallest as the second,
 * the others would be known to be larger.
 * @param already the quantities that are hidden anyway.
 */
export function hiddenParts(counts: Counts, already: ReadonlySet<Quantity>): Set<Quantity> {
  const hidden = new Set(already);
  for (const { parts, total } of SUMS) {
    const counted = parts.filter((part) => counts[part] !== undefined);
    const first = hidden.has(total) ? 0 : counted.findIndex((part) => hidden.has(part));
    if (first >= 0)
      counted
        .slice(Math.min(first, Math.max(0, counted.length - 2)))
        .forEach((part) => hidden.add(part));
  }
  return hidden;
}
