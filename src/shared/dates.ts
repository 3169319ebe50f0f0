/** A calendar date as ISO text, `2025-06-30`: it sorts as text and has no time zone. */
export type LocalDate = string;

/** Stands for “since before our records” where a date is needed. */
export const BEFORE_RECORDS: LocalDate = '0001-01-01';

const DAY = 86_400_000;
const PATTERN = /^\d{4}-\d{2}-\d{2}$/;

export function isLocalDate(text: string): boolean {
  if (!PATTERN.test(text)) return false;
  const time = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}

export function addDays(date: LocalDate, days: number): LocalDate {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * DAY).toISOString().slice(0, 10);
}

/** The number of days from one date to another; negative when `to` is the earlier one. */
export function daysBetween(from: LocalDate, to: LocalDate): number {
  return (Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / DAY;
}

/** In years of 365.25 days; negative when `to` is the earlier date. */
export function yearsBetween(from: LocalDate, to: LocalDate): number {
  return daysBetween(from, to) / 365.25;
}

/** Null bounds are open; both bounds are inside. */
export function inSpan(
  span: { validFrom: LocalDate | null; validTo: LocalDate | null },
  date: LocalDate,
): boolean {
  return (
    (span.validFrom === null || span.validFrom <= date) &&
    (span.validTo === null || date <= span.validTo)
  );
}

const VIETNAM = new Intl.DateTimeFormat('en-CA', {
  timeZone: 'Asia/Ho_Chi_Minh',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
});

/** The calendar date in Vietnam, which is “today” everywhere in the hub. */
export function dateInVietnam(moment: Date): LocalDate {
  // Every request needs the date, and days begin with whole minutes.
  const minute = Math.floor(moment.getTime() / MINUTE);
  if (minute !== asked.minute) asked = { minute, date: VIETNAM.format(moment) };
  return asked.date;
}

const CLOCK = new Intl.DateTimeFormat('vi-VN', {
  timeZone: 'Asia/Ho_Chi_Minh',
  ...{ hour: '2-digit', minute: '2-digit', day: '2-digit', month: '2-digit', year: 'numeric' },
});

/** The clock in Vietnam, as Vietnamese writes it: the hour, then the day first. */
export function momentInVietnam(moment: Date): string {
  return CLOCK.format(moment);
}

const MINUTE = 60_000;
let asked = { minute: NaN, date: '' };

/** The default date: today, or the last day of what has ended. */
export function todayOrLastDay(lastDay: LocalDate | null, today: LocalDate): LocalDate {
  return lastDay !== null && lastDay < today ? lastDay : today;
}
