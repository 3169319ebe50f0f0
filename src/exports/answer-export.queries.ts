import { sql } from 'kysely';
import { rowsInTurns, type Snapshot } from '../database/snapshot.js';
import { criteriaOf } from '../frameworks/framework.queries.js';
import { placesOf } from '../institutions/institution-place.queries.js';
import type { Context } from '../request/context.js';
import { calls } from '../rounds/called.queries.js';
import type { RoundRow } from '../rounds/round.queries.js';
import { required } from '../shared/required.js';
import { askedIn, askedOf } from '../status-updates/asked-criterion.js';
import { statusUpdateRows } from '../status-updates/status-update.queries.js';
import { ANSWER_COLUMNS } from '../status-updates/answer-columns.queries.js';
import { unitsByIds, type UnitRow } from '../units/unit.queries.js';
import type { InstitutionKind } from '../vocabulary/institution.enums.js';
import type { Decision, UpdateState } from '../vocabulary/status-update.enums.js';
import { answerRecord, type ExportedAnswer } from './answer-record.js';
import type { ExportRecord } from './export-format.js';

const TURN = 200;

/** What an institution handed in last. */
interface HandedIn {
  institutionId: number;
  code: string;
  /** The kind on the reference date, by which it is asked. */
  kind: InstitutionKind;
  state: UpdateState;
  revision: number;
  submittedAt: string;
  decision: Decision | null;
  decidedAt: string | null;
  answers: ExportedAnswer[];
}

/**
 * What the institutions of a round handed in last and the viewer may inspect, a record for each question that
 * they are asked, answered or not, in turns. Drafts are their institution's alone, and are not in it.
 */
export async function* exportedAnswers(
  context: Context,
  snapshot: Snapshot,
  wanted: { round: RoundRow; unit: UnitRow | null; dataRevision: number },
): AsyncGenerator<ExportRecord[]> {
  const { database } = snapshot;
  const { language, today } = context;
  const { frameworkIds } = wanted.round;
  const byFramework = await criteriaOf(database, frameworkIds);
  const criteria = askedIn(frameworkIds.map((id) => required(byFramework, id)));
  for await (const updates of rowsInTurns(snapshot, handedIn(context, wanted), TURN)) {
    const ids = updates.map(({ institutionId }) => institutionId);
    const places = await placesOf(database, ids, today);
    const units = await unitsByIds(
      database,
      [...places.values()].flatMap(({ unitId }) => unitId ?? []),
    );
    yield updates.flatMap((update) => {
      const place = required(places, update.institutionId);
      const answers = new Map(update.answers.map((each) => [each.criterionId, each]));
      const about = { ...wanted, ...update, name: place.name, place: units.get(place.unitId ?? 0) };
      return askedOf(criteria, update.kind).map((criterion) =>
        answerRecord({ ...about, criterion, answer: answers.get(criterion.id) }, language),
      );
    });
  }
}

function handedIn(context: Context, { round, unit }: { round: RoundRow; unit: UnitRow | null }) {
  const seen = statusUpdateRows(context, { roundId: round.id, unitId: unit?.id });
  return sql<HandedIn>`
    select seen."institutionId", institution.code, period.kind, seen.state,
      newest.number as revision, newest.submitted_at as "submittedAt",
      newest.decision, newest.decided_at as "decidedAt", newest.answers
    from ${seen} as seen
    join institution on institution.id = seen."institutionId"
    join reporting_round as round on round.id = seen."roundId"
    cross join lateral (
      select period.kind from institution_period as period
      join administrative_unit as unit on unit.id = period.unit_id
      where period.institution_id = seen."institutionId" and ${calls('round', 'period', 'unit')}
    ) as period
    cross join lateral (
      select number, submitted_at, decision, decided_at,
        (select coalesce(json_agg(json_build_object('criterionId', criterion_id, ${ANSWER_COLUMNS},
            'points', points, 'returnReason', return_reason, 'evidence', (
              select count(*) from evidence where evidence.revision_id = entry.revision_id
                and evidence.criterion_id = entry.criterion_id))), '[]')
          from status_update_entry as entry where entry.revision_id = revision.id) as answers
      from status_update_revision as revision
      where update_id = seen.id and submitted_at is not null
      order by number desc limit 1
    ) as newest
    where seen.inspects
    order by institution.code collate "C", institution.id`;
}
