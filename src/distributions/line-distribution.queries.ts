import { mayInspectAll } from '../auth/policy.js';
import { assumedOf, withAssumed } from '../progress/assume.js';
import { loadObserved } from '../progress/nearest.queries.js';
import type { ProgressLineRow } from '../progress/progress-line.js';
import type { Context } from '../request/context.js';
import { groupOf, kindsOf } from '../vocabulary/institution.enums.js';
import { distributionOf, type PointsDistributionRow, type Sight } from './distribution.js';
import { placeAmong, shownParts, type Piece } from './few-institutions.js';
import { binOf, percentOf, spreadOf } from './spread.js';

/** An institution that reported; its percentage is null where nothing with points applies to it. */
interface Reported {
  percent: number | null;
  completed: boolean;
}

/** How the points of the institutions of a line are spread; null where they have no common measure. */
export async function loadLineDistribution(
  context: Context,
  line: ProgressLineRow,
): Promise<PointsDistributionRow | null> {
  const { group, indicator, inputs } = line;
  if (indicator.parts !== null) return null;
  const assumed = assumedOf(inputs.assumptions);
  const states = (await loadObserved(context, inputs)).flatMap(({ facts, observed }) => {
    const { period } = observed;
    const state = observed.states.get(indicator.code);
    if (!state?.applies || !period || period.unitId === null) return [];
    if (groupOf(period.kind) !== group) return [];
    const then = withAssumed(observed, assumed.get(facts.id) ?? new Map());
    // An assumption says nothing about points.
    return [then.states.get(indicator.code) === state ? state : null];
  });
  const reported = states.flatMap((state) => {
    if (!state?.reported) return [];
    const { points, maxPoints, stage } = state.reported.result;
    const percent = maxPoints > 0 ? percentOf(points, maxPoints) : null;
    return [{ percent, completed: stage === 'COMPLETED' }];
  });
  const spread = spreadOf(
    reported.flatMap(({ percent }) => (percent === null ? [] : [{ percent, count: 1 }])),
  );
  const sight = sightOf(context, line);
  const shown = shownParts(piecesOf(reported, spread.quartiles));
  const beside = {
    institutions: spread.institutions,
    unknown: states.length - reported.length,
    withoutPoints: reported.length - spread.institutions,
  };
  return distributionOf(spread, beside, sight, sight === 'PROTECTED' ? shown : new Set());
}

/** Whoever does not see into the updates sees provinces by what is known now, with no assumptions. */
function sightOf({ viewer }: Context, { group, inputs }: ProgressLineRow): Sight {
  const { unit, request, assumptions } = inputs;
  if (mayInspectAll(viewer, unit.path, kindsOf(group))) return 'ALL';
  const isPlain =
    unit.kind === 'PROVINCE' &&
    request.knownAt === Infinity &&
    request.basis === 'AS_REPORTED' &&
    assumptions.length === 0;
  return isPlain ? 'PROTECTED' : 'NONE';
}

/** How many completed it is shown beside the points, so that the two must not tell of few together. */
function piecesOf(reported: readonly Reported[], quartiles: readonly number[] | null): Piece[] {
  return reported.map(({ percent, completed }) => ({
    count: 1,
    province: 0,
    keys: {
      ANSWERS: percent === null ? 'without points' : 'with points',
      POINTS: `${completed} ${percent === null ? '' : binOf(percent)}`,
      QUARTILES: percent === null ? '' : placeAmong(percent, quartiles),
    },
  }));
}
