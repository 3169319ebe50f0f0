import { Migration } from '@mikro-orm/migrations';

/** Jobs of imports that failed keep their file for a while, and are looked for like those that are open. */
export class FailedImportJobs extends Migration {
  override name = '20261201060000-failed-import-jobs';

  override up(): void {
    this.addSql(`drop index "import_job_open";`);
    this.addSql(`create index import_job_open on import_job (id) where state in ('RECEIVING', 'CHECKING', 'CHECKED', 'SAVING', 'FAILED');`);
  }

  override down(): void {
    this.addSql(`drop index "import_job_open";`);
    this.addSql(`create index import_job_open on import_job (id) where state in ('RECEIVING', 'CHECKING', 'CHECKED', 'SAVING');`);
  }
}
