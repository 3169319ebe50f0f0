import { Migration } from '@mikro-orm/migrations';

/** The tables of which every version is kept from now on; what they say now counts as known at any moment. */
const TABLES = ['administrative_unit', 'unit_succession', 'framework'];
const SIDES = ['predecessor_id', 'successor_id'];

/** Units, their successions and frameworks can be read as they were known. */
export class KnownUnits extends Migration {
  override name = '20261130900000-known-units';

  override up(): void {
    for (const side of SIDES)
      this.addSql(`create index row_version_${side} on row_version (of_table, ((content ->> '${side}')::int));`);
    for (const table of TABLES) {
      this.addSql(`insert into row_version (of_table, row_id, content) select '${table}', id, to_jsonb(kept) from "${table}" as kept order by id;`);
      this.addSql(`create trigger "keeps_versions" after insert or update or delete on "${table}" for each row execute function keep_version();`);
    }
  }

  override down(): void {
    for (const table of TABLES) this.addSql(`drop trigger "keeps_versions" on "${table}";`);
    for (const side of SIDES) this.addSql(`drop index row_version_${side};`);
    this.addSql(`alter table row_version disable trigger "recorded_is_final";`);
    this.addSql(`delete from row_version where of_table in (${TABLES.map((table) => `'${table}'`).join(', ')});`);
    this.addSql(`alter table row_version enable trigger "recorded_is_final";`);
  }
}
