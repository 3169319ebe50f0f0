import { mayInspect } from '../auth/policy.js';
import { loadObserved } from '../counts/deciding-facts.queries.js';
import { placesOf, type InstitutionFacts, type Moment } from '../counts/facts.js';
import type { Observed } from '../counts/observe.js';
import { loadRules } from '../counts/rules.queries.js';
import { loadExceptions, roundsFor } from '../exceptions/exception.queries.js';
import { loadPlace } from '../institutions/institution-place.queries.js';
import type { Context } from '../request/context.js';
import { loadRoundsReaching, type RoundRow } from '../rounds/round.queries.js';
import { roundsKnownAt } from '../rounds/rounds-known.js';
import type { LocalDate } from '../shared/dates.js';
import { asPublic, type SeenInstitution } from './indicator-status.js';

/**
 * An institution as the viewer may see it.
 * @param why false where nobody asks why nothing is reported: then no rounds are read.
 */
export async function loadSeen(
  context: Context,
  id: number,
  { date, moment, why }: { date: LocalDate; moment: Moment; why: boolean },
): Promise<SeenInstitution> {
  const { facts, observed } = await loadObserved(context, id, date, moment);
  const seen = await asSeen(context, id, observed);
  const rounds = why
    ? roundsFor(
        ...(await Promise.all([
          loadRoundsCalled(context, facts, moment),
          loadExceptions(context, id),
        ])),
        moment,
      )
    : [];
  return { observed: seen, called: { rounds, rules: await loadRules(context) } };
}

/** The rounds for all its communes, because the rounds of a former commune called it too. */
export async function loadRoundsCalled(
  context: Context,
  facts: Pick<InstitutionFacts, 'periods'>,
  knownAt: Moment,
): Promise<RoundRow[]> {
  const rounds = await Promise.all(
    placesOf(facts).map((unitId) => loadRoundsReaching(context, unitId, knownAt)),
  );
  return rounds.flatMap((each) => roundsKnownAt(each ?? [], knownAt));
}

/** The part that the viewer may know. */
export async function asSeen(context: Context, id: number, observed: Observed): Promise<Observed> {
  if (![...observed.states.values()].some(({ pending }) => pending?.returned)) return observed;
  const place = context.viewer && (await loadPlace(context, id));
  return place && mayInspect(context.viewer, place) ? observed : asPublic(observed);
}
