import { sql, type Expression } from 'kysely';
import { mayInspect, mayPlan, mayReport, mayReview } from '../auth/policy.js';
import type { Viewer } from '../auth/viewer.js';
import type { FileFinding } from '../file-checks/file-finding.js';
import { placeOf, type PlaceRow } from '../institutions/institution-place.queries.js';
import { perRequest } from '../reads/loader.js';
import type { Context } from '../request/context.js';

export interface EvidenceFileRow {
  sha256: string;
  size: number;
  mediaType: string;
  /** What its reader should know of; null when nobody has looked into it. */
  findings: FileFinding[] | null;
  /** When a virus scanner examined it last; null for never. */
  examinedAt: string | null;
  /** The name of the virus for which it is withheld; null when it is not. */
  virus: string | null;
}

/** A link or a file of one revision, with the facts that decide who may see it. */
export interface EvidenceRow {
  id: number;
  revisionId: number;
  updateId: number;
  frameworkId: number;
  criterionId: number;
  /** Of the question. */
  code: string;
  name: string;
  /** Null for a file. */
  url: string | null;
  /** Null for a link. */
  file: EvidenceFileRow | null;
  addedBy: string;
  addedAt: string;
  handedIn: boolean;
  place: PlaceRow;
}

/**
 * Evidence of submitted revisions is visible to all who may inspect the institution; that of a
 * draft only to the institution.
 */
function maySee(viewer: Viewer | null, { handedIn, place }: EvidenceRow): boolean {
  return handedIn ? mayInspect(viewer, place) : mayReport(viewer, place.institutionId);
}

/** Whether the viewer checks the reports of the institution. */
export function mayCheck(viewer: Viewer | null, { place }: EvidenceRow): boolean {
  return mayReview(viewer, place) || mayPlan(viewer, place.unitPath);
}

const loadAnyEvidence = perRequest('evidence', async (context: Context, ids: readonly number[]) => {
  const rows = await read(context, sql`evidence.id = any(${[...ids]}::int[])`);
  return new Map(rows.map((each) => [each.id, each]));
});

/**
 * One piece of evidence by row id, batched; null when it does not exist or the viewer may not see
 * it.
 */
export async function loadEvidence(context: Context, id: number): Promise<EvidenceRow | null> {
  const row = await loadAnyEvidence(context, id);
  return row && maySee(context.viewer, row) ? row : null;
}

const loadAllEvidenceOf = perRequest(
  'evidence of revision',
  async (context: Context, revisionIds: readonly number[]) => {
    const wanted = sql`evidence.revision_id = any(${[...revisionIds]}::int[])`;
    return Map.groupBy(await read(context, wanted), (row) => row.revisionId);
  },
);

/**
 * The evidence for one answer of a revision, in the order of adding; empty for viewers who may not
 * see it.
 */
export async function loadEvidenceOf(
  context: Context,
  { revisionId, criterionId }: { revisionId: number; criterionId: number },
): Promise<EvidenceRow[]> {
  const all = await loadAllEvidenceOf(context, revisionId);
  return (all ?? []).filter(
    (row) => row.criterionId === criterionId && maySee(context.viewer, row),
  );
}

async function read(
  { database, today }: Context,
  condition: Expression<unknown>,
): Promise<EvidenceRow[]> {
  const found = await sql<EvidenceRow>`
    select evidence.id, evidence.revision_id as "revisionId", revision.update_id as "updateId",
      criterion.framework_id as "frameworkId", criterion.id as "criterionId", question.code,
      evidence.name, evidence.url,
      case when file.id is not null then json_build_object('sha256', file.sha256,
        'size', file.size, 'mediaType', file.media_type, 'findings', file.findings,
        'examinedAt', file.examined_at, 'virus', file.virus) end as file,
      account.name as "addedBy", evidence.added_at as "addedAt",
      revision.submitted_at is not null as "handedIn", row_to_json(place) as place
    from evidence
    join criterion on criterion.id = evidence.criterion_id
    join question on question.id = criterion.question_id
    join account on account.id = evidence.added_by_id
    join status_update_revision as revision on revision.id = evidence.revision_id
    join status_update on status_update.id = revision.update_id
    cross join lateral (${placeOf(sql`status_update.institution_id`, today)}) as place
    left join evidence_file as file on file.id = evidence.file_id
    where ${condition}
    order by evidence.id`.execute(database);
  return found.rows;
}

export interface ReuseRow {
  id: number;
  updates: number;
  institutions: number;
  here: number;
}

/** Other uses of the file of a piece of evidence, batched; null for a link. */
export const loadReuse = perRequest(
  'evidence reuse',
  async ({ database }, ids: readonly number[]) => {
    const elsewhere = sql`other_update.id <> own.id and other_revision.submitted_at is not null`;
    const found = await sql<ReuseRow>`
      select evidence.id,
        count(distinct other_update.id) filter (where ${elsewhere})::int as updates,
        count(distinct other_update.institution_id) filter (where ${elsewhere}
          and other_update.institution_id <> own.institution_id)::int as institutions,
        (count(distinct other.id) filter (where other_revision.id = revision.id) - 1)::int as here
      from evidence
      join status_update_revision as revision on revision.id = evidence.revision_id
      join status_update as own on own.id = revision.update_id
      join evidence as other on other.file_id = evidence.file_id
      join status_update_revision as other_revision on other_revision.id = other.revision_id
      join status_update as other_update on other_update.id = other_revision.update_id
      where evidence.id = any(${[...ids]}::int[])
      group by evidence.id`.execute(database);
    return new Map(found.rows.map((row) => [row.id, row]));
  },
);
