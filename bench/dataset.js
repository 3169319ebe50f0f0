import { referenceFramework } from '../dist/seeds/reference/frameworks.js';
import { rebuildCounts } from '../dist/src/counts/rebuild.service.js';
import { publish } from '../dist/src/database/publish.js';
import { recordFramework } from '../dist/src/frameworks/framework.service.js';

/** Of how many units the country is made, whatever the number of institutions. */
const PROVINCES = 34;
const COMMUNES = 3321;

/** The last of the rounds, in which updates wait for a decision. */
export const LAST_ROUND = 2026;

/**
 * Fills an empty database with made-up data of a country: every institution has an approved update in
 * each round of its province. Answers are kept of the last round only, unless it is said otherwise; no
 * figure is made of the others'.
 * @param size.institutions how many institutions.
 * @param size.rounds how many yearly rounds each province has called, the last one in 2026.
 * @param size.waiting how many updates of the last round wait for a decision.
 * @param size.answered of how many of the last rounds answers are kept.
 * @param size.frameworks what every round asks; left out, the four pillars.
 */
export async function fillDataset(em, { institutions, rounds, waiting, answered = 1, frameworks }) {
  await publish(
    em,
    async (within) => {
      for (const file of frameworks ?? [await referenceFramework('four-pillar')])
        await recordFramework(within, file);
      const run = (statement, parameters = []) => within.execute(statement, parameters);
      await insertUnits(run);
      await insertInstitutions(run, institutions);
      await run(
        `insert into reporting_round (unit_id, code, name_vi, name_en, opens_on, due_on,
           reference_date, closes_on, source_status)
         select province, year, year, year, make_date(year, 4, 1), make_date(year, 5, 31),
           make_date(year, 5, 31), make_date(year, 12, 31), 'ILLUSTRATIVE'
         from generate_series(1, ?) as province, generate_series(?::int, ?::int) as year`,
        [PROVINCES, LAST_ROUND - rounds + 1, LAST_ROUND],
      );
      await run(
        `insert into reporting_round_framework (round_id, framework_id, position)
         select reporting_round.id, framework.id, framework.id from reporting_round, framework`,
      );
      await insertTargets(run);
      await insertUpdates(run, { waiting, answered });
      // Without statistics the plans are those of small tables.
      await run('analyze');
      await rebuildCounts(within);
      return { changed: true };
    },
    { illustrative: true },
  );
}

async function insertUnits(run) {
  await run(
    `insert into administrative_unit (kind, code, name, search_name, path)
     select 'PROVINCE', lpad(id::text, 2, '0'), 'Tỉnh ' || id, 'tinh ' || id, array[id]
     from generate_series(1, ?) as id`,
    [PROVINCES],
  );
  await run(
    `insert into administrative_unit (kind, code, name, search_name, parent_id, path)
     select 'COMMUNE', lpad(id::text, 5, '0'), 'Xã ' || id, 'xa ' || id, 1 + id % ?, array[1 + id % ?, ? + id]
     from generate_series(1, ?) as id`,
    [PROVINCES, PROVINCES, PROVINCES, COMMUNES],
  );
}

async function insertInstitutions(run, institutions) {
  await run(
    `insert into institution (code, source_status)
     select 'I-' || id, 'ILLUSTRATIVE' from generate_series(1, ?) as id order by id`,
    [institutions],
  );
  await run(
    `insert into institution_code (institution_id, system, code, recorded_at)
     select id, 'HUB', code, now() from institution order by id`,
  );
  await run(
    `insert into institution_period (institution_id, name, search_name, kind, levels, ownership,
       unit_id, settled, origin, recorded_at)
     select id, 'Trường ' || id, 'truong ' || id, kind, array['PRIMARY'], 'PUBLIC',
       ${PROVINCES} + 1 + (id * 7919) % ${COMMUNES}, true, 'RECORDED', '2021-01-01'
     from institution,
       lateral (select (array['PRIMARY_SCHOOL', 'PRIMARY_SCHOOL', 'LOWER_SECONDARY_SCHOOL',
         'UPPER_SECONDARY_SCHOOL', 'VOCATIONAL_SECONDARY_SCHOOL'])[1 + id % 5] as kind) as chosen
     order by id`,
  );
  await run(
    `insert into institution_fact (institution_id, attribute, value, unit_id, recorded_at)
     select institution_id, attribute, value, case when attribute = 'PLACE' then unit_id end, recorded_at
     from institution_period, lateral (values ('NAME', name), ('KIND', kind), ('LEVELS', 'PRIMARY'),
       ('OWNERSHIP', ownership), ('SOURCE_STATUS', 'ILLUSTRATIVE'), ('PLACE', null)) as fact(attribute, value)`,
  );
}

