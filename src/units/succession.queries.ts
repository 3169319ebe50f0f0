import { sql, type Expression } from 'kysely';
import type { Database, Tables } from '../database/orm.js';
import { contentId, requestsFor, rowsKnownAt } from '../database/row-versions.js';
import { knownLoader } from '../reads/known-loader.js';
import { kept } from '../reads/loader.js';
import type { LocalDate } from '../shared/dates.js';
import type { SuccessionExtent } from '../vocabulary/unit.enums.js';

export interface SuccessionRow {
  predecessorId: number;
  successorId: number;
  effectiveOn: LocalDate;
  extent: SuccessionExtent;
  legalDocument: string | null;
}

type Side = 'predecessor_id' | 'successor_id';

const COLUMNS = [
  'succession.predecessor_id as predecessorId',
  'succession.successor_id as successorId',
  'succession.effective_on as effectiveOn',
  'succession.extent',
  'succession.legal_document as legalDocument',
] as const;

/**
 * The SQL query of the successions that were known at a moment, a `timestamptz`, with a unit on one
 * side.
 */
export function successionsKnown(
  side: Side,
  unit: Expression<unknown>,
  moment: Expression<unknown>,
) {
  const concerned = sql`${contentId(side)} = ${unit}`;
  return rowsKnownAt<Tables['unit_succession']>('unit_succession', moment, concerned);
}

/** The successions by which a unit was formed, now or as known at a moment. */
export const loadPredecessors = successions('predecessors', 'successor_id', 'predecessor_id');

/** The successions by which a unit was followed, now or as known at a moment. */
export const loadSuccessors = successions('successors', 'predecessor_id', 'successor_id');

function successions(name: string, side: Side, order: Side) {
  const now = async (database: Database, ids: readonly number[]) => {
    const rows = await database
      .selectFrom('unit_succession as succession')
      .select([...COLUMNS, `succession.${side} as index`])
      .where(`succession.${side}`, 'in', [...ids])
      .orderBy(`succession.${order}`)
      .execute();
    return bySide(rows);
  };
  return knownLoader(`${name} then`, kept(name, now), async (database, requests) => {
    const then = successionsKnown(side, sql.ref('asked.id'), sql.ref('asked.known_at'));
    const rows = await database
      .selectFrom(requestsFor(requests))
      .innerJoinLateral(then.as('succession'), (join) => join.onTrue())
      .select([...COLUMNS, 'asked.index'])
      .orderBy(`succession.${order}`)
      .execute();
    return bySide(rows);
  });
}

function bySide(
  rows: readonly (SuccessionRow & { index: number })[],
): Map<number, SuccessionRow[]> {
  return Map.groupBy(rows, ({ index }) => index);
}
