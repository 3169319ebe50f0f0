import { Migration } from '@mikro-orm/migrations';

/** Editions of the index, and the results that authorities published. */
export class WorkforceIndex extends Migration {
  override name = '20261125100000-workforce-index';

  override up(): void {
    this.addSql(`create table "index_edition" ("id" serial primary key, "code" text not null, "version" int not null, "first_year" int not null, "last_year" int null, "source_status" text not null, "document" jsonb not null, "recorded_at" timestamptz(3) not null);`);
    this.addSql(`alter table "index_edition" add constraint "index_edition_code_version_unique" unique ("code", "version");`);
    this.addSql(`create table "published_index" ("id" serial primary key, "unit_id" int not null, "index_code" text not null, "year" int not null, "value" numeric(6,4) not null, "rank" int null, "of_how_many" int null, "source" text not null, "source_status" text not null, "note_vi" text null, "note_en" text null);`);
    this.addSql(`alter table "published_index" add constraint "published_index_unit_id_index_code_year_unique" unique ("unit_id", "index_code", "year");`);
    this.addSql(`alter table "index_edition" add constraint "index_edition_version_check" check (version > 0);`);
    this.addSql(`alter table "index_edition" add constraint "index_edition_source_status_check" check ("source_status" in ('CONFIRMED', 'UNCONFIRMED', 'ILLUSTRATIVE'));`);
    this.addSql(`create or replace function "index_edition_edition_is_final_fn"() returns trigger as \$\$ begin raise exception 'an edition of the index is final: record a new version' using errcode = 'restrict_violation'; end; \$\$ language plpgsql;`);
    this.addSql(`create trigger "edition_is_final" BEFORE UPDATE OR DELETE on "index_edition" for each ROW execute function "index_edition_edition_is_final_fn"();`);
    this.addSql(`alter table "published_index" add constraint "published_index_unit_id_foreign" foreign key ("unit_id") references "administrative_unit" ("id") on delete restrict;`);
    this.addSql(`alter table "published_index" add constraint "published_index_rank" check ((rank is null) = (of_how_many is null) and (rank is null or (rank >= 1 and rank <= of_how_many)));`);
    this.addSql(`alter table "published_index" add constraint "published_index_note" check ((note_vi is null) = (note_en is null));`);
    this.addSql(`alter table "published_index" add constraint "published_index_value_check" check (value >= 0 and value <= 1);`);
    this.addSql(`alter table "published_index" add constraint "published_index_source_status_check" check ("source_status" in ('CONFIRMED', 'UNCONFIRMED', 'ILLUSTRATIVE'));`);
  }

  override down(): void {
    this.addSql(`drop table "published_index";`);
    this.addSql(`drop table "index_edition";`);
    this.addSql(`drop function "index_edition_edition_is_final_fn"();`);
  }
}
