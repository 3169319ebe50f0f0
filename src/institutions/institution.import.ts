import { databaseOf, type Database, type EntityManager } from '../database/orm.js';
import { inBatches } from '../shared/batches.js';
import { ImportError, readTable, type Problem } from '../shared/csv.js';
import { dateInVietnam, type LocalDate } from '../shared/dates.js';
import { firstOf, itemAt, paired } from '../shared/required.js';
import { UnitIndex, type KnownUnit } from '../units/unit-index.queries.js';
import { importedOf, type Imported } from '../vocabulary/imported-row.js';
import { codeKey } from './codes.js';
import { undatedAttributes } from './facts.js';
import { INSTITUTION_COLUMNS } from './institution-columns.js';
import { loadStored, type StoredInstitution } from './institution-record.queries.js';
import {
  readHead,
  statementsOf,
  type InstitutionImportOptions,
  type CodedHead,
} from './institution-row.js';
import { askAboutLikeness, freshOf, type Fresh } from './likeness.queries.js';
import { InstitutionWriter, plan, type PlannedInstitution } from './institution.service.js';
import {
  groupByInstitution,
  withCodes,
  type RowCode,
  type RowGroup,
} from './row-groups.queries.js';
import {
  AFTER_CLOSING,
  BEFORE_FIRST_PLACE,
  BEFORE_OPENING,
  contradicts,
  NOT_YOURS,
  sameDay,
} from './institution-row-problems.js';
import { OutcomesInOrder, outcomesOf } from './row-outcomes.js';
import type { FactChange } from './statement.js';

/**
 * Records what a CSV file says of institutions; what it leaves out stays as it is. Call it inside
 * `publish`. Thousands are planned some at a time, first to see whether the whole file is well and then
 * to write them, so that the file takes its own room and little more.
 * @throws ImportError with every problem of the file.
 */
export async function importInstitutions(
  em: EntityManager,
  content: Uint8Array,
  knownAt: Date,
  options: InstitutionImportOptions = {},
): Promise<Imported & { notes: string[] }> {
  const { progress = () => undefined, planOnly = false } = options;
  const file = await readRegister(databaseOf(em), content, knownAt, options);
  progress(READ, ALL);
  await refuseFile(file);
  progress(PLANNED, ALL);
  const findings = [...file.notes];
  const writer = planOnly ? null : new InstitutionWriter(em, knownAt);
  const rows = new OutcomesInOrder();
  let done = 0;
  for await (const drafts of draftsOf(file)) {
    const ids = writer && (await writer.write(drafts.map(({ planned }) => planned)));
    for (const [index, { group, planned, changes }] of drafts.entries()) {
      const id = ids ? itemAt(ids, index) : (planned.stored?.id ?? group.institutionId);
      rows.add(outcomesOf(group, planned, changes, id, file.units));
    }
    done += drafts.length;
    progress(PLANNED + Math.floor(((WRITTEN - PLANNED) * done) / file.groups.length), ALL);
  }
  await writer?.end();
  progress(ALL, ALL);
  return { ...importedOf(rows.all(), findings), notes: notesOf(file.given) };
}

/** How much of the work is done when the file is read, when it is planned, and when it is written. */
const [READ, PLANNED, WRITTEN, ALL] = [10, 25, 95, 100];

/** So many institutions are planned and written at a time. */
const AT_ONCE = 2000;

/** A file that was read, and what its rows are planned with. */
interface RegisterFile {
  database: Database;
  options: InstitutionImportOptions;
  units: UnitIndex;
  today: LocalDate;
  groups: readonly RowGroup[];
  problems: Problem[];
  notes: Problem[];
  /** Names of institutions that got a code of the hub. */
  given: readonly string[];
}

async function readRegister(
  database: Database,
  content: Uint8Array,
  knownAt: Date,
  options: InstitutionImportOptions,
): Promise<RegisterFile> {
  const { rows, problems, notes } = readTable(content, INSTITUTION_COLUMNS, options.answers);
  const units = await UnitIndex.load(database);
  const { coded, given } = await withCodes(database, rows.map(readHead));
  const groups = await groupByInstitution(database, coded);
  const today = dateInVietnam(knownAt);
  return { database, options, units, today, groups, problems, notes, given };
}

