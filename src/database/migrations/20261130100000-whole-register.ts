import { Migration } from '@mikro-orm/migrations';

const KINDS = ['PRIMARY_SCHOOL', 'LOWER_SECONDARY_SCHOOL', 'UPPER_SECONDARY_SCHOOL', 'MULTI_LEVEL_SCHOOL', 'CONTINUING_EDUCATION_CENTRE', 'VOCATIONAL_CENTRE', 'VOCATIONAL_SECONDARY_SCHOOL', 'COLLEGE', 'UNIVERSITY'];
const TABLES = ['institution', 'institution_period'];

/** Preschools and special schools, so that a whole register can be recorded. */
export class WholeRegister extends Migration {
  override name = '20261130100000-whole-register';

  override up(): void {
    this.allow([...KINDS, 'PRESCHOOL', 'SPECIAL_SCHOOL']);
  }

  override down(): void {
    this.allow(KINDS);
  }

  private allow(kinds: readonly string[]): void {
    const list = kinds.map((kind) => `'${kind}'`).join(', ');
    for (const table of TABLES)
      this.addSql(`alter table "${table}" drop constraint "${table}_kind_check", add constraint "${table}_kind_check" check ("kind" in (${list}));`);
  }
}
