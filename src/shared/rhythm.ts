import { z } from 'zod';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** A rhythm as it is set, such as 1d or 6h, in milliseconds; undefined for any other text. A day has a whole number of them. */
function rhythmOf(text: string): number | undefined {
  const [, number, unit] = /^([1-9]\d?)([hd])$/.exec(text) ?? [];
  const every = Number(number) * (unit === 'd' ? DAY : HOUR);
  return Number.isFinite(every) && (every % DAY === 0 || DAY % every === 0) ? every : undefined;
}

export const rhythm = z.string().transform((text, context) => {
  const every = rhythmOf(text);
  if (every !== undefined) return every;
  context.addIssue('must be 1h, 2h, 3h, 4h, 6h, 8h or 12h, or a number of days from 1d to 99d');
  return z.NEVER;
});
