import type { Reason, Row } from '../shared/csv.js';
import type { RowAnswers } from '../shared/row-answers.js';
import { addDays, BEFORE_RECORDS, inSpan, type LocalDate } from '../shared/dates.js';
import { leadsElsewhere, noSuchUnit } from '../units/unit-code.js';
import type { KnownUnit, UnitIndex } from '../units/unit-index.queries.js';
import {
  EducationLevel,
  InstitutionKind,
  Ownership,
  SpecialStatus,
} from '../vocabulary/institution.enums.js';
import {
  KIND_LABELS,
  LEVEL_LABELS,
  OWNERSHIP_LABELS,
  SOURCE_STATUS_LABELS,
  SPECIAL_STATUS_LABELS,
  UNIT_KIND_LABELS,
} from '../vocabulary/labels.js';
import { SourceStatus } from '../vocabulary/source-status.js';
import { UnitKind } from '../vocabulary/unit.enums.js';
import { factOn, undatedAttributes, type AllAttributes } from './facts.js';
import { OF_NEW } from './institution-columns.js';
import { readCode } from './code-columns.js';
import type { CodeRecord } from './codes.js';
import type { StoredInstitution } from './institution-record.queries.js';
import type { Statement } from './statement.js';

/** What a file is taken with, apart from its content. */
export interface InstitutionImportOptions {
  /** The day of what differs in rows without a day of their own; left out, they are corrections. */
  from?: LocalDate | null;
  /** Whether an emptied `closed_on` may open a closed institution again. */
  reopen?: boolean;
  /** The author has seen what looks like a known institution, and says that it is another. */
  acceptLikelyDuplicates?: boolean;
  /** Questions are told, and do not refuse the file. */
  dryRun?: boolean;
  /** What is asked about single rows is answered. */
  answers?: RowAnswers;
  /** Tells what the file would do, and writes no institution. It needs no `publish`, so nobody waits. */
  planOnly?: boolean;
  /** Whether its author may change institutions of a unit; all units unless it is said. */
  mayKeep?: (unit: KnownUnit) => boolean;
  progress?: (done: number, total: number) => void;
}

/** The columns of a row by which its institution is found. */
export interface RowHead {
  row: Row;
  /** Null when the row has none. */
  code: CodeRecord | null;
  /** The day of what differs; null when the row has none. */
  day: LocalDate | null;
  openedOn: LocalDate | null;
  /** Null when it is emptied; left out when the file does not say it. */
  closedOn?: LocalDate | null;
}

export interface CodedHead extends RowHead {
  code: CodeRecord;
}

export function readHead(row: Row): RowHead {
  const day = row.date('changed_on');
  const located = row.date('located_from');
  if (day !== null && located !== null && day !== located) row.refuse('changed_on', TWO_DAYS);
  const closedOn = row.says('closed_on') ? row.date('closed_on') : undefined;
  return {
    row,
    code: readCode(row, closedOn ?? null),
    day: day ?? located,
    openedOn: row.date('opened_on'),
    ...(closedOn !== undefined && { closedOn }),
  };
}

/** What the rows about one institution are read with. */
export interface Reading extends InstitutionImportOptions {
  stored: StoredInstitution | undefined;
  units: UnitIndex;
  today: LocalDate;
}

/**
 * What the rows about one institution say, in order of time. A row without a day corrects what holds
 * today; where others follow, it corrects what holds before them.
 * @param heads in order of their days.
 */
export function statementsOf(heads: readonly RowHead[], reading: Reading): Statement[] {
  const { from = null } = reading;
  return heads.map((head, index) => {
    const { row, day, openedOn } = head;
    const next = heads[index + 1]?.day;
    const isNew = index === 0 && !reading.stored;
    const given = day ?? (next || isNew ? null : from);
    const on = given ?? (next ? addDays(next, -1) : presentDay(reading));
    const corrects = given === null;
    const says = { ...readAttributes(row, isNew), ...readUndated(head, reading, isNew) };
    const unitId = readPlace(row, isNew ? (given ?? openedOn) : on, corrects, isNew, reading);
    if (isNew && unitId !== undefined) {
      const until = next ? addDays(next, -1) : (says.closedOn ?? null);
      tellWherePlaceLeads(head, unitId, until, reading);
    }
    return { on, corrects, says: unitId === undefined ? says : { ...says, unitId } };
  });
}

/** A code of today that is written for a day in the past may name a place that is elsewhere now. */
function tellWherePlaceLeads(
  { row, day }: RowHead,
  unitId: number,
  until: LocalDate | null,
  { units }: Reading,
): void {
  const told = leadsElsewhere(units, units.unit(unitId), { until, dayGiven: day !== null });
  if (told) row.note('unit_code', told);
}

