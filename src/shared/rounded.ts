import type { Language } from './text.js';

const LOCALES: Record<Language, string> = { vi: 'vi-VN', en: 'en-GB' };
const OVER: Record<Language, string> = { vi: 'trên', en: 'over' };
const UNDER: Record<Language, string> = { vi: 'dưới', en: 'under' };

/**
 * A number as readers of a language write it.
 * @param digits the most decimals.
 * @param least the fewest decimals.
 */
export function written(value: number, digits: number, language: Language, least = 0): string {
  return new Intl.NumberFormat(LOCALES[language], {
    minimumFractionDigits: least,
    maximumFractionDigits: digits,
  }).format(value);
}

/**
 * A part of a whole, which rounding never makes all or nothing: 99.97 of 100 is “over 99.9” with one
 * decimal, and 0.03 is “under 0.1”. The parameters are those of {@link written}.
 */
export function roundedPart(
  part: number,
  whole: number,
  digits: number,
  language: Language,
  least = 0,
): string {
  const write = (value: number) => written(value, digits, language, least);
  const step = 10 ** -digits;
  if (part < whole && write(part) === write(whole))
    return `${OVER[language]} ${write(whole - step)}`;
  if (part > 0 && write(part) === write(0)) return `${UNDER[language]} ${write(step)}`;
  return write(part);
}

/** What stands where there is no number: missing is not zero. */
export const NOTHING = '–';

/** A share from 0 to 100, always with one decimal, so that columns align: 100.0% and 0.0% are only what is exactly so. */
export const percentText = (value: number | null | undefined, language: Language): string =>
  value == null ? NOTHING : `${roundedPart(value, 100, 1, language, 1)}%`;

/** Percentage points, always with one decimal like the shares that they are between. */
export const pointsText = (value: number | null | undefined, language: Language): string =>
  value == null ? NOTHING : written(value, 1, language, 1);

/** The percentage of a target, as it was set: with up to two decimals. */
export const targetText = (value: number, language: Language): string =>
  `${written(value, 2, language)}%`;
