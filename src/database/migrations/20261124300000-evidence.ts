import { Migration } from '@mikro-orm/migrations';

export class Evidence extends Migration {
  override name = '20261124300000-evidence';

  override up(): void | Promise<void> {
    this.addSql(`alter table "evidence_upload" drop column "started_at";`);
  }

  override down(): void | Promise<void> {
    this.addSql(`alter table "evidence_upload" add "started_at" timestamptz(3) null;`);
  }
}
