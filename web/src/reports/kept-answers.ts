/** What somebody has answered and nobody has saved yet. */
export interface TypedAnswer {
  value: number | null;
  total: number | null;
  comment: string;
}

export type TypedAnswers = Readonly<Record<string, TypedAnswer>>;

const keyOf = (institution: string, round: string) => `hub.answers.${institution}.${round}`;

/** What was typed in this browser and did not arrive yet, after a reload or another day. */
export function keptAnswers(institution: string, round: string): TypedAnswers {
  try {
    return JSON.parse(localStorage.getItem(keyOf(institution, round)) ?? '{}') as TypedAnswers;
  } catch {
    return {};
  }
}

/** Keeps it before anything is sent. */
export function keepAnswers(institution: string, round: string, answers: TypedAnswers): void {
  if (Object.keys(answers).length === 0) localStorage.removeItem(keyOf(institution, round));
  else localStorage.setItem(keyOf(institution, round), JSON.stringify(answers));
}
