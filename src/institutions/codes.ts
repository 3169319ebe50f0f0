import { inSpan, type LocalDate } from '../shared/dates.js';
import type { Text } from '../shared/text.js';

/** A code named by a row; without a system it is looked for in that of the row, then in all others. */
export interface NamedCode {
  system: string | null;
  code: string;
}

export interface CodeRecord {
  system: string;
  code: string;
  /** The first day of its use; null where nothing is said. */
  from: LocalDate | null;
  /** The code of the institution that this one takes over from on `from`. */
  replaces: NamedCode | null;
  /** A code of the institution beside which this one is used. */
  beside?: NamedCode | null;
}

/** What a row says of a code and of the life of its institution. */
export interface CodeClaim extends CodeRecord {
  name: string;
  /** The day of the row; null when it names none. */
  day: LocalDate | null;
  /** Null and left out say nothing. */
  openedOn?: LocalDate | null;
  /** Null means open; left out says nothing. */
  closedOn?: LocalDate | null;
}

/** A recorded code with the life of its institution. */
export interface HeldCode {
  id: number;
  institutionId: number;
  name: string;
  system: string;
  code: string;
  validFrom: LocalDate | null;
  validTo: LocalDate | null;
  openedOn: LocalDate | null;
  closedOn: LocalDate | null;
}

export interface Span {
  validFrom: LocalDate | null;
  validTo: LocalDate | null;
}

type Use = Pick<HeldCode, 'validFrom' | 'validTo' | 'openedOn' | 'closedOn'>;

/**
 * The days on which a code is used: without a recorded first day since the institution opened, and
 * never after it closed.
 */
export function useOf({ validFrom, validTo, openedOn, closedOn }: Use): Span {
  return { validFrom: validFrom ?? openedOn, validTo: earlier(validTo, closedOn) };
}

/** Whether two spans share a day; one that ends before it begins has none. */
export function overlap(a: Span, b: Span): boolean {
  const from = later(a.validFrom, b.validFrom);
  const to = earlier(a.validTo, b.validTo);
  return from === null || to === null || from <= to;
}

/** The use that ends last; null when there is none. */
export function lastUse<Use extends Span>(uses: readonly Use[]): Use | null {
  const end = ({ validTo }: Use) => validTo ?? '9999-12-31';
  return uses.reduce<Use | null>((last, use) => (last && end(last) >= end(use) ? last : use), null);
}

/** Whether a code is used on no day, such as one that begins after its institution has closed. */
export function isUnused(code: Use): boolean {
  const { validFrom, validTo } = useOf(code);
  return validFrom !== null && validTo !== null && validFrom > validTo;
}

/** The codes that are used on a day, or else the one that is used next, or was used last. */
export function usedAround<Code extends Use>(codes: readonly Code[], day: LocalDate): Code[] {
  const then = codes.filter((code) => inSpan(useOf(code), day));
  if (then.length > 0) return then;
  const used = codes.filter((code) => !isUnused(code));
  const next = used.find((code) => (useOf(code).validFrom ?? '') > day);
  const one = next ?? used.at(-1) ?? codes.at(-1);
  return one ? [one] : [];
}

function earlier(a: LocalDate | null, b: LocalDate | null): LocalDate | null {
  if (a === null || b === null) return a ?? b;
  return a < b ? a : b;
}

export function later(a: LocalDate | null, b: LocalDate | null): LocalDate | null {
  if (a === null || b === null) return a ?? b;
  return a > b ? a : b;
}

export function codeKey(code: { system: string; code: string }): string {
  return `${code.system}\n${code.code}`;
}

/** Institutions with their codes and the days of their use, for people. */
export function listOf(codes: readonly HeldCode[]): Text {
  const each = (words: { since: string; until: string }) =>
    codes.map((held) => {
      const { validFrom, validTo } = useOf(held);
      const days = [
        ...(validFrom ? [`${words.since} ${validFrom}`] : []),
        ...(validTo ? [`${words.until} ${validTo}`] : []),
      ];
      return `“${held.name}” (${[held.system, ...days].join(' ')})`;
    });
  return {
    vi: each({ since: 'từ', until: 'đến' }).join(', '),
    en: each({ since: 'from', until: 'until' }).join(', '),
  };
}
