import { sql } from 'kysely';
import type { Event } from '../changes/change.service.js';
import { databaseOf, type Database, type EntityManager } from '../database/orm.js';
import { firstOf, required } from '../shared/required.js';
import { pointsOf, type PillarScore } from './score.js';
import type { UpdateState } from '../vocabulary/status-update.enums.js';
import type { BegunWork, Entry, Work } from './work.queries.js';
import { decisiveAnswer, scoresOf } from './work.js';

export interface Claim {
  updateId: number;
  version: number;
  state: UpdateState;
}

/**
 * Takes updates to their next version, each only from the version that was read: the later of two
 * changes gets nothing. This is the first write of every change.
 * @returns the row ids of the updates that were taken.
 */
export async function claim(em: EntityManager, claims: readonly Claim[]): Promise<Set<number>> {
  const taken = await sql<{ id: number }>`
    update status_update set version = wanted.version + 1, state = wanted.state
    from unnest(${claims.map(({ updateId }) => updateId)}::int[],
      ${claims.map(({ version }) => version)}::int[],
      ${claims.map(({ state }) => state)}::text[]) as wanted(id, version, state)
    where status_update.id = wanted.id and status_update.version = wanted.version
    returning status_update.id`.execute(databaseOf(em));
  return new Set(taken.rows.map(({ id }) => id));
}

/**
 * The draft: the newest revision if it is one, or else a new revision with the answers and evidence
 * of the one before, but without its decision.
 */
export async function draftOf(em: EntityManager, updateId: number, work: Work): Promise<number> {
  const { revision } = work;
  if (revision && revision.submittedAt === null) return revision.id;
  const draft = await insertRevision(databaseOf(em), updateId, (revision?.number ?? 0) + 1);
  if (revision) await copyInto(databaseOf(em), draft, revision.id);
  return draft;
}

/**
 * The draft to which evidence is added. Evidence alone begins the next revision of what was returned
 * or withdrawn; the update keeps its version.
 */
export async function draftForEvidence(em: EntityManager, work: BegunWork): Promise<number> {
  const { updateId, revision, state } = work;
  if (revision.submittedAt === null) return revision.id;
  const draft = await draftOf(em, updateId, work);
  await writeAnswers(databaseOf(em), draft, work, [], scoresOf(work, revision.entries));
  if (state === 'WITHDRAWN')
    await sql`update status_update set state = 'DRAFT' where id = ${updateId}`.execute(
      databaseOf(em),
    );
  return draft;
}

async function insertRevision(
  database: Database,
  updateId: number,
  number: number,
): Promise<number> {
  const added = await sql<{ id: number }>`
    insert into status_update_revision (update_id, number) values (${updateId}, ${number})
    returning id`.execute(database);
  return firstOf(added.rows).id;
}

async function copyInto(database: Database, draft: number, source: number): Promise<void> {
  await sql`
    insert into status_update_entry
      (revision_id, criterion_id, self_value, self_total, comment, prefilled, points)
    select ${draft}, criterion_id, coalesce(appraised_value, self_value),
      case when appraised_value is null then self_total else appraised_total end,
      comment, prefilled, points
    from status_update_entry where revision_id = ${source}`.execute(database);
  await copyEvidence(database, draft, source);
}

export async function copyEvidence(
  database: Database,
  target: number,
  source: number,
): Promise<void> {
  await sql`
    insert into evidence (revision_id, criterion_id, name, url, file_id, added_by_id, added_at)
    select ${target}, criterion_id, name, url, file_id, added_by_id, added_at
    from evidence where revision_id = ${source}`.execute(database);
}

/**
 * Writes answers with their points into a revision, and its results in the pillars. A pillar that
 * no longer applies loses its result.
 */
export async function writeAnswers(
  database: Database,
  revision: number,
  { criteria }: Work,
  entries: readonly Entry[],
  scores: readonly PillarScore[],
): Promise<void> {
  const known = new Map(criteria.map((criterion) => [criterion.id, criterion]));
  const points = entries.map((entry) =>
    pointsOf(required(known, entry.criterionId), decisiveAnswer(entry)),
  );
  await sql`
    with answers as (
      insert into status_update_entry (revision_id, criterion_id, self_value, self_total,
        appraised_value, appraised_total, appraisal_reason, comment, prefilled, points)
      select ${revision}, entry.*
      from unnest(${entries.map((entry) => entry.criterionId)}::int[],
        ${entries.map((entry) => entry.selfValue)}::int[],
        ${entries.map((entry) => entry.selfTotal)}::int[],
        ${entries.map((entry) => entry.appraisedValue)}::int[],
        ${entries.map((entry) => entry.appraisedTotal)}::int[],
        ${entries.map((entry) => entry.appraisalReason)}::text[],
        ${entries.map((entry) => entry.comment)}::text[],
        ${entries.map((entry) => entry.prefilled)}::boolean[], ${points}::numeric[]) as entry
      on conflict (revision_id, criterion_id) do update set
        self_value = excluded.self_value, self_total = excluded.self_total,
        appraised_value = excluded.appraised_value, appraised_total = excluded.appraised_total,
        appraisal_reason = excluded.appraisal_reason, comment = excluded.comment,
        prefilled = excluded.prefilled, points = excluded.points
    ), outdated as (
      delete from indicator_result where revision_id = ${revision}
        and indicator <> all(${scores.map(({ pillar }) => pillar)}::text[])
    )
    insert into indicator_result (revision_id, indicator, stage, points, max_points)
    select ${revision}, result.*
    from unnest(${scores.map(({ pillar }) => pillar)}::text[],
      ${scores.map(({ stage }) => stage)}::text[],
      ${scores.map((score) => score.points)}::numeric[],
      ${scores.map(({ maxPoints }) => maxPoints)}::numeric[]) as result
    on conflict (revision_id, indicator) do update set stage = excluded.stage,
      points = excluded.points, max_points = excluded.max_points`.execute(database);
}

export function eventOf(
  work: Work,
  updateId: number,
  version: number,
  before: object | null,
  after: object | null,
): Event {
  return {
    subjectType: 'StatusUpdate',
    subjectId: updateId,
    subjectVersion: version,
    institutionId: work.institutionId,
    unitId: work.place.unitId,
    before,
    after,
  };
}
