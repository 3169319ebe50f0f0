import { sql } from 'kysely';
import { mayInspect } from '../auth/policy.js';
import type { CriterionRow } from '../frameworks/criterion-row.js';
import { scoreCriteria, type GivenAnswer } from '../frameworks/criterion-points.js';
import { loadCriteria, type FrameworkRow } from '../frameworks/framework.queries.js';
import { pillarRule } from '../frameworks/pillar-rule.js';
import { loadPlace } from '../institutions/institution-place.queries.js';
import { perRequest } from '../reads/loader.js';
import type { Context } from '../request/context.js';
import { required } from '../shared/required.js';
import { ANSWER_COLUMNS } from '../status-updates/answer-columns.queries.js';
import type { Entry } from '../status-updates/work.queries.js';
import { decisiveAnswer } from '../status-updates/work.js';
import type { Pillar } from '../vocabulary/framework.enums.js';
import type { InstitutionKind } from '../vocabulary/institution.enums.js';

export interface UnmetCriterionRow {
  criterion: CriterionRow;
  value: number | null;
  total: number | null;
}

/**
 * The criteria that a pillar requires and an approved revision does not meet, in the order of the
 * framework; null when the viewer may not see the answers.
 * @param update.kind the kind of the institution when its answers were scored.
 */
export async function loadUnmet(
  context: Context,
  update: {
    institutionId: number;
    revisionId: number;
    framework: FrameworkRow;
    kind: InstitutionKind;
  },
  pillar: Pillar,
): Promise<UnmetCriterionRow[] | null> {
  const place = context.viewer && (await loadPlace(context, update.institutionId));
  if (!place || !mayInspect(context.viewer, place)) return null;
  const { id, definition } = update.framework;
  const [criteria, answers] = await Promise.all([
    loadCriteria(context, id),
    loadDecisiveAnswers(context, update.revisionId),
  ]);
  const given = answers ?? new Map<string, GivenAnswer>();
  const rule = pillarRule(definition, pillar);
  const scores = new Map(
    scoreCriteria(definition, update.kind, given).map((each) => [each.criterion.code, each]),
  );
  return criteria.flatMap((criterion) => {
    const least = rule?.least.get(criterion.code);
    const { bearing, met, reaches } = required(scores, criterion.code);
    if (least === undefined || bearing !== 'APPLIES') return [];
    if (least === null ? met : reaches(least)) return [];
    const answer = given.get(criterion.question.code);
    const counted = answer && 'value' in answer ? answer : null;
    return [{ criterion, value: counted?.value ?? null, total: counted?.total ?? null }];
  });
}

/** What counts of the answers of revisions, by the code of the question. */
const loadDecisiveAnswers = perRequest(
  'decisive answers',
  async ({ database }, revisionIds: readonly number[]) => {
    const { rows } = await sql<{ revisionId: number; question: string; entry: Entry }>`
      select revision_id as "revisionId", question.code as question,
        json_build_object(${ANSWER_COLUMNS}) as entry
      from status_update_entry
      join criterion on criterion.id = criterion_id
      join question on question.id = criterion.question_id
      where revision_id = any(${[...revisionIds]}::int[])`.execute(database);
    return new Map(
      [...Map.groupBy(rows, ({ revisionId }) => revisionId)].map(([id, entries]) => [
        id,
        new Map(
          entries.flatMap(({ question, entry }) => {
            const answer = decisiveAnswer(entry);
            return answer ? [[question, answer] as const] : [];
          }),
        ),
      ]),
    );
  },
);
