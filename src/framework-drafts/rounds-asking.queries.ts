import { sql } from 'kysely';
import type { Database } from '../database/orm.js';
import type { LocalDate } from '../shared/dates.js';

export interface AskingRound {
  code: string;
  opensOn: LocalDate;
  closesOn: LocalDate;
  closedAt: string | null;
  referenceDate: LocalDate;
}

/** The rounds that ask a framework, the oldest first. */
export async function roundsAsking(
  database: Database,
  frameworkId: number,
): Promise<AskingRound[]> {
  const { rows } = await sql<AskingRound>`
    select code, opens_on as "opensOn", closes_on as "closesOn", closed_at as "closedAt",
      reference_date as "referenceDate"
    from reporting_round as round
    where withdrawn_at is null and exists (select from reporting_round_framework as asked
      where asked.round_id = round.id and asked.framework_id = ${frameworkId})
    order by reference_date, id`.execute(database);
  return rows;
}
