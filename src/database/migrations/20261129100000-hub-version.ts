import { Migration } from '@mikro-orm/migrations';

/** Which hub ran a migration, so that an older one can say what version the database needs. */
export class HubVersion extends Migration {
  override name = '20261129100000-hub-version';

  override up(): void {
    this.addSql(`alter table "mikro_orm_migrations" add column "hub_version" text null;`);
  }

  override down(): void {
    this.addSql(`alter table "mikro_orm_migrations" drop column "hub_version";`);
  }
}
