import { sql } from 'kysely';
import { columnsOf, rowsIn, type Columns } from '../database/columns.js';
import type { Database } from '../database/orm.js';
import type { CountedIndicator } from '../indicators/indicator.js';
import { addDays, type LocalDate } from '../shared/dates.js';
import { firstOf, lastOf, paired, required } from '../shared/required.js';
import { unitsByIds } from '../units/unit.queries.js';
import { cellsOf, sum, type Cell } from './count.js';
import {
  factsWithoutResults,
  institutionsEverIn,
  resultsOf,
  withResults,
} from './facts.queries.js';
import { observe, type ObservedInstitution } from './observe.js';
import { periodOn, placesOf, type Moment } from './facts.js';
import { mayDecide } from './revisions.js';
import { COUNTED, COUNTS_TOGETHER } from './roll-up.queries.js';
import type { Rules } from './rules.js';

/** The counts of some units together, on a date, as known at a moment. */
export interface WantedCounts {
  unitIds: readonly number[];
  date: LocalDate;
  knownAt: Moment;
  /** The codes of the indicators; others may be counted too. Left out for all. */
  indicators?: readonly string[];
  /** False when the rounds of the counted updates do not matter: all cells then have round 0. */
  byRound?: boolean;
}

/**
 * The counts in the order of the requests. Their cells have no unit, because the units are added
 * up.
 */
export async function countsOn(
  database: Database,
  wanted: readonly WantedCounts[],
  rules: Rules,
): Promise<Cell[][]> {
  const numbered = wanted.map((each, index) => ({ ...each, index }));
  const present = numbered.filter(({ knownAt }) => knownAt === Infinity);
  const past = numbered.filter(({ knownAt }) => knownAt !== Infinity);
  const counted = [
    ...(present.length > 0 ? await readCounts(database, present, rules) : []),
    ...(past.length > 0 ? await recount(database, past, rules) : []),
  ];
  const counts = Map.groupBy(counted, ({ index }) => index);
  return wanted.map((_, index) => (counts.get(index) ?? []).flatMap(({ cells }) => cells));
}

/** The indicators that some of the requests ask for. */
export function countedIn(
  wanted: readonly WantedCounts[],
  { indicators }: Rules,
): CountedIndicator[] {
  return indicators.filter(({ code }) =>
    wanted.some((each) => each.indicators?.includes(code) ?? true),
  );
}

/** What is added to the counts of a unit between two of the dates that are asked for. */
interface AddedCell extends Cell {
  place: number;
  /** How many of the dates are before it counts. */
  before: number;
}

/**
 * By all that is known, the counts are sums of the roll-up. It is read once for all dates: what is
 * added between them is far less than the counts on each.
 */
async function readCounts(
  database: Database,
  wanted: readonly (WantedCounts & { index: number })[],
  rules: Rules,
): Promise<{ index: number; cells: Cell[] }[]> {
  const codes = countedIn(wanted, rules).map(({ code }) => code);
  // A breakdown may need what is known of units, and none of their own counts.
  if (codes.length === 0) return wanted.map(({ index }) => ({ index, cells: [] }));
  const isAll = codes.length === rules.indicators.length;
  const about = isAll ? sql`` : sql`and subject = any(${codes}::text[])`;
  const unitIds = [...new Set(wanted.flatMap((each) => each.unitIds))];
  const dates = [...new Set(wanted.map(({ date }) => date))].sort();
  const withRounds = wanted.some(({ byRound = true }) => byRound);
  const round = withRounds ? sql`round_id` : sql`0`;
  const found = await sql<{ cells: Columns<AddedCell> }>`
    select ${columnsOf({
      place: sql`unit_id`,
      unitId: sql`0`,
      group: sql`"group"`,
      segment: sql`''::text`,
      subject: sql`subject`,
      roundId: sql`"roundId"`,
      before: sql`before`,
      ...COUNTED,
    })} as cells
    from (
      select unit_id, "group", subject, ${round} as "roundId", ${COUNTS_TOGETHER},
        width_bucket(effective_on, ${dates.map((date) => addDays(date, 1))}::date[]) as before
      from progress_count
      where unit_id = any(${unitIds}::int[]) ${about} and effective_on <= ${lastOf(dates)}::date
      group by unit_id, "group", subject, "roundId", before
    ) as cell`.execute(database);
  const added = Map.groupBy(rowsIn(firstOf(found.rows).cells), ({ place }) => place);
  return wanted.map(({ index, unitIds: units, date, byRound = true }) => {
    const earlier = dates.indexOf(date);
    const steps = units.flatMap((id) => added.get(id) ?? []);
    const counted = steps.filter(({ before }) => before <= earlier);
    const cells = byRound === withRounds ? counted : counted.map(withoutRound);
    const isTold = cells === counted && units.length === 1 && dates.length === 1;
    return { index, cells: isTold ? cells : sum<Cell>(cells) };
  });
}

function withoutRound(cell: Cell): Cell {
  return { ...cell, roundId: 0 };
}

/** For an earlier moment, every institution of that time is counted again. */
async function recount(
  database: Database,
  wanted: readonly (WantedCounts & { index: number })[],
  rules: Rules,
): Promise<{ index: number; cells: Cell[] }[]> {
  const inside = await observedIn(database, wanted, rules);
  const indicators = countedIn(wanted, rules);
  return paired(wanted, inside).map(([{ index }, institutions]) => {
    const cells = institutions.flatMap(({ facts, observed }) =>
      cellsOf(facts, observed, indicators),
    );
    return { index, cells: sum(cells.map((cell) => ({ ...cell, unitId: 0, segment: '' }))) };
  });
}

/** The institutions for each request, in order: those operating in its units on its date. */
export async function observedIn(
  database: Database,
  wanted: readonly WantedCounts[],
  rules: Rules,
): Promise<ObservedInstitution[][]> {
  const unitIds = [...new Set(wanted.flatMap((each) => each.unitIds))];
  const inUnits = await institutionsEverIn(database, unitIds);
  const facts = await factsWithoutResults(database, [
    ...new Set(inUnits.map(({ institutionId }) => institutionId)),
  ]);
  const institutionsOf = Map.groupBy(inUnits, ({ unitId }) => unitId);
  const places = [...new Set([...facts.values()].flatMap(placesOf))];
  const paths = await unitsByIds(database, places);
  const found = wanted.map(({ unitIds: basis, date, knownAt }) => {
    const ids = new Set(
      basis.flatMap((id) => (institutionsOf.get(id) ?? []).map((row) => row.institutionId)),
    );
    const inside = [...ids].flatMap((id) => {
      const institution = required(facts, id);
      const unitId = periodOn(institution, date, knownAt)?.unitId;
      return unitId != null && required(paths, unitId).path.some((above) => basis.includes(above))
        ? [{ institution, revisions: mayDecide(institution, date, knownAt) }]
        : [];
    });
    return { inside, date, knownAt };
  });
  const deciding = found.flatMap(({ inside }) =>
    inside.flatMap(({ revisions }) => revisions.map(({ id }) => id)),
  );
  const results = await resultsOf(database, [...new Set(deciding)]);
  return found.map(({ inside, date, knownAt }) =>
    inside.map(({ institution, revisions }) => {
      const read = withResults(institution, revisions, results);
      return { facts: read, observed: observe(read, rules, date, knownAt) };
    }),
  );
}
