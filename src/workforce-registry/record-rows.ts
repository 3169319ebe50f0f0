import { readTable, type Row, type Table } from '../shared/csv.js';
import { SourceStatus } from '../vocabulary/source-status.js';
import { tidy } from '../shared/text.js';
import type { KnownUnit, UnitIndex } from '../units/unit-index.queries.js';
import { UnitKind } from '../vocabulary/unit.enums.js';
import { columnOfQuantity, QUANTITIES, RECORD_COLUMNS } from './record-columns.js';
import type { RecordContent } from './record-check.js';
import type { Subject } from './record-kinds.js';
import { Audience, RecordKind, Tier } from './workforce.enums.js';

export interface Draft {
  row: Row;
  unit: KnownUnit;
  subject: Subject;
  content: RecordContent;
}

/** @throws ImportError when it is not such a file. */
export function readRecords(content: Uint8Array): Table {
  const names = (needed: boolean) =>
    RECORD_COLUMNS.flatMap(({ name, required }) => (required === needed ? [name] : []));
  return readTable(content, { required: names(true), optional: names(false) });
}

/** Whether the row itself says that it is made up. */
export function isIllustrative(row: Row): boolean {
  return row.optional('source_status')?.toUpperCase() === 'ILLUSTRATIVE';
}

/**
 * The content of a row; null when it cannot be read, so that no false problems follow.
 * @param mayRecord whether the author of the import may record counts of a unit.
 */
export function readDraft(
  row: Row,
  units: UnitIndex,
  mayRecord: (unit: KnownUnit) => boolean,
): Draft | null {
  const before = row.problems.length;
  const optional = <Value>(column: string, names: Record<string, Value>) => {
    const value = row.optional(column);
    return value === null ? null : row.oneOf(column, names, value);
  };
  const name = (column: string) => {
    const value = row.optional(column);
    return value === null ? null : tidy(value);
  };
  const validFrom = row.requiredDate('valid_from');
  const unit = findUnit(row, units, validFrom);
  if (unit && !mayRecord(unit)) row.refuse('unit_code', NOT_YOURS);
  const subject: Subject = {
    kind: row.oneOf('kind', RecordKind),
    tier: optional('tier', Tier),
    audience: optional('audience', Audience),
    agency: name('agency'),
    topic: name('topic'),
  };
  const content: RecordContent = {
    validFrom,
    validTo: row.date('valid_to'),
    counts: QUANTITIES.flatMap((quantity) => {
      const value = row.wholeNumber(columnOfQuantity(quantity));
      return value === null ? [] : [{ quantity, value }];
    }),
    notCounted: optional('not_counted', { YES: true }) ?? false,
    source: tidy(row.required('source')),
    sourceStatus: optional('source_status', SourceStatus) ?? 'CONFIRMED',
    note: row.optional('note'),
  };
  return unit && row.problems.length === before ? { row, unit, subject, content } : null;
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
  const kind = row.oneOf('unit_kind', UnitKind);
  const code = row.required('unit_code');
  if (on === '' || row.problems.length > before) return null;
  const [unit] = units.named(code, on, kind);
  if (!unit)
    row.refuse('unit_code', {
      code: 'UNIT_UNKNOWN',
      text: {
        vi: `không phải là mã của ${kind} nào vào ngày ${on}; hãy nhập các đơn vị trước`,
        en: `names no ${kind} on ${on}; import the units first`,
      },
    });
  return unit ?? null;
}
