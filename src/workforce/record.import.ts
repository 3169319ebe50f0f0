import { COMMAND_LINE, trailOf } from '../audit/change.service.js';
import { databaseOf, type EntityManager } from '../database/orm.js';
import { markIllustrative } from '../database/publish.js';
import { ImportError, readTable, type Row } from '../shared/csv.js';
import { SourceStatus } from '../shared/source-status.js';
import { tidy } from '../shared/text.js';
import { UnitIndex, type KnownUnit } from '../units/unit-index.queries.js';
import { UnitKind } from '../units/unit.enums.js';
import { overlap, recordProblems, type RecordContent } from './record-check.js';
import { RECORD_KINDS, subjectKey, type Subject } from './record-kinds.js';
import { presentRecords } from './record.queries.js';
import {
  addVersions,
  saysSo,
  type RecordChange,
  type StoredRecord,
} from './record-versions.service.js';
import { Audience, Quantity, RecordKind, Tier } from './workforce.enums.js';

const QUANTITIES = Object.values(Quantity);

export const WORKFORCE_COLUMNS = {
  required: ['unit_kind', 'unit_code', 'kind', 'valid_from', 'source'],
  optional: [
    ...['valid_to', 'tier', 'audience', 'agency', 'topic', 'source_status', 'note', 'not_counted'],
    ...QUANTITIES.map((quantity) => quantity.toLowerCase()),
  ],
};

/** What each column of the file means, for `--template` and its readers. */
export const WORKFORCE_COLUMN_HELP: Record<string, string> = {
  unit_kind: Object.keys(UnitKind).join(', '),
  unit_code: 'the unit that had this code on valid_from',
  kind: Object.keys(RecordKind).join(', '),
  valid_from:
    'the day of the count, or the first day that it is over; with the unit, kind, tier, audience, agency and topic the hub knows the record again',
  source: 'the document that says so',
  valid_to: 'the last day that the count is good for; empty: until it is counted anew',
  tier: `${Object.keys(Tier).join(', ')}: needed for COMMUNITY_TEAMS; for IT_OFFICERS empty means all together`,
  audience: `${Object.keys(Audience).join(', ')}: needed for TRAINING_CLASSES and TRAINED_PEOPLE`,
  agency: 'needed for MANDATES; for IT_OFFICERS empty means all together',
  topic: 'for TRAINING_CLASSES; empty means all together',
  source_status: `empty for CONFIRMED, or ${Object.keys(SourceStatus).join(', ')}`,
  note: 'for those who plan for the unit',
  not_counted: 'yes where the document says that nobody counted; all numbers are empty then',
  ...Object.fromEntries(
    Object.entries(RECORD_KINDS).flatMap(([kind, { quantities }]) =>
      quantities.map((quantity) => [
        quantity.toLowerCase(),
        `a number of ${kind}; empty: not counted, which is not 0`,
      ]),
    ),
  ),
};

/** The header of the file and one example row. */
export function workforceTemplate(): string {
  const columns = [...WORKFORCE_COLUMNS.required, ...WORKFORCE_COLUMNS.optional];
  const example: Record<string, string> = {
    unit_kind: 'PROVINCE',
    unit_code: '67',
    kind: 'COMMUNITY_TEAMS',
    valid_from: '2022-08-31',
    source: 'Báo cáo 123/BC-UBND',
    tier: 'HAMLET',
    team_units: '713',
    units_with_team: '713',
    team_members: '3368',
  };
  return `${columns.join(',')}\n${columns.map((column) => example[column] ?? '').join(',')}\n`;
}

export interface WorkforceRecorded {
  changed: boolean;
  created: number;
  updated: number;
  unchanged: number;
}

/** A row that can be read: what it says, of which unit. */
interface Draft {
  row: Row;
  unit: KnownUnit;
  subject: Subject;
  content: RecordContent;
}

