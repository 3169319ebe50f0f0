import { keep, kept, keptPlaces } from '../shared/kept';
import { UNANSWERED, type TypedAnswer, type TypedAnswers } from './typed-answers';

const ALL = 'hub.answers.';

/** Where a viewer's typing for a report is kept in the browser: others at the same computer have their own. */
export const placeOf = (viewer: string, institution: string, round: string): string =>
  `${ALL}${viewer}.${institution}.${round}`;

/** The codes of the questions of a report to which something was typed here that did not arrive, whoever typed it. */
export const keptQuestions = (institution: string, round: string): string[] => [
  ...new Set(
    keptPlaces()
      .filter((place) => place.startsWith(ALL) && place.endsWith(`.${institution}.${round}`))
      .flatMap((place) => Object.keys(keptAnswers(place))),
  ),
];

/** What was typed in this browser and did not arrive yet; an older console kept fewer parts of it. */
export const keptAnswers = (place: string): TypedAnswers =>
  Object.fromEntries(
    Object.entries(kept<Record<string, Partial<TypedAnswer>>>(place) ?? {}).map(
      ([code, answer]) => [
        code,
        { ...UNANSWERED, ...answer, over: { ...UNANSWERED, ...answer.over } },
      ],
    ),
  );

/** Keeps it before anything is sent. */
export const keepAnswers = (place: string, answers: TypedAnswers): void =>
  keep(place, Object.keys(answers).length === 0 ? null : answers);
