import { factsOf } from '../counts/facts.queries.js';
import { observe } from '../counts/observe.js';
import { placesOf } from '../counts/facts.js';
import type { Rules } from '../counts/rules.js';
import type { Database } from '../database/orm.js';
import { exceptionsOf, roundsFor } from '../exceptions/exception.queries.js';
import { roundsReaching } from '../rounds/round.queries.js';
import { roundsKnownAt } from '../rounds/rounds-known.js';
import type { LocalDate } from '../shared/dates.js';
import { required } from '../shared/required.js';
import { ancestryNow } from '../units/lineage.queries.js';
import { asPublic, type SeenInstitution } from './indicator-status.js';

/** Reads everything behind the status of some institutions, and gives what the public sees on any date. */
export async function publicViews(
  database: Database,
  ids: readonly number[],
  rules: Rules,
): Promise<(id: number, date: LocalDate) => SeenInstitution> {
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
    const reaching = placesOf(known).flatMap((place) =>
      roundsKnownAt(rounds.get(place) ?? [], Infinity),
    );
    const owed = roundsFor(reaching, exceptions.get(id) ?? [], Infinity);
    return { observed: asPublic(observed), called: { rounds: owed, rules } };
  };
}
