import { Migration } from '@mikro-orm/migrations';

const KINDS = [
  ...['UNITS', 'SUCCESSIONS', 'INSTITUTIONS', 'INSTITUTION_SUCCESSIONS', 'CAMPUSES'],
  ...['WORKFORCE', 'PUBLISHED_INDEX', 'INDEX_EDITION'],
];

/** Files of plans are imports like the others. */
export class PlanImports extends Migration {
  override name = '20261201063000-plan-imports';

  override up(): void {
    this.#take([...KINDS, 'PLAN']);
  }

  override down(): void {
    this.#take(KINDS);
  }

  #take(kinds: readonly string[]): void {
    const list = kinds.map((kind) => `'${kind}'`).join(', ');
    for (const table of ['import_run', 'import_job'])
      this.addSql(
        `alter table "${table}" drop constraint "${table}_kind_check", add constraint "${table}_kind_check" check ("kind" in (${list}));`,
      );
  }
}
