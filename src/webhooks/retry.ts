/** The longest wait between two attempts. */
const LONGEST_WAIT = 3_600_000;

/** For how many days without any success a webhook is tried before it is disabled. */
export const FAILING_DAYS = 5;

/**
 * How long to wait after a failed attempt, in milliseconds: twice as long each time, from one second to
 * an hour, and of that from half to all, so that receivers that failed together are not asked together.
 * @param failures how many attempts in a row have failed, at least one.
 * @param random from 0 to below 1.
 */
export function waitAfter(failures: number, random: number): number {
  const longest = Math.min(1000 * 2 ** (failures - 1), LONGEST_WAIT);
  return Math.round(longest * (0.5 + random / 2));
}
