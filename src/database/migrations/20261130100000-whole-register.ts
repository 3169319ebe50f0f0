import { Migration } from '@mikro-orm/migrations';

const KINDS = ['PRESCHOOL', 'PRIMARY_SCHOOL', 'LOWER_SECONDARY_SCHOOL', 'UPPER_SECONDARY_SCHOOL', 'MULTI_LEVEL_SCHOOL', 'SPECIAL_SCHOOL', 'CONTINUING_EDUCATION_CENTRE', 'VOCATIONAL_CENTRE', 'VOCATIONAL_SECONDARY_SCHOOL', 'COLLEGE', 'UNIVERSITY'];
const NEW = ['PRESCHOOL', 'SPECIAL_SCHOOL'];

/** Preschools and special schools, so that a whole register can be recorded. */
export class WholeRegister extends Migration {
  override name = '20261130100000-whole-register';

  override up(): void {
    this.allow(KINDS);
  }

  override down(): void {
    this.allow(KINDS.filter((kind) => !NEW.includes(kind)));
  }

  private allow(kinds: readonly string[]): void {
    const list = kinds.map((kind) => `'${kind}'`).join(', ');
    this.addSql(`alter table "institution_period" drop constraint "institution_period_kind_check", add constraint "institution_period_kind_check" check ("kind" in (${list}));`);
  }
}
