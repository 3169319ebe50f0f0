import { Migration } from '@mikro-orm/migrations';

/** Since when nothing names a content of evidence, so that it can be removed in time. */
export class UnnamedContents extends Migration {
  override name = '20261129000000-unnamed-contents';

  override up(): void {
    this.addSql(`alter table "evidence_file" add "unnamed_since" timestamptz(3) null;`);
  }

  override down(): void {
    this.addSql(`alter table "evidence_file" drop column "unnamed_since";`);
  }
}
