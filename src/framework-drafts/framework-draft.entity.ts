import { defineEntity, p } from '@mikro-orm/core';
import { Account } from '../accounts/account.entity.js';
import type { FrameworkFile } from '../frameworks/framework-file.js';
import { guardedRows } from '../database/guarded-rows.js';

/** A framework before it is published. It is nothing that is published: no feed tells of it. */
export const FrameworkDraft = defineEntity({
  name: 'FrameworkDraft',
  tableName: 'framework_draft',
  policies: guardedRows(),
  properties: {
    id: p.integer().primary().autoincrement(),
    code: p.text(),
    frameworkVersion: p.integer(),
    definition: p.json<FrameworkFile>(),
    // Who stored it last; null for the command line.
    storedBy: () => p.manyToOne(Account).nullable().index().deleteRule('restrict'),
    updatedAt: p.datetime(3),
    version: p.integer().version(),
  },
  uniques: [{ properties: ['code', 'frameworkVersion'] }],
});
