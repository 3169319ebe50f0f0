import { Migration } from '@mikro-orm/migrations';

export class AccountSearch extends Migration {

  override name = '20261124100000-accounts';

  override up(): void | Promise<void> {
    this.addSql(`alter table "account" add "search_name" text not null default '';`);
    // As searchable() writes it, for the accounts that are there already.
    this.addSql(`update account set search_name = trim(regexp_replace(translate(lower(regexp_replace(normalize(concat_ws(' ', name, email), NFD), '[\\u0300-\\u036f]', '', 'g')), 'đ''’\`', 'd'), '[^[:alnum:]]+', ' ', 'g'));`);
    this.addSql(`create index account_name on account (search_name collate "C", id);`);

    this.addSql(`drop index "audit_event_institution_id_index";`);
    this.addSql(`drop index "audit_event_unit_id_index";`);
    this.addSql(`create index "audit_event_institution_id_id_index" on "audit_event" ("institution_id", "id");`);
    this.addSql(`create index "audit_event_unit_id_id_index" on "audit_event" ("unit_id", "id");`);
    this.addSql(`create index "audit_event_at_index" on "audit_event" ("at");`);
    this.addSql(`create index audit_event_of_no_unit on audit_event (id) where unit_id is null and institution_id is null;`);
  }

  override down(): void | Promise<void> {
    this.addSql(`drop index "audit_event_of_no_unit";`);
    this.addSql(`drop index "audit_event_at_index";`);
    this.addSql(`drop index "audit_event_unit_id_id_index";`);
    this.addSql(`drop index "audit_event_institution_id_id_index";`);
    this.addSql(`create index "audit_event_institution_id_index" on "audit_event" ("institution_id");`);
    this.addSql(`create index "audit_event_unit_id_index" on "audit_event" ("unit_id");`);

    this.addSql(`drop index "account_name";`);
    this.addSql(`alter table "account" drop column "search_name";`);
  }

}
