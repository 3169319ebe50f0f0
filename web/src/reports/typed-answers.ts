import { selfAnswer, type GivenAnswer } from '../components/given-answer';
import type { Unread } from '../components/whole-number';
import type { ReportEntryFragment, StatusUpdateAnswerInput } from '../generated/graphql';

/** An answer as fields show it, complete or not: what is typed is empty until something is. */
export interface AnswerGiven {
  value: number | null;
  total: number | null;
  choice: string | null;
  text: string;
  /** Why the question does not apply; null while that is not the answer. */
  doesNotApply: string | null;
  comment: string;
  unread?: Unread;
}

/** An answer that somebody typed and the hub does not have yet. */
export interface TypedAnswer extends AnswerGiven {
  /** What stood there when the typing began: where something else stands now, somebody else changed it. */
  over: AnswerGiven;
}

/** By the code of the question. */
export type TypedAnswers = Readonly<Record<string, TypedAnswer>>;

/** What the hub holds. */
type StandingEntry = Pick<
  ReportEntryFragment,
  | 'criterion'
  | 'selfValue'
  | 'selfTotal'
  | 'selfChoice'
  | 'selfText'
  | 'doesNotApply'
  | 'comment'
  | 'prefilled'
>;

export const UNANSWERED: AnswerGiven = {
  value: null,
  total: null,
  choice: null,
  text: '',
  doesNotApply: null,
  comment: '',
};

/** The answer of an entry, as fields show it. */
export function standingOf(entry: StandingEntry | undefined): AnswerGiven {
  if (!entry) return UNANSWERED;
  const answer = selfAnswer(entry);
  return { ...answer, text: answer.text ?? '', comment: entry.comment ?? '' };
}

/** The same as an answer is said: what is empty is not given. */
export const givenOf = ({
  value,
  total,
  choice,
  text,
  doesNotApply,
}: AnswerGiven): GivenAnswer => ({
  value,
  total,
  choice,
  text: text.trim() || null,
  doesNotApply,
});

/** As the graph takes it. */
export const inputOf = (question: string, answer: AnswerGiven): StatusUpdateAnswerInput => ({
  ...givenOf(answer),
  question,
  doesNotApply: answer.doesNotApply === null ? null : { reason: answer.doesNotApply },
  comment: answer.comment,
});

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

/** The answer to a question, by its code. */
export const entryOf = <Entry extends StandingEntry>(
  entries: readonly Entry[],
  question: string,
): Entry | undefined => entries.find(({ criterion }) => criterion.question.code === question);

/** The number under which the school finds a question, by the code of the question. */
export const numberOf = (entries: readonly StandingEntry[], question: string): string =>
  entryOf(entries, question)?.criterion.code ?? question;

/** The hub trims texts. */
const isSame = (one: AnswerGiven, other: AnswerGiven): boolean =>
  !one.unread &&
  !other.unread &&
  (['value', 'total', 'choice'] as const).every((part) => one[part] === other[part]) &&
  (['text', 'doesNotApply', 'comment'] as const).every(
    (part) => one[part]?.trim() === other[part]?.trim(),
  );

/** What was typed while the answers were on their way stays, over what has arrived. */
export function withoutSaved(typed: TypedAnswers, sent: TypedAnswers): TypedAnswers {
  const left = Object.entries(typed).filter(([code, each]) => sent[code] !== each);
  return Object.fromEntries(
    left.map(([code, each]) => [code, sent[code] ? { ...each, over: sent[code] } : each]),
  );
}
