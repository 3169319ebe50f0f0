import { sql } from 'kysely';
import type { Database } from '../database/orm.js';
import { firstOf } from '../shared/required.js';
import { KEPT_DAYS } from './kept-days.js';

/**
 * The bytes that an institution has uploaded for a round, according to the audit trail. Each
 * content counts once: for as long as it is kept at least, then while a revision uses it or while it
 * is still stored without use. Evidence
 * that was carried over from an earlier round does not count.
 * @param besides the SHA-256 of the content that is arriving, which does not count.
 */
export async function sentBytes(
  database: Database,
  updateId: number,
  besides: string | null = null,
): Promise<number> {
  const found = await sql<{ bytes: number }>`
    select coalesce(sum(size), 0)::float8 as bytes from (
      select sent.sha256, max(sent.size) as size
      from audit_event, jsonb_to_record(after) as sent(sha256 text, size int)
      where subject_type = 'StatusUpdate' and subject_id = ${updateId}
        and action = 'evidenceUpload' and sent.sha256 is distinct from ${besides}
        and (at > clock_timestamp() - make_interval(days => ${KEPT_DAYS})
          or exists (select from evidence_file as file
            join evidence on evidence.file_id = file.id
            join status_update_revision as revision on revision.id = evidence.revision_id
            where file.sha256 = sent.sha256 and revision.update_id = ${updateId})
          or exists (select from evidence_file as file where file.sha256 = sent.sha256
            and not exists (select from evidence where evidence.file_id = file.id)))
      group by sent.sha256
    ) as contents`.execute(database);
  return firstOf(found.rows).bytes;
}
