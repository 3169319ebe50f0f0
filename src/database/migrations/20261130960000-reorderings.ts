import { Migration } from '@mikro-orm/migrations';

/** What published lists are ordered by and can change: the tables, and the column of each. */
const MOVING: Record<string, Record<string, string>> = {
  administrative_unit: { unit_name: 'search_name', unit_code: 'code' },
  institution: { institution_code: 'code' },
  reporting_round: { round_due: 'due_on' },
  plan: { plan_document: 'document' },
};
const FACTS = [...Object.values(MOVING).flatMap((facts) => Object.keys(facts)), 'institution_name'];

const trigger = (table: string, noted: string) =>
  `create trigger "notes_order" after update on "${table}" referencing old table as gone new table as fresh for each statement execute function note_order(${noted});`;

/** When a row last came to stand elsewhere, for each of the facts by which lists are ordered. */
export class Reorderings extends Migration {
  override name = '20261130960000-reorderings';

  override up(): void {
    // Cursors that clients hold stay as good as they were.
    this.addSql(`alter table "publication" add column "reorderings" jsonb null;`);
    this.addSql(`update "publication" set "reorderings" = jsonb_build_object(${FACTS.map((fact) => `'${fact}', reordered`).join(', ')});`);
    this.addSql(`alter table "publication" alter column "reorderings" set not null;`);
    this.addSql(`
      create or replace function note_order() returns trigger language plpgsql as $note$
      begin
        for fact in 0 .. tg_nargs - 1 by 2 loop
          update publication set reorderings = reorderings || jsonb_build_object(tg_argv[fact], revision)
          where (reorderings -> tg_argv[fact]) is distinct from to_jsonb(revision) and exists (
            select from fresh join gone using (id)
            where to_jsonb(fresh) -> tg_argv[fact + 1] is distinct from to_jsonb(gone) -> tg_argv[fact + 1]);
        end loop;
        return null;
      end $note$;`);
    this.addSql(`
      create or replace function note_names() returns trigger language plpgsql as $note$
      begin
        update publication set reorderings = reorderings || jsonb_build_object('institution_name', revision)
        where (reorderings -> 'institution_name') is distinct from to_jsonb(revision) and exists (
          select from fresh join institution_period as gone on gone.institution_id = fresh.institution_id
            and gone.superseded_at = fresh.recorded_at and gone.search_name <> fresh.search_name
            and daterange(gone.valid_from, gone.valid_to, '[]') && daterange(fresh.valid_from, fresh.valid_to, '[]'));
        return null;
      end $note$;`);
    for (const [table, facts] of Object.entries(MOVING)) {
      this.addSql(`drop trigger "notes_order" on "${table}";`);
      this.addSql(trigger(table, Object.entries(facts).flat().join(', ')));
    }
    this.addSql(`alter table "publication" drop column "reordered";`);
  }

  override down(): void {
    this.addSql(`alter table "publication" add column "reordered" int null;`);
    this.addSql(`update "publication" set "reordered" = (select coalesce(max(value::int), 0) from jsonb_each_text(reorderings));`);
    this.addSql(`alter table "publication" alter column "reordered" set not null;`);
    this.addSql(`
      create or replace function note_order() returns trigger language plpgsql as $note$
      begin
        update publication set reordered = revision where reordered < revision and exists (
          select from fresh join gone using (id), unnest(tg_argv) as ordering(name)
          where to_jsonb(fresh) -> ordering.name is distinct from to_jsonb(gone) -> ordering.name);
        return null;
      end $note$;`);
    this.addSql(`
      create or replace function note_names() returns trigger language plpgsql as $note$
      begin
        update publication set reordered = revision where reordered < revision and exists (
          select from fresh join institution_period as gone on gone.institution_id = fresh.institution_id
            and gone.superseded_at = fresh.recorded_at and gone.search_name <> fresh.search_name
            and daterange(gone.valid_from, gone.valid_to, '[]') && daterange(fresh.valid_from, fresh.valid_to, '[]'));
        return null;
      end $note$;`);
    for (const [table, facts] of Object.entries(MOVING)) {
      this.addSql(`drop trigger "notes_order" on "${table}";`);
      this.addSql(trigger(table, Object.values(facts).join(', ')));
    }
    this.addSql(`alter table "publication" drop column "reorderings";`);
  }
}