/** What the whole country is to reach by two years: each pillar, and the four together, in each group. */
async function insertTargets(run) {
  await run(
    `insert into plan (document, title_vi, title_en, issuer, source_status, version)
     values ('BENCH', 'Kế hoạch', 'Plan', 'Bench', 'ILLUSTRATIVE', 1)`,
  );
  await run(
    `insert into target (plan_id, "group", indicator, year, due_on, percent, source_status)
     select plan.id, groups.name, indicator, year, make_date(year, 12, 31), 50 + year % 100, 'ILLUSTRATIVE'
     from plan, unnest(array['GENERAL_EDUCATION', 'COLLEGE_AND_VOCATIONAL']) as groups(name),
       (select code as indicator from indicator) as asked, unnest(array[2025, 2030]) as year
     order by plan.id, groups.name, indicator, year`,
  );
}

async function insertUpdates(run, { waiting, answered }) {
  await run(
    `insert into status_update (institution_id, round_id, state, version)
     select period.institution_id, round.id, case when round.code = '${LAST_ROUND}'
       and period.institution_id <= ? then 'SUBMITTED' else 'APPROVED' end, 1
     from institution_period as period
     join administrative_unit as unit on unit.id = period.unit_id
     join reporting_round as round on round.unit_id = unit.path[1]
     order by round.reference_date, period.institution_id`,
    [waiting],
  );
  await run(
    `insert into status_update_revision (update_id, number, submitted_at, decision, decided_at)
     select status_update.id, 1, round.due_on - 3, case when state = 'APPROVED' then 'APPROVED' end,
       case when state = 'APPROVED' then round.due_on end
     from status_update join reporting_round as round on round.id = round_id order by status_update.id`,
  );
  await run(
    `insert into indicator_result (revision_id, indicator, stage, points, max_points)
     select revision.id, indicator, (array['NOT_STARTED', 'IN_PROGRESS', 'COMPLETED'])[1 + hash % 3],
       hash % 101, 100
     from status_update_revision as revision
     join status_update on status_update.id = revision.update_id
     join institution_period as period on period.institution_id = status_update.institution_id
       and period.superseded_at is null and period.valid_to is null
     cross join (select key as indicator, value as kinds from framework, jsonb_each(decides)) as decided,
       lateral (select abs(hashtext(indicator || revision.id)) as hash) as chosen
     where jsonb_exists(kinds, period.kind)`,
  );
  await run(
    `insert into status_update_entry (revision_id, criterion_id, self_value, self_total, points)
     select revision.id, criterion.id, case answer.kind when 'SHARE' then 10 + hash % (total - 9)
       when 'LEVEL' then 1 + hash % 2 else least(1, hash % 8) end,
       case when answer.kind = 'SHARE' then total end, 5
     from status_update_revision as revision
     join status_update on status_update.id = revision.update_id
     join reporting_round as round on round.id = round_id and round.code::int > ?
     join institution_period as period on period.institution_id = status_update.institution_id
       and period.superseded_at is null and period.valid_to is null
     join (select distinct on (question_id) * from criterion order by question_id, framework_id)
       as criterion on period.kind = any(criterion.kinds)
     join question on question.id = criterion.question_id,
       lateral (select form -> 'answer' ->> 'kind' as kind) as answer,
       lateral (select abs(hashtext(criterion.code || revision.id)) as hash,
         20 + abs(hashtext(revision.id || criterion.code)) % 60 as total) as chosen
     order by revision.id`,
    [LAST_ROUND - answered],
  );
  await run(
    `insert into framework_result (revision_id, framework_id, level, sections)
     select revision.id, framework.id, null, jsonb_build_array(jsonb_build_object('code', '1',
       'points', 5, 'maxPoints', 10, 'level', null, 'unmet', jsonb_build_array(), 'pointsToNext', null))
     from status_update_revision as revision
     join status_update on status_update.id = revision.update_id
     join institution_period as period on period.institution_id = status_update.institution_id
     join framework on period.kind = any(framework.kinds)`,
  );
}
