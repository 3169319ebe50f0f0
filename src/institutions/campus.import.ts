import { insertRowsForIds } from '../database/insert-rows.js';
import { databaseOf, type EntityManager } from '../database/orm.js';
import { ImportError, readTable } from '../shared/csv.js';
import { dateInVietnam } from '../shared/dates.js';
import { paired, required } from '../shared/required.js';
import type { RowAnswers } from '../shared/row-answers.js';
import { UnitIndex } from '../units/unit-index.queries.js';
import {
  changesBetween,
  importedOf,
  type Imported,
  type ImportedRow,
} from '../vocabulary/imported-row.js';
import {
  CAMPUS_COLUMNS,
  columnsOf,
  readCampus,
  refuseTakenCodes,
  type CampusDraft,
} from './campus-draft.js';
import { Campus } from './campus.entity.js';
import { campusesByCode } from './campus.queries.js';
import { campusCodes, heldCodes, lookupOf } from './code-holder.queries.js';

/**
 * Records the campuses of a CSV file; their institutions must be recorded already. Call it inside
 * `publish`.
 * @throws ImportError with every problem of the file.
 */
export async function importCampuses(
  em: EntityManager,
  content: Uint8Array,
  knownAt: Date,
  { answers }: { answers?: RowAnswers } = {},
): Promise<Imported> {
  const { rows, problems, notes } = readTable(content, CAMPUS_COLUMNS, answers);
  const database = databaseOf(em);
  const named = (column: string) => [...new Set(rows.flatMap((row) => row.optional(column) ?? []))];
  const codes = named('code');
  const reading = {
    lookup: await lookupOf(database, named('institution_code')),
    units: await UnitIndex.load(database),
    recorded: await campusesByCode(database, codes),
    today: dateInVietnam(knownAt),
  };
  const drafts = rows.flatMap((row) => readCampus(row, reading) ?? []);
  refuseTakenCodes(drafts, [
    ...(await heldCodes(database, codes)),
    ...(await campusCodes(database, codes)),
  ]);
  if (problems.length > 0) throw new ImportError(problems.sort((a, b) => a.row - b.row));
  return importedOf(await write(em, drafts, reading.units, knownAt), notes);
}

async function write(
  em: EntityManager,
  drafts: readonly CampusDraft[],
  units: UnitIndex,
  knownAt: Date,
): Promise<ImportedRow[]> {
  const outcomes = drafts.map((draft) => outcomeOf(draft, units));
  const changed = paired(drafts, outcomes).flatMap(([draft, { outcome }]) =>
    outcome === 'UNCHANGED' ? [] : [draft],
  );
  const outdated = changed.flatMap(({ stored }) => stored?.id ?? []);
  if (outdated.length > 0)
    await em.nativeUpdate(Campus, { id: { $in: outdated } }, { supersededAt: knownAt });
  const ids = await insertRowsForIds(
    em,
    Campus,
    changed.map(({ institution, system, code, name, unit, validFrom, validTo }) => ({
      institution: institution.institutionId,
      unit: unit.id,
      ...{ system, code, name, validFrom, validTo, recordedAt: knownAt, supersededAt: null },
    })),
  );
  const stored = drafts.flatMap((draft) =>
    draft.stored ? [[draft, draft.stored.id] as const] : [],
  );
  const idOf = new Map([...stored, ...paired(changed, ids)]);
  return paired(drafts, outcomes).map(([draft, outcome]) => ({
    ...outcome,
    subjectId: required(idOf, draft),
  }));
}

function outcomeOf(draft: CampusDraft, units: UnitIndex): Omit<ImportedRow, 'subjectId'> {
  const { row, institution, system, code, name, stored } = draft;
  const before = stored && {
    ...draft,
    ...{ name: stored.name, unit: units.unit(stored.unitId) },
    ...{ validFrom: stored.validFrom, validTo: stored.validTo },
  };
  return {
    row: row.number,
    ...changesBetween(before && columnsOf(before), columnsOf(draft)),
    subjectType: 'Campus',
    subject: `${system} ${code} ${name}`,
    trail: { institutionId: institution.institutionId },
  };
}
