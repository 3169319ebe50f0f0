import { changeAfter, refused, type Answer, type Done } from '../changes/change.service.js';
import { conflictWith } from '../changes/conflict.queries.js';
import { mayInspect } from '../auth/policy.js';
import { forbidden, requireViewer } from '../auth/require-viewer.js';
import type { Context } from '../request/context.js';
import { databaseOf, type Database, type EntityManager } from '../database/orm.js';
import { notFound } from '../graphql/input-check.js';
import type { Refusal } from '../graphql/user-error.js';
import { outOfTurn, type Action } from './workflow.js';
import { workOfUpdate, workToClose, type BegunWork } from './work.queries.js';
import { claimedRefusal, mayAct, standingOf } from './work.js';

export interface ChangedUpdate {
  id: number;
}

export interface UpdateRequest {
  mutation: string;
  action: Action;
  /** The row id; null for a malformed id. */
  updateId: number | null;
  version: number;
  input: { idempotencyKey?: string | null };
}

/** An update on which the viewer may act now, or why they may not. */
export type Admitted = { work: BegunWork; refusal: null } | { work: null; refusal: Refusal };

/**
 * Runs one action on one update after checking that it exists, is allowed, has the right version,
 * and is in turn.
 * @throws RequestError UNAUTHENTICATED, or FORBIDDEN for an update that is public but not the
 * viewer's.
 */
export function changeUpdate(
  context: Context,
  request: UpdateRequest,
  act: (em: EntityManager, work: BegunWork, at: Date) => Promise<Done<ChangedUpdate>>,
): Promise<Answer<ChangedUpdate>> {
  requireViewer(context.viewer);
  const { mutation, action, updateId, version, input } = request;
  // Answers and evidence arrive in parallel; nothing may be added to what is being submitted.
  const read = action === 'submit' ? workToClose : workOfUpdate;
  const asked = { action: mutation, input, publishes: true };
  return changeAfter(context, asked, read(updateId ?? 0, context.today), async (em, at, found) => {
    const { work, refusal } = await admit(context, databaseOf(em), action, found, version);
    return work ? act(em, work, at) : refused([refusal]);
  });
}

/**
 * Whether this viewer can take the action on the update now. Nobody decides on what another has claimed.
 * @throws RequestError FORBIDDEN for an update that is public but not the viewer's.
 */
export async function admit(
  context: Context,
  database: Database,
  action: Action,
  found: BegunWork | undefined,
  version: number,
): Promise<Admitted> {
  const admitted = await admitDespiteClaims(context, database, action, found, version);
  const refusal = admitted.work && claimedRefusal(action, admitted.work, context);
  return refusal ? { work: null, refusal } : admitted;
}

/** The same, whoever has claimed the review of the update. */
export async function admitDespiteClaims(
  context: Context,
  database: Database,
  action: Action,
  work: BegunWork | undefined,
  version: number,
): Promise<Admitted> {
  const { viewer, today } = context;
  if (!work || !(work.approved || mayInspect(viewer, work.place)))
    return { work: null, refusal: notFound('id') };
  if (!mayAct(action, viewer, work.place)) throw forbidden();
  const subject = { subjectType: 'StatusUpdate', subjectId: work.updateId };
  const refusal =
    work.version === version
      ? outOfTurn(action, standingOf(work, viewer, today))
      : await conflictWith(database, { ...subject, present: work.version, seen: version });
  return refusal ? { work: null, refusal } : { work, refusal };
}
