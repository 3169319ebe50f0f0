import i18next from 'i18next';
import { initReactI18next, useTranslation } from 'react-i18next';

export const LANGUAGES = ['vi', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

/** A text in Vietnamese and in English: neither can be forgotten. */
export type Words = Record<string, readonly [vi: string, en: string]>;

const KEPT = 'hub.language';

/** What the user chose last, else what the browser prefers of the two, else Vietnamese. */
function preferred(): Language {
  const wanted = [
    localStorage.getItem(KEPT),
    ...navigator.languages.map((each) => each.slice(0, 2)),
  ];
  return (
    LANGUAGES.find((each) => each === wanted.find((one) => one === 'vi' || one === 'en')) ?? 'vi'
  );
}

void i18next.use(initReactI18next).init({
  lng: preferred(),
  fallbackLng: 'vi',
  keySeparator: false,
  resources: {},
  interpolation: { escapeValue: false },
  returnNull: false,
});
document.documentElement.lang = i18next.language;

/** The language in which the console and the graph speak now. */
export const language = (): Language => (i18next.language === 'en' ? 'en' : 'vi');

export async function speak(chosen: Language): Promise<void> {
  localStorage.setItem(KEPT, chosen);
  document.documentElement.lang = chosen;
  await i18next.changeLanguage(chosen);
}

/** Adds the texts of one part of the console, and returns the hook that says them. */
export function wordsOf<W extends Words>(part: string, words: W) {
  LANGUAGES.forEach((each, index) => {
    const texts = Object.entries(words).map(([key, text]) => [key, text[index as 0 | 1]]);
    i18next.addResourceBundle(each, part, Object.fromEntries(texts));
  });
  type Say = (key: keyof W & string, values?: Record<string, unknown>) => string;
  return function useWords(): Say {
    const { t } = useTranslation(part);
    return t as unknown as Say;
  };
}
