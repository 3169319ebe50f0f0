import { Migration } from '@mikro-orm/migrations';

export class StatusUpdates extends Migration {

  override name = '20261124000000-status-updates';

  override up(): void | Promise<void> {
    this.addSql(`create table "evidence_file" ("id" serial primary key, "sha256" text not null, "size" int not null, "media_type" text not null, "stored_at" timestamptz(3) not null);`);
    this.addSql(`alter table "evidence_file" add constraint "evidence_file_sha256_unique" unique ("sha256");`);

    this.addSql(`create table "idempotent_answer" ("account_id" int not null, "key" text not null, "input_digest" text not null, "answer" jsonb not null, "answered_at" timestamptz(3) not null, primary key ("account_id", "key"));`);

    this.addSql(`create table "audit_event" ("id" serial primary key, "at" timestamptz(3) not null, "account_id" int null, "account_name" text not null, "address" text null, "action" text not null, "subject_type" text not null, "subject_id" int not null, "subject_version" int null, "institution_id" int null, "unit_id" int null, "before" jsonb null, "after" jsonb null);`);
    this.addSql(`create index "audit_event_account_id_index" on "audit_event" ("account_id");`);
    this.addSql(`create index "audit_event_institution_id_index" on "audit_event" ("institution_id");`);
    this.addSql(`create index "audit_event_unit_id_index" on "audit_event" ("unit_id");`);
    this.addSql(`create index "audit_event_subject_type_subject_id_index" on "audit_event" ("subject_type", "subject_id");`);

    this.addSql(`create table "evidence_upload" ("id" serial primary key, "update_id" int not null, "criterion_id" int not null, "account_id" int not null, "name" text not null, "expires_at" timestamptz(3) not null, "started_at" timestamptz(3) null, "finished_at" timestamptz(3) null);`);
    this.addSql(`create index "evidence_upload_update_id_index" on "evidence_upload" ("update_id");`);

    this.addSql(`create table "evidence" ("id" serial primary key, "revision_id" int not null, "criterion_id" int not null, "name" text not null, "url" text null, "file_id" int null, "added_by_id" int not null, "added_at" timestamptz(3) not null);`);
    this.addSql(`create index "evidence_revision_id_index" on "evidence" ("revision_id");`);
    this.addSql(`create index "evidence_file_id_index" on "evidence" ("file_id");`);

    this.addSql(`alter table "reporting_round" add "closed_at" timestamptz(3) null, add "version" int not null default 1;`);

    this.addSql(`create index status_update_in_work on status_update (state) where state <> 'APPROVED';`);

    this.addSql(`alter table "status_update_revision" drop constraint "status_update_revision_order";`);
    this.addSql(`alter table "status_update_revision" add "submitted_by_id" int null, add "note" text null, add "decided_by_id" int null, add "decision_note" text null;`);
    this.addSql(`alter table "status_update_revision" add constraint "status_update_revision_submitted_by_id_foreign" foreign key ("submitted_by_id") references "account" ("id") on delete restrict;`);
    this.addSql(`alter table "status_update_revision" add constraint "status_update_revision_decided_by_id_foreign" foreign key ("decided_by_id") references "account" ("id") on delete restrict;`);
    this.addSql(`alter table "status_update_revision" alter column "submitted_at" drop not null;`);
    this.addSql(`alter table "status_update_revision" add constraint "status_update_revision_order" check (decided_at is null or (submitted_at is not null and decided_at >= submitted_at));`);

    this.addSql(`alter table "status_update_entry" add "appraisal_reason" text null, add "return_reason" text null, add "comment" text null, add "prefilled" boolean not null default false;`);
    this.addSql(`alter table "status_update_entry" drop column "evidence_url";`);
    this.addSql(`alter table "status_update_entry" add constraint "status_update_entry_appraised" check ((appraised_value is null) = (appraisal_reason is null));`);

    this.addSql(`alter table "evidence_file" add constraint "evidence_file_size_check" check (size > 0);`);

    this.addSql(`alter table "idempotent_answer" add constraint "idempotent_answer_account_id_foreign" foreign key ("account_id") references "account" ("id");`);

    this.addSql(`alter table "audit_event" add constraint "audit_event_account_id_foreign" foreign key ("account_id") references "account" ("id") on delete restrict;`);
    this.addSql(`alter table "audit_event" add constraint "audit_event_institution_id_foreign" foreign key ("institution_id") references "institution" ("id") on delete restrict;`);
    this.addSql(`alter table "audit_event" add constraint "audit_event_unit_id_foreign" foreign key ("unit_id") references "administrative_unit" ("id") on delete restrict;`);
    this.addSql(`create or replace function "audit_event_append_only_fn"() returns trigger as \$\$ begin raise exception 'the audit trail only grows' using errcode = 'restrict_violation'; end; \$\$ language plpgsql;`);
    this.addSql(`create trigger "append_only" BEFORE UPDATE OR DELETE on "audit_event" for each ROW execute function "audit_event_append_only_fn"();`);
    this.addSql(`create or replace function "audit_event_no_truncate_fn"() returns trigger as \$\$ begin raise exception 'the audit trail only grows' using errcode = 'restrict_violation'; end; \$\$ language plpgsql;`);
    this.addSql(`create trigger "no_truncate" BEFORE TRUNCATE on "audit_event" for each STATEMENT execute function "audit_event_no_truncate_fn"();`);

    this.addSql(`alter table "evidence_upload" add constraint "evidence_upload_update_id_foreign" foreign key ("update_id") references "status_update" ("id");`);
    this.addSql(`alter table "evidence_upload" add constraint "evidence_upload_criterion_id_foreign" foreign key ("criterion_id") references "criterion" ("id");`);
    this.addSql(`alter table "evidence_upload" add constraint "evidence_upload_account_id_foreign" foreign key ("account_id") references "account" ("id");`);

    this.addSql(`alter table "evidence" add constraint "evidence_revision_id_foreign" foreign key ("revision_id") references "status_update_revision" ("id") on update restrict on delete restrict;`);
    this.addSql(`alter table "evidence" add constraint "evidence_criterion_id_foreign" foreign key ("criterion_id") references "criterion" ("id") on update restrict on delete restrict;`);
    this.addSql(`alter table "evidence" add constraint "evidence_file_id_foreign" foreign key ("file_id") references "evidence_file" ("id") on delete restrict;`);
    this.addSql(`alter table "evidence" add constraint "evidence_added_by_id_foreign" foreign key ("added_by_id") references "account" ("id") on delete restrict;`);
    this.addSql(`alter table "evidence" add constraint "evidence_link_or_file" check ((url is null) <> (file_id is null));`);
    this.addSql(`create or replace function "evidence_approved_is_final_fn"() returns trigger as \$\$ begin if exists (select from status_update_revision where id = old.revision_id and decision = 'APPROVED') then
        raise exception 'an approved revision is final: add a new revision' using errcode = 'restrict_violation';       end if;       return case when tg_op = 'DELETE' then old else new end; end; \$\$ language plpgsql;`);
    this.addSql(`create trigger "approved_is_final" BEFORE UPDATE OR DELETE on "evidence" for each ROW execute function "evidence_approved_is_final_fn"();`);
  }

