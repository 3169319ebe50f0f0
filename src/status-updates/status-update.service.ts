import type { GivenAnswer } from '../frameworks/criterion-points.js';
import { scoringFrameworks, type ScoringFramework } from '../frameworks/framework.queries.js';
import { databaseOf, type EntityManager } from '../database/orm.js';
import { insertRows, insertRowsForIds } from '../database/insert-rows.js';
import type { InstitutionKind } from '../vocabulary/institution.enums.js';
import { moveCounts, stepsOfInstitutions } from '../counts/progress-count.service.js';
import { firstOf, lastOf, paired, required } from '../shared/required.js';
import { askedIn, type AskedCriterion } from './asked-criterion.js';
import { FrameworkResult } from './framework-result.entity.js';
import { IndicatorResult } from './indicator-result.entity.js';
import { scoreRevision, type RevisionScore } from './score.js';
import { StatusUpdateEntry } from './status-update-entry.entity.js';
import { StatusUpdateRevision } from './status-update-revision.entity.js';
import { StatusUpdate } from './status-update.entity.js';
import type { Decision } from '../vocabulary/status-update.enums.js';

/** A revision that was submitted and decided on elsewhere, before this hub kept the workflow. */
export interface RevisionRecord {
  institutionId: number;
  kind: InstitutionKind;
  roundId: number;
  submittedAt: Date;
  decision: Decision | null;
  decidedAt: Date | null;
  /** By the row id of the first criterion that asks; a question without an answer earns nothing. */
  answers: ReadonlyMap<number, Exclude<GivenAnswer, { doesNotApply: true }>>;
}

/**
 * Records revisions of status updates and changes the counts; those of one institution and round
 * are recorded in the given order. Call it inside `publish`.
 */
export async function recordRevisions(
  em: EntityManager,
  records: readonly RevisionRecord[],
): Promise<void> {
  const database = databaseOf(em);
  const institutionIds = [...new Set(records.map(({ institutionId }) => institutionId))];
  const before = await stepsOfInstitutions(database, institutionIds);
  const forms = await formsOfRounds(em, [...new Set(records.map(({ roundId }) => roundId))]);
  const chains = [
    ...Map.groupBy(records, (record) => `${record.institutionId} ${record.roundId}`).values(),
  ];
  const updates = await insertRowsForIds(
    em,
    StatusUpdate,
    chains.map((chain) => ({
      institution: firstOf(chain).institutionId,
      round: firstOf(chain).roundId,
      state: lastOf(chain).decision ?? 'SUBMITTED',
      version: 1,
    })),
  );
  const revisions = paired(chains, updates).flatMap(([chain, update]) =>
    chain.map((record, position) => ({ record, update, number: position + 1 })),
  );
  const revisionIds = await insertRowsForIds(
    em,
    StatusUpdateRevision,
    revisions.map(({ record: { submittedAt, decision, decidedAt }, update, number }) => ({
      update,
      number,
      submittedAt,
      decision,
      decidedAt,
    })),
  );
  const scored = paired(revisions, revisionIds).map(([{ record }, revision]) => {
    const { frameworks, asked } = required(forms, record.roundId);
    const score = scoreRevision(frameworks, asked, record.kind, record.answers);
    return { revision, score, entries: entriesOf(record, asked, score.points) };
  });
  await insertScored(em, scored);
  await moveCounts(em, before, await stepsOfInstitutions(database, institutionIds));
}

interface Scored {
  revision: number;
  score: RevisionScore;
  entries: ReturnType<typeof entriesOf>;
}

async function insertScored(em: EntityManager, scored: readonly Scored[]): Promise<void> {
  await insertRows(
    em,
    StatusUpdateEntry,
    scored.flatMap(({ revision, entries }) => entries.map((entry) => ({ revision, ...entry }))),
  );
  await insertRows(
    em,
    IndicatorResult,
    scored.flatMap(({ revision, score }) =>
      score.indicators.map((result) => ({ revision, ...result })),
    ),
  );
  await insertRows(
    em,
    FrameworkResult,
    scored.flatMap(({ revision, score }) =>
      score.frameworks.map(({ frameworkId, ...result }) => ({
        revision,
        framework: frameworkId,
        ...result,
      })),
    ),
  );
}

function entriesOf(
  { answers }: RevisionRecord,
  asked: readonly AskedCriterion[],
  points: ReadonlyMap<number, number>,
) {
  return asked.flatMap(({ id }) => {
    const answer = answers.get(id);
    if (!answer) return [];
    const given =
      'value' in answer
        ? { selfValue: answer.value, selfTotal: answer.total ?? null }
        : 'choice' in answer
          ? { selfChoice: answer.choice }
          : { selfText: answer.text };
    return [{ criterion: id, ...given, points: points.get(id) ?? 0 }];
  });
}

interface RoundForm {
  frameworks: ScoringFramework[];
  asked: AskedCriterion[];
}

async function formsOfRounds(
  em: EntityManager,
  roundIds: readonly number[],
): Promise<Map<number, RoundForm>> {
  const database = databaseOf(em);
  const rounds = await database
    .selectFrom('reporting_round_framework')
    .select(['round_id as roundId', 'framework_id as frameworkId'])
    .where('round_id', 'in', [...roundIds])
    .orderBy('position')
    .execute();
  const frameworks = await scoringFrameworks(database, [
    ...new Set(rounds.map(({ frameworkId }) => frameworkId)),
  ]);
  const byRound = Map.groupBy(rounds, ({ roundId }) => roundId);
  return new Map(
    [...byRound].map(([id, asks]) => {
      const its = asks.map(({ frameworkId }) => required(frameworks, frameworkId));
      return [id, { frameworks: its, asked: askedIn(its.map(({ criteria }) => criteria)) }];
    }),
  );
}
