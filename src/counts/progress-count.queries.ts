import { sql } from 'kysely';
import type { Database } from '../database/orm.js';
import type { CountedIndicator } from '../indicators/indicator.js';
import type { LocalDate } from '../shared/dates.js';
import { itemAt, paired, required } from '../shared/required.js';
import { unitsByIds } from '../units/unit.queries.js';
import { cellsOf, COUNTERS, NONE, sum, type Cell, type Counter } from './count.js';
import {
  factsWithoutResults,
  institutionsEverIn,
  resultsOf,
  withResults,
} from './facts.queries.js';
import { observe, type ObservedInstitution } from './observe.js';
import { periodOn, placesOf, type Moment } from './facts.js';
import { mayDecide } from './revisions.js';
import { COUNTER_COLUMNS } from './roll-up.queries.js';
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

/** By all that is known, the counts are sums of the roll-up. */
async function readCounts(
  database: Database,
  wanted: readonly (WantedCounts & { index: number })[],
  rules: Rules,
): Promise<{ index: number; cells: Cell[] }[]> {
  const codes = countedIn(wanted, rules).map(({ code }) => code);
  const isAll = codes.length === rules.indicators.length;
  const about = isAll ? sql`` : sql`and subject = any(${codes}::text[])`;
  const asked = wanted.flatMap(({ index, unitIds, date, byRound = true }) =>
    unitIds.map((unitId) => ({ index, unitId, date, byRound })),
  );
  // Rows lie in the order of unit, group and subject, so without rounds nothing has to be sorted.
  const round = asked.some(({ byRound }) => byRound)
    ? { of: sql`case when asked.by_round then round_id else 0 end`, group: sql`, 3` }
    : { of: sql`0`, group: sql`` };
  const sums = COUNTERS.map(
    (counter) => sql`sum(${sql.ref(COUNTER_COLUMNS[counter])})::int as ${sql.ref(counter)}`,
  );
  const lists = COUNTERS.map(
    (counter) => sql`array_agg(${sql.ref(counter)})::text as ${sql.ref(counter)}`,
  );
  // One index lookup per unit; with a join, PostgreSQL would read the whole table for a hundred
  // units. The cells of a unit come in one row, which is read much faster than a row for each.
  const found = await sql<ReadCells>`
    select asked.index, counted.*
    from unnest(${asked.map(({ index }) => index)}::int[], ${asked.map(({ unitId }) => unitId)}::int[],
      ${asked.map(({ date }) => date)}::date[], ${asked.map(({ byRound }) => byRound)}::boolean[])
      as asked(index, unit_id, as_of, by_round)
    cross join lateral (
      select array_agg("group")::text as "group", json_agg(subject) as subject,
        array_agg("roundId")::text as "roundId", ${sql.join(lists)}
      from (
        select "group", subject, ${round.of} as "roundId", ${sql.join(sums)}
        from progress_count
        where unit_id = asked.unit_id ${about} and effective_on <= asked.as_of
        group by 1, 2${round.group}
      ) as cell
    ) as counted`.execute(database);
  return found.rows.map((row) => ({ index: row.index, cells: cellsIn(row) }));
}

/** The cells of a unit as they are read: a list of each of their values, in PostgreSQL's text. */
type ReadCells = Record<'group' | 'roundId' | Counter, string | null> & {
  index: number;
  /** As JSON, because codes may hold any sign. */
  subject: string[] | null;
};

function cellsIn({ group, subject, roundId, ...counted }: ReadCells): Cell[] {
  const rounds = listOf(roundId);
  const counts = {} as Record<Counter, string[]>;
  for (const counter of COUNTERS) counts[counter] = listOf(counted[counter]);
  return (listOf(group) as Cell['group'][]).map((each, place): Cell => {
    const cell = {
      ...NONE,
      unitId: 0,
      group: each,
      segment: '',
      subject: itemAt(subject ?? [], place),
      roundId: Number(rounds[place]),
    };
    for (const counter of COUNTERS) cell[counter] = Number(counts[counter][place]);
    return cell;
  });
}

/** The items of a PostgreSQL array of names and numbers; none for null. */
function listOf(array: string | null): string[] {
  return array === null ? [] : array.slice(1, -1).split(',');
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
