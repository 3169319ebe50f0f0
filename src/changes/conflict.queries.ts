import { sql } from 'kysely';
import type { Database } from '../database/orm.js';
import type { Refusal } from '../graphql/user-error.js';

/** A conflict names only the newest changes. */
const NAMED = 3;

/**
 * Refuses a change that is based on an older version, and names the changes made since with their
 * authors.
 */
export async function conflictWith(
  database: Database,
  subject: { subjectType: string; subjectId: number; present: number; seen: number | null },
): Promise<Refusal> {
  const { subjectType, subjectId, present, seen } = subject;
  const found = await sql<{ who: string; action: string; at: string }>`
    select account_name as who, action, at from audit_event
    where subject_type = ${subjectType} and subject_id = ${subjectId}
      and subject_version > ${seen ?? 0}
    order by id desc limit ${NAMED}`.execute(database);
  const changes = found.rows
    .map(({ who, action, at }) => `${who} (${action}, ${new Date(at).toISOString()})`)
    .join(', ');
  const since = changes && { vi: ` Đã thay đổi: ${changes}.`, en: ` Changed by: ${changes}.` };
  return {
    code: 'CONFLICT',
    field: ['version'],
    text: {
      vi: `Phiên bản hiện nay là ${present}, không phải ${seen ?? 'chưa có'}.${since ? since.vi : ''} Hãy tải lại rồi làm lại.`,
      en: `The version is ${present} now, not ${seen ?? 'none'}.${since ? since.en : ''} Read it again, then repeat the change.`,
    },
  };
}
