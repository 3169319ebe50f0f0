type Language = 'vi' | 'en';

const LOCALES: Record<Language, string> = { vi: 'vi-VN', en: 'en-GB' };
const OVER: Record<Language, string> = { vi: 'trên', en: 'over' };
const UNDER: Record<Language, string> = { vi: 'dưới', en: 'under' };

/** A number as readers of a language write it, with at most that many decimals. */
export function written(value: number, digits: number, language: Language): string {
  const format = new Intl.NumberFormat(LOCALES[language], { maximumFractionDigits: digits });
  return format.format(value);
}

/**
 * A part of a whole, which rounding never makes all or nothing: 99.97 of 100 is “over 99.9” with one
 * decimal, and 0.03 is “under 0.1”.
 */
export function roundedPart(
  part: number,
  whole: number,
  digits: number,
  language: Language,
): string {
  const write = (value: number) => written(value, digits, language);
  const step = 10 ** -digits;
  if (part < whole && write(part) === write(whole))
    return `${OVER[language]} ${write(whole - step)}`;
  if (part > 0 && write(part) === write(0)) return `${UNDER[language]} ${write(step)}`;
  return write(part);
}
