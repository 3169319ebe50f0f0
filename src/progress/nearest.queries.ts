import type { ObservedInstitution } from '../counts/observe.js';
import { periodOn, type Moment, type PeriodFact, type RevisionFact } from '../counts/facts.js';
import { observedIn, type WantedCounts } from '../counts/progress-count.queries.js';
import { loadRules } from '../counts/rules.queries.js';
import { loadFramework, type FrameworkRow } from '../frameworks/framework.queries.js';
import { pillarRule } from '../frameworks/pillar-rule.js';
import { checkLimit } from '../graphql/page.js';
import { isPillar } from '../indicators/indicator.js';
import { loadInstitution, type InstitutionRow } from '../institutions/institution.queries.js';
import { perRequest } from '../reads/loader.js';
import type { Context } from '../request/context.js';
import { loadRound } from '../rounds/round.queries.js';
import { required } from '../shared/required.js';
import type { Pillar } from '../vocabulary/framework.enums.js';
import { groupOf } from '../vocabulary/institution.enums.js';
import { assumedOf } from './assume.js';
import {
  distanceOf,
  needsOf,
  ranked,
  shortlist,
  type Distance,
  type IndicatorNeed,
} from './nearest.js';
import type { ProgressLineRow } from './progress-line.js';
import type { ProgressInputs } from './progress.queries.js';
import { loadUnmet, type UnmetCriterionRow } from './unmet.queries.js';

export interface PillarNeedRow extends IndicatorNeed {
  pillar: Pillar;
  /** Null for viewers who may not see the answers, and when nothing is known about the pillar. */
  unmet: UnmetCriterionRow[] | null;
}

export interface NearestInstitutionRow {
  institution: InstitutionRow;
  rank: number;
  pillars: PillarNeedRow[];
  indicators: IndicatorNeed[];
  missingPoints: number;
  /** Null for viewers who may not see the answers. */
  unmetCriteria: number | null;
}

interface Candidate extends ObservedInstitution {
  period: PeriodFact;
  needs: IndicatorNeed[];
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
  { group, indicator, inputs }: ProgressLineRow,
): Promise<Candidate[]> {
  const assumed = assumedOf(inputs.assumptions);
  const all = (await loadObserved(context, inputs)).flatMap(({ facts, observed }) => {
    const { period } = observed;
    return period && groupOf(period.kind) === group ? [{ facts, observed, period }] : [];
  });
  const deciding = all.flatMap(({ observed: { states } }) =>
    indicator.decided.flatMap((code) => states.get(code)?.reported?.revision.roundId ?? []),
  );
  const frameworks = await frameworksOf(context, deciding);
  return all.flatMap((each) => {
    const about = assumed.get(each.facts.id) ?? new Map();
    const needs = needsOf(each.observed, about, indicator, ({ roundId }, code) => {
      const asked = required(frameworks, roundId).map((each) => pillarRule(each.definition, code));
      return asked.find((rule) => rule !== null)?.percent ?? null;
    });
    return needs ? [{ ...each, needs, distance: distanceOf(needs) }] : [];
  });
}

async function frameworksOf(
  context: Context,
  roundIds: readonly number[],
): Promise<Map<number, FrameworkRow[]>> {
  const found = await Promise.all(
    [...new Set(roundIds)].map(async (id) => {
      const { frameworkIds } = await loadRound.required(context, id);
      const asked = frameworkIds.map((each) => loadFramework.required(context, each));
      return [id, await Promise.all(asked)] as const;
    }),
  );
  return new Map(found);
}

/** All institutions in the unit that the report counts, as it does, batched with the other reports. */
export async function loadObserved(
  context: Context,
  { request, unitIds, only }: ProgressInputs,
): Promise<ObservedInstitution[]> {
  const { asOf, knownAt } = request;
  const all = (await loadObservedIn(context, { unitIds, date: asOf, knownAt })) ?? [];
  return all.filter(
    ({ observed: { period } }) => !only || (period?.segment && only(period.segment)),
  );
}

const loadObservedIn = perRequest(
  'observed institutions',
  async (context: Context, wanted: readonly WantedCounts[]) => {
    const found = await observedIn(context.database, wanted, await loadRules(context));
    return new Map(wanted.map((each, index) => [each, found[index] ?? []]));
  },
);

async function withUnmet(context: Context, { request }: ProgressInputs, candidate: Candidate) {
  const { facts, needs, distance } = candidate;
  const [institution, pillars] = await Promise.all([
    loadInstitution(context, facts.id, request.asOf, request.knownAt),
    Promise.all(
      needs.flatMap((need) => {
        const { indicator: pillar } = need;
        if (!isPillar(pillar)) return [];
        return unmetIn(context, candidate, pillar, need.revision, request.knownAt).then(
          (unmet): PillarNeedRow => ({ ...need, pillar, unmet }),
        );
      }),
    ),
  ]);
  const known = pillars.filter(({ revision }) => revision !== null);
  const seesAll = known.every(({ unmet }) => unmet !== null);
  return {
    institution: institution!,
    pillars,
    indicators: needs,
    missingPoints: distance.missingPoints,
    unmetCriteria: seesAll ? known.reduce((sum, { unmet }) => sum + (unmet?.length ?? 0), 0) : null,
    distance,
  };
}

/** The required criteria of a pillar that its revision does not meet; null without one. */
async function unmetIn(
  context: Context,
  { facts, period }: Candidate,
  pillar: Pillar,
  revision: RevisionFact | null,
  knownAt: Moment,
): Promise<UnmetCriterionRow[] | null> {
  if (!revision) return null;
  // Scored by its kind on the reference date, unless a later correction says that it was not
  // operating.
  const { kind } = periodOn(facts, revision.referenceDate, knownAt) ?? period;
  const frameworks = await frameworksOf(context, [revision.roundId]);
  const deciding = required(frameworks, revision.roundId).find(
    ({ definition }) => pillarRule(definition, pillar) !== null,
  );
  if (!deciding) return null;
  const update = { institutionId: facts.id, revisionId: revision.id, framework: deciding, kind };
  return loadUnmet(context, update, pillar);
}
