import { loadRules } from '../counts/rules.queries.js';
import { knownAtOf, momentKnown } from '../graphql/known-at.js';
import { indicatorsAsked } from '../progress/progress.arguments.js';
import { lineSubjects, type LineFilter, type LineSubject } from '../progress/report.js';
import type { Context } from '../request/context.js';
import type { LocalDate } from '../shared/dates.js';
import { loadLineage } from '../units/lineage.queries.js';
import { unitAsked } from '../units/unit-asked.queries.js';
import { checkInSpan, presentDay } from '../units/unit-span.queries.js';
import type { UnitRow } from '../units/unit.queries.js';
import type { BoundaryBasis } from '../vocabulary/unit.enums.js';
import { institutionsBetween, type Ends } from './both-sides.queries.js';
import type { ChangeArguments } from './change.arguments.js';
import { ChangeTally, type LineChange } from './change.js';
import { checkOrder, checkWidth } from './check-change.js';

export interface LineRow extends LineChange {
  ends: Ends;
}

export interface ChangeRow {
  unit: UnitRow | null;
  from: LocalDate;
  to: LocalDate;
  knownFrom: Date;
  knownTo: Date;
  basis: BoundaryBasis;
  ends: Ends;
  /** The codes of all that the lines are made of, in the order of the rules. */
  counted: readonly string[];
  filter: LineFilter;
  lines: LineRow[];
}

/**
 * What changed between two dates, or in what was known of them.
 * @throws RequestError of the arguments.
 */
export async function readChange(context: Context, asked: ChangeArguments): Promise<ChangeRow> {
  checkWidth(asked);
  const { from, basis, knownTo = null } = asked;
  const knownFrom = asked.knownFrom ?? knownTo;
  const known = {
    from: await momentKnown(context, knownFrom),
    to: await momentKnown(context, knownTo),
  };
  const unit = asked.unit ? await unitAsked(context, asked.unit) : null;
  const to = asked.to ?? (unit ? await presentDay(context, unit, known.to) : context.today);
  checkOrder({ from, to }, known);
  if (unit) {
    await checkInSpan(context, unit, from, basis, known.from);
    await checkInSpan(context, unit, to, basis, known.to);
  }
  const ends = {
    before: { date: from, knownAt: known.from, unitIds: await unitsOf(unit, known.from) },
    after: { date: to, knownAt: known.to, unitIds: await unitsOf(unit, known.to) },
  };
  const { codes, counted } = await indicatorsAsked(context, asked);
  const filter = { groups: asked.groups ?? null, indicators: codes };
  const subjects = lineSubjects(await loadRules(context), filter);
  return {
    unit,
    from,
    to,
    knownFrom: await knownAtOf(context, knownFrom),
    knownTo: await knownAtOf(context, knownTo),
    basis,
    ends,
    counted,
    filter,
    lines: (await explained(context, ends, subjects)).map((line) => ({ ...line, ends })),
  };

  async function unitsOf(
    place: UnitRow | null,
    knownAt: number,
  ): Promise<readonly number[] | null> {
    if (!place) return null;
    const lineage =
      basis === 'CURRENT_UNITS' ? await loadLineage(context, place.id, knownAt) : null;
    return lineage?.whole ?? [place.id];
  }
}

async function explained(
  context: Context,
  ends: Ends,
  subjects: readonly LineSubject[],
): Promise<LineChange[]> {
  const tally = new ChangeTally(subjects);
  for await (const institutions of institutionsBetween(context, ends)) tally.add(institutions);
  return tally.lines();
}
