import { Migration } from '@mikro-orm/migrations';

/** What virus scanners found in files of evidence, and an index of those that are to be examined. */
export class EvidenceViruses extends Migration {
  override name = '20261201091000-evidence-viruses';

  override up(): void {
    this.addSql(
      `alter table "evidence_file" add "examined_at" timestamptz(3) null, add "virus" text null;`,
    );
    this.addSql(
      `create index "evidence_file_waiting_index" on "evidence_file" ("id") where findings is null or examined_at is null or virus is not null;`,
    );
  }

  override down(): void {
    this.addSql(`drop index "evidence_file_waiting_index";`);
    this.addSql(`alter table "evidence_file" drop column "examined_at", drop column "virus";`);
  }
}
