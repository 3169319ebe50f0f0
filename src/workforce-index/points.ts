/**
 * Points in whole ten-thousandths, so that sums are exact: 12.5 points are 125,000. Indexes have
 * four decimals, as they are published.
 */
export type Points = number;

export const SCALE = 10_000;

export function toNumber(points: Points): number {
  return points / SCALE;
}

/** `total × part ÷ whole`, with halves rounded up, in whole numbers of any size. */
export function proportion(total: number, part: number, whole: number): number {
  const [numerator, denominator] = [BigInt(total) * BigInt(part), BigInt(whole)];
  return Number((2n * numerator + denominator) / (2n * denominator));
}

/**
 * Divides a total by weights so that the shares add up to it: each share is rounded down, and the
 * rest goes to the largest remainders, the first ones first.
 */
export function apportion(total: number, weights: readonly number[]): number[] {
  const sum = weights.reduce((added, weight) => added + BigInt(weight), 0n);
  if (sum === 0n) return weights.map(() => 0);
  const exact = weights.map((weight) => BigInt(total) * BigInt(weight));
  const shares = exact.map((value) => Number(value / sum));
  const left = total - shares.reduce((added, share) => added + share, 0);
  const order = exact
    .map((value, index) => ({ index, remainder: value % sum }))
    .sort((a, b) =>
      a.remainder === b.remainder ? a.index - b.index : a.remainder > b.remainder ? -1 : 1,
    );
  const larger = new Set(order.slice(0, left).map(({ index }) => index));
  return shares.map((share, index) => share + (larger.has(index) ? 1 : 0));
}
