import { Migration } from '@mikro-orm/migrations';

const KINDS = ['UNITS', 'SUCCESSIONS', 'INSTITUTIONS', 'INSTITUTION_SUCCESSIONS', 'CAMPUSES', 'WORKFORCE', 'PUBLISHED_INDEX', 'INDEX_EDITION'];
const NEW = ['INSTITUTION_SUCCESSIONS', 'CAMPUSES'];

/** Imports of successions of institutions and of campuses are kept like all others. */
export class InstitutionImports extends Migration {
  override name = '20261130800000-institution-imports';

  override up(): void {
    this.allow(KINDS);
  }

  override down(): void {
    this.allow(KINDS.filter((kind) => !NEW.includes(kind)));
  }

  private allow(kinds: readonly string[]): void {
    const list = kinds.map((kind) => `'${kind}'`).join(', ');
    this.addSql(`alter table "import_run" drop constraint "import_run_kind_check", add constraint "import_run_kind_check" check ("kind" in (${list}));`);
  }
}
