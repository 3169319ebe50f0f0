import { sql } from 'kysely';
import { auditEventRows, seesContent, type AuditEventRow } from '../audit/audit-event.queries.js';
import { rowsInTurns, type Snapshot } from '../database/snapshot.js';
import { toGlobalId } from '../graphql/node.js';
import { placesOf } from '../institutions/institution-place.queries.js';
import type { Context } from '../request/context.js';
import { addDays, type LocalDate } from '../shared/dates.js';
import type { UnitRow } from '../units/unit.queries.js';
import type { Columns, ExportRecord } from './export-format.js';

const TURN = 500;

export const TRAIL_COLUMNS = {
  at: 'moment',
  account_name: 'text',
  address: 'text',
  action: 'text',
  subject_type: 'text',
  subject_id: 'text',
  subject_version: 'count',
  institution_code: 'text',
  institution_name: 'text',
  unit_code: 'text',
  unit_name: 'text',
  before: 'text',
  after: 'text',
  id: 'text',
} as const satisfies Columns;

interface TrailRow extends AuditEventRow {
  institutionCode: string | null;
  unitCode: string | null;
  unitName: string | null;
}

/** The moment at which a day begins in Vietnam. */
function beginningOf(day: LocalDate): Date {
  return new Date(`${day}T00:00:00+07:00`);
}

/** The entries of the trail that the viewer sees, oldest first and in turns; with a unit, those in it then. */
export async function* exportedTrail(
  context: Context,
  snapshot: Snapshot,
  { unit, from, until }: { unit: UnitRow | null; from: LocalDate | null; until: LocalDate | null },
): AsyncGenerator<ExportRecord[]> {
  const conditions = {
    ...{ unitId: unit?.id ?? null, institutionId: null, subject: null },
    ...{ accountId: null, action: null },
    from: from === null ? null : beginningOf(from),
    to: until === null ? null : beginningOf(addDays(until, 1)),
  };
  const events = auditEventRows(context, conditions);
  const query = sql<TrailRow>`
    select event.*, institution.code as "institutionCode",
      unit.code as "unitCode", unit.name as "unitName"
    from ${events} as event
    left join institution on institution.id = event."institutionId"
    left join administrative_unit as unit on unit.id = event."unitId"
    order by event.id`;
  for await (const rows of rowsInTurns(snapshot, query, TURN)) {
    const ids = rows.flatMap(({ institutionId }) => institutionId ?? []);
    const places = await placesOf(snapshot.database, [...new Set(ids)], context.today);
    yield rows.map((row) => {
      const shown = seesContent(context, row) ? row : { ...row, before: null, after: null };
      return trailRecord(shown, places.get(row.institutionId ?? 0)?.name ?? null);
    });
  }
}

function trailRecord(
  row: TrailRow,
  institutionName: string | null,
): ExportRecord<keyof typeof TRAIL_COLUMNS> {
  return {
    at: new Date(row.at).toISOString(),
    account_name: row.accountName,
    address: row.address,
    action: row.action,
    subject_type: row.subjectType,
    subject_id: toGlobalId(row.subjectType, row.subjectId),
    subject_version: row.subjectVersion,
    institution_code: row.institutionCode,
    institution_name: institutionName,
    unit_code: row.unitCode,
    unit_name: row.unitName,
    before: row.before && JSON.stringify(row.before),
    after: row.after && JSON.stringify(row.after),
    id: toGlobalId('AuditEvent', row.id),
  };
}
