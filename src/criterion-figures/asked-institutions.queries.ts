import { sql } from 'kysely';
import type { Moment } from '../counts/facts.js';
import type { Database } from '../database/orm.js';
import type { LocalDate } from '../shared/dates.js';
import { paired } from '../shared/required.js';
import { spanCovers } from '../units/unit.queries.js';
import type { InstitutionKind } from '../vocabulary/institution.enums.js';

/** Whose answers to a framework are counted. */
export interface AskedQuestion {
  /** The row ids of all versions of the framework. */
  versionIds: readonly number[];
  /** Null for the whole country. */
  unitId: number | null;
  asOf: LocalDate;
  knownAt: Moment;
  kinds: readonly InstitutionKind[];
}

/** An institution that was operating on the date, with the approved revision that counts. */
export interface AskedInstitution {
  /** The row id of its province. */
  province: number;
  kind: InstitutionKind;
  /** What it was on the reference date of the round, as known when that was approved; `kind` without one. */
  kindThen: InstitutionKind;
  /** Null when nothing that is approved for the date is about the framework. */
  revisionId: number | null;
  /** The version of the framework under which it was scored. */
  versionId: number | null;
}

/**
 * The institutions in a unit on a date, each with the latest approved revision of a round that asked it
 * something of the framework, whatever its version; later rounds win over later approvals.
 */
export async function askedInstitutions(
  database: Database,
  { versionIds, unitId, asOf, knownAt, kinds }: AskedQuestion,
): Promise<AskedInstitution[]> {
  const moment = knownAt === Infinity ? 'infinity' : new Date(knownAt).toISOString();
  // By the units below, because their institutions are found by an index.
  const inUnit =
    unitId === null
      ? sql`true`
      : sql`period.unit_id = any(array(
          select id from administrative_unit where path @> array[${unitId}]::int[]))`;
  // For all together: for each institution alone, it would take three times as long.
  const { rows } = await sql<AskedInstitution>`
    with asked as materialized (
      select period.institution_id, unit.path[1] as province, period.kind
      from institution_period as period
      join administrative_unit as unit on unit.id = period.unit_id
      where period.recorded_at <= ${moment}::timestamptz
        and (period.superseded_at is null or period.superseded_at > ${moment}::timestamptz)
        and ${spanCovers('period.valid_from', 'period.valid_to', asOf)}
        and ${inUnit} and period.kind = any(${[...kinds]}::text[])
    ), deciding as (
      select distinct on (given.institution_id) given.institution_id, revision.id,
        revision.decided_at, result.framework_id, round.reference_date
      from status_update as given
      join reporting_round as round on round.id = given.round_id
      join status_update_revision as revision on revision.update_id = given.id
      join framework_result as result on result.revision_id = revision.id
        and result.framework_id = any(${[...versionIds]}::int[])
      left join approval_taken_back as taken on taken.revision_id = revision.id
      where given.institution_id in (select institution_id from asked)
        and round.reference_date <= ${asOf}::date
        and revision.decision = 'APPROVED' and revision.decided_at <= ${moment}::timestamptz
        and (taken.taken_back_at is null or taken.taken_back_at > ${moment}::timestamptz)
        and jsonb_array_length(result.sections) > 0
      order by given.institution_id, round.reference_date desc, round.id desc, revision.number desc
    )
    select asked.province, asked.kind, deciding.id as "revisionId",
      deciding.framework_id as "versionId", coalesce(past.kind, asked.kind) as "kindThen"
    from asked
    left join deciding on deciding.institution_id = asked.institution_id
    left join lateral (
      select one.kind from institution_period as one
      where one.institution_id = asked.institution_id
        and (one.valid_from is null or one.valid_from <= deciding.reference_date)
        and (one.valid_to is null or one.valid_to >= deciding.reference_date)
      -- Reports that were recorded later than they were made may be older than what is known.
      order by (one.recorded_at <= deciding.decided_at and (one.superseded_at is null
        or one.superseded_at > deciding.decided_at)) desc, one.recorded_at desc limit 1
    ) as past on deciding.id is not null`.execute(database);
  return rows;
}

/** How many institutions gave one answer to a question, in each of their groups. */
export interface CountedAnswer {
  /** The code of the question. */
  question: string;
  value: number | null;
  total: number | null;
  choice: string | null;
  isText: boolean;
  doesNotApply: boolean;
  of: readonly { group: number; count: number }[];
}

/** In PostgreSQL's text, because these are many. */
type ReadAnswer = Omit<CountedAnswer, 'of'> & { groups: string; counts: string };

/**
 * The answers that count of revisions, those that are alike counted together.
 * @param revisions each with the number of its group, as the caller counts them.
 */
export async function answersAlike(
  database: Database,
  revisions: readonly { id: number; group: number }[],
  questions: readonly string[],
): Promise<CountedAnswer[]> {
  if (revisions.length === 0) return [];
  const { rows } = await sql<ReadAnswer>`
    select question.code as question, value, total, choice, "isText", "doesNotApply", groups, counts
    from (
      -- By the row id of the criterion, which is compared much faster than the code of the question.
      select criterion_id, value, total, choice, "isText", "doesNotApply",
        array_agg("group")::text as groups, array_agg(count)::text as counts
      from (
        select asked."group", entry.criterion_id, ${COUNTING}, count(*)
        from unnest(${revisions.map(({ id }) => id)}::int[],
          ${revisions.map(({ group }) => group)}::int[]) as asked(id, "group")
        join status_update_entry as entry on entry.revision_id = asked.id
        group by 1, 2, 3, 4, 5, 6, 7
      ) as counted
      group by 1, 2, 3, 4, 5, 6
    ) as alike
    join criterion on criterion.id = alike.criterion_id
    join question on question.id = criterion.question_id
    where question.code = any(${[...questions]}::text[])`.execute(database);
  return rows.map(({ groups, counts, ...answer }) => ({
    ...answer,
    of: paired(numbersIn(groups), numbersIn(counts)).map(([group, count]) => ({ group, count })),
  }));
}

function numbersIn(array: string): number[] {
  return array.slice(1, -1).split(',').map(Number);
}

/** What a reviewer set counts, if anything, or else what the institution said. */
const COUNTING = sql`
  coalesce(entry.appraised_value, entry.self_value) as value,
  case when entry.appraised_value is null then entry.self_total else entry.appraised_total end as total,
  coalesce(entry.appraised_choice, entry.self_choice) as choice,
  entry.self_text is not null as "isText",
  entry.appraisal_reason is null and entry.does_not_apply is not null as "doesNotApply"`;
