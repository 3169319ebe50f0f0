import { Migration } from '@mikro-orm/migrations';

/** The shapes of units for maps, from a day on. */
export class UnitBoundaries extends Migration {
  override name = '20261203120000-unit-boundaries';

  override up(): void {
    this.addSql(`create table "unit_boundary" ("id" serial primary key, "unit_id" int not null, "valid_from" date not null, "polygons" jsonb not null, "source" text not null, "licence" text not null, "imported_at" timestamptz(3) not null);`);
    this.addSql(`alter table "unit_boundary" add constraint "unit_boundary_unit_id_valid_from_unique" unique ("unit_id", "valid_from");`);
    this.addSql(`alter table "unit_boundary" add constraint "unit_boundary_unit_id_foreign" foreign key ("unit_id") references "administrative_unit" ("id") on delete restrict;`);
  }

  override down(): void {
    this.addSql(`drop table "unit_boundary";`);
  }
}
