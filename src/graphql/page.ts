import { RequestError } from '../shared/errors.js';
import { decodeCursor, type Key, type KeyPart } from './cursor.js';

/** The largest page. */
export const PAGE_LIMIT = 100;

export interface PageInput {
  first?: number | null;
  after?: string | null;
  last?: number | null;
  before?: string | null;
}

/** An order of rows: its name, its direction, and the SQL columns that make the key. */
export interface Order {
  name: string;
  descending: boolean;
  /** The id comes last; text is compared byte by byte. */
  columns: readonly { name: string; type: KeyPart }[];
}

/** A checked request for a page. */
export interface Page {
  order: Order;
  limit: number;
  backward: boolean;
  after: Key | null;
  before: Key | null;
}

/** @throws RequestError INVALID_PAGE when so many rows are not given at once. */
export function checkLimit(argument: string, limit: number): void {
  if (limit < 1 || limit > PAGE_LIMIT)
    throw new RequestError(
      'INVALID_PAGE',
      {
        vi: `${argument} là ${limit}; chỉ nhận từ 1 đến ${PAGE_LIMIT}.`,
        en: `${argument} is ${limit}; it must be from 1 to ${PAGE_LIMIT}.`,
      },
      { argument },
    );
}

/**
 * Checks the four page arguments together.
 * @throws RequestError INVALID_PAGE or INVALID_CURSOR.
 */
export function pageOf(input: PageInput, order: Order): Page {
  const { first, last } = input;
  if ((first == null) === (last == null))
    throw new RequestError('INVALID_PAGE', {
      vi: `Hãy cho đúng một trong hai tham số first và last, từ 1 đến ${PAGE_LIMIT}.`,
      en: `Give exactly one of first and last, from 1 to ${PAGE_LIMIT}.`,
    });
  const [name, limit] = first == null ? (['last', last!] as const) : (['first', first] as const);
  checkLimit(name, limit);
  const shape = order.columns.map(({ type }) => type);
  const key = (field: 'after' | 'before') => {
    const cursor = input[field];
    return cursor == null ? null : decodeCursor(order.name, shape, cursor, field);
  };
  return { order, limit, backward: name === 'last', after: key('after'), before: key('before') };
}
