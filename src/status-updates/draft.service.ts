import { sql } from 'kysely';
import type { Event } from '../changes/change.service.js';
import { doLater } from '../database/flight.js';
import { databaseOf, type Database, type EntityManager } from '../database/orm.js';
import { firstOf } from '../shared/required.js';
import type { RevisionScore } from './score.js';
import type { UpdateState } from '../vocabulary/status-update.enums.js';
import { DECISIVE } from './answer-columns.queries.js';
import type { BegunWork, Entry, Work } from './work.queries.js';
import { scoresOf } from './work.js';

export interface Claim {
  updateId: number;
  version: number;
  state: UpdateState;
}

/**
 * Takes updates to their next version, each only from the version that was read, whose rows are locked since.
 * This is the first write of every change.
 */
export async function claim(em: EntityManager, claims: readonly Claim[]): Promise<void> {
  const claimed = sql`
    update status_update set version = wanted.version + 1, state = wanted.state
    from unnest(${claims.map(({ updateId }) => updateId)}::int[],
      ${claims.map(({ version }) => version)}::int[],
      ${claims.map(({ state }) => state)}::text[]) as wanted(id, version, state)
    where status_update.id = wanted.id and status_update.version = wanted.version`;
  await doLater(databaseOf(em), claimed);
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
  await writeAnswers(databaseOf(em), draft, [], scoresOf(work, revision.entries));
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
  const copied = sql`
    insert into status_update_entry
      (revision_id, criterion_id, ${DECISIVE.columns}, comment, prefilled, points)
    select ${draft}, criterion_id, ${DECISIVE.values}, comment, prefilled, points
    from status_update_entry as entry where revision_id = ${source}`;
  await doLater(database, copied);
  await copyEvidence(database, draft, source);
}

export async function copyEvidence(
  database: Database,
  target: number,
  source: number,
): Promise<void> {
  const copied = sql`
    insert into evidence (revision_id, criterion_id, name, url, file_id, added_by_id, added_at)
    select ${target}, criterion_id, name, url, file_id, added_by_id, added_at
    from evidence where revision_id = ${source}`;
  await doLater(database, copied);
}

/**
 * Writes answers with their points into a revision, and what all of its answers give. An indicator that
 * no longer applies loses its result.
 * @param score of all answers of the revision.
 */
export async function writeAnswers(
  database: Database,
  revision: number,
  entries: readonly Entry[],
  { points, indicators, frameworks }: RevisionScore,
): Promise<void> {
  const column = <Name extends keyof Entry>(name: Name) => entries.map((entry) => entry[name]);
  const written = sql`
    with answers as (
      insert into status_update_entry (revision_id, criterion_id, self_value, self_total, self_choice,
        self_text, does_not_apply, appraised_value, appraised_total, appraised_choice,
        appraisal_reason, comment, prefilled, points)
      select ${revision}, entry.*
      from unnest(${column('criterionId')}::int[], ${column('selfValue')}::int[],
        ${column('selfTotal')}::int[], ${column('selfChoice')}::text[],
        ${column('selfText')}::text[], ${column('doesNotApply')}::text[],
        ${column('appraisedValue')}::int[], ${column('appraisedTotal')}::int[],
        ${column('appraisedChoice')}::text[], ${column('appraisalReason')}::text[],
        ${column('comment')}::text[], ${column('prefilled')}::boolean[],
        ${entries.map(({ criterionId }) => points.get(criterionId) ?? 0)}::numeric[]) as entry
      on conflict (revision_id, criterion_id) do update set
        self_value = excluded.self_value, self_total = excluded.self_total,
        self_choice = excluded.self_choice, self_text = excluded.self_text,
        does_not_apply = excluded.does_not_apply, appraised_value = excluded.appraised_value,
        appraised_total = excluded.appraised_total, appraised_choice = excluded.appraised_choice,
        appraisal_reason = excluded.appraisal_reason, comment = excluded.comment,
        prefilled = excluded.prefilled, points = excluded.points
    ), outdated as (
      delete from indicator_result where revision_id = ${revision}
        and indicator <> all(${indicators.map(({ indicator }) => indicator)}::text[])
    ), by_framework as (
      insert into framework_result (revision_id, framework_id, level, sections)
      select ${revision}, result.*
      from unnest(${frameworks.map(({ frameworkId }) => frameworkId)}::int[],
        ${frameworks.map(({ level }) => level)}::int[],
        ${frameworks.map(({ sections }) => JSON.stringify(sections))}::jsonb[]) as result
      on conflict (revision_id, framework_id) do update
        set level = excluded.level, sections = excluded.sections
    )
    insert into indicator_result (revision_id, indicator, stage, points, max_points)
    select ${revision}, result.*
    from unnest(${indicators.map(({ indicator }) => indicator)}::text[],
      ${indicators.map(({ stage }) => stage)}::text[],
      ${indicators.map((score) => score.points)}::numeric[],
      ${indicators.map(({ maxPoints }) => maxPoints)}::numeric[]) as result
    on conflict (revision_id, indicator) do update set stage = excluded.stage,
      points = excluded.points, max_points = excluded.max_points`;
  await doLater(database, written);
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
