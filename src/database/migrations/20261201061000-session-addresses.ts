import { Migration } from '@mikro-orm/migrations';

/** From where a session was used last, so that its owner can tell it from the others. */
export class SessionAddresses extends Migration {
  override name = '20261201061000-session-addresses';

  override up(): void {
    this.addSql(`alter table "account_session" add column "address" text null;`);
  }

  override down(): void {
    this.addSql(`alter table "account_session" drop column "address";`);
  }
}
