import { factsOf } from '../counts/facts.queries.js';
import { observe } from '../counts/observe.js';
import { placesOf, type PeriodFact } from '../counts/facts.js';
import type { Rules } from '../counts/rules.js';
import type { Database } from '../database/orm.js';
import { exceptionsOf, roundsFor } from '../exceptions/exception.queries.js';
import { roundsReaching } from '../rounds/round.queries.js';
import { roundsKnownAt } from '../rounds/rounds-known.js';
import type { LocalDate } from '../shared/dates.js';
import { required } from '../shared/required.js';
import { ancestryNow } from '../units/lineage.queries.js';
import { asPublic, pillarStatuses, type PillarStatusRow } from './pillar-status.js';

/** What the public sees of an institution on a date, by all that is known. */
export interface PublicView {
  /** The place and kind; null when it was not operating. */
  period: PeriodFact | null;
  statuses: PillarStatusRow[];
}

/** Reads everything behind the status of some institutions, and gives it for any date. */
export async function publicViews(
  database: Database,
  ids: readonly number[],
  rules: Rules,
): Promise<(id: number, date: LocalDate) => PublicView> {
  const found = await factsOf(database, ids);
  const facts = new Map(
    [...found].map(([id, each]) => {
      const periods = each.periods.filter(({ supersededAt }) => supersededAt === null);
      return [id, { ...each, periods }];
    }),
  );
  const places = [...new Set([...facts.values()].flatMap(placesOf))];
  const [rounds, exceptions] = await Promise.all([
    roundsReaching(database, ancestryNow(places)),
    exceptionsOf(database, ids),
  ]);
  return (id, date) => {
    const known = required(facts, id);
    const observed = observe(known, rules, date, Infinity);
    const called = placesOf(known).flatMap((place) =>
      roundsKnownAt(rounds.get(place) ?? [], Infinity),
    );
    const owed = roundsFor(called, exceptions.get(id) ?? [], Infinity);
    const statuses = pillarStatuses(asPublic(observed), { rounds: owed, rules }, date);
    return { period: observed.period, statuses };
  };
}
