import { readTable, type Row, type Table } from '../shared/csv.js';
import { SourceStatus } from '../vocabulary/source-status.js';
import type { LocalDate } from '../shared/dates.js';
import type { RowAnswers } from '../shared/row-answers.js';
import { tidy, type Text } from '../shared/text.js';
import { noSuchUnit } from '../units/unit-code.js';
import type { KnownUnit, UnitIndex } from '../units/unit-index.queries.js';
import { SOURCE_STATUS_LABELS, UNIT_KIND_LABELS } from '../vocabulary/labels.js';
import { UnitKind } from '../vocabulary/unit.enums.js';
import { columnOfQuantity, QUANTITIES, RECORD_COLUMNS } from './record-columns.js';
import type { RecordContent } from './record-check.js';
import type { Subject } from './record-kinds.js';
import { AUDIENCE_LABELS, RECORD_KIND_LABELS, TIER_LABELS } from './record-labels.js';
import type { StoredRecord } from './record-versions.service.js';
import { Audience, RecordKind, Tier, type Quantity } from './workforce.enums.js';

export interface Draft {
  row: Row;
  unit: KnownUnit;
  subject: Subject;
  validFrom: LocalDate;
  said: SaidContent;
}

/** What the row says of the content; undefined where the file has no such column. */
type SaidContent = {
  [Key in 'validTo' | 'notCounted' | 'source' | 'sourceStatus' | 'note']: Key extends 'sourceStatus'
    ? SourceStatus | null
    : RecordContent[Key] | undefined;
} & { counts: Partial<Record<Quantity, number | null>> };

/** The columns by which a record is known; a file for recorded ones needs no other. */
const IDENTITY = ['unit_kind', 'unit_code', 'kind', 'valid_from'];

/** @throws ImportError when it is not such a file. */
export function readRecords(content: Uint8Array, answers?: RowAnswers): Table {
  const names = RECORD_COLUMNS.map(({ name }) => name);
  return readTable(
    content,
    {
      required: IDENTITY,
      optional: names.filter((name) => !IDENTITY.includes(name)),
      prose: ['source', 'note'],
    },
    answers,
  );
}

/** Whether the row itself says that it is made up. */
export function isIllustrative(row: Row): boolean {
  return row.optional('source_status')?.toUpperCase() === 'ILLUSTRATIVE';
}

type Words = Partial<Record<string, Text>>;

/**
 * What a row says; null when it cannot be read, so that no false problems follow.
 * @param mayRecord whether the author of the import may record counts of a unit.
 */
export function readDraft(
  row: Row,
  units: UnitIndex,
  mayRecord: (unit: KnownUnit) => boolean,
): Draft | null {
  const before = row.problems.length;
  const optional = <Value>(column: string, names: Record<string, Value>, words?: Words) => {
    const value = row.optional(column);
    return value === null ? null : row.oneOf(column, names, words, value);
  };
  const name = (column: string) => {
    const value = row.optional(column);
    return value === null ? null : tidy(value);
  };
  const validFrom = row.requiredDate('valid_from');
  const unit = findUnit(row, units, validFrom);
  if (unit && !mayRecord(unit)) row.refuse('unit_code', NOT_YOURS);
  const subject: Subject = {
    kind: row.oneOf('kind', RecordKind, RECORD_KIND_LABELS),
    tier: optional('tier', Tier, TIER_LABELS),
    audience: optional('audience', Audience, AUDIENCE_LABELS),
    agency: name('agency'),
    topic: name('topic'),
  };
  const said = <Value>(column: string, read: (column: string) => Value) =>
    row.says(column) ? read(column) : undefined;
  const content: SaidContent = {
    validTo: said('valid_to', (column) => row.date(column)),
    counts: Object.fromEntries(
      QUANTITIES.filter((quantity) => row.says(columnOfQuantity(quantity))).map((quantity) => [
        quantity,
        row.wholeNumber(columnOfQuantity(quantity)),
      ]),
    ),
    notCounted: said('not_counted', (column) => optional(column, { YES: true }) ?? false),
    source: said('source', (column) => tidy(row.required(column))),
    sourceStatus: optional('source_status', SourceStatus, SOURCE_STATUS_LABELS),
    note: said('note', (column) => row.optional(column)),
  };
  return unit && row.problems.length === before
    ? { row, unit, subject, validFrom, said: content }
    : null;
}

/**
 * The whole content of a record after a row: what the file leaves out is as it is recorded. An
 * empty status says nothing.
 * @param stored null for a new record.
 */
export function contentAfter(
  { validFrom, said }: Draft,
  stored: StoredRecord | null,
): RecordContent {
  const all = { ...stored?.counts, ...said.counts };
  const counts = QUANTITIES.flatMap((quantity) => {
    const value = all[quantity];
    return value == null ? [] : [{ quantity, value }];
  });
  const wasNotCounted = stored !== null && Object.keys(stored.counts).length === 0;
  return {
    validFrom,
    validTo: said.validTo === undefined ? (stored?.validTo ?? null) : said.validTo,
    counts,
    notCounted: said.notCounted ?? (wasNotCounted && counts.length === 0),
    source: said.source ?? stored?.source ?? '',
    sourceStatus: said.sourceStatus ?? stored?.sourceStatus ?? SourceStatus.CONFIRMED,
    note: said.note === undefined ? (stored?.note ?? null) : said.note,
  };
}

const NOT_YOURS = {
  code: 'FORBIDDEN',
  text: {
    vi: 'là đơn vị mà tài khoản này không lập kế hoạch; hãy bỏ dòng này, hoặc nhờ người lập kế hoạch của đơn vị đó',
    en: 'is a unit that this account does not plan for; leave the row out, or ask a planner of that unit',
  },
};

function findUnit(row: Row, units: UnitIndex, on: string): KnownUnit | null {
  const before = row.problems.length;
  const kind = row.oneOf('unit_kind', UnitKind, UNIT_KIND_LABELS);
  const code = row.required('unit_code');
  if (on === '' || row.problems.length > before) return null;
  const [unit] = units.named(code, on, kind);
  if (!unit) row.refuse('unit_code', noSuchUnit(units, { code, kind, on, column: 'valid_from' }));
  return unit ?? null;
}
