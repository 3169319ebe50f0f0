import type { LocalDate } from '../../src/shared/dates.js';
import type { Pillar } from '../../src/vocabulary/framework.enums.js';
import type { InstitutionGroup, InstitutionKind } from '../../src/vocabulary/institution.enums.js';

/**
 * The rules of DESIGN.md in the most obvious way: a log of what happened, read from its beginning for
 * every single question. It shares no rule with src, so that a mistake there is not repeated here.
 */

export type Level = 'NOT_STARTED' | 'IN_PROGRESS' | 'COMPLETED';
type Tier = 'PROVINCE' | 'DISTRICT' | 'COMMUNE';

/** What somebody recorded, and the moment since when it is known. */
export type Happening = { at: number } & (
  | { type: 'UNIT'; unit: string; tier: Tier; above: string | null; from: LocalDate | null }
  | { type: 'UNIT_ENDS'; unit: string; lastDay: LocalDate }
  | { type: 'SUCCESSION'; predecessor: string; successors: string[]; extent: 'WHOLE' | 'PART' }
  | {
      type: 'INSTITUTION';
      institution: string;
      kind: InstitutionKind;
      openedOn: LocalDate | null;
      closedOn: LocalDate | null;
    }
  | { type: 'PLACED'; institution: string; unit: string; from: LocalDate | null }
  | {
      type: 'SUBMITTED';
      institution: string;
      round: string;
      number: number;
      results: Partial<Record<Pillar, Level>>;
    }
  | { type: 'DECIDED'; institution: string; round: string; number: number; decision: Verdict }
);
export type Verdict = 'APPROVED' | 'RETURNED' | 'WITHDRAWN';
type Of<Type extends Happening['type']> = Extract<Happening, { type: Type }>;

export interface Round {
  code: string;
  unit: string;
  dueOn: LocalDate;
  referenceDate: LocalDate;
}

export interface Framework {
  validFrom: LocalDate;
  kinds: Record<Pillar, readonly InstitutionKind[]>;
}

export interface Line {
  group: InstitutionGroup;
  pillar: Pillar | null;
  institutions: number;
  completed: number;
  reported: number;
  inReview: number;
  notReported: number;
  carriedForward: number;
  notApplicable: number;
}

export const FOUR: readonly Pillar[] = [
  'DIGITAL_GOVERNANCE',
  'DIGITAL_OPERATIONS',
  'STANDARDIZED_DATA',
  'OPEN_LEARNING_RESOURCES',
];
const BEFORE_ALL = '0001-01-01';

export class NaiveModel {
  readonly log: Happening[] = [];
  readonly rounds: Round[] = [];
  readonly frameworks: (Framework & { at: number })[] = [];

  /** All that was recorded of one type until a moment, in its order. */
  known<Type extends Happening['type']>(type: Type, knownAt = Infinity): Of<Type>[] {
    return this.log.filter(
      (happening): happening is Of<Type> => happening.type === type && happening.at <= knownAt,
    );
  }

  unit(key: string): Of<'UNIT'> {
    return this.known('UNIT').find(({ unit }) => unit === key)!;
  }

  lastDayOf(unit: string, knownAt = Infinity): LocalDate | null {
    const ends = this.known('UNIT_ENDS', knownAt).filter((end) => end.unit === unit);
    return ends.at(-1)?.lastDay ?? null;
  }

  /** The unit and all above it. */
  upwards(unit: string): string[] {
    const { above } = this.unit(unit);
    return above === null ? [unit] : [unit, ...this.upwards(above)];
  }

  succession(unit: string, knownAt = Infinity): Of<'SUCCESSION'> | null {
    const found = this.known('SUCCESSION', knownAt).filter(
      ({ predecessor }) => predecessor === unit,
    );
    return found.at(-1) ?? null;
  }

  /** The unit with the units that were taken WHOLE, and those that these had taken. */
  lineage(unit: string, knownAt: number): string[] {
    const predecessors = this.known('UNIT').filter((each) => {
      const succession = this.succession(each.unit, knownAt);
      return succession?.extent === 'WHOLE' && succession.successors.includes(unit);
    });
    return [unit, ...predecessors.flatMap((each) => this.lineage(each.unit, knownAt))];
  }

