import type { Language } from '../shared/words';

/** The name of a language in itself; on a phone its two letters are seen. */
export function LanguageName({ of }: { of: Language }) {
  const [name, letters] = of === 'vi' ? ['Tiếng Việt', 'VI'] : ['English', 'EN'];
  return (
    <span lang={of} className="language" data-letters={letters}>
      {name}
    </span>
  );
}
