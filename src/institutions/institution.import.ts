import { databaseOf, type Database, type EntityManager } from '../database/orm.js';
import { ImportError, readTable, type Row } from '../shared/csv.js';
import { csvFields } from '../shared/csv-line.js';
import type { LocalDate } from '../shared/dates.js';
import { SourceStatus } from '../vocabulary/source-status.js';
import { UnitIndex } from '../units/unit-index.queries.js';
import { UnitKind } from '../vocabulary/unit.enums.js';
import {
  EducationLevel,
  InstitutionKind,
  Ownership,
  SpecialStatus,
} from '../vocabulary/institution.enums.js';
import { codeKey, findByCodes, type InstitutionRecord } from './institution-record.queries.js';
import { recordInstitutions, type RecordedChange } from './institution.service.js';

const INSTITUTION_COLUMNS = {
  required: ['system', 'code', 'name', 'kind', 'levels', 'ownership', 'unit_code'],
  optional: [
    'unit_kind',
    'located_from',
    'opened_on',
    'closed_on',
    'special_status',
    'code_from',
    'replaces_code',
    'source_status',
  ],
} as const;

export const INSTITUTION_COLUMN_HELP: Record<string, string> = {
  system:
    'who gives the code, such as MOET; where codes are unique only inside a province, name it too: ADMISSIONS-67',
  code: 'the code in that system; with its dates the hub knows the institution again',
  name: 'the Vietnamese name',
  kind: Object.keys(InstitutionKind).join(', '),
  levels: `one or more, separated by |: ${Object.keys(EducationLevel).join(', ')}`,
  ownership: Object.keys(Ownership).join(', '),
  unit_code: 'the commune that had this code on located_from',
  unit_kind:
    'empty for COMMUNE; PROVINCE or DISTRICT when the commune is not known yet: it is then listed to be settled',
  located_from:
    'since when it is there; empty: since opened_on. A later day on another row of the same code records a move, and settles a commune that was left open',
  opened_on: 'the first day; empty: since before our records',
  closed_on: 'the last day; empty while it is open',
  special_status: `empty, or ${Object.keys(SpecialStatus).join(', ')}`,
  code_from: 'since when the code is in use; needed with replaces_code',
  replaces_code: 'the code of the same system that this one took over from',
  source_status: `empty for CONFIRMED, or ${Object.keys(SourceStatus).join(', ')}`,
};

export function institutionTemplate(): string {
  const columns = [...INSTITUTION_COLUMNS.required, ...INSTITUTION_COLUMNS.optional];
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

/**
 * Records the institutions of a CSV file. Call it inside `publish`.
 * @throws ImportError with every problem of the file.
 */
export async function importInstitutions(
  em: EntityManager,
  content: Uint8Array,
  knownAt: Date,
): Promise<RecordedChange> {
  const { rows, problems } = readTable(content, INSTITUTION_COLUMNS);
  const units = await UnitIndex.load(databaseOf(em));
  const records = new Map<string, { record: InstitutionRecord; row: Row }>();
  for (const row of rows) {
    const record = readRecord(row, units);
    const key = codeKey(record.code);
    const earlier = records.get(key);
    if (!earlier) records.set(key, { record, row });
    else addPlacement(earlier, record, row);
  }
  await refuseTwins(databaseOf(em), [...records.values()]);
  if (problems.length > 0) throw new ImportError(problems.sort((a, b) => a.row - b.row));
  return recordInstitutions(
    em,
    [...records.values()].map(({ record }) => record),
    knownAt,
  );
}

function readRecord(row: Row, units: UnitIndex): InstitutionRecord {
  const openedOn = row.date('opened_on');
  const closedOn = row.date('closed_on');
  if (openedOn && closedOn && openedOn > closedOn) row.refuse('closed_on', 'lies before opened_on');
  const from = row.date('located_from') ?? openedOn;
  if (from && openedOn && from < openedOn) row.refuse('located_from', 'lies before opened_on');
  if (from && closedOn && from > closedOn) row.refuse('located_from', 'lies after closed_on');
  const codeFrom = row.date('code_from');
  const replaces = row.optional('replaces_code');
  if (replaces !== null && codeFrom === null)
    row.refuse('code_from', 'is empty; say since when the code replaces the other');
  const special = row.optional('special_status');
  return {
    code: { system: row.required('system'), code: row.required('code'), from: codeFrom, replaces },
    name: row.required('name'),
    kind: row.oneOf('kind', InstitutionKind),
    levels: row.someOf('levels', EducationLevel),
    ownership: row.oneOf('ownership', Ownership),
    specialStatus: special === null ? null : row.oneOf('special_status', SpecialStatus),
    openedOn,
    closedOn,
    sourceStatus: row.oneOf(
      'source_status',
      SourceStatus,
      row.optional('source_status') ?? 'CONFIRMED',
    ),
    placements: [{ unitId: findUnit(row, units, from), from }],
  };
}

function findUnit(row: Row, units: UnitIndex, from: LocalDate | null): number {
  const code = row.required('unit_code');
  const kind = row.oneOf('unit_kind', UnitKind, row.optional('unit_kind') ?? 'COMMUNE');
  if (code === '') return 0;
  const [unit] = units.named(code, from, kind);
  if (!unit)
    row.refuse(
      'unit_code',
      from === null
        ? `names no ${kind} from before our records; give located_from or opened_on`
        : `names no ${kind} on ${from}`,
    );
  return unit?.id ?? 0;
}

/** Two codes of one institution in one file would each describe all of it, perhaps differently. */
async function refuseTwins(
  database: Database,
  rows: readonly { record: InstitutionRecord; row: Row }[],
): Promise<void> {
  const present = await findByCodes(
    database,
    rows.map(({ record }) => record),
  );
  const byCode = new Map(rows.map(({ record, row }) => [codeKey(record.code), row]));
  const byInstitution = new Map<number, Row>();
  for (const { record, row } of rows) {
    const { system, replaces } = record.code;
    const replaced =
      replaces === null ? undefined : byCode.get(codeKey({ system, code: replaces }));
    const id = present.get(codeKey(record.code));
    const twin = replaced ?? (id === undefined ? undefined : byInstitution.get(id));
    if (twin)
      row.refuse('code', `row ${twin.number} is about the same institution; keep one of them`);
    if (id !== undefined) byInstitution.set(id, row);
  }
}

/** Rows with the same code describe moves; everything else in them must agree. */
function addPlacement(
  earlier: { record: InstitutionRecord; row: Row },
  { placements, ...rest }: InstitutionRecord,
  row: Row,
): void {
  const { placements: known, ...other } = earlier.record;
  if (JSON.stringify(rest) !== JSON.stringify(other))
    row.refuse(
      'code',
      `row ${earlier.row.number} has this code too and says something else; only unit_code, unit_kind and located_from may differ`,
    );
  for (const placement of placements) {
    if (known.some(({ from }) => from === placement.from))
      row.refuse(
        'located_from',
        `row ${earlier.row.number} or a later one has this code and day already`,
      );
    known.push(placement);
  }
}