  institutions(knownAt = Infinity): string[] {
    return [...new Set(this.known('INSTITUTION', knownAt).map(({ institution }) => institution))];
  }

  institution(institution: string, knownAt = Infinity): Of<'INSTITUTION'> | null {
    const records = this.known('INSTITUTION', knownAt);
    return records.filter((record) => record.institution === institution).at(-1) ?? null;
  }

  /** The last placement recorded for each day, by day. */
  placements(institution: string, knownAt = Infinity): Of<'PLACED'>[] {
    const all = this.known('PLACED', knownAt).filter((each) => each.institution === institution);
    return all
      .filter((each, index) => !all.slice(index + 1).some(({ from }) => from === each.from))
      .sort((a, b) => ((a.from ?? BEFORE_ALL) < (b.from ?? BEFORE_ALL) ? -1 : 1));
  }

  /** Records a placement, unless it says what is already so: that adds nothing. */
  place(at: number, institution: string, unit: string, from: LocalDate | null): void {
    const corrects = this.placements(institution).some((each) => each.from === from);
    const already = this.location(institution, from ?? BEFORE_ALL, Infinity) === unit;
    if (corrects || !already || this.unit(unit).tier !== 'COMMUNE')
      this.log.push({ at, type: 'PLACED', institution, unit, from });
  }

  /** The closest certain unit where it was operating; null when none is, undefined when closed. */
  location(institution: string, on: LocalDate, knownAt: number): string | null | undefined {
    const record = this.institution(institution, knownAt);
    if (!record) return undefined;
    if (record.closedOn !== null && on > record.closedOn) return undefined;
    if (record.openedOn !== null && on < record.openedOn) return undefined;
    const begun = this.placements(institution, knownAt).filter(
      ({ from }) => from === null || from <= on,
    );
    const placement = begun.at(-1);
    if (!placement) return undefined;
    let unit: string | null = placement.unit;
    for (;;) {
      const lastDay: LocalDate | null = unit === null ? null : this.lastDayOf(unit, knownAt);
      if (unit === null || lastDay === null || on <= lastDay) return unit;
      unit = this.heir(unit, knownAt);
    }
  }

  /** What certainly took over a unit. */
  private heir(unit: string, knownAt: number): string | null {
    const succession = this.succession(unit, knownAt);
    if (succession?.extent === 'WHOLE') return succession.successors[0]!;
    if (succession) {
      const [first, ...others] = succession.successors.map((each) => this.upwards(each).slice(1));
      return first!.find((each) => others.every((above) => above.includes(each))) ?? null;
    }
    const { above } = this.unit(unit);
    return above === null ? null : this.heir(above, knownAt);
  }

  applicable(kind: InstitutionKind, on: LocalDate, knownAt: number): Pillar[] {
    const inForce = this.frameworks.filter(({ at, validFrom }) => at <= knownAt && validFrom <= on);
    const framework = inForce.sort((a, b) => (a.validFrom < b.validFrom ? -1 : 1)).at(-1);
    return FOUR.filter((pillar) => framework?.kinds[pillar].includes(kind) ?? true);
  }

  round(code: string): Round {
    return this.rounds.find((round) => round.code === code)!;
  }

  decision(submitted: Of<'SUBMITTED'>, knownAt = Infinity): Verdict | null {
    const decided = this.known('DECIDED', knownAt).find(
      ({ institution, round, number }) =>
        institution === submitted.institution &&
        round === submitted.round &&
        number === submitted.number,
    );
    return decided?.decision ?? null;
  }

  revisions(institution: string, knownAt = Infinity): Of<'SUBMITTED'>[] {
    return this.known('SUBMITTED', knownAt).filter((each) => each.institution === institution);
  }

  /**
   * Of those that say something of the pillar, the latest revision approved at or before K whose
   * round's reference date is at or before D.
   */
  private approved(institution: string, pillar: Pillar, asOf: LocalDate, knownAt: number) {
    return this.revisions(institution, knownAt)
      .filter((each) => each.results[pillar])
      .filter((each) => this.round(each.round).referenceDate <= asOf)
      .filter((each) => this.decision(each, knownAt) === 'APPROVED')
      .sort((a, b) => {
        const [first, second] = [this.round(a.round), this.round(b.round)];
        if (first === second) return a.number - b.number;
        return first.referenceDate < second.referenceDate ? -1 : 1;
      })
      .at(-1);
  }

