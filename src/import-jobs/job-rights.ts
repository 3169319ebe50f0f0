import { mayOperate, mayPlan, plansSomewhere } from '../auth/policy.js';
import type { Viewer } from '../auth/viewer.js';
import type { ImportKind } from '../vocabulary/imported-row.js';

/** What planners bring as well, for their own units. */
const OF_PLANNERS: readonly ImportKind[] = ['INSTITUTIONS', 'WORKFORCE'];

/** Whether the viewer may bring files of a kind. */
export function mayBring(viewer: Viewer | null, kind: ImportKind): boolean {
  return mayOperate(viewer) || (OF_PLANNERS.includes(kind) && plansSomewhere(viewer));
}

/** Whether the rows of a viewer may be about a unit; counts are recorded by planners alone. */
export function mayBringFor(viewer: Viewer | null): (unit: { path: readonly number[] }) => boolean {
  return ({ path }) => mayOperate(viewer) || mayPlan(viewer, path);
}
