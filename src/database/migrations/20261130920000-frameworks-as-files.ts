import { Migration } from '@mikro-orm/migrations';

const PILLAR_NAMES = {
  DIGITAL_GOVERNANCE: ['Mô hình quản trị số', 'Digital governance'],
  DIGITAL_OPERATIONS: ['Hoạt động số', 'Digital operations'],
  STANDARDIZED_DATA: ['Chuẩn hoá dữ liệu số', 'Standardised data'],
  OPEN_LEARNING_RESOURCES: ['Kho học liệu số mở', 'Open learning resources'],
};
const NAMES = Object.entries(PILLAR_NAMES)
  .map(([pillar, [vi, en]]) => `('${pillar}', '${vi}', '${en}')`)
  .join(', ');

/** Of a level from 0 to the highest: its share of the points is in proportion. */
const LEVELS = `(select jsonb_agg(jsonb_build_object('level', level,
    'name', jsonb_build_object('vi', 'Mức ' || level, 'en', 'Level ' || level),
    'share', round(level::numeric / levels, 4)) order by level) from generate_series(0, levels) as level)`;
const ANSWER = `case answer_kind when 'YES_NO' then '{"kind": "YES_NO"}'::jsonb
  when 'SHARE' then '{"kind": "SHARE", "unit": {"vi": "số lượng", "en": "number"}}'::jsonb
  else jsonb_build_object('kind', 'LEVEL', 'levels', ${LEVELS}) end`;
const POINTS = `jsonb_build_object('rule', case answer_kind when 'SHARE' then 'PROPORTION' else 'ALL' end, 'maximum', max_points)`;

/**
 * Frameworks say by themselves what they ask, what it earns and what it decides; what was fixed in columns
 * becomes the same in the form of a file, with every figure unchanged. Criteria with the same code and the
 * same form of answer become uses of one question.
 */
export class FrameworksAsFiles extends Migration {
  override name = '20261130920000-frameworks-as-files';

