import { Migration } from '@mikro-orm/migrations';

/** Files on their way in, looked at and saved by the hub in its own time. */
export class ImportJobs extends Migration {
  override name = '20261201041000-import-jobs';

  override up(): void {
    this.addSql(`create table "import_job" ("id" serial primary key, "kind" text not null, "file" text not null, "account_id" int not null, "account_name" text not null, "address" text null, "created_at" timestamptz(3) not null, "state" text not null, "version" int not null default 1, "attempts" int not null default 0, "taken_until" timestamptz(3) null, "percent" int not null default 0, "content" bytea null, "from_day" date null, "answers" jsonb not null, "told" jsonb null, "digest" text null, "created" int null, "updated" int null, "unchanged" int null, "problems" int null, "questions" int null, "run_id" int null, "undoes_id" int null);`);
    this.addSql(`create index "import_job_account_id_index" on "import_job" ("account_id");`);
    this.addSql(`create index "import_job_run_id_index" on "import_job" ("run_id");`);
    this.addSql(`create index "import_job_undoes_id_index" on "import_job" ("undoes_id");`);
    this.addSql(`create index import_job_open on import_job (id) where state in ('RECEIVING', 'CHECKING', 'CHECKED', 'SAVING');`);
    this.addSql(`alter table "import_job" add constraint "import_job_account_id_foreign" foreign key ("account_id") references "account" ("id") on delete restrict;`);
    this.addSql(`alter table "import_job" add constraint "import_job_run_id_foreign" foreign key ("run_id") references "import_run" ("id") on delete restrict;`);
    this.addSql(`alter table "import_job" add constraint "import_job_undoes_id_foreign" foreign key ("undoes_id") references "import_run" ("id") on delete restrict;`);
    this.addSql(`alter table "import_job" add constraint "import_job_kind_check" check ("kind" in ('UNITS', 'SUCCESSIONS', 'INSTITUTIONS', 'INSTITUTION_SUCCESSIONS', 'CAMPUSES', 'WORKFORCE', 'PUBLISHED_INDEX', 'INDEX_EDITION'));`);
    this.addSql(`alter table "import_job" add constraint "import_job_state_check" check ("state" in ('RECEIVING', 'CHECKING', 'CHECKED', 'SAVING', 'SAVED', 'FAILED', 'DISCARDED'));`);

    this.addSql(`create table "import_job_row" ("id" serial primary key, "job_id" int not null, "row" int not null, "kind" text not null, "subject" text null, "column_name" text null, "value" text null, "code" text null, "text" jsonb null, "same" jsonb null, "changes" jsonb null);`);
    this.addSql(`create index "import_job_row_job_id_index" on "import_job_row" ("job_id");`);
    this.addSql(`alter table "import_job_row" add constraint "import_job_row_job_id_foreign" foreign key ("job_id") references "import_job" ("id") on delete cascade;`);
    this.addSql(`alter table "import_job_row" add constraint "import_job_row_kind_check" check ("kind" in ('PROBLEM', 'QUESTION', 'FINDING', 'CREATED', 'UPDATED'));`);
  }

  override down(): void {
    this.addSql(`drop table "import_job_row";`);
    this.addSql(`drop table "import_job";`);
  }
}
