/** An answer as it counts; each part is null where it is not given. */
export interface GivenAnswer {
  value: number | null;
  total: number | null;
  choice: string | null;
  text: string | null;
  /** Why the question does not apply. */
  doesNotApply: string | null;
}

export const NOT_GIVEN: GivenAnswer = {
  value: null,
  total: null,
  choice: null,
  text: null,
  doesNotApply: null,
};

type Part<Value> = Value | null | undefined;

interface SelfAnswered {
  selfValue?: Part<number>;
  selfTotal?: Part<number>;
  selfChoice?: Part<string>;
  selfText?: Part<string>;
  doesNotApply?: Part<string>;
}

interface Appraised {
  appraisedValue?: Part<number>;
  appraisedTotal?: Part<number>;
  appraisedChoice?: Part<string>;
}

/** What the institution answered. */
export const selfAnswer = (entry: SelfAnswered): GivenAnswer => ({
  value: entry.selfValue ?? null,
  total: entry.selfTotal ?? null,
  choice: entry.selfChoice ?? null,
  text: entry.selfText ?? null,
  doesNotApply: entry.doesNotApply ?? null,
});

/** What a reviewer set instead; null where none did. */
export const appraisedAnswer = (entry: Appraised): GivenAnswer | null =>
  entry.appraisedValue == null && entry.appraisedChoice == null
    ? null
    : {
        ...NOT_GIVEN,
        value: entry.appraisedValue ?? null,
        total: entry.appraisedTotal ?? null,
        choice: entry.appraisedChoice ?? null,
      };

/** Whether it says nothing; a total alone is no answer. */
export const isUnanswered = ({ value, choice, text, doesNotApply }: GivenAnswer): boolean =>
  (value ?? choice ?? text ?? doesNotApply) === null;
