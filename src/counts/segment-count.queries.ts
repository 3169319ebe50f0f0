import { sql } from 'kysely';
import { columnsOf, rowsIn, type Columns } from '../database/columns.js';
import type { Database } from '../database/orm.js';
import { firstOf } from '../shared/required.js';
import { groupOf } from '../vocabulary/institution.enums.js';
import { cellsOf, COUNTERS, sum, type Cell } from './count.js';
import { countedIn, observedIn, type WantedCounts } from './progress-count.queries.js';
import { COUNTED, COUNTS_TOGETHER } from './roll-up.queries.js';
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
    return readCounts(database, wanted, {
      codes: indicators.map(({ code }) => code),
      isAll: indicators.length === rules.indicators.length,
    });
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

const ADDED_UP = COUNTERS.map(
  (counter) => sql`sum(${COUNTED[counter]})::int as ${sql.ref(counter)}`,
);

interface SegmentCell extends Omit<Cell, 'unitId' | 'group'> {
  /** The place of the request. */
  index: number;
}

async function readCounts(
  database: Database,
  wanted: readonly WantedCounts[],
  { codes, isAll }: { codes: readonly string[]; isAll: boolean },
): Promise<Cell[][]> {
  const asked = wanted.flatMap(({ unitIds, date }, index) =>
    unitIds.map((unitId) => ({ index, unitId, date })),
  );
  // Rounds make several rows of one, so they are left out where nobody asks for them.
  const about = isAll ? sql`` : sql`and subject = any(${[...codes]}::text[])`;
  const round = wanted.some(({ byRound = true }) => byRound) ? sql`round_id` : sql`0`;
  const found = await sql<{ cells: Columns<SegmentCell> }>`
    select ${columnsOf({
      index: sql`index`,
      segment: sql`segment`,
      subject: sql`subject`,
      roundId: sql`"roundId"`,
      ...COUNTED,
    })} as cells
    from (
      select index, segment, subject, "roundId", ${sql.join(ADDED_UP)}
      from (
        select asked.index, unit.id, asked.as_of
        from unnest(${asked.map(({ index }) => index)}::int[],
          ${asked.map(({ unitId }) => unitId)}::int[], ${asked.map(({ date }) => date)}::date[])
          as asked(index, unit_id, as_of)
        join administrative_unit as unit on unit.path @> array[asked.unit_id]
      ) as inside
      -- One index lookup for each unit: with a join, PostgreSQL would read the whole table.
      cross join lateral (
        select segment, subject, ${round} as "roundId", ${COUNTS_TOGETHER}
        from segment_count
        where unit_id = inside.id ${about} and effective_on <= inside.as_of
        group by 1, 2, 3
      ) as counted
      group by 1, 2, 3, 4
    ) as cell`.execute(database);
  const cells = Map.groupBy(rowsIn(firstOf(found.rows).cells), ({ index }) => index);
  return wanted.map((_, index) =>
    (cells.get(index) ?? []).flatMap(({ index: _index, ...cell }) => {
      const group = groupOf(segmentOf(cell.segment).kind);
      if (!group || COUNTERS.every((counter) => cell[counter] === 0)) return [];
      return [{ ...cell, unitId: 0, group }];
    }),
  );
}