/**
 * Records the counts of a CSV file; a row whose unit, subject and first day are recorded already
 * brings that record up to date. Call it inside `publish`.
 * @throws ImportError with every problem of the file.
 */
export async function importWorkforce(
  em: EntityManager,
  content: Uint8Array,
  knownAt: Date,
): Promise<WorkforceRecorded> {
  const database = databaseOf(em);
  const { rows, problems } = readTable(content, WORKFORCE_COLUMNS);
  const units = await UnitIndex.load(database);
  const drafts = rows.flatMap((row) => readDraft(row, units) ?? []);
  const stored = await presentRecords(database, [...new Set(drafts.map(({ unit }) => unit.id))]);
  const changes = matched(drafts, stored);
  if (problems.length > 0) throw new ImportError(problems.sort((a, b) => a.row - b.row));

  const altered = changes.filter(({ stored, content }) => !stored || !saysSo(stored, content));
  const events = await addVersions(em, altered, knownAt);
  if (events.length > 0)
    await trailOf(COMMAND_LINE, 'import workforce', events, knownAt).execute(database);
  if (altered.some(({ content }) => content.sourceStatus === 'ILLUSTRATIVE'))
    await markIllustrative(em);
  const created = altered.filter(({ stored }) => stored === null).length;
  return {
    changed: altered.length > 0,
    created,
    updated: altered.length - created,
    unchanged: drafts.length - altered.length,
  };
}

/** What a row says; null when it cannot be read, so that nothing is held against it by mistake. */
function readDraft(row: Row, units: UnitIndex): Draft | null {
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
      const value = row.wholeNumber(quantity.toLowerCase());
      return value === null ? [] : [{ quantity, value }];
    }),
    notCounted: optional('not_counted', { YES: true }) ?? false,
    source: tidy(row.required('source')),
    sourceStatus: optional('source_status', SourceStatus) ?? 'CONFIRMED',
    note: row.optional('note'),
  };
  return unit && row.problems.length === before ? { row, unit, subject, content } : null;
}

function findUnit(row: Row, units: UnitIndex, on: string): KnownUnit | null {
  const kind = row.oneOf('unit_kind', UnitKind);
  const code = row.required('unit_code');
  if (code === '' || on === '') return null;
  const [unit] = units.named(code, on, kind);
  if (!unit) row.refuse('unit_code', `names no ${kind} on ${on}; import the units first`);
  return unit ?? null;
}

/** Finds what is stored of each row, and refuses what contradicts it, the other rows or itself. */
function matched(drafts: readonly Draft[], stored: readonly StoredRecord[]): RecordChange[] {
  const storedBySubject = Map.groupBy(stored, (record) => keyOf(record.unitId, record));
  const draftsBySubject = Map.groupBy(drafts, ({ unit, subject }) => keyOf(unit.id, subject));
  return [...draftsBySubject].flatMap(([key, group]) => {
    const records = new Map(
      (storedBySubject.get(key) ?? []).map((record) => [record.validFrom, record]),
    );
    const described = new Set(group.map(({ content }) => content.validFrom));
    const others = [...records.values()].filter(({ validFrom }) => !described.has(validFrom));
    return group.map(({ row, unit, subject, content }, index) => {
      for (const { field, text } of recordProblems(subject, content, { unit, others }))
        row.refuse(columnOf(field), text.en);
      const twin = group.slice(0, index).find((earlier) => overlap(earlier.content, content));
      if (twin)
        row.refuse('valid_from', `row ${twin.row.number} counts the same on some of the same days`);
      const record = records.get(content.validFrom) ?? null;
      return { unitId: unit.id, subject, content, stored: record };
    });
  });
}

const keyOf = (unitId: number, subject: Subject) => `${unitId} ${subjectKey(subject)}`;

/** The column that a field of the input is in. */
function columnOf(field: string[] | null): string | null {
  const [name, quantity] = field ?? [];
  if (name === 'counts') return quantity?.toLowerCase() ?? null;
  return name?.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`) ?? null;
}
