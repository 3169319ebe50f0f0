import { defineEntity, p } from '@mikro-orm/core';
import { Institution } from './institution.entity.js';

/**
 * How the office of an institution is reached; not public. A row is never edited: a change supersedes it
 * and adds another.
 */
export const InstitutionContact = defineEntity({
  name: 'InstitutionContact',
  tableName: 'institution_contact',
  properties: {
    id: p.integer().primary().autoincrement(),
    institution: () => p.manyToOne(Institution).index(),
    // Counted from 1 for each institution.
    version: p.integer(),
    email: p.text().nullable(),
    telephone: p.text().nullable(),
    recordedAt: p.datetime(3),
    supersededAt: p.datetime(3).nullable(),
  },
  indexes: [
    {
      name: 'institution_contact_once',
      expression:
        'create unique index institution_contact_once on institution_contact (institution_id) where superseded_at is null',
    },
  ],
});
