import { Migration } from '@mikro-orm/migrations';

/** Of a password that nobody knows: for hubs of before, to which every account of theirs has one. */
const UNKNOWN_PASSWORD =
  '$argon2id$v=19$m=19456,t=2,p=1$fusZ36Jm06XBzIm6JWiWOA$74DqPCOneUkm3rDUzDKoL5lL30p0d9Hl6Mc6zuUxoyw';

/** Accounts without an e-mail or a password yet, and the one-time codes that set one. */
export class Invitations extends Migration {
  override name = '20261201010000-invitations';

  override up(): void {
    this.addSql(`alter table "account" add column "sign_in_name" text null;`);
    this.addSql(`alter table "account" add constraint "account_sign_in_name_unique" unique ("sign_in_name");`);
    this.addSql(`alter table "account" drop constraint "account_can_sign_in";`);
    this.addSql(`alter table "account" add constraint "account_can_sign_in" check (case when issuer is null then email is not null or sign_in_name is not null else password_hash is null end);`);
    this.addSql(`alter table "account" add constraint "account_sign_in_name" check (sign_in_name is null or email is null and sign_in_name !~ '@');`);
    this.addSql(`create table "account_code" ("id" serial primary key, "account_id" int not null, "purpose" text check ("purpose" in ('INVITATION', 'PASSWORD_RESET')) not null, "seed" uuid not null, "code_hash" text not null, "created_by_id" int null, "created_at" timestamptz(3) not null, "expires_at" timestamptz(3) not null, "used_at" timestamptz(3) null, "ended_at" timestamptz(3) null);`);
    this.addSql(`create index "account_code_account_id_index" on "account_code" ("account_id");`);
    this.addSql(`alter table "account_code" add constraint "account_code_code_hash_unique" unique ("code_hash");`);
    this.addSql(`create index "account_code_created_by_id_index" on "account_code" ("created_by_id");`);
    this.addSql(`create unique index account_code_invitation on account_code (account_id) where purpose = 'INVITATION' and used_at is null and ended_at is null;`);
    this.addSql(`alter table "account_code" add constraint "account_code_account_id_foreign" foreign key ("account_id") references "account" ("id") on delete restrict;`);
    this.addSql(`alter table "account_code" add constraint "account_code_created_by_id_foreign" foreign key ("created_by_id") references "account" ("id") on delete restrict;`);
  }

  override down(): void {
    this.addSql(`drop table "account_code";`);
    this.addSql(`alter table "account" drop constraint "account_sign_in_name";`);
    this.addSql(`alter table "account" drop constraint "account_can_sign_in";`);
    this.addSql(`update "account" set password_hash = '${UNKNOWN_PASSWORD}' where issuer is null and password_hash is null;`);
    this.addSql(`alter table "account" add constraint "account_can_sign_in" check ((password_hash is null) = (issuer is not null));`);
    this.addSql(`alter table "account" drop column "sign_in_name";`);
  }
}
