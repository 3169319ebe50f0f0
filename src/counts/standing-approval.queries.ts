import { sql } from 'kysely';

/**
 * The SQL condition that a revision is approved and its approval was not taken back.
 * @param revision the alias of rows of `status_update_revision`.
 */
export function approvalStands(revision: string) {
  return sql<boolean>`(${sql.ref(`${revision}.decision`)} = 'APPROVED' and not exists (
    select from approval_taken_back where revision_id = ${sql.ref(`${revision}.id`)}))`;
}
