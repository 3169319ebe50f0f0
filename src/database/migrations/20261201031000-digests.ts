import { Migration } from '@mikro-orm/migrations';

/** The weeks of which the digests are written. */
export class Digests extends Migration {
  override name = '20261201031000-digests';

  override up(): void {
    this.addSql(`create table "digested_week" ("monday" date not null, primary key ("monday"));`);
  }

  override down(): void {
    this.addSql(`drop table "digested_week";`);
  }
}
