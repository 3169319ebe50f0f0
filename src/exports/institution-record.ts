import { toGlobalId } from '../graphql/node.js';
import { PILLARS } from '../indicators/indicator.js';
import type { InstitutionRow } from '../institutions/institution.queries.js';
import type { PillarStatusRow } from '../progress/indicator-status.js';
import type { CellValue } from '../shared/csv-line.js';
import type { LocalDate } from '../shared/dates.js';
import type { Language } from '../shared/text.js';
import type { UnitRow } from '../units/unit.queries.js';
import { groupOf } from '../vocabulary/institution.enums.js';
import type { Columns, ExportRecord } from './export-format.js';
import { KIND_LABELS } from '../vocabulary/labels.js';
import { OBSERVATION_LABELS, STAGE_LABELS } from './labels.js';

const BEFORE_PILLARS = {
  as_of: 'day',
  revision: 'count',
  code: 'text',
  name: 'text',
  kind: 'text',
  kind_label: 'text',
  group: 'text',
  levels: 'text',
  ownership: 'text',
  special_status: 'text',
  province_code: 'text',
  province_name: 'text',
  unit_kind: 'text',
  unit_code: 'text',
  unit_name: 'text',
  unit_settled: 'flag',
  opened_on: 'day',
  closed_on: 'day',
  illustrative: 'flag',
} as const satisfies Columns;

const OF_PILLAR = {
  observation: 'text',
  stage: 'text',
  label: 'text',
  points: 'number',
  max_points: 'number',
  reported_as_of: 'day',
} as const satisfies Columns;

/** What tells institutions of one code apart, and their units; last, so that columns keep their places. */
const AFTER_PILLARS = {
  id: 'text',
  code_system: 'text',
  parent_code: 'text',
  parent_name: 'text',
  unit_id: 'text',
} as const satisfies Columns;

export const INSTITUTION_COLUMNS: Columns = {
  ...BEFORE_PILLARS,
  ...Object.fromEntries(
    PILLARS.flatMap((pillar) =>
      Object.entries(OF_PILLAR).map(([name, type]) => [`${pillar.toLowerCase()}_${name}`, type]),
    ),
  ),
  ...AFTER_PILLARS,
};

export interface ExportedInstitution {
  institution: InstitutionRow;
  asOf: LocalDate;
  revision: number;
  /** The smallest unit that is certain; undefined when none is. */
  place: UnitRow | undefined;
  province: UnitRow | undefined;
  /** The unit right above the place. */
  parent: UnitRow | undefined;
  /** The systems in which the institution has its code. */
  systems: readonly string[];
  settled: boolean;
  statuses: readonly PillarStatusRow[];
}

export function institutionRecord(
  {
    institution,
    asOf,
    revision,
    place,
    province,
    parent,
    systems,
    settled,
    statuses,
  }: ExportedInstitution,
  language: Language,
): ExportRecord {
  const own: ExportRecord<keyof typeof BEFORE_PILLARS> = {
    as_of: asOf,
    revision,
    code: institution.code,
    name: institution.name,
    kind: institution.kind,
    kind_label: KIND_LABELS[institution.kind][language],
    group: groupOf(institution.kind),
    levels: institution.levels.join(' '),
    ownership: institution.ownership,
    special_status: institution.specialStatus,
    province_code: province?.code ?? null,
    province_name: province?.name ?? null,
    unit_kind: place?.kind ?? null,
    unit_code: place?.code ?? null,
    unit_name: place?.name ?? null,
    unit_settled: settled,
    opened_on: institution.openedOn,
    closed_on: institution.closedOn,
    illustrative: institution.sourceStatus === 'ILLUSTRATIVE',
  };
  const ofPillars = statuses.flatMap((status) => pillarColumns(status, language));
  const apart: ExportRecord<keyof typeof AFTER_PILLARS> = {
    id: toGlobalId('Institution', institution.id),
    code_system: systems.join(' '),
    parent_code: parent?.code ?? null,
    parent_name: parent?.name ?? null,
    unit_id: place ? toGlobalId('AdministrativeUnit', place.id) : null,
  };
  return { ...own, ...Object.fromEntries(ofPillars), ...apart };
}

function pillarColumns(status: PillarStatusRow, language: Language): [string, CellValue][] {
  const { observation, stage, points, maxPoints, asOf } = status;
  const label = stage ? STAGE_LABELS[stage] : OBSERVATION_LABELS[observation];
  const values: ExportRecord<keyof typeof OF_PILLAR> = {
    observation,
    stage,
    label: label[language],
    points,
    max_points: maxPoints,
    reported_as_of: asOf,
  };
  const pillar = status.pillar.toLowerCase();
  return Object.entries(values).map(([name, value]) => [`${pillar}_${name}`, value]);
}
