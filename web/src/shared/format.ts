import {
  NOTHING,
  percentText,
  pointsText,
  roundedPart,
  targetText,
  written,
} from '../../../src/shared/rounded';
import { writtenDay, writtenMoment } from '../../../src/shared/said';
import { language } from './words';

export { NOTHING };

/** A number as the reader writes it; nothing but rounding happens to it. */
export function number(value: number | null | undefined, digits = 0): string {
  return value == null ? NOTHING : written(value, digits, language());
}

/** A difference of percentage points, which says of itself that it is more. */
export const signedPoints = (value: number | null | undefined): string =>
  value != null && value > 0 ? `+${pointsOf(value)}` : pointsOf(value);

/** A difference, which says of itself that it is more. */
export const signed = (value: number | null | undefined): string =>
  value != null && value > 0 ? `+${number(value)}` : number(value);

/** A part of a whole, always with as many decimals, which rounding never makes all or nothing. */
export const part = (value: number | null | undefined, whole: number, digits: number): string =>
  value == null ? NOTHING : roundedPart(value, whole, digits, language(), digits);

/** A share from 0 to 100, always with one decimal: 100.0% and 0.0% are only what is exactly so. */
export const percent = (value: number | null | undefined): string => percentText(value, language());

/** Percentage points, always with one decimal. */
export const pointsOf = (value: number | null | undefined): string => pointsText(value, language());

/** The percentage of a target, as it was set: with up to two decimals. */
export const targetPercent = (value: number): string => targetText(value, language());

/** A day of the calendar, without a time zone. */
export const day = (value: string | null | undefined): string =>
  value ? writtenDay(value, language()) : NOTHING;

/** A moment, in the time of the province. */
export const moment = (value: string | null | undefined): string =>
  value ? writtenMoment(new Date(value), language()) : NOTHING;
