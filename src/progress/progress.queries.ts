import type { Cell } from '../counts/count.js';
import type { Moment } from '../counts/facts.js';
import { countsOn, type WantedCounts } from '../counts/progress-count.queries.js';
import { loadRules } from '../counts/rules.queries.js';
import type { Rules } from '../counts/rules.js';
import { loadTargetsKnown } from '../plans/plan-history.queries.js';
import type { TargetRow } from '../plans/plan.queries.js';
import { perRequest } from '../reads/loader.js';
import type { Context } from '../request/context.js';
import {
  loadRound,
  loadRoundsReaching,
  type RecordedRound,
  type RoundRow,
} from '../rounds/round.queries.js';
import { roundsKnownAt } from '../rounds/rounds-known.js';
import type { LocalDate } from '../shared/dates.js';
import { paired, required } from '../shared/required.js';
import { loadLineage, type Lineage } from '../units/lineage.queries.js';
import { loadUnit, type UnitRow } from '../units/unit.queries.js';
import type { BoundaryBasis } from '../vocabulary/unit.enums.js';
import type { AssumptionRow } from './assume.js';
import { unsettledIn } from './unsettled.queries.js';

/**
 * The parts of a report that cost statements of their own; a part that is left out may be empty.
 */
export interface ReportParts {
  standings: boolean;
  rounds: boolean;
  warnings: boolean;
}

export const WHOLE_REPORT: ReportParts = { standings: true, rounds: true, warnings: true };

/** A request for the progress of a unit; `knownAt` is Infinity for all that is known. */
export interface ProgressRequest {
  unitId: number;
  asOf: LocalDate;
  knownAt: Moment;
  basis: BoundaryBasis;
  /** The codes of the indicators to count, in the order of the rules. */
  indicators: readonly string[];
  parts: ReportParts;
}

export interface ProgressInputs {
  request: ProgressRequest;
  unit: UnitRow;
  /** The unit, and the predecessors that the basis adds. */
  unitIds: readonly number[];
  counts: Cell[];
  /** The dates of rounds that called institutions of the unit, up to the date, with counts. */
  history: { date: LocalDate; counts: Cell[] }[];
  rounds: RoundRow[];
  /** The rounds of the counted updates, whichever unit called them. */
  countedRounds: ReadonlyMap<number, CountedRound>;
  targets: TargetRow[];
  rules: Rules;
  partPredecessors: { unit: UnitRow; effectiveOn: LocalDate }[];
  /** Institutions of a group that are or may be in the unit and whose commune is not known. */
  unsettled: number;
  /** The assumptions in the counts on the date; empty in a real report. */
  assumptions: readonly AssumptionRow[];
  /** Whether institutions of a segment are counted; left out where all are. */
  only?: (segment: string) => boolean;
}

export interface CountedRound {
  id: number;
  frameworkIds: readonly number[];
  referenceDate: LocalDate;
  illustrative: boolean;
}

/** What is read of all units that are asked for, whatever is counted. */
interface UnitFacts {
  units: ReadonlyMap<number, UnitRow>;
  rules: Rules;
  /** These in the order of the requests; undefined where there is nothing, or nobody asks. */
  lineages: readonly (Lineage | undefined)[];
  rounds: readonly (RecordedRound[] | undefined)[];
  targets: readonly (TargetRow[] | undefined)[];
}

/** What has to be counted for one request. */
interface Plan {
  request: ProgressRequest;
  unit: UnitRow;
  unitIds: readonly number[];
  parts: Lineage['parts'];
  rounds: RoundRow[];
  now: WantedCounts;
  /** The dates of earlier rounds; what is wanted is null where nobody asks for the trend. */
  past: { date: LocalDate; wanted: WantedCounts | null }[];
}

/** What the report of a request is made of; what requests ask for together is read together. */
export async function loadProgress(
  context: Context,
  request: ProgressRequest,
): Promise<ProgressInputs> {
  return loadInputs.required(context, request);
}

const loadInputs = perRequest(
  'progress',
  async (context: Context, requests: readonly ProgressRequest[]) => {
    const inputs = await loadProgressInputs(context, requests);
    return new Map(paired(requests, inputs));
  },
);

/**
 * Answers all requests of one batch with a fixed number of statements. Facts that only a publication
 * changes come from memory.
 */
