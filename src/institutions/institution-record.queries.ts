import { required } from '../shared/required.js';
import { sql, type Selectable } from 'kysely';
import type { Database, Tables } from '../database/orm.js';
import type { LocalDate } from '../shared/dates.js';
import type { EducationLevel } from '../vocabulary/institution.enums.js';
import type { CodeClaim, CodeRecord } from './codes.js';
import type { Fact } from './facts.js';
import type { PlannedPeriod } from './periods.js';
import type { Statement } from './statement.js';

/** What a file, or another source, says of the institution with a code. */
export interface InstitutionRecord {
  code: CodeRecord;
  /** The day of which the code is meant, because codes are used again. */
  begin: LocalDate;
  /** In order of time. */
  statements: Statement[];
}

export interface StoredFact extends Fact {
  id: number;
}

export interface StoredInstitution {
  id: number;
  facts: StoredFact[];
  periods: (PlannedPeriod & { id: number })[];
}

/** What a record says of its code. */
export function claimOf({ code, begin, statements }: InstitutionRecord): CodeClaim {
  const says = statements.reduce<Statement['says']>((all, each) => ({ ...all, ...each.says }), {});
  const { name = '', openedOn, closedOn } = says;
  return { ...code, name, day: begin, openedOn, closedOn };
}

export async function loadStored(
  database: Database,
  ids: readonly number[],
): Promise<Map<number, StoredInstitution>> {
  if (ids.length === 0) return new Map();
  const any = sql<number>`any(${[...ids]}::int[])`;
  const [facts, periods] = await Promise.all([
    database
      .selectFrom('institution_fact')
      .selectAll()
      .where('institution_id', '=', any)
      .where('superseded_at', 'is', null)
      .execute(),
    database
      .selectFrom('institution_period')
      .selectAll()
      .where('institution_id', '=', any)
      .where('superseded_at', 'is', null)
      .execute(),
  ]);
  const stored = new Map(
    ids.map((id): [number, StoredInstitution] => [id, { id, facts: [], periods: [] }]),
  );
  for (const { id, institution_id, attribute, value, unit_id, valid_from } of facts)
    required(stored, institution_id).facts.push({
      id,
      attribute,
      value: attribute === 'PLACE' ? String(unit_id) : value,
      from: valid_from,
    });
  for (const row of periods) required(stored, row.institution_id).periods.push(periodOf(row));
  return stored;
}

function periodOf(row: Selectable<Tables['institution_period']>): PlannedPeriod & { id: number } {
  return {
    id: row.id,
    unitId: row.unit_id,
    settled: row.settled,
    origin: row.origin,
    validFrom: row.valid_from,
    validTo: row.valid_to,
    locatedFrom: row.located_from,
    name: row.name,
    kind: row.kind,
    levels: row.levels as EducationLevel[],
    ownership: row.ownership,
    specialStatus: row.special_status,
  };
}
