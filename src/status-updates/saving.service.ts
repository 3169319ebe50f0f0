import { sql } from 'kysely';
import { changeAfter, refused, type Answer, type Done } from '../changes/change.service.js';
import { conflictWith } from '../changes/conflict.queries.js';
import { mayReport } from '../auth/policy.js';
import { forbidden, requireViewer } from '../auth/require-viewer.js';
import type { Context } from '../request/context.js';
import { both, question } from '../database/flight.js';
import { databaseOf, type EntityManager } from '../database/orm.js';
import { notFound } from '../graphql/input-check.js';
import { loadInstitution } from '../institutions/institution.queries.js';
import { required } from '../shared/required.js';
import { entriesOf, type AnswerInput } from './answer-input.js';
import type { ChangedUpdate } from './change-update.service.js';
import type { AskedCriterion } from './asked-criterion.js';
import { claim, draftOf, eventOf, writeAnswers } from './draft.service.js';
import { prefillEvidence, prefillOf } from './prefill.queries.js';
import { outOfTurn } from './workflow.js';
import { isBegun, workToSave, type BegunWork, type Entry, type Work } from './work.queries.js';
import { criteriaFor, scoresOf, standingOf } from './work.js';

export interface SaveRequest {
  /** Row ids; null for malformed ids. */
  institutionId: number | null;
  roundId: number | null;
  /** The version that the client has read; null when there was none. */
  version: number | null;
  answers: readonly AnswerInput[];
  input: { idempotencyKey?: string | null };
}

/**
 * Saves answers, complete or not, in the draft of an institution in a round. The first save creates
 * the update with the last approved answers; saving a returned or withdrawn update creates its next
 * revision.
 */
export async function saveAnswers(
  context: Context,
  request: SaveRequest,
): Promise<Answer<ChangedUpdate>> {
  const viewer = requireViewer(context.viewer);
  const { institutionId, roundId, input } = request;
  if (institutionId === null || !mayReport(viewer, institutionId)) {
    // The existence of an institution is public.
    if (institutionId !== null && (await loadInstitution(context, institutionId)))
      throw forbidden();
    return refused([notFound('institution')]);
  }
  const asked = { action: 'statusUpdateSave', input, publishes: false };
  const reading = workToSave(institutionId, roundId ?? 0, context.today);
  return changeAfter(context, asked, reading, async (em, at, work) =>
    work ? save(context, em, work, request, at) : refused([notFound('round')]),
  );
}

/**
 * Saves answers inside a change of somebody who may; what is out of turn or wrong is refused.
 * @param work as {@link workToSave} reads it.
 */
export async function save(
  context: Context,
  em: EntityManager,
  work: Work,
  { version, answers }: Pick<SaveRequest, 'version' | 'answers'>,
  at: Date,
): Promise<Done<ChangedUpdate>> {
  const database = databaseOf(em);
  if (work.version !== (version ?? 0)) return refused([await overtaken(em, work, version)]);
  const refusal = outOfTurn('save', standingOf(work, context.viewer, context.today));
  if (refusal) return refused([{ ...refusal, field: ['round'] }]);
  const criteria = criteriaFor(work);
  const { entries, problems } = entriesOf(criteria, answers);
  if (problems.length > 0) return refused(problems);

  const begun = isBegun(work) ? await goOn(em, work) : await begin(em, work, criteria);
  if (begun === null) return refused([await overtaken(em, work, version)]);
  const { updateId, draft, present } = begun;
  const { revision } = work;
  const given = new Set(entries.map(({ criterionId }) => criterionId));
  const untouched = present.filter(({ criterionId }) => !given.has(criterionId));
  if (!revision) {
    const { accountId } = requireViewer(context.viewer);
    await prefillEvidence(database, work, criteria, draft, accountId, at);
  }
  const all = [...untouched, ...entries];
  await writeAnswers(database, draft, revision ? entries : all, scoresOf(work, all));
  const told = (some: readonly Entry[]) => ({ answers: answersByCode(work, some) });
  const before = present.filter(({ criterionId }) => given.has(criterionId));
  const event = eventOf(work, updateId, work.version + 1, told(before), told(entries));
  return { value: { id: updateId }, refusals: [], events: [event] };
}

/** A draft that is written now, and the answers that it has already. */
interface Begun {
  updateId: number;
  draft: number;
  present: Entry[];
}

/** Takes the update to its next version. */
async function goOn(em: EntityManager, work: BegunWork): Promise<Begun> {
  const { updateId, version, revision } = work;
  const state = work.state === 'RETURNED' ? 'RETURNED' : 'DRAFT';
  await claim(em, [{ updateId, version, state }]);
  return { updateId, draft: await draftOf(em, updateId, work), present: revision.entries };
}

/** Creates the update with its first revision; null when another change was faster. */
async function begin(
  em: EntityManager,
  work: Work,
  criteria: readonly AskedCriterion[],
): Promise<Begun | null> {
  const { institutionId, round } = work;
  const created = sql<{ updateId: number; draft: number }>`
    with begun as (
      insert into status_update (institution_id, round_id, state, version)
      values (${institutionId}, ${round.id}, 'DRAFT', 1)
      on conflict (institution_id, round_id) do nothing returning id
    )
    insert into status_update_revision (update_id, number) select id, 1 from begun
    returning update_id as "updateId", id as draft`;
  const asked = both(
    question(created, ([row]) => row),
    prefillOf(work, criteria),
  );
  const [row, present] = await asked.ask(databaseOf(em));
  return row ? { ...row, present } : null;
}

async function overtaken(em: EntityManager, { institutionId, round }: Work, seen: number | null) {
  const found = await sql<{ id: number; version: number }>`
    select id, version from status_update
    where institution_id = ${institutionId} and round_id = ${round.id}`.execute(databaseOf(em));
  const { id, version } = found.rows[0] ?? { id: 0, version: 0 };
  const subject = { subjectType: 'StatusUpdate', subjectId: id };
  return conflictWith(databaseOf(em), { ...subject, present: version, seen });
}

/** Answers for the trail, by the code of their question; only the parts that they have. */
export function answersByCode(work: Work, entries: readonly Entry[]): Record<string, object> {
  const codes = new Map(work.criteria.map(({ id, question }) => [id, question.code]));
  return Object.fromEntries(
    entries.map(
      ({ criterionId, selfValue, selfTotal, selfChoice, selfText, doesNotApply, comment }) => [
        required(codes, criterionId),
        {
          value: selfValue,
          total: selfTotal,
          ...(selfChoice !== null && { choice: selfChoice }),
          ...(selfText !== null && { text: selfText }),
          ...(doesNotApply !== null && { doesNotApply }),
          comment,
        },
      ],
    ),
  );
}
