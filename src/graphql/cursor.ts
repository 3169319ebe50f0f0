import { isLocalDate } from '../shared/dates.js';
import { RequestError } from '../shared/errors.js';

/**
 * The values of the order's columns in one row, with the id last so that no two rows share a key.
 */
export type Key = readonly (string | number | null)[];

export type KeyPart = 'text' | 'date' | 'number';

/**
 * A position in a list, opaque to clients. It names its order, so that it is refused by other
 * lists.
 */
export function encodeCursor(order: string, key: Key): string {
  return Buffer.from(JSON.stringify([order, ...key])).toString('base64url');
}

/**
 * @param field the argument of the cursor, for the message.
 * @throws RequestError INVALID_CURSOR when it is malformed or belongs to another order.
 */
export function decodeCursor(
  order: string,
  shape: readonly KeyPart[],
  cursor: string,
  field: string,
): Key {
  const [given, ...parts] = parse(cursor);
  const key = parts.filter((part, index) => isPart(shape[index], part));
  if (given === order && parts.length === shape.length && key.length === shape.length) return key;
  throw new RequestError(
    'INVALID_CURSOR',
    {
      vi: `Tham số ${field} không phải là con trỏ của danh sách này. Hãy dùng nguyên giá trị startCursor hoặc endCursor của một trang đã nhận, với cùng orderBy.`,
      en: `Argument ${field} is not a cursor of this list. Pass startCursor or endCursor of a page you received, unchanged and with the same orderBy.`,
    },
    { argument: field },
  );
}

function isPart(part: KeyPart | undefined, value: unknown): value is string | number {
  if (typeof value === 'number')
    return part === 'number' && Number.isInteger(value) && Math.abs(value) < 2 ** 31;
  if (typeof value !== 'string' || part === 'number') return false;
  return part === 'text' ? !value.includes('\0') : isLocalDate(value);
}

function parse(cursor: string): unknown[] {
  try {
    const value: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    return Array.isArray(value) ? value : [];
  } catch {
    return [];
  }
}
