import { isUnknown } from '../../../src/shared/told-lines';
import { number, percent } from '../shared/format';
import type { Part } from './part';
import type { useMapWords } from './map.words';

type Say = ReturnType<typeof useMapWords>;

/** The percentage of a unit, or why there is none. */
export function figureOf({ line }: Part, words: Say): string {
  if (line.institutions === 0) return words('nobody');
  return isUnknown(line) ? words('unknown-figure') : percent(line.percent);
}

export const countsOf = ({ line: { completed, institutions } }: Part, words: Say): string =>
  words('of-institutions', {
    completed: number(completed),
    institutions: number(institutions),
  });

/** Everything of a unit in a line. */
export function sentenceOf(part: Part, words: Say): string {
  const { unit, line } = part;
  const isKnown = line.reported > 0 && line.percent != null;
  return words(isKnown ? 'known' : 'unknown', {
    name: unit.name,
    percent: figureOf(part, words),
    counts: countsOf(part, words),
    most: percent(line.upperPercent),
  });
}
