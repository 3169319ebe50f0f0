import { sql } from 'kysely';
import type { Context } from '../context.js';
import type { Database } from '../database/orm.js';
import { targetsHolding, type TargetRow } from '../plans/plan.queries.js';
import { roundsReaching, type RoundRow } from '../rounds/round.queries.js';
import type { LocalDate } from '../shared/dates.js';
import { unitsByIds, type UnitRow } from '../units/unit.queries.js';
import type { AssumptionRow } from './assume.js';
import type { Cell } from './count.js';
import { frameworkFacts } from './facts.queries.js';
import type { FrameworkFact, Moment } from './observe.js';
import { countsOn } from './progress-count.queries.js';
import type { BoundaryBasis } from './progress.enums.js';

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
  frameworks: FrameworkFact[];
  partPredecessors: { unit: UnitRow; effectiveOn: LocalDate }[];
  /** Institutions that are or may be in the unit and whose commune is not known. */
  unsettled: number;
  /** The assumptions in the counts on the date; empty in a real report. */
  assumptions: readonly AssumptionRow[];
}

export interface CountedRound {
  id: number;
  frameworkId: number;
  referenceDate: LocalDate;
  illustrative: boolean;
}

interface Lineage {
  whole: number[];
  parts: { predecessorId: number; effectiveOn: LocalDate }[];
}

/** Answers all requests of one batch with a fixed number of statements. */
export async function loadProgressInputs(
  context: Context,
  requests: readonly ProgressRequest[],
): Promise<ProgressInputs[]> {
  const { database } = context;
  const unitIds = [...new Set(requests.map(({ unitId }) => unitId))];
  const asked = partsOf(requests);
  const [units, lineages, rounds, targets, frameworks] = await Promise.all([
    unitsByIds(database, unitIds),
    requests.some(({ basis }) => basis === 'CURRENT_UNITS')
      ? lineagesOf(database, unitIds)
      : new Map<number, Lineage>(),
    asked.standings || asked.rounds || asked.warnings
      ? roundsReaching(database, unitIds)
      : new Map<number, RoundRow[]>(),
    asked.standings || asked.warnings
      ? targetsHolding(database, unitIds)
      : new Map<number, TargetRow[]>(),
    frameworkFacts(database),
  ]);
  const partIds = [...lineages.values()].flatMap(({ parts }) =>
    parts.map(({ predecessorId }) => predecessorId),
  );
  const plans = requests.map((request) => {
    const unit = units.get(request.unitId)!;
    const restated = request.basis === 'CURRENT_UNITS';
    const lineage = restated ? lineages.get(request.unitId)! : null;
    const reaching = rounds.get(request.unitId) ?? [];
    const dates = reaching
      .map(({ referenceDate }) => referenceDate)
      .filter(
        (date) => date <= request.asOf && (restated || !unit.validFrom || unit.validFrom <= date),
      );
    return {
      unit,
      unitIds: lineage?.whole ?? [request.unitId],
      parts: lineage?.parts ?? [],
      reaching,
      dates: [...new Set(dates)].sort(),
    };
  });
  const wanted = requests.flatMap((request, index) =>
    [request.asOf, ...(asked.standings ? plans[index]!.dates : [])].map((date, place) => ({
      unitIds: plans[index]!.unitIds,
      date,
      knownAt: request.knownAt,
      // For earlier dates only the totals matter, not the rounds.
      byRound: place === 0 && (asked.rounds || asked.warnings),
    })),
  );
  const [counts, unsettled, partUnits] = await Promise.all([
    countsOn(database, wanted, frameworks),
    asked.warnings
      ? unsettledIn(
          database,
          requests.map(({ asOf }, index) => ({ asOf, unitIds: plans[index]!.unitIds })),
        )
      : [],
    partIds.length === 0 ? new Map<number, UnitRow>() : unitsByIds(database, partIds),
  ]);
  const countedRounds = await roundsCounted(database, counts.flat());
  let next = 0;
  return requests.map((request, index) => {
    const { unit, unitIds: counted, reaching, parts, dates } = plans[index]!;
    return {
      request,
      unit,
      unitIds: counted,
      counts: counts[next++]!,
      history: dates.map((date) => ({ date, counts: asked.standings ? counts[next++]! : [] })),
      rounds: reaching,
      countedRounds,
      targets: targets.get(request.unitId) ?? [],
      frameworks,
      partPredecessors: parts.map(({ predecessorId, effectiveOn }) => ({
        unit: partUnits.get(predecessorId)!,
        effectiveOn,
      })),
      unsettled: unsettled[index] ?? 0,
      assumptions: [],
    };
  });
}

