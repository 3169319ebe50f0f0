import type { Language } from './text.js';

const LOCALES: Record<Language, string> = { vi: 'vi-VN', en: 'en-GB' };
const OVER: Record<Language, string> = { vi: 'trên', en: 'over' };
const UNDER: Record<Language, string> = { vi: 'dưới', en: 'under' };

/**
 * A share for readers, with one decimal; “–” for null, which is not zero. Rounding never makes it all
 * or nothing: 2,999 of 3,000 is “over 99.9%”, and 1 of 3,000 “under 0.1%”.
 * @param percent from 0 to 100.
 */
export function shareText(percent: number | null, language: Language): string {
  if (percent === null) return '–';
  const format = new Intl.NumberFormat(LOCALES[language], {
    minimumFractionDigits: 1,
    maximumFractionDigits: 1,
  });
  const write = (value: number) => `${format.format(value)}%`;
  if (percent < 100 && write(percent) === write(100)) return `${OVER[language]} ${write(99.9)}`;
  if (percent > 0 && write(percent) === write(0)) return `${UNDER[language]} ${write(0.1)}`;
  return write(percent);
}
