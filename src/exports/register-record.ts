import type { Columns, ExportRecord } from './export-format.js';

/** The columns of an import of institutions, so that the file can be imported again. */
export const REGISTER_COLUMNS = {
  system: 'text',
  code: 'text',
  name: 'text',
  kind: 'text',
  levels: 'text',
  ownership: 'text',
  unit_code: 'text',
  unit_kind: 'text',
  changed_on: 'day',
  opened_on: 'day',
  closed_on: 'day',
  special_status: 'text',
  code_from: 'day',
  replaces_code: 'text',
  replaces_system: 'text',
  other_code: 'text',
  other_system: 'text',
  source_status: 'text',
} as const satisfies Columns;

/** The columns of an import of campuses. */
export const CAMPUS_COLUMNS = {
  institution_code: 'text',
  code: 'text',
  institution_system: 'text',
  system: 'text',
  name: 'text',
  unit_code: 'text',
  valid_from: 'day',
  valid_to: 'day',
} as const satisfies Columns;

export type RegisterRecord = ExportRecord<keyof typeof REGISTER_COLUMNS>;
export type CampusRecord = ExportRecord<keyof typeof CAMPUS_COLUMNS>;
