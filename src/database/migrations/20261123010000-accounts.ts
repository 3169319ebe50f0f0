import { Migration } from '@mikro-orm/migrations';

export class Accounts extends Migration {

  override name = '20261123010000-accounts';

  override up(): void | Promise<void> {
    this.addSql(`create table "account" ("id" serial primary key, "name" text not null, "email" text null, "password_hash" text null, "issuer" text null, "subject" text null, "failed_attempts" int not null default 0, "locked_until" timestamptz(3) null, "disabled_at" timestamptz(3) null, "created_at" timestamptz(3) not null);`);
    this.addSql(`alter table "account" add constraint "account_email_unique" unique ("email");`);
    this.addSql(`alter table "account" add constraint "account_issuer_subject_unique" unique ("issuer", "subject");`);

    this.addSql(`create table "account_grant" ("id" serial primary key, "account_id" int not null, "role" text not null, "unit_id" int null, "institution_id" int null, "kinds" text[] null, "valid_from" date null, "valid_to" date null);`);
    this.addSql(`create index "account_grant_account_id_index" on "account_grant" ("account_id");`);
    this.addSql(`create index "account_grant_unit_id_index" on "account_grant" ("unit_id");`);
    this.addSql(`create index "account_grant_institution_id_index" on "account_grant" ("institution_id");`);

    this.addSql(`create table "account_session" ("id" serial primary key, "account_id" int not null, "family" uuid not null, "token_hash" text not null, "created_at" timestamptz(3) not null, "expires_at" timestamptz(3) not null, "used_at" timestamptz(3) null, "ended_at" timestamptz(3) null);`);
    this.addSql(`create index "account_session_account_id_index" on "account_session" ("account_id");`);
    this.addSql(`create index "account_session_family_index" on "account_session" ("family");`);
    this.addSql(`alter table "account_session" add constraint "account_session_token_hash_unique" unique ("token_hash");`);

    this.addSql(`alter table "account" add constraint "account_issuer" check ((issuer is null) = (subject is null));`);
    this.addSql(`alter table "account" add constraint "account_can_sign_in" check ((password_hash is null) = (issuer is not null));`);

    this.addSql(`alter table "account_grant" add constraint "account_grant_account_id_foreign" foreign key ("account_id") references "account" ("id");`);
    this.addSql(`alter table "account_grant" add constraint "account_grant_unit_id_foreign" foreign key ("unit_id") references "administrative_unit" ("id") on delete restrict;`);
    this.addSql(`alter table "account_grant" add constraint "account_grant_institution_id_foreign" foreign key ("institution_id") references "institution" ("id") on delete restrict;`);
    this.addSql(`alter table "account_grant" add constraint "account_grant_unit" check ((unit_id is not null) = (role in ('PLANNER', 'REVIEWER')));`);
    this.addSql(`alter table "account_grant" add constraint "account_grant_institution" check ((institution_id is not null) = (role = 'SCHOOL_ADMIN'));`);
    this.addSql(`alter table "account_grant" add constraint "account_grant_kinds" check (kinds is null or role = 'REVIEWER');`);
    this.addSql(`alter table "account_grant" add constraint "account_grant_span" check (valid_from is null or valid_to is null or valid_from <= valid_to);`);
    this.addSql(`alter table "account_grant" add constraint "account_grant_role_check" check ("role" in ('OPERATOR', 'PLANNER', 'REVIEWER', 'SCHOOL_ADMIN'));`);

    this.addSql(`alter table "account_session" add constraint "account_session_account_id_foreign" foreign key ("account_id") references "account" ("id");`);
  }

  override down(): void | Promise<void> {
    this.addSql(`alter table "account_grant" drop constraint "account_grant_account_id_foreign";`);
    this.addSql(`alter table "account_session" drop constraint "account_session_account_id_foreign";`);

    this.addSql(`drop table if exists "account" cascade;`);
    this.addSql(`drop table if exists "account_grant" cascade;`);
    this.addSql(`drop table if exists "account_session" cascade;`);
  }

}
