import type { Text } from '../shared/text.js';
import type { FrameworkFile, Scale } from './framework-file.js';

/** What the scale of a section calls a level; null for a section without levels. */
export function sectionLevelName(
  { sections, scales }: FrameworkFile,
  code: string,
  level: number | null,
): Text | null {
  const section = sections.find((each) => each.code === code);
  return nameIn(
    scales.filter((scale) => scale.code === section?.scale),
    level,
  );
}

/** What the scales of a framework call a level of the whole; null where none of them has it. */
export function frameworkLevelName({ scales }: FrameworkFile, level: number | null): Text | null {
  return nameIn(scales, level);
}

function nameIn(scales: readonly Scale[], level: number | null): Text | null {
  const levels = scales.flatMap((scale) => scale.levels);
  return levels.find((each) => each.level === level)?.name ?? null;
}
