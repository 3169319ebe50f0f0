import { sql } from 'kysely';
import type { Database } from '../database/orm.js';
import { perRequest } from '../reads/loader.js';
import type { Context } from '../request/context.js';
import type { Decision } from '../vocabulary/status-update.enums.js';
import type { StatusUpdateRow } from './status-update.queries.js';

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
  takenBack: TakenBackRow | null;
  /** Whether the viewer also sees answers, people and remarks. */
  inspects: boolean;
}

export interface TakenBackRow {
  at: string;
  by: string;
  reason: string;
}

const loadAllRevisions = perRequest('revisions', ({ database }, updateIds: readonly number[]) =>
  revisionsOf(database, updateIds),
);

/**
 * The revisions of an update, oldest first: the public sees number and dates of those whose approval
 * stands, viewers who may inspect the update all submitted ones, and the institution its draft too.
 */
export async function loadRevisions(
  context: Context,
  { id, inspects, reports }: StatusUpdateRow,
): Promise<RevisionRow[]> {
  const all = await loadAllRevisions(context, id);
  return (all ?? [])
    .filter(({ submittedAt, decision, takenBack }) =>
      inspects ? reports || submittedAt !== null : decision === 'APPROVED' && takenBack === null,
    )
    .map((row) => (inspects ? { ...row, inspects } : { ...row, ...ANONYMOUS }));
}

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
      decider.name as "decidedBy", decision_note as "decisionNote",
      case when taken.revision_id is not null then json_build_object('at', taken.taken_back_at,
        'by', taker.name, 'reason', taken.reason) end as "takenBack"
    from status_update_revision as revision
    left join account as submitter on submitter.id = submitted_by_id
    left join account as decider on decider.id = decided_by_id
    left join approval_taken_back as taken on taken.revision_id = revision.id
    left join account as taker on taker.id = taken.taken_back_by_id
    where update_id = any(${[...updateIds]}::int[])
    order by update_id, number`.execute(database);
  return Map.groupBy(found.rows, (row) => row.updateId);
}
