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

    // Nobody must be new everywhere on the evening of the update: whoever changed something from an
    // address had signed in there. IPv6 is left out, because it is kept by its network.
    this.addSql(`
      insert into "account_address" ("account_id", "address", "signed_in_at")
      select "account_id", regexp_replace("address", '^::ffff:', ''), max("at") from "audit_event"
      where "account_id" is not null and "at" > now() - interval '1 year'
        and "address" ~ '^(::ffff:)?[0-9]+[.][0-9]+[.][0-9]+[.][0-9]+$'
      group by 1, 2;`);

    // The column "failed_attempts" is left, unused, so that hubs of the version before can sign people
    // in while they still run on the database. A later release drops it.

    // It shut out everybody, also from where the account is used.
    this.addSql(`update "account" set "locked_until" = null where "locked_until" is not null;`);
  }

  override down(): void {
    this.addSql(`drop table "sign_in_failure";`);
    this.addSql(`drop table "account_address";`);
  }
}
