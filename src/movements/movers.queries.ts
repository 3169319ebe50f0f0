import { countsOn, type WantedCounts } from '../counts/progress-count.queries.js';
import { loadRules } from '../counts/rules.queries.js';
import { indicatorsAsked } from '../progress/progress.arguments.js';
import type { Context } from '../request/context.js';
import { compareText } from '../shared/compare-text.js';
import type { LocalDate } from '../shared/dates.js';
import { loadLineage, type Lineage } from '../units/lineage.queries.js';
import { unitAsked } from '../units/unit-asked.queries.js';
import { checkInSpan, presentDay } from '../units/unit-span.queries.js';
import { unitsUnder, type UnitRow } from '../units/unit.queries.js';
import { checkOrder } from './check-change.js';
import type { MoversArguments } from './movers.arguments.js';
import { moversOf, presenceOf, type Mover } from './movers.js';

const LARGEST_FIRST = { figure: 'PERCENT', direction: 'EITHER' } as const;

/**
 * The units below in the order of how they changed. Both dates are read from the roll-up by one
 * statement, however many units there are.
 * @throws RequestError of the arguments.
 */
export async function readMovers(context: Context, asked: MoversArguments): Promise<Mover[]> {
  const { from, basis, group, indicator } = asked;
  const unit = asked.unit ? await unitAsked(context, asked.unit) : null;
  const today = unit ? await presentDay(context, unit, Infinity) : context.today;
  const to = asked.to ?? today;
  checkOrder({ from, to });
  if (unit) {
    await checkInSpan(context, unit, from, basis, Infinity);
    await checkInSpan(context, unit, to, basis, Infinity);
  }
  await indicatorsAsked(context, { indicators: [indicator] });
  const restated = basis === 'CURRENT_UNITS';
  const units = await unitsOn(context, unit, asked, restated ? [today] : [from, to]);
  const lineages = restated ? await lineagesOf(context, units) : null;
  const wanted = units.flatMap((each) => {
    const presence = restated ? 'BOTH_DATES' : presenceOf(each, from, to);
    const unitIds = lineages?.get(each.id)?.whole ?? [each.id];
    const on = (date: LocalDate): WantedCounts => ({
      unitIds,
      date,
      knownAt: Infinity,
      indicators: [indicator],
      byRound: false,
    });
    return [
      {
        unit: each,
        before: presence === 'SECOND_DATE_ONLY' ? null : on(from),
        after: presence === 'FIRST_DATE_ONLY' ? null : on(to),
      },
    ];
  });
  const all = wanted.flatMap(({ before, after }) => [before ?? [], after ?? []].flat());
  const counts = await countsOn(context.database, all, await loadRules(context));
  const found = new Map(all.map((each, index) => [each, counts[index] ?? []]));
  const counted = (each: WantedCounts | null) =>
    each && (found.get(each) ?? []).filter(({ subject }) => subject === indicator);
  return moversOf(
    wanted.map(({ unit: each, before, after }) => ({
      unit: each,
      before: counted(before),
      after: counted(after),
      restatedInPart: (lineages?.get(each.id)?.parts ?? []).some(
        ({ effectiveOn }) => effectiveOn > from && effectiveOn <= to,
      ),
    })),
    group,
    asked.orderBy ?? LARGEST_FIRST,
  );
}

/** The units of the tier that existed on one of the dates, by name. */
async function unitsOn(
  context: Context,
  unit: UnitRow | null,
  { unitKind }: MoversArguments,
  dates: readonly LocalDate[],
): Promise<UnitRow[]> {
  const kind = unitKind ?? (unit ? null : 'PROVINCE');
  const found = await Promise.all(
    dates.map((on) => unitsUnder(context.database, { under: unit?.id ?? null, kind, on })),
  );
  const units = new Map(found.flat().map((each) => [each.id, each]));
  return [...units.values()].sort((a, b) => compareText(a.sortName, b.sortName) || a.id - b.id);
}

async function lineagesOf(
  context: Context,
  units: readonly UnitRow[],
): Promise<Map<number, Lineage>> {
  const lineages = await loadLineage.all(
    context,
    units.map(({ id }) => ({ id, knownAt: Infinity })),
  );
  return new Map(
    units.flatMap(({ id }, index) => {
      const lineage = lineages[index];
      return lineage ? [[id, lineage] as const] : [];
    }),
  );
}
