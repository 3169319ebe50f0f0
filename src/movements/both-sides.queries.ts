import { sql } from 'kysely';
import type { Database } from '../database/orm.js';
import {
  factsWithoutResults,
  institutionsEverIn,
  resultsOf,
  withResults,
  type UnreadFacts,
} from '../counts/facts.queries.js';
import { periodOn, type InstitutionFacts } from '../counts/facts.js';
import { observe } from '../counts/observe.js';
import { mayDecide } from '../counts/revisions.js';
import { loadRules } from '../counts/rules.queries.js';
import type { Rules } from '../counts/rules.js';
import type { Context } from '../request/context.js';
import { loadUnit, type UnitRow } from '../units/unit.queries.js';
import { crossingOf, type End } from './crossing.js';
import type { Crossing, Side } from './reason.js';

/** How many institutions are read at once: between two of these, other requests have their turn. */
export const CHUNK = 500;

/** An institution at both ends of a change. */
export interface BothSides {
  id: number;
  before: Side;
  after: Side;
  /** Why it is in the units at one end only. */
  crossing: () => Crossing;
}

/** One end of a change: the date, what is known for it, and the units that count; null for all. */
interface CountedEnd {
  date: End['date'];
  knownAt: End['knownAt'];
  unitIds: readonly number[] | null;
}

export interface Ends {
  before: CountedEnd;
  after: CountedEnd;
}

/**
 * All institutions that were in the units at one of the two ends, some at a time. While some are looked
 * at, the database reads the next ones.
 */
export async function* institutionsBetween(
  context: Context,
  ends: Ends,
): AsyncGenerator<BothSides[]> {
  const ids = await candidates(context.database, ends);
  const read = (start: number) => {
    const sides = sidesOf(context, ids.slice(start, start + CHUNK), ends);
    // Nobody waits for it when an earlier read fails.
    sides.catch(() => undefined);
    return sides;
  };
  let next = read(0);
  for (let start = CHUNK; start < ids.length + CHUNK; start += CHUNK) {
    const sides = next;
    if (start < ids.length) next = read(start);
    yield await sides;
  }
}

/** Those of the institutions that were in the units at one of the ends, at both. */
export async function sidesOf(
  context: Context,
  ids: readonly number[],
  ends: Ends,
): Promise<BothSides[]> {
  const { before, after } = ends;
  const [facts, rules] = await Promise.all([
    factsWithoutResults(context.database, ids),
    loadRules(context),
  ]);
  const places = await placesOf(context, facts);
  const isInside = { before: insideOf(before, places), after: insideOf(after, places) };
  const concerned = [...facts.values()].flatMap((each) => {
    const inside = {
      before: isInside.before(periodOn(each, before.date, before.knownAt)?.unitId ?? null),
      after: isInside.after(periodOn(each, after.date, after.knownAt)?.unitId ?? null),
    };
    if (!inside.before && !inside.after) return [];
    const revisions = [
      ...new Set([before, after].flatMap(({ date, knownAt }) => mayDecide(each, date, knownAt))),
    ];
    return [{ facts: each, inside, revisions }];
  });
  const deciding = concerned.flatMap(({ revisions }) => revisions.map(({ id }) => id));
  const results = await resultsOf(context.database, deciding);
  return concerned.map(({ facts: each, inside, revisions }) => {
    const read = withResults(each, revisions, results);
    return {
      id: read.id,
      before: { observed: observedAt(read, rules, before), inside: inside.before },
      after: { observed: observedAt(read, rules, after), inside: inside.after },
      crossing: () =>
        crossingOf(
          read.periods,
          { ...before, isInside: isInside.before },
          { ...after, isInside: isInside.after },
          (unitId) => places.get(unitId)?.validTo ?? null,
        ),
    };
  });
}

function observedAt(facts: InstitutionFacts, rules: Rules, { date, knownAt }: CountedEnd) {
  return observe(facts, rules, date, knownAt);
}

/** The institutions that were ever in units that count at one of the ends. */
async function candidates(database: Database, { before, after }: Ends): Promise<number[]> {
  if (before.unitIds === null || after.unitIds === null) {
    const all = await sql<{ id: number }>`select id from institution order by id`.execute(database);
    return all.rows.map(({ id }) => id);
  }
  const found = await institutionsEverIn(database, [
    ...new Set([...before.unitIds, ...after.unitIds]),
  ]);
  return [...new Set(found.map(({ institutionId }) => institutionId))].sort((a, b) => a - b);
}

/** The units in which the institutions ever were. */
function placesOf(
  context: Context,
  facts: ReadonlyMap<number, UnreadFacts>,
): Promise<ReadonlyMap<number, UnitRow>> {
  const ids = [...facts.values()].flatMap(({ periods }) =>
    periods.flatMap(({ unitId }) => unitId ?? []),
  );
  return loadUnit.all(context, [...new Set(ids)]);
}

function insideOf(
  { unitIds }: Pick<CountedEnd, 'unitIds'>,
  places: ReadonlyMap<number, UnitRow>,
): End['isInside'] {
  if (unitIds === null) return (unitId) => unitId !== null;
  const counted = new Set(unitIds);
  return (unitId) =>
    unitId !== null && (places.get(unitId)?.path.some((above) => counted.has(above)) ?? false);
}
