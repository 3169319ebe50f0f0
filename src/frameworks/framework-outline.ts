import { scoreFramework } from './framework-score.js';
import type { FrameworkFile } from './framework-file.js';

/** What a framework asks of whom, and how much it can earn, in lines for whoever wrote the file. */
export function outlineOf(file: FrameworkFile): string[] {
  const { code, version, name, validFrom, validTo, sourceStatus, questions, criteria } = file;
  return [
    `${name.en}: ${code}, version ${version}, ${sourceStatus}, in force from ${validFrom}${validTo ? ` to ${validTo}` : ''}`,
    `${questions.length} questions for ${criteria.length} criteria`,
    ...file.kinds.map((kind) => {
      const { sections, indicators, criteria: scores } = scoreFramework(file, kind, new Map());
      const asked = scores.filter(({ bearing }) => bearing === 'APPLIES').length;
      const points = sections
        .filter(({ section }) => !section.parent)
        .map(({ section, maxPoints }) => `${section.code}: ${maxPoints / 100} points`);
      const decided = indicators.map(({ indicator }) => indicator);
      return `${kind} is asked ${asked}; ${points.join(', ')}; decides ${decided.join(', ') || 'nothing'}`;
    }),
    ...file.sections.flatMap(({ code: section, maximum, gapReason }) =>
      gapReason ? [`${section} declares ${maximum} points: ${gapReason.en}`] : [],
    ),
  ];
}
