import type { TypedAnswers } from './typed-answers';

/** Where a viewer's typing for a report is kept in the browser: others at the same computer have their own. */
export const placeOf = (viewer: string, institution: string, round: string): string =>
  `hub.answers.${viewer}.${institution}.${round}`;

/** What was typed in this browser and did not arrive yet, after a reload or another day. */
export function keptAnswers(place: string): TypedAnswers {
  try {
    return JSON.parse(localStorage.getItem(place) ?? '{}') as TypedAnswers;
  } catch {
    return {};
  }
}

/** Keeps it before anything is sent. A browser that keeps nothing, or is full, still sends it. */
export function keepAnswers(place: string, answers: TypedAnswers): void {
  try {
    if (Object.keys(answers).length === 0) localStorage.removeItem(place);
    else localStorage.setItem(place, JSON.stringify(answers));
  } catch {
    return;
  }
}
