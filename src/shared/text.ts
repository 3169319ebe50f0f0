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

/**
 * The text in the form that search compares: lower case without diacritics, so that Đắk and Đăk,
 * Hoà and Hòa, and unaccented input all match. Apostrophes vanish (N'Trang = ntrang); other
 * punctuation counts as a space.
 */
export function searchable(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll('đ', 'd')
    .replace(/['’ʼ`]/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** A name or title as it is stored: composed letters, single spaces, none at the ends. */
export function tidy(text: string): string {
  return text.normalize('NFC').trim().replace(/\s+/g, ' ');
}
