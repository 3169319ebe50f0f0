import { paired } from '../shared/required.js';
import { addDays, inSpan, type LocalDate } from '../shared/dates.js';
import { CodeBook } from './code-book.js';
import {
  codeAmbiguous,
  codeHeld,
  codeNamesItself,
  codeNotInUse,
  codeTaken,
  codeTooEarly,
  codeUnknown,
  codeUnused,
  type CodeProblem,
  type NamingColumn,
} from './code-problems.js';
import {
  codeKey,
  isUnused,
  later,
  overlap,
  useOf,
  type CodeClaim,
  type HeldCode,
  type Span,
} from './codes.js';

export interface SettledCode {
  /** The row id of the institution; negative for a new one, the same for all rows about it. */
  institutionId: number;
  /** Whether the institution gets the code. */
  added: boolean;
  /** The last day of a code that it gets, where another row replaces it again. */
  until?: LocalDate;
  /** The recorded codes whose own days change, as they will be. */
  changed: HeldCode[];
}

export type Settlement = SettledCode | { problem: CodeProblem };

/**
 * Which institution each row is about. It is the one that used the code on the row's day, or else
 * soonest after it: whoever opened after the holder had closed is another one, to which the code was
 * given again. Rows count in order of time, whatever their order in the file, and as if those before
 * were recorded already; of the same day, those first that name no other code.
 * @param held the recorded codes that the rows name, in all systems, with the other codes of their
 * institutions and everybody who used those.
 * @param ofCampuses the codes of campuses that the rows name: no institution can have one at its time.
 */
export function settleCodes(
  claims: readonly CodeClaim[],
  held: readonly HeldCode[],
  ofCampuses: readonly HeldCode[] = [],
): Settlement[] {
  const book = new CodeBook(held, ofCampuses);
  const inOrder = [...claims.entries()].sort(([, a], [, b]) => compareTime(a, b));
  const settlements: Settlement[] = [];
  for (const [index, claim] of inOrder) settlements[index] = settle(claim, book, -1 - index);
  return paired(settlements, claims).map(([settlement, claim]) => {
    if ('problem' in settlement || !settlement.added) return settlement;
    const until = book.lastDayOf(settlement.institutionId, claim);
    return until === null ? settlement : { ...settlement, until };
  });
}

function compareTime(a: CodeClaim, b: CodeClaim): number {
  const begin = ({ openedOn, from, day, replaces, beside }: CodeClaim) =>
    `${openedOn ?? ''} ${from ?? day ?? ''} ${replaces || beside ? 1 : 0}`;
  return begin(a) < begin(b) ? -1 : Number(begin(a) > begin(b));
}

function settle(claim: CodeClaim, book: CodeBook, fresh: number): Settlement {
  const known = holderOf(claim, book);
  const other = otherCode(claim, known, book);
  if (other && 'problem' in other) return other;
  if (known && other && known.institutionId !== other.institutionId)
    return { problem: codeTaken(known) };
  const institutionId = (known ?? other)?.institutionId ?? fresh;
  const codes = book.after(claim, institutionId, known, claim.replaces ? other : null);
  const unused = codes.find(
    (code) => codeKey(code) === codeKey(claim) && isUnused(code) && book.isNews(code),
  );
  if (unused) return { problem: codeUnused(unused) };
  const rival = book.rival(codes);
  if (rival)
    return { problem: (rival.institutionId === institutionId ? codeHeld : codeTaken)(rival) };
  const changed = codes.filter((code) => {
    const before = book.before(code);
    return code.id > 0 && (before?.validFrom !== code.validFrom || before.validTo !== code.validTo);
  });
  book.replace(institutionId, codes);
  return { institutionId, added: known === null, changed };
}

function holderOf(claim: CodeClaim, book: CodeBook): HeldCode | null {
  const life = lifeOf(claim);
  const possible = book
    .named(claim.code)
    .filter((held) => held.system === claim.system && overlap(useOf(held), life));
  const since = possible.find(({ validFrom }) => claim.from !== null && validFrom === claim.from);
  return since ?? nearest(possible, later(claim.from, claim.day));
}

/** The days on which the institution of a row may have used its code, as far as the row says. */
function lifeOf({ from, openedOn, closedOn }: CodeClaim): Span {
  return { validFrom: later(from, openedOn ?? null), validTo: closedOn ?? null };
}

/** The code that was used on a day, or else soonest after it; without a day the last one used. */
function nearest(codes: readonly HeldCode[], day: LocalDate | null): HeldCode | null {
  const end = (code: HeldCode) => useOf(code).validTo ?? '9999-12-31';
  const byEnd = [...codes].sort((a, b) => (end(a) < end(b) ? -1 : 1));
  const last = byEnd.at(-1) ?? null;
  return day === null ? last : (byEnd.find((code) => end(code) >= day) ?? last);
}

/** The code of the same institution that a row names besides its own; null when it names none. */
function otherCode(
  claim: CodeClaim,
  known: HeldCode | null,
  book: CodeBook,
): HeldCode | null | { problem: CodeProblem } {
  const { system, code, replaces, beside = null, from } = claim;
  const named = replaces ?? beside;
  if (named === null) return null;
  const column: NamingColumn = replaces ? 'replaces_code' : 'other_code';
  if (named.code === code && (named.system ?? system) === system)
    return { problem: codeNamesItself(column) };
  const recorded = book
    .named(named.code)
    .filter((each) => named.system === null || each.system === named.system);
  if (recorded.length === 0) return { problem: codeUnknown(column, named, system) };
  // A code of the institution itself may have been replaced before, on another day.
  const own = recorded.filter(({ institutionId }) => institutionId === known?.institutionId);
  const day = replaces && from ? addDays(from, -1) : later(from, claim.day);
  const done = own.filter(({ validTo }) => replaces && validTo !== null && validTo === day);
  const found = [done, own, usedThen(recorded, claim, day)].find(({ length }) => length > 0) ?? [];
  if (found.length === 0) return { problem: codeNotInUse(column, day, recorded) };
  const there = found.filter((each) => each.system === system);
  const chosen = there.length > 0 ? there : found;
  if (new Set(chosen.map((each) => each.system)).size > 1)
    return { problem: codeAmbiguous(column, chosen) };
  const one = nearest(chosen, day)!;
  const begin = useOf({ ...one, openedOn: claim.openedOn ?? one.openedOn }).validFrom;
  const tooEarly = replaces && day !== null && begin !== null && day < begin;
  return tooEarly ? { problem: codeTooEarly(one) } : one;
}

/**
 * A code that is replaced was used on the day before; others in the life of the institution. Whoever
 * had closed when the institution of the row opened is another one.
 */
function usedThen(
  codes: readonly HeldCode[],
  claim: CodeClaim,
  day: LocalDate | null,
): readonly HeldCode[] {
  const { openedOn = null, closedOn = null } = claim;
  return codes.filter(
    (code) =>
      overlap(
        { validFrom: openedOn, validTo: closedOn },
        { validFrom: code.openedOn, validTo: code.closedOn },
      ) &&
      (claim.replaces && day !== null
        ? inSpan(useOf(code), day)
        : overlap(useOf(code), lifeOf(claim))),
  );
}
