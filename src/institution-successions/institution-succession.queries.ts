import { sql } from 'kysely';
import type { Moment } from '../counts/facts.js';
import type { Database } from '../database/orm.js';
import { knownAs } from '../institutions/institution-period.queries.js';
import { shared } from '../reads/loader.js';
import type { LocalDate } from '../shared/dates.js';
import { successionKey, type InstitutionSuccessionKind } from './institution-succession-kind.js';

export interface InstitutionSuccessionRow {
  id: number;
  predecessorId: number;
  successorId: number;
  kind: InstitutionSuccessionKind;
  effectiveOn: LocalDate;
  legalDocument: string | null;
}

type Side = 'predecessorId' | 'successorId';

/**
 * The successions of an institution as known at a moment.
 * @param side where the institution stands in them.
 */
export const loadSuccessions = shared('institution successions', successionsOf);

async function successionsOf(
  database: Database,
  ids: readonly number[],
  side: Side,
  knownAt: Moment,
): Promise<Map<number, InstitutionSuccessionRow[]>> {
  const column = side === 'predecessorId' ? 'predecessor_id' : 'successor_id';
  const { rows } = await sql<InstitutionSuccessionRow>`
    select id, predecessor_id as "predecessorId", successor_id as "successorId", kind,
      effective_on as "effectiveOn", legal_document as "legalDocument"
    from institution_succession as succession
    where ${sql.ref(column)} = any(${[...ids]}::int[]) and ${knownAs('succession', knownAt)}
    order by effective_on, id`.execute(database);
  return Map.groupBy(rows, (row) => row[side]);
}

/** All that are recorded, by {@link successionKey}. */
export async function recordedSuccessions(
  database: Database,
): Promise<Map<string, InstitutionSuccessionRow>> {
  const { rows } = await sql<InstitutionSuccessionRow>`
    select id, predecessor_id as "predecessorId", successor_id as "successorId", kind,
      effective_on as "effectiveOn", legal_document as "legalDocument"
    from institution_succession where superseded_at is null order by id`.execute(database);
  return new Map(rows.map((row) => [successionKey(row), row]));
}
