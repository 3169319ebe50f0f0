import { databaseOf, type Database, type EntityManager } from '../database/orm.js';
import { ImportError, readTable, type Problem } from '../shared/csv.js';
import { dateInVietnam } from '../shared/dates.js';
import { firstOf, paired } from '../shared/required.js';
import { UnitIndex, type KnownUnit } from '../units/unit-index.queries.js';
import {
  ImportOutcome,
  importedOf,
  type Imported,
  type ImportedRow,
} from '../vocabulary/imported-row.js';
import { codeKey } from './codes.js';
import { isDated, undatedAttributes } from './facts.js';
import { COLUMN_OF, INSTITUTION_COLUMNS } from './institution-columns.js';
import { loadStored } from './institution-record.queries.js';
import {
  readHead,
  statementsOf,
  type InstitutionImportOptions,
  type CodedHead,
} from './institution-row.js';
import { askAboutLikeness } from './likeness.queries.js';
import {
  plan,
  writePlanned,
  WRITING_STEPS,
  type PlannedInstitution,
} from './institution.service.js';
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
import type { FactChange } from './statement.js';

/**
 * Records what a CSV file says of institutions; what it leaves out stays as it is. Call it inside
 * `publish`.
 * @throws ImportError with every problem of the file.
 */
export async function importInstitutions(
  em: EntityManager,
  content: Uint8Array,
  knownAt: Date,
  options: InstitutionImportOptions = {},
): Promise<Imported & { notes: string[] }> {
  const { progress = () => undefined, planOnly = false } = options;
  const { drafts, findings, given } = await draftsOf(databaseOf(em), content, knownAt, options);
  progress(3, STEPS);
  const planned = drafts.map((draft) => draft.planned);
  const ids = planOnly
    ? planned.map(({ stored }, index) => stored?.id ?? -index - 1)
    : await writePlanned(em, planned, knownAt, (done) => progress(3 + done, STEPS));
  const outcomes = paired(drafts, ids).flatMap(([{ rows }, id]) =>
    rows.map((row) => ({ ...row, subjectId: id, trail: { institutionId: id } })),
  );
  const imported = importedOf(
    outcomes.sort((a, b) => a.row - b.row),
    findings,
  );
  return { ...imported, notes: notesOf(given) };
}

/** What a file does to an institution. It does not hold the rows of the file, because thousands take their room. */
interface Draft {
  planned: PlannedInstitution;
  rows: Outcome[];
}

type Outcome = Omit<ImportedRow, 'subjectId' | 'trail'>;

async function draftsOf(
  database: Database,
  content: Uint8Array,
  knownAt: Date,
  options: InstitutionImportOptions,
): Promise<{ drafts: Draft[]; findings: readonly Problem[]; given: string[] }> {
  const { progress = () => undefined } = options;
  const { rows, problems, notes } = readTable(content, INSTITUTION_COLUMNS, options.answers);
  progress(1, STEPS);
  const units = await UnitIndex.load(database);
  const today = dateInVietnam(knownAt);
  const { coded, given } = await withCodes(database, rows.map(readHead));
  const groups = await groupByInstitution(database, coded);
  const stored = await loadStored(
    database,
    groups.map(({ institutionId }) => institutionId).filter((id) => id > 0),
  );
  progress(2, STEPS);
  const drafts = groups.map((group): Draft => {
    const { heads, codes } = group;
    const [{ code, day, openedOn }, ...others] = heads;
    const known = stored.get(group.institutionId);
    for (const [earlier, head] of paired(heads.slice(0, -1), others))
      refuseContradictions(earlier, head);
    const statements = statementsOf(heads, { ...options, stored: known, units, today });
    const begin = code.from ?? day ?? openedOn ?? today;
    const [planned, changes] = plan(
      { code, begin, statements },
      codes.map(withoutRow),
      known,
      units,
    );
    refuseImpossible(heads, planned);
    if (options.mayKeep) refuseForeign(heads, planned, units, options.mayKeep);
    return { planned, rows: outcomesOf(group, planned, changes, units) };
  });
  const fresh = paired(drafts, groups).flatMap(([{ planned }, { heads }]) => {
    const [{ code, row }] = heads;
    return planned.stored ? [] : [{ code, periods: planned.periods, row }];
  });
  if (!options.acceptLikelyDuplicates)
    await askAboutLikeness(database, fresh, (row, column, reason) =>
      options.dryRun ? row.note(column, reason) : row.refuse(column, reason),
    );
  if (problems.length > 0)
    throw new ImportError(
      problems.sort((a, b) => a.row - b.row),
      notes,
    );
  return { drafts, findings: notes, given };
}

function withoutRow({ row: _row, ...code }: RowCode): Omit<RowCode, 'row'> {
  return code;
}

/** The reading, what is recorded, the plan, and the four steps of writing. */
const STEPS = 3 + WRITING_STEPS;

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

/** The outcome of each row about one institution. */
function outcomesOf(
  { heads, further, codes }: RowGroup,
  { stored, periods }: PlannedInstitution,
  changes: readonly FactChange[][],
  units: UnitIndex,
): Outcome[] {
  const outcomeOf = ({ row, code }: CodedHead, told: FactChange[], creates = false) => {
    const its = creates ? undefined : codes.find((each) => each.row === row);
    const columns = [
      ...told.map((change) => columnChange(change, units)),
      ...(its ? codeChanges(its) : []),
    ];
    const known = columns.length > 0 ? ImportOutcome.UPDATED : ImportOutcome.UNCHANGED;
    return {
      row: row.number,
      outcome: creates ? ImportOutcome.CREATED : known,
      subjectType: 'Institution',
      subject: `${code.system} ${code.code} ${periods.at(-1)?.name ?? ''}`.trim(),
      changes: columns,
    };
  };
  return [
    ...paired(heads, changes).map(([head, told], index) =>
      outcomeOf(head, told, !stored && index === 0),
    ),
    ...further.map((head) => outcomeOf(head, [])),
  ];
}

/** The code that a known institution gets, and the days of codes that change. */
function codeChanges({ code, added, changed }: RowCode): ImportedRow['changes'] {
  const replaced = code.replaces?.code ?? null;
  return [
    ...(added ? [{ column: 'code', before: replaced, after: code.code, since: code.from }] : []),
    ...(!added && changed.length > 0
      ? [{ column: 'code_from', before: null, after: code.from, corrected: true }]
      : []),
  ];
}

function notesOf(given: readonly string[]): string[] {
  if (given.length === 0) return [];
  const names = [...given.slice(0, 10), ...(given.length > 10 ? ['…'] : [])].join('; ');
  return [`${given.length} institution(s) without a code got one of the hub: ${names}`];
}

function columnChange(
  { attribute, before, after, from, corrected }: FactChange,
  units: UnitIndex,
): ImportedRow['changes'][number] {
  const text = (value: string | null) =>
    attribute === 'PLACE' && value !== null ? units.unit(Number(value)).code : value;
  const column = COLUMN_OF[attribute];
  if (!isDated(attribute)) return { column, before: text(before), after: text(after) };
  return { column, before: text(before), after: text(after), since: from, corrected };
}
