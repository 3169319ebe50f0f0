import { Migration } from '@mikro-orm/migrations';

/** Mail and telephone of the offices of institutions. */
export class InstitutionContacts extends Migration {
  override name = '20261201062000-institution-contacts';

  override up(): void {
    this.addSql(`create table "institution_contact" ("id" serial primary key, "institution_id" int not null, "version" int not null, "email" text null, "telephone" text null, "recorded_at" timestamptz(3) not null, "superseded_at" timestamptz(3) null);`);
    this.addSql(`create index "institution_contact_institution_id_index" on "institution_contact" ("institution_id");`);
    this.addSql(`create unique index institution_contact_once on institution_contact (institution_id) where superseded_at is null;`);
    this.addSql(`alter table "institution_contact" add constraint "institution_contact_institution_id_foreign" foreign key ("institution_id") references "institution" ("id");`);
  }

  override down(): void {
    this.addSql(`drop table "institution_contact";`);
  }
}
