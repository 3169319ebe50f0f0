import {
  SUCCESSION_COLUMN_HELP,
  SUCCESSION_COLUMNS as INSTITUTION_SUCCESSION_COLUMNS,
} from '../institution-successions/succession-draft.js';
import { CAMPUS_COLUMN_HELP, CAMPUS_COLUMNS } from '../institutions/campus-draft.js';
import {
  INSTITUTION_COLUMN_HELP,
  INSTITUTION_COLUMNS,
} from '../institutions/institution-columns.js';
import type { Text } from '../shared/text.js';
import { SUCCESSION_COLUMNS } from '../units/succession-draft.js';
import { UNIT_COLUMNS } from '../units/unit-draft.js';
import {
  EducationLevel,
  InstitutionKind,
  Ownership,
  SpecialStatus,
} from '../vocabulary/institution.enums.js';
import type { ImportKind } from '../vocabulary/imported-row.js';
import { SourceStatus } from '../vocabulary/source-status.js';
import { SuccessionExtent, UnitKind } from '../vocabulary/unit.enums.js';
import { PUBLISHED_INDEX_COLUMNS } from '../workforce-index/published-index-columns.js';
import { RECORD_COLUMNS } from '../workforce-registry/record-columns.js';
import {
  CAMPUS_WORDS,
  INSTITUTION_SUCCESSION_WORDS,
  INSTITUTION_WORDS,
  PUBLISHED_INDEX_WORDS,
  SUCCESSION_WORDS,
  UNIT_WORDS,
} from './column-words.js';

export interface TemplateColumn {
  name: string;
  required: boolean;
  meaning: Text;
  /** All possible values; empty when they cannot be listed. */
  values: readonly string[];
}

interface Names {
  required: readonly string[];
  optional: readonly string[];
}

const LISTED: Partial<Record<ImportKind, Record<string, object>>> = {
  UNITS: { kind: UnitKind },
  SUCCESSIONS: { kind: UnitKind, extent: SuccessionExtent },
  INSTITUTIONS: {
    kind: InstitutionKind,
    ownership: Ownership,
    special_status: SpecialStatus,
    unit_kind: UnitKind,
    source_status: SourceStatus,
    // Several may stand in one cell, so these are values to read and not to choose from.
    levels: EducationLevel,
  },
  INSTITUTION_SUCCESSIONS: { kind: { MERGED: '', SPLIT: '' } },
  PUBLISHED_INDEX: { unit_kind: UnitKind, source_status: SourceStatus },
};

/** What is the same as another column, for files that have it already. */
const LEFT_OUT = ['located_from'];

/** The columns of a file of a kind; none for an edition and a plan, which are no tables. */
export function columnsOfKind(kind: ImportKind): readonly TemplateColumn[] {
  switch (kind) {
    case 'UNITS':
      return columns(kind, UNIT_COLUMNS, UNIT_WORDS);
    case 'SUCCESSIONS':
      return columns(kind, SUCCESSION_COLUMNS, SUCCESSION_WORDS);
    case 'INSTITUTIONS':
      return columns(kind, INSTITUTION_COLUMNS, inBoth(INSTITUTION_WORDS, INSTITUTION_COLUMN_HELP));
    case 'INSTITUTION_SUCCESSIONS':
      return columns(
        kind,
        INSTITUTION_SUCCESSION_COLUMNS,
        inBoth(INSTITUTION_SUCCESSION_WORDS, SUCCESSION_COLUMN_HELP),
      );
    case 'CAMPUSES':
      return columns(kind, CAMPUS_COLUMNS, inBoth(CAMPUS_WORDS, CAMPUS_COLUMN_HELP));
    case 'WORKFORCE':
      return RECORD_COLUMNS;
    case 'PUBLISHED_INDEX':
      return columns(kind, PUBLISHED_INDEX_COLUMNS, PUBLISHED_INDEX_WORDS);
    case 'INDEX_EDITION':
    case 'PLAN':
      return [];
  }
}

/** The English meanings are those that the command line prints, without its options. */
function inBoth(
  vietnamese: Readonly<Record<string, string>>,
  english: Readonly<Record<string, string>>,
): Record<string, Text> {
  return Object.fromEntries(
    Object.entries(vietnamese).map(([name, vi]) => [
      name,
      {
        vi,
        en: (english[name] ?? name)
          .replace('--from', '“Day of the changes”')
          .replace('needs --reopen', 'is asked about'),
      },
    ]),
  );
}

function columns(
  kind: ImportKind,
  { required, optional }: Names,
  meanings: Readonly<Record<string, Text>>,
): TemplateColumn[] {
  return [...required, ...optional]
    .filter((name) => !LEFT_OUT.includes(name))
    .map((name) => ({
      name,
      required: required.includes(name),
      meaning: meanings[name] ?? { vi: name, en: name },
      values: Object.keys(LISTED[kind]?.[name] ?? {}),
    }));
}