/** @throws ImportError with every problem of the file. */
async function refuseFile(file: RegisterFile): Promise<void> {
  const { database, options, problems, notes } = file;
  const fresh: Fresh[] = [];
  for await (const drafts of draftsOf(file))
    for (const { group, planned } of drafts)
      if (!planned.stored) fresh.push(freshOf(firstOf(group.heads), planned.periods));
  if (!options.acceptLikelyDuplicates)
    await askAboutLikeness(database, fresh, (row, column, reason) =>
      options.dryRun ? row.note(column, reason) : row.refuse(column, reason),
    );
  if (problems.length === 0) return;
  throw new ImportError(
    problems.sort((a, b) => a.row - b.row),
    notes,
  );
}

/** What the rows about an institution do to it. */
interface Draft {
  group: RowGroup;
  planned: PlannedInstitution;
  /** Those of each row that tells of it. */
  changes: FactChange[][];
}

async function* draftsOf(file: RegisterFile): AsyncGenerator<Draft[]> {
  for (const groups of inBatches(file.groups, AT_ONCE)) {
    const ids = groups.map(({ institutionId }) => institutionId).filter((id) => id > 0);
    const stored = await loadStored(file.database, ids);
    yield groups.map((group) => draftOf(group, stored.get(group.institutionId), file));
  }
}

function draftOf(
  group: RowGroup,
  stored: StoredInstitution | undefined,
  { options, units, today }: RegisterFile,
): Draft {
  const { heads, codes } = group;
  const [{ code, day, openedOn }, ...others] = heads;
  for (const [earlier, head] of paired(heads.slice(0, -1), others))
    refuseContradictions(earlier, head);
  const statements = statementsOf(heads, { ...options, stored, units, today });
  const begin = code.from ?? day ?? openedOn ?? today;
  const record = { code, begin, statements };
  const [planned, changes] = plan(record, codes.map(withoutRow), stored, units);
  refuseImpossible(heads, planned);
  if (options.mayKeep) refuseForeign(heads, planned, units, options.mayKeep);
  return { group, planned, changes };
}

function withoutRow({ row: _row, ...code }: RowCode): Omit<RowCode, 'row'> {
  return code;
}

/**
 * Whoever changes an institution keeps the units where it is, and where the file brings it. Rows that
 * say what is recorded already may be about any.
 */
function refuseForeign(
  heads: readonly CodedHead[],
  { stored, codes, changed, periods }: PlannedInstitution,
  units: UnitIndex,
  mayKeep: (unit: KnownUnit) => boolean,
): void {
  const codesChange = codes.some(({ added, changed: days }) => added || days.length > 0);
  if (stored && !changed && !codesChange) return;
  const places = [stored?.periods.at(-1)?.unitId, periods.at(-1)?.unitId];
  const foreign = places.some((id) => id != null && !mayKeep(units.unit(id)));
  if (foreign) firstOf(heads).row.refuse('unit_code', NOT_YOURS);
}

/** The rows of an institution tell changes one after the other; what has no dates must agree. */
function refuseContradictions(earlier: CodedHead, { row, code, day }: CodedHead): void {
  if (earlier.day === day) row.refuse('code', sameDay(earlier.row));
  const undated = ['opened_on', 'closed_on', 'source_status'];
  const sameCode = codeKey(code) === codeKey(earlier.code);
  const differs =
    (sameCode && JSON.stringify(code) !== JSON.stringify(earlier.code)) ||
    undated.some((column) => row.optional(column) !== earlier.row.optional(column));
  if (differs) row.refuse('code', contradicts(earlier.row));
}

function refuseImpossible(
  heads: readonly CodedHead[],
  { facts, periods }: PlannedInstitution,
): void {
  const { openedOn, closedOn } = undatedAttributes(facts);
  const { row } = firstOf(heads);
  if (openedOn !== null && closedOn !== null && openedOn > closedOn)
    return row.refuse('closed_on', BEFORE_OPENING);
  for (const { row, day } of heads) {
    const column = row.optional('changed_on') === null ? 'located_from' : 'changed_on';
    if (day !== null && openedOn !== null && day < openedOn) row.refuse(column, BEFORE_OPENING);
    if (day !== null && closedOn !== null && day > closedOn) row.refuse(column, AFTER_CLOSING);
  }
  if (periods.length === 0 && closedOn !== null) row.refuse('closed_on', BEFORE_FIRST_PLACE);
}

function notesOf(given: readonly string[]): string[] {
  if (given.length === 0) return [];
  const names = [...given.slice(0, 10), ...(given.length > 10 ? ['…'] : [])].join('; ');
  return [`${given.length} institution(s) without a code got one of the hub: ${names}`];
}
