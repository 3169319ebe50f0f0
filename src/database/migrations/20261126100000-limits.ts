import { Migration } from '@mikro-orm/migrations';

export class Limits extends Migration {

  override name = '20261126100000-limits';

  override up(): void | Promise<void> {
    this.addSql(`create table "rate_limit" ("key" text not null, "points" int not null, "expire" bigint null, primary key ("key"));`);
  }

  override down(): void | Promise<void> {
    this.addSql(`drop table if exists "rate_limit" cascade;`);
  }

}
