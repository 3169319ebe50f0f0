import { type CriterionRow, criteriaOf } from '../frameworks/framework.queries.js';
import { databaseOf, type EntityManager } from '../database/orm.js';
import { insertRows, insertRowsForIds } from '../database/insert-rows.js';
import type { InstitutionKind } from '../vocabulary/institution.enums.js';
import { moveCounts, stepsOfInstitutions } from '../counts/progress-count.service.js';
import { firstOf, lastOf, paired, required } from '../shared/required.js';
import { IndicatorResult } from './indicator-result.entity.js';
import { pointsOf, scorePillars, type Answer } from './score.js';
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
  /** By criterion row id; a criterion without an answer earns nothing. */
  answers: ReadonlyMap<number, Answer>;
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
  const frameworks = await frameworksOfRounds(em, [
    ...new Set(records.map(({ roundId }) => roundId)),
  ]);
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
  const scored = paired(revisions, revisionIds).map(([{ record }, revision]) => ({
    record,
    revision,
    framework: required(frameworks, record.roundId),
  }));
  await insertRows(em, StatusUpdateEntry, scored.flatMap(entriesOf));
  await insertRows(
    em,
    IndicatorResult,
    scored.flatMap(({ record, revision, framework }) =>
      scorePillars(framework, framework.criteria, record.kind, record.answers).map(
        ({ pillar, ...score }) => ({ revision, indicator: pillar, ...score }),
      ),
    ),
  );
  await moveCounts(em, before, await stepsOfInstitutions(database, institutionIds));
}

interface RoundFramework {
  thresholdPercent: number;
  criteria: CriterionRow[];
}

function entriesOf(scored: {
  record: RevisionRecord;
  revision: number;
  framework: RoundFramework;
}) {
  const { record, revision, framework } = scored;
  return framework.criteria.flatMap((criterion) => {
    const answer = record.answers.get(criterion.id);
    return answer
      ? [
          {
            revision,
            criterion: criterion.id,
            selfValue: answer.value,
            selfTotal: answer.total ?? null,
            points: pointsOf(criterion, answer),
          },
        ]
      : [];
  });
}

async function frameworksOfRounds(
  em: EntityManager,
  roundIds: readonly number[],
): Promise<Map<number, RoundFramework>> {
  const database = databaseOf(em);
  const rounds = await database
    .selectFrom('reporting_round as round')
    .innerJoin('framework', 'framework.id', 'round.framework_id')
    .select([
      'round.id',
      'framework.id as frameworkId',
      'framework.threshold_percent as thresholdPercent',
    ])
    .where('round.id', 'in', [...roundIds])
    .execute();
  const criteria = await criteriaOf(
    database,
    rounds.map(({ frameworkId }) => frameworkId),
  );
  return new Map(
    rounds.map(({ id, frameworkId, thresholdPercent }) => [
      id,
      { thresholdPercent, criteria: criteria.get(frameworkId) ?? [] },
    ]),
  );
}
