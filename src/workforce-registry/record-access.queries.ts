import { mayPlan } from '../auth/policy.js';
import { perRequest } from '../reads/loader.js';
import type { Context } from '../request/context.js';
import { required } from '../shared/required.js';
import { hiddenOf, protect, type CountedRow, type ShownCount } from './protection.js';
import {
  countedByIds,
  protectionOf,
  recordsByIds,
  versionsOf,
  type RecordRow,
} from './record.queries.js';
import type { Quantity } from './workforce.enums.js';

const loadAnyRecord = perRequest('workforce record', ({ database }, ids: readonly number[]) =>
  recordsByIds(database, ids),
);

/** One record, batched; a removed one only for planners of its unit. */
export async function loadRecord(context: Context, id: number): Promise<RecordRow | null> {
  const row = await loadAnyRecord(context, id);
  return row && row.removed && !mayPlan(context.viewer, row.unitPath) ? null : row;
}

const loadAllVersions = perRequest('workforce versions', ({ database }, ids: readonly number[]) =>
  versionsOf(database, ids),
);

/** All versions of a record, oldest first; null for viewers who do not plan for the unit. */
export async function loadVersions(
  context: Context,
  { id, unitPath }: RecordRow,
): Promise<RecordRow[] | null> {
  if (!mayPlan(context.viewer, unitPath)) return null;
  return loadAllVersions(context, id);
}

const loadShownCounts = perRequest(
  'workforce counts',
  async ({ database, viewer, smallCount }: Context, ids: readonly number[]) => {
    const rows = await countedByIds(database, ids);
    const seesAll = ({ unitPath }: RecordRow) => mayPlan(viewer, unitPath);
    const guarded = rows.filter((row) => !seesAll(row));
    const protection = await protectionOf(database, guarded, smallCount);
    return protect(rows, protection, seesAll);
  },
);

/**
 * The counts of a version as the viewer may see them. Counts reach the graph only through this
 * function.
 */
export async function loadCounts(context: Context, versionId: number): Promise<ShownCount[]> {
  return (await loadShownCounts(context, versionId)) ?? [];
}

/** Whether each count of these versions is hidden from the public. */
export async function hidingFrom(
  context: Context,
  rows: readonly CountedRow[],
): Promise<(versionId: number, quantity: Quantity) => boolean> {
  const protection = await protectionOf(context.database, rows, context.smallCount);
  const hidden = new Map(rows.map((row) => [row.versionId, hiddenOf(row, protection)]));
  return (versionId, quantity) => required(hidden, versionId).has(quantity);
}
