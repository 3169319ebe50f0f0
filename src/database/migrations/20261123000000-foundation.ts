import { Migration } from '@mikro-orm/migrations';

export class Foundation extends Migration {

  override name = '20261123000000-foundation';

  override up(): void | Promise<void> {
    this.addSql(`create table "administrative_unit" ("id" serial primary key, "kind" text not null, "code" text not null, "name" text not null, "name_en" text null, "search_name" text not null, "parent_id" int null, "path" int[] not null, "valid_from" date null, "valid_to" date null, "legal_document" text null);`);
    this.addSql(`create index "administrative_unit_parent_id_index" on "administrative_unit" ("parent_id");`);
    this.addSql(`create unique index administrative_unit_code_span on administrative_unit (kind, code, (coalesce(valid_from, '0001-01-01'::date)));`);
    this.addSql(`create index administrative_unit_path on administrative_unit using gin (path);`);
    this.addSql(`create index administrative_unit_name on administrative_unit (search_name collate "C", id);`);
    this.addSql(`alter table "administrative_unit" add constraint "administrative_unit_span" check (valid_from is null or valid_to is null or valid_from <= valid_to);`);
    this.addSql(`alter table "administrative_unit" add constraint "administrative_unit_kind_check" check ("kind" in ('PROVINCE', 'DISTRICT', 'COMMUNE'));`);

    this.addSql(`create table "framework" ("id" serial primary key, "code" text not null, "version" int not null, "name_vi" text not null, "name_en" text not null, "valid_from" date not null, "valid_to" date null, "threshold_percent" int not null, "source" text not null, "source_status" text not null);`);
    this.addSql(`alter table "framework" add constraint "framework_code_version_unique" unique ("code", "version");`);
    this.addSql(`alter table "framework" add constraint "framework_threshold_percent_check" check (threshold_percent >= 1 and threshold_percent <= 100);`);
    this.addSql(`alter table "framework" add constraint "framework_source_status_check" check ("source_status" in ('CONFIRMED', 'UNCONFIRMED', 'ILLUSTRATIVE'));`);

    this.addSql(`create table "criterion" ("id" serial primary key, "framework_id" int not null, "pillar" text not null, "code" text not null, "position" int not null, "text_vi" text not null, "text_en" text not null, "answer_kind" text not null, "levels" int null, "max_points" numeric(6,2) not null, "required" boolean not null, "minimum" numeric(6,2) not null, "evidence_required" boolean not null, "kinds" text[] not null);`);
    this.addSql(`alter table "criterion" add constraint "criterion_framework_id_code_unique" unique ("framework_id", "code");`);
    this.addSql(`alter table "criterion" add constraint "criterion_levels" check ((answer_kind = 'LEVEL') = (levels is not null));`);
    this.addSql(`alter table "criterion" add constraint "criterion_kinds" check (cardinality(kinds) > 0);`);
    this.addSql(`alter table "criterion" add constraint "criterion_max_points_check" check (max_points >= 0);`);
    this.addSql(`alter table "criterion" add constraint "criterion_minimum_check" check (minimum >= 0);`);
    this.addSql(`alter table "criterion" add constraint "criterion_pillar_check" check ("pillar" in ('DIGITAL_GOVERNANCE', 'DIGITAL_OPERATIONS', 'STANDARDIZED_DATA', 'OPEN_LEARNING_RESOURCES'));`);
    this.addSql(`alter table "criterion" add constraint "criterion_answer_kind_check" check ("answer_kind" in ('YES_NO', 'LEVEL', 'SHARE'));`);

    this.addSql(`create table "institution" ("id" serial primary key, "code" text not null, "name" text not null, "search_name" text not null, "kind" text not null, "levels" text[] not null, "ownership" text not null, "special_status" text null, "opened_on" date null, "closed_on" date null, "source_status" text not null);`);
    this.addSql(`create index institution_name on institution (search_name collate "C", id);`);
    this.addSql(`create index institution_current_code on institution (code collate "C", id);`);
    this.addSql(`alter table "institution" add constraint "institution_span" check (opened_on is null or closed_on is null or opened_on <= closed_on);`);
    this.addSql(`alter table "institution" add constraint "institution_levels" check (cardinality(levels) > 0);`);
    this.addSql(`alter table "institution" add constraint "institution_kind_check" check ("kind" in ('PRIMARY_SCHOOL', 'LOWER_SECONDARY_SCHOOL', 'UPPER_SECONDARY_SCHOOL', 'MULTI_LEVEL_SCHOOL', 'CONTINUING_EDUCATION_CENTRE', 'VOCATIONAL_CENTRE', 'VOCATIONAL_SECONDARY_SCHOOL', 'COLLEGE', 'UNIVERSITY'));`);
    this.addSql(`alter table "institution" add constraint "institution_ownership_check" check ("ownership" in ('PUBLIC', 'PRIVATE'));`);
    this.addSql(`alter table "institution" add constraint "institution_special_status_check" check ("special_status" in ('ETHNIC_BOARDING', 'SPECIALISED'));`);
    this.addSql(`alter table "institution" add constraint "institution_source_status_check" check ("source_status" in ('CONFIRMED', 'UNCONFIRMED', 'ILLUSTRATIVE'));`);

    this.addSql(`create table "institution_code" ("id" serial primary key, "institution_id" int not null, "system" text not null, "code" text not null, "valid_from" date null, "valid_to" date null);`);
    this.addSql(`create index "institution_code_institution_id_index" on "institution_code" ("institution_id");`);
    this.addSql(`create index "institution_code_code_system_index" on "institution_code" ("code", "system");`);
    this.addSql(`alter table "institution_code" add constraint "institution_code_span" check (valid_from is null or valid_to is null or valid_from <= valid_to);`);

    this.addSql(`create table "institution_period" ("id" serial primary key, "institution_id" int not null, "kind" text not null, "unit_id" int null, "settled" boolean not null, "origin" text not null, "valid_from" date null, "valid_to" date null, "recorded_at" timestamptz(3) not null, "superseded_at" timestamptz(3) null);`);
    this.addSql(`create index "institution_period_institution_id_index" on "institution_period" ("institution_id");`);
    this.addSql(`create index "institution_period_unit_id_index" on "institution_period" ("unit_id");`);
    this.addSql(`alter table "institution_period" add constraint "institution_period_span" check (valid_from is null or valid_to is null or valid_from <= valid_to);`);
    this.addSql(`alter table "institution_period" add constraint "institution_period_settled" check (unit_id is not null or not settled);`);
    this.addSql(`alter table "institution_period" add constraint "institution_period_kind_check" check ("kind" in ('PRIMARY_SCHOOL', 'LOWER_SECONDARY_SCHOOL', 'UPPER_SECONDARY_SCHOOL', 'MULTI_LEVEL_SCHOOL', 'CONTINUING_EDUCATION_CENTRE', 'VOCATIONAL_CENTRE', 'VOCATIONAL_SECONDARY_SCHOOL', 'COLLEGE', 'UNIVERSITY'));`);
    this.addSql(`alter table "institution_period" add constraint "institution_period_origin_check" check ("origin" in ('RECORDED', 'SUCCESSION'));`);

    this.addSql(`create table "plan" ("id" serial primary key, "document" text not null, "title_vi" text not null, "title_en" text not null, "issuer" text not null, "issued_on" date null, "unit_id" int null, "url" text null, "source_status" text not null);`);
    this.addSql(`alter table "plan" add constraint "plan_document_unique" unique ("document");`);
    this.addSql(`create index "plan_unit_id_index" on "plan" ("unit_id");`);
    this.addSql(`alter table "plan" add constraint "plan_source_status_check" check ("source_status" in ('CONFIRMED', 'UNCONFIRMED', 'ILLUSTRATIVE'));`);

    this.addSql(`create table "progress_count" ("unit_id" int not null, "group" text not null, "subject" text not null, "effective_on" date not null, "round_id" int not null, "institutions" int not null, "illustrative" int not null, "completed" int not null, "reported" int not null, "in_review" int not null, "not_applicable" int not null, primary key ("unit_id", "group", "subject", "effective_on", "round_id"));`);
    this.addSql(`alter table "progress_count" add constraint "progress_count_group_check" check ("group" in ('GENERAL_EDUCATION', 'COLLEGE_AND_VOCATIONAL'));`);
    this.addSql(`alter table "progress_count" add constraint "progress_count_subject_check" check ("subject" in ('DIGITAL_GOVERNANCE', 'DIGITAL_OPERATIONS', 'STANDARDIZED_DATA', 'OPEN_LEARNING_RESOURCES', 'ALL_FOUR'));`);

    this.addSql(`create table "publication" ("id" int not null, "revision" int not null, "published_at" timestamptz(3) not null, "illustrative" boolean not null, primary key ("id"));`);
    this.addSql(`alter table "publication" add constraint "publication_id_check" check (id = 1);`);

    this.addSql(`create table "reporting_round" ("id" serial primary key, "framework_id" int not null, "unit_id" int not null, "code" text not null, "name_vi" text not null, "name_en" text not null, "opens_on" date not null, "due_on" date not null, "reference_date" date not null, "closes_on" date not null, "source_status" text not null);`);
    this.addSql(`create index "reporting_round_framework_id_index" on "reporting_round" ("framework_id");`);
    this.addSql(`alter table "reporting_round" add constraint "reporting_round_unit_id_code_unique" unique ("unit_id", "code");`);
    this.addSql(`alter table "reporting_round" add constraint "reporting_round_dates" check (opens_on <= due_on and due_on <= closes_on);`);
    this.addSql(`alter table "reporting_round" add constraint "reporting_round_source_status_check" check ("source_status" in ('CONFIRMED', 'UNCONFIRMED', 'ILLUSTRATIVE'));`);

    this.addSql(`create table "status_update" ("id" serial primary key, "institution_id" int not null, "round_id" int not null, "state" text not null, "version" int not null default 1);`);
    this.addSql(`create index "status_update_round_id_index" on "status_update" ("round_id");`);
    this.addSql(`alter table "status_update" add constraint "status_update_institution_id_round_id_unique" unique ("institution_id", "round_id");`);
    this.addSql(`alter table "status_update" add constraint "status_update_state_check" check ("state" in ('DRAFT', 'SUBMITTED', 'RETURNED', 'APPROVED', 'WITHDRAWN'));`);

    this.addSql(`create table "status_update_revision" ("id" serial primary key, "update_id" int not null, "number" int not null, "submitted_at" timestamptz(3) not null, "decision" text null, "decided_at" timestamptz(3) null);`);
    this.addSql(`alter table "status_update_revision" add constraint "status_update_revision_update_id_number_unique" unique ("update_id", "number");`);
    this.addSql(`alter table "status_update_revision" add constraint "status_update_revision_decided" check ((decision is null) = (decided_at is null));`);
    this.addSql(`alter table "status_update_revision" add constraint "status_update_revision_order" check (decided_at is null or decided_at >= submitted_at);`);
    this.addSql(`alter table "status_update_revision" add constraint "status_update_revision_number_check" check (number > 0);`);
    this.addSql(`alter table "status_update_revision" add constraint "status_update_revision_decision_check" check ("decision" in ('APPROVED', 'RETURNED', 'WITHDRAWN'));`);
    this.addSql(`create or replace function "status_update_revision_approved_is_final_fn"() returns trigger as \$\$ begin if old.decision = 'APPROVED' then
        raise exception 'an approved revision is final: add a new revision' using errcode = 'restrict_violation';       end if;       return case when tg_op = 'DELETE' then old else new end; end; \$\$ language plpgsql;`);
    this.addSql(`create trigger "approved_is_final" BEFORE UPDATE OR DELETE on "status_update_revision" for each ROW execute function "status_update_revision_approved_is_final_fn"();`);

    this.addSql(`create table "status_update_entry" ("revision_id" int not null, "criterion_id" int not null, "self_value" int null, "self_total" int null, "appraised_value" int null, "appraised_total" int null, "points" numeric(6,2) not null, "evidence_url" text null, primary key ("revision_id", "criterion_id"));`);
    this.addSql(`create index "status_update_entry_criterion_id_index" on "status_update_entry" ("criterion_id");`);
    this.addSql(`alter table "status_update_entry" add constraint "status_update_entry_points_check" check (points >= 0);`);
    this.addSql(`create or replace function "status_update_entry_approved_is_final_fn"() returns trigger as \$\$ begin if exists (select from status_update_revision where id = old.revision_id and decision = 'APPROVED') then
        raise exception 'an approved revision is final: add a new revision' using errcode = 'restrict_violation';       end if;       return case when tg_op = 'DELETE' then old else new end; end; \$\$ language plpgsql;`);
    this.addSql(`create trigger "approved_is_final" BEFORE UPDATE OR DELETE on "status_update_entry" for each ROW execute function "status_update_entry_approved_is_final_fn"();`);

    this.addSql(`create table "pillar_result" ("revision_id" int not null, "pillar" text not null, "stage" text not null, "points" numeric(8,2) not null, "max_points" numeric(8,2) not null, primary key ("revision_id", "pillar"));`);
    this.addSql(`alter table "pillar_result" add constraint "pillar_result_points_check" check (points >= 0);`);
    this.addSql(`alter table "pillar_result" add constraint "pillar_result_max_points_check" check (max_points >= 0);`);
    this.addSql(`alter table "pillar_result" add constraint "pillar_result_pillar_check" check ("pillar" in ('DIGITAL_GOVERNANCE', 'DIGITAL_OPERATIONS', 'STANDARDIZED_DATA', 'OPEN_LEARNING_RESOURCES'));`);
    this.addSql(`alter table "pillar_result" add constraint "pillar_result_stage_check" check ("stage" in ('NOT_STARTED', 'IN_PROGRESS', 'COMPLETED'));`);
    this.addSql(`create or replace function "pillar_result_approved_is_final_fn"() returns trigger as \$\$ begin if exists (select from status_update_revision where id = old.revision_id and decision = 'APPROVED') then
        raise exception 'an approved revision is final: add a new revision' using errcode = 'restrict_violation';       end if;       return case when tg_op = 'DELETE' then old else new end; end; \$\$ language plpgsql;`);
    this.addSql(`create trigger "approved_is_final" BEFORE UPDATE OR DELETE on "pillar_result" for each ROW execute function "pillar_result_approved_is_final_fn"();`);

    this.addSql(`create table "target" ("id" serial primary key, "plan_id" int not null, "group" text not null, "pillar" text null, "year" int not null, "due_on" date not null, "percent" numeric(5,2) not null, "source_status" text not null);`);
    this.addSql(`create index "target_plan_id_index" on "target" ("plan_id");`);
    this.addSql(`create unique index target_once on target (plan_id, "group", pillar, year) nulls not distinct;`);
    this.addSql(`alter table "target" add constraint "target_percent_check" check (percent > 0 and percent <= 100);`);
    this.addSql(`alter table "target" add constraint "target_group_check" check ("group" in ('GENERAL_EDUCATION', 'COLLEGE_AND_VOCATIONAL'));`);
    this.addSql(`alter table "target" add constraint "target_pillar_check" check ("pillar" in ('DIGITAL_GOVERNANCE', 'DIGITAL_OPERATIONS', 'STANDARDIZED_DATA', 'OPEN_LEARNING_RESOURCES'));`);
    this.addSql(`alter table "target" add constraint "target_source_status_check" check ("source_status" in ('CONFIRMED', 'UNCONFIRMED', 'ILLUSTRATIVE'));`);

    this.addSql(`create table "unit_succession" ("id" serial primary key, "predecessor_id" int not null, "successor_id" int not null, "effective_on" date not null, "extent" text not null, "legal_document" text null);`);
    this.addSql(`create index "unit_succession_successor_id_index" on "unit_succession" ("successor_id");`);
    this.addSql(`alter table "unit_succession" add constraint "unit_succession_predecessor_id_successor_id_unique" unique ("predecessor_id", "successor_id");`);
    this.addSql(`alter table "unit_succession" add constraint "unit_succession_distinct" check (predecessor_id <> successor_id);`);
    this.addSql(`alter table "unit_succession" add constraint "unit_succession_extent_check" check ("extent" in ('WHOLE', 'PART'));`);

    this.addSql(`alter table "administrative_unit" add constraint "administrative_unit_parent_id_foreign" foreign key ("parent_id") references "administrative_unit" ("id") on delete restrict;`);

    this.addSql(`alter table "criterion" add constraint "criterion_framework_id_foreign" foreign key ("framework_id") references "framework" ("id");`);

    this.addSql(`alter table "institution_code" add constraint "institution_code_institution_id_foreign" foreign key ("institution_id") references "institution" ("id");`);

    this.addSql(`alter table "institution_period" add constraint "institution_period_institution_id_foreign" foreign key ("institution_id") references "institution" ("id");`);
    this.addSql(`alter table "institution_period" add constraint "institution_period_unit_id_foreign" foreign key ("unit_id") references "administrative_unit" ("id") on delete restrict;`);

    this.addSql(`alter table "plan" add constraint "plan_unit_id_foreign" foreign key ("unit_id") references "administrative_unit" ("id") on delete restrict;`);

    this.addSql(`alter table "progress_count" add constraint "progress_count_unit_id_foreign" foreign key ("unit_id") references "administrative_unit" ("id");`);

    this.addSql(`alter table "reporting_round" add constraint "reporting_round_framework_id_foreign" foreign key ("framework_id") references "framework" ("id");`);
    this.addSql(`alter table "reporting_round" add constraint "reporting_round_unit_id_foreign" foreign key ("unit_id") references "administrative_unit" ("id");`);

    this.addSql(`alter table "status_update" add constraint "status_update_institution_id_foreign" foreign key ("institution_id") references "institution" ("id");`);
    this.addSql(`alter table "status_update" add constraint "status_update_round_id_foreign" foreign key ("round_id") references "reporting_round" ("id");`);

    this.addSql(`alter table "status_update_revision" add constraint "status_update_revision_update_id_foreign" foreign key ("update_id") references "status_update" ("id");`);

    this.addSql(`alter table "status_update_entry" add constraint "status_update_entry_revision_id_foreign" foreign key ("revision_id") references "status_update_revision" ("id") on update restrict on delete restrict;`);
    this.addSql(`alter table "status_update_entry" add constraint "status_update_entry_criterion_id_foreign" foreign key ("criterion_id") references "criterion" ("id") on update restrict on delete restrict;`);

    this.addSql(`alter table "pillar_result" add constraint "pillar_result_revision_id_foreign" foreign key ("revision_id") references "status_update_revision" ("id");`);

    this.addSql(`alter table "target" add constraint "target_plan_id_foreign" foreign key ("plan_id") references "plan" ("id");`);

    this.addSql(`alter table "unit_succession" add constraint "unit_succession_predecessor_id_foreign" foreign key ("predecessor_id") references "administrative_unit" ("id");`);
    this.addSql(`alter table "unit_succession" add constraint "unit_succession_successor_id_foreign" foreign key ("successor_id") references "administrative_unit" ("id");`);

    this.addSql(`insert into publication (id, revision, published_at, illustrative) values (1, 0, date_trunc('milliseconds', now()), false);`);

    this.addSql(`create table "institution_placement" ("id" serial primary key, "institution_id" int not null, "unit_id" int not null, "valid_from" date null);`);
    this.addSql(`create index "institution_placement_unit_id_index" on "institution_placement" ("unit_id");`);
    this.addSql(`create unique index institution_placement_once on institution_placement (institution_id, valid_from) nulls not distinct;`);
    this.addSql(`alter table "institution_placement" add constraint "institution_placement_institution_id_foreign" foreign key ("institution_id") references "institution" ("id");`);
    this.addSql(`alter table "institution_placement" add constraint "institution_placement_unit_id_foreign" foreign key ("unit_id") references "administrative_unit" ("id");`);
  }

}
