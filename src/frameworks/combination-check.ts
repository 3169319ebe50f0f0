import type { Text } from '../shared/text.js';
import type { FileProblem, FrameworkFile } from './framework-file.js';

/** The levels of a combination are told apart, and the one that needs nothing is the lowest. */
export function combinationProblems({ level }: FrameworkFile): FileProblem[] {
  if (level?.rule !== 'COMBINATION') return [];
  const { levels, otherwise } = level;
  return [
    ...levels.flatMap((each, index) =>
      levels.findIndex((other) => other.level === each.level) < index
        ? [{ path: `level.levels.${index}`, text: twice(each.level) }]
        : [],
    ),
    ...(levels.some((each) => each.level <= otherwise)
      ? [{ path: 'level.otherwise', text: NOT_LOWEST }]
      : []),
  ];
}

function twice(level: number): Text {
  return { vi: `Mức ${level} có hai lần.`, en: `Level ${level} stands twice.` };
}

const NOT_LOWEST: Text = {
  vi: 'Mức “nếu không” phải thấp hơn mọi mức có điều kiện.',
  en: 'The level otherwise must be lower than each level that has a requirement.',
};
