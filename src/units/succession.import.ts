import { databaseOf, type EntityManager } from '../database/orm.js';
import { insertRowsForIds } from '../database/insert-rows.js';
import { ImportError, readTable, type Problem } from '../shared/csv.js';
import { paired, required } from '../shared/required.js';
import type { RowAnswers } from '../shared/row-answers.js';
import type { Text } from '../shared/text.js';
import {
  changesBetween,
  importedOf,
  type Imported,
  type ImportedRow,
} from '../vocabulary/imported-row.js';
import {
  columnsOf,
  isPlaced,
  pairKey,
  readDraft,
  refuseContradictions,
  SUCCESSION_COLUMNS,
  type Placed,
  type Stored,
} from './succession-draft.js';
import { refuseCrossings } from './succession-crossing.js';
import { UnitIndex } from './unit-index.queries.js';
import { UnitSuccession } from './unit-succession.entity.js';

export interface SuccessionsRecorded extends Imported {
  /** The units that got a successor, or another extent of one. */
  succeeded: number[];
  /** The units that took another one over whole, or no longer do. */
  takers: number[];
  /** The successions across provinces that were accepted. */
  crossings: Text[];
}

/**
 * Records the successions of a CSV file; its units must be recorded already. Call it inside
 * `publish`.
 * @param options.acceptCrossing takes successors outside of what took over a unit above.
 * @throws ImportError with every problem of the file.
 */
export async function importSuccessions(
  em: EntityManager,
  content: Uint8Array,
  {
    report = () => undefined,
    acceptCrossing = false,
    answers,
  }: {
    report?: (done: number, total: number) => void;
    acceptCrossing?: boolean;
    answers?: RowAnswers;
  } = {},
): Promise<SuccessionsRecorded> {
  const { rows, problems, notes } = readTable(content, SUCCESSION_COLUMNS, answers);
  const units = await UnitIndex.load(databaseOf(em));
  const stored = await storedSuccessions(em);
  const drafts = rows.map((row) => readDraft(row, units, stored));
  refuseContradictions(drafts, [...stored.values()]);
  const crossings = refuseCrossings(drafts, [...stored.values()], units, acceptCrossing);
  if (problems.length > 0) throw new ImportError(problems.sort((a, b) => a.row - b.row));
  return { ...(await write(em, drafts.filter(isPlaced), notes, report)), crossings };
}

async function storedSuccessions(em: EntityManager): Promise<Map<string, Stored>> {
  const rows: Stored[] = await databaseOf(em)
    .selectFrom('unit_succession')
    .select([
      'id',
      'predecessor_id as predecessorId',
      'successor_id as successorId',
      'effective_on as effectiveOn',
      'extent',
      'legal_document as legalDocument',
    ])
    .execute();
  return new Map(rows.map((row) => [pairKey(row.predecessorId, row.successorId), row]));
}

async function write(
  em: EntityManager,
  drafts: readonly Placed[],
  findings: readonly Problem[],
  report: (done: number, total: number) => void,
): Promise<Omit<SuccessionsRecorded, 'crossings'>> {
  const fresh = drafts.filter(({ stored }) => stored === null);
  const ids = await insertRowsForIds(
    em,
    UnitSuccession,
    fresh.map(({ predecessor, successor, effectiveOn, extent, legalDocument }) => ({
      predecessor: predecessor.id,
      successor: successor.id,
      ...{ effectiveOn, extent, legalDocument },
    })),
  );
  const freshIds = new Map(paired(fresh, ids));
  const rows = drafts.map((draft) =>
    importedRow(draft, draft.stored?.id ?? required(freshIds, draft)),
  );
  const changed = paired(drafts, rows).flatMap(([draft, { outcome }]) =>
    outcome === 'UNCHANGED' ? [] : [draft],
  );
  for (const { stored, extent, legalDocument } of changed)
    if (stored) await em.nativeUpdate(UnitSuccession, { id: stored.id }, { extent, legalDocument });
  report(drafts.length, drafts.length);
  return {
    ...importedOf(rows, findings),
    succeeded: [...new Set(changed.map(({ predecessor }) => predecessor.id))],
    takers: changed.flatMap(({ successor, extent, stored }) =>
      [extent, stored?.extent].includes('WHOLE') ? [successor.id] : [],
    ),
  };
}

function importedRow(draft: Placed, id: number): ImportedRow {
  const { row, predecessor, successor, effectiveOn, stored } = draft;
  const identity = {
    kind: predecessor.kind,
    predecessor_code: predecessor.code,
    successor_code: successor.code,
    effective_on: effectiveOn,
  };
  return {
    row: row.number,
    ...changesBetween(stored && { ...identity, ...columnsOf(stored) }, {
      ...identity,
      ...columnsOf(draft),
    }),
    subjectType: 'UnitSuccession',
    subjectId: id,
    subject: `${predecessor.kind} ${predecessor.code} ${predecessor.name} → ${successor.code} ${successor.name}`,
  };
}
