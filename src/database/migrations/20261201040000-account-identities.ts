import { Migration } from '@mikro-orm/migrations';

/** Accounts that several issuers know, and the issuer through which a session began. */
export class AccountIdentities extends Migration {
  override name = '20261201040000-account-identities';

  override up(): void {
    this.addSql(`create table "account_identity" ("id" serial primary key, "account_id" int not null, "issuer" text not null, "subject" text not null, "linked_at" timestamptz(3) not null);`);
    this.addSql(`alter table "account_identity" add constraint "account_identity_issuer_subject_unique" unique ("issuer", "subject");`);
    this.addSql(`alter table "account_identity" add constraint "account_identity_account_id_issuer_unique" unique ("account_id", "issuer");`);
    this.addSql(`alter table "account_identity" add constraint "account_identity_account_id_foreign" foreign key ("account_id") references "account" ("id") on delete cascade;`);
    this.addSql(`insert into "account_identity" ("account_id", "issuer", "subject", "linked_at") select id, issuer, subject, created_at from "account" where issuer is not null;`);
    this.addSql(`alter table "account" drop constraint "account_issuer";`);
    this.addSql(`alter table "account" drop column "subject";`);
    this.addSql(`alter table "account_session" add column "issuer" text null;`);
  }

  override down(): void {
    this.addSql(`alter table "account_session" drop column "issuer";`);
    this.addSql(`alter table "account" add column "subject" text null;`);
    this.addSql(`update "account" set subject = identity.subject from "account_identity" as identity where identity.account_id = account.id and identity.issuer = account.issuer;`);
    this.addSql(`alter table "account" add constraint "account_issuer_subject_unique" unique ("issuer", "subject");`);
    this.addSql(`alter table "account" add constraint "account_issuer" check ((issuer is null) = (subject is null));`);
    this.addSql(`drop table "account_identity";`);
  }
}
