import { Migration } from '@mikro-orm/migrations';

export class WorkforceRegistry extends Migration {

  override name = '20261125000000-workforce-registry';

  override up(): void | Promise<void> {
    this.addSql(`create table "workforce_record" ("id" serial primary key, "unit_id" int not null, "kind" text not null, "tier" text null, "audience" text null, "agency" text null, "topic" text null);`);
    this.addSql(`create index "workforce_record_unit_id_index" on "workforce_record" ("unit_id");`);

    this.addSql(`create table "workforce_record_version" ("id" serial primary key, "record_id" int not null, "number" int not null, "valid_from" date not null, "valid_to" date null, "source" text not null, "source_status" text not null, "note" text null, "removed" boolean not null default false, "recorded_at" timestamptz(3) not null, "superseded_at" timestamptz(3) null);`);
    this.addSql(`create unique index workforce_record_version_current on workforce_record_version (record_id) where superseded_at is null;`);
    this.addSql(`alter table "workforce_record_version" add constraint "workforce_record_version_record_id_number_unique" unique ("record_id", "number");`);

    this.addSql(`create table "workforce_count" ("version_id" int not null, "quantity" text not null, "value" int not null, primary key ("version_id", "quantity"));`);

    this.addSql(`alter table "workforce_record" add constraint "workforce_record_unit_id_foreign" foreign key ("unit_id") references "administrative_unit" ("id") on delete restrict;`);
    this.addSql(`alter table "workforce_record" add constraint "workforce_record_kind_check" check ("kind" in ('COMMUNITY_TEAMS', 'IT_OFFICERS', 'TRAINING_CLASSES', 'TRAINED_PEOPLE', 'MANDATES'));`);
    this.addSql(`alter table "workforce_record" add constraint "workforce_record_tier_check" check ("tier" in ('PROVINCE', 'DISTRICT', 'COMMUNE', 'HAMLET'));`);
    this.addSql(`alter table "workforce_record" add constraint "workforce_record_audience_check" check ("audience" in ('LEADERS', 'OFFICIALS', 'TEACHERS', 'STUDENTS', 'COMMUNITY_TEAMS', 'PEOPLE'));`);
    this.addSql(`create or replace function "workforce_record_recorded_is_final_fn"() returns trigger as \$\$ begin raise exception 'the subject of a record is final: remove it by a version' using errcode = 'restrict_violation'; end; \$\$ language plpgsql;`);
    this.addSql(`create trigger "recorded_is_final" BEFORE UPDATE OR DELETE on "workforce_record" for each ROW execute function "workforce_record_recorded_is_final_fn"();`);

    this.addSql(`alter table "workforce_record_version" add constraint "workforce_record_version_record_id_foreign" foreign key ("record_id") references "workforce_record" ("id") on delete restrict;`);
    this.addSql(`alter table "workforce_record_version" add constraint "workforce_record_version_span" check (valid_to is null or valid_from <= valid_to);`);
    this.addSql(`alter table "workforce_record_version" add constraint "workforce_record_version_known" check (superseded_at is null or recorded_at < superseded_at);`);
    this.addSql(`alter table "workforce_record_version" add constraint "workforce_record_version_number_check" check (number > 0);`);
    this.addSql(`alter table "workforce_record_version" add constraint "workforce_record_version_source_status_check" check ("source_status" in ('CONFIRMED', 'UNCONFIRMED', 'ILLUSTRATIVE'));`);
    this.addSql(`create or replace function "workforce_record_version_recorded_is_final_fn"() returns trigger as \$\$ begin if tg_op = 'UPDATE' and old.superseded_at is null
          and to_jsonb(new) - 'superseded_at' = to_jsonb(old) - 'superseded_at' then
        return new;       end if;       raise exception 'a version of a record is final: add another' using errcode = 'restrict_violation'; end; \$\$ language plpgsql;`);
    this.addSql(`create trigger "recorded_is_final" BEFORE UPDATE OR DELETE on "workforce_record_version" for each ROW execute function "workforce_record_version_recorded_is_final_fn"();`);

    this.addSql(`alter table "workforce_count" add constraint "workforce_count_version_id_foreign" foreign key ("version_id") references "workforce_record_version" ("id") on delete restrict;`);
    this.addSql(`alter table "workforce_count" add constraint "workforce_count_value_check" check (value >= 0);`);
    this.addSql(`alter table "workforce_count" add constraint "workforce_count_quantity_check" check ("quantity" in ('TEAM_UNITS', 'UNITS_WITH_TEAM', 'TEAM_MEMBERS', 'TEAM_TEACHERS', 'TEAM_MEMBERS_TRAINED', 'AGENCIES', 'AGENCIES_WITH_OFFICER', 'OFFICERS', 'OFFICERS_FULL_TIME', 'OFFICERS_ASSIGNED', 'OFFICERS_UNIVERSITY', 'OFFICERS_COLLEGE', 'OFFICERS_OTHER', 'CLASSES', 'PARTICIPANTS', 'TRAINED', 'TO_BE_TRAINED', 'HAS_UNIT', 'HAS_DUTY'));`);
    this.addSql(`create or replace function "workforce_count_recorded_is_final_fn"() returns trigger as \$\$ begin raise exception 'a version of a record is final: add another' using errcode = 'restrict_violation'; end; \$\$ language plpgsql;`);
    this.addSql(`create trigger "recorded_is_final" BEFORE UPDATE OR DELETE on "workforce_count" for each ROW execute function "workforce_count_recorded_is_final_fn"();`);
  }

  override down(): void | Promise<void> {
    this.addSql(`alter table "workforce_record_version" drop constraint "workforce_record_version_record_id_foreign";`);
    this.addSql(`alter table "workforce_count" drop constraint "workforce_count_version_id_foreign";`);

    this.addSql(`drop trigger if exists "recorded_is_final" on "workforce_record";`);
    this.addSql(`drop function if exists "workforce_record_recorded_is_final_fn"();`);
    this.addSql(`drop table if exists "workforce_record" cascade;`);
    this.addSql(`drop trigger if exists "recorded_is_final" on "workforce_record_version";`);
    this.addSql(`drop function if exists "workforce_record_version_recorded_is_final_fn"();`);
    this.addSql(`drop table if exists "workforce_record_version" cascade;`);
    this.addSql(`drop trigger if exists "recorded_is_final" on "workforce_count";`);
    this.addSql(`drop function if exists "workforce_count_recorded_is_final_fn"();`);
    this.addSql(`drop table if exists "workforce_count" cascade;`);
  }

}
