/** In milliseconds. */
const LONGEST_WAIT = 3_600_000;

/** What fails is given up after this many days without success. */
export const FAILING_DAYS = 5;

/**
 * The wait after a failed attempt, in milliseconds: doubled each time, from one second to an hour,
 * and of that a random part from half to all, so that receivers that failed together are not tried
 * together.
 * @param failures the number of failed attempts in a row, at least one.
 * @param random from 0 to below 1.
 */
export function waitAfter(failures: number, random: number): number {
  const longest = Math.min(1000 * 2 ** (failures - 1), LONGEST_WAIT);
  return Math.round(longest * (0.5 + random / 2));
}
