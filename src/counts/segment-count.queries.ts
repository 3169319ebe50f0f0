import { sql } from 'kysely';
import type { Database } from '../database/orm.js';
import { groupOf } from '../vocabulary/institution.enums.js';
import { cellsOf, COUNTERS, sum, type Cell } from './count.js';
import { countedIn, observedIn, type WantedCounts } from './progress-count.queries.js';
import { COUNTER_COLUMNS } from './roll-up.queries.js';
import type { Rules } from './rules.js';
import { segmentOf } from './segment.js';

/**
 * The counts told apart by what institutions are, in the order of the requests, which all have one
 * date and one moment. Their cells have no unit, because the units are added up.
 */
export async function segmentCountsOn(
  database: Database,
  wanted: readonly WantedCounts[],
  rules: Rules,
): Promise<Cell[][]> {
  const indicators = countedIn(wanted, rules);
  if (wanted.every(({ knownAt }) => knownAt === Infinity))
    return readCounts(
      database,
      wanted,
      indicators.map(({ code }) => code),
    );
  // For an earlier moment, every institution of that time is counted again.
  const inside = await observedIn(database, wanted, rules);
  return inside.map((institutions) =>
    sum(
      institutions.flatMap(({ facts, observed }) =>
        cellsOf(facts, observed, indicators).map((cell) => ({ ...cell, unitId: 0 })),
      ),
    ),
  );
}

async function readCounts(
  database: Database,
  wanted: readonly WantedCounts[],
  codes: readonly string[],
): Promise<Cell[][]> {
  const asked = wanted.flatMap(({ unitIds, date }, index) =>
    unitIds.map((unitId) => ({ index, unitId, date })),
  );
  const sums = COUNTERS.map(
    (counter) => sql`sum(${sql.ref(COUNTER_COLUMNS[counter])})::int as ${sql.ref(counter)}`,
  );
  const found = await sql<Omit<Cell, 'unitId' | 'group'> & { index: number }>`
    select asked.index, segment, subject, round_id as "roundId", ${sql.join(sums)}
    from unnest(${asked.map(({ index }) => index)}::int[], ${asked.map(({ unitId }) => unitId)}::int[],
      ${asked.map(({ date }) => date)}::date[]) as asked(index, unit_id, as_of)
    join (select unit.id, above.id as above_id
      from administrative_unit as unit cross join unnest(unit.path) as above(id)) as inside
      on inside.above_id = asked.unit_id
    join segment_count on segment_count.unit_id = inside.id
    where subject = any(${[...codes]}::text[]) and effective_on <= asked.as_of
    group by 1, 2, 3, 4`.execute(database);
  const cells = Map.groupBy(found.rows, ({ index }) => index);
  return wanted.map((_, index) =>
    (cells.get(index) ?? []).flatMap(({ index: _index, segment, subject, roundId, ...counts }) => {
      const group = groupOf(segmentOf(segment).kind);
      if (!group || COUNTERS.every((counter) => counts[counter] === 0)) return [];
      return [{ ...counts, unitId: 0, group, segment, subject, roundId }];
    }),
  );
}
