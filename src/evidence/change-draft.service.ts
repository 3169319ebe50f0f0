import { sql } from 'kysely';
import { change, refused, type Answer, type Done, type Event } from '../changes/change.service.js';
import { requireViewer } from '../auth/require-viewer.js';
import type { Context } from '../request/context.js';
import { databaseOf, type Database, type EntityManager } from '../database/orm.js';
import type { Refusal } from '../graphql/user-error.js';
import { matchCriteria } from '../status-updates/answer-input.js';
import { refusalOf, type ExistingWork } from '../status-updates/change-update.service.js';
import { eventOf } from '../status-updates/draft.service.js';
import { worksOf, type Work, type WorkCriterion } from '../status-updates/work.queries.js';
import { criteriaFor } from '../status-updates/work.js';

/** How many links and files may back one answer. */
export const MOST_PER_CRITERION = 10;

/** An update whose newest revision is a draft. */
export type Draft = ExistingWork & { revision: NonNullable<Work['revision']> };

/** A change of the evidence of a draft, with row ids. */
export interface DraftRequest {
  action: string;
  /** As it came. */
  input: { idempotencyKey?: string | null };
  /** Null for an id that is broken. */
  updateId: number | null;
  /** The field of the input that names the update. */
  field: string;
}

/**
 * Changes the evidence of a draft. The update stays at its version, because files may come in while
 * answers are saved; but its row is held, so that whoever hands it in waits and sees all of it.
 * @throws RequestError UNAUTHENTICATED, FORBIDDEN.
 */
export function changeDraft<Value>(
  context: Context,
  { action, input, updateId, field }: DraftRequest,
  act: (em: EntityManager, draft: Draft, at: Date) => Promise<Done<Value>>,
): Promise<Answer<Value>> {
  requireViewer(context.viewer);
  return change(context, { action, input, publishes: false }, async (em, at) => {
    const database = databaseOf(em);
    await sql`select from status_update where id = ${updateId} for update`.execute(database);
    const work = updateId === null ? undefined : await workOn(context, database, updateId);
    const refusal = await draftRefusal(context, database, work, field);
    return refusal ? refused([refusal]) : act(em, work as Draft, at);
  });
}

/** The work on an update, by row id. */
export async function workOn(
  { today }: Context,
  database: Database,
  updateId: number,
): Promise<Work | undefined> {
  return (await worksOf(database, [updateId], today)).get(updateId);
}

/**
 * Why evidence of an update cannot be changed by the viewer now; null when it can.
 * @throws RequestError FORBIDDEN
 */
export async function draftRefusal(
  context: Context,
  database: Database,
  work: Work | undefined,
  field: string,
): Promise<Refusal | null> {
  // Evidence has no versions: whoever adds some need not have seen the answers that were saved last.
  const refusal = await refusalOf(context, database, 'save', work, work?.version ?? 0);
  if (refusal) return { ...refusal, field: [field] };
  return work?.revision?.submittedAt === null ? null : { ...NO_DRAFT, field: [field] };
}

const NO_DRAFT: Omit<Refusal, 'field'> = {
  code: 'NO_DRAFT',
  text: {
    vi: 'Bản cập nhật chưa có bản nháp. Hãy lưu câu trả lời trước (statusUpdateSave).',
    en: 'The update has no draft. Save answers first (statusUpdateSave).',
  },
};

/** The criterion that is to be backed, and what keeps it from having one piece of evidence more. */
export function roomFor(
  draft: Draft,
  code: string,
): { criterion: WorkCriterion | undefined; problems: Refusal[] } {
  const field = ['criterion'];
  const { matched, problems } = matchCriteria(criteriaFor(draft), [{ criterion: code }], '');
  const criterion = matched[0]?.criterion;
  if (!criterion) return { criterion, problems: problems.map((each) => ({ ...each, field })) };
  const present = draft.revision.evidence.find(({ criterionId }) => criterionId === criterion.id);
  const full = (present?.count ?? 0) >= MOST_PER_CRITERION;
  return { criterion, problems: full ? [tooMuch(code)] : [] };
}

function tooMuch(code: string): Refusal {
  return {
    code: 'EVIDENCE_TOO_MUCH',
    field: ['criterion'],
    text: {
      vi: `Tiêu chí ${code} đã có ${MOST_PER_CRITERION} minh chứng, là nhiều nhất. Hãy bỏ bớt trước.`,
      en: `Criterion ${code} has ${MOST_PER_CRITERION} pieces of evidence already, the most there may be. Remove one first.`,
    },
  };
}

/** An entry of the trail about evidence; it belongs to the update, without a version of its own. */
export function evidenceEvent(draft: Draft, before: object | null, after: object | null): Event {
  return { ...eventOf(draft, draft.updateId, 0, before, after), subjectVersion: null };
}
