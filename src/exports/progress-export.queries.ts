import { sql } from 'kysely';
import { rowsInTurns, type Snapshot } from '../database/snapshot.js';
import { loadRules } from '../counts/rules.queries.js';
import { COMMON_INDICATORS } from '../indicators/indicator.js';
import { loadProgressInputs, WHOLE_REPORT } from '../progress/progress.queries.js';
import { countedFor, reportOf } from '../progress/report.js';
import { readingFrom, type Context } from '../request/context.js';
import type { LocalDate } from '../shared/dates.js';
import { paired } from '../shared/required.js';
import { unitRows, type UnitRow } from '../units/unit.queries.js';
import type { ExportRequest } from './export-request.js';
import { placesAbove, unitsAndAbove } from './places-above.queries.js';
import type { ExportedReport } from './progress-record.js';

const TURN = 50;
/** For an earlier moment the institutions of all units of a turn are read, those of provinces included. */
const PAST_TURN = 5;
const UNITS_TURN = 1000;

/** A date of an export, and the unit that its rows are in on it; null for all. */
export interface At {
  asOf: LocalDate;
  unit: UnitRow | null;
}

/** What the reports of an export are read for. */
export interface ReportsOf {
  context: Context;
  snapshot: Snapshot;
  request: ExportRequest;
  at: readonly At[];
}

/** Higher tiers first, then by code: the same order on every date. */
const ORDER = sql`order by cardinality(path), kind, code collate "C", id`;

/** The units of an export on a date. */
function unitsOn({ snapshot, request, context }: ReportsOf, { asOf, unit }: At) {
  const { only, basis } = request;
  // Restated figures are those of the units of today, with the units that they took over.
  const rows = unitRows(snapshot.database, {
    kind: only,
    on: basis === 'CURRENT_UNITS' ? context.today : asOf,
  });
  return sql<UnitRow>`
    select * from ${rows} as unit
    where (${unit?.id ?? null}::int is null or path @> array[${unit?.id ?? null}::int])
      and ("validTo" is null or "validTo" >= ${asOf}::date)`;
}

/** All units of an export, each once however many of its dates it is there on. */
export async function unitsOfReports(wanted: ReportsOf): Promise<UnitRow[]> {
  const each = wanted.at.map((at) => sql`(${unitsOn(wanted, at)})`);
  const query = sql<UnitRow>`select * from (${sql.join(each, sql` union `)}) as unit ${ORDER}`;
  const all: UnitRow[] = [];
  for await (const units of rowsInTurns(wanted.snapshot, query, UNITS_TURN)) all.push(...units);
  return all;
}

/** The reports of an export: date by date, and of each date in the order of the units. */
export async function* progressReports(
  wanted: ReportsOf,
  known: { knownAt: Date; known: number },
): AsyncGenerator<ExportedReport[]> {
  for (const at of wanted.at) yield* reportsOn(wanted, at, known);
}

async function* reportsOn(
  wanted: ReportsOf,
  at: At,
  { knownAt, known }: { knownAt: Date; known: number },
): AsyncGenerator<ExportedReport[]> {
  const { context, snapshot, request } = wanted;
  const { asOf } = at;
  const { basis, indicators } = request;
  const question = { asOf, knownAt, basis };
  const counted = indicators ? countedFor(await loadRules(context), indicators) : COMMON_INDICATORS;
  const query = sql<UnitRow>`${unitsOn(wanted, at)} ${ORDER}`;
  const turn = request.knownAt === null ? TURN : PAST_TURN;
  for await (const units of rowsInTurns(snapshot, query, turn)) {
    const ids = units.map(({ id }) => id);
    const places = await unitsAndAbove(snapshot, ids);
    const inputs = await loadProgressInputs(
      readingFrom(context, snapshot.database),
      ids.map((unitId) => ({
        unitId,
        asOf,
        knownAt: known,
        basis,
        indicators: counted,
        parts: WHOLE_REPORT,
      })),
    );
    yield paired(units, inputs).map(([unit, input]) => ({
      unit,
      ...placesAbove(unit, places),
      report: reportOf(input, question, { groups: null, indicators }),
    }));
  }
}
