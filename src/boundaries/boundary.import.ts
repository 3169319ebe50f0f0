import { createHash } from 'node:crypto';
import { COMMAND_LINE, trailOf } from '../changes/change.service.js';
import { recordCommand } from '../changes/command.service.js';
import { eventOf } from '../changes/import-run.service.js';
import { insertRowsForIds } from '../database/insert-rows.js';
import { databaseOf, type EntityManager } from '../database/orm.js';
import type { PublicationState } from '../database/publish.js';
import { ImportError } from '../shared/csv.js';
import type { LocalDate } from '../shared/dates.js';
import { paired, required } from '../shared/required.js';
import { UnitIndex } from '../units/unit-index.queries.js';
import {
  changesBetween,
  importedOf,
  type Columns,
  type Imported,
  type ImportedRow,
} from '../vocabulary/imported-row.js';
import { draftsOf, type BoundaryChoices, type BoundaryDraft } from './boundary-draft.js';
import { featuresIn } from './boundary-file.js';
import type { Polygons } from './polygons.js';
import { positionCount, simplified } from './simplified.js';
import { UnitBoundary } from './unit-boundary.entity.js';

export interface BoundariesImported extends Imported {
  /** How many positions the file has, how many are kept, and in how many bytes of GeoJSON. */
  size: { read: number; kept: number; bytes: number };
}

interface Recorded {
  id: number;
  source: string;
  licence: string;
  polygons: Polygons;
}

/**
 * Records the shapes of units from a file of GeoJSON or TopoJSON, in the detail that a screen shows, with an
 * entry of the trail for each. A unit that has a shape since the same day gets the new one in its place. Call
 * it inside `publish`.
 * @throws ImportError with every problem of the file.
 */
export async function importBoundaries(
  em: EntityManager,
  file: { name: string; content: Uint8Array },
  choices: BoundaryChoices,
  state: PublicationState,
): Promise<BoundariesImported> {
  const database = databaseOf(em);
  const features = featuresIn(file.content, choices.layer);
  const { drafts, problems } = draftsOf(features, await UnitIndex.load(database), choices);
  if (problems.length > 0) throw new ImportError(problems);
  const kept = simplified(drafts.map(({ unit, polygons }) => ({ above: unit.parentId, polygons })));
  const shapes = paired(drafts, kept).map(([draft, polygons]) => ({ ...draft, polygons }));
  const rows = await write(em, shapes, choices, state.publishedAt);
  const imported = importedOf(rows, []);
  if (imported.changed) await tell(em, file.name, rows, imported, choices, state);
  return {
    ...imported,
    size: {
      read: countOf(drafts),
      kept: countOf(shapes),
      bytes: Buffer.byteLength(JSON.stringify(kept)),
    },
  };
}

function countOf(drafts: readonly BoundaryDraft[]): number {
  return drafts.reduce((count, { polygons }) => count + positionCount(polygons), 0);
}

async function write(
  em: EntityManager,
  drafts: readonly BoundaryDraft[],
  { source, licence, from }: BoundaryChoices,
  importedAt: Date,
): Promise<ImportedRow[]> {
  const recorded = await recordedSince(em, drafts, from);
  const isNew = ({ unit }: BoundaryDraft) => !recorded.has(unit.id);
  const fresh = drafts.filter(isNew);
  const ids = await insertRowsForIds(
    em,
    UnitBoundary,
    fresh.map(({ unit, polygons }) => ({
      ...{ unit: unit.id, validFrom: from, polygons, source, licence, importedAt },
    })),
  );
  const idOf = new Map(paired(fresh, ids).map(([{ unit }, id]) => [unit.id, id]));
  const rows = drafts.map((draft) => {
    const before = recorded.get(draft.unit.id) ?? null;
    const id = before?.id ?? required(idOf, draft.unit.id);
    return rowOf(draft, id, from, before, { source, licence, polygons: draft.polygons });
  });
  for (const [{ polygons }, { outcome, subjectId }] of paired(drafts, rows))
    if (outcome === 'UPDATED')
      await em.nativeUpdate(
        UnitBoundary,
        { id: subjectId },
        { polygons, source, licence, importedAt },
      );
  return rows;
}

async function recordedSince(
  em: EntityManager,
  drafts: readonly BoundaryDraft[],
  from: LocalDate,
): Promise<Map<number, Recorded>> {
  const rows = await databaseOf(em)
    .selectFrom('unit_boundary')
    .select(['id', 'unit_id as unitId', 'source', 'licence', 'polygons'])
    .where('valid_from', '=', from)
    .where('unit_id', 'in', [0, ...drafts.map(({ unit }) => unit.id)])
    .execute();
  return new Map(rows.map(({ unitId, ...row }) => [unitId, row]));
}

function rowOf(
  { row, unit }: BoundaryDraft,
  id: number,
  from: LocalDate,
  before: Recorded | null,
  after: Omit<Recorded, 'id'>,
): ImportedRow {
  const columnsOf = ({ source, licence, polygons }: Omit<Recorded, 'id'>): Columns => ({
    ...{ valid_from: from, source, licence, shape: shapeText(polygons) },
  });
  return {
    row,
    ...changesBetween(before && columnsOf(before), columnsOf(after)),
    subjectType: 'UnitBoundary',
    subjectId: id,
    subject: `${unit.kind} ${unit.code} ${unit.name}`,
    trail: { unitId: unit.id },
  };
}

/** Two shapes with one text are one. */
function shapeText(polygons: Polygons): string {
  const digest = createHash('sha256').update(JSON.stringify(polygons)).digest('hex');
  return `${polygons.length} polygon(s), ${positionCount(polygons)} positions, ${digest.slice(0, 12)}`;
}

async function tell(
  em: EntityManager,
  file: string,
  rows: readonly ImportedRow[],
  { created, updated, unchanged }: Imported,
  { source, licence, from }: BoundaryChoices,
  state: PublicationState,
): Promise<void> {
  const events = rows
    .filter(({ outcome }) => outcome !== 'UNCHANGED')
    .map((row) => eventOf(row, { file, feature: row.row }));
  const trail = trailOf(COMMAND_LINE, 'import boundaries', events, state.publishedAt);
  await trail.execute(databaseOf(em));
  const told = { file, source, licence, from, created, updated, unchanged };
  await recordCommand(em, 'import boundaries', state, told);
}
