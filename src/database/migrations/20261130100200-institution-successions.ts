import { Migration } from '@mikro-orm/migrations';

/** What a row of the new tables tells; see the migration that made `tell_changes`. */
const TOLD: Record<string, string[]> = {
  institution_succession: [
    `select 'UPDATED', 'Institution', predecessor_id from row`,
    `select 'UPDATED', 'Institution', successor_id from row`,
  ],
  campus: [`select 'UPDATED', 'Institution', institution_id from row`],
};

/** Institutions that took over from others, and further sites of institutions. */
export class InstitutionSuccessions extends Migration {
  override name = '20261130100200-institution-successions';

  override up(): void {
    this.addSql(`create table "institution_succession" ("id" serial primary key, "predecessor_id" int not null, "successor_id" int not null, "kind" text not null, "effective_on" date not null, "legal_document" text null, "recorded_at" timestamptz(3) not null, "superseded_at" timestamptz(3) null);`);
    this.addSql(`create index "institution_succession_predecessor_id_index" on "institution_succession" ("predecessor_id");`);
    this.addSql(`create index "institution_succession_successor_id_index" on "institution_succession" ("successor_id");`);
    this.addSql(`create unique index institution_succession_once on institution_succession (predecessor_id, successor_id, kind) where superseded_at is null;`);
    this.addSql(`alter table "institution_succession" add constraint "institution_succession_distinct" check (predecessor_id <> successor_id);`);
    this.addSql(`alter table "institution_succession" add constraint "institution_succession_kind_check" check ("kind" in ('MERGED', 'SPLIT'));`);
    this.addSql(`alter table "institution_succession" add constraint "institution_succession_predecessor_id_foreign" foreign key ("predecessor_id") references "institution" ("id");`);
    this.addSql(`alter table "institution_succession" add constraint "institution_succession_successor_id_foreign" foreign key ("successor_id") references "institution" ("id");`);

    this.addSql(`create table "campus" ("id" serial primary key, "institution_id" int not null, "system" text not null, "code" text not null, "name" text not null, "unit_id" int not null, "valid_from" date null, "valid_to" date null, "recorded_at" timestamptz(3) not null, "superseded_at" timestamptz(3) null);`);
    this.addSql(`create index "campus_institution_id_index" on "campus" ("institution_id");`);
    this.addSql(`create index "campus_unit_id_index" on "campus" ("unit_id");`);
    this.addSql(`create unique index campus_once on campus (code, system, institution_id) where superseded_at is null;`);
    this.addSql(`alter table "campus" add constraint "campus_span" check (valid_from is null or valid_to is null or valid_from <= valid_to);`);
    this.addSql(`alter table "campus" add constraint "campus_institution_id_foreign" foreign key ("institution_id") references "institution" ("id");`);
    this.addSql(`alter table "campus" add constraint "campus_unit_id_foreign" foreign key ("unit_id") references "administrative_unit" ("id");`);

    for (const [table, queries] of Object.entries(TOLD)) {
      // The function is added to, not written again, so that what other migrations added to it stays.
      this.addSql(`do $do$ begin execute replace(pg_get_functiondef('tell_changes()'::regprocedure), 'case tg_table_name when ', $new$case tg_table_name when '${table}' then $sql$ ${queries.join(' union all ')} $sql$ when $new$); end $do$;`);
      for (const [event, images] of [
        ['insert', 'new table as fresh'],
        ['update', 'old table as gone new table as fresh'],
        ['delete', 'old table as gone'],
      ])
        this.addSql(`create trigger "tells_${event}" after ${event} on "${table}" referencing ${images} for each statement execute function tell_changes();`);
    }
  }

  override down(): void {
    for (const [table, queries] of Object.entries(TOLD)) {
      this.addSql(`drop table "${table}";`);
      this.addSql(`do $do$ begin execute replace(pg_get_functiondef('tell_changes()'::regprocedure), $new$when '${table}' then $sql$ ${queries.join(' union all ')} $sql$ $new$, ''); end $do$;`);
    }
  }
}