  override down(): void | Promise<void> {
    this.addSql(`alter table "evidence" drop constraint "evidence_file_id_foreign";`);

    this.addSql(`drop table if exists "evidence_file" cascade;`);
    this.addSql(`drop table if exists "idempotent_answer" cascade;`);
    this.addSql(`drop trigger if exists "append_only" on "audit_event";`);
    this.addSql(`drop function if exists "audit_event_append_only_fn"();`);
    this.addSql(`drop trigger if exists "no_truncate" on "audit_event";`);
    this.addSql(`drop function if exists "audit_event_no_truncate_fn"();`);
    this.addSql(`drop table if exists "audit_event" cascade;`);
    this.addSql(`drop table if exists "evidence_upload" cascade;`);
    this.addSql(`drop trigger if exists "approved_is_final" on "evidence";`);
    this.addSql(`drop function if exists "evidence_approved_is_final_fn"();`);
    this.addSql(`drop table if exists "evidence" cascade;`);

    this.addSql(`alter table "status_update_revision" drop constraint "status_update_revision_submitted_by_id_foreign";`);
    this.addSql(`alter table "status_update_revision" drop constraint "status_update_revision_decided_by_id_foreign";`);

    this.addSql(`alter table "reporting_round" drop column "closed_at", drop column "version";`);

    this.addSql(`drop index "status_update_in_work";`);

    this.addSql(`alter table "status_update_entry" drop constraint "status_update_entry_appraised";`);
    this.addSql(`alter table "status_update_entry" drop column "appraisal_reason", drop column "return_reason", drop column "comment", drop column "prefilled";`);
    this.addSql(`alter table "status_update_entry" add "evidence_url" text null;`);

    this.addSql(`alter table "status_update_revision" drop constraint "status_update_revision_order";`);
    this.addSql(`alter table "status_update_revision" drop column "submitted_by_id", drop column "note", drop column "decided_by_id", drop column "decision_note";`);
    this.addSql(`alter table "status_update_revision" alter column "submitted_at" set not null;`);
    this.addSql(`alter table "status_update_revision" add constraint "status_update_revision_order" check ((decided_at IS NULL) OR (decided_at >= submitted_at));`);
  }

}
