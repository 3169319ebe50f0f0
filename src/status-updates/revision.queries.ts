import { sql } from 'kysely';
import type { Database } from '../database/orm.js';
import type { Context } from '../request/context.js';
import type { Decision } from '../vocabulary/status-update.enums.js';
import type { StatusUpdateRow } from './status-update.queries.js';

/** A revision of an update as the viewer may see it. */
export interface RevisionRow {
  id: number;
  updateId: number;
  number: number;
  submittedAt: string | null;
  submittedBy: string | null;
  note: string | null;
  decision: Decision | null;
  decidedAt: string | null;
  decidedBy: string | null;
  decisionNote: string | null;
  /** Whether the viewer sees answers, people and remarks as well. */
  inspects: boolean;
}

/**
 * The revisions of an update, the oldest first: the public sees the approved ones by number and
 * dates, those who see into the update all that were handed in, its institution drafts as well.
 */
export async function loadRevisions(
  context: Context,
  { id, inspects, reports }: StatusUpdateRow,
): Promise<RevisionRow[]> {
  const all = await context.batch.load('revisions', id, (ids) =>
    revisionsOf(context.database, ids),
  );
  return (all ?? [])
    .filter((row) => (inspects ? reports || row.submittedAt !== null : row.decision === 'APPROVED'))
    .map((row) => (inspects ? { ...row, inspects } : { ...row, ...ANONYMOUS }));
}

/** What the public does not learn of a revision. */
const ANONYMOUS = {
  submittedBy: null,
  note: null,
  decidedBy: null,
  decisionNote: null,
  inspects: false,
};

async function revisionsOf(
  database: Database,
  updateIds: readonly number[],
): Promise<Map<number, Omit<RevisionRow, 'inspects'>[]>> {
  const found = await sql<Omit<RevisionRow, 'inspects'>>`
    select revision.id, update_id as "updateId", number, submitted_at as "submittedAt",
      submitter.name as "submittedBy", note, decision, decided_at as "decidedAt",
      decider.name as "decidedBy", decision_note as "decisionNote"
    from status_update_revision as revision
    left join account as submitter on submitter.id = submitted_by_id
    left join account as decider on decider.id = decided_by_id
    where update_id = any(${[...updateIds]}::int[])
    order by update_id, number`.execute(database);
  return Map.groupBy(found.rows, (row) => row.updateId);
}
