import { keep, kept } from '../shared/kept';
import type { TypedAnswers } from './typed-answers';

/** Where a viewer's typing for a report is kept in the browser: others at the same computer have their own. */
export const placeOf = (viewer: string, institution: string, round: string): string =>
  `hub.answers.${viewer}.${institution}.${round}`;

/** What was typed in this browser and did not arrive yet. */
export const keptAnswers = (place: string): TypedAnswers => kept<TypedAnswers>(place) ?? {};

/** Keeps it before anything is sent. */
export const keepAnswers = (place: string, answers: TypedAnswers): void =>
  keep(place, Object.keys(answers).length === 0 ? null : answers);
