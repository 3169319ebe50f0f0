import { Migration } from '@mikro-orm/migrations';

const APPROVED_BEFORE = `earlier.decision = 'APPROVED'`;
const STANDING_BEFORE = `earlier.decision = 'APPROVED' and not exists (select from approval_taken_back as taken where taken.revision_id = earlier.id)`;

/** The approvals that were taken back; an update without another approval is no longer public. */
export class ApprovalsTakenBack extends Migration {
  override name = '20261130500100-approvals-taken-back';

  override up(): void {
    this.addSql(`create table "approval_taken_back" ("revision_id" int not null, "taken_back_at" timestamptz(3) not null, "taken_back_by_id" int not null, "reason" text not null, primary key ("revision_id"));`);
    this.addSql(`alter table "approval_taken_back" add constraint "approval_taken_back_revision_id_foreign" foreign key ("revision_id") references "status_update_revision" ("id") on update restrict on delete restrict;`);
    this.addSql(`alter table "approval_taken_back" add constraint "approval_taken_back_taken_back_by_id_foreign" foreign key ("taken_back_by_id") references "account" ("id") on delete restrict;`);
    this.addSql(`create or replace function "approval_taken_back_append_only_fn"() returns trigger as \$\$ begin raise exception 'what was taken back stays so' using errcode = 'restrict_violation'; end; \$\$ language plpgsql;`);
    this.addSql(`create trigger "append_only" BEFORE UPDATE OR DELETE on "approval_taken_back" for each ROW execute function "approval_taken_back_append_only_fn"();`);
    this.replaceInTold(APPROVED_BEFORE, STANDING_BEFORE);
  }

  override down(): void {
    this.replaceInTold(STANDING_BEFORE, APPROVED_BEFORE);
    this.addSql(`drop table "approval_taken_back";`);
    this.addSql(`drop function "approval_taken_back_append_only_fn"();`);
  }

  /** Replaces only this part of what tables tell, whatever other migrations made of the rest. */
  private replaceInTold(from: string, to: string): void {
    this.addSql(`do $do$ begin execute replace(pg_get_functiondef('tell_changes'::regproc), $from$${from}$from$, $to$${to}$to$); end $do$;`);
  }
}
