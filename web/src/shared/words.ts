import i18next from 'i18next';
import { initReactI18next, useTranslation } from 'react-i18next';
import { chosenLanguage, keepLanguage, LANGUAGES, type Language } from '../first/chosen-language';

export { LANGUAGES, type Language };

/** A text in Vietnamese and in English: neither can be forgotten. */
type Words = Record<string, readonly [vi: string, en: string]>;

void i18next.use(initReactI18next).init({
  lng: chosenLanguage(),
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
  keepLanguage(chosen);
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