/** Today, or the day next to it on which the institution is open. */
function presentDay({ stored, today }: Reading): LocalDate {
  const { openedOn, closedOn } = undatedAttributes(stored?.facts ?? []);
  if (closedOn !== null && closedOn < today) return closedOn;
  return openedOn !== null && openedOn > today ? openedOn : today;
}

function readAttributes(row: Row, isNew: boolean): Partial<AllAttributes> {
  for (const column of OF_NEW) if (isNew && !row.says(column)) row.refuse(column, NEEDED_OF_NEW);
  const special = row.optional('special_status');
  return {
    ...(row.says('name') && { name: row.required('name') }),
    ...(row.says('kind') && { kind: row.oneOf('kind', InstitutionKind, KIND_LABELS) }),
    ...(row.says('levels') && { levels: row.someOf('levels', EducationLevel, LEVEL_LABELS) }),
    ...(row.says('ownership') && {
      ownership: row.oneOf('ownership', Ownership, OWNERSHIP_LABELS),
    }),
    ...(row.says('special_status') && {
      specialStatus:
        special === null ? null : row.oneOf('special_status', SpecialStatus, SPECIAL_STATUS_LABELS),
    }),
  };
}

function readUndated(
  { row, openedOn, closedOn }: RowHead,
  { stored, reopen = false }: Reading,
  isNew: boolean,
): Partial<AllAttributes> {
  const status = row.optional('source_status') ?? (isNew ? 'CONFIRMED' : null);
  const closed = stored ? undatedAttributes(stored.facts).closedOn : null;
  if (
    closed !== null &&
    row.says('closed_on') &&
    row.optional('closed_on') === null &&
    !reopen &&
    !row.isTaken
  )
    row.refuse('closed_on', reopens(closed));
  return {
    ...(openedOn !== null && { openedOn }),
    ...(closedOn !== undefined && { closedOn }),
    ...(status !== null && {
      sourceStatus: row.oneOf('source_status', SourceStatus, SOURCE_STATUS_LABELS, status),
    }),
  };
}

/**
 * The unit that a row names; undefined when it names none, or without a day the one where the
 * institution was recorded, is or will be anyway.
 */
function readPlace(
  row: Row,
  on: LocalDate | null,
  corrects: boolean,
  isNew: boolean,
  { stored, units }: Reading,
): number | undefined {
  if (!row.says('unit_code')) return undefined;
  const then = stored?.periods.find((period) => inSpan(period, on ?? BEFORE_RECORDS));
  // Where no unit is certain, there is none to be named.
  if (then?.unitId === null && row.optional('unit_code') === null) return undefined;
  const code = row.required('unit_code');
  const kind = row.oneOf(
    'unit_kind',
    UnitKind,
    UNIT_KIND_LABELS,
    row.optional('unit_kind') ?? 'COMMUNE',
  );
  if (code === '') return undefined;
  const known = stored && corrects && !isNew ? stored : null;
  const named = (id: number | null) => {
    const unit = id === null ? null : units.unit(id);
    return unit?.code === code && unit.kind === kind;
  };
  const recorded = known && factOn(known.facts, 'PLACE', on)?.value;
  const places = known?.periods.filter(({ validTo }) => validTo === null || validTo >= (on ?? ''));
  if ((recorded && named(Number(recorded))) || places?.some(({ unitId }) => named(unitId)))
    return undefined;
  const present = places?.find((period) => inSpan(period, on ?? BEFORE_RECORDS));
  const day = present ? present.locatedFrom : on;
  const [unit] = units.named(code, day, kind);
  if (!unit)
    row.refuse('unit_code', noSuchUnit(units, { code, kind, on: day, column: 'changed_on' }));
  return unit?.id;
}

const TWO_DAYS: Reason = {
  code: 'DAYS_DIFFER',
  text: {
    vi: 'khác với located_from; hãy chỉ ghi một ngày, hoặc viết mỗi thay đổi một dòng',
    en: 'differs from located_from; give one of them, or a row for each change',
  },
};
const NEEDED_OF_NEW: Reason = {
  code: 'COLUMN_MISSING',
  text: {
    vi: 'tệp không có cột này; mã này chưa có trong hệ thống, và cơ sở mới cần cột này',
    en: 'the file has no such column; the code is not known, and a new institution needs it',
  },
};

function reopens(closedOn: LocalDate): Reason {
  return {
    code: 'WOULD_REOPEN',
    text: {
      vi: `còn trống, nhưng cơ sở đã đóng cửa ngày ${closedOn}; nếu cơ sở mở lại, hãy nhập với --reopen, nếu không hãy bỏ cột này`,
      en: `is empty, but the institution closed on ${closedOn}; if it opens again import with --reopen, otherwise leave the column out`,
    },
  };
}
