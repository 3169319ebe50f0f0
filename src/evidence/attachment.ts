import { searchable } from '../shared/text.js';

/**
 * The `Content-Disposition` of a download: saved under its name, never shown in the page. Clients
 * that do not know RFC 5987 get the name without diacritics.
 */
export function attachment(name: string): string {
  const encoded = encodeURIComponent(name).replace(
    /['()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  const plain = [...name]
    .map((character) => (/^[\w. -]$/.test(character) ? character : searchable(character) || '_'))
    .join('');
  return `attachment; filename="${plain.replace(/[^\w. -]/g, '_')}"; filename*=UTF-8''${encoded}`;
}
