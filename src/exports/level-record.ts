import type { FrameworkRow } from '../frameworks/framework.queries.js';
import type { InstitutionRow } from '../institutions/institution.queries.js';
import type { LocalDate } from '../shared/dates.js';
import { required } from '../shared/required.js';
import type { Language } from '../shared/text.js';
import type { LevelRow } from '../status-updates/levels.queries.js';
import type { ExportRecord } from './export-format.js';

export const LEVEL_COLUMNS = [
  'as_of',
  'revision',
  'code',
  'name',
  'kind',
  'framework',
  'version',
  'source_status',
  'reported_as_of',
  'framework_level',
  'section',
  'section_name',
  'points',
  'max_points',
  'declared_maximum',
  'gap_reason',
  'level',
  'points_to_next_level',
  'conditions_not_met',
] as const;

/** One record for each section of a framework under which an institution has a result. */
export function levelRecords(
  institution: InstitutionRow,
  { sections, level, asOf: reportedAsOf }: LevelRow,
  { code, version, sourceStatus, definition }: FrameworkRow,
  { asOf, revision, language }: { asOf: LocalDate; revision: number; language: Language },
): ExportRecord<(typeof LEVEL_COLUMNS)[number]>[] {
  const declared = new Map(definition.sections.map((each) => [each.code, each]));
  return sections.map((section) => {
    const { name, maximum, gapReason } = required(declared, section.code);
    return {
      as_of: asOf,
      revision,
      code: institution.code,
      name: institution.name,
      kind: institution.kind,
      framework: code,
      version,
      source_status: sourceStatus,
      reported_as_of: reportedAsOf,
      framework_level: level,
      section: section.code,
      section_name: name[language],
      points: section.points,
      max_points: section.maxPoints,
      declared_maximum: maximum,
      gap_reason: gapReason?.[language] ?? null,
      level: section.level,
      points_to_next_level: section.pointsToNext,
      conditions_not_met: section.unmet.join(' '),
    };
  });
}
