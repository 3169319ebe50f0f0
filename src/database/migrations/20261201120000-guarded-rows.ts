import { Migration } from '@mikro-orm/migrations';

/** Whether the connection was told for whom it reads; asked once a statement, not once a row. */
const ASKED = `(select coalesce(current_setting('hub.asks', true), '') <> '')`;

/** What each table shows to whoever has not said who asks; the owner of the tables sees everything. */
const OPEN: Readonly<Record<string, string>> = {
  account: 'false',
  account_session: 'false',
  evidence: 'false',
  evidence_file: 'false',
  evidence_upload: 'false',
  framework_draft: 'false',
  status_update_revision: 'submitted_at is not null',
  status_update_entry: `exists (select from status_update_revision as revision
    where revision.id = revision_id and revision.decision = 'APPROVED')`,
};

/** A backstop below the application: where a filter is forgotten, nobody gets what is not public. */
export class GuardedRows extends Migration {
  override name = '20261201120000-guarded-rows';

  override up(): void {
    for (const [table, open] of Object.entries(OPEN)) {
      this.addSql(`alter table "${table}" enable row level security;`);
      this.addSql(
        `create policy "asked_for" on "${table}" using (${ASKED} or ${open}) with check (true);`,
      );
    }
  }

  override down(): void {
    for (const table of Object.keys(OPEN)) {
      this.addSql(`drop policy "asked_for" on "${table}";`);
      this.addSql(`alter table "${table}" disable row level security;`);
    }
  }
}
