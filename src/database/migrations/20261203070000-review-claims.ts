import { Migration } from '@mikro-orm/migrations';

/** Whether the connection was told for whom it reads; asked once a statement, not once a row. */
const ASKED = `(select coalesce(current_setting('hub.asks', true), '') <> '')`;

/** Who has taken the review of a submission. */
export class ReviewClaims extends Migration {
  override name = '20261203070000-review-claims';

  override up(): void {
    this.addSql(`create table "review_claim" ("revision_id" int not null, "account_id" int not null, "claimed_at" timestamptz(3) not null, "active_at" timestamptz(3) not null, primary key ("revision_id"));`);
    this.addSql(`create index "review_claim_account_id_index" on "review_claim" ("account_id");`);
    this.addSql(`alter table "review_claim" add constraint "review_claim_revision_id_foreign" foreign key ("revision_id") references "status_update_revision" ("id") on update cascade on delete cascade;`);
    this.addSql(`alter table "review_claim" add constraint "review_claim_account_id_foreign" foreign key ("account_id") references "account" ("id") on delete cascade;`);
    this.addSql(`alter table "review_claim" enable row level security;`);
    this.addSql(`create policy "asked_for" on "review_claim" using (${ASKED} or false) with check (true);`);
  }

  override down(): void {
    this.addSql(`drop table "review_claim";`);
  }
}
