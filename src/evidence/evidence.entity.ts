import { defineEntity, p, type InferEntity } from '@mikro-orm/core';
import { Account } from '../accounts/account.entity.js';
import { Criterion } from '../frameworks/criterion.entity.js';
import { StatusUpdateRevision } from '../status-updates/status-update-revision.entity.js';
import { EvidenceFile } from './evidence-file.entity.js';

/** A link or a file that backs one answer of one revision. */
export const Evidence = defineEntity({
  name: 'Evidence',
  tableName: 'evidence',
  properties: {
    id: p.integer().primary().autoincrement(),
    revision: () =>
      p.manyToOne(StatusUpdateRevision).index().deleteRule('restrict').updateRule('restrict'),
    criterion: () => p.manyToOne(Criterion).deleteRule('restrict').updateRule('restrict'),
    // What people call it: a title, or the name the file was sent with.
    name: p.text(),
    url: p.text().nullable(),
    file: () => p.manyToOne(EvidenceFile).nullable().index().deleteRule('restrict'),
    addedBy: () => p.manyToOne(Account).deleteRule('restrict'),
    addedAt: p.datetime(3),
  },
  checks: [{ name: 'evidence_link_or_file', expression: '(url is null) <> (file_id is null)' }],
  triggers: [
    {
      name: 'approved_is_final',
      timing: 'before',
      events: ['update', 'delete'],
      body: `if exists (select from status_update_revision where id = old.revision_id and decision = 'APPROVED') then
        raise exception 'an approved revision is final: add a new revision' using errcode = 'restrict_violation';
      end if;
      return case when tg_op = 'DELETE' then old else new end;`,
    },
  ],
});
export type EvidenceEntity = InferEntity<typeof Evidence>;
