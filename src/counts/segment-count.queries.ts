import { sql } from 'kysely';
import { columnsOf, rowsIn, type Columns } from '../database/columns.js';
import type { Database } from '../database/orm.js';
import { firstOf, required } from '../shared/required.js';
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

interface SeriesCell extends Omit<Cell, 'unitId' | 'group' | 'segment' | 'subject'> {
  /** The place of the request. */
  index: number;
  seriesId: number;
}

/** What the cells of a series have in common. */
type SeriesRow = { id: number } & Pick<Cell, 'segment' | 'subject'>;

async function readCounts(
  database: Database,
  wanted: readonly WantedCounts[],
  { codes, isAll }: { codes: readonly string[]; isAll: boolean },
): Promise<Cell[][]> {
  const asked = wanted.flatMap(({ unitIds, date }, index) =>
    unitIds.map((unitId) => ({ index, unitId, date })),
  );
  // Rounds make several rows of one, so they are left out where nobody asks for them.
  const about = isAll
    ? sql``
    : sql`and series_id = any(array(
        select id from segment_series where subject = any(${[...codes]}::text[])))`;
  const round = wanted.some(({ byRound = true }) => byRound) ? sql`round_id` : sql`0`;
  const found = await sql<{ cells: Columns<SeriesCell>; series: Columns<SeriesRow> }>`
    select ${columnsOf({
      index: sql`index`,
      seriesId: sql`series_id`,
      roundId: sql`"roundId"`,
      ...COUNTED,
    })} as cells,
      (select ${columnsOf({ id: sql`id`, segment: sql`segment`, subject: sql`subject` })}
        from segment_series) as series
    from (
      select index, series_id, "roundId", ${sql.join(ADDED_UP)}
      from (
        select asked.index, unit.id, asked.as_of
        from unnest(${asked.map(({ index }) => index)}::int[],
          ${asked.map(({ unitId }) => unitId)}::int[], ${asked.map(({ date }) => date)}::date[])
          as asked(index, unit_id, as_of)
        join administrative_unit as unit on unit.path @> array[asked.unit_id]
      ) as inside
      -- One index lookup for each unit: with a join, PostgreSQL would read the whole table.
      cross join lateral (
        select series_id, ${round} as "roundId", ${COUNTS_TOGETHER}
        from segment_count
        where unit_id = inside.id ${about} and effective_on <= inside.as_of
        group by 1, 2
      ) as counted
      group by 1, 2, 3
    ) as cell`.execute(database);
  const { cells, series } = firstOf(found.rows);
  const known = new Map(
    rowsIn(series).map(({ id, ...row }) => [
      id,
      { ...row, unitId: 0, group: groupOf(segmentOf(row.segment).kind) },
    ]),
  );
  const byIndex = Map.groupBy(rowsIn(cells), ({ index }) => index);
  return wanted.map((_, index) =>
    (byIndex.get(index) ?? []).flatMap(({ index: _index, seriesId, ...cell }) => {
      const { group, ...rest } = required(known, seriesId);
      if (!group || COUNTERS.every((counter) => cell[counter] === 0)) return [];
      return [{ ...cell, ...rest, group }];
    }),
  );
}