function partsOf(requests: readonly ProgressRequest[]): ReportParts {
  return {
    standings: requests.some(({ parts }) => parts.standings),
    rounds: requests.some(({ parts }) => parts.rounds),
    warnings: requests.some(({ parts }) => parts.warnings),
  };
}

/** Each unit with its whole predecessors, and the units that any of them took over in part. */
async function lineagesOf(
  database: Database,
  unitIds: readonly number[],
): Promise<Map<number, Lineage>> {
  const found = await sql<{ root: number; id: number; parts: Lineage['parts'] }>`
    with recursive lineage as (
      select id as root, id from unnest(${unitIds}::int[]) as asked(id)
      union
      select lineage.root, succession.predecessor_id
      from lineage join unit_succession as succession
        on succession.successor_id = lineage.id and succession.extent = 'WHOLE'
    )
    select root, id, coalesce((
      select json_agg(json_build_object('predecessorId', predecessor_id, 'effectiveOn', effective_on)
        order by predecessor_id)
      from unit_succession where successor_id = lineage.id and extent = 'PART'), '[]') as parts
    from lineage order by root, id`.execute(database);
  const lineages = new Map<number, Lineage>();
  for (const { root, id, parts } of found.rows) {
    const lineage = lineages.get(root) ?? { whole: [], parts: [] };
    lineage.whole.push(id);
    lineage.parts.push(...parts);
    lineages.set(root, lineage);
  }
  return lineages;
}

async function roundsCounted(
  database: Database,
  cells: readonly Cell[],
): Promise<Map<number, CountedRound>> {
  // 0 is no round.
  const ids = [...new Set(cells.map(({ roundId }) => roundId))].filter((id) => id !== 0);
  if (ids.length === 0) return new Map();
  const rows = await database
    .selectFrom('reporting_round')
    .select([
      'id',
      'framework_id as frameworkId',
      'reference_date as referenceDate',
      'source_status',
    ])
    .where('id', 'in', ids)
    .execute();
  return new Map(
    rows.map(({ source_status, ...row }) => [
      row.id,
      { ...row, illustrative: source_status === 'ILLUSTRATIVE' },
    ]),
  );
}

/**
 * For each request, the number of institutions that are or may be in its units without a known
 * commune.
 */
async function unsettledIn(
  database: Database,
  requests: readonly { asOf: LocalDate; unitIds: readonly number[] }[],
): Promise<number[]> {
  const asked = requests.flatMap(({ asOf, unitIds }, index) =>
    unitIds.map((unitId) => ({ index, unitId, asOf })),
  );
  const found = await sql<{ index: number; total: number }>`
    select asked.index, count(distinct period.institution_id)::int as total
    from unnest(${asked.map(({ index }) => index)}::int[], ${asked.map(({ unitId }) => unitId)}::int[],
      ${asked.map(({ asOf }) => asOf)}::date[]) as asked(index, unit_id, as_of)
    join institution_period as period on not period.settled and period.superseded_at is null
      and (period.valid_from is null or period.valid_from <= asked.as_of)
      and (period.valid_to is null or period.valid_to >= asked.as_of)
    left join administrative_unit as place on place.id = period.unit_id
    left join institution_period as previous on previous.institution_id = period.institution_id
      and previous.superseded_at is null and previous.valid_to = period.valid_from - 1
    left join unit_succession as succession on succession.predecessor_id = previous.unit_id
      and succession.extent = 'PART'
    left join administrative_unit as candidate on candidate.id = succession.successor_id
    where asked.unit_id = any(place.path) or asked.unit_id = any(candidate.path)
    group by asked.index`.execute(database);
  const totals = new Map(found.rows.map(({ index, total }) => [index, total]));
  return requests.map((_, index) => totals.get(index) ?? 0);
}
