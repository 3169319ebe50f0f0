/** How much one request may ask for. */
export interface Limits {
  /** Words and signs of a document. */
  tokens: number;
  /** Fields inside each other; what is inside `__schema` and `__type` does not count. */
  depth: number;
  /** Fields under another name. */
  aliases: number;
  directives: number;
  /** Fields, those of a fragment as often as it is spread; introspection as for `depth`. */
  fields: number;
  /** Items of one list in the arguments. */
  list: number;
  /** Objects that an answer may hold at most, computed from the page sizes that were asked for. */
  cost: number;
  /** Milliseconds until a request is stopped. */
  time: number;
}

/**
 * What hubs take, each refused with a code of its own before any SQL is sent. The numbers are documented
 * in docs/limits.md; the largest body is `BODY_LIMIT`, the largest page `PAGE_LIMIT`.
 */
export const LIMITS: Limits = {
  tokens: 1000,
  depth: 8,
  aliases: 15,
  directives: 10,
  fields: 200,
  list: 250,
  cost: 1000,
  time: 10_000,
};
