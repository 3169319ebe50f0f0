import { Migration } from '@mikro-orm/migrations';

export class Rounds extends Migration {

  override name = '20261124200000-rounds';

  override up(): void | Promise<void> {
    this.addSql(`alter table "plan" add "version" int not null default 1;`);
  }

  override down(): void | Promise<void> {
    this.addSql(`alter table "plan" drop column "version";`);
  }

}
