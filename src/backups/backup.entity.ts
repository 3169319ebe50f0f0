import { defineEntity, p } from '@mikro-orm/core';

/** A backup that was due, so that one hub makes it, and what became of it. */
export const Backup = defineEntity({
  name: 'Backup',
  tableName: 'backup',
  properties: {
    dueAt: p.datetime(3).primary(),
    begunAt: p.datetime(3),
    // Until then nobody else begins it: the hub that makes it moves it on, and after a failure it is tried again.
    notBefore: p.datetime(3),
    doneAt: p.datetime(3).nullable(),
    // Its path on the machine of the hub that made it.
    file: p.text().nullable(),
    bytes: p.bigint('number').nullable(),
    // Why the last attempt did not succeed.
    failure: p.text().nullable(),
    failedAt: p.datetime(3).nullable(),
  },
  checks: [
    { name: 'backup_done', expression: '(done_at is null) = (file is null)' },
    { name: 'backup_failed', expression: '(failed_at is null) = (failure is null)' },
  ],
});
