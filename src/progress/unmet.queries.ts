import { mayInspect } from '../auth/policy.js';
import type { Context } from '../context.js';
import type { Database } from '../database/orm.js';
import { loadCriteria, type CriterionRow } from '../frameworks/framework.queries.js';
import { loadPlace } from '../institutions/institution-place.queries.js';
import { isMet } from '../status-updates/score.js';
import { decisiveAnswer } from '../status-updates/work.js';
import { periodOn, type InstitutionFacts, type Moment, type RevisionFact } from './observe.js';

/** A required criterion that an update does not meet, with the answer that decides. */
export interface UnmetCriterionRow {
  criterion: CriterionRow;
  /** Null when it was not answered. */
  value: number | null;
  total: number | null;
}

/**
 * The required criteria that an approved revision does not meet, in the order of the framework; null
 * when the viewer may not see what the institution answers.
 */
export async function loadUnmet(
  context: Context,
  facts: Pick<InstitutionFacts, 'id' | 'periods'>,
  revision: Pick<RevisionFact, 'id' | 'referenceDate'> & { frameworkId: number },
  knownAt: Moment,
): Promise<UnmetCriterionRow[] | null> {
  const place = context.viewer && (await loadPlace(context, facts.id));
  if (!place || !mayInspect(context.viewer, place)) return null;
  const [criteria, answers] = await Promise.all([
    loadCriteria(context, revision.frameworkId),
    context.batch.load('decisive answers', revision.id, (ids) =>
      decisiveAnswersOf(context.database, ids),
    ),
  ]);
  const kind = periodOn(facts, revision.referenceDate, knownAt)?.kind;
  return criteria.flatMap((criterion) => {
    if (!criterion.required || !kind || !criterion.kinds.includes(kind)) return [];
    const answer = answers?.get(criterion.id);
    if (isMet(criterion, answer)) return [];
    return [{ criterion, value: answer?.value ?? null, total: answer?.total ?? null }];
  });
}

type DecisiveAnswers = Map<number, ReturnType<typeof decisiveAnswer>>;

/** What decides of each answer of each revision, by criterion. */
async function decisiveAnswersOf(
  database: Database,
  revisionIds: readonly number[],
): Promise<Map<number, DecisiveAnswers>> {
  const rows = await database
    .selectFrom('status_update_entry')
    .select([
      'revision_id as revisionId',
      'criterion_id as criterionId',
      'self_value as selfValue',
      'self_total as selfTotal',
      'appraised_value as appraisedValue',
      'appraised_total as appraisedTotal',
    ])
    .where('revision_id', 'in', [...revisionIds])
    .execute();
  const answers = new Map<number, DecisiveAnswers>();
  for (const row of rows) {
    const known = answers.get(row.revisionId) ?? (new Map() as DecisiveAnswers);
    answers.set(row.revisionId, known.set(row.criterionId, decisiveAnswer(row)));
  }
  return answers;
}
