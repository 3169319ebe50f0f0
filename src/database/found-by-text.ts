import { sql, type Expression, type RawBuilder } from 'kysely';
import { searchPattern } from '../shared/text.js';

/**
 * Whether a text that is stored tidy has what is searched, by the rule of `searchable`: for tables of so few rows that
 * none keeps the searched form. A text of punctuation only finds nothing.
 */
export function foundByText(text: Expression<string>, search: string): RawBuilder<boolean> {
  const pattern = searchPattern(search);
  if (pattern === '') return sql<boolean>`false`;
  const letters = sql`lower(regexp_replace(normalize(${text}, NFD), '[\u0300-\u036f]', '', 'g'))`;
  return sql<boolean>`trim(regexp_replace(translate(${letters}, ${"đð'’ʼ`"}, 'dd'), '[^[:alnum:]]+', ' ', 'g'))
    ~ ${pattern}`;
}
