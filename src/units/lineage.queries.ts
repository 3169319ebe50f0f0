import { sql, type RawBuilder } from 'kysely';
import type { Database } from '../database/orm.js';
import { requestsFor, type KnownRequest } from '../database/row-versions.js';
import { knownLoader } from '../reads/known-loader.js';
import { kept } from '../reads/loader.js';
import type { LocalDate } from '../shared/dates.js';
import { successionsKnown } from './succession.queries.js';

/** What became of a unit, read backwards. */
export interface Lineage {
  /** The unit, and all that it took over whole, directly or not. */
  whole: number[];
  /** The units of which a part came to any of them. */
  parts: { predecessorId: number; effectiveOn: LocalDate }[];
}

/** The units that are asked for, and what lies before them, as it is now or was known. */
export interface Ancestry {
  /** The SQL of units, `asked`, with an `index` of each. */
  asked: RawBuilder<unknown>;
  /** The SQL of the successions into `lineage.id`. */
  successions: RawBuilder<unknown>;
}

/** What is recorded now; the index of a unit is its id. */
export const ancestryNow = (unitIds: readonly number[]): Ancestry => ({
  asked: sql`(select id as index, id, null::timestamptz as known_at
    from unnest(${[...unitIds]}::int[]) as unit(id))`,
  successions: sql`(select * from unit_succession where successor_id = lineage.id)`,
});

/** What was known at the moment of each request; the index is its position, from 1 on. */
export const ancestryThen = (requests: readonly KnownRequest[]): Ancestry => ({
  asked: sql`(select * from ${requestsFor(requests)})`,
  successions: successionsKnown('successor_id', sql.ref('lineage.id'), sql.ref('lineage.known_at')),
});

/**
 * The SQL of `lineage`, for a recursive query: each unit that is asked for under its index, and all that
 * it took over whole, directly or not.
 */
export const wholeLineage = ({ asked, successions }: Ancestry) => sql`lineage as (
  select asked.index, asked.id, asked.known_at from ${asked} as asked
  union
  select lineage.index, succession.predecessor_id, lineage.known_at
  from lineage cross join lateral ${successions} as succession
  where succession.extent = 'WHOLE')`;

/** Each unit with its whole predecessors, and the units that any of them took over in part. */
export const loadLineage = knownLoader(
  'lineage then',
  kept('lineage', (database, unitIds) => lineagesOf(database, ancestryNow(unitIds))),
  (database, requests) => lineagesOf(database, ancestryThen(requests)),
);

async function lineagesOf(database: Database, ancestry: Ancestry): Promise<Map<number, Lineage>> {
  const found = await sql<{ index: number; id: number; parts: Lineage['parts'] }>`
    with recursive ${wholeLineage(ancestry)}
    select index, id, coalesce((
      select json_agg(json_build_object('predecessorId', predecessor_id, 'effectiveOn', effective_on)
        order by predecessor_id)
      from ${ancestry.successions} as succession where extent = 'PART'), '[]') as parts
    from lineage order by index, id`.execute(database);
  const lineages = new Map<number, Lineage>();
  for (const { index, id, parts } of found.rows) {
    const lineage = lineages.get(index) ?? { whole: [], parts: [] };
    lineage.whole.push(id);
    lineage.parts.push(...parts);
    lineages.set(index, lineage);
  }
  return lineages;
}
