export interface Limits {
  tokens: number;
  /** Nested fields; those inside `__schema` and `__type` do not count. */
  depth: number;
  aliases: number;
  directives: number;
  /** Fields, with those of a fragment as often as it is used; introspection as for `depth`. */
  fields: number;
  list: number;
  /** Objects that an answer can hold at most, computed from the requested page sizes. */
  cost: number;
  time: number;
}

/**
 * The limits of all hubs, each with its own error code and checked before any SQL. The numbers are
 * documented in docs/limits.md; the largest body is `BODY_LIMIT`, the largest page `PAGE_LIMIT`.
 */
export const LIMITS: Limits = {
  tokens: 1000,
  depth: 8,
  aliases: 40,
  directives: 10,
  fields: 400,
  list: 250,
  cost: 3000,
  time: 10_000,
};
