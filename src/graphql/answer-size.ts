/**
 * How many objects an answer may hold, while it is added up from the inside: those outside of pages, and
 * those in pages with all that is in them. Both are one number, because what adds it up takes numbers only.
 * A short list holds few objects, which count as one; a page in each of them is a page so many times.
 */
const IN_PAGES = 1_000_000;

/** How many items a list without a page size may have: ten, as the lines of two groups in five indicators. */
const SHORT_LIST = 10;

/** All objects of a size. */
export function objectsIn(size: number): number {
  return (size % IN_PAGES) + Math.floor(size / IN_PAGES);
}

/** The size of so many objects of a list whose length is known, each with what is in it. */
export function severalObjects(count: number, inside: number): number {
  return IN_PAGES * count * (1 + objectsIn(inside));
}

/** The size of a page with its connection. */
export function pageOfObjects(count: number, inside: number): number {
  return IN_PAGES * (1 + count * objectsIn(inside));
}

export function oneObject(inside: number): number {
  return 1 + inside;
}

export function shortList(inside: number): number {
  const outsideOfPages = inside % IN_PAGES;
  return 1 + outsideOfPages + SHORT_LIST * (inside - outsideOfPages);
}

/** The size of what is in an object with a short list whose length is known: a page in it so many times. */
export function withItems(count: number, inside: number): number {
  const outsideOfPages = inside % IN_PAGES;
  const pages = (inside - outsideOfPages) / IN_PAGES;
  return outsideOfPages + IN_PAGES * Math.ceil((pages * count) / SHORT_LIST);
}

/** What it costs more to count from the reports again, instead of reading what is counted. */
const RECOUNT = 20;

/**
 * What a figure costs more that is asked for as it was known at a moment. Whether anything has been published
 * since, so that it has to be counted again, is not known before anything is read.
 */
export function costOfKnowing(knownAt: Date | null | undefined): number {
  return knownAt ? RECOUNT : 0;
}
