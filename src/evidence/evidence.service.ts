import { sql } from 'kysely';
import { requireViewer } from '../auth/require-viewer.js';
import { refused, type Answer } from '../changes/change.service.js';
import { databaseOf } from '../database/orm.js';
import { notFound, urlProblems } from '../graphql/input-check.js';
import type { Refusal } from '../graphql/user-error.js';
import type { Context } from '../request/context.js';
import { firstOf } from '../shared/required.js';
import type { NamesQuestion } from '../status-updates/answer-input.js';
import { draftForEvidence } from '../status-updates/draft.service.js';
import { changeDraft, evidenceEvent, roomFor } from './change-draft.service.js';
import { nameProblems, tidyName } from './evidence-input.js';
import { loadEvidence } from './evidence.queries.js';

export interface ChangedEvidence {
  id: number;
}

export interface LinkRequest {
  /** The row id; null for a malformed id. */
  updateId: number | null;
  named: NamesQuestion;
  name: string;
  url: string;
  input: { idempotencyKey?: string | null };
}

export function addLink(context: Context, request: LinkRequest): Promise<Answer<ChangedEvidence>> {
  const { updateId, input } = request;
  const field = 'statusUpdate';
  const asked = { action: 'evidenceLinkAdd', input, updateId, field, begins: true };
  return changeDraft(context, asked, async (em, draft, at) => {
    const { criterion, problems } = roomFor(draft, request.named);
    problems.push(...nameProblems(request.name, 'name'), ...urlProblems(request.url, 'url'));
    if (!criterion || problems.length > 0) return refused(problems);

    const name = tidyName(request.name);
    const url = new URL(request.url).href;
    const revision = await draftForEvidence(em, draft);
    const added = await sql<{ id: number }>`
      insert into evidence (revision_id, criterion_id, name, url, added_by_id, added_at)
      values (${revision}, ${criterion.id}, ${name}, ${url},
        ${requireViewer(context.viewer).accountId}, ${at})
      returning id`.execute(databaseOf(em));
    const { id } = firstOf(added.rows);
    const after = { evidence: id, criterion: criterion.question.code, name, url };
    return { value: { id }, refusals: [], events: [evidenceEvent(draft, null, after)] };
  });
}

/**
 * Removes a link or a file from a draft. Its content stays stored, because other revisions may use
 * it.
 * @param id the row id; null for a malformed id.
 */
export async function removeEvidence(
  context: Context,
  id: number | null,
  input: object,
): Promise<Answer<ChangedEvidence>> {
  requireViewer(context.viewer);
  const row = id === null ? null : await loadEvidence(context, id);
  if (!row) return refused([notFound('evidence')]);
  const { updateId, code, name, url, file } = row;
  const asked = { action: 'evidenceRemove', input, updateId, field: 'evidence' };
  return changeDraft(context, asked, async (em, draft) => {
    if (row.revisionId !== draft.revision.id) return refused([HANDED_IN]);
    const removed = await sql<ChangedEvidence>`
      delete from evidence where id = ${row.id} returning id`.execute(databaseOf(em));
    const [value] = removed.rows;
    if (!value) return refused([notFound('evidence')]);
    const before = { evidence: row.id, criterion: code, name, url, ...file };
    return { value, refusals: [], events: [evidenceEvent(draft, before, null)] };
  });
}

const HANDED_IN: Refusal = {
  code: 'EVIDENCE_HANDED_IN',
  field: ['evidence'],
  text: {
    vi: 'Minh chứng này thuộc một bản đã nộp. Hãy bỏ minh chứng tương ứng trong bản nháp.',
    en: 'This evidence belongs to a revision that was handed in. Remove the one in the draft instead.',
  },
};
