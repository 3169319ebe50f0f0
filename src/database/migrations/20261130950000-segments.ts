import { Migration } from '@mikro-orm/migrations';

/** The counts told apart by what institutions are; they are filled when the hub next starts. */
export class Segments extends Migration {
  override name = '20261130950000-segments';

  override up(): void {
    this.addSql(`create table "segment_count" ("unit_id" int not null, "segment" text not null, "subject" text not null, "effective_on" date not null, "round_id" int not null, "institutions" int not null, "illustrative" int not null, "completed" int not null, "reported" int not null, "in_review" int not null, "not_applicable" int not null, primary key ("unit_id", "segment", "subject", "effective_on", "round_id"));`);
    // Their rows change with every approval: with room in its page, a new version needs no entry in the index.
    this.addSql(`alter table "segment_count" set (fillfactor = 75);`);
    this.addSql(`alter table "progress_count" set (fillfactor = 75);`);
  }

  override down(): void {
    this.addSql(`drop table "segment_count";`);
    this.addSql(`alter table "progress_count" reset (fillfactor);`);
  }
}