export async function loadProgressInputs(
  context: Context,
  requests: readonly ProgressRequest[],
): Promise<ProgressInputs[]> {
  const { database } = context;
  const asked = partsOf(requests);
  const facts = await unitFacts(context, requests, asked);
  const plans = requests.map((request, index) => planOf(request, index, facts, asked));
  const wanted = plans.flatMap(({ now, past }) => [
    now,
    ...past.flatMap((each) => each.wanted ?? []),
  ]);
  const partIds = plans.flatMap(({ parts }) => parts.map(({ predecessorId }) => predecessorId));
  const [counts, unsettled, partUnits] = await Promise.all([
    countsOn(database, wanted, facts.rules),
    asked.warnings
      ? unsettledIn(
          database,
          plans.map(({ request: { asOf, knownAt }, unitIds }) => ({ asOf, knownAt, unitIds })),
        )
      : [],
    partIds.length === 0 ? new Map<number, UnitRow>() : loadUnit.all(context, partIds),
  ]);
  const countedRounds = await roundsCounted(context, counts.flat());
  const found = new Map(wanted.map((each, index) => [each, counts[index] ?? []]));
  const cellsOf = (each: WantedCounts | null) => (each && found.get(each)) ?? [];
  return plans.map(({ request, unit, unitIds, parts, rounds, now, past }, index) => ({
    request,
    unit,
    unitIds,
    counts: cellsOf(now),
    history: past.map(({ date, wanted: then }) => ({ date, counts: cellsOf(then) })),
    rounds,
    countedRounds,
    targets: facts.targets[index] ?? [],
    rules: facts.rules,
    partPredecessors: parts.map(({ predecessorId, effectiveOn }) => ({
      unit: required(partUnits, predecessorId),
      effectiveOn,
    })),
    unsettled: unsettled[index] ?? 0,
    assumptions: [],
  }));
}

async function unitFacts(
  context: Context,
  requests: readonly ProgressRequest[],
  asked: ReportParts,
): Promise<UnitFacts> {
  const known = requests.map(({ unitId: id, knownAt }) => ({ id, knownAt }));
  const [units, rules, lineages, rounds, targets] = await Promise.all([
    loadUnit.all(context, [...new Set(known.map(({ id }) => id))]),
    loadRules(context),
    requests.some(({ basis }) => basis === 'CURRENT_UNITS') ? loadLineage.all(context, known) : [],
    asked.standings || asked.rounds || asked.warnings ? loadRoundsReaching.all(context, known) : [],
    asked.standings || asked.warnings ? loadTargetsKnown.all(context, known) : [],
  ]);
  return { units, rules, lineages, rounds, targets };
}

function planOf(
  request: ProgressRequest,
  index: number,
  facts: UnitFacts,
  asked: ReportParts,
): Plan {
  const { asOf, knownAt, unitId, indicators } = request;
  const unit = required(facts.units, unitId);
  const restated = request.basis === 'CURRENT_UNITS';
  const lineage = restated ? facts.lineages[index] : null;
  const rounds = roundsKnownAt(facts.rounds[index] ?? [], knownAt);
  const unitIds = lineage?.whole ?? [unitId];
  const dates = rounds
    .map(({ referenceDate }) => referenceDate)
    .filter((date) => date <= asOf && (restated || !unit.validFrom || unit.validFrom <= date));
  return {
    request,
    unit,
    unitIds,
    parts: lineage?.parts ?? [],
    rounds,
    now: { unitIds, date: asOf, knownAt, indicators, byRound: asked.rounds || asked.warnings },
    past: [...new Set(dates)].sort().map((date) => ({
      date,
      wanted: asked.standings ? { unitIds, date, knownAt, indicators } : null,
    })),
  };
}

function partsOf(requests: readonly ProgressRequest[]): ReportParts {
  const some = (part: keyof ReportParts) => requests.some(({ parts }) => parts[part]);
  return { standings: some('standings'), rounds: some('rounds'), warnings: some('warnings') };
}

async function roundsCounted(
  context: Context,
  cells: readonly Cell[],
): Promise<Map<number, CountedRound>> {
  // 0 is no round.
  const ids = [...new Set(cells.map(({ roundId }) => roundId))].filter((id) => id !== 0);
  if (ids.length === 0) return new Map();
  const rounds = await loadRound.all(context, ids);
  const counted = ids.flatMap((id) => rounds.get(id) ?? []);
  return new Map(
    counted.map(({ id, frameworkIds, referenceDate, sourceStatus }) => [
      id,
      {
        id,
        frameworkIds,
        referenceDate,
        illustrative: sourceStatus === 'ILLUSTRATIVE',
      },
    ]),
  );
}
