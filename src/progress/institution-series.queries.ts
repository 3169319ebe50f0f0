import { loadFacts } from '../counts/facts.queries.js';
import { periodOn, type InstitutionFacts, type Moment } from '../counts/facts.js';
import { observe } from '../counts/observe.js';
import { loadRules } from '../counts/rules.queries.js';
import { loadExceptions, roundsFor } from '../exceptions/exception.queries.js';
import { loadFramework } from '../frameworks/framework.queries.js';
import type { InstitutionRow } from '../institutions/institution.queries.js';
import type { Context } from '../request/context.js';
import type { RoundRow } from '../rounds/round.queries.js';
import { todayOrLastDay, type LocalDate } from '../shared/dates.js';
import { loadUnit } from '../units/unit.queries.js';
import { indicatorStatuses, type IndicatorStatusRow } from './indicator-status.js';
import { asSeen, loadRoundsCalled } from './institution-status.queries.js';
import { checkIndicators } from './progress.arguments.js';
import { datesAsked, SERIES_LIMIT, type SeriesDates } from './series.js';

export interface IndicatorSeriesRow {
  asOf: LocalDate;
  /** The round of whose reference date it is; null where a date was asked for. */
  round: RoundRow | null;
  indicators: IndicatorStatusRow[];
}

/**
 * The status of an institution in its indicators on several dates. All that is recorded of it is read
 * once, whatever the number of dates.
 * @param codes of the indicators; null for all.
 * @throws RequestError TOO_MANY_DATES, INVALID_SERIES or INDICATOR_UNKNOWN.
 */
export async function loadIndicatorSeries(
  context: Context,
  { id, closedOn }: InstitutionRow,
  series: SeriesDates,
  { moment, codes }: { moment: Moment; codes: readonly string[] | null },
): Promise<IndicatorSeriesRow[]> {
  const asked = datesAsked(series, todayOrLastDay(closedOn, context.today));
  const [facts, rules] = await Promise.all([loadFacts.required(context, id), loadRules(context)]);
  checkIndicators(rules, codes ?? []);
  const [reaching, exceptions] = await Promise.all([
    loadRoundsCalled(context, facts, moment),
    loadExceptions(context, id),
  ]);
  const rounds = [...new Map(reaching.map((round) => [round.id, round])).values()];
  const called = { rounds: roundsFor(rounds, exceptions, moment), rules };
  const points = asked
    ? asked.map((asOf) => ({ asOf, round: null }))
    : (await roundsThatCalled(context, facts, rounds, moment)).slice(-SERIES_LIMIT);
  return Promise.all(
    points.map(async ({ asOf, round }) => {
      const observed = await asSeen(context, id, observe(facts, rules, asOf, moment));
      const statuses = indicatorStatuses({ observed, called }, asOf);
      const wanted = statuses.filter(({ code }) => codes?.includes(code) ?? true);
      return { asOf, round, indicators: wanted };
    }),
  );
}

/** Of rounds that reach the places of an institution, those that called it, as `calls` says; oldest first. */
async function roundsThatCalled(
  context: Context,
  facts: InstitutionFacts,
  rounds: readonly RoundRow[],
  moment: Moment,
): Promise<{ asOf: LocalDate; round: RoundRow }[]> {
  const found = await Promise.all(
    rounds.map(async (round) => {
      const period = periodOn(facts, round.referenceDate, moment);
      if (period?.unitId == null) return [];
      const [unit, ...frameworks] = await Promise.all([
        loadUnit.required(context, period.unitId),
        ...round.frameworkIds.map((each) => loadFramework.required(context, each)),
      ]);
      const asks = frameworks.some(({ definition }) => definition.kinds.includes(period.kind));
      return unit.path.includes(round.unitId) && asks ? [{ asOf: round.referenceDate, round }] : [];
    }),
  );
  return found
    .flat()
    .sort((a, b) => (a.asOf === b.asOf ? a.round.id - b.round.id : a.asOf < b.asOf ? -1 : 1));
}
