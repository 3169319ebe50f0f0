import { defineEntity, p } from '@mikro-orm/core';
import { Account } from '../accounts/account.entity.js';
import { ImportRun } from '../changes/import-run.entity.js';
import type { Reason } from '../shared/csv.js';
import { ImportKind } from '../vocabulary/imported-row.js';
import { ImportJobState, type KeptAnswers } from './import-job.enums.js';

/**
 * A file on its way in, or the undoing of an import: looked at and saved by the hub in its own time, so
 * that nobody has to wait for it with an open page. Nothing of a file is recorded before it is saved.
 */
export const ImportJob = defineEntity({
  name: 'ImportJob',
  tableName: 'import_job',
  properties: {
    id: p.integer().primary().autoincrement(),
    kind: p.enum(() => ImportKind),
    file: p.text(),
    account: () => p.manyToOne(Account).index().deleteRule('restrict'),
    // The name and the network address of then.
    accountName: p.text(),
    address: p.text().nullable(),
    createdAt: p.datetime(3),
    state: p.enum(() => ImportJobState),
    version: p.integer().default(1),
    // How often the present step was begun.
    attempts: p.integer().default(0),
    // Until when the step belongs to the hub that works on it; null while it waits for its turn.
    takenUntil: p.datetime(3).nullable(),
    percent: p.integer().default(0),
    // Null before it has come, and after it is not needed any more.
    content: p.blob().nullable(),
    // The day of what differs in rows without a day.
    fromDay: p.date().nullable(),
    answers: p.json<KeptAnswers>(),
    // Why a step was not done, or has to be done again.
    told: p.json<Reason>().nullable(),
    // Of what the file would change; null while that is not known.
    digest: p.text().nullable(),
    created: p.integer().nullable(),
    updated: p.integer().nullable(),
    unchanged: p.integer().nullable(),
    problems: p.integer().nullable(),
    questions: p.integer().nullable(),
    // The import that came of it.
    run: () => p.manyToOne(ImportRun).nullable().index().deleteRule('restrict'),
    // The import that it undoes; null for a file.
    undoes: () => p.manyToOne(ImportRun).nullable().index().deleteRule('restrict'),
  },
  indexes: [
    {
      // Few jobs are open, or have failed lately, among many that were.
      name: 'import_job_open',
      expression: `create index import_job_open on import_job (id) where state in ('RECEIVING', 'CHECKING', 'CHECKED', 'SAVING', 'FAILED')`,
    },
  ],
});
