import type { Language } from './text.js';

/** Sentences in Vietnamese and in English; {@link sayer} fills in what stands in braces. */
export type Sentences = Readonly<Record<string, readonly [vi: string, en: string]>>;

type Filled = Readonly<Record<string, string | number>>;

/** Says sentences in a language. */
export type Say<Key extends string> = (key: Key, values?: Filled) => string;

/** What says the sentences in a language. A name that looks like a place to fill in stays as it is. */
export function sayer<Of extends Sentences>(
  sentences: Of,
  language: Language,
): Say<keyof Of & string> {
  const at = language === 'en' ? 1 : 0;
  return (key, values = {}) => {
    const text = sentences[key]?.[at] ?? key;
    return text.replace(/\{\{([\w-]+)\}\}/g, (place, name: string) =>
      String(values[name] ?? place),
    );
  };
}

const LOCALES: Record<Language, string> = { vi: 'vi-VN', en: 'en-GB' };

/** How a day is written: 29/11/2026 in Vietnamese, as offices do, and 29 Nov 2026 in English. */
const dayStyle = (language: Language): Intl.DateTimeFormatOptions => ({
  day: language === 'en' ? 'numeric' : '2-digit',
  month: language === 'en' ? 'short' : '2-digit',
  year: 'numeric',
});

/** A day of the calendar, without a time zone. */
export function writtenDay(value: string, language: Language): string {
  const format = new Intl.DateTimeFormat(LOCALES[language], {
    ...dayStyle(language),
    timeZone: 'UTC',
  });
  return format.format(Date.parse(`${value.slice(0, 10)}T00:00:00Z`));
}

/** A moment, in the time of Vietnam. */
export function writtenMoment(value: Date, language: Language): string {
  return new Intl.DateTimeFormat(LOCALES[language], {
    ...dayStyle(language),
    hour: '2-digit',
    minute: '2-digit',
    timeZone: 'Asia/Ho_Chi_Minh',
  }).format(value);
}
