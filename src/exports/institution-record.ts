import { toGlobalId } from '../graphql/node.js';
import { PILLARS } from '../indicators/indicator.js';
import type { InstitutionRow } from '../institutions/institution.queries.js';
import type { PillarStatusRow } from '../progress/indicator-status.js';
import type { CellValue } from '../shared/csv-line.js';
import type { LocalDate } from '../shared/dates.js';
import type { Language } from '../shared/text.js';
import type { UnitRow } from '../units/unit.queries.js';
import { groupOf } from '../vocabulary/institution.enums.js';
import type { ExportRecord } from './export-format.js';
import { KIND_LABELS } from '../vocabulary/labels.js';
import { OBSERVATION_LABELS, STAGE_LABELS } from './labels.js';

const BEFORE_PILLARS = [
  'as_of',
  'revision',
  'code',
  'name',
  'kind',
  'kind_label',
  'group',
  'levels',
  'ownership',
  'special_status',
  'province_code',
  'province_name',
  'unit_kind',
  'unit_code',
  'unit_name',
  'unit_settled',
  'opened_on',
  'closed_on',
  'illustrative',
] as const;

const OF_PILLAR = ['observation', 'stage', 'label', 'points', 'max_points', 'reported_as_of'];

/** What tells institutions of one code apart; last, so that columns keep their places. */
const AFTER_PILLARS = ['id', 'code_system', 'parent_code', 'parent_name'] as const;

export const INSTITUTION_COLUMNS: readonly string[] = [
  ...BEFORE_PILLARS,
  ...PILLARS.flatMap((pillar) => OF_PILLAR.map((name) => `${pillar.toLowerCase()}_${name}`)),
  ...AFTER_PILLARS,
];

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
  const own: ExportRecord<(typeof BEFORE_PILLARS)[number]> = {
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
  const apart: ExportRecord<(typeof AFTER_PILLARS)[number]> = {
    id: toGlobalId('Institution', institution.id),
    code_system: systems.join(' '),
    parent_code: parent?.code ?? null,
    parent_name: parent?.name ?? null,
  };
  return { ...own, ...Object.fromEntries(ofPillars), ...apart };
}

function pillarColumns(status: PillarStatusRow, language: Language): [string, CellValue][] {
  const { observation, stage, points, maxPoints, asOf } = status;
  const label = stage ? STAGE_LABELS[stage] : OBSERVATION_LABELS[observation];
  const values = [observation, stage, label[language], points, maxPoints, asOf];
  const name = status.pillar.toLowerCase();
  return values.map((value, index) => [`${name}_${OF_PILLAR[index]}`, value]);
}
