import { loadFrameworkFacts } from '../counts/facts.queries.js';
import { periodOn, type Observed, type ObservedInstitution } from '../counts/observe.js';
import { observedIn, type WantedCounts } from '../counts/progress-count.queries.js';
import { loadFramework, type FrameworkRow } from '../frameworks/framework.queries.js';
import { checkLimit } from '../graphql/page.js';
import { loadInstitution, type InstitutionRow } from '../institutions/institution.queries.js';
import { perRequest } from '../reads/loader.js';
import type { Context } from '../request/context.js';
import { loadRound } from '../rounds/round.queries.js';
import { required } from '../shared/required.js';
import { groupOf } from '../vocabulary/institution.enums.js';
import { assumedOf } from './assume.js';
import {
  distanceOf,
  needsOf,
  ranked,
  shortlist,
  type Distance,
  type PillarNeed,
} from './nearest.js';
import type { ProgressLineRow } from './progress-line.js';
import type { ProgressInputs } from './progress.queries.js';
import { loadUnmet, type UnmetCriterionRow } from './unmet.queries.js';

export interface PillarNeedRow extends PillarNeed {
  /** Null for viewers who may not see the answers, and when nothing is known about the pillar. */
  unmet: UnmetCriterionRow[] | null;
}

export interface NearestInstitutionRow {
  institution: InstitutionRow;
  rank: number;
  pillars: PillarNeedRow[];
  missingPoints: number;
  /** Null for viewers who may not see the answers. */
  unmetCriteria: number | null;
}

interface Candidate extends ObservedInstitution {
  approved: NonNullable<Observed['approved']>;
  period: NonNullable<Observed['period']>;
  frameworkId: number;
  needs: PillarNeed[];
  distance: Distance;
}

/**
 * The institutions of a line that are nearest to being counted as completed. Answers are read only
 * for institutions that may be listed and that the viewer may inspect.
 * @throws RequestError INVALID_PAGE.
 */
export async function loadNearest(
  context: Context,
  line: ProgressLineRow,
  first: number,
): Promise<NearestInstitutionRow[]> {
  checkLimit('first', first);
  const candidates = await candidatesOf(context, line);
  const shown = await Promise.all(
    shortlist(candidates, first).map((each) => withUnmet(context, line.inputs, each)),
  );
  // If the viewer sees only some of the answers, an order by them would reveal the others.
  const seesAll = shown.every(({ unmetCriteria }) => unmetCriteria !== null);
  const compared = shown.map((each) => ({
    ...each,
    distance: { ...each.distance, unmetCriteria: seesAll ? each.unmetCriteria : null },
  }));
  return ranked(compared, first);
}

/** The institutions of the line with a known distance above zero. */
async function candidatesOf(
  context: Context,
  { group, pillar, inputs }: ProgressLineRow,
): Promise<Candidate[]> {
  const assumed = assumedOf(inputs.assumptions);
  const all = await loadObserved(context, inputs);
  const reported = all.flatMap(({ facts, observed }) => {
    const { period, approved } = observed;
    return approved && period && groupOf(period.kind) === group
      ? [{ facts, observed, approved, period }]
      : [];
  });
  const frameworks = await frameworksOf(
    context,
    reported.map(({ approved }) => approved.roundId),
  );
  return reported.flatMap((each) => {
    const { facts, observed, approved } = each;
    const { id: frameworkId, thresholdPercent } = required(frameworks, approved.roundId);
    const about = assumed.get(facts.id) ?? new Map();
    const needs = needsOf(observed, about, pillar ?? 'ALL_FOUR', thresholdPercent);
    return needs ? [{ ...each, frameworkId, needs, distance: distanceOf(needs) }] : [];
  });
}

async function frameworksOf(
  context: Context,
  roundIds: readonly number[],
): Promise<Map<number, FrameworkRow>> {
  const found = await Promise.all(
    [...new Set(roundIds)].map(async (id) => {
      const { frameworkId } = await loadRound.required(context, id);
      return [id, await loadFramework.required(context, frameworkId)] as const;
    }),
  );
  return new Map(found);
}

/** All institutions in the unit as the report counts them, batched with the other reports. */
export async function loadObserved(
  context: Context,
  { request, unitIds }: ProgressInputs,
): Promise<ObservedInstitution[]> {
  const { asOf, knownAt } = request;
  return (await loadObservedIn(context, { unitIds, date: asOf, knownAt })) ?? [];
}

const loadObservedIn = perRequest(
  'observed institutions',
  async (context: Context, wanted: readonly WantedCounts[]) => {
    const frameworks = await loadFrameworkFacts(context);
    const found = await observedIn(context.database, wanted, frameworks);
    return new Map(wanted.map((each, index) => [each, found[index] ?? []]));
  },
);

async function withUnmet(
  context: Context,
  { request }: ProgressInputs,
  { facts, approved, period, frameworkId, needs, distance }: Candidate,
) {
  const { id: revisionId, referenceDate } = approved;
  // Scored by its kind on the reference date, unless a later correction says that it was not
  // operating.
  const { kind } = periodOn(facts, referenceDate, request.knownAt) ?? period;
  const institutionId = facts.id;
  const [institution, unmet] = await Promise.all([
    loadInstitution(context, institutionId, request.asOf, request.knownAt),
    loadUnmet(context, { institutionId, revisionId, frameworkId, kind }),
  ]);
  const pillars = needs.map((need): PillarNeedRow => ({
    ...need,
    unmet:
      need.stage === null
        ? null
        : (unmet?.filter(({ criterion }) => criterion.pillar === need.pillar) ?? null),
  }));
  return {
    institution: institution!,
    pillars,
    missingPoints: distance.missingPoints,
    unmetCriteria: unmet && pillars.reduce((sum, each) => sum + (each.unmet?.length ?? 0), 0),
    distance,
  };
}
