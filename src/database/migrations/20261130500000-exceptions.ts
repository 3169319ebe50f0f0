import { Migration } from '@mikro-orm/migrations';

/** Exceptions of single institutions in rounds, and the days that a return gives. */
export class Exceptions extends Migration {
  override name = '20261130500000-exceptions';

  override up(): void {
    this.addSql(`alter table "reporting_round" add "return_days" int not null default 14;`);
    this.addSql(`alter table "reporting_round" add constraint "reporting_round_return_days_check" check (return_days >= 1 and return_days <= 365);`);

    // What was returned before has the days of a round that says nothing else.
    this.addSql(`alter table "status_update_revision" add "returned_until" date null;`);
    this.addSql(`update status_update_revision set returned_until = (decided_at at time zone 'Asia/Ho_Chi_Minh')::date + 14 where decision = 'RETURNED';`);
    this.addSql(`alter table "status_update_revision" add constraint "status_update_revision_returned" check (returned_until is null or decision = 'RETURNED');`);

    this.addSql(`create table "participation_exception" ("id" serial primary key, "round_id" int not null, "institution_id" int not null, "kind" text not null, "due_on" date null, "closes_on" date null, "reason" text not null, "recorded_by_id" int not null, "recorded_at" timestamptz(3) not null, "superseded_at" timestamptz(3) null);`);
    this.addSql(`create index "participation_exception_institution_id_index" on "participation_exception" ("institution_id");`);
    this.addSql(`create unique index participation_exception_holds on participation_exception (round_id, institution_id) where superseded_at is null;`);
    this.addSql(`alter table "participation_exception" add constraint "participation_exception_kind_check" check ("kind" in ('EXTENDED', 'REOPENED', 'EXCUSED'));`);
    this.addSql(`alter table "participation_exception" add constraint "participation_exception_days" check ((kind = 'EXCUSED') = (closes_on is null) and (closes_on is null) = (due_on is null) and (due_on is null or due_on <= closes_on));`);
    this.addSql(`alter table "participation_exception" add constraint "participation_exception_round_id_foreign" foreign key ("round_id") references "reporting_round" ("id") on delete restrict;`);
    this.addSql(`alter table "participation_exception" add constraint "participation_exception_institution_id_foreign" foreign key ("institution_id") references "institution" ("id") on delete restrict;`);
    this.addSql(`alter table "participation_exception" add constraint "participation_exception_recorded_by_id_foreign" foreign key ("recorded_by_id") references "account" ("id") on delete restrict;`);
    this.addSql(`create or replace function "participation_exception_superseded_only_fn"() returns trigger as \$\$ begin if tg_op = 'DELETE' or old.superseded_at is not null or to_jsonb(old) - 'superseded_at' <> to_jsonb(new) - 'superseded_at' then raise exception 'an exception is never edited: supersede it' using errcode = 'restrict_violation'; end if; return new; end; \$\$ language plpgsql;`);
    this.addSql(`create trigger "superseded_only" BEFORE UPDATE OR DELETE on "participation_exception" for each ROW execute function "participation_exception_superseded_only_fn"();`);
  }

  override down(): void {
    this.addSql(`drop table "participation_exception";`);
    this.addSql(`drop function "participation_exception_superseded_only_fn"();`);
    this.addSql(`alter table "status_update_revision" drop column "returned_until";`);
    this.addSql(`alter table "reporting_round" drop column "return_days";`);
  }
}
