import { sql } from 'kysely';
import type { Database } from '../database/orm.js';
import { perRequest } from '../reads/loader.js';
import type { LocalDate } from '../shared/dates.js';

export interface AskingRound {
  code: string;
  opensOn: LocalDate;
  closesOn: LocalDate;
  closedAt: string | null;
  referenceDate: LocalDate;
}

/** The rounds that ask each framework, the oldest first. */
export async function roundsAsking(
  database: Database,
  frameworkIds: readonly number[],
): Promise<Map<number, AskingRound[]>> {
  const { rows } = await sql<AskingRound & { frameworkId: number }>`
    select framework_id as "frameworkId", code, opens_on as "opensOn", closes_on as "closesOn",
      closed_at as "closedAt", reference_date as "referenceDate"
    from reporting_round_framework as asked
    join reporting_round as round on round.id = asked.round_id
    where withdrawn_at is null and framework_id = any(${[...frameworkIds]}::int[])
    order by reference_date, round.id`.execute(database);
  return Map.groupBy(rows, ({ frameworkId }) => frameworkId);
}

export const loadRoundsAsking = perRequest(
  'rounds asking',
  ({ database }, frameworkIds: readonly number[]) => roundsAsking(database, frameworkIds),
);
