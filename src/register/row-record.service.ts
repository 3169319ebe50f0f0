import { mayKeepRegister } from '../auth/policy.js';
import { forbidden, requireViewer } from '../auth/require-viewer.js';
import { refused, type Done } from '../changes/change.service.js';
import { eventOf, recordImport } from '../changes/import-run.service.js';
import { readRules } from '../counts/rules.queries.js';
import { databaseOf, type EntityManager } from '../database/orm.js';
import type { Refusal } from '../graphql/user-error.js';
import { placesOf } from '../institutions/institution-place.queries.js';
import type { Context } from '../request/context.js';
import { ImportError } from '../shared/csv.js';
import type { LocalDate } from '../shared/dates.js';
import { firstOf } from '../shared/required.js';
import { unitsByIds } from '../units/unit.queries.js';
import type {
  ColumnChange,
  Imported,
  ImportedRow,
  ImportKind,
} from '../vocabulary/imported-row.js';
import { versionsOf } from './institution-version.queries.js';
import { refusalOf } from './one-row.js';
import {
  changedFigures,
  figuresOf,
  roundsCalling,
  targetsConcerned,
  type FigureChange,
} from './register-effect.queries.js';

/** What a change in the register did or would do; plain data. */
export interface RegisterEffect {
  preview: boolean;
  changes: (ColumnChange & { corrected: boolean })[];
  asOf: LocalDate;
  figures: FigureChange[];
  /** Row ids of the rounds, and of the targets. */
  joined: number[];
  left: number[];
  targets: number[];
}

export interface RegisterChange extends RegisterEffect {
  /** The row id; null in the preview of a new institution. */
  id: number | null;
}

interface RecordRequest {
  kind: ImportKind;
  input: { reason: string; preview: boolean };
  /** The institution that the row has to be about; null for a new one. */
  institutionId: number | null;
  /** The units in which it is, was or will be, by row id. */
  unitIds: readonly number[];
  /** The day of the change; null when it has none. */
  day: LocalDate | null;
  /** Refuses what the row came to, though it could be recorded. */
  unfit?: (row: ImportedRow) => Refusal[];
}

/**
 * Records one row as the import of a file does, and tells its effect. It is kept as an import, so that
 * it can be undone, and undoing one before it finds it. Of a preview nothing is committed, because it
 * has no events.
 */
export async function recordRow(
  em: EntityManager,
  context: Context,
  request: RecordRequest,
  write: () => Promise<Imported>,
): Promise<Done<RegisterChange>> {
  const { input, institutionId, day } = request;
  const database = databaseOf(em);
  const { today } = context;
  const asOf = day !== null && day > today ? day : today;
  const units = await pathsOf(em, request.unitIds);
  const rules = await readRules(database);
  const figuresBefore = await figuresOf(database, units, asOf, rules);
  const calledBefore = institutionId ? await roundsCalling(database, institutionId, today) : [];
  const imported = await imports(write);
  if ('refusals' in imported) return refused(imported.refusals);
  const row = firstOf([...imported.rows]);
  const unfit = request.unfit?.(row) ?? [];
  if (unfit.length > 0) return refused(unfit);
  const id = institutionId ?? row.subjectId;
  const place = (await placesOf(database, [id], today)).get(id);
  // A move leads to a unit that somebody else may keep.
  if (!mayKeepRegister(context.viewer, place?.unitPath ?? [])) throw forbidden();
  const figures = changedFigures(figuresBefore, await figuresOf(database, units, asOf, rules));
  const calledAfter = await roundsCalling(database, id, today);
  const value = {
    id: input.preview ? institutionId : id,
    preview: input.preview,
    changes: row.changes.map((change) => ({ corrected: false, ...change })),
    ...{ asOf, figures, targets: await targetsConcerned(database, figures) },
    joined: calledAfter.filter((round) => !calledBefore.includes(round)),
    left: calledBefore.filter((round) => !calledAfter.includes(round)),
  };
  const events =
    imported.changed && !input.preview
      ? await eventsOf(em, context, request, imported, { id, unitId: place?.unitId ?? null })
      : [];
  return { value, refusals: [], events };
}

async function imports(
  write: () => Promise<Imported>,
): Promise<Imported | { refusals: readonly Refusal[] }> {
  try {
    return await write();
  } catch (error) {
    if (!(error instanceof ImportError)) throw error;
    return { refusals: error.problems.map(refusalOf) };
  }
}

/** The units with all units above them, from the top. */
async function pathsOf(em: EntityManager, unitIds: readonly number[]): Promise<number[]> {
  const units = await unitsByIds(databaseOf(em), [...new Set(unitIds)]);
  return [...new Set([...units.values()].flatMap(({ path }) => path))].sort((a, b) => a - b);
}

/** The entry of the trail says why, and the version that came of it. */
async function eventsOf(
  em: EntityManager,
  context: Context,
  { kind, input }: RecordRequest,
  imported: Imported,
  { id: institutionId, unitId }: { id: number; unitId: number | null },
) {
  const database = databaseOf(em);
  const { accountId, name } = requireViewer(context.viewer);
  const author = { accountId, name, address: context.address };
  await recordImport(em, { kind, file: null, author }, imported);
  const version = (await versionsOf(database, [institutionId])).get(institutionId) ?? null;
  return [...imported.rows]
    .filter(({ outcome }) => outcome !== 'UNCHANGED')
    .map((row) => ({
      ...eventOf(row, { reason: input.reason.trim(), ...sinceWhen(row) }),
      ...(row.subjectType === 'Institution' && { subjectVersion: version }),
      institutionId,
      unitId,
    }));
}

/** The day with which something new begins; nothing for corrections, and for what has no days. */
function sinceWhen({ outcome, changes }: ImportedRow): { from?: LocalDate } {
  const since = changes.find((each) => each.since && !each.corrected)?.since;
  return outcome === 'UPDATED' && since ? { from: since } : {};
}
