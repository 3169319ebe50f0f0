import { Migration } from '@mikro-orm/migrations';

const FINAL = `raise exception 'an edition of the index is final: record a new version' using errcode = 'restrict_violation';`;

/** The imports with what each changed, so that they can be undone; an undone edition is withdrawn. */
export class ImportRuns extends Migration {
  override name = '20261130300000-import-runs';

  override up(): void {
    this.addSql(`create table "import_run" ("id" serial primary key, "kind" text not null, "file" text null, "account_id" int null, "account_name" text not null, "at" timestamptz(3) not null, "revision" int not null, "created" int not null, "updated" int not null, "unchanged" int not null, "undone_at" timestamptz(3) null, "undone_revision" int null, "undone_by" text null);`);
    this.addSql(`create index "import_run_account_id_index" on "import_run" ("account_id");`);
    this.addSql(`alter table "import_run" add constraint "import_run_account_id_foreign" foreign key ("account_id") references "account" ("id") on delete restrict;`);
    this.addSql(`alter table "import_run" add constraint "import_run_undone" check ((undone_at is null) = (undone_revision is null) and (undone_at is null) = (undone_by is null));`);
    this.addSql(`alter table "import_run" add constraint "import_run_kind_check" check ("kind" in ('UNITS', 'SUCCESSIONS', 'INSTITUTIONS', 'WORKFORCE', 'PUBLISHED_INDEX', 'INDEX_EDITION'));`);

    this.addSql(`create table "import_row" ("id" serial primary key, "run_id" int not null, "row" int not null, "outcome" text not null, "subject_type" text not null, "subject_id" int not null, "subject" text not null, "changes" jsonb not null);`);
    this.addSql(`create index "import_row_run_id_index" on "import_row" ("run_id");`);
    this.addSql(`create index "import_row_subject_type_subject_id_index" on "import_row" ("subject_type", "subject_id");`);
    this.addSql(`alter table "import_row" add constraint "import_row_run_id_foreign" foreign key ("run_id") references "import_run" ("id") on delete restrict;`);
    this.addSql(`alter table "import_row" add constraint "import_row_outcome_check" check ("outcome" in ('CREATED', 'UPDATED', 'UNCHANGED'));`);

    this.addSql(`alter table "index_edition" add column "withdrawn_at" timestamptz(3) null;`);
    this.addSql(`alter table "index_edition" drop constraint "index_edition_code_version_unique";`);
    this.addSql(`create unique index index_edition_once on index_edition (code, version) where withdrawn_at is null;`);
    this.addSql(`create or replace function "index_edition_edition_is_final_fn"() returns trigger as \$\$ begin if tg_op = 'UPDATE' and old.withdrawn_at is null
          and to_jsonb(new) - 'withdrawn_at' = to_jsonb(old) - 'withdrawn_at' then
        return new;
      end if;
      ${FINAL} end; \$\$ language plpgsql;`);
  }

  override down(): void {
    this.addSql(`create or replace function "index_edition_edition_is_final_fn"() returns trigger as \$\$ begin ${FINAL} end; \$\$ language plpgsql;`);
    this.addSql(`alter table "index_edition" disable trigger "edition_is_final";`);
    this.addSql(`delete from "index_edition" where withdrawn_at is not null;`);
    this.addSql(`alter table "index_edition" enable trigger "edition_is_final";`);
    this.addSql(`drop index index_edition_once;`);
    this.addSql(`alter table "index_edition" add constraint "index_edition_code_version_unique" unique ("code", "version");`);
    this.addSql(`alter table "index_edition" drop column "withdrawn_at";`);
    this.addSql(`drop table "import_row";`);
    this.addSql(`drop table "import_run";`);
  }
}
