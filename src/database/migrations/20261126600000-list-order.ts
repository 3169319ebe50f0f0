import { Migration } from '@mikro-orm/migrations';

/** What rows of published lists are ordered by, where it can change. */
const ORDERED_BY: Record<string, string[]> = {
  administrative_unit: ['search_name', 'code'],
  institution: ['search_name', 'code'],
  reporting_round: ['due_on'],
  plan: ['document'],
};

/** When a row of a list last came to stand elsewhere, by which cursors know whether they still fit. */
export class ListOrder extends Migration {
  override name = '20261126600000-list-order';

  override up(): void {
    this.addSql(`alter table "publication" add column "reordered" int not null default 0;`);
    this.addSql(`alter table "publication" alter column "reordered" drop default;`);
    this.addSql(`
      create function note_order() returns trigger language plpgsql as $note$
      begin
        update publication set reordered = revision where reordered < revision and exists (
          select from fresh join gone using (id), unnest(tg_argv) as ordering(name)
          where to_jsonb(fresh) -> ordering.name is distinct from to_jsonb(gone) -> ordering.name);
        return null;
      end $note$;`);
    for (const [table, columns] of Object.entries(ORDERED_BY))
      this.addSql(`create trigger "notes_order" after update on "${table}" referencing old table as gone new table as fresh for each statement execute function note_order(${columns.join(', ')});`);
  }

  override down(): void {
    for (const table of Object.keys(ORDERED_BY)) this.addSql(`drop trigger "notes_order" on "${table}";`);
    this.addSql(`drop function note_order();`);
    this.addSql(`alter table "publication" drop column "reordered";`);
  }
}