  /** Whether the last revision of some update is undecided or was sent back and speaks of the pillar. */
  private pending(institution: string, pillar: Pillar, asOf: LocalDate, knownAt: number): boolean {
    const all = this.revisions(institution, knownAt);
    return this.rounds
      .filter(({ referenceDate }) => referenceDate <= asOf)
      .some(({ code }) => {
        const last = all.filter(({ round }) => round === code).at(-1);
        if (!last?.results[pillar]) return false;
        const decision = this.decision(last, knownAt);
        return decision === null || decision === 'RETURNED';
      });
  }

  /** The reference date of the newest round due, of those that reach the unit. */
  private newestDue(unit: string, asOf: LocalDate, knownAt: number): LocalDate | null {
    const callers = this.lineage(unit, knownAt).flatMap((each) => this.upwards(each));
    const due = this.rounds.filter((round) => callers.includes(round.unit) && round.dueOn <= asOf);
    return (
      due
        .map(({ referenceDate }) => referenceDate)
        .sort()
        .at(-1) ?? null
    );
  }

  /** The ten lines of a unit, for each group the pillars in order and then all four. */
  progress(unit: string, asOf: LocalDate, knownAt: number, restated: boolean): Line[] {
    const counted = restated ? this.lineage(unit, knownAt) : [unit];
    const newestDue = this.newestDue(unit, asOf, knownAt);
    const inside = this.institutions(knownAt).filter((institution) => {
      const place = this.location(institution, asOf, knownAt);
      return place != null && this.upwards(place).some((each) => counted.includes(each));
    });
    return (['GENERAL_EDUCATION', 'COLLEGE_AND_VOCATIONAL'] as const).flatMap((group) =>
      [...FOUR, null].map((pillar) => {
        const line: Line = { group, pillar, ...emptyCounts() };
        for (const institution of inside) this.count(line, institution, asOf, knownAt, newestDue);
        return line;
      }),
    );
  }

  private count(
    line: Line,
    institution: string,
    asOf: LocalDate,
    knownAt: number,
    newestDue: LocalDate | null,
  ): void {
    const { kind } = this.institution(institution, knownAt)!;
    if (groupOf(kind) !== line.group) return;
    const applicable = this.applicable(kind, asOf, knownAt);
    const asked = applicable.filter((pillar) => line.pillar === null || pillar === line.pillar);
    if (asked.length === 0) {
      line.notApplicable += 1;
      return;
    }
    line.institutions += 1;
    // Each pillar has an update of its own that counts.
    const counting = asked.map((pillar) => ({
      pillar,
      approved: this.approved(institution, pillar, asOf, knownAt),
    }));
    const missing = counting.filter(({ approved }) => !approved).map(({ pillar }) => pillar);
    if (missing.length === 0) {
      line.reported += 1;
      if (counting.every(({ pillar, approved }) => approved!.results[pillar] === 'COMPLETED'))
        line.completed += 1;
      const [oldest] = counting
        .map(({ approved }) => this.round(approved!.round).referenceDate)
        .sort();
      if (newestDue !== null && oldest! < newestDue) line.carriedForward += 1;
    } else if (missing.some((pillar) => this.pending(institution, pillar, asOf, knownAt)))
      line.inReview += 1;
    else line.notReported += 1;
  }
}

function groupOf(kind: InstitutionKind): InstitutionGroup | null {
  if (['PRESCHOOL', 'SPECIAL_SCHOOL', 'UNIVERSITY'].includes(kind)) return null;
  return kind === 'COLLEGE' || kind.startsWith('VOCATIONAL')
    ? 'COLLEGE_AND_VOCATIONAL'
    : 'GENERAL_EDUCATION';
}

export function emptyCounts(): Omit<Line, 'group' | 'pillar'> {
  return {
    institutions: 0,
    completed: 0,
    reported: 0,
    inReview: 0,
    notReported: 0,
    carriedForward: 0,
    notApplicable: 0,
  };
}
