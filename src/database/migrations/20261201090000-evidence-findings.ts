import { Migration } from '@mikro-orm/migrations';

/** What was found in files of evidence; null for those that came before anybody looked. */
export class EvidenceFindings extends Migration {
  override name = '20261201090000-evidence-findings';

  override up(): void {
    this.addSql(`alter table "evidence_file" add "findings" text[] null;`);
  }

  override down(): void {
    this.addSql(`alter table "evidence_file" drop column "findings";`);
  }
}
