import { momentKnown } from '../graphql/known-at.js';
import type { Context } from '../request/context.js';
import { loadRoundsReaching } from '../rounds/round.queries.js';
import { roundsKnownAt } from '../rounds/rounds-known.js';
import { inSpan, type LocalDate } from '../shared/dates.js';
import { presentDay } from '../units/unit-span.queries.js';
import type { UnitRow } from '../units/unit.queries.js';
import type { ProgressArguments } from './progress.arguments.js';
import { datesAsked, SERIES_LIMIT, type SeriesDates } from './series.js';

/**
 * The dates of the series of a unit: those that are given, or those of months or rounds, as far as the
 * basis allows.
 * @throws RequestError TOO_MANY_DATES or INVALID_SERIES.
 */
export async function datesOfUnit(
  context: Context,
  unit: UnitRow,
  series: SeriesDates,
  { basis, knownAt }: ProgressArguments,
): Promise<readonly LocalDate[]> {
  const moment = await momentKnown(context, knownAt);
  const present = await presentDay(context, unit, moment);
  const asked = datesAsked(series, present);
  if (asked && series.on) return asked;
  const span = {
    validFrom: basis === 'CURRENT_UNITS' ? null : unit.validFrom,
    // A month may lie ahead, but nothing lies after the last day of a unit.
    validTo: asked ? (unit.validTo === null ? null : present) : present,
  };
  const dates = asked ?? (await datesOfRounds(context, unit, moment));
  return dates.filter((date) => inSpan(span, date)).slice(-SERIES_LIMIT);
}

async function datesOfRounds(
  context: Context,
  unit: UnitRow,
  moment: number,
): Promise<LocalDate[]> {
  const rounds = await loadRoundsReaching(context, unit.id, moment);
  const known = roundsKnownAt(rounds ?? [], moment);
  return [...new Set(known.map(({ referenceDate }) => referenceDate))];
}
