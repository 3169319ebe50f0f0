export const LANGUAGES = ['vi', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

const KEPT = 'hub.language';

/** What the user chose last, else what the browser prefers of the two, else Vietnamese. */
export function chosenLanguage(): Language {
  const wanted = [
    localStorage.getItem(KEPT),
    ...navigator.languages.map((each) => each.slice(0, 2)),
  ];
  return (
    LANGUAGES.find((each) => each === wanted.find((one) => one === 'vi' || one === 'en')) ?? 'vi'
  );
}

export const keepLanguage = (chosen: Language): void => localStorage.setItem(KEPT, chosen);
