import { Migration } from '@mikro-orm/migrations';

/** Failed sign-ins are counted for the account and the address together, no longer for the account alone. */
export class SignIns extends Migration {
  override name = '20261129200000-sign-ins';

  override up(): void {
    this.addSql(`create table "account_address" ("account_id" int not null, "address" text not null, "signed_in_at" timestamptz(3) not null, primary key ("account_id", "address"));`);
    this.addSql(`alter table "account_address" add constraint "account_address_account_id_foreign" foreign key ("account_id") references "account" ("id") on update restrict on delete restrict;`);

    this.addSql(`create table "sign_in_failure" ("id" bigserial primary key, "account_id" int not null, "address" text not null, "known" boolean not null, "failed_at" timestamptz(3) not null);`);
    this.addSql(`create index "sign_in_failure_account_id_failed_at_index" on "sign_in_failure" ("account_id", "failed_at");`);
    this.addSql(`alter table "sign_in_failure" add constraint "sign_in_failure_account_id_foreign" foreign key ("account_id") references "account" ("id");`);

    this.addSql(`alter table "account" drop column "failed_attempts";`);
    // It shut out everybody, also from where the account is used.
    this.addSql(`update "account" set "locked_until" = null where "locked_until" is not null;`);
  }

  override down(): void {
    this.addSql(`alter table "account" add column "failed_attempts" int not null default 0;`);
    this.addSql(`drop table "sign_in_failure";`);
    this.addSql(`drop table "account_address";`);
  }
}
