import { Migration } from '@mikro-orm/migrations';

/**
 * A password that an operator sets has to be changed by its owner. Of earlier ones nobody knows who set
 * them, so they stay.
 */
export class FirstPasswords extends Migration {
  override name = '20261130600000-first-passwords';

  override up(): void {
    this.addSql(`alter table "account" add column "password_change_required" boolean not null default false;`);
    this.addSql(`alter table "account" add constraint "account_password_change" check (not password_change_required or password_hash is not null);`);
  }

  override down(): void {
    this.addSql(`alter table "account" drop constraint "account_password_change";`);
    this.addSql(`alter table "account" drop column "password_change_required";`);
  }
}
