/** The two languages of the hub; Vietnamese is the default. */
export type Language = 'vi' | 'en';

export type Text = Record<Language, string>;

/** By the `Accept-Language` header: `vi`, unless English comes first. */
export function languageOf(header: string | undefined): Language {
  const preferred = (header ?? '')
    .split(',')
    .map((part) => {
      const [tag = '', ...parameters] = part.trim().toLowerCase().split(';');
      const quality = parameters.find((parameter) => parameter.trim().startsWith('q='));
      return { tag, quality: quality ? Number(quality.trim().slice(2)) : 1 };
    })
    .filter(({ tag, quality }) => /^(vi|en)\b/.test(tag) && quality > 0)
    .sort((a, b) => b.quality - a.quality)[0];
  return preferred?.tag.startsWith('en') ? 'en' : 'vi';
}

/** Characters that take no place, such as a zero-width space or a soft hyphen, and control codes. */
const INVISIBLE = /\p{Cf}|(?!\s)\p{Cc}/gu;

/**
 * The text in the form that search compares: lower case without diacritics, so that Đắk and Đăk,
 * Hoà and Hòa, and unaccented input all match. Apostrophes vanish (N'Trang = ntrang); other
 * punctuation counts as a space.
 */
export function searchable(text: string): string {
  return text
    .replace(INVISIBLE, '')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[đð]/g, 'd')
    .replace(/['’ʼ`]/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** Lý is also written Lí, and Quý Quí; Thúy and Thúi are two words. */
const SYLLABLE_IN_I = /(?<![a-z])(qu|[bcdghklmnprstvx]+)[iy](?![a-z])/g;

/** The regular expression of a search text, in the form that search compares. */
export function searchPattern(text: string): string {
  // Only letters, digits and spaces are left, so nothing in them is a sign of a pattern.
  return searchable(text).replace(SYLLABLE_IN_I, '$1[iy]');
}

/** A name or title as it is stored: composed letters, all visible, single spaces, none at the ends. */
export function tidy(text: string): string {
  return text.replace(INVISIBLE, '').normalize('NFC').trim().replace(/\s+/g, ' ');
}

/** Sentences as they are stored: tidy, with their line breaks. */
export function paragraphs(text: string): string {
  return text
    .split(/\r\n?|\n/)
    .map(tidy)
    .join('\n')
    .trim();
}
