import { Migration } from '@mikro-orm/migrations';

/** The day for which the mails about a round were written last. */
export class Reminders extends Migration {
  override name = '20261201020000-reminders';

  override up(): void {
    this.addSql(`create table "reminded_round" ("round_id" int not null, "day" date not null, primary key ("round_id"));`);
    this.addSql(`alter table "reminded_round" add constraint "reminded_round_round_id_foreign" foreign key ("round_id") references "reporting_round" ("id") on update cascade on delete cascade;`);
  }

  override down(): void {
    this.addSql(`drop table "reminded_round";`);
  }
}
