import { defineEntity, p } from '@mikro-orm/core';
import { tellsChanges } from '../database/tells-changes.js';
import { Institution } from './institution.entity.js';

/**
 * A code of an institution in one system (ministry, admissions, …), with the span of its use as it
 * was recorded; `useOf` says on which days it is used. A row is never edited: a correction supersedes
 * it and adds another.
 */
export const InstitutionCode = defineEntity({
  name: 'InstitutionCode',
  tableName: 'institution_code',
  properties: {
    id: p.integer().primary().autoincrement(),
    institution: () => p.manyToOne(Institution).index(),
    system: p.text(),
    code: p.text(),
    validFrom: p.date().nullable(),
    validTo: p.date().nullable(),
    recordedAt: p.datetime(3),
    supersededAt: p.datetime(3).nullable(),
  },
  indexes: [{ properties: ['code', 'system'] }],
  checks: [
    {
      name: 'institution_code_span',
      expression: 'valid_from is null or valid_to is null or valid_from <= valid_to',
    },
  ],
  triggers: tellsChanges('institution_code'),
});
