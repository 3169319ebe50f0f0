import { Migration } from '@mikro-orm/migrations';

/** Targets are set on indicators, of which a pillar is one, and as they were known then too. */
export class IndicatorTargets extends Migration {
  override name = '20261130930000-indicator-targets';

  override up(): void {
    this.addSql(`drop index target_once;`);
    this.addSql(`alter table "target" drop constraint "target_pillar_check";`);
    this.quietly(`update target set pillar = 'ALL_FOUR' where pillar is null;`);
    this.addSql(`alter table "target" rename column "pillar" to "indicator";`);
    this.addSql(`alter table "target" alter column "indicator" set not null;`);
    this.addSql(`create unique index target_once on target (plan_id, "group", indicator, year);`);
    this.versions(`(content - 'pillar') || jsonb_build_object('indicator', coalesce(content ->> 'pillar', 'ALL_FOUR'))`);
  }

  override down(): void {
    this.addSql(`drop index target_once;`);
    this.addSql(`alter table "target" alter column "indicator" drop not null;`);
    this.addSql(`alter table "target" rename column "indicator" to "pillar";`);
    this.quietly(`update target set pillar = null where pillar = 'ALL_FOUR';`);
    this.addSql(`alter table "target" add constraint "target_pillar_check" check ("pillar" in ('DIGITAL_GOVERNANCE', 'DIGITAL_OPERATIONS', 'STANDARDIZED_DATA', 'OPEN_LEARNING_RESOURCES'));`);
    this.addSql(`create unique index target_once on target (plan_id, "group", pillar, year) nulls not distinct;`);
    this.versions(`(content - 'indicator') || jsonb_build_object('pillar', nullif(content ->> 'indicator', 'ALL_FOUR'))`);
  }

  /** Writes what says the same in other words, so that nothing is told and no version begins. */
  private quietly(statement: string): void {
    this.addSql(`alter table "target" disable trigger user;`);
    this.addSql(statement);
    this.addSql(`alter table "target" enable trigger user;`);
  }

  private versions(content: string): void {
    this.addSql(`alter table row_version disable trigger "recorded_is_final";`);
    this.addSql(`update row_version set content = ${content} where of_table = 'target';`);
    this.addSql(`alter table row_version enable trigger "recorded_is_final";`);
  }
}
