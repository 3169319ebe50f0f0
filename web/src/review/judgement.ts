/** What a reviewer thinks of one answer. */
export interface Judgement {
  kind: 'accept' | 'change' | 'return';
  value: number | null;
  total: number | null;
  reason: string;
}

export const ACCEPTED: Judgement = { kind: 'accept', value: null, total: null, reason: '' };

export type Judgements = Readonly<Record<string, Judgement>>;

const ofKind = (judgements: Judgements, kind: Judgement['kind']) =>
  Object.entries(judgements).filter(([, judgement]) => judgement.kind === kind);

/** The values that are changed, as the graph takes them; it takes none without a value, see {@link unfinished}. */
export const changesOf = (judgements: Judgements) =>
  ofKind(judgements, 'change').flatMap(([criterion, { value, total, reason }]) =>
    value === null ? [] : [{ criterion, value, total, reason }],
  );

/** The reasons for which the report goes back. */
export const reasonsOf = (judgements: Judgements) =>
  ofKind(judgements, 'return').map(([criterion, { reason }]) => ({ criterion, reason }));

/** Changes for which no value was given yet. */
export const unfinished = (judgements: Judgements): string[] =>
  ofKind(judgements, 'change').flatMap(([criterion, { value }]) =>
    value === null ? [criterion] : [],
  );
