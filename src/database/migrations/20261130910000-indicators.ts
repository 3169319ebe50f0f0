import { Migration } from '@mikro-orm/migrations';

/** What every hub states of an institution; the parts of the last are the others. */
const PILLARS = [
  ['DIGITAL_GOVERNANCE', 'Mô hình quản trị số', 'Digital governance'],
  ['DIGITAL_OPERATIONS', 'Hoạt động số', 'Digital operations'],
  ['STANDARDIZED_DATA', 'Chuẩn hoá dữ liệu số', 'Standardised data'],
  ['OPEN_LEARNING_RESOURCES', 'Kho học liệu số mở', 'Open learning resources'],
];
const CODES = PILLARS.map(([code]) => `'${code}'`).join(', ');
const CONSTRAINTS = ['pkey', 'points_check', 'max_points_check', 'stage_check', 'revision_id_foreign'];

/** Figures count indicators, of which the pillars are four, and revisions have a result for each. */
export class Indicators extends Migration {
  override name = '20261130910000-indicators';

  override up(): void {
    this.addSql(`create table "indicator" ("id" serial primary key, "code" text not null, "name_vi" text not null, "name_en" text not null, "group" text null, "kinds" text[] null, "parts" text[] null);`);
    this.addSql(`alter table "indicator" add constraint "indicator_code_unique" unique ("code");`);
    this.addSql(`alter table "indicator" add constraint "indicator_group_check" check ("group" in ('GENERAL_EDUCATION', 'COLLEGE_AND_VOCATIONAL'));`);
    for (const [code, vi, en] of PILLARS)
      this.addSql(`insert into indicator (code, name_vi, name_en) values ('${code}', '${vi}', '${en}');`);
    this.addSql(`insert into indicator (code, name_vi, name_en, parts) values ('ALL_FOUR', 'Cả bốn trụ cột', 'All four together', array[${CODES}]);`);
    this.addSql(`alter table "pillar_result" drop constraint "pillar_result_pillar_check";`);
    this.addSql(`alter table "pillar_result" rename column "pillar" to "indicator";`);
    this.rename('pillar_result', 'indicator_result');
    this.addSql(`alter table "progress_count" drop constraint "progress_count_subject_check";`);
  }

  override down(): void {
    this.addSql(`alter table "progress_count" add constraint "progress_count_subject_check" check ("subject" in (${CODES}, 'ALL_FOUR'));`);
    this.rename('indicator_result', 'pillar_result');
    this.addSql(`alter table "pillar_result" rename column "indicator" to "pillar";`);
    this.addSql(`alter table "pillar_result" add constraint "pillar_result_pillar_check" check ("pillar" in (${CODES}));`);
    this.addSql(`drop table "indicator";`);
  }

  /** Renames the table of results with all that is named after it. */
  private rename(from: string, to: string): void {
    this.addSql(`alter table "${from}" rename to "${to}";`);
    for (const constraint of CONSTRAINTS)
      this.addSql(`alter table "${to}" rename constraint "${from}_${constraint}" to "${to}_${constraint}";`);
    this.addSql(`alter function "${from}_approved_is_final_fn" rename to "${to}_approved_is_final_fn";`);
  }
}
