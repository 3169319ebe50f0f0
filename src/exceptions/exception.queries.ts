import { sql } from 'kysely';
import { wasKnown, type Moment } from '../counts/facts.js';
import type { Database } from '../database/orm.js';
import { shared } from '../reads/loader.js';
import type { Context } from '../request/context.js';
import type { RoundRow } from '../rounds/round.queries.js';
import { ownDays, type ExceptionDays } from './own-days.js';

/** An exception with the moments between which it was known. */
export interface ExceptionFact extends ExceptionDays {
  roundId: number;
  recordedAt: Moment;
  supersededAt: Moment | null;
}

/** All exceptions of institutions that give days, also those that hold no longer. */
export async function exceptionsOf(
  database: Database,
  institutionIds: readonly number[],
): Promise<Map<number, ExceptionFact[]>> {
  const found = await sql<ExceptionFact & { institutionId: number }>`
    select institution_id as "institutionId", round_id as "roundId", kind, due_on as "dueOn",
      closes_on as "closesOn", (extract(epoch from recorded_at) * 1000)::float8 as "recordedAt",
      (extract(epoch from superseded_at) * 1000)::float8 as "supersededAt"
    from participation_exception
    where institution_id = any(${[...institutionIds]}::int[]) and kind <> 'EXCUSED'`.execute(
    database,
  );
  return Map.groupBy(found.rows, (row) => row.institutionId);
}

const loadAllExceptions = shared('exceptions', exceptionsOf);

export async function loadExceptions(context: Context, id: number): Promise<ExceptionFact[]> {
  return (await loadAllExceptions(context, id)) ?? [];
}

/**
 * The rounds with the due dates of one institution, as known at a moment. Returns are left out,
 * because what was returned is not missing.
 */
export function roundsFor(
  rounds: readonly RoundRow[],
  exceptions: readonly ExceptionFact[],
  knownAt: Moment,
): RoundRow[] {
  const holding = exceptions.filter((exception) => wasKnown(exception, knownAt));
  return rounds.map((round) => {
    const exception = holding.find(({ roundId }) => roundId === round.id) ?? null;
    const { dueOn } = ownDays(round, { exception, returnedUntil: null, owing: true });
    return { ...round, dueOn };
  });
}
