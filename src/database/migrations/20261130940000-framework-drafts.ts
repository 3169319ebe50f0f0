import { Migration } from '@mikro-orm/migrations';

/** Frameworks that are drafted before they are published. */
export class FrameworkDrafts extends Migration {
  override name = '20261130940000-framework-drafts';

  override up(): void {
    this.addSql(`create table "framework_draft" ("id" serial primary key, "code" text not null, "framework_version" int not null, "definition" jsonb not null, "stored_by_id" int null, "updated_at" timestamptz(3) not null, "version" int not null default 1);`);
    this.addSql(`alter table "framework_draft" add constraint "framework_draft_code_framework_version_unique" unique ("code", "framework_version");`);
    this.addSql(`create index "framework_draft_stored_by_id_index" on "framework_draft" ("stored_by_id");`);
    this.addSql(`alter table "framework_draft" add constraint "framework_draft_stored_by_id_foreign" foreign key ("stored_by_id") references "account" ("id") on delete restrict;`);
  }

  override down(): void {
    this.addSql(`drop table "framework_draft";`);
  }
}
