import { csvFields } from '../shared/csv-line.js';
import { SourceStatus } from '../vocabulary/source-status.js';
import {
  EducationLevel,
  InstitutionKind,
  Ownership,
  SpecialStatus,
} from '../vocabulary/institution.enums.js';
import { CODE_COLUMN_HELP } from './code-columns.js';
import type { InstitutionAttribute } from './facts.js';

/** The columns that a new institution needs; of known ones, those that are left out stay. */
export const OF_NEW = ['name', 'kind', 'levels', 'ownership', 'unit_code'] as const;

export const INSTITUTION_COLUMNS = {
  required: ['system', 'code'],
  optional: [
    ...OF_NEW,
    'unit_kind',
    'changed_on',
    'located_from',
    'opened_on',
    'closed_on',
    'special_status',
    'code_from',
    'replaces_code',
    'replaces_system',
    'other_code',
    'other_system',
    'source_status',
  ],
} as const;

/** The column that says an attribute. */
export const COLUMN_OF: Record<InstitutionAttribute, string> = {
  NAME: 'name',
  KIND: 'kind',
  LEVELS: 'levels',
  OWNERSHIP: 'ownership',
  SPECIAL_STATUS: 'special_status',
  PLACE: 'unit_code',
  OPENED_ON: 'opened_on',
  CLOSED_ON: 'closed_on',
  SOURCE_STATUS: 'source_status',
};

export const INSTITUTION_COLUMN_HELP: Record<string, string> = {
  ...CODE_COLUMN_HELP,
  name: 'the Vietnamese name; this column and the next four may be left out where all institutions are known, and what a file leaves out stays as it is',
  kind: Object.keys(InstitutionKind).join(', '),
  levels: `one or more, separated by |: ${Object.keys(EducationLevel).join(', ')}`,
  ownership: Object.keys(Ownership).join(', '),
  unit_code:
    'the commune that had this code on changed_on; without it, on the first day of the institution at its present place',
  unit_kind:
    'empty for COMMUNE; PROVINCE or DISTRICT when the commune is not known yet: it is then listed to be settled',
  changed_on:
    'the day of everything in which the row differs from what is recorded: a new name, a move, another kind. Empty: what is recorded was wrong and is corrected, unless --from gives the day. Rows of the same code with different days tell one change after the other',
  located_from: 'the same as changed_on, for files that have this column; one of them is enough',
  opened_on:
    'the first day; empty says nothing, and for a new institution since before our records',
  closed_on: 'the last day; empty while it is open. Where it was closed, emptying needs --reopen',
  special_status: `empty for none, or ${Object.keys(SpecialStatus).join(', ')}`,
  source_status: `${Object.keys(SourceStatus).join(', ')}; empty says nothing, and for a new institution CONFIRMED`,
};

export function institutionTemplate(): string {
  const columns = [...INSTITUTION_COLUMNS.required, ...INSTITUTION_COLUMNS.optional].filter(
    (column) => column !== 'located_from',
  );
  const example: Record<string, string> = {
    system: 'MOET',
    code: '0123456789',
    name: 'THPT Ví Dụ',
    kind: 'UPPER_SECONDARY_SCHOOL',
    levels: 'UPPER_SECONDARY',
    ownership: 'PUBLIC',
    unit_code: '24611',
    opened_on: '2010-09-05',
  };
  return `${csvFields(columns)}\n${csvFields(columns.map((column) => example[column] ?? ''))}\n`;
}
