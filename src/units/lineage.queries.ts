import { sql } from 'kysely';
import type { Database } from '../database/orm.js';
import { kept } from '../reads/loader.js';
import type { LocalDate } from '../shared/dates.js';

/** What became of a unit, read backwards. */
export interface Lineage {
  /** The unit, and all that it took over whole, directly or not. */
  whole: number[];
  /** The units of which a part came to any of them. */
  parts: { predecessorId: number; effectiveOn: LocalDate }[];
}

/** Each unit with its whole predecessors, and the units that any of them took over in part. */
export const loadLineage = kept('lineage', lineagesOf);

async function lineagesOf(
  database: Database,
  unitIds: readonly number[],
): Promise<Map<number, Lineage>> {
  const found = await sql<{ root: number; id: number; parts: Lineage['parts'] }>`
    with recursive lineage as (
      select id as root, id from unnest(${unitIds}::int[]) as asked(id)
      union
      select lineage.root, succession.predecessor_id
      from lineage join unit_succession as succession
        on succession.successor_id = lineage.id and succession.extent = 'WHOLE'
    )
    select root, id, coalesce((
      select json_agg(json_build_object('predecessorId', predecessor_id, 'effectiveOn', effective_on)
        order by predecessor_id)
      from unit_succession where successor_id = lineage.id and extent = 'PART'), '[]') as parts
    from lineage order by root, id`.execute(database);
  const lineages = new Map<number, Lineage>();
  for (const { root, id, parts } of found.rows) {
    const lineage = lineages.get(root) ?? { whole: [], parts: [] };
    lineage.whole.push(id);
    lineage.parts.push(...parts);
    lineages.set(root, lineage);
  }
  return lineages;
}
