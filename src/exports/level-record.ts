import type { FrameworkRow } from '../frameworks/framework.queries.js';
import { toGlobalId } from '../graphql/node.js';
import type { InstitutionRow } from '../institutions/institution.queries.js';
import type { LocalDate } from '../shared/dates.js';
import { required } from '../shared/required.js';
import type { Language } from '../shared/text.js';
import type { LevelRow } from '../status-updates/levels.queries.js';
import type { UnitRow } from '../units/unit.queries.js';
import type { Columns, ExportRecord } from './export-format.js';
import type { PlacesAbove } from './places-above.queries.js';

export const LEVEL_COLUMNS = {
  as_of: 'day',
  revision: 'count',
  code: 'text',
  name: 'text',
  kind: 'text',
  framework: 'text',
  version: 'count',
  source_status: 'text',
  reported_as_of: 'day',
  framework_level: 'count',
  section: 'text',
  section_name: 'text',
  points: 'number',
  max_points: 'number',
  declared_maximum: 'number',
  gap_reason: 'text',
  level: 'count',
  points_to_next_level: 'number',
  conditions_not_met: 'text',
  // These came after the others, which keep their places.
  id: 'text',
  code_system: 'text',
  unit_code: 'text',
  unit_name: 'text',
  unit_id: 'text',
  parent_code: 'text',
  parent_name: 'text',
  province_code: 'text',
  province_name: 'text',
} as const satisfies Columns;

/** What the records of an institution have in common. */
interface LevelsAbout extends PlacesAbove {
  asOf: LocalDate;
  revision: number;
  language: Language;
  /** The systems in which the institution has its code. */
  systems: readonly string[];
  /** The smallest unit that is certain; undefined when none is. */
  place: UnitRow | undefined;
}

/** One record for each section of a framework under which an institution has a result. */
export function levelRecords(
  institution: InstitutionRow,
  { sections, level, asOf: reportedAsOf }: LevelRow,
  { code, version, sourceStatus, definition }: FrameworkRow,
  { asOf, revision, language, systems, place, parent, province }: LevelsAbout,
): ExportRecord<keyof typeof LEVEL_COLUMNS>[] {
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
      id: toGlobalId('Institution', institution.id),
      code_system: systems.join(' '),
      unit_code: place?.code ?? null,
      unit_name: place?.name ?? null,
      unit_id: place ? toGlobalId('AdministrativeUnit', place.id) : null,
      parent_code: parent?.code ?? null,
      parent_name: parent?.name ?? null,
      province_code: province?.code ?? null,
      province_name: province?.name ?? null,
    };
  });
}
