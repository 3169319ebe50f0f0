import { Migration } from '@mikro-orm/migrations';

/** Whoever watches the hub asks often how many mails were left. */
export class MailsLeft extends Migration {
  override name = '20261201081000-mails-left';

  override up(): void {
    this.addSql(
      `create index mail_message_left on mail_message (state) where state in ('PERHAPS_SENT', 'REFUSED', 'NOT_SENT');`,
    );
  }

  override down(): void {
    this.addSql(`drop index mail_message_left;`);
  }
}
