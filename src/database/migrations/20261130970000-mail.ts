import { Migration } from '@mikro-orm/migrations';

/** Mails to accounts, written in the transaction of their cause and sent by any hub. */
export class Mail extends Migration {
  override name = '20261130970000-mail';

  override up(): void {
    this.addSql(`create table "mail_message" ("id" serial primary key, "account_id" int not null, "address" text not null, "kind" text not null, "cause" text not null, "institution_id" int null, "facts" jsonb not null, "state" text check ("state" in ('WAITING', 'SENDING', 'SENT', 'PERHAPS_SENT', 'REFUSED', 'NOT_SENT', 'DROPPED')) not null, "attempts" int not null default 0, "next_attempt_at" timestamptz(3) not null, "taken_until" timestamptz(3) null, "message_id" text null, "answer" text null, "created_at" timestamptz(3) not null, "settled_at" timestamptz(3) null, "version" int not null default 1, constraint "mail_message_taken" check ((taken_until is not null) = (state = 'SENDING')), constraint "mail_message_settled" check ((settled_at is null) = (state in ('WAITING', 'SENDING'))));`);
    this.addSql(`create index "mail_message_institution_id_index" on "mail_message" ("institution_id");`);
    this.addSql(`alter table "mail_message" add constraint "mail_message_account_id_kind_cause_unique" unique ("account_id", "kind", "cause");`);
    this.addSql(`create index mail_message_open on mail_message (next_attempt_at) where state in ('WAITING', 'SENDING');`);
    this.addSql(`alter table "mail_message" add constraint "mail_message_account_id_foreign" foreign key ("account_id") references "account" ("id") on delete restrict;`);
    this.addSql(`alter table "mail_message" add constraint "mail_message_institution_id_foreign" foreign key ("institution_id") references "institution" ("id") on delete restrict;`);
  }

  override down(): void {
    this.addSql(`drop table "mail_message";`);
  }
}
