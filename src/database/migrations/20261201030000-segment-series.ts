import { Migration } from '@mikro-orm/migrations';

/**
 * The counts by segment hold a number instead of two texts, so that they are half as large and read
 * in two thirds of the time; they are filled again when the hub next starts.
 */
export class SegmentSeries extends Migration {
  override name = '20261201030000-segment-series';

  override up(): void {
    this.addSql(`create table "segment_series" ("id" serial primary key, "segment" text not null, "subject" text not null);`);
    this.addSql(`alter table "segment_series" add constraint "segment_series_segment_subject_unique" unique ("segment", "subject");`);
    this.addSql(`truncate "segment_count";`);
    this.addSql(`alter table "segment_count" drop constraint "segment_count_pkey", drop column "segment", drop column "subject", add column "series_id" int not null;`);
    this.addSql(`alter table "segment_count" add primary key ("unit_id", "series_id", "effective_on", "round_id");`);
  }

  override down(): void {
    this.addSql(`truncate "segment_count";`);
    this.addSql(`alter table "segment_count" drop constraint "segment_count_pkey", drop column "series_id", add column "segment" text not null, add column "subject" text not null;`);
    this.addSql(`alter table "segment_count" add primary key ("unit_id", "segment", "subject", "effective_on", "round_id");`);
    this.addSql(`drop table "segment_series";`);
  }
}
