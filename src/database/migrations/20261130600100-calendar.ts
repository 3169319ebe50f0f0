import { Migration } from '@mikro-orm/migrations';

/** The day whose beginning is published, so that several hubs publish it once. */
export class Calendar extends Migration {
  override name = '20261130600100-calendar';

  override up(): void {
    this.addSql(`alter table "publication" add column "day" date null;`);
  }

  override down(): void {
    this.addSql(`alter table "publication" drop column "day";`);
  }
}
