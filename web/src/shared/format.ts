import { language } from './words';

/** What stands where there is no number: missing is not zero. */
export const NOTHING = '–';

const locale = () => (language() === 'en' ? 'en-GB' : 'vi-VN');

/** A number as the reader writes it; nothing but rounding happens to it. */
export function number(value: number | null | undefined, digits = 0): string {
  if (value == null) return NOTHING;
  return new Intl.NumberFormat(locale(), { maximumFractionDigits: digits }).format(value);
}

/** A percentage from 0 to 100, with one decimal. */
export const percent = (value: number | null | undefined): string =>
  value == null ? NOTHING : `${number(value, 1)}%`;

/** A day of the calendar, without a time zone. */
export function day(value: string | null | undefined): string {
  if (!value) return NOTHING;
  const [year, month, date] = value.split('-').map(Number);
  return new Intl.DateTimeFormat(locale(), { dateStyle: 'medium', timeZone: 'UTC' }).format(
    Date.UTC(year!, month! - 1, date),
  );
}

/** A moment, in the time of the province. */
export function moment(value: string | null | undefined): string {
  if (!value) return NOTHING;
  return new Intl.DateTimeFormat(locale(), {
    dateStyle: 'medium',
    timeStyle: 'short',
    timeZone: 'Asia/Ho_Chi_Minh',
  }).format(new Date(value));
}
