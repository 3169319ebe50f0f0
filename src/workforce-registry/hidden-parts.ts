import { SUMS } from './record-kinds.js';
import type { Quantity } from './workforce.enums.js';

type Counts = Partial<Record<Quantity, number>>;

/**
 * What has to be hidden of a record so that a total and the parts that are shown do not tell a part
 * that is hidden: from the first hidden part of a sum on all, and always at least the last two; all of
 * them where the total is hidden, for then they would tell it. Which are hidden must depend on the
 * values as little as can be, because everybody knows this rule: one that chose the smallest as the
 * second would tell that the others are larger.
 * @param already what is hidden anyway.
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
