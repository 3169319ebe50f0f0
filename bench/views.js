/**
 * What a generator of graphs needs to be asked the hub's questions: views over the raw tables, in a
 * schema of their own. They leave out what the hub knows beside: frameworks, what is in review, unsettled
 * places, trends. So they do less than the hub for the same figures.
 */
export async function createViews(run) {
  await run('drop schema if exists bench cascade');
  await run('create schema bench');
  // The hub finds codes of every date in a table of its own; the views know the one in use only.
  await run('create index if not exists bench_code on institution (code)');
  await run(`
    create view bench.institution as
    select institution.id, institution.code, period.name, period.search_name, period.kind,
      period.unit_id, unit.path[1] as province_id, latest.update_id, latest.revision_id
    from institution
    join institution_period as period on period.institution_id = institution.id
      and period.superseded_at is null
      and (period.valid_from is null or period.valid_from <= current_date)
      and (period.valid_to is null or period.valid_to >= current_date)
    join administrative_unit as unit on unit.id = period.unit_id
    left join lateral (${latestOf('institution.id', 'current_date')}) as latest on true`);
  await run(`comment on view bench.institution is
    E'@name country_institution\\n@primaryKey id\\n@foreignKey (unit_id) references public.administrative_unit (id)\\n@foreignKey (revision_id) references public.status_update_revision (id)'`);
  await run(`
    create view bench.progress as
    select asked.id as unit_id, asked.parent_id, asked.kind as unit_kind, asked.code, asked.name,
      day.as_of::date as as_of, chosen."group", counted.pillar, count(*)::int as institutions,
      (count(*) filter (where counted.completed))::int as completed, count(latest.update_id)::int as reported,
      100.0::float8 * count(*) filter (where counted.completed) / count(*) as percent
    from administrative_unit as asked
    cross join generate_series('2020-01-01'::timestamp, '2029-12-31', '1 day') as day(as_of)
    join administrative_unit as place on place.path @> array[asked.id]
    join institution_period as period on period.unit_id = place.id and period.superseded_at is null
      and (period.valid_from is null or period.valid_from <= day.as_of::date)
      and (period.valid_to is null or period.valid_to >= day.as_of::date)
    cross join lateral (select case when period.kind in
      ('COLLEGE', 'VOCATIONAL_SECONDARY_SCHOOL', 'VOCATIONAL_CENTRE')
      then 'COLLEGE_AND_VOCATIONAL' else 'GENERAL_EDUCATION' end as "group") as chosen
    left join lateral (${latestOf('period.institution_id', 'day.as_of::date')}) as latest on true
    cross join lateral (
      select pillar, (select stage = 'COMPLETED' from indicator_result as result
        where result.revision_id = latest.revision_id and result.indicator = pillars.pillar) as completed
      from (values ('DIGITAL_GOVERNANCE'), ('DIGITAL_OPERATIONS'), ('STANDARDIZED_DATA'),
        ('OPEN_LEARNING_RESOURCES')) as pillars(pillar)
      union all
      select null, bool_and(stage = 'COMPLETED') from indicator_result as result
        where result.revision_id = latest.revision_id
    ) as counted
    group by asked.id, day.as_of::date, chosen."group", counted.pillar`);
  await run(`comment on view bench.progress is E'@name country_progress'`);
  // What can be added up: each institution once, by what it is.
  await run(`
    create view bench.standing as
    select institution.id, institution.kind, institution.unit_id, institution.province_id,
      (institution.revision_id is not null)::int as reported,
      ${PILLARS.map((pillar) => `coalesce(result.completed ->> '${pillar}', '0')::int as ${pillar.toLowerCase()}`).join(', ')},
      coalesce(result.whole, 0) as all_four
    from bench.institution as institution
    left join lateral (
      select json_object_agg(indicator, (stage = 'COMPLETED')::int) as completed,
        bool_and(stage = 'COMPLETED')::int as whole
      from indicator_result where revision_id = institution.revision_id) as result on true`);
  await run(`comment on view bench.standing is E'@name country_standing\\n@primaryKey id'`);
}

export const PILLARS = [
  'DIGITAL_GOVERNANCE',
  'DIGITAL_OPERATIONS',
  'STANDARDIZED_DATA',
  'OPEN_LEARNING_RESOURCES',
];

/** The SQL of the latest approved revision of an institution as of a date. */
function latestOf(institution, date) {
  return `
    select status_update.id as update_id, revision.id as revision_id
    from status_update
    join reporting_round as round on round.id = status_update.round_id
      and round.reference_date <= ${date}
    join status_update_revision as revision on revision.update_id = status_update.id
      and revision.decision = 'APPROVED'
    where status_update.institution_id = ${institution}
    order by round.reference_date desc, revision.number desc limit 1`;
}
