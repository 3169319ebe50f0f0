import { mayOperate, mayPlan } from '../auth/policy.js';
import { forbidden, requireViewer } from '../auth/require-viewer.js';
import { change, refused, type Answer, type Done } from '../changes/change.service.js';
import { databaseOf, type Database } from '../database/orm.js';
import { notFound } from '../graphql/input-check.js';
import type { Refusal } from '../graphql/user-error.js';
import type { Context } from '../request/context.js';
import type { Problem } from '../shared/csv.js';
import { recordsByIds } from '../workforce-registry/record.queries.js';
import { maySee, rowsOf, runById, type ImportRunRow } from './import-run.queries.js';
import { undoImport } from './undo.service.js';

/** The graph returns at most this many obstacles, with their total number. */
const MOST_OBSTACLES = 1000;

interface UndoneRun {
  id: number;
}

/**
 * Undoes an import for an operator, or for the planner who made it.
 * @throws RequestError UNAUTHENTICATED, FORBIDDEN.
 */
export async function undoForViewer(
  context: Context,
  runId: number,
  input: { idempotencyKey?: string | null },
): Promise<Answer<UndoneRun> & { obstacles: readonly Problem[] }> {
  const viewer = requireViewer(context.viewer);
  let obstacles: readonly Problem[] = [];
  const request = { action: 'importUndo', input, publishes: true };
  const answer = await change(context, request, async (em): Promise<Done<UndoneRun>> => {
    const database = databaseOf(em);
    const run = await runById(database, runId);
    if (!run || !maySee(viewer, run)) return refused([notFound('id')]);
    if (!(await mayUndo(context, database, run))) throw forbidden();
    if (run.undoneAt !== null) return refused([alreadyUndone(run)]);
    const undone = await undoImport(em, run, viewer.name);
    obstacles = undone.obstacles;
    if (obstacles.length > 0) return refused([restedOn(obstacles.length)]);
    return { value: { id: run.id }, refusals: [], events: undone.events };
  });
  return { ...answer, obstacles: obstacles.slice(0, MOST_OBSTACLES) };
}

/** Planners undo what they imported, while they plan for all of it. */
export async function mayUndo(
  { viewer }: Pick<Context, 'viewer'>,
  database: Database,
  run: ImportRunRow,
): Promise<boolean> {
  if (mayOperate(viewer)) return true;
  if (run.kind !== 'WORKFORCE') return false;
  const ids = (await rowsOf(database, run.id)).map(({ subjectId }) => subjectId);
  const records = await recordsByIds(database, ids);
  return [...records.values()].every(({ unitPath }) => mayPlan(viewer, unitPath));
}

export function alreadyUndone({ undoneBy, undoneAt }: ImportRunRow): Refusal {
  const at = new Date(undoneAt!).toISOString();
  return {
    code: 'ALREADY_UNDONE',
    field: ['id'],
    text: {
      vi: `Lần nhập này đã được hoàn tác (${undoneBy}, ${at}).`,
      en: `The import was undone already (${undoneBy}, ${at}).`,
    },
  };
}

export function restedOn(obstacles: number): Refusal {
  return {
    code: 'IMPORT_RESTED_ON',
    field: ['id'],
    text: {
      vi: `Có ${obstacles} điều dựa vào lần nhập này, nên chưa có gì được hoàn tác.`,
      en: `${obstacles} thing(s) rest on this import, so nothing was undone.`,
    },
  };
}
