import type { Unread } from '../components/whole-number';

/** What a reviewer thinks of one answer. */
export interface Judgement {
  kind: 'accept' | 'change' | 'return';
  value: number | null;
  total: number | null;
  /** The code of an option, where one is chosen. */
  choice: string | null;
  reason: string;
  unread?: Unread;
}

export const ACCEPTED: Judgement = {
  kind: 'accept',
  value: null,
  total: null,
  choice: null,
  reason: '',
};

/** By the code of the question. */
export type Judgements = Readonly<Record<string, Judgement>>;

const ofKind = (judgements: Judgements, kind: Judgement['kind']) =>
  Object.entries(judgements).filter(([, judgement]) => judgement.kind === kind);

/** The values that are changed, as the graph takes them; it takes none without a value, see {@link unfinished}. */
export const changesOf = (judgements: Judgements) =>
  ofKind(judgements, 'change').flatMap(([question, { value, total, choice = null, reason }]) =>
    (value ?? choice) === null ? [] : [{ question, value, total, choice, reason }],
  );

/** The reasons for which the report goes back. */
export const reasonsOf = (judgements: Judgements) =>
  ofKind(judgements, 'return').map(([question, { reason }]) => ({ question, reason }));

/** Changes for which no value was given yet, or one that is no number. */
export const unfinished = (judgements: Judgements): string[] =>
  ofKind(judgements, 'change').flatMap(([question, { value, choice = null, unread }]) =>
    (value ?? choice) === null || unread ? [question] : [],
  );

/** Changes for which no reason was given yet. */
export const unexplained = (judgements: Judgements): string[] =>
  ofKind(judgements, 'change').flatMap(([question, { reason }]) =>
    reason.trim() ? [] : [question],
  );

/** What there is to keep of it: an answer that is accepted without a word is nothing. */
export const worthKeeping = (judgements: Judgements): Judgements =>
  Object.fromEntries(
    Object.entries(judgements).filter(([, { kind, reason }]) => kind !== 'accept' || reason),
  );
