import { Migration } from '@mikro-orm/migrations';

/** Rounds that are withdrawn or whose dates are mended, and what was known of them before. */
export class RoundsMended extends Migration {
  override name = '20261130500200-rounds-mended';

  override up(): void {
    // The rounds that there are were always known.
    this.addSql(`alter table "reporting_round" add "recorded_at" timestamptz(3) null, add "withdrawn_at" timestamptz(3) null, add "withdrawal_reason" text null;`);
    this.addSql(`alter table "reporting_round" add constraint "reporting_round_withdrawn" check ((withdrawn_at is null) = (withdrawal_reason is null));`);
    this.addSql(`alter table "reporting_round" drop constraint "reporting_round_unit_id_code_unique";`);
    this.addSql(`create unique index reporting_round_code on reporting_round (unit_id, code) where withdrawn_at is null;`);
    this.addSql(`create index "reporting_round_unit_id_index" on "reporting_round" ("unit_id");`);

    this.addSql(`create table "reporting_round_dates" ("id" serial primary key, "round_id" int not null, "opens_on" date not null, "due_on" date not null, "reference_date" date not null, "closes_on" date not null, "superseded_at" timestamptz(3) not null);`);
    this.addSql(`create index "reporting_round_dates_round_id_index" on "reporting_round_dates" ("round_id");`);
    this.addSql(`alter table "reporting_round_dates" add constraint "reporting_round_dates_round_id_foreign" foreign key ("round_id") references "reporting_round" ("id") on delete restrict;`);
  }

  override down(): void {
    this.addSql(`drop table "reporting_round_dates";`);
    this.addSql(`drop index "reporting_round_unit_id_index";`);
    this.addSql(`drop index "reporting_round_code";`);
    this.addSql(`alter table "reporting_round" drop column "recorded_at", drop column "withdrawn_at", drop column "withdrawal_reason";`);
    this.addSql(`alter table "reporting_round" add constraint "reporting_round_unit_id_code_unique" unique ("unit_id", "code");`);
  }
}
