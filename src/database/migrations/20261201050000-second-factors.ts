import { Migration } from '@mikro-orm/migrations';

/** The second factor of accounts with a password, and the codes for when it is lost. */
export class SecondFactors extends Migration {
  override name = '20261201050000-second-factors';

  override up(): void {
    this.addSql(`create table "second_factor" ("account_id" int not null, "secret" text null, "pending" text null, "last_step" int null, "confirmed_at" timestamptz(3) null, primary key ("account_id"));`);
    this.addSql(`create table "recovery_code" ("id" serial primary key, "account_id" int not null, "code_hash" text not null, "used_at" timestamptz(3) null);`);
    this.addSql(`create index "recovery_code_account_id_index" on "recovery_code" ("account_id");`);
    this.addSql(`alter table "second_factor" add constraint "second_factor_account_id_foreign" foreign key ("account_id") references "account" ("id") on update cascade on delete cascade;`);
    this.addSql(`alter table "recovery_code" add constraint "recovery_code_account_id_foreign" foreign key ("account_id") references "account" ("id") on delete cascade;`);
  }

  override down(): void {
    this.addSql(`drop table "recovery_code";`);
    this.addSql(`drop table "second_factor";`);
  }
}
