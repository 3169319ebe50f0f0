import type { Viewer } from './viewer.js';

/**
 * The present place of an institution, as far as rights depend on it; for a closed institution, its
 * last place. A path holds the row ids of its unit and of all units above.
 */
export interface Place {
  institutionId: number;
  kind: string;
  unitPath: readonly number[];
}

/** All accounts, roles and imports. */
export function mayOperate(viewer: Viewer | null): boolean {
  return holds(viewer, 'OPERATOR', () => true);
}

/** The plans, targets and rounds of a unit, and all reports under it. */
export function mayPlan(viewer: Viewer | null, unitPath: readonly number[]): boolean {
  return holds(viewer, 'PLANNER', (grant) => overlap(grant.unitIds, unitPath));
}

/** Changes the register of institutions: planners inside their units, operators everywhere. */
export function mayKeepRegister(viewer: Viewer | null, unitPath: readonly number[]): boolean {
  return mayOperate(viewer) || mayPlan(viewer, unitPath);
}

/** Keeps the accounts of schools: planners those of their units, operators all accounts. */
export function mayKeepAccounts(viewer: Viewer | null): boolean {
  return mayOperate(viewer) || plansSomewhere(viewer);
}

export function plansSomewhere(viewer: Viewer | null): boolean {
  return holds(viewer, 'PLANNER', () => true);
}

/** Sees and changes frameworks that are not published: planners of any unit, and operators. */
export function mayDraftFrameworks(viewer: Viewer | null): boolean {
  return plansSomewhere(viewer) || mayOperate(viewer);
}

/** Maintains a plan and its targets: planners for their unit, operators for the whole country. */
export function mayKeepPlan(viewer: Viewer | null, unitPath: readonly number[] | null): boolean {
  return unitPath === null ? mayOperate(viewer) : mayPlan(viewer, unitPath);
}

/** Decides on the reports of an institution, by a grant that holds today. */
export function mayReview(
  viewer: Viewer | null,
  { kind, unitPath }: Pick<Place, 'kind' | 'unitPath'>,
): boolean {
  return holds(
    viewer,
    'REVIEWER',
    (grant) =>
      overlap(grant.unitIds, unitPath) && (grant.kinds === null || grant.kinds.includes(kind)),
  );
}

/** Reports for an institution, and sees its drafts. */
export function mayReport(viewer: Viewer | null, institutionId: number): boolean {
  return holds(viewer, 'SCHOOL_ADMIN', (grant) => grant.institutionId === institutionId);
}

/** Brings in the form that an institution filled in: the institution, and planners for those that have no network. */
export function mayBringForm(viewer: Viewer | null, place: Place): boolean {
  return mayReport(viewer, place.institutionId) || mayPlan(viewer, place.unitPath);
}

/** Sees what an institution has submitted, with its evidence, decisions and remarks. */
export function mayInspect(viewer: Viewer | null, place: Place): boolean {
  return (
    mayReport(viewer, place.institutionId) ||
    mayReview(viewer, place) ||
    mayPlan(viewer, place.unitPath)
  );
}

/**
 * Sees what all institutions of some kinds in a unit have submitted, and so the figures of their
 * answers, however few they are.
 */
export function mayInspectAll(
  viewer: Viewer | null,
  unitPath: readonly number[],
  kinds: readonly string[],
): boolean {
  return (
    mayPlan(viewer, unitPath) ||
    (kinds.length > 0 && kinds.every((kind) => mayReview(viewer, { kind, unitPath })))
  );
}

type Grant = Viewer['grants'][number];

function holds(viewer: Viewer | null, role: string, where: (grant: Grant) => boolean): boolean {
  return viewer !== null && viewer.grants.some((grant) => grant.role === role && where(grant));
}

function overlap(some: readonly number[], others: readonly number[]): boolean {
  return some.some((each) => others.includes(each));
}
