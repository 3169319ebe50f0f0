import { Migration } from '@mikro-orm/migrations';

/** Which store of evidence belongs to the database, so that no other database cleans it. */
export class EvidenceStoreOwner extends Migration {
  override name = '20261129300000-evidence-store-owner';

  override up(): void {
    this.addSql(`create table "evidence_store_owner" ("id" int not null, "owner" text not null, primary key ("id"), constraint "evidence_store_owner_id_check" check (id = 1));`);
  }

  override down(): void {
    this.addSql(`drop table "evidence_store_owner";`);
  }
}
