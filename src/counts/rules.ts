import { isPillar, type CountedIndicator } from '../indicators/indicator.js';
import { inSpan, type LocalDate } from '../shared/dates.js';
import { groupOf, type InstitutionKind } from '../vocabulary/institution.enums.js';
import { wasKnown, type Moment } from './facts.js';

/** A version of a framework, and the kinds of institution for which it decides indicators. */
export interface FrameworkFact {
  id: number;
  code: string;
  validFrom: LocalDate;
  validTo: LocalDate | null;
  /** From when to when it was known as it is here; left out or null means since or for ever. */
  recordedAt?: Moment | null;
  supersededAt?: Moment | null;
  /** By the code of the indicator. */
  decides: Readonly<Partial<Record<string, ReadonlySet<InstitutionKind>>>>;
}

/** What decides which figures there are, and whom they count. */
export interface Rules {
  indicators: readonly CountedIndicator[];
  frameworks: readonly FrameworkFact[];
}

/**
 * The frameworks in force on a date, as known at a moment: of the versions of each that cover the
 * date, the one that began last.
 */
export function frameworksInForce<Framework extends Omit<FrameworkFact, 'id' | 'decides'>>(
  frameworks: readonly Framework[],
  date: LocalDate,
  knownAt: Moment,
): Framework[] {
  const inForce = new Map<string, Framework>();
  for (const framework of frameworks) {
    if (!wasKnown(framework, knownAt) || !inSpan(framework, date)) continue;
    const other = inForce.get(framework.code);
    if (!other || other.validFrom < framework.validFrom) inForce.set(framework.code, framework);
  }
  return [...inForce.values()];
}

/**
 * Whether an indicator applies to a kind: where a framework in force decides it for that kind. As
 * long as none decides it for any kind, a pillar applies to all, because nothing says otherwise.
 */
export function appliesTo(
  { code, group, kinds }: CountedIndicator,
  kind: InstitutionKind,
  inForce: readonly FrameworkFact[],
): boolean {
  if (group !== null && groupOf(kind) !== group) return false;
  if (kinds !== null && !kinds.includes(kind)) return false;
  const deciding = decidingIn(inForce, code);
  if (deciding.length === 0) return isPillar(code);
  return deciding.some(({ decides }) => decides[code]?.has(kind));
}

export function decidingIn(frameworks: readonly FrameworkFact[], code: string): FrameworkFact[] {
  return frameworks.filter(({ decides }) => (decides[code]?.size ?? 0) > 0);
}

/** Whether one of the frameworks decides an indicator for one of the kinds. */
export function decidesForSome(
  frameworks: readonly FrameworkFact[],
  code: string,
  kinds: readonly InstitutionKind[],
): boolean {
  return frameworks.some(({ decides }) => kinds.some((kind) => decides[code]?.has(kind)));
}

/** Whether one of the frameworks of a round decides an indicator for a kind. */
export function roundDecides(
  { frameworks }: Rules,
  frameworkIds: readonly number[],
  code: string,
  kind: InstitutionKind,
): boolean {
  return frameworks.some(
    ({ id, decides }) => frameworkIds.includes(id) && decides[code]?.has(kind),
  );
}

/** Whether the frameworks of two rounds decide one of the indicators for one of the kinds alike. */
export function sharesQuestion(
  rules: Rules,
  some: readonly number[],
  others: readonly number[],
  { codes, kinds }: { codes: readonly string[]; kinds: readonly InstitutionKind[] },
): boolean {
  return codes.some((code) =>
    kinds.some(
      (kind) => roundDecides(rules, some, code, kind) && roundDecides(rules, others, code, kind),
    ),
  );
}
