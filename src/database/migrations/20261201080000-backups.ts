import { Migration } from '@mikro-orm/migrations';

/** The backups that the hub makes by itself. */
export class Backups extends Migration {
  override name = '20261201080000-backups';

  override up(): void {
    this.addSql(`create table "backup" ("due_at" timestamptz(3) not null, "begun_at" timestamptz(3) not null, "not_before" timestamptz(3) not null, "done_at" timestamptz(3) null, "file" text null, "bytes" bigint null, "failure" text null, "failed_at" timestamptz(3) null, primary key ("due_at"), constraint "backup_done" check ((done_at is null) = (file is null)), constraint "backup_failed" check ((failed_at is null) = (failure is null)));`);
  }

  override down(): void {
    this.addSql(`drop table "backup";`);
  }
}
