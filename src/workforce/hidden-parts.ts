import { SUMS } from './record-kinds.js';
import type { Quantity } from './workforce.enums.js';

type Counts = Partial<Record<Quantity, number>>;

/**
 * The counts of a record that have to be hidden beside its small ones, because a total and the parts
 * that are shown would leave a small one only a single value. As few as possible: first parts, the
 * smallest first; if hiding all of them is not enough, the total.
 */
export function hiddenParts(counts: Counts, threshold: number): Set<Quantity> {
  const hidden = new Set<Quantity>();
  for (const sum of SUMS) {
    const total = counts[sum.total];
    const parts = sum.parts.flatMap((part) => {
      const value = counts[part];
      return value === undefined ? [] : [{ part, value }];
    });
    // A part that nobody counted hides the others well enough.
    if (total === undefined || parts.length < sum.parts.length) continue;
    const isSmall = ({ value }: { value: number }) => value > 0 && value < threshold;
    const small = parts.filter(isSmall).length;
    const large = parts.filter((each) => !isSmall(each)).toSorted((a, b) => a.value - b.value);
    const isTold = (besides: number) => {
      const shown = large.slice(besides).reduce((added, { value }) => added + value, 0);
      return small > 0 && tellsSmall(total - shown, small, besides, threshold);
    };
    const besides = [...large.keys(), large.length].find((count) => !isTold(count));
    for (const { part } of large.slice(0, besides ?? large.length)) hidden.add(part);
    if (besides === undefined) hidden.add(sum.total);
  }
  // Without the total, the parts that are shown would tell it.
  for (const { parts, total } of SUMS)
    if (hidden.has(total)) parts.forEach((part) => hidden.add(part));
  return hidden;
}

/**
 * Whether the sum of hidden counts leaves a small one only one value: small ones are from 1 to below the
 * threshold, the others none or at least the threshold, and everybody knows which are which.
 */
function tellsSmall(sum: number, small: number, large: number, threshold: number): boolean {
  const possible: number[][] = [];
  const search = (chosen: number[], left: number): void => {
    if (chosen.length === small) {
      if (left === 0 || (large > 0 && left >= threshold)) possible.push(chosen);
      return;
    }
    for (let value = 1; value < threshold && value <= left; value += 1)
      search([...chosen, value], left - value);
  };
  search([], sum);
  return Array.from({ length: small }, (_, place) => place).some(
    (place) => new Set(possible.map((values) => values[place])).size < 2,
  );
}
