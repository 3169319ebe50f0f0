import {
  changeAfter,
  refused,
  type Answer,
  type Done,
  type Event,
} from '../changes/change.service.js';
import { requireViewer } from '../auth/require-viewer.js';
import type { Context } from '../request/context.js';
import { databaseOf, type Database, type EntityManager } from '../database/orm.js';
import type { Refusal } from '../graphql/user-error.js';
import { matchCriteria, type NamesQuestion } from '../status-updates/answer-input.js';
import type { AskedCriterion } from '../status-updates/asked-criterion.js';
import { admit, type Admitted } from '../status-updates/change-update.service.js';
import { eventOf } from '../status-updates/draft.service.js';
import { workOfUpdate, workToClose, type BegunWork } from '../status-updates/work.queries.js';
import { criteriaFor } from '../status-updates/work.js';

export const MOST_PER_CRITERION = 10;

export interface DraftRequest {
  action: string;
  /** As received. */
  input: { idempotencyKey?: string | null };
  /** Null for a malformed id. */
  updateId: number | null;
  /** The field of the input that names the update. */
  field: string;
  /** Whether the draft may be begun by this change: see `draftForEvidence`. */
  begins?: boolean;
}

/**
 * Changes the evidence of a draft. The update keeps its version, because files may arrive while
 * answers are saved. Its row is locked, so that a submission waits and contains all evidence.
 * @throws RequestError UNAUTHENTICATED, FORBIDDEN.
 */
export function changeDraft<Value>(
  context: Context,
  { action, input, updateId, field, begins = false }: DraftRequest,
  act: (em: EntityManager, draft: BegunWork, at: Date) => Promise<Done<Value>>,
): Promise<Answer<Value>> {
  requireViewer(context.viewer);
  const reading = workToClose(updateId ?? 0, context.today);
  const asked = { action, input, publishes: false };
  return changeAfter(context, asked, reading, async (em, at, found) => {
    const rules = { field, begins };
    const { work, refusal } = await admitToDraft(context, databaseOf(em), found, rules);
    return work ? act(em, work, at) : refused([refusal]);
  });
}

export function workOn(
  { today }: Context,
  database: Database,
  updateId: number,
): Promise<BegunWork | undefined> {
  return workOfUpdate(updateId, today).ask(database);
}

/**
 * Whether the viewer can change evidence of an update now.
 * @throws RequestError FORBIDDEN
 */
export async function admitToDraft(
  context: Context,
  database: Database,
  found: BegunWork | undefined,
  { field, begins = false }: Pick<DraftRequest, 'field' | 'begins'>,
): Promise<Admitted> {
  // Evidence has no versions: a viewer who adds some need not have seen the answers saved last.
  const admitted = await admit(context, database, 'save', found, found?.version ?? 0);
  const { work, refusal } = admitted;
  if (work && (begins || work.revision.submittedAt === null)) return admitted;
  return { work: null, refusal: { ...(refusal ?? NO_DRAFT), field: [field] } };
}

const NO_DRAFT: Omit<Refusal, 'field'> = {
  code: 'NO_DRAFT',
  text: {
    vi: 'Bản cập nhật chưa có bản nháp. Hãy lưu câu trả lời trước.',
    en: 'The update has no draft. Save answers first.',
  },
};

/** The question of the evidence, and the problems of adding one more piece to it. */
export function roomFor(
  draft: BegunWork,
  named: NamesQuestion,
): { criterion: AskedCriterion | undefined; problems: Refusal[] } {
  const field = [named.question == null ? 'criterion' : 'question'];
  const { matched, problems } = matchCriteria(criteriaFor(draft), [named], '');
  const [found] = matched;
  if (!found)
    return { criterion: undefined, problems: problems.map((each) => ({ ...each, field })) };
  const { criterion } = found;
  const present = draft.revision.evidence.find(({ criterionId }) => criterionId === criterion.id);
  if (!criterion.takesEvidence) return { criterion, problems: [unexpected(criterion, field)] };
  const full = (present?.count ?? 0) >= MOST_PER_CRITERION;
  return { criterion, problems: full ? [tooMuch(criterion, field)] : [] };
}

function unexpected({ called }: AskedCriterion, field: string[]): Refusal {
  return {
    code: 'EVIDENCE_UNEXPECTED',
    field,
    text: {
      vi: `${called.vi} không nhận minh chứng.`,
      en: `${called.en} takes no evidence.`,
    },
  };
}

function tooMuch({ called }: AskedCriterion, field: string[]): Refusal {
  return {
    code: 'EVIDENCE_TOO_MUCH',
    field,
    text: {
      vi: `${called.vi} đã có ${MOST_PER_CRITERION} minh chứng, là nhiều nhất. Hãy bỏ bớt trước.`,
      en: `${called.en} has ${MOST_PER_CRITERION} pieces of evidence already, the most there may be. Remove one first.`,
    },
  };
}

/** An audit entry about evidence. It belongs to the update and has no version of its own. */
export function evidenceEvent(
  draft: BegunWork,
  before: object | null,
  after: object | null,
): Event {
  return { ...eventOf(draft, draft.updateId, 0, before, after), subjectVersion: null };
}