  override up(): void {
    // Nothing of what is known changes, so nothing is told or kept as a new version.
    this.triggers('disable');
    this.addSql(`create table "question" ("id" serial primary key, "code" text not null, "revision" int not null, "form" jsonb not null);`);
    this.addSql(`alter table "question" add constraint "question_code_revision_unique" unique ("code", "revision");`);
    this.addSql(`alter table "question" add constraint "question_revision_check" check (revision > 0);`);
    this.addSql(`create temporary table asked_form on commit drop as
      select code as asked_code, answer_kind as asked_kind, levels as asked_levels,
        (row_number() over (partition by code order by min(framework_id), answer_kind, levels))::int as revision
      from criterion group by code, answer_kind, levels;`);
    this.addSql(`insert into question (code, revision, form)
      select distinct on (criterion.code, revision) criterion.code, revision,
        jsonb_build_object('code', criterion.code, 'revision', revision,
          'text', jsonb_build_object('vi', text_vi, 'en', text_en), 'answer', ${ANSWER})
      from criterion join asked_form on asked_code = code and asked_kind = answer_kind
        and asked_levels is not distinct from levels
      order by criterion.code, revision, framework_id desc;`);
    this.addSql(`alter table "criterion" add "question_id" int null;`);
    this.addSql(`update criterion set question_id = question.id
      from asked_form join question on question.code = asked_code and question.revision = asked_form.revision
      where asked_code = criterion.code and asked_kind = criterion.answer_kind
        and asked_levels is not distinct from criterion.levels;`);

    this.addSql(`alter table "framework" add "definition" jsonb null, add "kinds" text[] null, add "decides" jsonb null;`);
    this.addSql(`update framework set
      kinds = coalesce((select array_agg(distinct kind order by kind) from criterion, unnest(criterion.kinds) as kind where framework_id = framework.id), '{}'),
      decides = coalesce((select jsonb_object_agg(pillar, kinds) from (
        select pillar, jsonb_agg(distinct kind) as kinds from criterion, unnest(criterion.kinds) as kind
        where framework_id = framework.id group by pillar) as decided), '{}');`);
    this.addSql(`update framework set definition = jsonb_build_object(
      'format', 'edu-dx-hub/framework/1', 'code', code, 'version', version,
      'name', jsonb_build_object('vi', name_vi, 'en', name_en), 'issuer', source,
      'sourceStatus', source_status, 'kinds', to_jsonb(kinds), 'validFrom', valid_from, 'validTo', valid_to,
      'scales', '[]'::jsonb, 'newIndicators', '[]'::jsonb,
      'sections', coalesce((select jsonb_agg(jsonb_build_object('code', named.pillar,
          'name', jsonb_build_object('vi', vi, 'en', en), 'maximum', asked.maximum) order by asked.position)
        from (select pillar, sum(max_points) as maximum, min(position) as position
          from criterion where framework_id = framework.id group by pillar) as asked
        join (values ${NAMES}) as named(pillar, vi, en) using (pillar)), '[]'),
      'questions', coalesce((select jsonb_agg(question.form || jsonb_build_object(
          'text', jsonb_build_object('vi', text_vi, 'en', text_en)) order by position)
        from criterion join question on question.id = question_id where framework_id = framework.id), '[]'),
      'criteria', coalesce((select jsonb_agg(jsonb_build_object('code', code, 'section', pillar, 'question', code,
          'points', ${POINTS}, 'kinds', to_jsonb(kinds))
          || case when evidence_required then '{"evidence": "REQUIRED"}'::jsonb else '{}'::jsonb end order by position)
        from criterion where framework_id = framework.id), '[]'),
      'indicators', coalesce((select jsonb_agg(jsonb_build_object('indicator', pillar, 'completedWhen',
          jsonb_build_object('all', required || jsonb_build_object('section', pillar, 'percent', framework.threshold_percent))) order by place)
        from (select pillar, min(position) as place,
            coalesce(jsonb_agg(jsonb_build_object('criterion', code, 'atLeast', minimum) order by position)
              filter (where required), '[]'::jsonb) as required
          from criterion where framework_id = framework.id group by pillar) as pillars), '[]'));`);
    for (const column of ['definition', 'kinds', 'decides'])
      this.addSql(`alter table "framework" alter column "${column}" set not null;`);
    this.addSql(`alter table "framework" drop column "threshold_percent";`);
    // What was known of a framework decides the same as before.
    this.addSql(`alter table row_version disable trigger "recorded_is_final";`);
    this.addSql(`update row_version set content = content - 'threshold_percent'
        || jsonb_build_object('definition', definition, 'kinds', to_jsonb(kinds), 'decides', decides)
      from framework where of_table = 'framework' and row_id = framework.id;`);
    this.addSql(`alter table row_version enable trigger "recorded_is_final";`);

    this.addSql(`alter table "criterion" drop constraint "criterion_levels";`);
    this.addSql(`alter table "criterion" drop column "pillar", drop column "text_vi", drop column "text_en", drop column "answer_kind", drop column "levels", drop column "max_points", drop column "required", drop column "minimum", drop column "evidence_required";`);
    this.addSql(`alter table "criterion" alter column "question_id" set not null;`);
    this.addSql(`alter table "criterion" add constraint "criterion_question_id_foreign" foreign key ("question_id") references "question" ("id");`);
    this.addSql(`create index "criterion_question_id_index" on "criterion" ("question_id");`);

    this.addSql(`create table "reporting_round_framework" ("round_id" int not null, "framework_id" int not null, "position" int not null, primary key ("round_id", "framework_id"));`);
    this.addSql(`create index "reporting_round_framework_framework_id_index" on "reporting_round_framework" ("framework_id");`);
    this.addSql(`insert into reporting_round_framework (round_id, framework_id, position) select id, framework_id, 0 from reporting_round;`);
    this.addSql(`alter table "reporting_round_framework" add constraint "reporting_round_framework_round_id_foreign" foreign key ("round_id") references "reporting_round" ("id") on update restrict on delete restrict;`);
    this.addSql(`alter table "reporting_round_framework" add constraint "reporting_round_framework_framework_id_foreign" foreign key ("framework_id") references "framework" ("id") on update restrict on delete restrict;`);
    this.addSql(`alter table "reporting_round" drop column "framework_id";`);

    this.addSql(`alter table "status_update_entry" add "self_choice" text null, add "self_text" text null, add "does_not_apply" text null, add "appraised_choice" text null;`);
    this.addSql(`alter table "status_update_entry" drop constraint "status_update_entry_appraised";`);
    this.addSql(`alter table "status_update_entry" add constraint "status_update_entry_appraised" check ((appraised_value is null and appraised_choice is null) = (appraisal_reason is null));`);

    this.addSql(`create table "framework_result" ("revision_id" int not null, "framework_id" int not null, "level" int null, "sections" jsonb not null, primary key ("revision_id", "framework_id"));`);
    this.addSql(`create index "framework_result_framework_id_index" on "framework_result" ("framework_id");`);
    this.addSql(`alter table "framework_result" add constraint "framework_result_revision_id_foreign" foreign key ("revision_id") references "status_update_revision" ("id") on update restrict on delete restrict;`);
    this.addSql(`alter table "framework_result" add constraint "framework_result_framework_id_foreign" foreign key ("framework_id") references "framework" ("id") on update restrict on delete restrict;`);
    this.addSql(`create or replace function "framework_result_approved_is_final_fn"() returns trigger as \$\$ begin if exists (select from status_update_revision where id = old.revision_id and decision = 'APPROVED') then
        raise exception 'an approved revision is final: add a new revision' using errcode = 'restrict_violation';       end if;       return case when tg_op = 'DELETE' then old else new end; end; \$\$ language plpgsql;`);
    this.addSql(`create trigger "approved_is_final" BEFORE UPDATE OR DELETE on "framework_result" for each ROW execute function "framework_result_approved_is_final_fn"();`);
    this.addSql(`insert into framework_result (revision_id, framework_id, level, sections)
      select revision.id, framework_id, null, jsonb_agg(jsonb_build_object('code', indicator, 'points', points,
        'maxPoints', max_points, 'level', null, 'unmet', '[]'::jsonb, 'pointsToNext', null) order by place)
      from status_update_revision as revision
      join status_update on status_update.id = update_id
      join reporting_round_framework as asked on asked.round_id = status_update.round_id
      join framework on framework.id = framework_id
      cross join lateral jsonb_array_elements(definition -> 'sections') with ordinality as asks(section, place)
      join indicator_result on indicator_result.revision_id = revision.id and indicator = section ->> 'code'
      group by revision.id, framework_id;`);
    this.triggers('enable');
  }

