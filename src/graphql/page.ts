import type { MovingFact } from '../database/notes-order.js';
import { enumeration, type NameOf } from '../shared/enumeration.js';
import { RequestError } from '../shared/errors.js';
import { decodeCursor, type Key, type KeyPart } from './cursor.js';

export const PAGE_LIMIT = 100;

export const OrderDirection = enumeration('ASC', 'DESC');
export type OrderDirection = NameOf<typeof OrderDirection>;

export interface PageInput {
  first?: number | null;
  after?: string | null;
  last?: number | null;
  before?: string | null;
  /** Left out means the direction of the order. */
  direction?: OrderDirection | null;
}

export interface Order {
  name: string;
  descending: boolean;
  /** By what rows can move in the list, if they can. A cursor is then valid until one has moved by it. */
  movedBy?: MovingFact;
  /** The id comes last; text is compared byte by byte. */
  columns: readonly { name: string; type: KeyPart }[];
}

/** The order in which rows were recorded, which nothing changes. */
export function byId(what: string): Order {
  return { name: `${what}-ID`, descending: false, columns: [{ name: 'id', type: 'number' }] };
}

export interface Page {
  order: Order;
  limit: number;
  backward: boolean;
  after: Key | null;
  before: Key | null;
  /** In an order in which rows can move, the last reordering that each cursor knows. */
  bounds: readonly { argument: string; reordered: number }[];
}

/** @throws RequestError INVALID_PAGE when the number is out of range. */
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
export function pageOf(input: PageInput, usual: Order): Page {
  const order = inDirection(usual, input.direction);
  const [asked, ...more] = (['first', 'last'] as const).flatMap((name) => {
    const limit = input[name];
    return limit == null ? [] : [{ name, limit }];
  });
  if (!asked || more.length > 0)
    throw new RequestError('INVALID_PAGE', {
      vi: `Hãy cho đúng một trong hai tham số first và last, từ 1 đến ${PAGE_LIMIT}.`,
      en: `Give exactly one of first and last, from 1 to ${PAGE_LIMIT}.`,
    });
  const { name, limit } = asked;
  checkLimit(name, limit);
  const shape = order.columns.map(({ type }) => type);
  const bounds: Page['bounds'][number][] = [];
  const key = (argument: 'after' | 'before') => {
    const cursor = input[argument];
    if (cursor == null) return null;
    if (!order.movedBy) return decodeCursor(order.name, shape, cursor, argument);
    const [reordered, ...rest] = decodeCursor(order.name, ['number', ...shape], cursor, argument);
    bounds.push({ argument, reordered: Number(reordered) });
    return rest;
  };
  const [after, before] = [key('after'), key('before')];
  return { order, limit, backward: name === 'last', after, before, bounds };
}

/** A cursor of one direction is none of the other: on which side of it a page goes on would change. */
function inDirection(order: Order, direction: OrderDirection | null = null): Order {
  const descending = direction === null ? order.descending : direction === 'DESC';
  if (descending === order.descending) return order;
  return { ...order, name: `${order.name} ${direction}`, descending };
}

/**
 * Checks that no row of the order has moved since the cursors were made; otherwise pages
 * would skip or repeat rows.
 * @throws RequestError CURSOR_OUTDATED
 */
export function checkBounds({ bounds }: Page, reordered: number): void {
  const outdated = bounds.find((bound) => bound.reordered !== reordered);
  if (outdated) throw cursorOutdated(outdated.argument);
}

/** @param argument that has the cursor. */
export function cursorOutdated(argument: string): RequestError {
  return new RequestError(
    'CURSOR_OUTDATED',
    {
      vi: `Thứ tự của danh sách đã thay đổi (có mục được đổi tên, mã hoặc hạn) kể từ trang chứa con trỏ ${argument}. Hãy đọc lại từ trang đầu.`,
      en: `The order of the list has changed (something was given another name, code or due date) since the page that the cursor ${argument} is of. Start again from the first page.`,
    },
    { argument },
  );
}
