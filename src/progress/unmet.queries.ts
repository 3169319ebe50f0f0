import { mayInspect } from '../auth/policy.js';
import { perRequest } from '../reads/loader.js';
import type { Context } from '../request/context.js';
import type { Database } from '../database/orm.js';
import { loadCriteria, type CriterionRow } from '../frameworks/framework.queries.js';
import type { InstitutionKind } from '../vocabulary/institution.enums.js';
import { loadPlace } from '../institutions/institution-place.queries.js';
import { isMet } from '../status-updates/score.js';
import { decisiveAnswer } from '../status-updates/work.js';

export interface UnmetCriterionRow {
  criterion: CriterionRow;
  value: number | null;
  total: number | null;
}

/**
 * The required criteria that an approved revision does not meet, in the order of the framework;
 * null when the viewer may not see the answers.
 * @param update.kind the kind of the institution when its answers were scored.
 */
export async function loadUnmet(
  context: Context,
  update: {
    institutionId: number;
    revisionId: number;
    frameworkId: number;
    kind: InstitutionKind;
  },
): Promise<UnmetCriterionRow[] | null> {
  const place = context.viewer && (await loadPlace(context, update.institutionId));
  if (!place || !mayInspect(context.viewer, place)) return null;
  const [criteria, answers] = await Promise.all([
    loadCriteria(context, update.frameworkId),
    loadDecisiveAnswers(context, update.revisionId),
  ]);
  return criteria.flatMap((criterion) => {
    if (!criterion.required || !criterion.kinds.includes(update.kind)) return [];
    const answer = answers?.get(criterion.id);
    if (isMet(criterion, answer)) return [];
    return [{ criterion, value: answer?.value ?? null, total: answer?.total ?? null }];
  });
}

const loadDecisiveAnswers = perRequest(
  'decisive answers',
  ({ database }, revisionIds: readonly number[]) => decisiveAnswersOf(database, revisionIds),
);

type DecisiveAnswers = Map<number, ReturnType<typeof decisiveAnswer>>;

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
    const known =
      answers.get(row.revisionId) ?? new Map<number, ReturnType<typeof decisiveAnswer>>();
    answers.set(row.revisionId, known.set(row.criterionId, decisiveAnswer(row)));
  }
  return answers;
}
