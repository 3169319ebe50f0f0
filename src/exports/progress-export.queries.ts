import { sql } from 'kysely';
import { rowsInTurns, type Snapshot } from '../database/snapshot.js';
import { loadRules } from '../counts/rules.queries.js';
import { COMMON_INDICATORS } from '../indicators/indicator.js';
import { loadProgressInputs, WHOLE_REPORT } from '../progress/progress.queries.js';
import { countedFor, reportOf, type ProgressReportRow } from '../progress/report.js';
import { readingFrom, type Context } from '../request/context.js';
import type { LocalDate } from '../shared/dates.js';
import { paired } from '../shared/required.js';
import { unitRows, type UnitRow } from '../units/unit.queries.js';
import type { ExportRequest } from './export-request.js';

const TURN = 50;
/** For an earlier moment the institutions of all units of a turn are read, those of provinces included. */
const PAST_TURN = 5;

/** The units of an export: higher tiers first, then by code. */
async function* exportedUnits(
  snapshot: Snapshot,
  request: ExportRequest,
  unit: UnitRow | null,
  today: LocalDate,
): AsyncGenerator<UnitRow[]> {
  const { asOf, only, basis } = request;
  // Restated figures are those of the units of today, with the units that they took over.
  const rows = unitRows(snapshot.database, {
    kind: only,
    on: basis === 'CURRENT_UNITS' ? today : asOf,
  });
  const query = sql<UnitRow>`
    select * from ${rows} as unit
    where (${unit?.id ?? null}::int is null or path @> array[${unit?.id ?? null}::int])
      and ("validTo" is null or "validTo" >= ${asOf}::date)
    order by cardinality(path), kind, code collate "C", id`;
  yield* rowsInTurns(snapshot, query, request.knownAt === null ? TURN : PAST_TURN);
}

export async function* progressReports(
  {
    context,
    snapshot,
    request,
    unit,
  }: { context: Context; snapshot: Snapshot; request: ExportRequest; unit: UnitRow | null },
  { knownAt, known }: { knownAt: Date; known: number },
): AsyncGenerator<{ unit: UnitRow; report: ProgressReportRow }[]> {
  const { asOf, basis, indicators } = request;
  const question = { asOf, knownAt, basis };
  const counted = indicators ? countedFor(await loadRules(context), indicators) : COMMON_INDICATORS;
  for await (const units of exportedUnits(snapshot, request, unit, context.today)) {
    const inputs = await loadProgressInputs(
      readingFrom(context, snapshot.database),
      units.map(({ id }) => ({
        unitId: id,
        asOf,
        knownAt: known,
        basis,
        indicators: counted,
        parts: WHOLE_REPORT,
      })),
    );
    yield paired(units, inputs).map(([each, input]) => ({
      unit: each,
      report: reportOf(input, question, { groups: null, indicators }),
    }));
  }
}
