import { insertRowsForIds } from '../database/insert-rows.js';
import { databaseOf, type EntityManager } from '../database/orm.js';
import { lookupOf } from '../institutions/code-holder.queries.js';
import { ImportError, readTable } from '../shared/csv.js';
import { paired, required } from '../shared/required.js';
import type { RowAnswers } from '../shared/row-answers.js';
import {
  changesBetween,
  importedOf,
  type Columns,
  type Imported,
  type ImportedRow,
} from '../vocabulary/imported-row.js';
import { InstitutionSuccession } from './institution-succession.entity.js';
import { recordedSuccessions } from './institution-succession.queries.js';
import {
  openAfterMerger,
  readDraft,
  refuseTwins,
  SUCCESSION_COLUMNS,
  type Draft,
} from './succession-draft.js';
import { refuseContradictions, refuseLongClosed } from './succession-refusals.js';

/**
 * Records the successions of a CSV file; its institutions must be recorded already. Call it inside
 * `publish`.
 * @throws ImportError with every problem of the file.
 */
export async function importInstitutionSuccessions(
  em: EntityManager,
  content: Uint8Array,
  knownAt: Date,
  { answers }: { answers?: RowAnswers } = {},
): Promise<Imported & { notes: string[] }> {
  const { rows, problems, notes } = readTable(content, SUCCESSION_COLUMNS, answers);
  const database = databaseOf(em);
  const codes = rows.flatMap((row) => [
    row.optional('predecessor_code') ?? [],
    row.optional('successor_code') ?? [],
  ]);
  const lookup = await lookupOf(database, codes.flat());
  const recorded = await recordedSuccessions(database);
  const drafts = rows.flatMap((row) => readDraft(row, lookup, recorded) ?? []);
  refuseTwins(drafts);
  refuseContradictions(drafts, recorded.values());
  refuseLongClosed(drafts);
  if (problems.length > 0) throw new ImportError(problems.sort((a, b) => a.row - b.row));
  const imported = importedOf(await write(em, drafts, knownAt), notes);
  return { ...imported, notes: openAfterMerger(drafts) };
}

async function write(
  em: EntityManager,
  drafts: readonly Draft[],
  knownAt: Date,
): Promise<ImportedRow[]> {
  const outcomes = drafts.map((draft) => outcomeOf(draft));
  const changed = paired(drafts, outcomes).flatMap(([draft, { outcome }]) =>
    outcome === 'UNCHANGED' ? [] : [draft],
  );
  const outdated = changed.flatMap(({ stored }) => stored?.id ?? []);
  if (outdated.length > 0)
    await em.nativeUpdate(
      InstitutionSuccession,
      { id: { $in: outdated } },
      { supersededAt: knownAt },
    );
  const ids = await insertRowsForIds(
    em,
    InstitutionSuccession,
    changed.map(({ predecessor, successor, kind, effectiveOn, legalDocument }) => ({
      predecessor: predecessor.institutionId,
      successor: successor.institutionId,
      ...{ kind, effectiveOn, legalDocument, recordedAt: knownAt, supersededAt: null },
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

function outcomeOf(draft: Draft): Omit<ImportedRow, 'subjectId'> {
  const { row, predecessor, successor, stored } = draft;
  return {
    row: row.number,
    ...changesBetween(stored && columnsOf(stored), columnsOf(draft)),
    subjectType: 'InstitutionSuccession',
    subject: `${predecessor.system} ${predecessor.code} ${predecessor.name} → ${successor.system} ${successor.code} ${successor.name}`,
    trail: { institutionId: predecessor.institutionId },
  };
}

function columnsOf({
  kind,
  effectiveOn,
  legalDocument,
}: Pick<Draft, 'kind' | 'effectiveOn' | 'legalDocument'>): Columns {
  return { kind, effective_on: effectiveOn, legal_document: legalDocument };
}
