/** In milliseconds; the province has no summer time. */
const DAY = 86_400_000;

/** The day in the province on which a moment is, wherever the reader is. */
export const dayOf = (moment: Date): string =>
  new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Ho_Chi_Minh' }).format(moment);

export const today = (): string => dayOf(new Date());

/** Why a day cannot be looked at: it has not come, or there is no such day; null when it can. */
export function problemOfDay(day: string | null): 'day-to-come' | 'no-such-day' | null {
  if (day === null) return null;
  const moment = new Date(`${day}T00:00:00Z`);
  const isDay = !Number.isNaN(moment.valueOf()) && moment.toISOString().startsWith(day);
  if (!isDay || !/^\d{4}-\d\d-\d\d$/.test(day)) return 'no-such-day';
  return day > today() ? 'day-to-come' : null;
}

/** The moment at which a day of the province begins; null for none. */
export const beginOf = (day: string | null): string | null =>
  day ? `${day}T00:00:00+07:00` : null;

/** The moment at which a day of the province is over, but for a second; null for none. */
export const endOf = (day: string | null): string | null => (day ? `${day}T23:59:59+07:00` : null);

/** The moment at which the day after a day of the province begins; null for none. */
export function afterOf(day: string | null): string | null {
  const begin = beginOf(day);
  const after = new Date(begin ? Date.parse(begin) + DAY : NaN);
  // What is no day the hub is to refuse.
  return Number.isNaN(after.valueOf()) ? begin : after.toISOString();
}

/** Whether a moment has come. */
export const isOver = (moment: string): boolean => Date.parse(moment) <= Date.now();

/** How many days after another a day is; less than none when it is before. */
export const daysBetween = (from: string, to: string): number =>
  Math.round((Date.parse(to) - Date.parse(from)) / DAY);

/** The day before a day. */
export const dayBefore = (day: string): string =>
  new Date(Date.parse(day) - DAY).toISOString().slice(0, 10);
