import { Migration } from '@mikro-orm/migrations';

/** Which mails an account does without and in which language it reads them; a key for each mail to say so. */
export class MailPreferences extends Migration {
  override name = '20261201021000-mail-preferences';

  override up(): void {
    this.addSql(`create table "mail_preference" ("account_id" int not null, "language" text check ("language" in ('VI', 'EN', 'BOTH')) not null, "declined" text[] not null, primary key ("account_id"));`);
    this.addSql(`alter table "mail_preference" add constraint "mail_preference_account_id_foreign" foreign key ("account_id") references "account" ("id") on update cascade on delete cascade;`);
    this.addSql(`alter table "mail_message" add column "unsubscribe_key" uuid not null default gen_random_uuid();`);
    this.addSql(`alter table "mail_message" add constraint "mail_message_unsubscribe_key_unique" unique ("unsubscribe_key");`);
  }

  override down(): void {
    this.addSql(`alter table "mail_message" drop column "unsubscribe_key";`);
    this.addSql(`drop table "mail_preference";`);
  }
}
