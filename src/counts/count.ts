import { addDays, BEFORE_RECORDS, type LocalDate } from '../shared/dates.js';
import { groupOf, type InstitutionGroup } from '../vocabulary/institution.enums.js';
import type { CountedIndicator } from '../indicators/indicator.js';
import { observe, type Observed } from './observe.js';
import type { InstitutionFacts, Moment } from './facts.js';
import type { Rules } from './rules.js';
import { wholeState } from './whole-state.js';

export const COUNTERS = [
  'institutions',
  'illustrative',
  'completed',
  'reported',
  'inReview',
  'notApplicable',
] as const;
export type Counter = (typeof COUNTERS)[number];
export type Counts = Record<Counter, number>;

/** The part of one institution in the count of one unit, group and indicator. */
export interface Cell extends Counts {
  unitId: number;
  group: InstitutionGroup;
  /** What the institution is, see `Segment`; empty where that is not told apart. */
  segment: string;
  /** The code of the indicator. */
  subject: string;
  /** The round of the update that counts, the oldest where it has parts; 0 without an update. */
  roundId: number;
}

/** A cell that begins to count on a date or, with negative counts, ends. */
export interface Step extends Cell {
  effectiveOn: LocalDate;
}

export const NONE: Counts = {
  institutions: 0,
  illustrative: 0,
  completed: 0,
  reported: 0,
  inReview: 0,
  notApplicable: 0,
};

/**
 * What an institution adds to the counts of its unit on a date: nothing when it is not operating,
 * its unit is unknown, or no target is set for its kind.
 */
export function cellsOf(
  { illustrative }: Pick<InstitutionFacts, 'illustrative'>,
  observed: Observed,
  indicators: readonly CountedIndicator[],
): Cell[] {
  const { period } = observed;
  const group = period && groupOf(period.kind);
  if (!period || period.unitId === null || !group) return [];
  const { unitId, segment = '' } = period;
  return indicators.flatMap((indicator) => {
    if (indicator.group !== null && indicator.group !== group) return [];
    const cell = (roundId: number, counts: Partial<Counts>): Cell => ({
      ...NONE,
      ...counts,
      unitId,
      group,
      segment,
      subject: indicator.code,
      roundId,
    });
    const { applies, reported, completed, pending } = wholeState(observed, indicator);
    if (!applies) return [cell(0, { notApplicable: 1 })];
    const denominator = cell(0, {
      institutions: 1,
      illustrative: illustrative ? 1 : 0,
      inReview: pending ? 1 : 0,
    });
    return reported
      ? [denominator, cell(reported.roundId, { reported: 1, completed: completed ? 1 : 0 })]
      : [denominator];
  });
}

/**
 * The changes of the cells on each date on which something changes. The sum of the steps up to a
 * date is what {@link cellsOf} gives for it.
 */
export function stepsOf(facts: InstitutionFacts, rules: Rules, knownAt: Moment = Infinity): Step[] {
  const steps: Step[] = [];
  let before: Cell[] = [];
  for (const effectiveOn of turningPoints(facts, rules)) {
    const observed = observe(facts, rules, effectiveOn, knownAt);
    const after = cellsOf(facts, observed, rules.indicators);
    for (const cell of subtract(after, before)) steps.push({ ...cell, effectiveOn });
    before = after;
  }
  return steps;
}

function turningPoints(facts: InstitutionFacts, { frameworks }: Rules): LocalDate[] {
  const dates = new Set<LocalDate>([BEFORE_RECORDS]);
  for (const span of [...facts.periods, ...frameworks]) {
    if (span.validFrom) dates.add(span.validFrom);
    if (span.validTo) dates.add(addDays(span.validTo, 1));
  }
  for (const revision of facts.revisions) dates.add(revision.referenceDate);
  return [...dates].sort();
}

/** Cells with the same key are added up. */
export function keyOf(cell: Cell & { effectiveOn?: LocalDate }): string {
  const { unitId, group, segment, subject, effectiveOn = '', roundId } = cell;
  return [unitId, group, subject, effectiveOn, roundId, segment].join('|');
}

/** Adds up cells of the same key as they come, so that only the sums are held. */
export class Sums<C extends Cell> {
  readonly #found = new Map<string, C>();

  add(cells: Iterable<C>): this {
    for (const cell of cells) {
      const key = keyOf(cell);
      const found = this.#found.get(key);
      if (!found) this.#found.set(key, { ...cell });
      else for (const counter of COUNTERS) found[counter] += cell[counter];
    }
    return this;
  }

  /** Without those that are zero. */
  all(): C[] {
    return [...this.#found.values()].filter((cell) =>
      COUNTERS.some((counter) => cell[counter] !== 0),
    );
  }
}

/** Adds up cells of the same key, and drops those that are zero. */
export function sum<C extends Cell>(cells: Iterable<C>): C[] {
  return new Sums<C>().add(cells).all();
}

export function subtract<C extends Cell>(after: C[], before: C[]): C[] {
  const negative = before.map((cell) => {
    const copy = { ...cell };
    for (const counter of COUNTERS) copy[counter] = -cell[counter];
    return copy;
  });
  return sum([...after, ...negative]);
}

export function totalOf(cells: Iterable<Cell>): Counts {
  const total = { ...NONE };
  for (const cell of cells) for (const counter of COUNTERS) total[counter] += cell[counter];
  return total;
}
