import { Migration } from '@mikro-orm/migrations';

/** Codes keep what was recorded of them before. */
export class CodeHistory extends Migration {
  override name = '20261130100100-code-history';

  override up(): void {
    this.addSql(`alter table "institution_code" add column "recorded_at" timestamptz(3), add column "superseded_at" timestamptz(3) null;`);
    // What is known now stays so: nobody has to hear of it.
    this.addSql(`alter table "institution_code" disable trigger user;`);
    // Nothing tells when a code was recorded, but it was not before its institution.
    this.addSql(`update institution_code as code set recorded_at = coalesce((select min(recorded_at) from institution_period as period where period.institution_id = code.institution_id), (select published_at from publication));`);
    this.addSql(`alter table "institution_code" enable trigger user;`);
    this.addSql(`alter table "institution_code" alter column "recorded_at" set not null;`);
  }

  override down(): void {
    this.addSql(`alter table "institution_code" disable trigger user;`);
    this.addSql(`delete from "institution_code" where superseded_at is not null;`);
    this.addSql(`alter table "institution_code" enable trigger user;`);
    this.addSql(`alter table "institution_code" drop column "recorded_at", drop column "superseded_at";`);
  }
}
