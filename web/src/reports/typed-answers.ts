import type { Unread } from '../components/whole-number';

/** An answer, complete or not. */
export interface AnswerGiven {
  value: number | null;
  total: number | null;
  comment: string;
  unread?: Unread;
}

/** An answer that somebody typed and the hub does not have yet. */
export interface TypedAnswer extends AnswerGiven {
  /** What stood there when the typing began: where something else stands now, somebody else changed it. */
  over: AnswerGiven;
}

/** By the code of the criterion. */
export type TypedAnswers = Readonly<Record<string, TypedAnswer>>;

/** What the hub holds. */
interface StandingEntry {
  criterion: { code: string };
  selfValue?: number | null;
  selfTotal?: number | null;
  comment?: string | null;
  prefilled: boolean;
}

const UNANSWERED: AnswerGiven = { value: null, total: null, comment: '' };

/** The answer of an entry, as fields show it. */
export const standingOf = (entry: StandingEntry | undefined): AnswerGiven =>
  entry
    ? {
        value: entry.selfValue ?? null,
        total: entry.selfTotal ?? null,
        comment: entry.comment ?? '',
      }
    : UNANSWERED;

/**
 * Lays what was typed over what the hub holds now.
 * @returns `pending`, what is still to be sent; and the codes of those among them that somebody else has
 * answered otherwise meanwhile. What has arrived, or is asked no more, is in neither.
 */
export function layOver(
  typed: TypedAnswers,
  entries: readonly StandingEntry[],
): { pending: TypedAnswers; clashes: string[] } {
  const pending = Object.entries(typed).filter(([code, answer]) => {
    const entry = entryOf(entries, code);
    // To save what was prefilled says that it was looked at.
    return entry && (entry.prefilled || !isSame(standingOf(entry), answer));
  });
  const clashes = pending
    .filter(([code, { over }]) => !isSame(standingOf(entryOf(entries, code)), over))
    .map(([code]) => code);
  return { pending: Object.fromEntries(pending), clashes };
}

/** What was typed and differs from what the hub holds: it was not handed in with it. */
export function notHandedIn(
  typed: TypedAnswers,
  entries: readonly StandingEntry[],
): Record<string, TypedAnswer> {
  return Object.fromEntries(
    Object.entries(typed).filter(([code, answer]) => {
      const entry = entryOf(entries, code);
      return entry && !isSame(standingOf(entry), answer);
    }),
  );
}

export const entryOf = <Entry extends StandingEntry>(
  entries: readonly Entry[],
  code: string,
): Entry | undefined => entries.find(({ criterion }) => criterion.code === code);

/** The hub trims comments. */
const isSame = (one: AnswerGiven, other: AnswerGiven): boolean =>
  !one.unread &&
  !other.unread &&
  one.value === other.value &&
  one.total === other.total &&
  one.comment.trim() === other.comment.trim();

/** What was typed while the answers were on their way stays, over what has arrived. */
export function withoutSaved(typed: TypedAnswers, sent: TypedAnswers): TypedAnswers {
  const left = Object.entries(typed).filter(([code, each]) => sent[code] !== each);
  return Object.fromEntries(
    left.map(([code, each]) => [code, sent[code] ? { ...each, over: sent[code] } : each]),
  );
}