  /** For frameworks of the four pillars only; others cannot be said in columns. */
  override down(): void {
    this.triggers('disable');
    this.addSql(`drop table "framework_result";`);
    this.addSql(`drop function "framework_result_approved_is_final_fn"();`);

    this.addSql(`alter table "status_update_entry" drop constraint "status_update_entry_appraised";`);
    this.addSql(`alter table "status_update_entry" drop column "self_choice", drop column "self_text", drop column "does_not_apply", drop column "appraised_choice";`);
    this.addSql(`alter table "status_update_entry" add constraint "status_update_entry_appraised" check ((appraised_value is null) = (appraisal_reason is null));`);

    this.addSql(`alter table "reporting_round" add "framework_id" int null;`);
    this.addSql(`update reporting_round set framework_id = asked.framework_id from reporting_round_framework as asked where asked.round_id = id;`);
    this.addSql(`alter table "reporting_round" alter column "framework_id" set not null;`);
    this.addSql(`create index "reporting_round_framework_id_index" on "reporting_round" ("framework_id");`);
    this.addSql(`drop table "reporting_round_framework";`);
    this.addSql(`alter table "reporting_round" add constraint "reporting_round_framework_id_foreign" foreign key ("framework_id") references "framework" ("id") on update restrict on delete restrict;`);

    this.addSql(`alter table "criterion" add "pillar" text null, add "text_vi" text null, add "text_en" text null, add "answer_kind" text null, add "levels" int null, add "max_points" numeric(6,2) null, add "required" boolean null, add "minimum" numeric(6,2) null, add "evidence_required" boolean null;`);
    this.addSql(`update criterion set pillar = decided.value ->> 'indicator', text_vi = form -> 'text' ->> 'vi', text_en = form -> 'text' ->> 'en',
        answer_kind = form -> 'answer' ->> 'kind', levels = jsonb_array_length(form -> 'answer' -> 'levels') - 1,
        max_points = (asked.value -> 'points' ->> 'maximum')::numeric, required = condition is not null,
        minimum = coalesce((condition ->> 'atLeast')::numeric, case when condition is null then 0 else 1 end),
        evidence_required = coalesce(asked.value ->> 'evidence', '') = 'REQUIRED'
      from criterion as own
      join framework on framework.id = own.framework_id
      join question on question.id = own.question_id
      cross join lateral jsonb_array_elements(definition -> 'criteria') as asked
      cross join lateral jsonb_array_elements(definition -> 'indicators') as decided
      left join lateral (select part as condition from jsonb_array_elements(decided.value -> 'completedWhen' -> 'all') as part
        where part ->> 'criterion' = own.code) as its on true
      where criterion.id = own.id and asked.value ->> 'code' = own.code
        and exists (select from jsonb_array_elements(decided.value -> 'completedWhen' -> 'all') as part
          where part ->> 'section' = asked.value ->> 'section');`);
    for (const column of ['pillar', 'text_vi', 'text_en', 'answer_kind', 'max_points', 'required', 'minimum', 'evidence_required'])
      this.addSql(`alter table "criterion" alter column "${column}" set not null;`);
    this.addSql(`alter table "criterion" add constraint "criterion_levels" check ((answer_kind = 'LEVEL') = (levels is not null));`);
    this.addSql(`alter table "criterion" drop column "question_id";`);
    this.addSql(`drop table "question";`);

    this.addSql(`alter table "framework" add "threshold_percent" int null;`);
    this.addSql(`update framework set threshold_percent = coalesce((select min((part ->> 'percent')::int)
      from jsonb_array_elements(definition -> 'indicators') as decided,
        jsonb_array_elements(decided -> 'completedWhen' -> 'all') as part where part ? 'percent'), 100);`);
    this.addSql(`alter table "framework" alter column "threshold_percent" set not null;`);
    this.addSql(`alter table "framework" drop column "definition", drop column "kinds", drop column "decides";`);
    this.addSql(`alter table row_version disable trigger "recorded_is_final";`);
    this.addSql(`update row_version set content = content - 'definition' - 'kinds' - 'decides'
        || jsonb_build_object('threshold_percent', threshold_percent)
      from framework where of_table = 'framework' and row_id = framework.id;`);
    this.addSql(`alter table row_version enable trigger "recorded_is_final";`);
    this.triggers('enable');
  }

  private triggers(turn: 'disable' | 'enable'): void {
    for (const table of ['framework', 'criterion'])
      this.addSql(`alter table "${table}" ${turn} trigger user;`);
  }
}
