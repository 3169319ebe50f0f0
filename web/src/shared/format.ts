import { roundedPart, written } from '../../../src/shared/rounded';
import { language } from './words';

/** What stands where there is no number: missing is not zero. */
export const NOTHING = '–';

const locale = () => (language() === 'en' ? 'en-GB' : 'vi-VN');

/** A number as the reader writes it; nothing but rounding happens to it. */
export function number(value: number | null | undefined, digits = 0): string {
  return value == null ? NOTHING : written(value, digits, language());
}

/** A difference, which says of itself that it is more. */
export const signed = (value: number | null | undefined, digits = 0): string =>
  value != null && value > 0 ? `+${number(value, digits)}` : number(value, digits);

/** A part of a whole, which rounding never makes all or nothing. */
export const part = (value: number | null | undefined, whole: number, digits: number): string =>
  value == null ? NOTHING : roundedPart(value, whole, digits, language());

/** A share from 0 to 100, with one decimal: 100% and 0% are only what is exactly so. */
export const percent = (value: number | null | undefined): string =>
  value == null ? NOTHING : `${part(value, 100, 1)}%`;

/** The percentage of a target, as it was set: with up to two decimals. */
export const targetPercent = (value: number): string => `${number(value, 2)}%`;

/** How a day is written: 29/11/2026 in Vietnamese, as offices do, and 29 Nov 2026 in English. */
const dayStyle = (): Intl.DateTimeFormatOptions => ({
  day: language() === 'en' ? 'numeric' : '2-digit',
  month: language() === 'en' ? 'short' : '2-digit',
  year: 'numeric',
});

/** A day of the calendar, without a time zone. */
export function day(value: string | null | undefined): string {
  if (!value) return NOTHING;
  const [year, month, date] = value.split('-').map(Number);
  return new Intl.DateTimeFormat(locale(), { ...dayStyle(), timeZone: 'UTC' }).format(
    Date.UTC(year!, month! - 1, date),
  );
}

/** A moment, in the time of the province. */
export function moment(value: string | null | undefined): string {
  if (!value) return NOTHING;
  return new Intl.DateTimeFormat(locale(), {
    ...dayStyle(),
    hour: '2-digit',
    minute: '2-digit',
    timeZone: 'Asia/Ho_Chi_Minh',
  }).format(new Date(value));
}
