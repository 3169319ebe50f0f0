import { BEFORE_RECORDS, inSpan, type LocalDate } from '../shared/dates.js';
import {
  factOn,
  isDated,
  undatedAttributes,
  valuesOf,
  type AllAttributes,
  type Fact,
  type InstitutionAttribute,
} from './facts.js';
import { plannedPeriods, type PlannedPeriod } from './periods.js';
import type { UnitFacts } from './placement.js';

/** What somebody says of an institution; what is left out stays as it is. */
export interface Statement {
  /**
   * The day from which it holds; null means since before our records. Of a correction, a day in the
   * span that is corrected.
   */
  on: LocalDate | null;
  /** Whether it corrects what holds on that day, in place of beginning with it. */
  corrects: boolean;
  says: Partial<AllAttributes>;
}

/** What a statement changes in one attribute; values as in {@link Fact}. */
export interface FactChange {
  attribute: InstitutionAttribute;
  before: string | null;
  after: string | null;
  /** The first day with the new value; null means since before our records. */
  from: LocalDate | null;
  corrected: boolean;
}

/** Facts as they are after a statement, and its changes; there are none when all was so already. */
export interface Stated<F extends Fact> {
  facts: (F | Fact)[];
  changes: FactChange[];
}

/**
 * Adds a statement to facts. Of an institution without facts it says what always was, except that a
 * place begins with its day.
 */
export function stated<F extends Fact>(
  before: readonly F[],
  statement: Statement,
  units: UnitFacts,
): Stated<F> {
  const { on, corrects, says } = statement;
  const opens = says.openedOn !== undefined && says.openedOn !== undatedAttributes(before).openedOn;
  const facts = opens ? sinceTheirUnits(before, units) : [...before];
  const first = facts.length === 0;
  const then = plannedPeriods(facts, units).find((period) => inSpan(period, on ?? BEFORE_RECORDS));
  const result: Stated<F> = { facts, changes: [] };
  for (const { attribute, value } of valuesOf(says)) {
    const from = first ? beginning(attribute, statement) : dayOf(attribute, facts, statement, then);
    const same = facts.find((fact) => fact.attribute === attribute && fact.from === from);
    const present = valueOn(attribute, facts, on, then);
    const repeated =
      attribute === 'PLACE' && same
        ? same.value === value
        : present === value || (attribute === 'PLACE' && String(then?.unitId) === value);
    if (repeated || (corrects && isToCome(facts, attribute, value, on))) continue;
    result.facts = [...result.facts.filter((fact) => fact !== same), { attribute, value, from }];
    result.changes.push({
      attribute,
      before: present,
      after: value,
      from,
      corrected: corrects && !first,
    });
  }
  return result;
}

/**
 * A place that holds since the opening begins at the latest with its unit, whatever day the opening is
 * corrected to: where the institution was before is not known.
 */
function sinceTheirUnits<F extends Fact>(facts: readonly F[], units: UnitFacts): (F | Fact)[] {
  const places = facts.filter(({ attribute }) => attribute === 'PLACE');
  return facts.flatMap((fact) => {
    const begin = fact.attribute === 'PLACE' ? units.unit(Number(fact.value)).validFrom : null;
    if (begin === null || (fact.from ?? '') >= begin) return [fact];
    return places.some(({ from }) => from === begin) ? [] : [{ ...fact, from: begin }];
  });
}

function beginning(
  attribute: InstitutionAttribute,
  { on, corrects, says }: Statement,
): LocalDate | null {
  return attribute !== 'PLACE' || corrects || on === says.openedOn ? null : on;
}

/** The day with which a value begins. */
function dayOf(
  attribute: InstitutionAttribute,
  facts: readonly Fact[],
  { on, corrects }: Statement,
  then: PlannedPeriod | undefined,
): LocalDate | null {
  if (!isDated(attribute)) return null;
  if (!corrects) return on;
  // A place that followed from a succession of units is corrected since that succession.
  if (attribute === 'PLACE' && then?.origin === 'SUCCESSION') return then.locatedFrom;
  return factOn(facts, attribute, on)?.from ?? null;
}

function valueOn(
  attribute: InstitutionAttribute,
  facts: readonly Fact[],
  on: LocalDate | null,
  then: PlannedPeriod | undefined,
): string | null {
  // Where the commune is not known, any is new; the unit above it that is certain is not.
  if (attribute === 'PLACE') return then?.settled ? String(then.unitId) : null;
  return factOn(facts, attribute, isDated(attribute) ? on : null)?.value ?? null;
}

/** A register made today may tell early what is recorded for a later day. */
function isToCome(
  facts: readonly Fact[],
  attribute: InstitutionAttribute,
  value: string | null,
  on: LocalDate | null,
): boolean {
  return facts.some(
    (fact) =>
      fact.attribute === attribute && fact.value === value && (fact.from ?? '') > (on ?? ''),
  );
}
