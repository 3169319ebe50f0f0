/** The database's own guard: an approved revision and everything in it never change. */
export const APPROVED_IS_FINAL = {
  name: 'approved_is_final',
  timing: 'before' as const,
  events: ['update' as const, 'delete' as const],
  body: `if exists (select from status_update_revision where id = old.revision_id and decision = 'APPROVED') then
        raise exception 'an approved revision is final: add a new revision' using errcode = 'restrict_violation';
      end if;
      return case when tg_op = 'DELETE' then old else new end;`,
};
