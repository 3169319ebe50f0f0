import { defineEntity, p } from '@mikro-orm/core';
import { Account } from '../accounts/account.entity.js';
import { Criterion } from '../frameworks/criterion.entity.js';
import { APPROVED_IS_FINAL } from '../status-updates/approved-is-final.js';
import { StatusUpdateRevision } from '../status-updates/status-update-revision.entity.js';
import { EvidenceFile } from './evidence-file.entity.js';
import { guardedRows } from '../database/guarded-rows.js';

export const Evidence = defineEntity({
  name: 'Evidence',
  tableName: 'evidence',
  policies: guardedRows(),
  properties: {
    id: p.integer().primary().autoincrement(),
    revision: () =>
      p.manyToOne(StatusUpdateRevision).index().deleteRule('restrict').updateRule('restrict'),
    criterion: () => p.manyToOne(Criterion).deleteRule('restrict').updateRule('restrict'),
    // A title, or the name with which the file was uploaded.
    name: p.text(),
    url: p.text().nullable(),
    file: () => p.manyToOne(EvidenceFile).nullable().index().deleteRule('restrict'),
    addedBy: () => p.manyToOne(Account).deleteRule('restrict'),
    addedAt: p.datetime(3),
  },
  checks: [{ name: 'evidence_link_or_file', expression: '(url is null) <> (file_id is null)' }],
  triggers: [APPROVED_IS_FINAL],
});
